"""How long frames take while the board is scrolled: at rest, and while twenty leads a second pour in (``desk bench``).

The real window over the real engine, in a process of its own. Every frame has a moment at which it is due; its time is from then
until it is painted, so that whatever holds the window up counts, wherever it comes from. Spells of both kinds take turns.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desk.app.bench_window import Figure, environment, told
from desk.app.plain_imports import plain_imports

if TYPE_CHECKING:
    from desk.app.running import Running
    from desk.app.seat import Seat

A_SECOND, FRAME_S, STEP_PX = 20, 0.016, 24
SPELLS, SPELL_MS, SETTLED_MS = 3, 5000, 3000
GOAL = 3.0


def measure_frames(folder: Path) -> list[Figure]:
    """Scroll the board of the store in ``folder``, which must be there already and closed.

    The floor is the p99 of frames scrolled at rest in the same run. Raises RuntimeError when the window did not come up.
    """
    with tempfile.TemporaryDirectory() as cache:
        seen = told([sys.executable, "-m", "desk.app.bench_frames", str(folder)], environment(cache))
    ratio, name = (
        seen["pouring"] / seen["idle"],
        f"frame p99 while {seen['a_second']:.0f} leads a second pour in",
    )
    return [
        {"name": name, "value": round(seen["pouring"], 1), "unit": "ms", "floor": round(seen["idle"], 1), "ratio": round(ratio, 2), "goal": GOAL}
    ]  # fmt: skip


class Scroller:
    """Scrolls every column of a board up and down, a step a frame. A frame that comes late is not made up for."""

    def __init__(self, seat: Seat) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._window, self._way = seat.window, STEP_PX
        self._timer = QTimer(seat, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._frame)
        self._due = 0.0
        self.spent: list[float] = []

    def start(self) -> None:
        self._next()

    def taken(self) -> list[float]:
        """Milliseconds of each frame since this was asked last."""
        found, self.spent = self.spent, []
        return found

    def _next(self) -> None:
        self._due = time.perf_counter() + FRAME_S
        self._timer.start(round(FRAME_S * 1000))

    def _frame(self) -> None:
        from PySide6.QtCore import QCoreApplication, QEvent

        self._scroll()
        QCoreApplication.sendPostedEvents(self._window, QEvent.Type.UpdateRequest)  # paint now what is due
        self.spent.append((time.perf_counter() - self._due + FRAME_S) * 1000)
        self._next()

    def _scroll(self) -> None:
        bars = [column.list.verticalScrollBar() for column in self._window.board.columns.values()]
        longest = max(bars, key=lambda bar: bar.maximum())
        if not 0 <= longest.value() + self._way <= longest.maximum():
            self._way = -self._way
        for bar in bars:
            bar.setValue(bar.value() + self._way)


class Pour:
    """Gives the engine twenty leads a second, read from their ADF as a line would, on a thread of its own."""

    def __init__(self, running: Running) -> None:
        from desk.services.intake_tables import shipped_tables

        self._running, self._tables, self._numbers = running, shipped_tables(), count(1)
        self._on, self._pause = threading.Event(), threading.Event()
        self.leads, self._due = 0, 0.0
        threading.Thread(target=self._pour, name="pour", daemon=True).start()

    def turn(self, on: bool) -> None:
        """Begin or stop. The leads of a spell come at their moments, whether or not the desk is done with the one before."""
        if on:
            self._due = time.perf_counter()
            self._on.set()
        else:
            self._on.clear()

    def _pour(self) -> None:
        while self._on.wait():
            self._take(next(self._numbers))
            self.leads += 1
            self._due += 1 / A_SECOND
            self._pause.wait(max(0.0, self._due - time.perf_counter()))

    def _take(self, number: int) -> None:
        from desk.app.bench_live import ZONE, adf
        from desk.models.commands import TakeLead
        from desk.models.intake.adf import read_adf

        raw = adf(number, self._running.clock.now()).encode()
        found = read_adf(raw, store_zone=ZoneInfo(ZONE), tables=self._tables)[0]
        self._running.writer.call(TakeLead(prospect=found, key=f"frames-{number}", origin="bench"))  # type: ignore[arg-type]  # it is a lead


def watch(folder: Path) -> int:
    """Seat a window, scroll it in both kinds of spells by turns, print the p99 of each as one line of JSON, and end the process."""
    plain_imports()
    from desk.app.bench_live import OPEN, ZONE
    from desk.app.furnish import furnish
    from desk.app.seat import Seat
    from desk.app.window import SIZE, application
    from desk.services.adapters.clock import FastClock

    qt, clock = application(), FastClock(OPEN, 1.0)
    seat = Seat(lambda: opened(folder, clock), clock.now, ZONE)
    seat.window.resize(*SIZE)
    seat.seated.connect(lambda: furnish(seat, has_tray=False))
    seat.seated.connect(lambda: later(seat, SETTLED_MS, lambda: _spells(seat)))
    seat.could_not.connect(lambda _trouble: os._exit(1))
    seat.window.show()
    seat.start()
    return qt.exec()


def opened(folder: Path, clock: object) -> Running:
    """A desk at the store in ``folder``, its key beside it as the demo's."""
    from desk.app.running import Running
    from desk.models.store.engine import open_file
    from desk.services.adapters.clock import random_ids
    from desk.services.adapters.sealed_file import FileKey
    from desk.services.unlock import unlock

    secrets = FileKey(folder)
    return Running(open_file(folder, unlock(folder, secrets).key), clock, random_ids, secrets)  # type: ignore[arg-type]  # it is a clock


def later(seat: Seat, ms: int, act: Callable[[], None]) -> None:
    """Do something on the GUI thread in so many milliseconds."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(ms, seat, act)


def _spells(seat: Seat) -> None:
    assert seat.running is not None, "it is seated"
    scroller, pour = Scroller(seat), Pour(seat.running)
    idle: list[float] = []
    pouring: list[float] = []

    def end(spell: int) -> None:
        (pouring if spell % 2 else idle).extend(scroller.taken())
        if spell + 1 == 2 * SPELLS:
            _tell(idle, pouring, pour)
        pour.turn(spell % 2 == 0)
        later(seat, SPELL_MS, lambda: end(spell + 1))

    scroller.start()
    later(seat, SPELL_MS, lambda: end(0))


def _tell(idle: list[float], pouring: list[float], pour: Pour) -> None:
    p99 = {name: quantiles(spent, n=100)[98] for name, spent in (("idle", idle), ("pouring", pouring))}
    print(json.dumps({**p99, "a_second": pour.leads / (SPELLS * SPELL_MS / 1000)}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    raise SystemExit(watch(Path(sys.argv[1])))
