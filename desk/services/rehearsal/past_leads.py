"""One lead of the past as scenario events: its inquiry, what the customer wrote, what people wrote and logged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.conversation import Log, Message
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Customer
from desk.models.rules.trade_in import BY_HAND
from desk.models.words import LEFT

_VEHICLE = (
    "interest",
    "condition",
    "year",
    "make",
    "model",
    "trim",
    "stock",
    "vin",
    "odometer",
    "colour",
    "comments",
)
_LOG = (
    "type",
    "direction",
    "outcome",
    "minutes",
    "interest",
    "summary",
    "objections",
    "next_step",
    "next_due",
    "recorded",
    "to_customer",
)
_PLACE = ("street", "city", "region", "postal", "country")
_BAD = ("bounced", "failed")

Line = tuple[datetime, str, dict[str, Any]]


def inquiry(session: Session, lead: Lead) -> dict[str, Any]:
    """The lead as it came, in the fields of ``desk adf``."""
    wanted = session.scalars(select(Wanted).where(Wanted.lead_id == lead.id).order_by(Wanted.position))
    return {
        "lead": lead.id, "received": lead.received_at, "customer": customer(session, lead), "source": lead.source,
        "source_kind": lead.source_kind, "source_class": lead.source_class, "comments": lead.comments or None,
        "timeframe": lead.timeframe or None, "ids": [{"source": source, "value": value} for source, value in lead.provider_ids],
        "vehicles": [{name: getattr(row, name) or None for name in _VEHICLE} for row in wanted], "trade_in": _traded(lead),
    }  # fmt: skip


def _traded(lead: Lead) -> dict[str, Any] | None:
    return (
        {name: value for name, value in lead.trade_in.items() if name != BY_HAND} if lead.trade_in else None
    )


def customer(session: Session, lead: Lead) -> dict[str, Any]:
    row = session.get_one(Customer, lead.customer_id)
    addresses = list(
        session.scalars(
            select(Address).where(Address.customer_id == row.id).order_by(Address.created_at, Address.id)
        )
    )
    return {
        "first": row.first or None, "last": row.last or None, "full": row.full or None, "preferred_contact": row.preferred_channel or None,
        "emails": [a.value for a in addresses if a.kind == "email"], "address": {name: getattr(row, name) for name in _PLACE},
        "phones": [_phone(a) for a in addresses if a.kind == "phone"],
    }  # fmt: skip


def _phone(row: Address) -> dict[str, Any]:
    return {
        "number": row.value,
        "raw": row.raw,
        "type": row.type or None,
        "time": row.best_time or None,
        "ext": row.ext or None,
    }


def conversation(session: Session, lead: Lead) -> Iterator[Line]:
    """What was said, oldest first within each kind; automatic answers and what the assistant wrote are left out."""
    for message in session.scalars(
        select(Message).where(Message.lead_id == lead.id).order_by(Message.at, Message.id)
    ):
        yield from _said(session, lead, message)
    for log in session.scalars(select(Log).where(Log.lead_id == lead.id).order_by(Log.at, Log.id)):
        values = {name: getattr(log, name) for name in _LOG if getattr(log, name) not in (None, "")}
        yield log.at, "log", {"lead": lead.id, "by": log.staff_id, **values}


def _said(session: Session, lead: Lead, it: Message) -> Iterator[Line]:
    if it.direction == "in" and it.purpose == "inquiry":
        again = {
            "lead": f"{lead.id}, again",
            "customer": customer(session, lead),
            "source": lead.source,
            "comments": it.text,
        }
        yield it.at, "lead", again
    elif it.direction == "in" and it.purpose != "auto_reply":
        yield (
            it.at,
            "reply",
            {"lead": lead.id, "channel": it.channel, "text": it.full_text, "subject": it.subject},
        )
    elif it.author == "staff" and it.status in LEFT:
        told = {"type": it.channel, "to_customer": it.text, "summary": "Written by hand"}
        yield it.sent_at or it.at, "log", {"lead": lead.id, "by": it.staff_id, **told}
