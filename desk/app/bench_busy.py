"""A simulated busy hour: how long the window's event loop waits while a town asks and answers and people act (``desk bench``).

The demo's store with its town at the other end of real lines, its clock thirty times as fast: somebody new asks every other minute,
customers answer, timers run out, and a person at the window opens leads, logs, claims and goes through the screens, forty acts an
hour. The same probe in the same window just before, while the clock runs as the computer's, is the floor.

An hour in two minutes leaves a thirtieth of the quiet between two acts. All that happens in the hour happens in them, and what is
left out is twenty-nine times as long and as the window at rest; so the p99 through the hour counts that quiet again, as it was
measured at rest. The p99 of the two minutes by themselves is told beside it, and the longest delay is theirs as it is.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import accumulate, cycle
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from desk.app.bench_frames import later
from desk.app.bench_window import environment, told
from desk.app.plain_imports import plain_imports
from desk.services.bench_store import Figure

if TYPE_CHECKING:
    from desk.app.demo import Demo
    from desk.app.seat import Seat
    from desk.models.commands import Command

FACTOR, EVERY, HURRY = 30.0, timedelta(minutes=2), 4.0
SETTLED_MS, IDLE_MS, HOUR_MS, ACT_MS = 6000, 10_000, 120_000, 3000
ROUNDS, LIMIT_MS, LONGEST_S = 1, 100.0, 300
_SCREENS = ("board", "today", "board", "monitor", "board", "inbox")


def measure_busy(folder: Path, rounds: int = ROUNDS, hour_ms: int = HOUR_MS) -> Iterator[Figure]:
    """The event loop's delays through the hour; ``folder`` is not there yet. p99s are the middle of the rounds.

    Whoever held the window up for a tenth of a second is named on the error stream. Raises RuntimeError when it did not come up.
    """
    folder.mkdir(parents=True)
    seen = [_lived(folder / f"busy-{number}", hour_ms) for number in range(rounds)]
    idle, hour, busy = (median(each[key] for each in seen) for key in ("idle_p99", "hour_p99", "busy_p99"))
    yield Figure("a busy hour: event loop delay, p99", hour, idle)
    yield Figure("the hour pressed into two minutes: event loop delay, p99", busy, idle)
    yield Figure("a busy hour: event loop delay, longest", max(each["busy_max"] for each in seen), None)
    yield Figure("a busy hour: leads that came in", median(each["leads"] for each in seen), None, "leads")
    yield Figure("a busy hour: acts of a person", median(each["acts"] for each in seen), None, "acts")


def _lived(folder: Path, hour_ms: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as cache:
        call = [sys.executable, "-m", "desk.app.bench_busy", str(folder), str(hour_ms)]
        found = told(call, environment(cache), LONGEST_S)
    for culprit in found.pop("culprits"):
        print(f"held up for {culprit}", file=sys.stderr)
    return found


def through_the_hour(idle: Sequence[float], busy: Sequence[float], factor: float) -> float:
    """The p99 of an hour that was pressed ``factor`` times: its quiet, left out there, stands in it again as it was at rest."""
    quiet = (factor - 1) * len(busy) / len(idle)
    weighed = sorted([*((late, 1.0) for late in busy), *((late, quiet) for late in idle)], reverse=True)
    above = accumulate(weight for _late, weight in weighed)
    last = factor * len(busy) / 100
    return next(late for (late, _weight), so_far in zip(weighed, above, strict=True) if so_far >= last)


class Person:
    """Somebody at the window: opens a lead, writes a note, logs a call, claims, and goes through the screens, one act at a time."""

    def __init__(self, seat: Seat) -> None:
        from PySide6.QtCore import QTimer

        self._seat, self._screens = seat, cycle(_SCREENS)
        self._do = cycle((self._open, self._note, self._call, self._claim, self._look))
        self._lead, self._place = "", 0
        self.acts = 0
        self._timer = QTimer(seat, interval=ACT_MS)
        self._timer.timeout.connect(self._act)
        self._timer.start()

    def _act(self) -> None:
        self.acts += 1
        next(self._do)()

    def _open(self) -> None:
        window = self._seat.window
        cards = [card for column in window.board.columns.values() for card in column.model.cards()[:5]]
        if cards:
            self._place += 7  # another column each time
            self._lead = cards[self._place % len(cards)].id
            window.show_screen("board")
            window.open_pane(self._lead)

    def _note(self) -> None:
        from desk.models.commands import LogActivity

        self._run(LogActivity(lead_id=self._lead, type="note", summary="Asked about the third row"))

    def _call(self) -> None:
        from desk.models.commands import LogActivity

        self._run(
            LogActivity(
                lead_id=self._lead, type="call", outcome="no_answer_voicemail", summary="Voicemail left"
            )
        )

    def _claim(self) -> None:
        from desk.models.commands import ClaimLead

        self._run(ClaimLead(lead_id=self._lead))

    def _look(self) -> None:
        self._seat.window.rail.chosen.emit(next(self._screens))

    def _run(self, command: Command) -> None:
        if self._lead:
            self._seat.bridge.run(command, None, lambda _refused: None)  # what is refused is an act as well


def watch(folder: Path, hour_ms: int) -> int:
    """Seat a window at the demo, note its delays at rest and through the hour, print both as one line of JSON, and end."""
    plain_imports()
    from desk.app.demo import Demo, Pace
    from desk.app.furnish import furnish
    from desk.app.window import SIZE, application

    qt = application()
    with Demo(folder, Pace(1.0, EVERY, hurry=HURRY)) as demo:
        seat = demo.seat()
        seat.window.resize(*SIZE)
        seat.seated.connect(lambda: furnish(seat, has_tray=False))
        seat.seated.connect(lambda: later(seat, SETTLED_MS, lambda: _spells(seat, demo, hour_ms)))
        seat.could_not.connect(lambda _trouble: os._exit(1))
        seat.window.show()
        seat.start()
        return qt.exec()


def _spells(seat: Seat, demo: Demo, hour_ms: int) -> None:
    from desk.app.bench_monday import Probe
    from desk.app.stall_watch import StallWatch

    probe = Probe(seat)

    def hurry() -> None:
        idle, before = [late.whole for late in probe.taken()], demo.traffic.asked
        demo.clock.run_at(FACTOR)
        person, stalls = Person(seat), StallWatch(seat, LIMIT_MS)
        later(seat, hour_ms, lambda: tell(idle, before, person, stalls))

    def tell(idle: list[float], before: int, person: Person, stalls: StallWatch) -> None:
        busy = [late.whole for late in probe.taken()]
        p99 = {name: quantiles(late, n=100)[98] for name, late in (("idle_p99", idle), ("busy_p99", busy))}
        seen = {
            **p99,
            "hour_p99": through_the_hour(idle, busy, FACTOR),
            "idle_max": max(idle),
            "busy_max": max(busy),
            "acts": person.acts,
            "leads": demo.traffic.asked - before,
        }
        print(json.dumps({**seen, "culprits": [str(stall) for stall in stalls.stalls]}), flush=True)
        os._exit(0)

    probe.start()
    later(seat, IDLE_MS, hurry)


if __name__ == "__main__":
    raise SystemExit(watch(Path(sys.argv[1]), int(sys.argv[2])))
