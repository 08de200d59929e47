"""Customers, how to reach them, and what forbids it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column

#: What is written down of a customer: people may correct it, and it goes when they are forgotten (COMPLY-06).
TOLD_OF_CUSTOMER = (
    "first", "last", "full", "preferred_channel", "street", "city", "region", "postal", "country", "told_zone",
)  # fmt: skip


class Customer(Base):
    """A person who may buy. Addresses are rows of their own; ``merged_into`` keeps a merged record alive (LEAD-04)."""

    __tablename__ = "customer"
    __table_args__ = (Index("ix_customer_place", "postal", "street", sqlite_where=text("postal != ''")),)

    id: Mapped[str] = id_column()
    first: Mapped[str] = mapped_column(default="")
    last: Mapped[str] = mapped_column(default="")
    full: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="en")
    preferred_channel: Mapped[str] = mapped_column(default="")
    street: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    postal: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    told_zone: Mapped[str] = mapped_column(default="")
    merged_into: Mapped[str | None] = mapped_column(ForeignKey("customer.id"))
    created_at: Mapped[datetime]


class Address(Base):
    """A phone number or e-mail of a customer: ``value`` normalised (E.164 or lower-case e-mail), ``raw`` as typed."""

    __tablename__ = "address"
    __table_args__ = (UniqueConstraint("customer_id", "value"), Index("ix_address_value", "value"))

    id: Mapped[str] = id_column()
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[str]
    value: Mapped[str]
    raw: Mapped[str] = mapped_column(default="")
    ext: Mapped[str] = mapped_column(default="")
    type: Mapped[str] = mapped_column(default="")
    best_time: Mapped[str] = mapped_column(default="")
    can_text: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]


class Block(Base):
    """A reason not to use an address, for everyone, on every lead of the person (R3).

    ``channels`` says how wide it is (text, email, call, all). It never expires; only a person lifts it, with
    evidence, and the row stays (append-only: ``lifted_*`` are the one later fact about it).
    """

    __tablename__ = "block"
    __table_args__ = (Index("ix_block_address", "address"),)

    id: Mapped[str] = id_column()
    kind: Mapped[str]
    address: Mapped[str]
    channels: Mapped[list[str]]
    words: Mapped[str] = mapped_column(default="")
    lead_id: Mapped[str | None]
    by: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    lifted_at: Mapped[datetime | None]
    lifted_by: Mapped[str] = mapped_column(default="")
    lift_evidence: Mapped[str] = mapped_column(default="")


class Consent(Base):
    """Consent per address and channel with its evidence (R6): kind is none | inquiry | express | written | revoked."""

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_address", "address"),)

    id: Mapped[str] = id_column()
    address: Mapped[str]
    channel: Mapped[str]
    kind: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(default="")
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)
