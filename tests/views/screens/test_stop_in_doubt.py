"""The hand-off of a message that may have said stop asks its one question, and one click answers it (R4)."""

from __future__ import annotations

import pytest

from desk.models import commands as c
from desk.models.words import MAY_HAVE_STOPPED
from desk.views.detail.pane import LeadPane
from tests.services.test_stop_in_doubt import DOUBTFUL
from tests.views.screens.conftest import SeatedDesk

pytestmark = [pytest.mark.rule("R4"), pytest.mark.requirement("AI-10", "AI-23")]


def _asked(seated: SeatedDesk) -> LeadPane:
    lead_id = seated.take()
    seated.run(c.TakeReply(lead_id=lead_id, channel="text", text=DOUBTFUL))
    pane = seated.open_pane(lead_id)
    seated.until(pane.handoff.isVisible)
    return pane


def test_the_card_quotes_the_message_and_asks_whether_they_said_stop(seated: SeatedDesk) -> None:
    card = _asked(seated).handoff
    assert card.title.text() == MAY_HAVE_STOPPED
    assert DOUBTFUL in card.quote.text()
    assert card.stopped.isVisible()
    assert card.go_on.isVisible()
    assert not card.call.isVisible(), "nobody is called who may have asked for silence"


@pytest.mark.parametrize(("choice", "state"), [("stopped", "opted_out"), ("go_on", "on")])
def test_one_click_answers_it(seated: SeatedDesk, choice: str, state: str) -> None:
    pane = _asked(seated)
    getattr(pane.handoff, choice).click()
    seated.until(lambda: pane.view is not None and pane.view.card.ai_state == state)
    seated.until(lambda: not pane.handoff.isVisible())


def test_any_other_hand_off_asks_no_such_thing(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.run(c.TakeReply(lead_id=lead_id, channel="text", text="I want to talk to a real person"))
    card = seated.open_pane(lead_id).handoff
    seated.until(card.isVisible)
    assert not card.stopped.isVisible()
    assert not card.go_on.isVisible()
