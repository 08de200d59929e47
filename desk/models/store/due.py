"""When the clock must look again: one indexed question, never a walk over all leads."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models.history import Setting
from desk.models.lead import Lead
from desk.models.store import outbox


def next_lead(session: Session) -> datetime | None:
    """The moment at which some lead falls due."""
    return session.scalar(select(func.min(Lead.due_at)).where(Lead.due_at.is_not(None)))


def next_summary(session: Session) -> datetime | None:
    """When the store's summary is told next: at its next opening or closing."""
    row = session.get(Setting, "digest.due")
    told = str(row.value.get("value") or "") if row is not None else ""
    return datetime.fromisoformat(told) if told else None


def next_moment(session: Session) -> datetime | None:
    """The moment at which anything falls due: a lead, a message that waits, or the store's summary."""
    found = (outbox.next_moment(session), next_lead(session), next_summary(session))
    moments = [moment for moment in found if moment is not None]
    return min(moments, default=None)
