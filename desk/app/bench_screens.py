"""From the switch to a screen until its rows are painted, beside painting the same rows from memory (``desk bench``).

The store is a sample of the asked size, every open lead of which may stand on these lists. Both sides run the screen's own code:
with the reader behind the bridge, and with the answers it gave the first time.
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import cycle
from pathlib import Path
from typing import Any

from desk.services.bench_store import KEY, ROUNDS, Figure, median, timed
from desk.services.sample import fill

MOST_LEADS, MOST_MESSAGES, SEED = 50_000, 600_000, 6
SIZE = (1388, 852)
TYPED = ("kar", "0142", "toyota highl")


def screens(folder: Path, leads: int, messages: int) -> Iterator[Figure]:
    """Each screen of a manager, then a lead as a whole screen and the palette's results for a few typed words."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from desk.app.bench_bridge import Straight

    folder.mkdir(parents=True)
    app = QApplication.instance() or QApplication([])
    desk, readers = sampled(folder, min(leads, MOST_LEADS), min(messages, MOST_MESSAGES))
    bridge = Straight(readers, desk.clock.now)
    for name, read, paint in _shown(bridge, desk.facts().zone):
        yield _beside(bridge, f"{name}, read and painted", read, paint)
    yield from _palette(readers)
    app.processEvents()
    desk.store.close()


def sampled(folder: Path, leads: int, messages: int) -> tuple[Any, Callable[[], AbstractContextManager[Any]]]:
    """A desk over a filled store whose search index is done, and a manager's readers."""
    from desk.models.ids import CountedIds
    from desk.models.store.engine import open_file
    from desk.models.store.search import index_some
    from desk.models.time import TurnedClock
    from desk.services.bench_store import NOW
    from desk.services.desk import Desk
    from desk.services.eyes import OpenEyes
    from desk.services.reader import reading
    from desk.services.rulebook import whole_playbook

    store = open_file(folder, KEY)
    desk = Desk(store, TurnedClock(NOW), CountedIds("bench"), whole_playbook(), OpenEyes())
    fill(desk, leads=leads, messages=messages, seed=SEED)
    left = 1
    while left:
        with store.writing() as session:
            left = index_some(session, 500)
    manager = next(person.id for person in desk.facts().staff if person.role == "manager")
    return desk, reading(store, desk.clock.now, lambda: manager, desk.facts, lambda: desk.book)


Shown = tuple[str, Callable[[], object], Callable[[], object]]


def _shown(bridge: Any, zone: str) -> Iterator[Shown]:
    """A screen's name, what reads it anew, and what paints it."""
    from desk.views.board.board import Board
    from desk.views.board.source import BridgeSource
    from desk.views.detail.wide import WideLead
    from desk.views.inbox import InboxScreen
    from desk.views.monitor.screen import MonitorScreen
    from desk.views.pulse import Pulse
    from desk.views.today import TodayScreen

    pulse = Pulse(bridge.now)
    made: tuple[tuple[str, Any], ...] = (
        ("board", Board(BridgeSource(bridge), pulse, zone)),
        ("inbox", InboxScreen(bridge, pulse, zone)),
        ("monitor", MonitorScreen(bridge, pulse, zone)),
        ("today", TodayScreen(bridge, pulse, zone)),
    )
    for name, screen in made:
        screen.resize(*SIZE)
        screen.show()
        yield name, _switched(screen) if name == "board" else _read_whole(screen), screen.grab
        screen.close()
    wide = WideLead(bridge, pulse, zone)
    wide.resize(*SIZE)
    wide.show()
    clicked = cycle(bridge.leads())
    yield "lead click, the wide lead", lambda: wide.show_lead(next(clicked)), wide.grab
    wide.close()


def _read_whole(screen: Any) -> Callable[[], None]:
    """Read, and make at once what a screen would else make in its next turns."""

    def read() -> None:
        screen.read()
        if finish := getattr(screen, "finish", None):
            finish()

    return read


def _switched(board: Any) -> Callable[[], None]:
    """The board comes back into sight: what it keeps while it is looked at is made anew. The other screens keep nothing."""

    def switch() -> None:
        board.hide()
        board.show()
        board.read()

    return switch


def _beside(bridge: Any, name: str, read: Callable[[], object], paint: Callable[[], object]) -> Figure:
    """The store's answers and the same from memory in turn, both painted: a busy minute slows both."""

    def act() -> None:
        read()
        paint()

    spent: dict[bool, list[float]] = {False: [], True: []}
    for turn in range(2 * (ROUNDS + 1)):
        kept = bool(turn % 2)
        bridge.remember(kept)
        spent[kept].append(timed(act)[1] * 1000)
    ours, floor = (statistics.median(spent[kept][1:]) for kept in (False, True))
    return Figure(name, ours, floor)


def _palette(readers: Callable[[], AbstractContextManager[Any]]) -> Iterator[Figure]:
    """A key in the palette until its results are painted; the floor is the bare question and one frame of the same sheet."""
    from PySide6.QtWidgets import QWidget

    from desk.views.palette.palette import Palette

    window = QWidget()
    window.resize(*SIZE)
    window.show()
    palette = Palette(window)
    palette.open(())
    for typed in TYPED:
        palette.box.setText(typed)

        def ask(typed: str = typed) -> Any:
            with readers() as read:
                return read.found(typed)

        def whole(typed: str = typed) -> None:
            palette.show_found(typed, ask(typed))
            palette.grab()

        palette.show_found(typed, ask())
        yield Figure(
            f"palette: “{typed}” to painted results", median(whole), median(ask) + median(palette.grab)
        )
    window.close()
