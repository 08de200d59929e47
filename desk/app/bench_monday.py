"""A Monday morning after a weekend's sleep, with 400 leads due: how long the window's event loop waits (``desk bench``).

The leads came in on Friday and were answered by the real engine; then the computer slept. The real window over the real engine
wakes at Monday's opening in a process of its own. A probe is due every few milliseconds; its delay is how late it was handled,
whatever held it up. The same probe at rest, in the same window just before, is the floor.

Where the system tells (Linux), the delay is given a second time without the wait for a core: a virtual machine whose idle cores count as
taken leaves the window waiting behind an engine thread though another core is free.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copytree
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from desk.app.bench_frames import SETTLED_MS, later, opened
from desk.app.bench_window import environment, told
from desk.app.plain_imports import plain_imports
from desk.services.bench_store import Figure

if TYPE_CHECKING:
    from desk.app.running import Running
    from desk.app.seat import Seat

LEADS, ROUNDS, PROBE_MS, IDLE_MS = 400, 3, 5, 10_000
LOOK_S = 0.5  # seldom: each look costs a core two milliseconds, and the window would feel them
_ZONE = ZoneInfo("America/Boise")
FRIDAY = datetime(2026, 3, 6, 10, 0, tzinfo=_ZONE)
EVENING = FRIDAY.replace(hour=21)
MONDAY = datetime(2026, 3, 9, 9, 0, tzinfo=_ZONE)


def measure_monday(folder: Path, leads: int = LEADS, rounds: int = ROUNDS) -> Iterator[Figure]:
    """The event loop's delays while ``leads`` leads are decided after a sleep; ``folder`` is not there yet.

    Each round wakes a copy of the same store. p99s and times are the middle of the rounds, the longest delay is the longest of all.
    Raises RuntimeError when the window did not come up.
    """
    friday(folder / "friday", leads)
    seen = [_woken(folder, number) for number in range(rounds)]
    decided, name = min(each["decided"] for each in seen), f"Monday morning, {leads} leads due"
    idle, busy, seconds = (median(each[key] for each in seen) for key in ("idle_p99", "busy_p99", "seconds"))
    yield Figure(f"{name}: event loop delay, p99", busy, idle)
    at_rest, own = (median(each[key] for each in seen) for key in ("idle_own_p99", "busy_own_p99"))
    yield Figure(f"{name}: the same without waiting for a core, p99", own, at_rest)
    yield Figure(f"{name}: event loop delay, longest", max(each["busy_max"] for each in seen), None)
    yield Figure(
        "the same window at rest: event loop delay, longest", max(each["idle_max"] for each in seen), None
    )
    yield Figure(f"{name}: {decided:.0f} decided in", seconds, None, "s")


def _woken(folder: Path, number: int) -> dict[str, float]:
    store = folder / f"monday-{number}"
    copytree(folder / "friday", store)
    with tempfile.TemporaryDirectory() as cache:
        return told([sys.executable, "-m", "desk.app.bench_monday", str(store)], environment(cache))


def friday(folder: Path, leads: int) -> None:
    """A store whose leads came in on Friday and were answered; in the evening nothing more is due."""
    from desk.app.bench_live import SET_UP, furnish
    from desk.models.commands import Tick
    from desk.models.ids import CountedIds
    from desk.models.store.engine import open_file
    from desk.models.time import TurnedClock
    from desk.services.adapters.sealed_file import FileKey
    from desk.services.desk import Desk
    from desk.services.eyes import OpenEyes
    from desk.services.outbox import Outbox
    from desk.services.rehearsal.run import RecordingLines
    from desk.services.rulebook import whole_playbook
    from desk.services.unlock import unlock

    folder.mkdir(parents=True)
    store, clock = open_file(folder, unlock(folder, FileKey(folder)).key), TurnedClock(FRIDAY)
    desk = Desk(store, clock, CountedIds("monday"), whole_playbook(), OpenEyes())
    furnish(desk, {"setup.done": SET_UP, "store.hours": dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "09:00-20:00"),
                   "mail.smtp_host": "nowhere", "text.from_number": "+12085550100", "store.email": "sales@store.example"})  # fmt: skip
    outbox = Outbox(store, desk.run, RecordingLines(), clock.now)
    for number in range(leads):
        clock.turn_to(clock.now() + timedelta(seconds=30))
        _take(desk.run, number, clock.now())
        outbox.pump()
    clock.turn_to(EVENING)
    while desk.run(Tick()) + outbox.pump():
        pass
    store.close()


def _take(run: Callable[[Any], Any], number: int, now: datetime) -> None:
    from desk.app.bench_live import adf
    from desk.models.commands import TakeLead
    from desk.models.intake.adf import read_adf
    from desk.services.intake_tables import shipped_tables

    found = read_adf(adf(number, now).encode(), store_zone=_ZONE, tables=shipped_tables())[0]
    run(TakeLead(prospect=found, key=f"monday-{number}", origin="bench"))  # type: ignore[arg-type]  # it is a lead


class SleepingClock:
    """Runs as the computer's does from Friday evening on, and wakes on Monday when told to."""

    def __init__(self) -> None:
        self._from, self._began = EVENING, time.monotonic()

    def now(self) -> datetime:
        return self._from.astimezone(ZoneInfo("UTC")) + timedelta(seconds=time.monotonic() - self._began)

    def wake(self) -> None:
        self._from, self._began = MONDAY, time.monotonic()


