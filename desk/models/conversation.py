"""What was said: messages in and out, calls and notes, and what became of each message."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column

#: What has not left for good: the outbox's own small index holds these alone.
NOT_LEFT = "status IN ('queued', 'held', 'sending', 'pending_approval', 'uncertain')"

#: E-mails of ours that left, by when: the mailbox's daily ceiling counts them (R27).
MAILED = "channel = 'email' AND direction = 'out' AND sent_at IS NOT NULL"


class Message(Base):
    """An e-mail or text, in or out; also the outbox row, committed before any provider is called (R23).

    ``key`` is the decision that made it (``lead · step``): deciding twice makes no second message. ``text`` is exactly what
    the customer gets or, inbound, what was newly written; ``full_text`` keeps the whole. ``why`` and ``facts`` are the
    reasons and the rows it relied on (AI-11). ``status`` is the latest of its ``Delivery`` facts.
    """

    __tablename__ = "message"
    __table_args__ = (
        Index("ix_message_lead", "lead_id", "at"),
        Index("ix_message_waiting", "status", "not_before", sqlite_where=text(NOT_LEFT)),
        Index("ix_message_header", "message_id"),
        Index("ix_message_provider", "provider_id"),
        Index("ix_message_sent", "to_address", "sent_at"),
        Index("ix_message_mailed", "sent_at", sqlite_where=text(MAILED)),
    )

    id: Mapped[str] = id_column()
    key: Mapped[str] = mapped_column(unique=True)
    lead_id: Mapped[str] = mapped_column(ForeignKey("lead.id"))
    number: Mapped[int] = mapped_column(default=0)
    direction: Mapped[str]
    channel: Mapped[str]
    author: Mapped[str]
    staff_id: Mapped[str | None]
    purpose: Mapped[str] = mapped_column(default="")
    step: Mapped[str] = mapped_column(default="")
    to_address: Mapped[str] = mapped_column(default="")
    from_address: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    full_text: Mapped[str] = mapped_column(default="")
    links: Mapped[list[Any]] = mapped_column(default=list)
    why: Mapped[list[Any]] = mapped_column(default=list)
    facts: Mapped[list[Any]] = mapped_column(default=list)
    asks: Mapped[str] = mapped_column(default="")
    reading: Mapped[dict[str, Any] | None]
    status: Mapped[str]
    status_words: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    not_before: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    message_id: Mapped[str] = mapped_column(default="")
    references: Mapped[str] = mapped_column(default="")
    provider_id: Mapped[str] = mapped_column(default="")
    raw_id: Mapped[str | None]
    playbook: Mapped[str] = mapped_column(default="")
    approved_by: Mapped[str] = mapped_column(default="")
    in_exchange: Mapped[bool] = mapped_column(default=False)
    priority: Mapped[int] = mapped_column(default=5)


class Delivery(Base):
    """One fact about a message's way out: queued, sending, accepted, refused, delivered, bounced … (append-only)."""

    __tablename__ = "delivery"
    __table_args__ = (Index("ix_delivery_message", "message_id"),)

    id: Mapped[str] = id_column()
    message_id: Mapped[str] = mapped_column(ForeignKey("message.id"))
    at: Mapped[datetime]
    status: Mapped[str]
    code: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")


class Log(Base):
    """What a person did or noted: call, voicemail, letter, note, visit (FLOW-05). Never stops the assistant (AI-14)."""

    __tablename__ = "log"
    __table_args__ = (Index("ix_log_lead", "lead_id", "at"),)

    id: Mapped[str] = id_column()
    lead_id: Mapped[str] = mapped_column(ForeignKey("lead.id"))
    type: Mapped[str]
    direction: Mapped[str] = mapped_column(default="out")
    staff_id: Mapped[str | None]
    at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None]
    interest: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    objections: Mapped[str] = mapped_column(default="")
    next_step: Mapped[str] = mapped_column(default="")
    next_due: Mapped[datetime | None]
    recorded: Mapped[str] = mapped_column(default="")
    to_customer: Mapped[str] = mapped_column(default="")


class Raw(Base):
    """A message or file as it came, whole and compressed; named by the SHA-256 of its bytes."""

    __tablename__ = "raw"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    media: Mapped[str] = mapped_column(default="")
    size: Mapped[int]
    body: Mapped[bytes]


class Arrival(Base):
    """The ledger of everything that came in: each key once, with what became of it. Nothing is unaccounted (LEAD-02)."""

    __tablename__ = "arrival"

    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    origin: Mapped[str]
    result: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    lead_id: Mapped[str | None]
    raw_id: Mapped[str | None]


class Quarantine(Base):
    """What could not be read, kept whole until a person makes it a lead, joins it, or says it is none (LEAD-02)."""

    __tablename__ = "quarantine"
    __table_args__ = (Index("ix_quarantine_state", "state", "received_at"),)

    id: Mapped[str] = id_column()
    raw_id: Mapped[str]
    received_at: Mapped[datetime]
    origin: Mapped[str]
    sender: Mapped[str] = mapped_column(default="")
    recipient: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    reason: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="open")
    lead_id: Mapped[str | None]
    closed_by: Mapped[str] = mapped_column(default="")
    closed_at: Mapped[datetime | None]
    closed_reason: Mapped[str] = mapped_column(default="")
