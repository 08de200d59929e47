"""The pause of a part of the store, from the top bar (AI-27)."""

from __future__ import annotations

import pytest

from desk.views.frame_popovers import AssistantPopover
from tests.views.screens.conftest import SeatedDesk
from tests.views.screens.test_people import settings


def sheet(seated: SeatedDesk) -> AssistantPopover:
    seated.window.bar.assistant.click()
    made = seated.window.overlays.sheet
    assert isinstance(made, AssistantPopover)
    return made


@pytest.mark.requirement("AI-27")
def test_one_strategy_or_source_is_paused_alone_and_goes_on_again(seated: SeatedDesk) -> None:
    """What else comes is answered; the pause stands where it was given, with its way back."""

    seated.window.refresh()
    seated.until(lambda: seated.window.shell is not None)
    made = sheet(seated)
    made.scope.setCurrentIndex(made.scope.findData("source:"))
    made.reason.setText("Wrong prices in it")
    made.act.click()
    assert made.refusal.text() == "Name the source that is paused."
    made.source.setText("CarFinder")
    made.act.click()
    seated.until(lambda: settings(seated)["assistant.pauses"] == {"source:CarFinder": "Wrong prices in it"})
    made = sheet(seated)
    made.scope.setCurrentIndex(made.scope.findData("strategy:website"))
    made.reason.setText("Form is broken")
    made.act.click()
    seated.until(lambda: len(settings(seated)["assistant.pauses"]) == 2)
    lead_id = seated.take()
    seated.settle()
    assert {m.status for m in seated.messages(lead_id) if m.direction == "out"} == {"held"}
    seated.until(lambda: seated.window.shell is not None and len(seated.window.shell.pauses) == 2)
    made = sheet(seated)
    assert made.resume["strategy:website"].accessibleName() == "Resume: Strategy Website"
    made.resume["strategy:website"].click()
    seated.until(lambda: list(settings(seated)["assistant.pauses"]) == ["source:CarFinder"])
    seated.later(minutes=1)
    seated.settle()
    assert "sent" in {m.status for m in seated.messages(lead_id) if m.direction == "out"}
