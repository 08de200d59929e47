"""The sources that a store knows by the leads that came from them (AI-27, LEAD-03)."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models.lead import Lead

LOOKED_AT = 5000  # of the latest leads: a source that has sent nothing since is not one to pause
_LATEST = select(Lead.source).order_by(Lead.received_at.desc()).limit(LOOKED_AT).subquery()
_SOURCES = (
    select(_LATEST.c.source)
    .where(_LATEST.c.source != "")
    .group_by(_LATEST.c.source)
    .order_by(func.count().desc(), _LATEST.c.source)
)


def known_sources(session: Session) -> tuple[str, ...]:
    """Their names as the leads carry them; whichever sends the most comes first."""
    return tuple(session.scalars(_SOURCES))
