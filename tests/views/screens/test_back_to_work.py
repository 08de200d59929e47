"""What brings a lead back to a person: the call of a new one, and a hold whose date has come (FLOW-04, FLOW-10, ILM-07)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from desk.models import commands as c
from desk.models.alert import Alert
from desk.models.by import By
from desk.models.lead import Lead
from desk.views import widgets as w
from tests.views.screens.conftest import START, ZONE, SeatedDesk
from tests.views.screens.test_today import opened

ANA = By("staff", "ana", "bdc", "Ana Ruiz")
CTRL = Qt.KeyboardModifier.ControlModifier


def words_of(part: Any) -> str:
    return "\n".join(label.text() for label in part.findChildren(w.Words) if label.isVisibleTo(part))


@pytest.mark.requirement("FLOW-10", "ILM-07", "AI-14")
def test_the_call_of_a_new_lead_tells_what_the_assistant_wrote_and_what_to_do(seated: SeatedDesk) -> None:
    """Five minutes after it came; whoever calls and is declined leaves the lead with the assistant."""
    lead_id = seated.take()
    seated.settle()
    wrote = next(m.text for m in seated.messages(lead_id) if m.author == "assistant" and m.channel == "email")
    seated.assembled.open_wide(lead_id)
    lead = seated.assembled.screens["lead"].screen_made
    seated.until(lambda: lead.view is not None and any(not task.done for task in lead.view.tasks))
    (task,) = [task for task in lead.view.tasks if not task.done]
    assert (task.kind, task.due) == ("call", START + timedelta(minutes=5))
    told = words_of(lead.side)
    assert task.title in told
    assert wrote.splitlines()[0] in told
    assert "Refer to it and offer a visit. No answer: leave a voicemail" in told

    lead.setFocus()
    seated.press(lead, Qt.Key.Key_E)
    seated.press(lead.log, Qt.Key.Key_6)
    seated.press(lead.log, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: [log.outcome for log in seated.logs()] == ["declined_call"])
    seated.until(lambda: all(each.done for each in lead.view.tasks if each.id == task.id))
    assert lead.view.assistant.state == "on"
    assert lead.view.card.timer.kind != "running"


def held(seated: SeatedDesk, number: int, until: datetime) -> str:
    """A lead of Ana's that rests until then."""
    lead_id = seated.take(number)
    seated.run(c.AssignLead(lead_id=lead_id, to="ana"))
    seated.run(c.LogActivity(lead_id=lead_id, type="call", outcome="no_answer", summary="Rang out", by=ANA))
    rest = c.HoldLead(
        lead_id=lead_id, kind="organic", reason="Lease ends", until=until, note="Call in spring", by=ANA
    )
    seated.run(rest)
    return lead_id


@pytest.mark.requirement("FLOW-04")
def test_a_hold_comes_back_on_its_date_and_one_that_was_missed_is_listed(seated: SeatedDesk) -> None:
    """Due today it stands on Today with its Resume; come back by itself it rings, with a task that quotes the note."""
    day = timedelta(days=1)
    due = held(seated, 1, START.replace(hour=9) + 2 * day)
    later = held(seated, 2, START.replace(hour=9) + 9 * day)
    seated.clock.turn_to(datetime(2026, 3, 5, 8, 30, tzinfo=ZoneInfo(ZONE)))  # before the store opens
    screen = opened(seated)
    seated.until(lambda: "holds" in screen.cards)
    lines = screen.cards["holds"].lines
    assert [(line.row.lead_id, line.button.text()) for line in lines] == [(due, "Resume")]
    assert "Lease ends" in lines[0].said.text()

    seated.later(hours=1)
    seated.settle()
    view = seated.view(due)
    assert view.card.hold_until is None
    (task,) = [task for task in view.tasks if not task.done and task.title.startswith("Back from hold")]
    assert task.recommended.startswith("Call in spring\nCall, and close it")
    assert any("back from hold" in alert.title for alert in seated.rows(Alert) if alert.lead_id == due)
    seated.until(lambda: "holds" in screen.cards and not screen.cards["holds"].lines)

    with seated.store.writing() as session:  # a date that passed while nobody looked, as in an older record
        session.get(Lead, later).hold_until = seated.clock.now() - timedelta(hours=5)
    screen.read()
    seated.until(lambda: [line.row.lead_id for line in screen.cards["holds"].lines] == [later])
    check = screen.checks.lines["holds"]
    assert check.accessibleName() == "Holds have reason and date: 1 to take up"
    screen.cards["holds"].lines[0].button.click()
    seated.until(lambda: seated.view(later).card.hold_until is None)
    seated.until(lambda: not screen.checks.lines["holds"].isEnabled())
