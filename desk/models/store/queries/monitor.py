"""The monitor's lines: every clock that runs at an open lead, and the leads answered today (ILM-02, ILM-03)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import and_, bindparam, case, func, literal, null, select, text
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from desk.models.conversation import NOT_LEFT, Log, Message
from desk.models.lead import Lead, Wanted
from desk.models.person import Customer
from desk.models.snapshots.board import CardView, TimerView
from desk.models.snapshots.lead import LastAct
from desk.models.snapshots.monitor import MonitorRow, MonitorView
from desk.models.store.queries.cards import CARD, IS_OPEN, PEOPLE, micros
from desk.models.store.queries.first_board import (
    Owners,
    card_of,
    moment,
    owners_of,
    timer_kind,
)
from desk.models.store.queries.says import start_of_day
from desk.models.task import Timer
from desk.models.words import SourceKind, TimerKind

MOST = 300
#: How far back a lead answered today may have come in.
ANSWERED_WITHIN = timedelta(days=7)
_SHOWN_ANSWERED = 50
_CONDITION = (
    select(Wanted.condition)
    .where(Wanted.lead_id == Lead.id)
    .order_by(Wanted.position)
    .limit(1)
    .scalar_subquery()
)
_MORE = (micros(Lead.received_at), Lead.timer_kind, _CONDITION, *CARD)
_LEAD_ID = 9  # a line's place for the lead's id: six columns of the clock, three of the lead, then its card
_NOTHING = LastAct()
_OWN_TARGET = case((Timer.kind == Lead.timer_kind, Lead.timer_target))
#: By when a running clock wants an answer: its lead's target where it is the lead's own clock, else the moment it started.
DUE_AT: Any = func.coalesce(_OWN_TARGET, Timer.started_at)
_RUNNING = (
    select(
        Timer.id,
        Timer.kind,
        Timer.ladder,
        Timer.level,
        micros(Timer.started_at),
        micros(Timer.next_at),
        *_MORE,
    )
    .select_from(Timer)
    .join(Lead, Lead.id == Timer.lead_id)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Timer.cleared_at.is_(None), IS_OPEN)
    .order_by(DUE_AT, Timer.id)
    .limit(bindparam("limit"))
)
_SINCE: Any = bindparam("since")
_MIDNIGHT: Any = bindparam("midnight")
_ANSWERED_TODAY = and_(Lead.merged_into.is_(None), Lead.received_at >= _SINCE, Lead.answered_at >= _MIDNIGHT)
_ANSWERED_IDS: Any = select(Lead.id, Lead.answered_s).where(_ANSWERED_TODAY).order_by(Lead.answered_at.desc())
_FIRST = select(micros(Lead.first_sent_at) - micros(Lead.received_at)).where(
    Lead.merged_into.is_(None), Lead.received_at >= _MIDNIGHT, Lead.first_sent_at >= Lead.received_at
)
_SHOWN: Any = bindparam("ids", expanding=True)
_ANSWERED = (
    select(null(), literal("answered"), literal(""), literal(0), null(), null(), *_MORE)
    .select_from(Lead)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Lead.id.in_(_SHOWN))
)
_WRITTEN = (
    select(
        Message.lead_id,
        Message.author,
        Message.channel,
        func.max(func.coalesce(micros(Message.sent_at), micros(Message.at))),
        Message.staff_id,
    )
    .where(Message.lead_id.in_(_SHOWN), Message.direction == "out", Message.status.in_(("sent", "delivered")))
    .group_by(Message.lead_id, Message.author)
)
_DRAFTED = select(Message.lead_id).where(
    text(f"message.{NOT_LEFT}"),
    Message.status == "pending_approval",
    Message.author == "assistant",
    Message.lead_id.in_(_SHOWN),
)
_LOGGED = (
    select(Log.lead_id, Log.type, Log.outcome, func.max(micros(Log.at)), Log.staff_id)
    .where(Log.lead_id.in_(_SHOWN))
    .group_by(Log.lead_id)
)
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


class Rungs(NamedTuple):
    """How a ladder looks from one of its steps: how many there are, this one and the next in words."""

    steps: int = 0
    taken: str = ""
    following: str = ""


#: The look of a ladder, by its name, from a level.
Looks = Callable[[str, int], Rungs]
_NO_LADDER = Rungs()


def monitor_lines(session: Session, now: datetime, looks: Looks, limit: int = MOST) -> tuple[MonitorRow, ...]:
    """One line per open lead with a running clock, the clock due first where it has several; at most ``limit``."""
    connection = session.connection()
    owners = owners_of(connection.execute(PEOPLE))
    rows: dict[str, Any] = {}
    for row in connection.execute(_RUNNING, {"limit": limit}):
        rows.setdefault(row[_LEAD_ID], row)
    acts, drafted = _acts(connection, tuple(rows), owners), with_drafts(connection, tuple(rows))
    lines = (_line(row, owners, now, acts, looks) for row in rows.values())
    return tuple(replace(line, draft_waits=True) if line.card.id in drafted else line for line in lines)


def with_drafts(connection: Connection, lead_ids: Sequence[str]) -> frozenset[str]:
    """Those of these leads for which a message of the assistant's waits for approval (AI-18)."""
    return frozenset(connection.scalars(_DRAFTED, {"ids": list(lead_ids)}))


