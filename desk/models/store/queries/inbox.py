"""What waits for a person, in eight groups of fixed order (AI-18, LEAD-02, AI-13, AI-22, COMPLY-01)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, text
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from desk.models.conversation import NOT_LEFT, Message, Quarantine
from desk.models.history import CLEARED, History
from desk.models.knowledge import KnowledgeRequest
from desk.models.lead import CALLING, Lead
from desk.models.person import Block, Customer
from desk.models.snapshots.board import TimerView
from desk.models.snapshots.inbox import InboxGroup, InboxItem, InboxView
from desk.models.staff import Staff
from desk.models.store.queries.cards import IS_OPEN, given, micros, name_of, whose
from desk.models.store.queries.duplicates import suspected
from desk.models.store.queries.first_board import NO_TIMER, moment, timer_of
from desk.models.store.queries.says import start_of_day
from desk.models.task import Timer
from desk.models.time import from_micros, to_micros

ORDER = ("approval", "handoff", "unread", "quarantine", "uncertain", "knowledge", "duplicate", "flag")
MOST = 200
#: How long a cleared item is looked for: longer than any item stays on a list by itself.
_CLEARED_FOR = timedelta(days=30)
_SHOWN = 120  # letters of a text that are shown
_IDS: Any = bindparam("ids", expanding=True)
_WAITING = (
    select(
        Message.id, Message.status, Lead.id, name_of(), Message.channel, func.substr(Message.text, 1, _SHOWN),
        micros(Message.not_before), micros(Message.at), Lead.temperature,
    )
    .select_from(Message)
    .join(Lead, Lead.id == Message.lead_id)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(text(f"message.{NOT_LEFT}"), Message.status.in_(("pending_approval", "uncertain")), whose())
    .order_by(func.coalesce(Message.not_before, Message.at), Message.id)
)  # fmt: skip
_HANDED_OFF = Lead.ai_state == "handed_off"
_CALLING = (
    select(
        Lead.id, name_of(), Lead.ai_reason, micros(Lead.last_in_at), Lead.timer_kind, micros(Lead.timer_started),
        micros(Lead.timer_target), Lead.answered_s, Lead.answered_proof, Lead.timer_level, Lead.temperature, Staff.name,
    )
    .join(Customer, Customer.id == Lead.customer_id)
    .join(Staff, Staff.id == Lead.owner_id, isouter=True)
    .where(text(CALLING), _HANDED_OFF, whose())
    .order_by(Lead.last_in_at.desc(), Lead.id)
)  # fmt: skip
#: Of unread answers there are many more than are shown: first which there are, then those that are shown.
_UNREAD = (
    select(Lead.id, micros(Lead.last_in_at))
    .where(text(CALLING), ~_HANDED_OFF, whose())
    .order_by(Lead.last_in_at.desc(), Lead.id)
)
_WROTE = (
    select(Lead.id, name_of(), Lead.temperature)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Lead.id.in_(_IDS))
)
_SAID = (
    select(Message.lead_id, func.substr(Message.text, 1, _SHOWN), func.max(Message.at))
    .where(Message.lead_id.in_(_IDS), Message.direction == "in")
    .group_by(Message.lead_id)
)
_QUARANTINE = (
    select(
        Quarantine.id,
        Quarantine.sender,
        Quarantine.subject,
        Quarantine.reason,
        micros(Quarantine.received_at),
    )
    .where(Quarantine.state == "open")
    .order_by(Quarantine.received_at, Quarantine.id)
)
_QUESTIONS = (
    select(
        KnowledgeRequest.id, KnowledgeRequest.question, KnowledgeRequest.count, KnowledgeRequest.lead_id,
        micros(KnowledgeRequest.at),
    )
    .where(KnowledgeRequest.closed_at.is_(None))
    .order_by(KnowledgeRequest.at, KnowledgeRequest.id)
)  # fmt: skip
_STOPS = (
    select(
        Block.id, Lead.id, name_of(), Block.channels, Block.words, micros(Block.at), Lead.temperature, Block.kind
    )
    .select_from(Block)
    .join(Lead, Lead.id == Block.lead_id)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(micros(Block.at) >= given("since"), Block.lifted_at.is_(None))
    .where(Block.kind.in_(("opt_out", "do_not_contact")), whose())
    .order_by(Block.at, Block.id)
)  # fmt: skip
_COMPLAINTS = (
    select(Timer.id, Lead.id, name_of(), Timer.about, micros(Timer.started_at), Lead.temperature)
    .select_from(Timer)
    .join(Lead, Lead.id == Timer.lead_id)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Timer.kind == "complaint", Timer.cleared_at.is_(None), IS_OPEN, whose())
)
_CLEARED = (
    select(History.data).where(text(CLEARED), micros(History.at) >= given("since")).order_by(History.at)
)
_CHANNELS = {"text": "texts", "call": "calls", "email": "emails"}


def inbox(
    session: Session,
    now: datetime,
    zone: str,
    viewer_id: str = "",
    *,
    groups: Container[str] = ORDER,
    unread: int = MOST,
    clock: Callable[[str, datetime], TimerView] = lambda _sender, _at: NO_TIMER,
) -> InboxView:
    """Everything that waits; with ``viewer_id`` what hangs on that person's leads, and what hangs on no lead at all.

    ``groups``: those that are wanted; what belongs to others alone is not asked. ``unread``: how many
    of the unread answers are shown. ``clock``: the answer clock of a mail that could not be read, by its sender and its moment.
    """
    connection, values = session.connection(), {"viewer": viewer_id}
    gone = put_away(connection, now)
    found: dict[str, list[InboxItem]] = {}
    for item in _items(connection, values, now, zone, groups, clock):
        if item.group in groups and item.key not in gone:
            found.setdefault(item.group, []).append(item)
    made = {key: _group(key, items) for key, items in found.items()}
    if "unread" in groups and (answers := _unread(connection, values, gone, unread)).count:
        made["unread"] = answers
    return InboxView(tuple(made[key] for key in ORDER if key in made))


def _items(
    connection: Connection,
    values: Mapping[str, Any],
    now: datetime,
    zone: str,
    groups: Container[str],
    clock: Callable[[str, datetime], TimerView],
) -> Iterator[InboxItem]:
    """What waits, of every group but the unread answers."""
    ask = connection.execute
    yield from map(_written, ask(_WAITING, values))
    yield from (_handed_off(row, now) for row in ask(_CALLING, values))
    yield from (_unread_mail(row, clock) for row in ask(_QUARANTINE))
    if "knowledge" in groups:
        yield from map(_question, ask(_QUESTIONS))
    if "duplicate" in groups:
        yield from suspected(connection, values["viewer"])
    yield from flags(connection, values, now, zone)


def _group(key: str, items: Sequence[InboxItem]) -> InboxGroup:
    shown = sorted(items, key=_due_first if key == "handoff" else _oldest)[:MOST]
    return InboxGroup(key, tuple(shown), len(items))


def _unread(connection: Connection, values: Mapping[str, Any], gone: Container[str], most: int) -> InboxGroup:
    """The latest unread answers; names and words are only read for those that are shown."""
    rows = [(unread_key(*row), *row) for row in connection.execute(_UNREAD, values)]
    waiting = [row for row in rows if row[0] not in gone]
    shown = waiting[:most]
    ids = [lead_id for _key, lead_id, _at in shown]
    wrote = {row[0]: row[1:] for row in connection.execute(_WROTE, {"ids": ids})} if ids else {}
    said = last_words(connection, ids)
    items = []
    for key, lead_id, at in shown:
        name, degrees = wrote[lead_id]
        items.append(
            InboxItem(key, "unread", name, said.get(lead_id, ""), lead_id, moment(at), temperature=degrees)
        )
    return InboxGroup("unread", tuple(items), len(waiting))


def unread_key(lead_id: str, at: int | None) -> str:
    """One answer of a lead: the next one it writes waits anew."""
    return f"unread:{lead_id}·{at}"


def last_words(connection: Connection, lead_ids: Sequence[str]) -> Mapping[str, str]:
    """The customer's latest words by lead, quoted, at most one line of them."""
    if not lead_ids:
        return {}
    rows = connection.execute(_SAID, {"ids": list(lead_ids)})
    return {
        lead_id: f"“{words}”" if (words := " ".join(said.split())) else "Sent a photo or file"
        for lead_id, said, _at in rows
    }


