"""One lead, whole: what the detail pane and the wide lead show, in a fixed number of questions (DESK-11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, tuple_
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from desk.models.facts import StoreFacts
from desk.models.history import History
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.rules import trade_in
from desk.models.rules.assistant_words import assistant_view
from desk.models.snapshots.board import CardView
from desk.models.snapshots.lead import AssistantView, LeadView, TaskView, TimelineItem
from desk.models.store.extras import STAGE_COUNT
from desk.models.store.queries.blocked import explained
from desk.models.store.queries.cards import CARD
from desk.models.store.queries.first_board import NO_TIMER, card_of, owners_of
from desk.models.store.queries.lines import NOT_SHOWN, ON_TIMELINE, Told, audit_line
from desk.models.store.queries.says import start_of_day
from desk.models.store.queries.sends import next_sends, next_words, waits_to_leave
from desk.models.store.queries.tiles import Reach, reach
from desk.models.store.queries.timeline import Said, conversation, received, timeline
from desk.models.store.queries.wanted import needs_words, vehicles
from desk.models.task import Task
from desk.models.words import SourceKind, Stage

_LEAD: Any = bindparam("lead")
_CARD = select(*CARD).join(Customer, Customer.id == Lead.customer_id).where(Lead.id == _LEAD)
_MORE = (
    select(
        Lead.customer_id, Lead.received_at, Lead.comments, Lead.order_kind, Lead.price_shopper,
        Lead.is_history, Lead.ai_at, Lead.ai_by, Lead.ai_reason, Lead.temperature_reasons,
        Lead.temperature_note, Lead.trade_in, Lead.needs, Lead.source_label, Customer.first,
        Customer.last, Customer.full, Customer.language, Customer.preferred_channel,
    )
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Lead.id == _LEAD)
)  # fmt: skip
_HISTORY = (
    select(History.id, History.at, History.kind, History.by, History.data, History.why)
    .where(History.lead_id == _LEAD, History.kind.not_in(NOT_SHOWN))
    .order_by(History.at, History.id)
)
_ABSORBED = (
    select(Lead.id, Lead.received_at, Lead.comments, Lead.source_label)
    .where(Lead.merged_into == _LEAD)
    .order_by(Lead.received_at, Lead.id)
)
_TASKS = (
    select(
        Task.id, Task.kind, Task.title, Task.due_at, Task.owner_id, Task.done_at, Task.why, Task.recommended
    )
    .where(Task.lead_id == _LEAD)
    .order_by(Task.done_at.is_not(None), Task.due_at, Task.id)
)
_PLACE = select(
    select(func.count())
    .select_from(Lead)
    .where(
        Lead.stage == bindparam("stage"),
        tuple_(Lead.sort_key, Lead.id) <= tuple_(bindparam("sort_key"), bindparam("lead")),
    )
    .scalar_subquery(),
    select(STAGE_COUNT.c.count).where(STAGE_COUNT.c.stage == bindparam("stage")).scalar_subquery(),
)
_OLDER = "Nothing by itself: taken in as an older lead"
_MARKS = {"live": "Live order", "organic": "Organic order"}
_KINDS = {
    SourceKind.MARKETPLACE: "Marketplace",
    SourceKind.WEBSITE: "Website form",
    SourceKind.PHONE: "Phone",
    SourceKind.REFERRAL: "Referral",
    SourceKind.OEM: "Manufacturer",
    SourceKind.SOCIAL: "Social",
    SourceKind.CHAT: "Chat",
    SourceKind.TRADE_IN: "Trade-in",
    SourceKind.WALK_IN: "Walk-in",
}


@dataclass(frozen=True, slots=True)
class TextHours:
    """The lawful window for texts at the customer's place, as the gate tells it; ``zone`` is that place's."""

    zone: str = ""
    words: str = ""
    open: bool = True
    opens: datetime | None = None


def lead_view(
    session: Session, lead_id: str, now: datetime, store: StoreFacts, hours: TextHours | None = None
) -> LeadView | None:
    """Everything about one lead, read at one moment; None when the store has no such lead.

    Coverage is not in it: whoever asks adds it from the rules. Sentences name times in the store's zone.
    """
    connection = session.connection()
    names = {person.id: person.name for person in store.staff}
    row = connection.execute(_CARD, {"lead": lead_id}).first()
    if row is None:
        return None
    card = card_of(row, owners_of(names.items()), now)
    return _view(connection, card, now, store, hours or TextHours(store.zone), names)


def _view(
    connection: Connection,
    card: CardView,
    now: datetime,
    store: StoreFacts,
    hours: TextHours,
    names: dict[str, str],
) -> LeadView:
    values = {"lead": card.id}
    more = connection.execute(_MORE, values).one()
    told = Told(now, store.zone, names)
    absorbed = connection.execute(_ABSORBED, values).all()
    records = (card.id, *(lead.id for lead in absorbed))
    said, history = conversation(connection, card.id, records), _history(connection, records)
    reached = reach(connection, more.customer_id, more.preferred_channel, store.zone)
    whys = explained(said.messages, history)
    sends = tuple(
        replace(send, words=whys.get(send.message_id, send.words)) for send in next_sends(said.messages, told)
    )
    silent = _OLDER if more.is_history else store.automatic_words
    next_send = next_words(sends, card.ai_state, silent, told)
    assistant = _assistant(card, more, reached, next_send, waits=waits_to_leave(sends))
    items = timeline(said, [line for line in history if line.kind in ON_TIMELINE], told, _customer(more))
    position, of = _place(connection, card)
    is_handed_off = card.ai_state == "handed_off"
    return LeadView(
        card=card,
        customer_id=more.customer_id,
        first=more.first,
        last=more.last,
        language=more.language,
        received=more.received_at,
        source_words=_source_words(card),
        order_kind=more.order_kind,
        marks=_marks(more),
        price_shopper=bool(more.price_shopper),
        is_history=bool(more.is_history),
        mark_reasons=_mark_reasons(history),
        tiles=reached.tiles,
        channels=reached.open,
        blocked_channels=reached.closed,
        preferred_channel=more.preferred_channel,
        customer_zone=hours.zone or store.zone,
        text_hours_words=hours.words,
        text_open=hours.open,
        text_opens=hours.opens,
        temperature_reasons=tuple((str(signal), int(points)) for signal, points in more.temperature_reasons),
        temperature_note=more.temperature_note,
        assistant=assistant,
        handoff_words=more.ai_reason if is_handed_off else "",
        handoff_quote=(_last_words(items) or more.comments) if is_handed_off else "",
        handoff_timer=card.timer if is_handed_off else NO_TIMER,
        vehicles=vehicles(connection, card.id, now, store.zone),
        trade_in=trade_in.in_words(more.trade_in),
        needs=needs_words(more.needs),
        tasks=tuple(_task(task, names) for task in connection.execute(_TASKS, values)),
        next_sends=sends,
        timeline=(
            *_received(card.id, more, absorbed, said),
            *(replace(item, status_words=whys.get(item.id, item.status_words)) for item in items),
        ),
        audit=tuple(audit_line(line, told) for line in reversed(history)),
        position=position,
        of=of,
        temperature_change=_since_last_night(history, card.temperature, now, store.zone),
    )


def _mark_reasons(history: Sequence[Any]) -> tuple[str, ...]:
    """Why it is marked as it is, the latest word of each mark: by a fact, or by whom (LEAD-08)."""
    found: dict[str, str] = {}
    for line in history:
        if line.kind == "mark":
            words = str(line.data["mark"])
            found["price_shopper" if words.startswith("Price") else "order_kind"] = words
        elif line.kind == "edit":
            by = str(line.why[0]) if line.why else "Edited"
            found |= {name: by for name in ("order_kind", "price_shopper") if name in line.data["fields"]}
    return tuple(dict.fromkeys(found.values()))


def _since_last_night(history: Sequence[Any], score: int, now: datetime, zone: str) -> int | None:
    """How many points the temperature has moved since the last midnight in ``zone``; None where it had none by then (TEMP-01)."""
    night = start_of_day(now, zone)
    before = (
        line.data["score"] for line in reversed(history) if line.kind == "temperature" and line.at < night
    )
    known = next(before, None)
    return None if known is None else score - int(known)


def _history(connection: Connection, lead_ids: Sequence[str]) -> Sequence[Any]:
    """The record of a lead and of those that went into it, as one."""
    lines = [line for lead_id in lead_ids for line in connection.execute(_HISTORY, {"lead": lead_id})]
    return sorted(lines, key=lambda line: (line.at, line.id)) if len(lead_ids) > 1 else lines


def _received(lead_id: str, lead: Any, absorbed: Sequence[Any], said: Said) -> tuple[TimelineItem, ...]:
    """How it began; with each record that went into this lead, in the customer's own words (DESK-11)."""
    records = ((lead_id, lead), *((other.id, other) for other in absorbed))
    firsts = (received(one, record, said.files.get(one, ())) for one, record in records)
    return tuple(sorted(firsts, key=lambda item: (item.at, item.id)))


