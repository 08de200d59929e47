"""When each line was last read. An unseen STOP may wait on a line nobody looked at, so the gate asks here (R24).

Kept in memory on purpose: after a start or a sleep nothing counts as read until it has been read again.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from desk.models.words import Channel


class Eyes:
    """The moments at which inbound mail and texts were last read whole, and the clock's measured error."""

    def __init__(self) -> None:
        self._read: dict[Channel, datetime] = {}
        self.shut_at: datetime | None = None
        self.drift = timedelta()

    def note(self, channel: Channel, moment: datetime) -> None:
        self._read[channel] = moment

    def shut(self, now: datetime) -> None:
        """Forget all: the computer slept or its clock was set."""
        self._read.clear()
        self.shut_at = now

    def read_at(self, channel: Channel, now: datetime) -> datetime | None:
        return self._read.get(channel)


class OpenEyes(Eyes):
    """Reads at every moment: a rehearsal's lines are read whenever it asks."""

    def read_at(self, channel: Channel, now: datetime) -> datetime | None:
        return now
