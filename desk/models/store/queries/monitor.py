"""The monitor's lines: every clock that runs at an open lead, and the leads answered today (ILM-02, ILM-03)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy.orm import Session

from desk.models.snapshots import CardView, TimerView
from desk.models.snapshots_live import LastAct, MonitorRow, MonitorView
from desk.models.store.asking import Ask, Row, asking
from desk.models.store.queries.first_board import (
    CARD_COLUMNS,
    PEOPLE,
    Owners,
    card_of,
    moment,
    owners_of,
    timer_kind,
)
from desk.models.store.queries.says import start_of_day
from desk.models.time import to_micros
from desk.models.words import STAGES, SourceKind, TimerKind

MOST = 300
#: How far back a lead answered today may have come in.
ANSWERED_WITHIN = timedelta(days=7)
_SHOWN_ANSWERED = 50
_OPEN = ", ".join(f"'{stage.value}'" for stage in STAGES if stage.is_open)
_MORE = """
    lead.received_at, lead.timer_kind AS lead_timer,
    (SELECT wanted.condition FROM wanted WHERE wanted.lead_id = lead.id ORDER BY wanted.position LIMIT 1)
"""
_RUNNING = f"""
SELECT timer.id, timer.kind, timer.ladder, timer.level, timer.started_at, timer.next_at, {_MORE}, {CARD_COLUMNS}
FROM lead
CROSS JOIN timer ON timer.lead_id = lead.id AND timer.cleared_at IS NULL
JOIN customer ON customer.id = lead.customer_id
WHERE lead.stage IN ({_OPEN})
ORDER BY coalesce(CASE WHEN timer.kind = lead.timer_kind THEN lead.timer_target END, timer.started_at), timer.id
LIMIT :limit
"""
_TODAY = "FROM lead {join}WHERE lead.merged_into IS NULL AND lead.received_at >= :since AND lead.answered_at >= :midnight"
_ANSWERED = f"""
SELECT NULL, 'answered', '', 0, NULL, NULL, {_MORE}, {CARD_COLUMNS}
{_TODAY.format(join="JOIN customer ON customer.id = lead.customer_id ")}
ORDER BY lead.answered_at DESC LIMIT {_SHOWN_ANSWERED}
"""
_TOOK = f"SELECT lead.answered_s {_TODAY.format(join='')} AND lead.answered_s IS NOT NULL"
_FIRST = """
SELECT (first_sent_at - received_at) / 1000000 FROM lead
WHERE merged_into IS NULL AND received_at >= :midnight AND first_sent_at IS NOT NULL AND first_sent_at >= received_at
"""
_WRITTEN = """
SELECT lead_id, author, channel, max(coalesce(sent_at, at)), staff_id FROM message
WHERE lead_id IN (SELECT value FROM json_each(:ids)) AND direction = 'out' AND status IN ('sent', 'delivered')
GROUP BY lead_id, author
"""
_LOGGED = """
SELECT lead_id, type, outcome, max(at), staff_id FROM log
WHERE lead_id IN (SELECT value FROM json_each(:ids)) GROUP BY lead_id
"""
_OUTCOMES = {
    "connected_assessed": ", connected",
    "connected_follow_up": ", connected",
    "no_answer_voicemail": ", voicemail left",
    "no_answer": ", no answer",
    "wrong_number": ", wrong number",
    "declined_call": ", declined",
}
_KINDS = {
    TimerKind.HANDOFF: "asked for a person",
    TimerKind.OVERDUE: "follow-up",
    TimerKind.UNTOUCHED_CLAIM: "claimed, not contacted",
    TimerKind.NO_SHOW: "no-show",
    TimerKind.COMPLAINT: "complaint",
    TimerKind.TECHNICAL: "failed message",
    TimerKind.RELIEF: "owner asks for relief",
}
_SOURCES = {
    SourceKind.MARKETPLACE: "marketplace",
    SourceKind.WEBSITE: "website form",
    SourceKind.OEM: "manufacturer",
    SourceKind.TRADE_IN: "trade appraisal",
    SourceKind.WALK_IN: "walk-in",
}
RINGS = (TimerKind.UNANSWERED, TimerKind.HANDOFF)


@dataclass(frozen=True, slots=True)
class Clock:
    """A running clock as stored: which ladder it climbs, how high, and when it goes on."""

    id: str
    kind: str
    ladder: str
    level: int
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line before its ladder is put into words."""

    row: MonitorRow
    clock: Clock


