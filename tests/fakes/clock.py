"""A clock that runs like the real one from another moment, and can be set forward: a computer that slept."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk.models.time import as_utc
from desk.services.adapters.clock import SystemClock


class ShiftedClock:
    """Runs at the pace of the computer's clock, starting at ``start``; ``sleep`` jumps ahead as a lid that was closed."""

    def __init__(self, start: datetime) -> None:
        self._real = SystemClock()
        self._offset = as_utc(start) - self._real.now()

    def now(self) -> datetime:
        return self._real.now() + self._offset

    def sleep(self, length: timedelta) -> None:
        self._offset += length
