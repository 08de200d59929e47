"""Staffed time: who is at work when, and how far a clock has run that rests while nobody is (ILM-09).

A weekly table is ``{"mon": "08:00-12:00,13:00-17:00"}`` in the store's zone; a person without one keeps the
store's hours. Holidays close the store for everybody; a person who is away is not at work until the moment
they return. All moments are aware; a night on which the clocks change counts the hours that really passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from desk.models.facts import StoreFacts
from desk.models.hours import Span, Week, staff_week, store_week
from desk.models.staff import Staff
from desk.models.time import as_utc, local_day

_LOOK_AHEAD = 60  # days; a store closed for longer has no hours that can be counted
_Table = tuple[tuple[str, str], ...]


def on_shift(person: Staff, moment: datetime, store: StoreFacts) -> bool:
    """Whether the person is at work: active, not away, inside the shift."""
    return person.active and any(
        opens <= moment < closes for opens, closes in _spans(moment, (person,), store, days=1)
    )


def is_open(store: StoreFacts, moment: datetime) -> bool:
    return any(opens <= moment < closes for opens, closes in _spans(moment, (), store, days=1))


def next_opening(moment: datetime, who: Sequence[Staff], store: StoreFacts) -> datetime:
    """The first moment from ``moment`` on at which anyone of ``who`` is at work (none named: the store is
    open).
    """
    return next(
        (max(opens, moment) for opens, closes in _spans(moment, who, store) if closes > moment), moment
    )


def closing(moment: datetime, store: StoreFacts) -> datetime:
    """The end of the store's present or next working day."""
    day_of = local_day(next_opening(moment, (), store), store.zone)
    days = (day_of - local_day(moment, store.zone)).days + 1
    spans = [
        span
        for span in _spans(moment, (), store, days=days)
        if local_day(span[0], store.zone) == day_of and span[1] > moment
    ]
    return spans[-1][1] if spans else moment + timedelta(days=1)


def staffed_add(start: datetime, span: timedelta, who: Sequence[Staff], store: StoreFacts) -> datetime:
    """The moment at which ``span`` of staffed time has passed since ``start``.

    Without any hours in sight the plain clock counts: a timer must never stand still for want of a setting.
    """
    left, moment = span, as_utc(start)
    for opens, closes in _spans(moment, who, store):
        begins = max(opens, moment)
        if closes > moment and closes - begins >= left and closes > begins:
            return begins + left
        left -= max(closes - begins, timedelta())
    return as_utc(start) + span


def staffed_between(begin: datetime, end: datetime, who: Sequence[Staff], store: StoreFacts) -> timedelta:
    """How much staffed time lies between two moments."""
    days = (local_day(end, store.zone) - local_day(begin, store.zone)).days + 1
    parts = (
        min(closes, end) - max(opens, begin) for opens, closes in _spans(begin, who, store, days=max(days, 1))
    )
    return sum((part for part in parts if part > timedelta()), timedelta())


def _spans(
    moment: datetime, who: Sequence[Staff], store: StoreFacts, days: int = _LOOK_AHEAD
) -> Iterator[Span]:
    """Staffed spans from the local day of ``moment`` on, joined over all of ``who``, in order."""
    people = [person for person in who if person.active]
    weeks = [(_frozen(staff_week(person, store)), person.away_until) for person in people] or [
        (_frozen(store_week(store)), None)
    ]
    first = local_day(moment, store.zone)
    for offset in range(days):
        day_of = first + timedelta(days=offset)
        if day_of not in store.holidays:
            yield from _joined(
                [span for table, away in weeks for span in _back(_day(table, store.zone, day_of), away)]
            )


def _frozen(week: Week) -> _Table:
    return tuple((day, str(told or "")) for day, told in week.table.items())


@lru_cache(maxsize=4096)
def _day(table: _Table, zone: str, day_of: date) -> tuple[Span, ...]:
    return Week(dict(table), zone).spans(day_of)


def _back(spans: Sequence[Span], away_until: datetime | None) -> Iterator[Span]:
    """The part of the spans after a person's return."""
    for opens, closes in spans:
        begins = max(opens, away_until) if away_until else opens
        if begins < closes:
            yield begins, closes


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for opens, closes in sorted(spans):
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return tuple(joined)
