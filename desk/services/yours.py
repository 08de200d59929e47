"""What is the manager's own to do: clocks whose ladder calls the managers first, and leads above their mark (FLOW-09, TEMP-04)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from desk.models.playbook import Playbook
from desk.models.rules.people import LEADERS
from desk.models.snapshots.today import Duty, TodayRow
from desk.models.store.queries import yours as q
from desk.models.store.queries.says import when
from desk.models.store.queries.today import Day
from desk.models.words import TimerKind

SINGLY = 2  # of one kind so many are named; of more the number is said
HOT = "hot"


def yours(session: Session, book: Playbook, day: Day) -> Iterator[Duty]:
    """The warmest first, then by what runs the longest; a failed message stands among the checks already."""
    mark = round(book.number("temperature.alert_above"))
    yield from _told(HOT, q.silent_above(session, day, mark), mark, day)
    calling = {
        ladder.when.trigger: {each.name for each in book.ladders if each.when.trigger == ladder.when.trigger}
        for ladder in book.ladders
        if set(LEADERS) & set(ladder.steps[0].to) and ladder.when.trigger != TimerKind.TECHNICAL
    }
    for kind, rows in q.clocks_of(session, day, calling).items():
        yield from _told(kind, rows, mark, day)


def _told(kind: str, rows: Sequence[TodayRow], mark: int, day: Day) -> Iterator[Duty]:
    if len(rows) > SINGLY:
        yield Duty(kind, _several(kind, len(rows), mark), tuple(rows))
    else:
        yield from (Duty(kind, _one(kind, row, mark, day), (row,)) for row in rows)


def _one(kind: str, row: TodayRow, mark: int, day: Day) -> str:
    at = when(row.at, day.now, day.zone) if row.at else ""
    return {
        HOT: f"{row.name} is at {row.temperature}. Above {mark} goes to you.",
        TimerKind.COMPLAINT: f"{row.name} complained: {at}.",
        TimerKind.NO_SHOW: f"{row.name} did not come and needs a call.",
        TimerKind.RELIEF: f"The owner of {row.name} asks to be relieved.",
        TimerKind.UNTOUCHED_CLAIM: f"{row.name} was claimed and not contacted.",
    }.get(kind, f"{row.name} waits for you: {row.said}.")


def _several(kind: str, n: int, mark: int) -> str:
    return {
        HOT: f"{n} leads above {mark} go to you.",
        TimerKind.COMPLAINT: f"{n} customers complained.",
        TimerKind.NO_SHOW: f"{n} no-shows need a call.",
        TimerKind.RELIEF: f"{n} owners ask to be relieved.",
        TimerKind.UNTOUCHED_CLAIM: f"{n} leads were claimed and not contacted.",
    }.get(kind, f"{n} leads wait for you.")
