"""The day's lists and the inbox over many leads: found by their indexes, shown in part, counted whole."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from desk.models.history import History
from desk.models.store.queries import inbox, today, yours
from desk.models.time import to_micros
from tests.models.store.conftest import NOW, Asked, Filler

DAY = today.Day(NOW, "America/Boise")
BOUNDS: dict[str, Any] = {
    "since": to_micros(NOW - timedelta(hours=12)),
    "week": to_micros(NOW - timedelta(days=7)),
    "waited": 900_000_000,
}


def plan(filler: Filler, question: str) -> str:
    """How the store finds a list, in its own words."""
    told: list[tuple[str, Any]] = []
    connection = filler.session.connection()

    def note(_connection: Any, _cursor: Any, words: str, values: Any, *_more: Any) -> None:
        told.append((words, values))

    event.listen(connection, "before_cursor_execute", note)
    today.leads_of(filler.session, question, DAY, **BOUNDS)
    words, values = told[0]
    return " ".join(
        str(row) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", values).all()
    )


@pytest.mark.requirement("DESK-13", "LEAD-07")
@pytest.mark.parametrize(("question", "index"), [("waited", "ix_lead_waited"), ("stuck", "ix_lead_loose")])
def test_who_waited_and_what_may_be_stuck_is_found_by_an_index_of_few(
    filler: Filler, question: str, index: str
) -> None:
    assert index in plan(filler, question)


@pytest.mark.requirement("DESK-13")
def test_only_leads_that_waited_since_the_closing_are_listed(filler: Filler) -> None:
    night = {"received_at": NOW - timedelta(hours=5), "taken_at": NOW}
    waited = filler.lead("Aisha Karim", **night)
    filler.lead("Ben Stone", **night | {"is_history": True})
    filler.lead("Cleo Diaz", **night | {"received_at": NOW - timedelta(minutes=14)})
    filler.lead("Dan Wood", **night | {"received_at": NOW - timedelta(days=8)})
    yesterday = NOW - timedelta(hours=20)
    filler.lead("Eve Holt", received_at=yesterday - timedelta(hours=1), taken_at=yesterday)
    listed = today.waited(filler.session, DAY, "call", **BOUNDS)
    assert [(row.lead_id, row.said, row.act) for row in listed.rows] == [(waited.id, "waited 5 h", "call")]


@pytest.mark.requirement("LEAD-07")
def test_a_lead_given_away_yesterday_and_not_touched_since_may_be_stuck(filler: Filler) -> None:
    filler.person("Ana Ruiz", id="ana")
    days = {"taken_at": NOW - timedelta(days=3), "next_text": "Call", "owner_id": "ana"}
    given = {**days, "owner_at": NOW - timedelta(days=1)}
    untouched, without = filler.lead(**given), filler.lead(**days | {"next_text": ""})
    filler.lead(**given | {"last_human_at": NOW - timedelta(hours=3)})
    filler.lead(**given | {"owner_at": NOW})
    filler.lead(**given | {"claimed_at": NOW})
    filler.lead(**given | {"hold_kind": "other"})
    filler.lead(**given | {"stage": "sold"})
    listed = today.leads_of(filler.session, "stuck", DAY)
    assert {row.lead_id for row in listed.rows} == {untouched.id, without.id}


@pytest.mark.requirement("FLOW-09", "DESK-01")
def test_a_long_list_shows_its_first_lines_and_counts_all(filler: Filler, asked: Asked) -> None:
    for number in range(today.MOST + 5):
        lead = filler.lead(f"Person {number}", temperature=90, last_in_at=NOW - timedelta(minutes=number))
        filler.message(lead, f"words {number}", at=NOW - timedelta(minutes=number))
    asked.count = 0
    listed = today.hot(filler.session, DAY, 80)
    assert (len(listed.rows), listed.count, asked.count) == (today.MOST, today.MOST + 5, 3)
    assert [(row.name, row.said) for row in listed.rows[:2]] == [
        ("Person 0", "“words 0”"),
        ("Person 1", "“words 1”"),
    ]


@pytest.mark.requirement("AI-18", "FLOW-14")
def test_unread_answers_are_counted_whole_without_those_put_away(filler: Filler, asked: Asked) -> None:
    for number in range(8):
        at = NOW - timedelta(minutes=number)
        lead = filler.lead(f"Person {number}", unread=1, last_in_at=at)
        filler.message(lead, f"words {number}", at=at)
        if number == 1:
            key = f"unread:{lead.id}·{to_micros(at)}"
            filler.add(History, at=NOW, kind="cleared", lead_id=lead.id, data={"item": key})
    asked.count = 0
    shown = inbox.inbox(filler.session, NOW, "America/Boise", groups=("unread",), unread=3)
    (group,) = shown.groups
    assert (group.key, group.count, asked.count) == ("unread", 7, 9)
    assert [(item.name, item.words) for item in group.items] == [
        ("Person 0", "“words 0”"),
        ("Person 2", "“words 2”"),
        ("Person 3", "“words 3”"),
    ]


@pytest.mark.requirement("LEAD-07", "FLOW-09", "DESK-01")
def test_what_is_the_managers_own_is_found_by_indexes_of_few(filler: Filler) -> None:
    """Running clocks, hot leads and what was cleared have indexes of their own; the whole store is not read for them."""
    told: list[tuple[str, Any]] = []
    connection = filler.session.connection()
    event.listen(connection, "before_cursor_execute", lambda *it: told.append((it[2], it[3])))
    yours.silent_above(filler.session, DAY, 85)
    yours.clocks_of(filler.session, DAY, {"no_show": {"No-show"}})
    yours.last_clear(filler.session, "")
    plans = [
        " ".join(str(row) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", values))
        for words, values in tuple(told)
    ]
    for index, found in zip(("ix_lead_hot", "ix_timer_running", "ix_history_cleared"), plans, strict=True):
        assert index in found
