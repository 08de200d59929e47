"""When the clock must look again: one indexed question, never a walk over all leads."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models.lead import Lead
from desk.models.store import outbox


def next_lead(session: Session) -> datetime | None:
    """The moment at which some lead falls due."""
    return session.scalar(select(func.min(Lead.due_at)).where(Lead.due_at.is_not(None)))


def next_moment(session: Session) -> datetime | None:
    """The moment at which anything falls due: a lead, or a message that waits."""
    moments = [moment for moment in (outbox.next_moment(session), next_lead(session)) if moment is not None]
    return min(moments, default=None)
