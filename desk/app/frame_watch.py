"""Tells a measurer when the window first painted, when its board stood, and what it weighs (``desk bench``)."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desk.app.seat import Seat

#: What to wait for and since when, for example ``board:1234.5``: frame | board | idle, and ``time.monotonic`` at the start.
BENCH = "SALES_DESK_BENCH_FRAME"
SETTLED_MS = 3000


class FrameWatch(QObject):
    """Prints one line of JSON with milliseconds since the start, and ends the process; nothing of it runs unless asked for."""

    def __init__(self, seat: Seat, told: str) -> None:
        super().__init__(seat)
        self._until, _, since = told.partition(":")
        self._since = float(since)
        self.seen: dict[str, float] = {}
        seat.window.first_painted.connect(lambda: self._note("frame"))
        seat.window.board.stands.connect(lambda: self._note("board"))
        seat.seated.connect(lambda: QTimer.singleShot(SETTLED_MS, self, lambda: self._note("idle")))

    def _note(self, name: str) -> None:
        self.seen[name] = (time.monotonic() - self._since) * 1000
        if name == self._until:
            print(json.dumps({**self.seen, **memory_kb()}), flush=True)
            os._exit(0)


def watch_if_asked(seat: Seat) -> None:
    if told := os.environ.get(BENCH):
        FrameWatch(seat, told)


def rss_kb() -> int:
    """What this process holds in memory, pages shared with other programs counted whole; KiB, 0 where the system does not tell."""
    return memory_kb()["rss_kb"]


def memory_kb() -> dict[str, int]:
    """What this process holds in KiB, counted in two ways; zeros where the system does not tell.

    ``rss_kb`` counts pages shared with other programs whole. ``pss_kb`` counts them by parts, as the figures of other programs do
    that this desk is compared with; it shrinks with every other Qt program that runs, so both are told.
    """
    try:
        lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        lines = []
    told = {
        name: int(rest.split()[0])
        for name, _, rest in (line.partition(":") for line in lines)
        if name in ("Rss", "Pss")
    }
    return {"rss_kb": told.get("Rss", 0), "pss_kb": told.get("Pss", 0)}