def monitor_lines(session: Session, now: datetime, limit: int = MOST) -> tuple[Line, ...]:
    """One line per open lead with a running clock, the clock due first where it has several; at most ``limit``."""
    ask = asking(session)
    owners = owners_of(ask(PEOPLE, {}))
    lines: dict[str, Line] = {}
    for row in ask(_RUNNING, {"limit": limit}):
        line = _line(row, owners, now)
        lines.setdefault(line.row.card.id, line)
    acts = _acts(ask, tuple(lines), owners)
    return tuple(replace(line, row=_with_acts(line.row, acts)) for line in lines.values())


def monitor_figures(session: Session, now: datetime, zone: str) -> MonitorView:
    """Leads answered since midnight in ``zone`` with their times, without the running ones."""
    ask = asking(session)
    midnight = start_of_day(now, zone)
    values = {"midnight": to_micros(midnight), "since": to_micros(midnight - ANSWERED_WITHIN)}
    owners = owners_of(ask(PEOPLE, {}))
    rows = [_line(row, owners, now).row for row in ask(_ANSWERED, values)]
    acts = _acts(ask, tuple(row.card.id for row in rows), owners)
    took = sorted(seconds for (seconds,) in ask(_TOOK, values))
    first = [seconds for (seconds,) in ask(_FIRST, values)]
    return MonitorView(
        rows=(),
        answered=tuple(_with_acts(row, acts) for row in rows),
        answered_count=len(took),
        median_s=round(median(took)) if took else None,
        slowest_s=took[-1] if took else None,
        median_first_s=round(median(first)) if first else None,
    )


def _line(row: Row, owners: Owners, now: datetime) -> Line:
    timer_id, kind, ladder, level, started, next_at, received, lead_timer, condition, *columns = row
    card = card_of(tuple(columns), owners, now)
    is_own = kind in (lead_timer, "answered")
    shown = MonitorRow(
        card=card,
        received=_moment(received),
        kind_words=_kind_words(kind, condition or "", card),
        timer=card.timer if is_own else plain_timer(_moment(started), level, now),
        timer_id=timer_id or "",
        staff=LastAct(),
        assistant=LastAct(),
        level=level,
        rings=kind in RINGS,
        next_at=moment(next_at),
    )
    return Line(shown, Clock(shown.timer_id, kind, ladder, level, shown.next_at))


def _moment(micros: int) -> datetime:
    found = moment(micros)
    assert found is not None, "such a column is never empty"
    return found


def plain_timer(started: datetime, level: int, now: datetime) -> TimerView:
    """A clock without a target of its own: its matter was due when it started."""
    return TimerView(timer_kind("running", started, now), started, started, level=level)


def _kind_words(kind: str, condition: str, card: CardView) -> str:
    """Used, marketplace; New, asked for a person."""
    source = card.source_kind
    told = _KINDS.get(TimerKind(kind)) if kind != "answered" else None
    words = told or _SOURCES.get(SourceKind(source), source)
    return f"{condition.capitalize()}, {words}" if condition else words[:1].upper() + words[1:]


Acts = Mapping[tuple[str, str], LastAct]


def _acts(ask: Ask, lead_ids: Sequence[str], owners: Owners) -> Acts:
    """The latest act of people and of the assistant, by lead and author."""
    values = {"ids": json.dumps(lead_ids)}
    found: dict[tuple[str, str], LastAct] = {}
    for lead_id, author, act in (
        *_written(ask(_WRITTEN, values), owners),
        *_logged(ask(_LOGGED, values), owners),
    ):
        known = found.get((lead_id, author))
        if known is None or _later(act, known):
            found[lead_id, author] = act
    return found


def _later(act: LastAct, known: LastAct) -> bool:
    return act.at is not None and (known.at is None or act.at > known.at)


def _written(rows: Iterable[Row], owners: Owners) -> Iterator[tuple[str, str, LastAct]]:
    for lead_id, author, channel, at, staff_id in rows:
        who = owners[staff_id][0] if staff_id in owners else ""
        yield lead_id, author, LastAct(channel.capitalize(), moment(at), who)


def _logged(rows: Iterable[Row], owners: Owners) -> Iterator[tuple[str, str, LastAct]]:
    for lead_id, kind, outcome, at, staff_id in rows:
        who = owners[staff_id][0] if staff_id in owners else ""
        yield lead_id, "staff", LastAct(kind.capitalize() + _OUTCOMES.get(outcome, ""), moment(at), who)


def _with_acts(row: MonitorRow, acts: Acts) -> MonitorRow:
    return replace(
        row,
        staff=acts.get((row.card.id, "staff"), LastAct()),
        assistant=acts.get((row.card.id, "assistant"), LastAct()),
    )
