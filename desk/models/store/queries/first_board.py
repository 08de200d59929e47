"""The board in a few prepared statements: the first paint reads it so, over a bare connection.

``board`` asks the very same statements through a session, so the first picture and every later one agree.
Moments lie in the store as microseconds and become aware UTC only here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from desk.models.snapshots.board import BoardView, CardView, ColumnView, TimerView
from desk.models.store.asking import Ask, Row
from desk.models.store.queries.board_filter import EVERYONE, asked, narrowed
from desk.models.time import from_micros, to_micros
from desk.models.words import STAGES, Stage

PAGE = 100
CARD_COLUMNS = """
    lead.id, lead.stage, lead.status,
    CASE customer."full" WHEN '' THEN trim(customer.first || ' ' || customer.last) ELSE customer."full" END,
    lead.vehicle_title, lead.stock,
    CASE lead.source_label WHEN '' THEN lead.source ELSE lead.source_label END, lead.source_kind, lead.source_class,
    lead.temperature, lead.band, lead.ai_state, lead.owner_id, lead.timer_kind, lead.timer_started,
    lead.timer_target, lead.answered_s, lead.answered_proof, lead.timer_level, lead.next_text, lead.next_icon,
    lead.next_due, lead.hold_until, lead.hold_reason,
    CASE WHEN lead.stage = 'lost' AND lead.lost_reason = 'no_response' AND lead.ai_state = 'on' THEN lead.stage_at END,
    lead.outcome, lead.unread, lead.sort_key, lead.coverage_until,
    CASE WHEN lead.stage IN ('sold', 'lost') THEN lead.stage_at END, lead.lost_reason
