"""A fifth round of talking with it: what made a sales manager wince (AI-05 … AI-12, AI-23)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desk.models import decisions as d
from desk.models.knowledge import Knowledge
from desk.models.rules.bank import Bank
from desk.models.vehicle import Vehicle
from tests.models.rules.stage_of_one import RECEIVED, Told, car, facts, store, written_consent
from tests.models.rules.test_bank import starter
from tests.models.rules.test_replies import RULES, answer, at

LOT = (
    car("B1", vin="", year=2021, trim="LE", mileage=40_100, exterior="White", price_cents=2_499_500),
    car("B2", vin="", year=2023, trim="Limited", mileage=18_000, exterior="Red", price_cents=3_399_500),
)


def _one(stock: Vehicle | None = None, **more: Any) -> Told:
    more = {"stock": stock or car(exterior="Blue"), "similar": LOT, "consents": (written_consent(),)} | more
    one = Told(facts(**more))
    one.run(*RULES)
    one.send()
    return one


@pytest.mark.requirement("AI-05", "AI-09")
def test_the_one_that_was_offered_is_the_one_spoken_of_next() -> None:
    one = _one()
    assert "2021 Toyota RAV4" in answer(one, "what about the white one", intents=["availability"]).text
    assert "40,100" in answer(one, "how many miles on that", intents=["vehicle_detail"]).text


@pytest.mark.requirement("AI-07", "AI-09")
def test_a_vehicle_named_beside_a_trade_in_is_theirs_and_not_asked_for_twice() -> None:
    tundra = {"year": 2015, "make": "Toyota", "model": "Tundra", "stock": None, "vin": None}
    reply = answer(
        one := _one(),
        "is the blue one still there and do you take trades, he has a 2015 Tundra",
        intents=["availability", "trade_in"],
        vehicles=[tundra],
    )
    assert "in stock as of" in reply.text
    assert reply.asks == "trade"
    assert "year" not in reply.text
    assert one.facts.lead.trade_in["model"] == "Tundra"


@pytest.mark.requirement("AI-11", "AI-12")
def test_a_figure_of_towing_is_no_yes_for_the_hitch() -> None:
    one = _one(car(features=["Tow package"]))
    reply = answer(one, "can it tow 10k lbs", intents=["vehicle_detail"])
    assert "Tow package" in reply.text
    assert "Yes" not in reply.text
    assert "Marcus" in reply.text


@pytest.mark.requirement("AI-11", "AI-13")
@pytest.mark.parametrize(("bank", "state"), [(starter(), "on"), (Bank(), "handed_off")])
def test_whether_it_is_kept_for_them_is_answered_by_the_bank_or_a_person(bank: Bank, state: str) -> None:
    one = _one(store=store(knowledge=bank))
    text = answer(one, "will you hold it if I put down a deposit", intents=["availability"]).text
    assert one.facts.lead.ai_state == state
    assert ("how a deposit works" in text) == (state == "on")


@pytest.mark.requirement("AI-13")
def test_what_to_bring_to_a_visit_is_not_what_to_bring_for_a_trade_in() -> None:
    papers = answer(
        _one(store=store(knowledge=starter())), "do i need to bring anything", intents=["documents"]
    )
    assert "proof of insurance" in papers.text
    assert "all keys" not in papers.text


@pytest.mark.requirement("AI-06")
def test_a_new_vehicle_has_no_history_and_needs_no_person_to_say_so() -> None:
    one = _one(car(condition="new", mileage=12, history_url=""))
    assert "new" in answer(one, "do you have the carfax", intents=["history_report"]).text.lower()
    assert "12 miles" in answer(one, "brand new? 12 miles?", intents=["vehicle_detail"]).text
    assert one.facts.lead.ai_state == "on"


@pytest.mark.requirement("AI-10", "AI-12")
def test_beside_the_figures_the_other_question_is_not_forgotten() -> None:
    reply = answer(
        _one(),
        "is the price negotiable and was the timing chain done",
        intents=["price", "vehicle_detail"],
        channel="email",
    )
    assert any(words in reply.text for words in ("other question", "What else you asked", "rest of what"))


@pytest.mark.requirement("AI-08", "AI-23")
def test_who_waits_for_figures_and_asks_when_to_come_is_offered_times() -> None:
    one = _one()
    answer(one, "best price?", intents=["price"])
    reply = answer(one, "ok when can I come in", intents=["propose_time"], action="book")
    assert reply.asks == "visit_time"
    assert "tomorrow at 10 AM" in reply.text
    one = _one()
    answer(one, "get me a person", intents=["wants_person"], action="hand_off")
    waits = answer(one, "ok when can I come in", intents=["propose_time"], action="book")
    assert "tomorrow at" not in waits.text


@pytest.mark.requirement("AI-08", "AI-09")
def test_a_no_within_a_topic_refuses_no_visit() -> None:
    assert answer(_one(), "no, I meant when do you close", intents=["hours", "no"]).asks == "visit_time"
    assert answer(_one(), "no", intents=["no"]).asks == "call"


@pytest.mark.requirement("AI-09")
def test_who_asked_for_april_is_not_pressed_for_today() -> None:
    one = _one(car(features=["Sunroof"]))
    answer(one, "maybe in april", intents=["not_now"], action="pause_until", resume_on="2026-04-01")
    reply = answer(one, "does it have a sunroof tho", intents=["vehicle_detail"])
    assert "Sunroof" in reply.text
    assert reply.asks == ""
    there = answer(one, "saturday at 3 then?", intents=["propose_time"], action="book", appointment=at("2026-03-07T15:00:00-07:00"))  # fmt: skip
    assert "Saturday at 3 PM" in there.text
    assert len(one.of(d.BookVisit)) == 1


@pytest.mark.requirement("AI-05", "AI-09")
def test_a_few_words_go_on_about_the_vehicle() -> None:
    one = _one(car(interior="Black cloth"))
    answer(one, "color?", intents=["vehicle_detail"])
    assert "Black cloth" in answer(one, "and inside?", intents=["unclear"]).text


@pytest.mark.requirement("AI-09", "AI-23")
def test_an_hour_for_the_call_that_was_asked_about_is_passed_on_as_one() -> None:
    one = _one()
    assert answer(one, "nah no visit", intents=["no"]).asks == "call"
    reply = answer(one, "sat 11?", intents=["propose_time"], action="book")
    assert "call" in reply.text
    assert one.of(d.BookVisit) == []
    assert one.facts.lead.ai_reason == "Asks to be called"


@pytest.mark.requirement("AI-05", "AI-12")
def test_two_trims_are_compared_and_taken_for_no_question_of_price() -> None:
    reply = answer(_one(), "difference between the xle and the limited?", intents=["price"])
    assert "31,200" in reply.text
    assert "18,000" in reply.text
    asked = answer(_one(), "price difference between the xle and the limited?", intents=["price"])
    assert "Marcus" in asked.text, "that is a question of price as well"


@pytest.mark.requirement("AI-08")
def test_who_asks_for_saturdays_hours_is_offered_saturday() -> None:
    reply = answer(_one(), "what time do you close saturday", intents=["hours"])
    asked = (
        answer(_one(), "until when saturday", intents=["hours"]) if "Saturday at" not in reply.text else reply
    )
    assert "today at" not in reply.text
    assert "Saturday" in asked.text


@pytest.mark.requirement("AI-08")
def test_a_day_that_stands_apart_from_its_hour_is_still_the_day() -> None:
    one = _one()
    part = {"start": "2026-03-07T09:00:00-07:00", "end": "2026-03-07T17:00:00-07:00", "precision": "part", "phrase": "til 5"}  # fmt: skip
    text = "he works til 5 but saturday is good"
    reply = answer(one, text, intents=["confirm_time"], action="book", appointment=part)
    assert one.of(d.BookVisit) == [], "nobody said tomorrow at 10"
    assert "Saturday" in reply.text


@pytest.mark.requirement("AI-19")
def test_the_same_question_again_is_answered_in_other_words() -> None:
    one = _one()
    said = [answer(one, "color?", intents=["vehicle_detail"]).text.split(".")[0] for _ in range(3)]
    assert len(set(said)) == 3


@pytest.mark.requirement("AI-13")
def test_an_entry_about_a_topic_that_was_named_is_still_found() -> None:
    own = Knowledge(id="k", entry="K", question="What do I bring for a trade-in?", answer="The title.", tags="trade_in documents", at=RECEIVED)  # fmt: skip
    one = _one(store=store(knowledge=Bank((own,))))
    reply = answer(one, "what do I bring for my trade in", intents=["documents"])
    assert "The title." in reply.text


@pytest.mark.requirement("AI-09")
def test_no_thank_you_is_heard_as_a_no() -> None:
    reply = answer(_one(), "no thank you", intents=["no", "thanks"])
    assert any(words in reply.text for words in ("That is fine", "Understood", "Thanks for telling me"))


@pytest.mark.requirement("AI-09", "AI-23")
def test_who_waits_for_a_person_and_names_a_later_day_hears_that_it_is_kept() -> None:
    one = _one()
    answer(one, "best price?", intents=["price"])
    told = {"intents": ["yes", "not_now"], "action": "book", "resume_on": "2026-03-14"}
    assert "March 14" in answer(one, "ok maybe next weekend", **told).text


@pytest.mark.requirement("AI-05")
def test_a_question_of_the_one_asked_about_is_not_answered_with_all_of_its_model() -> None:
    rav4 = {"year": None, "make": "Toyota", "model": "RAV4", "stock": None, "vin": None}
    one = _one(car(exterior="Blue", interior="Black cloth"))
    reply = answer(one, "I saw your RAV4, what color is the interior", intents=["vehicle_detail"], vehicles=[rav4])  # fmt: skip
    assert "Black cloth" in reply.text
    assert "2023" not in reply.text
    compared = answer(one, "which of your RAV4s has fewer miles", intents=["vehicle_detail"], vehicles=[rav4])
    assert "18,000" in compared.text


@pytest.mark.requirement("AI-05")
def test_is_it_silver_is_answered_with_its_color() -> None:
    one = _one()
    assert "Blue" in answer(one, "is it silver", intents=["vehicle_detail"]).text
    assert one.facts.lead.ai_state == "on"


@pytest.mark.requirement("AI-05", "AI-13")
def test_whether_one_can_be_ordered_is_the_banks_to_say() -> None:
    one = _one(store=store(knowledge=starter()))
    text = answer(one, "can i order one from the factory in red", intents=["availability"]).text
    assert "ordered from the factory" in text


@pytest.mark.requirement("AI-08", "AI-23")
def test_while_figures_are_awaited_a_visit_is_still_asked_about_though_not_on_end() -> None:
    one = _one()
    answer(one, "best price?", intents=["price"])
    asked = [answer(one, "does it have a sunroof", intents=["vehicle_detail"]).asks for _ in range(3)]
    assert asked == ["", "visit_time", ""]
    one = _one()
    answer(one, "let me talk to someone", intents=["wants_person"], action="hand_off")
    assert answer(one, "does it have a sunroof", intents=["vehicle_detail"]).asks == ""


@pytest.mark.requirement("AI-05", "AI-09")
@pytest.mark.parametrize(
    ("said", "miles", "language"),
    [
        ("la roja, cuantas millas tiene", "18,000", "es"), ("how many miles on the newer one", "18,000", "en"),
        ("ok the cheaper one, how many miles", "40,100", "en"), ("the one with less miles, how many exactly", "18,000", "en"),
    ],
)  # fmt: skip
def test_one_of_those_offered_is_pointed_to_in_either_language_and_by_comparison(
    said: str, miles: str, language: str
) -> None:
    one = _one()
    answer(one, "what else do you have", intents=["similar_vehicles"], language=language)
    reply = answer(one, said, intents=["vehicle_detail"], language=language)
    assert miles in reply.text


@pytest.mark.requirement("AI-05", "AI-11")
def test_a_trim_that_is_named_is_that_vehicle_and_no_other() -> None:
    one = _one()
    assert (
        "2023 Toyota RAV4 Limited" in answer(one, "is the limited available", intents=["availability"]).text
    )
    assert "18,000" in answer(one, "how many miles", intents=["vehicle_detail"]).text
    assert "2021 Toyota RAV4 LE" in answer(one, "and the le?", intents=["unclear"]).text
    le_queda = answer(_one(), "como le queda de millas", intents=["vehicle_detail"], language="es")
    assert "31,200" in le_queda.text


@pytest.mark.requirement("AI-08")
def test_a_part_of_the_day_alone_picks_among_the_times_that_were_offered() -> None:
    one = _one()
    one.now += timedelta(hours=5)  # the afternoon of a Monday
    monday = {"start": "2026-03-02T00:00:00-07:00", "end": None, "precision": "day", "phrase": "el lunes"}
    said = answer(one, "puedo ir el lunes?", intents=["propose_time"], action="book", appointment=monday, language="es")  # fmt: skip
    assert "el lunes 9 de marzo a las 10 AM" in said.text
    morning = {"start": "2026-03-03T09:00:00-07:00", "end": None, "precision": "part", "phrase": "en la mañana"}  # fmt: skip
    answer(one, "en la mañana", intents=["propose_time"], action="book", appointment=morning, language="es")
    (visit,) = one.of(d.BookVisit)
    assert visit.starts.isoformat() == "2026-03-09T17:00:00+00:00"


@pytest.mark.requirement("AI-10")
def test_who_asks_for_a_call_while_waiting_is_not_asked_to_visit() -> None:
    one = _one()
    answer(one, "best price?", intents=["price"])
    answer(one, "and rebates", intents=["price"])
    assert answer(one, "tell him to call", intents=["call_me"], action="hand_off").asks == ""
