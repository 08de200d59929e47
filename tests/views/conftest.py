"""A dressed application and a board of invented leads on a clock that is turned by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.models.snapshots.board import BoardView, ColumnView
from desk.models.time import TurnedClock
from desk.views.board.board import Board
from desk.views.gallery import samples
from desk.views.pulse import Pulse
from desk.views.theme import Theme, load_fonts


@dataclass
class Pages:
    """A source of boards that remembers what it was asked, and answers when told to."""

    asked: list[tuple[str, ...]] = field(default_factory=list)
    answers: dict[str, ColumnView] = field(default_factory=dict)

    def board(self, whose: str, then: Callable[[BoardView], None]) -> None:
        self.asked.append(("board", whose))
        then(samples.board())

    def page(self, stage: str, cursor: str, whose: str, then: Callable[[ColumnView], None]) -> None:
        self.asked.append(("page", stage, cursor, whose))
        if stage in self.answers:
            then(self.answers[stage])


@pytest.fixture
def theme(qtbot: QtBot, qapp: QApplication) -> Iterator[Theme]:
    """The light theme at 100 %, whatever a test before has switched to."""
    load_fonts()
    current = Theme.current()
    _dress_plainly(current, qapp)
    yield current
    # Outside an event loop Qt keeps what was deleted later; a switch would dress it all again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _dress_plainly(current, qapp)


def _dress_plainly(current: Theme, qapp: QApplication) -> None:
    """Switch back, where the test left anything else: dressing an application costs as much as a small test."""
    is_plain = (current.choice, current.scale) == ("light", 1.0)
    if not (is_plain and qapp.styleSheet() == current.style_sheet()):
        current.switch("light", 1.0)


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock(samples.NOW)


@pytest.fixture
def now(clock: TurnedClock) -> Callable[[], datetime]:
    return clock.now


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def board(qtbot: QtBot, theme: Theme, clock: TurnedClock, pages: Pages) -> Board:
    """The sample board, 1388 by 852, on the screen."""
    made = Board(pages, Pulse(clock.now), samples.ZONE)
    qtbot.addWidget(made)
    made.show_board(samples.board())
    made.resize(1388, 852)
    made.show()
    return made