"""
# The index is named because SQLite, once it has statistics, may prefer to skip through another and sort.
PAGE_OF_STAGE = f"""
SELECT {CARD_COLUMNS.replace("lead.sort_key", "{key}")} FROM lead INDEXED BY {{index}}
JOIN customer ON customer.id = lead.customer_id
WHERE lead.stage = :stage AND ({{key}}, lead.id) > (:sort_key, :id){{filter}}
ORDER BY {{key}}, lead.id LIMIT :limit
"""
_OPEN = ", ".join(f"'{stage.value}'" for stage in STAGES if stage.is_open)
# Late is a running timer past its target or a next step past its time; each half has an index of its own.
LATE = f"""
SELECT stage, count(*) FROM (
    SELECT stage, rowid FROM lead
    WHERE stage IN ({_OPEN}) AND next_due IS NOT NULL AND next_due < :now{{filter}}
    UNION
    SELECT stage, rowid FROM lead
    WHERE stage IN ({_OPEN}) AND timer_kind NOT IN ('none', 'answered') AND timer_target < :now{{filter}}
) GROUP BY stage
"""
HELD = "SELECT stage, count FROM stage_count"
HELD_BY = "SELECT stage, count(*) FROM lead WHERE TRUE{filter} GROUP BY stage"
UNOWNED = f"SELECT count(*) FROM lead WHERE owner_id IS NULL AND stage IN ({_OPEN})"
PEOPLE = "SELECT id, name FROM staff"
NO_TIMER = TimerView()
NOBODY = ("", "")
Owners = Mapping[str | None, tuple[str, str]]


def first_board(
    connection: Any, now: datetime, *, viewer_id: str = "", who: str = EVERYONE, size: int = PAGE
) -> BoardView:
    """The board's first page over a bare ``sqlcipher3`` connection (DESK-01). ``now`` is aware.

    Raises ``sqlcipher3.DatabaseError`` when the file cannot be read or has no schema yet.
    """
    return read_board(connection.execute, now, viewer_id=viewer_id, who=who, size=size)


def read_board(ask: Ask, now: datetime, *, viewer_id: str, who: str, size: int) -> BoardView:
    """Ask for the first pages of all stages and for their counts."""
    counts, owners = _counts(ask, now, viewer_id, who), owners_of(ask(PEOPLE, {}))
    columns = tuple(
        _column(stage, counts, _rows(ask, stage, "", viewer_id, who, size, now), size, owners, now)
        for stage in STAGES
    )
    ((unowned,),) = ask(UNOWNED, {})
    return BoardView(columns, sum(column.count for column in columns if Stage(column.stage).is_open), unowned)


def read_column(
    ask: Ask, stage: str, cursor: str, now: datetime, *, viewer_id: str, who: str, size: int
) -> ColumnView:
    """One page of a stage after ``cursor`` (empty: from the top), with the counts of the whole column."""
    counts, owners = _counts(ask, now, viewer_id, who), owners_of(ask(PEOPLE, {}))
    rows = _rows(ask, stage, cursor, viewer_id, who, size, now)
    return _column(stage, counts, rows, size, owners, now)


Counts = tuple[dict[str, int], dict[str, int]]


def _counts(ask: Ask, now: datetime, viewer_id: str, who: str) -> Counts:
    """How many leads each stage holds, and how many of them are late."""
    values = {"viewer": viewer_id, "now": to_micros(now), **narrowed(who).values}
    held = ask(asked(HELD_BY, who), values) if narrowed(who).clauses else ask(HELD, {})
    late = ask(asked(LATE, who), values)
    return dict(held), dict(late)


def _rows(ask: Ask, stage: str, cursor: str, viewer_id: str, who: str, size: int, now: datetime) -> list[Row]:
    """The rows of a page, and one more where there is a next page."""
    lead_id, _, sort_key = cursor.partition(" ")
    values = {"stage": stage, "sort_key": sort_key, "id": lead_id, "limit": size + 1, "viewer": viewer_id}
    values |= {"now": to_micros(now), **narrowed(who).values}
    return list(ask(asked(PAGE_OF_STAGE, who), values))


def _column(
    stage: str, counts: Counts, rows: list[Row], size: int, owners: Owners, now: datetime
) -> ColumnView:
    cards = tuple([card_of(row, owners, now) for row in rows[:size]])
    cursor = f"{cards[-1].id} {cards[-1].sort_key}" if len(rows) > size else ""
    held, late = counts
    return ColumnView(str(stage), held.get(stage, 0), late.get(stage, 0), cards, cursor)


def owners_of(people: Iterable[Row]) -> Owners:
    """Names with their initials, by id, from rows of id and name."""
    return {staff_id: (name, initials(name)) for staff_id, name in people}


def card_of(row: Row, owners: Owners, now: datetime) -> CardView:
    """A card from a row of ``CARD_COLUMNS``."""
    (
        lead_id, stage, status, name, vehicle, stock, source, source_kind, source_class, temperature, band,
        ai_state, owner_id, timer_kind, started, target, took_s, proof, level, next_text, next_icon, next_due,
        hold_until, hold_reason, lost_at, outcome, unread, sort_key, coverage_until, closed_at, lost_reason,
    ) = row  # fmt: skip
    owner, owner_initials = owners.get(owner_id, NOBODY)
    return CardView(
        lead_id, stage, status, name, vehicle, stock, source, source_kind, source_class, temperature, band,
        ai_state, owner_id or "", owner, owner_initials,
        timer_of(timer_kind, started, target, took_s, proof, level, now),
        next_text, next_icon, moment(next_due), moment(hold_until), hold_reason,
        coverage_days(coverage_until, now),
        reengage_day(lost_at, now), outcome, unread, sort_key, moment(closed_at), lost_reason,
    )  # fmt: skip


def timer_of(
    kind: str,
    started: int | None,
    target: int | None,
    took_s: int | None,
    proof: str,
    level: int,
    now: datetime,
) -> TimerView:
    """A lead's response timer: none, waiting for the next opening, running, or answered (ILM-09, ILM-10)."""
    if kind == "none":
        return NO_TIMER
    begun = moment(started)
    return TimerView(timer_kind(kind, begun, now), begun, moment(target), took_s, proof, level)


def timer_kind(kind: str, started: datetime | None, now: datetime) -> str:
    """What a stored timer shows: answered, waiting for its start, or running, whatever it runs on."""
    if kind == "answered":
        return kind
    return "waiting" if started is not None and started > now else "running"


def moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def initials(name: str) -> str:
    """First letters of the first and the last word of a name: ``MO`` for Marcus Oyelaran."""
    words = name.split()
    return "".join([word[0] for word in words[:1] + words[1:][-1:]]).upper()


def coverage_days(until: int | None, now: datetime) -> int | None:
    """How many days the owner is still covered, begun ones whole: 0 when it has lapsed, None where nobody ever was (COVER-04)."""
    if until is None:
        return None
    return max(0, -((now - from_micros(until)) // timedelta(days=1)))


def reengage_day(lost_at: int | None, now: datetime) -> int | None:
    """The day, from 1, of the campaign that follows a lead lost for want of an answer (AI-02); else None."""
    return None if lost_at is None else (now - from_micros(lost_at)).days + 1
