"""Moments, spans and the clock that is passed in.

Every moment in the desk is an aware ``datetime``; the store keeps them in UTC with microseconds and
shows them in the store's zone. Nothing below the adapters reads a clock: whoever needs the moment is
given a ``Clock``, so that a rehearsal can turn sixty days in a breath (design: "Time is a fact").
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_SPAN = re.compile(r"(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?")


class Clock(Protocol):
    """Says what time it is. The real one asks the computer, the turned one is told."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class TurnedClock:
    """A clock that stands still until it is turned; never backwards.

    Used by the rehearsal, the demo and the tests, so that they run the same engine as the window.
    """

    def __init__(self, start: datetime) -> None:
        self._now = as_utc(start)

    def now(self) -> datetime:
        return self._now

    def turn_to(self, moment: datetime) -> None:
        """Move to ``moment``; an earlier one is ignored (a clock set back changes nothing decided)."""
        self._now = max(self._now, as_utc(moment))


def as_utc(moment: datetime) -> datetime:
    """``moment`` in UTC. Raises ValueError for a naive one: a time without a zone is no fact."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no time zone")
    return moment.astimezone(UTC)


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970 in UTC: how a moment lies in the store, sortable and exact."""
    return (as_utc(moment) - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The moment of a stored number of microseconds."""
    return _EPOCH + timedelta(0, 0, micros)


@lru_cache(maxsize=1024)
def span(text: str) -> timedelta:
    """Read a playbook span such as ``90s``, ``15m``, ``2h``, ``51d4h``. Raises ValueError otherwise."""
    match = _SPAN.fullmatch(text.strip().replace(" ", ""))
    if not match or not any(match.groups()):
        raise ValueError(f"{text!r} is not a span; write it like 90s, 15m, 2h or 51d4h")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def span_words(value: timedelta) -> str:
    """A span in words for people: ``3 m 48 s``, ``1 h 5 m``, ``2 d``."""
    total = max(0, round(value.total_seconds()))
    parts = (
        (total // 86400, "d"),
        (total % 86400 // 3600, "h"),
        (total % 3600 // 60, "m"),
        (total % 60, "s"),
    )
    shown = [f"{count} {unit}" for count, unit in parts if count][:2]
    return " ".join(shown) or "0 s"


def local(moment: datetime, zone: str) -> datetime:
    """``moment`` as the wall clock in ``zone`` (an IANA name) shows it."""
    return moment.astimezone(ZoneInfo(zone))


def local_day(moment: datetime, zone: str) -> date:
    """The calendar day of ``moment`` in ``zone``; day 0 of a lead is the local day of receipt."""
    return local(moment, zone).date()
