"""What only the day sheet asks: numbers that may be called, who owns how much, and whom nobody contacts (DESK-10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import Session

from desk.models.lead import Lead
from desk.models.person import Address, Block, Customer
from desk.models.staff import Staff
from desk.models.store.queries.cards import OPEN_STAGES, name_of

_CLOSED_WAY: Any = func.json_each(Block.channels).table_valued("value")
_NO_CALLS = exists(
    select(1)
    .select_from(Block)
    .join(_CLOSED_WAY, _CLOSED_WAY.c.value.in_(("call", "all")))
    .where(Block.address == Address.value, Block.lifted_at.is_(None))
)
_CALLABLE = (
    select(Address.value)
    .where(Address.customer_id == Lead.customer_id, Address.kind == "phone", ~_NO_CALLS)
    .order_by(Address.created_at, Address.id)
    .limit(1)
    .scalar_subquery()
)
_NUMBERS = (
    select(Lead.id, func.coalesce(_CALLABLE, ""), func.coalesce(Staff.name, ""))
    .join(Staff, Staff.id == Lead.owner_id, isouter=True)
    .where(Lead.id.in_(bindparam("ids", expanding=True)))
)
_OWNER = func.coalesce(Lead.owner_id, "")
_OWNED = select(_OWNER, func.count()).where(Lead.stage.in_(OPEN_STAGES)).group_by(_OWNER)
_STOPPED = (
    select(name_of(), Block.channels)
    .join(Lead, Lead.id == Block.lead_id)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(
        Block.lifted_at.is_(None), Block.kind.in_(("opt_out", "do_not_contact")), Lead.stage.in_(OPEN_STAGES)
    )
    .group_by(Customer.id)
    .order_by(func.max(Block.at).desc())
    .limit(bindparam("limit"))
)
_NO = {"text": "no texts", "call": "no calls", "email": "no emails"}


def numbers(session: Session, lead_ids: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """By lead: a number that may be called (empty where none may), and the owner's name."""
    rows = session.connection().execute(_NUMBERS, {"ids": list(lead_ids)})
    return {lead_id: (phone, owner) for lead_id, phone, owner in rows}


def owned(session: Session) -> Mapping[str, int]:
    """Open leads by owner; those of nobody under the empty id."""
    return dict(session.connection().execute(_OWNED).all())


def closed(session: Session, limit: int = 24) -> tuple[tuple[str, str], ...]:
    """Open leads' customers who said stop, with what they said no to, the latest first."""
    rows = session.connection().execute(_STOPPED, {"limit": limit})
    return tuple((name, _words(channels)) for name, channels in rows)


def _words(channels: list[str]) -> str:
    if "all" in channels:
        return "no channel at all"
    return ", ".join(_NO.get(channel, channel) for channel in channels)
