"""Frames of a board that is scrolled, beside the same lists with a delegate that paints nothing (``desk bench --only scroll``).

A frame is what the window's thread computes for one step of the wheel: moved, laid out and painted. Its processor time is taken,
since nothing in it waits for anybody, and a machine that others share would add their time to both sides.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from desk.services.bench_store import Figure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk.views.board.stage_list import StageList

STEP_PX, FRAMES, SPELLS = 24, 120, 10
LEADS, MESSAGES = 5000, 5000


def scroll(folder: Path) -> Iterator[Figure]:
    """The p99 of a frame: one column scrolled, as a wheel does it, and all seven at once."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desk.app.bench_bridge import Straight
    from desk.app.bench_screens import SIZE, sampled
    from desk.app.window import application
    from desk.views.board.board import Board
    from desk.views.board.source import BridgeSource
    from desk.views.pulse import Pulse

    folder.mkdir(parents=True)
    app = application()
    desk, readers = sampled(folder, LEADS, MESSAGES)
    bridge = Straight(readers, desk.clock.now)
    board = Board(BridgeSource(bridge), Pulse(bridge.now), desk.facts().zone)
    board.resize(*SIZE)
    board.show()
    board.read()
    app.processEvents()
    lists = [column.list for column in board.columns.values()]
    longest = max(lists, key=lambda each: each.verticalScrollBar().maximum())
    yield _beside("scroll of a column, frame p99", board, [longest])
    yield _beside("scroll of all columns at once, frame p99", board, lists)
    board.close()
    desk.store.close()


def _beside(name: str, board: QWidget, lists: Sequence[StageList]) -> Figure:
    """Cards and nothing painted by turns, over the same steps."""
    from desk.views.board.delegate import CardDelegate

    class Nothing(CardDelegate):
        """Rows of the same size, with nothing in them."""

        def paint(self, *_asked: Any) -> None:
            return

    painted = {each: each.card_delegate for each in lists}
    empty = {each: Nothing(own.now, own.zone) for each, own in painted.items()}
    spent: dict[bool, list[float]] = {False: [], True: []}
    for spell in range(2 * SPELLS):
        is_painted = spell % 2 == 0
        for each in lists:
            each.setItemDelegate((painted if is_painted else empty)[each])
        frames = list(_frames(board, lists))
        spent[is_painted] += frames[len(frames) // 10 :]  # the first ones paint all of the list anew
    ours, floor = (quantiles(spent[kind], n=100)[98] for kind in (True, False))
    return Figure(name, ours, floor)


def _frames(board: QWidget, lists: Sequence[StageList]) -> Iterator[float]:
    """Milliseconds of processor time for each step, down and up again."""
    from PySide6.QtCore import QCoreApplication, QEvent

    bars = [each.verticalScrollBar() for each in lists]
    for number in range(FRAMES):
        way = STEP_PX if number < FRAMES // 2 else -STEP_PX
        began = time.thread_time()
        for bar in bars:
            bar.setValue(bar.value() + way)
        QCoreApplication.sendPostedEvents(board, QEvent.Type.UpdateRequest)  # paint now what is due
        yield (time.thread_time() - began) * 1000
