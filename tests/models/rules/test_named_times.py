"""A time in an answer is read in the light of what was offered and what stands in the book (AI-08)."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

import pytest

from desk.models import decisions as d
from tests.models.rules.stage_of_one import Told, facts, written_consent
from tests.models.rules.test_replies import RULES, answer

pytestmark = pytest.mark.requirement("AI-08")


def told(start: str | None, precision: str, phrase: str, end: str | None = None) -> dict[str, object]:
    return {"start": start, "end": end, "precision": precision, "phrase": phrase}


@pytest.fixture
def one() -> Told:
    """Monday at 9:10; nothing was asked but the first message, which held out two times."""
    told = Told(facts(consents=(written_consent(),)))
    told.run(*RULES)
    told.send()
    return told


def says(one: Told, text: str, appointment: dict[str, object] | None, *intents: str) -> str:
    reply = answer(
        one, text, intents=list(intents) or ["propose_time"], action="book", appointment=appointment
    )
    return str(reply.text)


def booked(one: Told) -> list[str]:
    return [f"{visit.starts.astimezone(_zone(one)):%a %H:%M}" for visit in one.of(d.BookVisit)]


def _zone(one: Told) -> tzinfo | None:
    return datetime.fromisoformat("2026-03-07T12:00:00-07:00").tzinfo


SATURDAY = told("2026-03-07T00:00:00-07:00", "day", "saturday")


def test_of_two_days_named_each_is_offered_at_the_hour_that_was_said(one: Told) -> None:
    after_work = told("2026-03-05T17:00:00-07:00", "part", "Thursday or Friday after work")
    text = says(one, "Could do Thursday or Friday after work", after_work)
    assert "Thursday at 5 PM or Friday at 5 PM" in text
    assert booked(one) == []


def test_an_hour_on_either_of_two_days_is_asked_back_and_not_booked_on_the_first(one: Told) -> None:
    text = says(one, "sat or mon at 10", told("2026-03-07T10:00:00-07:00", "hour", "sat or mon at 10"))
    assert "Saturday at 10 AM" in text
    assert "Monday, March 9 at 10 AM" in text
    assert booked(one) == []


@pytest.mark.parametrize(
    ("text", "appointment", "visit"),
    [
        ("9 works", told("2026-03-03T09:00:00-07:00", "hour", "9"), "Sat 09:00"),
        ("11", told("2026-03-03T11:00:00-07:00", "hour", "11"), "Sat 11:00"),
        ("the second one", None, "Sat 13:00"),
        ("either is fine", None, "Sat 09:00"),
        ("morning", told("2026-03-02T09:00:00-07:00", "part", "morning"), "Sat 09:00"),
    ],
)
def test_a_bare_answer_means_the_day_that_was_offered(
    one: Told, text: str, appointment: dict[str, object] | None, visit: str
) -> None:
    assert "Saturday at 9 AM or Saturday at 1 PM" in says(one, "saturday", SATURDAY)
    says(one, text, appointment, "confirm_time")
    assert booked(one) == [visit]


def test_a_day_alone_takes_the_one_time_that_was_offered_on_it(one: Told) -> None:
    says(one, "hm", told("2026-03-07T00:00:00-07:00", "day", "this weekend", "2026-03-09T00:00:00-07:00"))
    says(one, "thursday or friday after work", told("2026-03-05T17:00:00-07:00", "part", "thursday or friday after work"))  # fmt: skip
    says(one, "friday works", told("2026-03-06T00:00:00-07:00", "day", "friday"), "confirm_time")
    assert booked(one) == ["Fri 17:00"]


@pytest.mark.requirement("AI-12")
def test_a_day_in_a_message_about_money_books_nothing(one: Told) -> None:
    text = told("2026-03-03T00:00:00-07:00", "day", "tomorrow")
    says(one, "24k cash tomorrow take it or leave it", text, "propose_time", "price")
    assert booked(one) == []


def test_the_same_time_on_another_day_moves_the_visit(one: Told) -> None:
    says(one, "tomorrow at 4", told("2026-03-03T16:00:00-07:00", "hour", "tomorrow at 4"))
    text = says(one, "can we do wed instead same time", told("2026-03-04T00:00:00-07:00", "day", "wed"))
    assert "Wednesday at 4 PM" in text
    assert booked(one) == ["Tue 16:00", "Wed 16:00"]


def test_another_day_is_offered_near_the_hour_that_stood(one: Told) -> None:
    says(one, "tomorrow at 4", told("2026-03-03T16:00:00-07:00", "hour", "tomorrow at 4"))
    assert "Thursday at 4 PM" in says(one, "thursday would be better", told("2026-03-05T00:00:00-07:00", "day", "thursday"))  # fmt: skip


def test_an_hour_too_late_is_answered_with_late_ones(one: Told) -> None:
    text = says(one, "what about 8pm", told("2026-03-03T20:00:00-07:00", "hour", "8pm"))
    assert "7 PM" in text
    assert "10 AM" not in text


def test_a_closed_day_is_said_to_be_closed(one: Told) -> None:
    text = says(one, "sunday?", told("2026-03-08T00:00:00-07:00", "day", "sunday"))
    assert any(word in text for word in ("closed", "Nobody"))


def test_who_is_on_the_way_is_expected_and_the_owner_told(one: Told) -> None:
    moment = (one.now + timedelta(minutes=10)).astimezone(_zone(one)).isoformat()
    text = says(one, "omw", told(moment, "minute", "omw"), "confirm_time")
    assert any(words in text for words in ("See you", "you are coming", "expect you"))
    assert any("on the way" in alert.title for alert in one.of(d.RaiseAlert))
    assert booked(one) == []


@pytest.mark.requirement("AI-08")
@pytest.mark.parametrize(
    ("text", "visits"),
    [("Friday works. What should I bring?", ["Fri 17:00"]), ("el viernes me queda bien", ["Fri 17:00"]),
     ("does friday work? and what should i bring", []), ("maybe friday, what should i bring", [])],
)  # fmt: skip
def test_a_day_that_suits_takes_the_time_offered_on_it_and_one_asked_about_does_not(
    one: Told, text: str, visits: list[str]
) -> None:
    after_work = told("2026-03-05T17:00:00-07:00", "part", "Thursday or Friday after work")
    says(one, "Could do Thursday or Friday after work", after_work)
    says(one, text, told("2026-03-06T00:00:00-07:00", "day", "Friday"), "propose_time", "documents")
    assert booked(one) == visits


def test_a_day_that_is_only_asked_about_books_nothing(one: Told) -> None:
    text = says(one, "can i come today", told("2026-03-02T00:00:00-07:00", "day", "today"))
    assert "today at" in text
    assert booked(one) == []


def test_put_off_to_monday_is_no_monday_that_is_today(one: Told) -> None:
    says(one, "saturday at 10", told("2026-03-07T10:00:00-07:00", "hour", "saturday at 10"))
    says(one, "have to postpone to monday, same time", told("2026-03-02T00:00:00-07:00", "day", "monday"))
    assert booked(one)[-1] == "Mon 10:00"
    assert one.of(d.BookVisit)[-1].starts.day == 9


def test_an_hour_that_has_passed_today_is_tomorrows(one: Told) -> None:
    one.now = one.now.replace(hour=21)  # 2 PM in Phoenix
    says(one, "today works", told("2026-03-02T00:00:00-07:00", "day", "today"))
    says(one, "9?", told("2026-03-03T09:00:00-07:00", "hour", "9"))
    assert booked(one) == ["Tue 09:00"]


def test_an_hour_alone_moves_the_visit_within_its_day(one: Told) -> None:
    says(one, "saturday at 1", told("2026-03-07T13:00:00-07:00", "hour", "saturday at 1"))
    says(
        one,
        "mejor a las 2",
        told("2026-03-02T14:00:00-07:00", "hour", "a las 2"),
        "propose_time",
        "reschedule",
    )
    assert booked(one) == ["Sat 13:00", "Sat 14:00"]


@pytest.mark.requirement("AI-05", "AI-12")
def test_a_visit_to_see_what_is_gone_is_asked_about_and_not_booked(one: Told) -> None:
    assert one.facts.stock is not None
    one.facts.stock.status = "sold"
    text = says(one, "can i see it tomorrow at 4", told("2026-03-03T16:00:00-07:00", "hour", "tomorrow at 4"))
    assert booked(one) == []
    assert any(words in text for words in ("no longer available", "no longer has", "left our stock"))
    assert "tomorrow at 4 PM" in text
    says(one, "yes", None, "confirm_time", "yes")
    assert booked(one) == ["Tue 16:00"], "told once, the customer may come all the same"


@pytest.mark.requirement("AI-05", "AI-11")
def test_a_visit_to_see_what_is_on_hold_says_that_it_is(one: Told) -> None:
    assert one.facts.stock is not None
    one.facts.stock.status = "on_hold"
    text = says(one, "tomorrow at 4", told("2026-03-03T16:00:00-07:00", "hour", "tomorrow at 4"))
    assert "on hold" in text
    assert booked(one) == ["Tue 16:00"]


@pytest.mark.parametrize(
    ("text", "appointment", "offered"),
    [
        ("ok monday", told("2026-03-02T00:00:00-07:00", "day", "monday"), "Monday, March 9"),
        ("monday at 5", told("2026-03-02T17:00:00-07:00", "hour", "monday at 5"), "Monday, March 9 at 5 PM"),
    ],
)
def test_a_monday_on_a_monday_is_asked_about_not_booked_for_today(
    one: Told, text: str, appointment: dict[str, object], offered: str
) -> None:
    assert offered in says(one, text, appointment, "confirm_time", "yes")
    assert booked(one) == []


def test_an_opening_that_was_told_is_no_time_that_was_offered(one: Told) -> None:
    one.now += timedelta(days=5, hours=9, minutes=10)  # Saturday, twenty past six: closed since six
    closed = answer(one, "how late are you open", intents=["hours"])
    assert "opens Monday at 9 AM" in closed.text or "Monday at 9 AM" in closed.text
    says(one, "can i come at 6:30", told("2026-03-07T18:30:00-07:00", "minute", "6:30"))
    assert booked(one) == []


def test_monday_today_is_today(one: Told) -> None:
    says(one, "today, monday, at 5", told("2026-03-02T17:00:00-07:00", "hour", "today monday at 5"))
    assert booked(one) == ["Mon 17:00"]
