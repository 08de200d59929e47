"""Whether a person may call a customer now: number, hours, stops, lists and the day's cap, each with its reason (FLOW-12, COMPLY-02)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from desk.models import commands as c
from desk.models.commands import AskToCall
from desk.models.snapshots.lead import CallAnswer
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = pytest.mark.requirement("FLOW-12", "COMPLY-02", "COMPLY-05")


def asked(small: SmallDesk, lead_id: str) -> CallAnswer:
    found = small.run(AskToCall(by=ANA, lead_id=lead_id))
    assert isinstance(found, CallAnswer)
    return found


def test_inside_the_hours_nothing_stands_against_it_and_nothing_changes() -> None:
    small = SmallDesk()
    lead_id = small.take()
    answer = asked(small, lead_id)
    assert (answer.may, answer.number, answer.shown, answer.words) == (
        "yes",
        "+12085550101",
        "(208) 555-0101",
        "",
    )
    assert small.changes[-1].happened == ()


@pytest.mark.rule("R9")
def test_at_night_it_waits_for_the_morning_where_the_customer_is() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.clock.turn_to(datetime(2026, 3, 3, 22, 30, tzinfo=ZoneInfo("America/Boise")))
    answer = asked(small, lead_id)
    assert answer.may == "later"
    assert answer.until == datetime(
        2026, 3, 4, 9, 0, tzinfo=ZoneInfo("America/Boise")
    )  # eight in the west of Idaho
    assert answer.words


@pytest.mark.rule("R3")
@pytest.mark.requirement("COMPLY-01")
def test_after_stop_by_text_a_caller_gives_a_reason_and_after_no_contact_nobody_calls() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(c.TakeReply(lead_id=lead_id, channel="text", text="STOP", key="r1"))
    assert asked(small, lead_id).may == "reason"
    small.run(c.OptOut(by=DANA, lead_id=lead_id, channels=("all",), words="No contact"))
    answer = asked(small, lead_id)
    assert answer.may == "no"
    assert answer.lifts


@pytest.mark.rule("R8")
def test_a_wrong_number_is_not_called_again_and_another_is_named() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(c.LogActivity(by=ANA, lead_id=lead_id, type="call", outcome="wrong_number"))
    assert asked(small, lead_id).may == "no"
    small.run(c.EditLead(by=ANA, lead_id=lead_id, phone="(208) 555-0177"))
    assert (asked(small, lead_id).may, asked(small, lead_id).number) == ("yes", "+12085550177")


@pytest.mark.rule("R10")
def test_the_days_cap_counts_calls_of_people() -> None:
    small = SmallDesk()
    lead_id = small.take()
    for _call in range(3):
        small.later(minutes=5)
        small.run(c.LogActivity(by=ANA, lead_id=lead_id, type="call", outcome="no_answer"))
    answer = asked(small, lead_id)
    assert answer.may != "yes"
    assert "24 hours" in answer.words
