"""The pause of a part of the store, from the top bar (AI-27)."""

from __future__ import annotations

import pytest

from desk.views.frame_popovers import AssistantPopover
from tests.views.screens.conftest import SeatedDesk
from tests.views.screens.test_people import settings
from tests.views.screens.test_today import change


@pytest.fixture
def seen(seated: SeatedDesk) -> SeatedDesk:
    """The window is up, so that its coming to the front closes no sheet."""
    seated.window.refresh()
    seated.until(lambda: seated.window.shell is not None and seated.window.isActiveWindow())
    return seated


def sheet(seated: SeatedDesk) -> AssistantPopover:
    seated.window.bar.assistant.click()
    made = seated.window.overlays.sheet
    assert isinstance(made, AssistantPopover)
    return made


def offered(seated: SeatedDesk, made: AssistantPopover) -> list[str]:
    """The sources one may choose from, once one of them is to be paused."""
    made.scope.setCurrentIndex(made.scope.findData("source:"))
    seated.until(lambda: made.source.isVisible() or made.no_source.isVisible())
    return [made.source.itemText(row) for row in range(made.source.count())]


@pytest.mark.requirement("AI-27")
def test_a_source_to_pause_is_chosen_from_those_the_store_knows(seen: SeatedDesk) -> None:
    """Whichever sends the most stands first; one that is paused already is not offered again."""
    made = sheet(seen)
    assert offered(seen, made) == []
    made.reason.setText("Wrong prices in it")
    made.act.click()
    assert made.refusal.text() == "Choose the source that is paused."
    made.close()
    for number in (4, 7, 10):
        change(seen, seen.take(number), source="CarFinder" if number > 4 else "AutoPlace")
    made = sheet(seen)
    assert offered(seen, made) == ["CarFinder", "AutoPlace"]
    made.reason.setText("Wrong prices in it")
    made.act.click()
    seen.until(lambda: settings(seen)["assistant.pauses"] == {"source:CarFinder": "Wrong prices in it"})
    seen.until(lambda: seen.window.shell is not None and bool(seen.window.shell.pauses))
    made = sheet(seen)
    assert offered(seen, made) == ["AutoPlace"]
    made.scope.setCurrentIndex(made.scope.findData("store"))
    assert made.source.isHidden()


@pytest.mark.requirement("AI-27")
def test_one_strategy_is_paused_alone_and_goes_on_again(seen: SeatedDesk) -> None:
    """What else comes is answered; the pause stands where it was given, with its way back."""
    made = sheet(seen)
    made.scope.setCurrentIndex(made.scope.findData("strategy:website"))
    made.reason.setText("Form is broken")
    made.act.click()
    seen.until(lambda: settings(seen)["assistant.pauses"] == {"strategy:website": "Form is broken"})
    lead_id = seen.take()
    seen.settle()
    assert {m.status for m in seen.messages(lead_id) if m.direction == "out"} == {"held"}
    seen.until(lambda: seen.window.shell is not None and len(seen.window.shell.pauses) == 1)
    made = sheet(seen)
    assert made.resume["strategy:website"].accessibleName() == "Resume: Strategy Website"
    made.resume["strategy:website"].click()
    seen.until(lambda: settings(seen)["assistant.pauses"] == {})
    seen.later(minutes=1)
    seen.settle()
    assert "sent" in {m.status for m in seen.messages(lead_id) if m.direction == "out"}
