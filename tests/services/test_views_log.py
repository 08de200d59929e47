"""Who looked at whose data stands in the sealed record, a line for each person, lead and span of time (R22)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from desk.models.commands import NoteViews, SealRecord
from desk.models.errors import StoreDown
from desk.models.history import History
from desk.models.store.seals import broken
from desk.services.reader import Reader, reading
from desk.services.views_log import ViewsLog
from tests.services.desk_fixture import SmallDesk

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-04")]
EVERY = timedelta(minutes=30)


class Looking:
    """A small desk whose reader is watched, as the running one is."""

    def __init__(self) -> None:
        self.desk, self.sits = SmallDesk(), "ana"
        self.log = ViewsLog(self.desk.run, self.desk.clock.now, lambda: EVERY)
        self.read = reading(
            self.desk.desk.store, self.desk.clock.now, lambda: self.sits, self.desk.desk.facts, lambda: self.desk.desk.book,
            seen=lambda what, lead_id: self.log.saw(self.sits, what, lead_id),
        )  # fmt: skip

    def look(self, lead_id: str) -> None:
        with self.read() as read:
            assert isinstance(read, Reader)
            read.lead(lead_id)

    def lines(self) -> list[tuple[str | None, str, str]]:
        self.log.write()
        with self.desk.desk.store.reading() as session:
            rows = session.scalars(select(History).where(History.kind == "viewed").order_by(text("rowid")))
            return [(row.lead_id, row.by, row.data["what"]) for row in rows]


@pytest.fixture
def looking() -> Looking:
    return Looking()


def test_flicking_through_leaves_one_line_for_each_person_and_lead(looking: Looking) -> None:
    first, second = looking.desk.take(1), looking.desk.take(2)
    for lead_id in (first, second) * 20:
        looking.look(lead_id)
        looking.desk.later(seconds=2)
    looking.sits = "dana"
    looking.look(first)
    assert looking.lines() == [
        (first, "Ana Ruiz", "lead"),
        (second, "Ana Ruiz", "lead"),
        (first, "Dana Whit", "lead"),
    ]
    looking.desk.later(minutes=31)
    looking.sits = "ana"
    looking.look(first)
    assert len(looking.lines()) == 4


def test_the_day_sheet_and_the_record_itself_are_looked_at_too(looking: Looking) -> None:
    lead_id = looking.desk.take(1)
    with looking.read() as read:
        read.day_sheet()
        read.audit_read(lead_id)
    assert looking.lines() == [(None, "Ana Ruiz", "day_sheet"), (lead_id, "Ana Ruiz", "audit")]


def test_a_manager_sees_who_looked_in_the_leads_audit(looking: Looking) -> None:
    lead_id = looking.desk.take(1)
    looking.look(lead_id)
    looking.log.write()
    with looking.read() as read:
        view = read.lead(lead_id)
    assert ("Ana Ruiz", "Viewed by Ana Ruiz") in [(line.who, line.what) for line in view.audit]
    assert not any("iewed" in item.text for item in view.timeline), "looking is no event of the conversation"


def test_looking_tells_nobody_that_something_changed(looking: Looking) -> None:
    lead_id = looking.desk.take(1)
    looking.look(lead_id)
    looking.desk.changes.clear()
    looking.log.write()
    (change,) = looking.desk.changes
    assert (change.leads, change.kinds, change.happened) == (frozenset(), frozenset(), ())
    looking.log.write()
    assert len(looking.desk.changes) == 1, "without a new look nothing is written"


def test_a_line_about_a_view_cannot_be_changed_and_is_sealed(looking: Looking) -> None:
    lead_id = looking.desk.take(1)
    looking.look(lead_id)
    looking.log.write()
    looking.desk.run(SealRecord())
    store = looking.desk.desk.store
    changed = "UPDATE history SET by = 'Somebody' WHERE kind = 'viewed'"
    with pytest.raises(DatabaseError, match="only ever added to"), store.writing() as session:
        session.connection().exec_driver_sql(changed)
    with store.writing() as session:
        for statement in ("DROP TRIGGER history_unchanged", changed):
            session.connection().exec_driver_sql(statement)
    with store.reading() as session:

        def ask(question: str, values: Sequence[Any]) -> Iterable[Sequence[Any]]:
            return session.connection().exec_driver_sql(question, tuple(values))

        assert "are not what was sealed" in broken(ask)


def test_what_could_not_be_written_is_written_later() -> None:
    desk = SmallDesk()
    lead_id, full, written = desk.take(1), [True], list[NoteViews]()

    def run(command: NoteViews) -> None:
        if full[0]:
            raise StoreDown("The disk is full.")
        written.append(command)

    log = ViewsLog(run, desk.clock.now, lambda: EVERY)
    log.saw("ana", "lead", lead_id)
    with pytest.raises(StoreDown):
        log.write()
    full.clear()
    full.append(False)
    log.write()
    assert [view.lead_id for command in written for view in command.views] == [lead_id]
