"""Undo takes one named act back and keeps what was done since (FLOW-11)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from desk.models.by import By
from desk.models.commands import (
    AdjustTemperature,
    AssessNeeds,
    AssignLead,
    BookAppointment,
    ClaimSend,
    CloseAppointment,
    DecideCredit,
    DescribeTradeIn,
    EditLead,
    HoldLead,
    LogActivity,
    MoveLead,
    RecordSale,
    RecordSend,
    SavePlaybook,
    TakeReply,
    TurnAssistant,
    Undo,
    WriteMessage,
)
from desk.models.conversation import Message
from desk.models.deal import Deal
from desk.models.errors import NotAllowed, Refused
from desk.models.store.queries.today import figures
from desk.models.task import Appointment, Task, Timer
from desk.models.words import WAITING
from tests.services.desk_fixture import ANA, DANA, START, SmallDesk

BEN = By("staff", "ben", "sales", "Ben Ode")
pytestmark = pytest.mark.requirement("FLOW-11")


def test_a_stage_move_is_taken_back_with_who_did_it() -> None:
    small = SmallDesk()
    lead_id = small.take()
    before = small.lead(lead_id).stage
    small.run(MoveLead(by=ANA, lead_id=lead_id, stage="qualified"))
    small.run(Undo(by=ANA, txn=small.last_txn))
    assert small.lead(lead_id).stage == before


def test_an_assignment_and_a_hold_are_taken_back() -> None:
    small = SmallDesk()
    lead_id = small.take()
    owner = small.lead(lead_id).owner_id
    small.run(AssignLead(by=DANA, lead_id=lead_id, to="dana"))
    small.run(Undo(by=DANA, txn=small.last_txn))
    assert small.lead(lead_id).owner_id == owner
    small.run(LogActivity(by=ANA, lead_id=lead_id, type="call", outcome="no_answer"))
    until = small.clock.now() + timedelta(days=30)
    for zone in (ZoneInfo("America/Boise"), UTC):  # the form names the day in the store's zone
        small.run(
            HoldLead(
                by=ANA, lead_id=lead_id, kind="organic", reason="Waits for a bonus",
                until=until.astimezone(zone), note="Told Dana",
            )
        )  # fmt: skip
        small.run(Undo(by=ANA, txn=small.last_txn))
        assert small.lead(lead_id).hold_kind == ""


def test_a_message_not_yet_sent_is_taken_back() -> None:
    small = SmallDesk()
    lead_id = small.take()
    later = small.clock.now() + timedelta(hours=2)
    small.run(WriteMessage(by=ANA, lead_id=lead_id, channel="email", text="See you then", not_before=later))
    assert small.run(Undo(by=ANA, txn=small.last_txn)) == ()


def test_a_later_edit_is_kept_and_the_conflict_said() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(MoveLead(by=ANA, lead_id=lead_id, stage="engaged"))
    first = small.last_txn
    small.run(MoveLead(by=DANA, lead_id=lead_id, stage="qualified"))
    with pytest.raises(Refused, match="moved on"):
        small.run(Undo(by=ANA, txn=first))
    assert small.lead(lead_id).stage == "qualified"


def switch(small: SmallDesk, lead_id: str, on: bool) -> str:
    small.run(TurnAssistant(by=ANA, lead_id=lead_id, on=on, reason="Neighbor of mine"))
    return small.last_txn


def waiting(small: SmallDesk, lead_id: str) -> dict[int, str]:
    """What the assistant has in the line."""
    with small.desk.store.reading() as session:
        rows = session.scalars(
            select(Message).where(Message.lead_id == lead_id, Message.author == "assistant")
        )
        return {row.number: row.status for row in rows if row.status in WAITING}


@pytest.mark.requirement("AI-14", "AI-15")
def test_turning_the_assistant_off_is_taken_back_with_what_waited() -> None:
    small = SmallDesk()
    lead_id = small.take()
    before = waiting(small, lead_id)
    assert before
    small.later(minutes=1)
    txn = switch(small, lead_id, on=False)
    assert waiting(small, lead_id) == {}
    small.later(seconds=8)
    assert small.run(Undo(by=ANA, txn=txn)) == ()
    assert small.lead(lead_id).ai_state == "on"
    assert waiting(small, lead_id) == before


@pytest.mark.requirement("AI-18")
def test_a_draft_that_waited_for_approval_waits_for_approval_again() -> None:
    small = SmallDesk()
    small.run(SavePlaybook(by=DANA, toml='[approval]\nmarketplace = "queue"\n', why="We read first"))
    lead_id = small.take()
    before = waiting(small, lead_id)
    assert set(before.values()) == {"pending_approval"}
    small.later(minutes=1)
    small.run(Undo(by=ANA, txn=switch(small, lead_id, on=False)))
    assert waiting(small, lead_id) == before


@pytest.mark.requirement("AI-14")
def test_turning_it_on_again_is_taken_back_with_the_reason_it_was_off_for() -> None:
    small = SmallDesk()
    lead_id = small.take()
    switch(small, lead_id, on=False)
    small.later(minutes=1)
    small.run(Undo(by=ANA, txn=switch(small, lead_id, on=True)))
    lead = small.lead(lead_id)
    assert lead.ai_state == "off"
    assert "Neighbor of mine" in lead.ai_reason


@pytest.mark.requirement("COMPLY-01")
def test_a_stop_since_keeps_the_assistant_silent_and_drops_what_waited() -> None:
    small = SmallDesk()
    lead_id = small.take()
    txn = switch(small, lead_id, on=False)
    small.later(minutes=1)
    small.run(TakeReply(lead_id=lead_id, channel="text", text="STOP", key="r1"))
    with pytest.raises(Refused, match="another state"):
        small.run(Undo(by=ANA, txn=txn))
    assert small.lead(lead_id).ai_state == "opted_out"


@pytest.mark.requirement("TEMP-05")
def test_an_estimate_is_taken_back_to_the_one_before_and_to_the_facts() -> None:
    small = SmallDesk()
    lead_id = small.take()
    facts = small.lead(lead_id).temperature
    txns = []
    for score in (91, 20):
        small.later(minutes=1)
        small.run(AdjustTemperature(by=ANA, lead_id=lead_id, score=score, reason=f"Feels like {score}"))
        txns.append(small.last_txn)
    small.run(Undo(by=ANA, txn=txns[1]))
    lead = small.lead(lead_id)
    assert (lead.temperature, lead.temperature_note) == (91, "Ana Ruiz: Feels like 91")
    small.run(Undo(by=ANA, txn=txns[0]))
    lead = small.lead(lead_id)
    assert (lead.temperature, lead.temperature_set, lead.temperature_note) == (facts, None, "")


@pytest.mark.requirement("TEMP-05")
def test_an_estimate_that_was_given_anew_stays() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(AdjustTemperature(by=ANA, lead_id=lead_id, score=91, reason="Keen"))
    first = small.last_txn
    small.later(minutes=1)
    small.run(AdjustTemperature(by=DANA, lead_id=lead_id, score=40, reason="Not that keen"))
    with pytest.raises(Refused, match="anew"):
        small.run(Undo(by=ANA, txn=first))
    assert small.lead(lead_id).temperature == 40


SATURDAY = START + timedelta(days=4, hours=1)


def visits(small: SmallDesk) -> list[tuple[str, datetime]]:
    with small.desk.store.reading() as session:
        return [(row.status, row.starts_at) for row in session.scalars(select(Appointment))]


def told_of_visit(small: SmallDesk, lead_id: str) -> list[tuple[str, str]]:
    with small.desk.store.reading() as session:
        rows = session.scalars(select(Message).where(Message.lead_id == lead_id).order_by(Message.number))
        return [(row.step, row.status) for row in rows if row.step.startswith("visit")]


def booked(small: SmallDesk, lead_id: str, starts: datetime = SATURDAY) -> str:
    small.later(minutes=1)
    small.run(BookAppointment(by=ANA, lead_id=lead_id, starts=starts))
    return small.last_txn


def send_all(small: SmallDesk) -> None:
    with small.desk.store.reading() as session:
        waits = list(session.scalars(select(Message.id).where(Message.status.in_(("queued", "held")))))
    for message_id in waits:
        if small.run(ClaimSend(message_id=message_id)) is not None:
            small.run(RecordSend(message_id=message_id, outcome="accepted"))


@pytest.mark.requirement("APPT-01")
def test_a_booking_nobody_heard_of_is_taken_back_without_a_word() -> None:
    small = SmallDesk()
    lead_id = small.take()
    stage, txn = small.lead(lead_id).stage, booked(small, lead_id)
    assert told_of_visit(small, lead_id) == [("visit_booked", "queued")]
    assert small.run(Undo(by=ANA, txn=txn)) == ()
    assert [status for status, _at in visits(small)] == ["undone"]
    assert small.lead(lead_id).stage == stage
    assert told_of_visit(small, lead_id) == [("visit_booked", "skipped")]
    with small.desk.store.reading() as session:
        kinds = set(session.scalars(select(Task.kind).where(Task.done_at.is_(None))))
        counted = {
            words: number for number, words, _note in figures(session, small.clock.now() - timedelta(days=1))
        }
    assert not kinds & {"prepare_vehicle", "paperwork", "confirm_visit"}
    assert counted["visits set"] == 0, "Today does not count it either"


@pytest.mark.requirement("APPT-01")
def test_a_booking_the_customer_heard_of_is_taken_back_and_they_hear_of_it() -> None:
    small = SmallDesk()
    lead_id = small.take()
    txn = booked(small, lead_id)
    send_all(small)
    small.later(minutes=1)
    assert small.run(Undo(by=ANA, txn=txn)) == ("The message has left already.",)
    assert [status for status, _at in visits(small)] == ["cancelled"]
    assert told_of_visit(small, lead_id)[-1] == ("visit_cancelled", "queued")


@pytest.mark.requirement("APPT-03")
def test_a_move_nobody_heard_of_goes_back_and_a_later_one_is_told() -> None:
    small = SmallDesk()
    lead_id = small.take()
    booked(small, lead_id)
    send_all(small)
    moved = booked(small, lead_id, SATURDAY + timedelta(hours=2))
    small.run(Undo(by=ANA, txn=moved))
    assert visits(small) == [("booked", SATURDAY)]
    assert told_of_visit(small, lead_id)[-1] == ("visit_moved", "skipped")
    booked(small, lead_id, SATURDAY + timedelta(hours=3))
    assert told_of_visit(small, lead_id)[-1] == ("visit_moved", "queued")


@pytest.mark.requirement("APPT-03")
def test_a_move_the_customer_heard_of_goes_back_as_a_move() -> None:
    small = SmallDesk()
    lead_id = small.take()
    booked(small, lead_id)
    moved = booked(small, lead_id, SATURDAY + timedelta(hours=2))
    send_all(small)
    small.later(minutes=1)
    small.run(Undo(by=ANA, txn=moved))
    assert visits(small) == [("booked", SATURDAY)]
    assert told_of_visit(small, lead_id)[-1] == ("visit_moved", "queued")


@pytest.mark.requirement("APPT-03", "ILM-08")
def test_a_no_show_recorded_by_mistake_is_taken_back_and_a_true_one_rings_again() -> None:
    small = SmallDesk()
    lead_id = small.take()
    booked(small, lead_id)
    small.clock.turn_to(SATURDAY + timedelta(hours=2))
    small.run(CloseAppointment(by=ANA, lead_id=lead_id, result="no_show"))
    txn = small.last_txn
    assert _missed(small) == 1
    small.later(minutes=1)
    assert small.run(Undo(by=ANA, txn=txn)) == ()
    assert visits(small) == [("booked", SATURDAY)]
    assert _missed(small) == 0
    small.later(minutes=1)
    small.run(CloseAppointment(by=ANA, lead_id=lead_id, result="no_show"))
    assert _missed(small) == 1


def _missed(small: SmallDesk) -> int:
    with small.desk.store.reading() as session:
        tasks = session.scalars(select(Task.key).where(Task.done_at.is_(None)))
        clocks = session.scalars(select(Timer.key).where(Timer.kind == "no_show", Timer.cleared_at.is_(None)))
        return min(sum("·missed·" in key for key in tasks), len(list(clocks)))


@pytest.mark.requirement("APPT-03", "COVER-05")
def test_a_visit_recorded_as_sold_is_taken_back_with_sale_and_credit() -> None:
    small = SmallDesk()
    lead_id = small.take()
    booked(small, lead_id)
    small.clock.turn_to(SATURDAY + timedelta(hours=2))
    small.run(CloseAppointment(by=ANA, lead_id=lead_id, result="sold"))
    txn = small.last_txn
    small.later(minutes=1)
    assert small.run(Undo(by=ANA, txn=txn)) == ()
    assert visits(small) == [("booked", SATURDAY)]
    assert small.lead(lead_id).stage == "appointment_set"
    assert credit(small) == []


def credit(small: SmallDesk) -> list[Any]:
    with small.desk.store.reading() as session:
        return [
            share for deal in session.scalars(select(Deal)) if deal.undone_at is None for share in deal.shares
        ]


@pytest.mark.requirement("COVER-05", "LEAD-06")
def test_a_lead_moved_out_of_sold_takes_its_credit_along_and_undo_gives_both_back() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(RecordSale(by=ANA, lead_id=lead_id))
    credited = credit(small)
    assert credited
    small.later(minutes=1)
    small.run(MoveLead(by=ANA, lead_id=lead_id, stage="engaged"))
    txn = small.last_txn
    assert (credit(small), small.lead(lead_id).outcome) == ([], "")
    told = [(line.kind, line.why) for line in small.changes[-1].happened]
    assert ("credit", ("Moved out of Sold by Ana Ruiz",)) in told
    small.later(minutes=1)
    assert small.run(Undo(by=ANA, txn=txn)) == ()
    assert credit(small) == credited
    assert (small.lead(lead_id).stage, small.lead(lead_id).outcome) == ("sold", "Sold")


@pytest.mark.requirement("COVER-05", "DESK-04")
def test_only_who_sold_or_a_manager_moves_a_lead_out_of_sold() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(RecordSale(by=DANA, lead_id=lead_id))
    with pytest.raises(NotAllowed, match="take this sale back"):
        small.run(MoveLead(by=BEN, lead_id=lead_id, stage="engaged"))
    assert credit(small)
    small.run(MoveLead(by=DANA, lead_id=lead_id, stage="engaged"))
    assert credit(small) == []


@pytest.mark.requirement("COVER-05", "DESK-04")
def test_a_managers_decision_on_the_credit_is_taken_back_by_a_manager_alone() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(RecordSale(by=ANA, lead_id=lead_id))
    ruled = credit(small)
    small.later(minutes=1)
    small.run(DecideCredit(by=DANA, lead_id=lead_id, credited=("dana",), reason="Dana met them first"))
    txn = small.last_txn
    with pytest.raises(NotAllowed):
        small.run(Undo(by=ANA, txn=txn))
    small.run(Undo(by=DANA, txn=txn))
    assert credit(small) == ruled
    assert small.lead(lead_id).stage == "sold"


@pytest.mark.requirement("FLOW-07")
def test_an_assessment_is_taken_back_and_what_was_answered_anew_stays() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(AssessNeeds(by=ANA, lead_id=lead_id, answers={"timeline": "Soon", "brand": "Toyota"}))
    first = small.last_txn
    small.later(minutes=1)
    small.run(AssessNeeds(by=DANA, lead_id=lead_id, answers={"brand": "Honda"}))
    assert small.run(Undo(by=ANA, txn=first)) == ("What was changed anew since stays as it is.",)
    assert small.lead(lead_id).needs == {"brand": "Honda"}


@pytest.mark.requirement("AI-07")
def test_a_trade_in_and_an_edit_are_taken_back() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(DescribeTradeIn(by=ANA, lead_id=lead_id, values={"year": 2018, "make": "Honda"}))
    small.run(Undo(by=ANA, txn=small.last_txn))
    assert small.lead(lead_id).trade_in is None
    small.run(EditLead(by=ANA, lead_id=lead_id, lead={"timeframe": "Soon"}, customer={"city": "Boise"}))
    small.run(Undo(by=ANA, txn=small.last_txn))
    assert small.lead(lead_id).timeframe == ""
