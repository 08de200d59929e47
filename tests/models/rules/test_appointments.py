"""Around a visit: confirmed, reminded, prepared for, asked about; and the vehicle that is gone (APPT-01 … APPT-03)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from desk.models.conversation import Log
from desk.models.decisions import MakeTask, QueueMessage, RaiseAlert
from desk.models.rules import appointments, slots
from desk.models.rules.greeting import greeting
from desk.models.task import Appointment
from tests.models.rules.stage_of_one import RECEIVED, Told, book, car, facts, inbound, lead

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
STARTS = RECEIVED + 3 * DAY + 5 * HOUR  # Thursday 14:10
BOOKED = RECEIVED + HOUR


def visit(status: str = "booked", **more: Any) -> Appointment:
    told = {
        "id": "V", "key": "V", "lead_id": "L1", "status": status, "starts_at": STARTS, "ends_at": STARTS + HOUR, "made_at": BOOKED,
        "vehicle": "2022 Toyota RAV4 XLE", "stock": "U3401",
    }  # fmt: skip
    return Appointment(**(told | more))


def asked(now: datetime, *visits: Appointment, **more: Any) -> list[Any]:
    return list(appointments.decide(facts(appointments=visits, **more), book(), now))


def said(found: list[Any]) -> list[tuple[str, str, str]]:
    return [(d.step, d.purpose, d.channel) for d in found if isinstance(d, QueueMessage)]


def tasks(found: list[Any]) -> list[str]:
    return sorted(d.kind for d in found if isinstance(d, MakeTask))


@pytest.mark.requirement("APPT-01")
def test_a_visit_booked_by_hand_is_confirmed_with_place_and_time() -> None:
    found = asked(BOOKED, visit())
    assert said(found) == [("visit_booked", "appointment_confirmation", "email")]
    text = found[0].text
    assert "Thursday at 2:10 PM" in text
    assert "4410 Cedar Ridge Way" in text


@pytest.mark.requirement("APPT-01")
def test_what_the_conversation_confirmed_is_not_confirmed_again() -> None:
    told = Told(facts(appointments=(visit(),)), now=BOOKED)
    told.run(appointments.decide)
    assert told.run(appointments.decide) == []
    assert len(told.queued("appointment_confirmation")) == 1


@pytest.mark.requirement("APPT-01", "APPT-03")
def test_a_visit_moved_or_cancelled_by_hand_is_told_once() -> None:
    assert said(asked(BOOKED, visit(sequence=1))) == [("visit_moved", "appointment_confirmation", "email")]
    cancelled = visit("cancelled", closed_at=BOOKED + HOUR)
    assert said(asked(BOOKED + HOUR, cancelled)) == [("visit_cancelled", "appointment_confirmation", "email")]


@pytest.mark.requirement("APPT-02")
def test_the_day_before_and_two_hours_before() -> None:
    day = asked(STARTS - DAY, visit())
    assert ("visit_tomorrow", "appointment_confirmation", "email") in said(day)
    text = next(d.text for d in day if isinstance(d, QueueMessage) and d.step == "visit_tomorrow")
    assert "4410 Cedar Ridge Way" in text
    assert "602-555-0100" in text
    assert "?" in text
    assert ("visit_soon", "appointment_reminder", "email") in said(asked(STARTS - 2 * HOUR, visit()))
    assert not [s for s in said(asked(STARTS - HOUR, visit())) if s[0] == "visit_soon"]


@pytest.mark.requirement("APPT-02")
def test_a_visit_of_tomorrow_morning_is_not_confirmed_twice() -> None:
    soon = visit(made_at=STARTS - DAY - HOUR)
    assert "visit_tomorrow" not in [step for step, _purpose, _channel in said(asked(STARTS - DAY, soon))]


@pytest.mark.requirement("APPT-02")
def test_the_customer_reads_it_the_way_they_wrote() -> None:
    heard = inbound("see you", BOOKED + HOUR)
    assert ("visit_soon", "appointment_reminder", "text") in said(
        asked(STARTS - 2 * HOUR, visit(), messages=(heard,))
    )


@pytest.mark.requirement("APPT-02", "AI-14")
def test_where_the_assistant_is_silent_a_person_confirms() -> None:
    found = asked(BOOKED, visit(), lead=lead(ai_state="off"))
    assert said(found) == []
    assert "confirm_visit" in tasks(found)


@pytest.mark.requirement("APPT-02")
def test_vehicle_and_papers_are_prepared_for_with_the_greeting_sheet() -> None:
    found = asked(BOOKED, visit())
    assert tasks(found) == ["paperwork", "prepare_vehicle"]
    assert {d.due for d in found if isinstance(d, MakeTask)} == {STARTS - 2 * HOUR}
    sheet = greeting(
        visit(), facts(messages=(inbound("Can I bring my wife?", BOOKED, intents=["financing"]),))
    )
    assert "Dana Whitfield" in sheet
    assert "Customer: “Can I bring my wife?”" in sheet
    assert "Asked about: financing" in sheet


@pytest.mark.requirement("APPT-03")
def test_an_outcome_is_asked_for_after_the_visit() -> None:
    assert "visit_outcome" in tasks(asked(STARTS + 2 * HOUR, visit()))
    assert "visit_outcome" not in tasks(asked(STARTS + HOUR, visit()))


@pytest.mark.requirement("APPT-02")
def test_notes_are_asked_for_until_they_are_written() -> None:
    shown = visit("shown", closed_at=STARTS + HOUR)
    assert tasks(asked(STARTS + HOUR, shown)) == ["visit_notes"]
    note = Log(id="n", lead_id="L1", type="note", at=STARTS + 2 * HOUR)
    told = Told(facts(appointments=(shown,)), now=STARTS + HOUR)
    told.run(appointments.decide)
    told.add(logs=(note,))
    told.run(appointments.decide, at=STARTS + 2 * HOUR)
    assert [task.done_at for task in told.facts.tasks] == [STARTS + 2 * HOUR]


@pytest.mark.requirement("APPT-03")
@pytest.mark.parametrize(("status", "title"), [("no_show", "missed visit"), ("rescheduled", "new time")])
def test_a_visit_that_did_not_happen_leaves_a_call(status: str, title: str) -> None:
    found = asked(STARTS + 2 * HOUR, visit(status, closed_at=STARTS + HOUR))
    assert [title in d.title for d in found if isinstance(d, MakeTask)] == [True]


@pytest.mark.requirement("APPT-02", "AI-05")
@pytest.mark.parametrize("status", ["sold", "gone"])
def test_a_vehicle_that_is_gone_flags_the_lead_and_its_visit(status: str) -> None:
    found = asked(BOOKED, visit(), stock=car(status=status))
    alerts = [d for d in found if isinstance(d, RaiseAlert)]
    assert [(d.staff_id, d.kind) for d in alerts] == [("marcus", "appointment")]
    assert "vehicle_gone" in tasks(found)
    assert not [d for d in asked(BOOKED, visit(), stock=car(status="on_hold")) if isinstance(d, RaiseAlert)]


@pytest.mark.requirement("APPT-01", "TEMP-03")
def test_slots_are_personal_for_friends_and_premium_for_the_hot() -> None:
    at = RECEIVED + 50 * timedelta(minutes=1)  # ten o'clock
    assert slots.kind_of(facts(lead=lead(source_kind="referral")), book(), at) == "personal"
    assert slots.kind_of(facts(lead=lead(temperature=75)), book(), at) == "premium"
    assert slots.kind_of(facts(lead=lead(temperature=60)), book(), at) == ""