def _assistant(card: CardView, more: Any, reached: Reach, next_send: str, *, waits: bool) -> AssistantView:
    return assistant_view(
        card.ai_state,
        customer=more.first or card.name,
        owner=card.owner_name,
        status=card.status,
        closed=tuple(channel for channel, _reason in reached.closed),
        since=more.ai_at,
        by=more.ai_by,
        reason=more.ai_reason,
        next_send_words=next_send,
        waits=waits,
    )


def _customer(more: Any) -> str:
    return more.first or more.full or "The customer"


def _last_words(items: tuple[TimelineItem, ...]) -> str:
    return next(
        (item.text for item in reversed(items) if item.direction == "in" and item.kind == "message"), ""
    )


def _place(connection: Connection, card: CardView) -> tuple[int, int]:
    """Which card of its column this is, and of how many; 0 for closed leads, where counting would be long."""
    if not Stage(card.stage).is_open:
        return 0, 0
    values = {"stage": card.stage, "sort_key": card.sort_key, "lead": card.id}
    position, of = connection.execute(_PLACE, values).one()
    return position, of


def _task(row: Any, names: dict[str, str]) -> TaskView:
    return TaskView(
        id=row.id,
        kind=row.kind,
        title=row.title,
        due=row.due_at,
        owner_name=names.get(row.owner_id, ""),
        done=row.done_at is not None,
        why=tuple(map(str, row.why)),
        recommended=row.recommended,
    )


def _source_words(card: CardView) -> str:
    kind = _KINDS.get(SourceKind(card.source_kind), card.source_kind)
    return f"{card.source_class} party · {kind} · {card.source}"


def _marks(more: Any) -> tuple[str, ...]:
    marks = (
        _MARKS.get(more.order_kind, ""),
        "Price question asked" if more.price_shopper else "",
        "Taken in as an older lead" if more.is_history else "",
    )
    return tuple(mark for mark in marks if mark)
