"""The one reader of the computer's clock, and the check of it against the servers' dates (R29)."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from secrets import token_bytes
from time import monotonic

from desk.models.ids import uuid7_of
from desk.models.time import Clock, as_utc

_KEPT = 5


class SystemClock:
    """The computer's clock, in UTC (``models.time.Clock``)."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class FastClock:
    """A clock of the demo: starts at a chosen moment and runs ``factor`` times as fast as the computer's."""

    def __init__(self, start: datetime, factor: float) -> None:
        self._start, self.factor, self._began = as_utc(start), factor, monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=(monotonic() - self._began) * self.factor)

    def run_at(self, factor: float) -> None:
        """Go on from this moment ``factor`` times as fast as the computer's."""
        self._start, self._began, self.factor = self.now(), monotonic(), factor


def random_ids(moment: datetime) -> str:
    """A fresh UUIDv7 for ``moment`` (``models.ids.IdSource``), unique over all desks."""
    return str(uuid7_of(moment, token_bytes(10)))


class Breath:
    """Lets the others have the computer: after a piece of work it rests ``times`` as long as the work took, within bounds.

    A Monday's hundreds of leads are decided a few at a time, and in between the window paints (DESK-01). Five times: four
    hundred leads then take a quarter of a minute, no longer than their messages take to leave, and a person at the window feels none
    of it. A new lead never waits here; it is decided by whoever takes it in.
    """

    def __init__(self, times: float = 5.0, least_s: float = 0.01, most_s: float = 0.5) -> None:
        self._times, self._least, self._most = times, least_s, most_s
        self._rest = threading.Event()
        self._since = monotonic()

    def begin(self) -> None:
        """A piece of work begins."""
        self._since = monotonic()

    def rest(self) -> None:
        """It is done: wait."""
        self._rest.wait(self.after(monotonic() - self._since))

    def after(self, took_s: float) -> float:
        """How many seconds it rests after a piece of work that took ``took_s``."""
        return min(max(took_s * self._times, self._least), self._most)


class DriftWatch:
    """How far this computer's clock is off, by the Date headers of the servers it talks to.

    ``saw`` may be called from any thread and takes a header as it came. ``drift`` is the median of the last
    few, so that one confused server stops nothing; positive when this clock is ahead.
    """

    def __init__(self, clock: Clock, changed: Callable[[timedelta], None] | None = None) -> None:
        self._clock, self._changed = clock, changed
        self._seen: deque[timedelta] = deque(maxlen=_KEPT)
        self._lock = threading.Lock()

    def saw(self, date_header: str) -> None:
        """Take note of a server's date; one that cannot be read is passed over."""
        try:
            theirs = as_utc(parsedate_to_datetime(date_header))
        except ValueError:
            return
        with self._lock:
            self._seen.append(self._clock.now() - theirs)
            drift = self._median()
        if self._changed:
            self._changed(drift)

    @property
    def drift(self) -> timedelta | None:
        """The present estimate; None before any server was heard."""
        with self._lock:
            return self._median() if self._seen else None

    def _median(self) -> timedelta:
        from statistics import median_low  # brings fractions with it: for a desk that hears servers

        return timedelta(seconds=median_low(each.total_seconds() for each in self._seen))
