"""A part of the program that comes on another thread, and the pane that waits for it (DESK-01)."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desk.models.time import TurnedClock
from desk.views.beside import Beside
from desk.views.board.board import Board
from desk.views.bring import Brought
from desk.views.gallery.samples import ZONE
from desk.views.made_later import MadeLater
from desk.views.main_window import MainWindow
from desk.views.pulse import Pulse
from desk.views.theme import Theme
from tests.views.conftest import Pages
from tests.views.test_shell import Beside as Pane
from tests.views.test_shell import desk, window

__all__ = ["desk", "window"]  # fixtures

pytestmark = pytest.mark.requirement("DESK-01")
PART = "seldom_needed"


@pytest.fixture
def part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A module nobody has imported yet; it notes the thread that does."""
    (tmp_path / f"{PART}.py").write_text("import threading\nBROUGHT_BY = threading.get_ident()\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield PART
    sys.modules.pop(PART, None)


@pytest.fixture
def beside(qtbot: QtBot, theme: Theme, clock: TurnedClock, part: str) -> Beside:
    whole, stack = QSplitter(), QStackedWidget()
    qtbot.addWidget(whole)
    qtbot.addWidget(stack)
    made = Beside(Board(Pages(), Pulse(clock.now), ZONE), whole, stack)
    made.make = Pane
    made.bring(part)
    whole.resize(1440, 900)
    whole.show()
    return made


def test_a_part_comes_on_another_thread_once_and_then_at_once(qtbot: QtBot, part: str) -> None:
    parent, told = QObject(), list[int]()
    brought = Brought(part, parent)
    brought.here.connect(lambda: told.append(threading.get_ident()))
    brought.want()
    brought.want()
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert told == [threading.get_ident()]
    assert threading.get_ident() != sys.modules[part].BROUGHT_BY
    brought.want()
    assert len(told) == 2


def test_the_first_lead_waits_for_the_pane_and_the_last_one_asked_for_is_shown(
    qtbot: QtBot, beside: Beside
) -> None:
    done: list[QWidget] = []
    beside.show_lead("first")
    beside.show_lead("last")
    beside.do(done.append)
    assert beside.pane is None
    qtbot.waitUntil(lambda: beside.is_open, timeout=30_000)
    assert [lead_id for lead_id, _place in beside.pane.shown] == ["last"]
    assert done == [beside.pane]
    beside.show_lead("third")
    assert beside.pane.shown[-1][0] == "third"


def test_a_lead_that_was_left_before_its_pane_came_stays_away(qtbot: QtBot, beside: Beside) -> None:
    assert beside.code is not None
    done: list[QWidget] = []
    beside.show_lead("first")
    beside.do(done.append)
    beside.close()
    with qtbot.waitSignal(beside.code.here, timeout=30_000):
        pass
    assert not beside.is_open
    assert done == []


def test_a_screen_that_was_pressed_comes_with_its_code_unless_another_is_wanted_by_then(
    qtbot: QtBot, window: MainWindow, part: str
) -> None:
    made: list[QWidget] = []
    later = MadeLater(lambda: made.append(QWidget()) or made[0], part)
    window.add_screen("later", later)
    window.rail.chosen.emit("later")
    window.rail.chosen.emit("board")
    with qtbot.waitSignal(later.code.here, timeout=30_000):
        pass
    assert window.stack.currentWidget() is window.splitter
    assert made == []
    window.rail.chosen.emit("later")
    qtbot.waitUntil(lambda: window.stack.currentWidget() is later, timeout=30_000)
    assert later.screen_made is made[0]


def test_the_pane_is_given_its_place_unseen_and_shown_in_a_turn_of_its_own(
    qtbot: QtBot, beside: Beside
) -> None:
    seen: list[tuple[bool, bool]] = []
    adopt = beside._adopt
    beside._adopt = lambda: (adopt(), seen.append((beside.pane.parent() is not None, beside.is_open)))  # type: ignore[method-assign, func-returns-value, assignment]
    beside.show_lead("first")
    qtbot.waitUntil(lambda: beside.is_open, timeout=30_000)
    assert seen == [(True, False)]
