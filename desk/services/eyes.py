"""When each line was last read. An unseen STOP may wait on a line nobody looked at, so the gate asks here (R24).

Kept in memory on purpose: after a start or a sleep nothing counts as read until it has been read again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from desk.models.words import Channel


class Eyes:
    """The moments at which inbound mail and texts were last read whole, and the clock's measured error.

    A channel may have several sources, such as mailboxes: it counts as read when the last of them was.
    """

    def __init__(self) -> None:
        self._read: dict[tuple[Channel, str], datetime] = {}
        self._sources: dict[Channel, frozenset[str]] = {}
        self.shut_at: datetime | None = None
        self.drift = timedelta()

    def expect(self, channel: Channel, sources: Iterable[str]) -> None:
        """Which sources a channel is read from, beside the one without a name."""
        self._sources[channel] = frozenset(sources) | {""}

    def note(self, channel: Channel, moment: datetime, source: str = "") -> None:
        """This source of the channel was read at ``moment`` (UTC)."""
        self._read[channel, source] = moment

    def shut(self, now: datetime) -> None:
        """Forget all: the computer slept or its clock was set."""
        self._read.clear()
        self.shut_at = now

    def read_at(self, channel: Channel, now: datetime) -> datetime | None:
        """Since when nothing of the channel can have gone unread: its source that was read longest ago; None while one never was."""
        moments = [self._read.get((channel, source)) for source in self._sources.get(channel, {""})]
        told = [moment for moment in moments if moment is not None]
        return min(told) if len(told) == len(moments) else None


class OpenEyes(Eyes):
    """Reads at every moment: a rehearsal's lines are read whenever it asks."""

    def read_at(self, channel: Channel, now: datetime) -> datetime | None:
        return now
