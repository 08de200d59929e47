"""A scenario as written by a sales manager: read, checked, with the line of each mistake named."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desk.models.errors import BadInput
from desk.models.time import span

EVENTS = frozenset(
    "lead reply log ai stage hold resume claim assign leave book appointment approve skip edit sold lost temperature inventory "
    "delivery outage sleep knowledge consent coverage pause relief flag needs turn".split()
)
_OF_LEAD = EVENTS - {
    "leave",
    "inventory",
    "outage",
    "sleep",
    "knowledge",
    "pause",
    "approve",
    "skip",
    "edit",
    "delivery",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the story: when, what, and its own fields. ``place`` names it in an error."""

    at: datetime
    do: str
    place: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def need(self, name: str) -> Any:
        if name not in self.values:
            raise BadInput(
                f"The event {self.do!r} needs {name!r}.", where=self.place, do=f"Add {name} = … to it."
            )
        return self.values[name]

    def get(self, name: str, default: Any = None) -> Any:
        return self.values.get(name, default)

    def one_of(self, name: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """A word out of a few; ``default`` where it is not told."""
        value = self.need(name) if default is None else self.get(name, default)
        if value not in allowed:
            raise BadInput(f"{value!r} is no {name}.", where=self.place, do=f"Use {' or '.join(allowed)}.")
        return str(value)

    def number(self, name: str) -> int:
        value = self.need(name)
        if isinstance(value, bool) or not str(value).lstrip("-").isdigit():
            raise BadInput(
                f"{name} = {value!r} is no whole number.", where=self.place, do="Write it in digits."
            )
        return int(value)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A story before it is played. ``settings`` are further settings of the store, by their declared keys."""

    title: str
    start: datetime
    until: datetime
    store: Mapping[str, Any]
    staff: tuple[Mapping[str, Any], ...]
    vehicles: tuple[Mapping[str, Any], ...]
    knowledge: tuple[Mapping[str, Any], ...]
    playbook: Mapping[str, Any]
    events: tuple[Event, ...]
    folder: Path
    settings: Mapping[str, Any] = field(default_factory=dict)


def load_scenario(path: Path) -> Scenario:
    """Read a scenario file. Raises BadInput with file, place and remedy."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BadInput(
            "The scenario cannot be opened.", where=str(path), do=f"Check the name: {error.strerror}."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(
            f"The scenario is not valid TOML: {error}.", where=str(path), do="Mend that line."
        ) from error
    return scenario_of(data, path)


def scenario_of(data: Mapping[str, Any], path: Path) -> Scenario:
    """A scenario from its tables. Raises BadInput with ``path``'s name, place and remedy."""
    where = path.name
    _known_keys(data, where)
    store = dict(data.get("store", {}))
    zone = store.get("timezone", "America/Chicago")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise BadInput(
            f"{zone!r} is no time zone.",
            where=f"{where}, store.timezone",
            do="Use a name like America/Denver.",
        ) from error
    start = moment(data.get("start"), zone, f"{where}, start")
    events = tuple(
        _event(row, start, zone, f"{where}, event {number}")
        for number, row in enumerate(data.get("event", ()), start=1)
    )
    return Scenario(
        title=str(data.get("title", path.stem)), start=start, until=_until(data.get("until", "60d"), start, zone, where), store=store,
        staff=tuple(data.get("staff", ())), vehicles=tuple(data.get("vehicle", ())), knowledge=tuple(data.get("knowledge", ())),
        playbook=data.get("playbook", {}), events=_in_order(events), folder=path.parent,
    )  # fmt: skip


def _known_keys(data: Mapping[str, Any], where: str) -> None:
    known = {"title", "start", "until", "store", "staff", "vehicle", "knowledge", "playbook", "event"}
    if unknown := sorted(set(data) - known):
        raise BadInput(
            f"Unknown key {unknown[0]!r}.", where=where, do=f"A scenario holds {', '.join(sorted(known))}."
        )


def _in_order(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """By time; events of one moment stay in the order of the file."""
    return tuple(sorted(events, key=lambda event: event.at))


def _event(row: Mapping[str, Any], start: datetime, zone: str, place: str) -> Event:
    do = row.get("do")
    if do not in EVENTS:
        raise BadInput(f"{do!r} is no event.", where=place, do=f"Use one of {', '.join(sorted(EVENTS))}.")
    if do in _OF_LEAD and "lead" not in row:
        raise BadInput(f"The event {do!r} names no lead.", where=place, do='Add lead = "L1" or the like.')
    values = {name: value for name, value in row.items() if name not in ("at", "do")}
    return Event(_when(row.get("at", "0s"), start, zone, place), str(do), place, values)


def _when(value: Any, start: datetime, zone: str, place: str) -> datetime:
    if (isinstance(value, str) and value and not value[0].isdigit()) or isinstance(value, (datetime, date)):
        return moment(value, zone, place)
    try:
        return start + span(str(value))
    except ValueError as error:
        if isinstance(value, str) and len(value) > 7 and value[4:5] == "-":
            return moment(value, zone, place)
        raise BadInput(
            str(error), where=f"{place}, at", do="Write it like 90s, 2h, 51d4h, or as a date and time."
        ) from error


def _until(value: Any, start: datetime, zone: str, where: str) -> datetime:
    until = _when(value, start, zone, f"{where}, until")
    if until <= start:
        raise BadInput(
            "The scenario ends before it starts.", where=f"{where}, until", do="Choose a later end."
        )
    return until


def moment(value: Any, zone: str, place: str) -> datetime:
    """A TOML date, date-time or ISO string as an aware moment; without an offset it is the store's wall clock."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError as error:
            raise BadInput(
                f"{value!r} is no date.", where=place, do="Write it like 2026-03-02T21:10:00-07:00."
            ) from error
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if not isinstance(value, datetime):
        raise BadInput("A date is missing.", where=place, do="Write it like 2026-03-02T21:10:00-07:00.")
    return value if value.tzinfo else value.replace(tzinfo=ZoneInfo(zone))


def length(value: Any, place: str) -> timedelta:
    """A span as a story writes it. Raises BadInput with the place."""
    try:
        return span(str(value))
    except ValueError as error:
        raise BadInput(str(error), where=place, do="Write it like 45m, 9h or 2d.") from error
