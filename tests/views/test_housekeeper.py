"""Widgets that nobody holds any more are taken away on the window's thread, whoever asks for memory (DESK-01)."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.views.housekeeper import Housekeeper

pytestmark = pytest.mark.requirement("DESK-01")


class Left(QWidget):
    """A widget that holds itself, as one does with a signal bound to its own method; tells who took it away."""

    def __init__(self, taken_by: list[int]) -> None:
        super().__init__()
        self.taken_by, self.itself = taken_by, self

    def __del__(self) -> None:
        self.taken_by.append(threading.get_ident())


def ask_for_memory() -> None:
    """What an engine thread does all day: many small things at once, far more than sets the collector going."""
    for _turn in range(20):
        _held = [[number] for number in range(5_000)]


def on_an_engine_thread() -> None:
    thread = threading.Thread(target=ask_for_memory)
    thread.start()
    thread.join()


def test_an_engine_thread_never_takes_a_widget_away(qtbot: QtBot) -> None:
    taken_by: list[int] = []
    Left(taken_by)
    on_an_engine_thread()
    assert taken_by == []
    gc.collect()
    assert taken_by == [threading.get_ident()]


def test_the_window_sweeps_by_itself(qtbot: QtBot) -> None:
    taken_by: list[int] = []
    Left(taken_by)
    on_an_engine_thread()
    kept = [[number] for number in range(5_000)]
    qtbot.waitUntil(lambda: taken_by == [threading.get_ident()], timeout=30_000)
    assert len(kept) == 5_000


def test_what_stays_after_the_first_whole_sweep_is_not_walked_again(qtbot: QtBot) -> None:
    keeper, taken_by, before = Housekeeper(), list[int](), gc.get_freeze_count()
    kept = [[number] for number in range(1_000)]
    keeper.sweep_all()
    aside = gc.get_freeze_count()
    assert aside >= before + len(kept), "what is there by now"
    Left(taken_by)
    keeper.sweep_all()
    assert taken_by == [threading.get_ident()], "what is left later is swept all the same"
    assert gc.get_freeze_count() == aside
    keeper.retire()
    gc.disable()  # the test's own window goes on without it


def test_python_collects_again_when_the_window_is_gone(qtbot: QtBot) -> None:
    keeper = Housekeeper()
    keeper.retire()
    assert gc.isenabled()
    gc.disable()  # the test's own window goes on without it


def test_while_much_pours_in_it_looks_often_and_leaves_the_older_alone(qtbot: QtBot) -> None:
    keeper = Housekeeper()
    at_rest, kept = keeper.pause_ms, list[list[int]]()
    gc.collect()
    for _turn in range(15):  # more often than Python waits before it goes through the older ones
        kept += [[number] for number in range(1_000)]
        keeper.sweep()
        assert gc.get_count()[0] < 1_000, "the youngest were gone through"
    assert gc.get_count()[1] > gc.get_threshold()[1]
    assert keeper.pause_ms < at_rest
    while keeper.pause_ms < at_rest:
        keeper.sweep()
    assert gc.get_count()[1] <= 1, "it came to rest: the older ones were gone through"
    keeper.retire()
    gc.disable()  # the test's own window goes on without it
