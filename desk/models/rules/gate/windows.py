"""When a person may be called or texted: inside the hours of every place they may be in (R9, R11, R29).

Hours are wall-clock hours of the place; moments are compared in UTC, so that a night with a changed clock
needs no special case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desk.models.rules.gate.places import UNKNOWN, Place
from desk.models.rules.gate.states import StateRow, WindowTable
from desk.models.rules.gate.verdict import Verdict, allow, hold

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMED_BY_WEEKDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class _Wall:
    """One wall clock to obey: the row of a place, read in one zone."""

    place: Place
    row: StateRow
    zone: ZoneInfo

    def closure(self, table: WindowTable, day: date) -> str:
        """Why a whole day is closed, beside its weekday: an emergency or a legal holiday; else empty."""
        if halted := table.halt(self.place, day):
            return halted.reason
        return table.holidays.on(day, self.place.state) if self.row.holidays_closed else ""

    def bounds(self, table: WindowTable, day: date, by_hand: bool) -> tuple[datetime, datetime] | None:
        """Opening and closing of a local day in UTC; None on a closed day."""
        hours = self.row.hours(day, by_hand=by_hand)
        if hours is None or self.closure(table, day):
            return None
        return self._utc(day, hours.opens), self._utc(day, hours.closes)

    def next_span(
        self, moment: datetime, table: WindowTable, by_hand: bool
    ) -> tuple[datetime, datetime] | None:
        """The open span that holds ``moment`` or comes next, within the table's search."""
        today = moment.astimezone(self.zone).date()
        for ahead in range(table.search.days + 1):
            span = self.bounds(table, today + timedelta(days=ahead), by_hand)
            if span and moment < span[1]:
                return max(span[0], moment), span[1]
        return None

    def _utc(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self.zone).astimezone(UTC)


def is_open(places: Iterable[Place], moment: datetime, table: WindowTable, *, by_hand: bool = False) -> bool:
    """Whether ``moment`` (aware) lies inside the hours of all ``places``."""
    return _shut(places, moment, table, by_hand) is None


def allowed_at(
    places: Iterable[Place], moment: datetime, table: WindowTable, *, by_hand: bool = False
) -> Verdict:
    """Allow, or hold until the next opening in all ``places`` (R12); ``by_hand``: a person writes it."""
    places = frozenset(places)
    shut = _shut(places, moment, table, by_hand)
    if shut is None:
        return allow("R11", "Inside the hours of every place the person may be in.")
    found = _opening(tuple(_walls(places, table)), moment, table, by_hand)
    return hold("R11", _fact(shut, moment, table), _opening_words(found, moment, table), found and found[0])


def next_opening(
    places: Iterable[Place], moment: datetime, table: WindowTable, *, by_hand: bool = False
) -> datetime | None:
    """The first moment from ``moment`` on that is open in all ``places``, UTC; None if none is in sight."""
    found = _opening(tuple(_walls(places, table)), moment, table, by_hand)
    return found and found[0]


def closes_at(
    places: Iterable[Place], moment: datetime, table: WindowTable, *, by_hand: bool = False
) -> datetime | None:
    """When the window that holds ``moment`` closes, for a text's validity (R25); None outside of it."""
    spans = [wall.next_span(moment, table, by_hand) for wall in _walls(places, table)]
    inside = [span[1] for span in spans if span and span[0] == moment]
    return min(inside) if len(inside) == len(spans) else None


def explain(places: Iterable[Place], moment: datetime, table: WindowTable, *, by_hand: bool = False) -> str:
    """``held until Mon 9:00, Texas window`` (R12): on the wall clock of the place that decides."""
    return _opening_words(_opening(tuple(_walls(places, table)), moment, table, by_hand), moment, table)


def _opening_words(found: tuple[datetime, _Wall] | None, moment: datetime, table: WindowTable) -> str:
    if found is None:
        return f"no opening within {table.search.days} days"
    opening, wall = found
    if opening == moment:
        return "open now"
    at = wall_words(opening, moment, wall.zone)
    if wall.place.state == UNKNOWN:
        return f"held until {at} {opening.astimezone(wall.zone):%Z}, window for an unknown place"
    return f"held until {at}, {table.name(wall.place)} window"


def wall_words(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """A moment on a wall clock: ``Mon 9:00``, with the date where the weekday alone could mislead."""
    local = moment.astimezone(zone)
    date_words = f" {_MONTHS[local.month - 1]} {local.day}" if moment - now > _NAMED_BY_WEEKDAY else ""
    return f"{_WEEKDAYS[local.weekday()]}{date_words} {local.hour}:{local.minute:02d}"


def _walls(places: Iterable[Place], table: WindowTable) -> Iterator[_Wall]:
    for place in sorted(places):
        row = table.row(place)
        zones = (place.zone,) if place.zone else row.zones
        for zone in dict.fromkeys((*zones, row.also_zone)):
            if zone:
                yield _Wall(place, row, ZoneInfo(zone))


def _shut(places: Iterable[Place], moment: datetime, table: WindowTable, by_hand: bool) -> _Wall | None:
    return next(
        (wall for wall in _walls(places, table) if not _wall_open(wall, moment, table, by_hand)), None
    )


def _wall_open(wall: _Wall, moment: datetime, table: WindowTable, by_hand: bool) -> bool:
    span = wall.bounds(table, moment.astimezone(wall.zone).date(), by_hand)
    return span is not None and span[0] <= moment < span[1]


def _opening(
    walls: tuple[_Wall, ...], moment: datetime, table: WindowTable, by_hand: bool
) -> tuple[datetime, _Wall] | None:
    """The first common opening and the wall clock that opens last; None past the table's search."""
    at, last = moment, walls[0]
    while at <= moment + table.search:
        spans = [wall.next_span(at, table, by_hand) for wall in walls]
        opens = [span[0] for span in spans if span]
        if len(opens) < len(walls):
            return None
        if max(opens) == at:
            return at, last
        at = max(opens)
        last = walls[opens.index(at)]
    return None


def _fact(wall: _Wall, moment: datetime, table: WindowTable) -> str:
    if wall.place.state == UNKNOWN:
        return "It is not known where the customer is; the hours must hold wherever that may be."
    local = moment.astimezone(wall.zone)
    reason = wall.closure(table, local.date())
    why = f"closed there: {reason}" if reason else f"outside the hours there ({wall.row.law})"
    at = f"{_WEEKDAYS[local.weekday()]} {local.hour}:{local.minute:02d}"
    return f"It is {at} in {table.name(wall.place)}, {why}."