def monitor_figures(session: Session, now: datetime, zone: str) -> MonitorView:
    """Leads answered since midnight in ``zone`` with their times, without the running ones."""
    from statistics import median

    connection, midnight = session.connection(), start_of_day(now, zone)
    values = {"midnight": midnight, "since": midnight - ANSWERED_WITHIN}
    answered = connection.execute(_ANSWERED_IDS, values).all()
    rows = _answered(connection, [lead_id for lead_id, _took in answered[:_SHOWN_ANSWERED]], now)
    took = sorted(took for _id, took in answered if took is not None)
    first = [took_us / 1_000_000 for took_us in connection.scalars(_FIRST, values)]
    return MonitorView(
        rows=(),
        answered=rows,
        answered_count=len(took),
        median_s=round(median(took)) if took else None,
        slowest_s=took[-1] if took else None,
        median_first_s=round(median(first)) if first else None,
    )


def _answered(connection: Connection, shown: Sequence[str], now: datetime) -> tuple[MonitorRow, ...]:
    """The lines of these leads, in their order."""
    if not shown:
        return ()
    owners = owners_of(connection.execute(PEOPLE))
    rows = {row[_LEAD_ID]: row for row in connection.execute(_ANSWERED, {"ids": shown})}
    acts = _acts(connection, shown, owners)
    return tuple(_line(rows[lead_id], owners, now, acts) for lead_id in shown)


def _line(
    row: Any, owners: Owners, now: datetime, acts: Acts, looks: Looks = lambda _ladder, _level: _NO_LADDER
) -> MonitorRow:
    timer_id, kind, ladder, level, started, next_at, received, lead_timer, condition, *columns = row
    card = card_of(tuple(columns), owners, now)
    is_own, rungs = kind in (lead_timer, "answered"), looks(ladder, level)
    return MonitorRow(
        card=card,
        received=_moment(received),
        kind_words=_kind_words(kind, condition or "", card),
        timer=card.timer if is_own else plain_timer(_moment(started), level, now),
        timer_id=timer_id or "",
        staff=acts.get((card.id, "staff"), _NOTHING),
        assistant=acts.get((card.id, "assistant"), _NOTHING),
        level=level,
        steps=rungs.steps,
        rings=kind in RINGS,
        step_words=rungs.taken,
        next_who=rungs.following,
        next_at=moment(next_at),
        condition=condition or "",
    )


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


def _acts(connection: Connection, lead_ids: Sequence[str], owners: Owners) -> Acts:
    """The latest act of people and of the assistant, by lead and author."""
    values = {"ids": list(lead_ids)}
    found: dict[tuple[str, str], LastAct] = {}
    for lead_id, author, act in (
        *_written(connection.execute(_WRITTEN, values), owners),
        *_logged(connection.execute(_LOGGED, values), owners),
    ):
        known = found.get((lead_id, author))
        if known is None or _later(act, known):
            found[lead_id, author] = act
    return found


def _later(act: LastAct, known: LastAct) -> bool:
    return act.at is not None and (known.at is None or act.at > known.at)


def _written(rows: Iterable[Any], owners: Owners) -> Iterator[tuple[str, str, LastAct]]:
    for lead_id, author, channel, at, staff_id in rows:
        who = owners[staff_id][0] if staff_id in owners else ""
        yield lead_id, author, LastAct(channel.capitalize(), moment(at), who)


def _logged(rows: Iterable[Any], owners: Owners) -> Iterator[tuple[str, str, LastAct]]:
    for lead_id, kind, outcome, at, staff_id in rows:
        who = owners[staff_id][0] if staff_id in owners else ""
        yield lead_id, "staff", LastAct(_logged_words(kind, outcome), moment(at), who)


def _logged_words(kind: str, outcome: str) -> str:
    """Call, connected; what a voicemail came to is said once."""
    if kind == "voicemail" and outcome == "no_answer_voicemail":
        return "Voicemail left"
    return kind.capitalize() + _OUTCOMES.get(outcome, "")