def _oldest(item: InboxItem) -> Any:
    return (item.at is None, item.at, item.key)


def _due_first(item: InboxItem) -> Any:
    return (item.timer.target is None, item.timer.target, item.key)


def put_away(connection: Connection, now: datetime) -> frozenset[str]:
    """Keys of the items that a person cleared, or put off to a moment that has not come (FLOW-14)."""
    gone: dict[str, bool] = {}
    for told in connection.scalars(_CLEARED, {"since": to_micros(now - _CLEARED_FOR)}):
        until = told.get("until")
        gone[told["item"]] = until is None or datetime.fromisoformat(until) > now
    return frozenset(key for key, is_gone in gone.items() if is_gone)


def _written(row: Any) -> InboxItem:
    message_id, status, lead_id, name, channel, wrote, not_before, at, degrees = row
    is_draft = status == "pending_approval"
    said = " ".join(wrote.split())
    return InboxItem(
        key=f"{'approval' if is_draft else 'uncertain'}:{message_id}",
        group="approval" if is_draft else "uncertain",
        name=name,
        words=f"{channel.capitalize()}: “{said}”" if is_draft else f"{channel.capitalize()}, never confirmed. Sent or not?",
        lead_id=lead_id,
        at=moment(not_before if is_draft and not_before else at),
        at_words="sends" if is_draft and not_before else "",
        message_id=message_id,
        temperature=degrees,
    )  # fmt: skip


