"""Outside the hours and behind a lost answer: what waits is shown as waiting, and a person settles what nobody knows (ILM-09, R23)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.models.conversation import Message
from desk.views.board.model import card_sentence
from tests.views.screens.conftest import START, ZONE, SeatedDesk
from tests.views.screens.test_inbox import drawn, opened


@pytest.mark.requirement("ILM-09", "ILM-07", "ILM-02")
def test_a_lead_of_the_night_waits_for_the_opening_and_says_so(seated: SeatedDesk) -> None:
    seated.clock.turn_to(START.replace(hour=22))
    lead_id = seated.take()
    seated.settle()
    pane = seated.open_pane(lead_id)
    assert pane.view is not None
    opening = (START + timedelta(days=1)).replace(hour=9)
    timer = pane.view.card.timer
    assert (timer.kind, timer.started) == ("waiting", opening)
    (call,) = [task for task in pane.view.tasks if task.kind == "call"]
    assert call.due is not None
    assert call.due >= opening - timedelta(hours=1)
    assert "timer starts in 11 hours" in card_sentence(pane.view.card, seated.clock.now(), ZONE)


@pytest.mark.requirement("DESK-10", "AI-18")
def test_a_send_of_which_nobody_knows_is_settled_by_a_person_in_the_inbox(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    with seated.store.writing() as session:
        message = session.query(Message).filter(Message.lead_id == lead_id, Message.channel == "text").one()
        message.status, message.status_words = "uncertain", "The provider did not confirm"
    inbox = opened(seated)
    seated.until(lambda: drawn(inbox)[:1] == ["uncertain 1"])
    seated.until(lambda: inbox.lead.view is not None and message.id in inbox.lead.timeline.acts)
    buttons = inbox.lead.timeline.acts[message.id].buttons
    assert set(buttons) == {"sent", "again", "drop"}
    buttons["sent"].click()
    seated.until(lambda: {m.id: m.status for m in seated.messages(lead_id)}[message.id] == "sent")
    seated.until(lambda: "uncertain 1" not in drawn(inbox))