class Delay(NamedTuple):
    """How late a probe was handled, in milliseconds: in all, and without what its thread waited for a core."""

    whole: float
    own: float


class Core:
    """What the thread that makes it waits for a core, as Linux counts it; elsewhere nothing is known and nothing is told."""

    def __init__(self) -> None:
        try:
            self._file = os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)
        except OSError:
            self._file = -1
        self._before = 0.0

    def waited_ms(self) -> float:
        """Milliseconds since this was asked last."""
        if self._file < 0:
            return 0.0
        now = int(os.pread(self._file, 64, 0).split()[1]) / 1e6
        waited, self._before = now - self._before, now
        return waited


class Probe:
    """Falls due every few milliseconds on the GUI thread and notes how late it was handled. A late one is not made up for."""

    def __init__(self, seat: Seat) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer(seat, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._handled)
        self._due = 0.0
        self._late: list[Delay] = []
        self._core = Core()

    def start(self) -> None:
        self._due = time.perf_counter() + PROBE_MS / 1000
        self._timer.start(PROBE_MS)

    def taken(self) -> list[Delay]:
        """The delays since this was asked last."""
        found, self._late = self._late, []
        return found

    def _handled(self) -> None:
        late = max(0.0, time.perf_counter() - self._due) * 1000
        self._late.append(Delay(late, max(0.0, late - self._core.waited_ms())))
        self.start()


class Decided:
    """Looks on from a thread of its own until nothing is due any more, and counts what was."""

    def __init__(self, running: Running) -> None:
        self._running = running
        self.leads, self.seconds = self._due(), 0.0

    def start(self, done: Callable[[], None]) -> None:
        threading.Thread(target=self._look, args=(done,), name="looks on", daemon=True).start()

    def _due(self) -> int:
        from sqlalchemy import func, select

        from desk.models.lead import Lead

        with self._running.store.reading() as session:
            due = select(func.count()).where(Lead.due_at <= self._running.clock.now())
            return session.scalar(due) or 0

    def _look(self, done: Callable[[], None]) -> None:
        began, pause = time.perf_counter(), threading.Event()
        while self._due():
            pause.wait(LOOK_S)
        self.seconds = time.perf_counter() - began
        done()


def watch(folder: Path) -> int:
    """Seat a window on Friday evening, note its delays at rest, wake it on Monday, print both as one line of JSON, and end."""
    plain_imports()
    from desk.app.furnish import furnish
    from desk.app.seat import Seat
    from desk.app.window import SIZE, application

    qt, clock = application(), SleepingClock()
    seat = Seat(lambda: opened(folder, clock), clock.now, str(_ZONE))
    seat.window.resize(*SIZE)
    seat.seated.connect(lambda: furnish(seat, has_tray=False))
    seat.seated.connect(lambda: later(seat, SETTLED_MS, lambda: _spells(seat, clock)))
    seat.could_not.connect(lambda _trouble: os._exit(1))
    seat.window.show()
    seat.start()
    return qt.exec()


def _spells(seat: Seat, clock: SleepingClock) -> None:
    probe = Probe(seat)

    def wake() -> None:
        assert seat.running is not None, "it is seated"
        idle = probe.taken()
        clock.wake()
        looking = Decided(seat.running)
        looking.start(lambda: _tell(idle, probe.taken(), looking))

    probe.start()
    later(seat, IDLE_MS, wake)


def _tell(idle: list[Delay], busy: list[Delay], looking: Decided) -> None:
    seen = {
        **_spread("idle", idle),
        **_spread("busy", busy),
        "decided": looking.leads,
        "seconds": looking.seconds,
    }
    print(json.dumps(seen), flush=True)
    os._exit(0)


def _spread(name: str, delays: list[Delay]) -> dict[str, float]:
    whole, own = [delay.whole for delay in delays], [delay.own for delay in delays]
    return {
        f"{name}_p99": quantiles(whole, n=100)[98],
        f"{name}_own_p99": quantiles(own, n=100)[98],
        f"{name}_max": max(whole),
    }


if __name__ == "__main__":
    raise SystemExit(watch(Path(sys.argv[1])))
