"""The line of messages that wait to leave: what may go now, what is next, what was cut off (R23).

Only the gate lets a message go; this says which ones are worth asking about.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, func, literal, or_, select, text
from sqlalchemy.orm import Session

from desk.models.conversation import NOT_LEFT, Message
from desk.models.store.engine import Store
from desk.models.store.prepared import Prepared
from desk.models.store.queries.cards import given, micros
from desk.models.time import to_micros
from desk.models.words import MessageStatus

# In the index's own words, or SQLite would not know that the small index is enough.
_NOT_LEFT = text(NOT_LEFT)
_WAITING = and_(_NOT_LEFT, Message.status.in_((MessageStatus.QUEUED, MessageStatus.HELD)))
_MAY_LEAVE = Prepared(
    select(Message.id)
    .where(
        _NOT_LEFT,
        Message.status.in_([literal(str(status)) for status in (MessageStatus.QUEUED, MessageStatus.HELD)]),
        or_(Message.not_before.is_(None), micros(Message.not_before) <= given("now")),
        or_(given("channel") == "", Message.channel == given("channel")),
    )
    .order_by(Message.priority, Message.not_before, Message.id)
    .limit(given("limit"))
)
NEXT = select(func.min(Message.not_before)).where(_WAITING)


def may_leave(store: Store, now: datetime, *, channel: str = "", limit: int = 50) -> tuple[str, ...]:
    """Ids of queued and held messages whose moment has come: the most pressing first, then the oldest."""
    asked = {"now": to_micros(now), "channel": channel, "limit": limit}
    return tuple(row[0] for row in store.look(_MAY_LEAVE, asked))


def tried_in_vain(session: Session, channel: str) -> bool:
    """Whether a message of ``channel`` waits for its next try."""
    tried = select(Message.id).where(_WAITING, Message.channel == channel, Message.attempts > 0)
    return session.scalar(tried.limit(1)) is not None


def next_moment(session: Session) -> datetime | None:
    """When the first message of the line may leave (perhaps past); None when nothing waits for a moment."""
    return session.scalar(NEXT)


def length(session: Session) -> int:
    """How many messages wait, those that a person must approve not counted."""
    return session.scalar(select(func.count(Message.id)).where(_WAITING)) or 0


def waiting_approval(session: Session) -> int:
    """How many messages a person must approve first (AI-18)."""
    return _count(session, MessageStatus.PENDING_APPROVAL)


def cut_off(session: Session) -> tuple[str, ...]:
    """Ids of messages that were being sent when the desk stopped: each is uncertain until looked up (R23)."""
    return tuple(
        session.scalars(
            select(Message.id)
            .where(_NOT_LEFT, Message.status == MessageStatus.SENDING)
            .order_by(Message.at, Message.id)
        )
    )


def uncertain(session: Session) -> int:
    """How many messages may or may not have left; a person settles them."""
    return _count(session, MessageStatus.UNCERTAIN)


def _count(session: Session, status: MessageStatus) -> int:
    return session.scalar(select(func.count(Message.id)).where(_NOT_LEFT, Message.status == status)) or 0
