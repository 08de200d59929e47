"""The store's people as the window shows them (DESK-04)."""

from __future__ import annotations

from collections.abc import Container

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.snapshots.frame import PersonView
from desk.models.staff import Staff
from desk.models.store.queries.first_board import initials
from desk.models.words import Role


def people(session: Session, on_shift: Container[str] = frozenset()) -> tuple[PersonView, ...]:
    """Everyone, those who are active first, by name. ``on_shift`` holds the ids the shift rules name."""
    rows = session.scalars(select(Staff).order_by(Staff.active.desc(), Staff.name, Staff.id))
    return tuple(person_view(row, on_shift) for row in rows)


def person_view(row: Staff, on_shift: Container[str] = frozenset()) -> PersonView:
    """A person of the store in the trade's own words."""
    return PersonView(
        id=row.id,
        name=row.name,
        initials=initials(row.name),
        role=row.role,
        role_words=Role(row.role).label,
        team=row.team,
        on_shift=row.id in on_shift,
        active=row.active,
        email=row.email,
        phone=row.phone,
        shift=row.shift,
        alerts=row.alerts or {},
        away_until=row.away_until,
    )
