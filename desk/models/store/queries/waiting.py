"""How much waits in the inbox, and how many leads are late on the monitor: the two numbers of the rail, without what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import distinct, func, literal, select, text, union_all
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from desk.models.conversation import NOT_LEFT, Message, Quarantine
from desk.models.knowledge import KnowledgeRequest
from desk.models.lead import CALLING, Lead
from desk.models.store.queries.cards import IS_OPEN, given, micros
from desk.models.store.queries.duplicates import suspected
from desk.models.store.queries.inbox import flags, put_away, unread_key
from desk.models.store.queries.monitor import DUE_AT
from desk.models.task import Timer
from desk.models.time import to_micros

_HANDED_OFF = Lead.ai_state == "handed_off"
_ASKS_APPROVAL = text(f"message.{NOT_LEFT}"), Message.status == "pending_approval"
_IS_UNCERTAIN = text(f"message.{NOT_LEFT}"), Message.status == "uncertain"
#: The keys of what waits, as the inbox names its items.
_KEYS: Any = union_all(
    select(literal("approval:") + Message.id).where(*_ASKS_APPROVAL),
    select(literal("uncertain:") + Message.id).where(*_IS_UNCERTAIN),
    select(literal("handoff:") + Lead.id).where(text(CALLING), _HANDED_OFF),
    select(literal("quarantine:") + Quarantine.id).where(Quarantine.state == "open"),
    select(literal("knowledge:") + KnowledgeRequest.id).where(KnowledgeRequest.closed_at.is_(None)),
)
_UNREAD = select(Lead.id, micros(Lead.last_in_at)).where(text(CALLING), ~_HANDED_OFF)
_LATE = (
    select(func.count(distinct(Timer.lead_id)))
    .join(Lead, Lead.id == Timer.lead_id)
    .where(Timer.cleared_at.is_(None), IS_OPEN, micros(DUE_AT) < given("now"))
)


def waiting_count(session: Session, now: datetime, zone: str) -> int:
    """How many items the inbox of everyone holds."""
    connection = session.connection()
    gone = put_away(connection, now)
    return sum(key not in gone for key in _waiting(connection, now, zone))


def _waiting(connection: Connection, now: datetime, zone: str) -> Iterator[str]:
    everyone = {"viewer": ""}
    yield from connection.scalars(_KEYS)
    yield from (unread_key(*row) for row in connection.execute(_UNREAD))
    yield from (item.key for item in suspected(connection, ""))
    yield from (item.key for item in flags(connection, everyone, now, zone))


def late_count(session: Session, now: datetime) -> int:
    """How many open leads have a clock that is past its target."""
    return session.scalar(_LATE, {"now": to_micros(now)}) or 0
