"""History: one's own latest acts with Undo, for as long as they can be taken back (FLOW-11)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desk.models import commands as c
from desk.models.by import By
from desk.views.acts import acts_of_window
from desk.views.theme import Theme
from desk.views.undo_history import UndoHistory
from desk.views.undo_strip import FOOT
from tests.views.screens.conftest import SeatedDesk
from tests.views.screens.test_words_access import go

DANA = By("staff", "dana", "manager", "Dana Whit")
ANA = By("staff", "ana", "bdc", "Ana Ruiz")


def opened(seated: SeatedDesk, held: int) -> UndoHistory:
    act = next(act for act in acts_of_window(seated.window) if act.icon == "history")
    act.run()
    made = seated.window.findChildren(UndoHistory)[-1]
    seated.until(lambda: len(made.buttons) == held)
    return made


@pytest.mark.requirement("FLOW-11")
def test_an_act_of_ones_own_is_taken_back_from_the_list(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    seated.run(c.MoveLead(lead_id=lead_id, stage="qualified", by=DANA))
    seated.run(c.AssignLead(lead_id=lead_id, to="ana", by=ANA))  # what others did is not mine to undo here
    history = opened(seated, 1)
    button = next(iter(history.buttons.values()))
    assert button.accessibleName() == "Undo: Move: Kim Doe"
    button.click()
    seated.until(lambda: seated.view(lead_id).card.stage == "contacted")
    seated.until(lambda: button.text() == "Undone")


@pytest.mark.requirement("FLOW-11")
def test_what_has_moved_on_since_is_kept_and_said(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    seated.run(c.MoveLead(lead_id=lead_id, stage="qualified", by=DANA))
    seated.run(c.MoveLead(lead_id=lead_id, stage="engaged", by=ANA))
    history = opened(seated, 1)
    next(iter(history.buttons.values())).click()
    seated.until(lambda: "moved on" in history.note.text())
    assert seated.view(lead_id).card.stage == "engaged"


@pytest.mark.requirement("FLOW-11", "DESK-11")
@pytest.mark.parametrize("screen", ["lead", "monitor", "tower"])
def test_the_strip_stands_above_what_a_screen_holds_at_its_foot(seated: SeatedDesk, screen: str) -> None:
    """The composer and the buttons stay in reach for the ten seconds, also after the text grew."""
    lead_id = seated.take()
    go(seated, screen, lead_id)
    shown = seated.window.stack.currentWidget()
    if screen == "tower":
        shown.screen_made.look(lead_id)
    seated.until(lambda: any(part.isVisible() for part in shown.findChildren(QWidget, FOOT)))
    strip = seated.window.overlays.undo_strip
    strip.offer("none", "edit Maximiliana Featherstonehaugh-Okonkwo")
    for scale in (1.0, 1.25, 2.0):
        Theme.current().switch(scale=scale)
        seated.until(lambda: strip.geometry().bottom() <= highest(seated.window, shown))
        assert strip.width() >= strip.sizeHint().width()


def highest(window: QWidget, screen: QWidget) -> int:
    """Where the foot of a screen begins."""
    foots = [part for part in screen.findChildren(QWidget, FOOT) if part.isVisible()]
    return min(part.mapTo(window, QPoint()).y() for part in foots)


@pytest.mark.requirement("FLOW-11")
def test_the_strip_makes_way_at_once_for_a_pane_that_opens_grows_and_goes(seated: SeatedDesk) -> None:
    window, lead_id = seated.window, seated.take()
    window.pulse.stop()  # not at the next second only
    strip = window.overlays.undo_strip
    strip.offer("none", "edit Kim Doe")
    lowest = strip.geometry().bottom()
    pane = seated.open_pane(lead_id)
    seated.until(lambda: pane.foot.height() > 0 and strip.geometry().bottom() <= highest(window, pane))
    above_the_composer = strip.geometry().bottom()
    pane.log_activity()
    seated.until(lambda: strip.geometry().bottom() <= highest(window, pane) < above_the_composer)
    window.close_pane()
    seated.until(lambda: strip.geometry().bottom() == lowest)
