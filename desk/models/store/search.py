"""Full-text search, indexed in the background: a change only notes the lead's id."""

from __future__ import annotations

from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from desk.models.store.extras import SEARCH_TODO


def touch(session: Session, lead_id: str) -> None:
    """Note that a lead's words changed; the background indexes it soon."""
    session.execute(insert(SEARCH_TODO).values(lead_id=lead_id).on_conflict_do_nothing())
