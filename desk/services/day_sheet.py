"""The day sheet: the store's day as it stands now, for the hour in which the desk cannot be asked (DESK-10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from desk.models.facts import StoreFacts
from desk.models.hours import DAYS
from desk.models.playbook import Playbook
from desk.models.snapshots.today import DaySheetView, SheetRow, TodayRow
from desk.models.staff import Staff
from desk.models.store.queries import day_sheet as q
from desk.models.store.queries import today
from desk.models.time import local
from desk.models.words import Role

MOST_HOT, MOST_CALLS = 8, 14  # with which a store's day fits one page


def day_sheet(
    session: Session, store: StoreFacts, book: Playbook, now: datetime, staff_id: str
) -> DaySheetView:
    """Everybody's day; a customer whom nobody may call stands there without a number."""
    day = today.Day(now, store.zone)
    visits = today.visits(session, day).rows
    floor = book.number("temperature.hot_list_above")
    hot = today.hot(session, day, floor).rows
    calls = today.tasks(session, day, most=today.MOST_TASKS).rows
    numbers = q.numbers(session, {row.lead_id for row in (*visits, *hot, *calls)})
    owned, person = q.owned(session), store.person(staff_id)

    def lines(rows: tuple[TodayRow, ...]) -> tuple[SheetRow, ...]:
        return tuple(SheetRow(row, *numbers.get(row.lead_id, ("", ""))) for row in rows)

    return DaySheetView(
        store_name=store.name,
        store_phone=store.phone,
        by=person.name if person else "",
        at=now,
        visits=lines(visits),
        hot=lines(hot[:MOST_HOT]),
        calls=lines(tuple(row for row in calls if numbers.get(row.lead_id, ("",))[0])[:MOST_CALLS]),
        do_not_contact=q.closed(session),
        people=tuple(_people(store, now, owned)),
        unowned=owned.get("", 0),
    )


def _people(
    store: StoreFacts, now: datetime, owned: Mapping[str, int]
) -> Iterator[tuple[str, str, str, int]]:
    """Who is on today: name, hours, role, and how many open leads are theirs."""
    for person in store.staff:
        if person.active and (hours := _hours(person, store, now)):
            yield person.name, hours, Role(person.role).label, owned.get(person.id, 0)


def _hours(person: Staff, store: StoreFacts, now: datetime) -> str:
    week = person.shift or store.hours
    return str(week.get(DAYS[local(now, store.zone).weekday()], ""))
