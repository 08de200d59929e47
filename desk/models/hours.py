"""Weekly hours of a store or a person: when it is open, when it closes, and how long staffed minutes take (ILM-09).

A week is the table of settings and shifts, ``{"mon": "08:00-12:00,13:00-17:00"}``, in the store's own zone. Days of the
holiday set are closed. All moments that come in and go out are aware.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from desk.models.errors import BadInput
from desk.models.facts import StoreFacts
from desk.models.staff import Staff

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LOOK_AHEAD = 60  # days: longer closures than this count as "not known"

Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Week:
    """One weekly table in its zone. An empty table is never open."""

    table: Mapping[str, Any]
    zone: str
    holidays: frozenset[date] = frozenset()

    def spans(self, day: date) -> tuple[Span, ...]:
        """The open spans of a local day, in order, as UTC moments."""
        if day in self.holidays:
            return ()
        told = str(self.table.get(DAYS[day.weekday()], "") or "")
        return tuple(self._span(day, part) for part in told.split(",") if "-" in part)

    def _span(self, day: date, part: str) -> Span:
        opens, _, closes = part.partition("-")
        return self._at(day, opens), self._at(day, closes)

    def _at(self, day: date, clock: str) -> datetime:
        return datetime.combine(day, time.fromisoformat(clock.strip()), ZoneInfo(self.zone)).astimezone(UTC)

    def ahead(self, now: datetime) -> Iterator[Span]:
        """Open spans that end after ``now``, soonest first."""
        today = now.astimezone(ZoneInfo(self.zone)).date()
        for offset in range(_LOOK_AHEAD):
            yield from (span for span in self.spans(today + timedelta(days=offset)) if span[1] > now)

    def closes(self, now: datetime) -> datetime | None:
        """When the span that holds ``now`` ends; None while closed."""
        return next((end for start, end in self.ahead(now) if start <= now), None)

    def is_open(self, now: datetime) -> bool:
        return self.closes(now) is not None

    def opens(self, now: datetime) -> datetime | None:
        """``now`` while open, else the next opening; None where none is in sight."""
        return next((max(start, now) for start, _end in self.ahead(now)), None)

    def after(self, start: datetime, staffed: timedelta) -> datetime | None:
        """The moment at which ``staffed`` of open time has passed since ``start``."""
        left = staffed
        for opens, closes in self.ahead(start):
            begins = max(opens, start)
            if closes - begins >= left:
                return begins + left
            left -= closes - begins
        return None


def check_week(table: Mapping[str, Any], where: str) -> None:
    """Raise BadInput unless ``table`` is a weekly table whose every span can be read and ends after it starts."""
    for day, told in table.items():
        if day not in DAYS:
            raise BadInput(f"{day!r} is no weekday.", where=where, do=f"Use {', '.join(DAYS)}.")
        for part in str(told or "").split(","):
            if part.strip() and not _is_span(part):
                raise BadInput(
                    f"{part.strip()!r} are no hours ({day}).", where=where, do="Write them as 09:00-17:00."
                )


def _is_span(part: str) -> bool:
    opens, _, closes = (each.strip() for each in part.partition("-"))
    try:
        return time.fromisoformat(opens) < time.fromisoformat(closes)
    except ValueError:
        return False


def store_week(store: StoreFacts) -> Week:
    return Week(store.hours, store.zone, store.holidays)


def opening_times(store: StoreFacts) -> dict[int, tuple[time, time]]:
    """When each weekday's hours begin and end, by number from Monday (0) on; a closed day is missing."""
    spans = {
        day: [part.split("-") for part in str(store.hours.get(name, "") or "").split(",") if "-" in part]
        for day, name in enumerate(DAYS)
    }
    return {day: (_clock(parts[0][0]), _clock(parts[-1][1])) for day, parts in spans.items() if parts}


def _clock(told: str) -> time:
    return time.fromisoformat(told.strip())


def staff_week(person: Staff, store: StoreFacts) -> Week:
    """A person's shift; without one, the store's hours (ILM-09)."""
    return Week(store.hours if person.shift is None else person.shift, store.zone, store.holidays)


def on_shift(person: Staff, store: StoreFacts, now: datetime) -> bool:
    """Whether the person is at work: active, not away, inside the shift."""
    away = person.away_until is not None and person.away_until > now
    return person.active and not away and staff_week(person, store).is_open(now)
