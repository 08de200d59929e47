"""One lead of the past as scenario events: its inquiry, what the customer wrote, what people wrote and logged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.conversation import Log, Message
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Customer
from desk.models.rules.trade_in import BY_HAND
from desk.models.words import LEFT
from desk.services.rehearsal.past_edits import added_later, before

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
_NAMED = ("first", "last", "full", "preferred_channel")
_BAD = ("bounced", "failed")

Line = tuple[datetime, str, dict[str, Any]]


def inquiry(session: Session, lead: Lead) -> dict[str, Any]:
    """The lead as it came, before anybody edited it, in the fields of ``desk adf``."""
    came = before(session, lead)
    wanted = session.scalars(select(Wanted).where(Wanted.lead_id == lead.id).order_by(Wanted.position))
    return {
        "lead": lead.id, "received": lead.received_at, "customer": customer(session, lead, came), "source": lead.source,
        "source_kind": lead.source_kind, "source_class": lead.source_class, "comments": came.get("lead.comments", lead.comments) or None,
        "timeframe": came.get("lead.timeframe", lead.timeframe) or None, "ids": [{"source": source, "value": value} for source, value in lead.provider_ids],
        "vehicles": [{name: getattr(row, name) or None for name in _VEHICLE} for row in wanted], "trade_in": _traded(lead, came),
    }  # fmt: skip


def _traded(lead: Lead, came: Mapping[str, Any]) -> dict[str, Any] | None:
    """The trade-in that the inquiry told of, without what people learned of it later."""
    first = {
        name.partition("lead.trade_in.")[2]: was
        for name, was in came.items()
        if name.startswith("lead.trade_in.")
    }
    told = {**(lead.trade_in or {}), **first}
    return {
        name: value for name, value in told.items() if name != BY_HAND and value not in (None, "")
    } or None


def customer(session: Session, lead: Lead, came: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Who asked; with ``came``, what stood there before it was edited, as it stood then and without addresses added later."""
    row, later = (
        session.get_one(Customer, lead.customer_id),
        added_later(session, lead) if came is not None else (),
    )
    told = {name: (came or {}).get(f"customer.{name}", getattr(row, name)) for name in (*_NAMED, *_PLACE)}
    known = select(Address).where(Address.customer_id == row.id).order_by(Address.created_at, Address.id)
    addresses = [each for each in session.scalars(known) if each.id not in later]
    return {
        "first": told["first"] or None, "last": told["last"] or None, "full": told["full"] or None,
        "preferred_contact": told["preferred_channel"] or None, "emails": [a.value for a in addresses if a.kind == "email"],
        "address": {name: told[name] for name in _PLACE}, "phones": [_phone(a) for a in addresses if a.kind == "phone"],
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
