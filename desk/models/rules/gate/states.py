"""The table of states: who may be contacted when, how often and with what consent (section 2, R9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any, Literal

from desk.models.errors import BadPlaybook
from desk.models.rules.gate.places import Place

DayKind = Literal["mon_fri", "sat", "sun"]
WrittenConsent = Literal["none", "automated", "all"]

DAY_KINDS: tuple[DayKind, ...] = ("mon_fri", "sat", "sun")
WRITTEN_CONSENT: tuple[WrittenConsent, ...] = ("none", "automated", "all")
CLOSED = "closed"
_SATURDAY, _SUNDAY = 5, 6
# Hours outside these could fall into the hour that a clock change skips or repeats.
_EARLIEST, _LATEST = time(5), time(23)


@dataclass(frozen=True, slots=True)
class Hours:
    """A span of a local day; the end is not part of it."""

    opens: time
    closes: time

    def __contains__(self, moment: time) -> bool:
        return self.opens <= moment < self.closes

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}-{self.closes:%H:%M}"


Week = Mapping[DayKind, Hours | None]


@dataclass(frozen=True)
class StateRow:
    """One row: hours for the assistant and for people, the law's cap, consent, and where it is written."""

    name: str
    week: Week
    staff_week: Week
    holidays_closed: bool
    cap_24h: int | None
    also_zone: str
    zones: tuple[str, ...]
    written_consent: WrittenConsent
    presumes: bool
    law: str
    source: str
    mark: str

    def hours(self, day: date, *, by_hand: bool) -> Hours | None:
        """The day's hours for the assistant, or for a person who works ``by_hand``; None when closed."""
        return (self.staff_week if by_hand else self.week)[day_kind(day)]


@dataclass(frozen=True, slots=True)
class Halt:
    """A declared emergency: no contact in ``state`` from ``first`` to ``last``, both included."""

    state: str
    first: date
    last: date
    reason: str


@dataclass(frozen=True)
class Holidays:
    """Dated legal holidays, federal and by state, known through ``last``."""

    federal: Mapping[date, str]
    by_state: Mapping[str, Mapping[date, str]]
    last: date

    def on(self, day: date, state: str) -> str:
        """The holiday's name, or an empty string. Past ``last`` nobody knows, and that counts as one."""
        if day > self.last:
            return f"a day past the holiday list, which ends on {self.last}"
        return self.by_state.get(state, {}).get(day) or self.federal.get(day, "")


@dataclass(frozen=True, eq=False)
class WindowTable:
    """All rows together with holidays and halts; a frozen value that the rules are handed, each version itself alone."""

    rows: Mapping[str, StateRow]
    default: StateRow
    unknown: StateRow
    canada: StateRow
    holidays: Holidays
    halts: tuple[Halt, ...]
    names: Mapping[str, str]
    search: timedelta
    version: str
    overruled: tuple[str, ...] = field(default=())

    def row(self, place: Place) -> StateRow:
        """The row that governs a place: its state's, Canada's, the unknown one, or the default."""
        if place.in_canada:
            return self.canada
        if place.state in self.rows:
            return self.rows[place.state]
        return self.default if place.state in self.names else self.unknown

    def name(self, place: Place) -> str:
        """The place in words: ``Texas``, ``an unknown place``."""
        return self.names.get(place.state) or self.row(place).name

    def halt(self, place: Place, day: date) -> Halt | None:
        """The emergency in force there on a local day, if any."""
        return next((h for h in self.halts if h.state == place.state and h.first <= day <= h.last), None)

    @classmethod
    def from_data(
        cls, states: Mapping[str, Any], holidays: Mapping[str, Any], names: Mapping[str, str]
    ) -> WindowTable:
        """Build from the parsed ``states`` and ``holidays`` tables. Raises ``BadPlaybook`` naming the row."""
        default = _row("default", states["default"], {})
        return cls(
            rows={
                state: _row(state, row, states["default"]) for state, row in states.get("state", {}).items()
            },
            default=default,
            unknown=_row("unknown", states["unknown"], states["default"]),
            canada=_row("canada", states["canada"], states["default"]),
            holidays=_holidays(holidays),
            halts=tuple(
                Halt(h["state"], h["first"], h["last"], h["reason"]) for h in holidays.get("halt", ())
            ),
            names=names,
            search=timedelta(days=states["search_days"]),
            version=states["version"],
        )


def day_kind(day: date) -> DayKind:
    """Which of the row's hours a date has."""
    weekday = day.weekday()
    return "sat" if weekday == _SATURDAY else "sun" if weekday == _SUNDAY else "mon_fri"


def read_hours(text: str, where: str) -> Hours | None:
    """Read ``08:00-21:00`` or ``closed``. Raises ``BadPlaybook`` naming ``where``."""
    if text == CLOSED:
        return None
    opens, _, closes = text.partition("-")
    try:
        hours = Hours(time.fromisoformat(opens), time.fromisoformat(closes))
    except ValueError:
        raise BadPlaybook(
            f"{text!r} are no hours", where=where, do="Write them like 09:00-20:00, or closed."
        ) from None
    if not _EARLIEST <= hours.opens < hours.closes <= _LATEST:
        raise BadPlaybook(
            f"{text} is no day", where=where, do=f"Keep it between {_EARLIEST:%H:%M} and {_LATEST:%H:%M}."
        )
    return hours


def _row(state: str, data: Mapping[str, Any], base: Mapping[str, Any]) -> StateRow:
    row = {**base, **data}
    staff = {**row, **row.get("staff", {})}
    return StateRow(
        name=row["name"],
        week=dict(_week(state, row)),
        staff_week=dict(_week(state, staff)),
        holidays_closed=row["holidays"] == CLOSED,
        cap_24h=row.get("cap_24h"),
        also_zone=row.get("also_zone", ""),
        zones=tuple(row.get("zones", ())),
        written_consent=row.get("written_consent", "none"),
        presumes=row.get("presumes", False),
        law=row["law"],
        source=row["source"],
        mark=row["mark"],
    )


def _week(state: str, row: Mapping[str, Any]) -> Iterator[tuple[DayKind, Hours | None]]:
    return ((kind, read_hours(row[kind], f"state table, {state}, {kind}")) for kind in DAY_KINDS)


def _holidays(data: Mapping[str, Any]) -> Holidays:
    by_state = {state: _dated(named) for state, named in data.get("state", {}).items()}
    return Holidays(_dated(data["federal"]), by_state, data["last"])


def _dated(named: Mapping[str, Iterable[date]]) -> dict[date, str]:
    return {day: name for name, days in named.items() for day in days}
