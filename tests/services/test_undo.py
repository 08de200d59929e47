"""Undo takes one named act back and keeps what was done since (FLOW-11)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.models.commands import AssignLead, HoldLead, LogActivity, MoveLead, Undo, WriteMessage
from desk.models.errors import Refused
from tests.services.desk_fixture import ANA, DANA, SmallDesk

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
    small.run(
        HoldLead(
            by=ANA, lead_id=lead_id, kind="organic", reason="Waits for a bonus", until=until, note="Told Dana"
        )
    )
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
