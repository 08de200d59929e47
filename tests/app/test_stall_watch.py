"""The watchdog of the window's thread: silent while it takes its turns, and it names who held it up (DESK-01)."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from desk.app.stall_watch import Stall, StallWatch

pytestmark = pytest.mark.requirement("DESK-01")


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[StallWatch]:
    parent = QObject()
    made = StallWatch(parent, 100.0, own_work=True)
    yield made
    made.end()


def dawdle(seconds: float) -> None:
    """Compute for so long on the thread that calls."""
    ends = time.thread_time() + seconds
    while time.thread_time() < ends:
        sum(range(1000))


def test_who_holds_the_window_up_is_named_once_with_how_long(qtbot: QtBot, watch: StallWatch) -> None:
    done: list[bool] = []
    QTimer.singleShot(20, lambda: (dawdle(0.3), done.append(True)))
    qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    qtbot.waitUntil(lambda: bool(watch.stalls) and watch.stalls[0].ms >= 290, timeout=30_000)
    (stall,) = watch.stalls
    assert stall.lines[0].startswith("tests/app/test_stall_watch.py:")
    assert stall.lines[0].endswith(" dawdle")
    assert "dawdle <" in str(stall)


def test_short_work_and_waiting_are_no_stall(qtbot: QtBot, watch: StallWatch) -> None:
    turns: list[int] = []
    work = QTimer(watch, interval=10)
    work.timeout.connect(lambda: (dawdle(0.03), turns.append(1)))
    work.start()
    qtbot.waitUntil(lambda: len(turns) >= 10, timeout=30_000)
    assert watch.stalls == []


def test_a_stall_in_qt_itself_says_so() -> None:
    assert str(Stall(120.4, ())) == "120 ms: in Qt itself"
