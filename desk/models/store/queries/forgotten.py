"""Customers about whom nothing has happened for longer than the store keeps data (R22)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session

from desk.models.conversation import Message
from desk.models.lead import Lead
from desk.models.person import Address


def idle_since(session: Session, moment: datetime, limit: int) -> list[str]:
    """Ids of customers with an address and no lead that was received, moved, written or spoken about since ``moment``."""
    latest = (
        func.max(column) for column in (Lead.received_at, Lead.stage_at, Lead.last_in_at, Lead.last_human_at)
    )
    quiet = [or_(moment_of.is_(None), moment_of < moment) for moment_of in latest]
    wrote = exists().where(Message.lead_id == Lead.id, Message.sent_at >= moment)
    busy = select(Lead.customer_id).where(wrote)
    query = (
        select(Lead.customer_id)
        .where(exists().where(Address.customer_id == Lead.customer_id), Lead.customer_id.not_in(busy))
        .group_by(Lead.customer_id)
        .having(and_(*quiet))
        .order_by(Lead.customer_id)
        .limit(limit)
    )
    return list(session.scalars(query))