def _handed_off(row: Any, now: datetime) -> InboxItem:
    lead_id, name, reason, at, kind, started, target, took, proof, level, degrees, owner = row
    whose = " · ".join(part for part in (owner or "Nobody owns it", f"step {level}" if level else "") if part)
    timer = (
        timer_of(kind, started, target, took, proof, level, now)
        if kind != "answered"
        else timer_of("none", None, None, None, "", 0, now)
    )
    return InboxItem(
        f"handoff:{lead_id}", "handoff", name, f"{_short(reason) or 'Wants a person'} · {whose}", lead_id,
        moment(at), timer=timer, temperature=degrees,
    )  # fmt: skip


def _short(reason: str) -> str:
    return reason.split(";", maxsplit=1)[0].strip().rstrip(".")


def _unread_mail(row: Any, clock: Callable[[str, datetime], TimerView]) -> InboxItem:
    row_id, sender, subject, reason, at = row
    came = from_micros(at)
    name = sender.split("<")[0].strip(' "') or sender or "A file"
    words = " · ".join(part for part in (f"“{subject}”" if subject else "", reason) if part)
    return InboxItem(
        f"quarantine:{row_id}",
        "quarantine",
        name,
        words,
        at=came,
        timer=clock(sender, came),
        quarantine_id=row_id,
    )


def _question(row: Any) -> InboxItem:
    row_id, question, times, lead_id, at = row
    name = f"Asked {times} times" if times > 1 else "Asked once"
    return InboxItem(f"knowledge:{row_id}", "knowledge", name, question, lead_id or "", moment(at))


def flags(connection: Connection, values: Mapping[str, Any], now: datetime, zone: str) -> list[InboxItem]:
    """Stops since yesterday, one line a lead, and complaints that nobody has answered."""
    since = start_of_day(start_of_day(now, zone) - timedelta(hours=1), zone)
    found: dict[str, InboxItem] = {}
    for block_id, lead_id, name, channels, words, at, degrees, kind in connection.execute(
        _STOPS, {**values, "since": to_micros(since)}
    ):
        said = f"“{words}” · " if words else ""
        line = f"{said}{_stopped(channels, kind)}"
        found.setdefault(
            lead_id,
            InboxItem(f"flag:{block_id}", "flag", name, line, lead_id, moment(at), temperature=degrees),
        )
    for timer_id, lead_id, name, about, at, degrees in connection.execute(_COMPLAINTS, values):
        found[lead_id] = InboxItem(f"flag:{timer_id}", "flag", name, about, lead_id, moment(at), temperature=degrees)  # fmt: skip
    return list(found.values())


def _stopped(channels: Sequence[str], kind: str) -> str:
    if kind == "do_not_contact" or "all" in channels:
        return "All sends are stopped"
    return f"{' and '.join(_CHANNELS.get(each, each) for each in channels).capitalize()} are stopped"
