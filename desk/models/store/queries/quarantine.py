"""Mails and files that could not be read, whole, until a person clears them (LEAD-02)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.conversation import Quarantine, Raw
from desk.models.snapshots.inbox import QuarantineView

_ROWS = select(Quarantine, Raw.size).outerjoin(Raw, Raw.id == Quarantine.raw_id)


def quarantine(session: Session, *, state: str = "open", limit: int = 200) -> tuple[QuarantineView, ...]:
    """What waits for a person, oldest first. ``state``: open, or one of the verdicts a person gave."""
    chosen = (
        _ROWS.where(Quarantine.state == state).order_by(Quarantine.received_at, Quarantine.id).limit(limit)
    )
    return tuple(_view(row, size) for row, size in session.execute(chosen))


def quarantine_one(session: Session, quarantine_id: str) -> QuarantineView | None:
    """One of them, cleared or not; None when there is none of that id."""
    found = session.execute(_ROWS.where(Quarantine.id == quarantine_id)).first()
    return None if found is None else _view(*found)


def quarantined_bytes(session: Session, quarantine_id: str) -> bytes | None:
    """The message or file as it came, compressed as ``Raw`` keeps it; None when there is none of that id."""
    body = (
        select(Raw.body).join(Quarantine, Quarantine.raw_id == Raw.id).where(Quarantine.id == quarantine_id)
    )
    return session.scalar(body)


def _view(row: Quarantine, size: int | None) -> QuarantineView:
    return QuarantineView(
        id=row.id,
        received=row.received_at,
        sender=row.sender,
        to=row.recipient,
        subject=row.subject,
        source=row.origin,
        reason=row.reason,
        text=row.text,
        size=size or 0,
        state=row.state,
    )
