"""A locked desk's window asks in vain and does nothing; what happened meanwhile is told once somebody signed in (R22)."""

from __future__ import annotations

from typing import Any

import pytest

from desk.models.changes import Changes
from desk.models.commands import ClaimLead, NoteViews, SetPin, TrySignIn, Viewed
from desk.models.lead import Lead
from tests.views.screens.conftest import SeatedDesk

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-04")]


def test_questions_wait_commands_are_refused_and_changes_come_as_one(seated: SeatedDesk) -> None:
    lead_id, bridge = seated.take(1), seated.bridge
    answers: list[Any] = []
    refused: list[Any] = []
    changes: list[Changes] = []
    bridge.hold()
    bridge.changed.connect(changes.append)
    bridge.ask(lambda read: read.lead(lead_id), answers.append)
    bridge.run(ClaimLead(lead_id=lead_id), answers.append, refused.append)
    assert [why.words for why in refused] == ["The desk is locked, so nothing was done."]
    more = [seated.take(number) for number in (2, 3)]
    known: list[Any] = []
    bridge.who_may_sit(known.append)
    seated.until(lambda: bool(known))
    assert [person.name for person in known[0].people] == ["Ana Ruiz", "Dana Whit"]
    assert (answers, changes) == ([], [])
    bridge.release()
    seated.until(lambda: len(answers) == 1)
    assert answers[0].card.id == lead_id
    assert [set(more) <= change.leads for change in changes] == [True]
    assert next(row for row in seated.rows(Lead) if row.id == lead_id).claimed_at is None


def test_only_a_try_goes_through_the_door(seated: SeatedDesk) -> None:
    seated.run(SetPin(staff_id="ana", pin="4711"))
    seated.bridge.hold()
    answers: list[Any] = []
    for pin in ("0000", "4711"):
        seated.bridge.at_door(TrySignIn(staff_id="ana", pin=pin), answers.append)
    seated.until(lambda: len(answers) == 2)
    assert [answer.verdict for answer in answers] == ["wrong", "in"]
    assert seated.bridge.is_held, "a right answer is not yet an open desk: its window opens it"


def test_who_looked_at_what_makes_no_screen_read_again(seated: SeatedDesk) -> None:
    lead_id, changes = seated.take(1), list[Changes]()
    seated.bridge.changed.connect(changes.append)
    seated.run(NoteViews(views=(Viewed("ana", "lead", lead_id, seated.clock.now()),)))
    seated.take(2)
    seated.until(lambda: bool(changes))
    assert [change.act for change in changes] == ["take a lead"]
