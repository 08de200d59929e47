"""The board and its cards through a session: the same statements as the first paint's (DESK-01)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.snapshots.board import BoardView, CardView, ColumnView
from desk.models.store.asking import asking
from desk.models.store.queries.board_filter import EVERYONE
from desk.models.store.queries.cards import CARD, PEOPLE
from desk.models.store.queries.first_board import (
    PAGE,
    card_of,
    owners_of,
    read_board,
    read_column,
)

_CARDS = (
    select(*CARD)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Lead.id.in_(bindparam("ids", expanding=True)))
)


def board(
    session: Session, now: datetime, *, viewer_id: str = "", who: str = EVERYONE, size: int = PAGE
) -> BoardView:
    """The first page of all columns, with counts. ``who``: everyone, mine (the viewer's) or unassigned."""
    return read_board(asking(session), now, viewer_id=viewer_id, who=who, size=size)


def board_page(
    session: Session,
    stage: str,
    cursor: str,
    now: datetime,
    *,
    viewer_id: str = "",
    who: str = EVERYONE,
    size: int = PAGE,
) -> ColumnView:
    """The page of one column after ``cursor`` (empty: its first), with fresh counts."""
    return read_column(asking(session), stage, cursor, now, viewer_id=viewer_id, who=who, size=size)


def card(session: Session, lead_id: str, now: datetime) -> CardView | None:
    """One lead's card; None when the store has no such lead."""
    return cards(session, (lead_id,), now).get(lead_id)


def cards(session: Session, lead_ids: Sequence[str], now: datetime) -> dict[str, CardView]:
    """The cards of these leads, at most a few hundred, by lead id."""
    connection = session.connection()
    owners = owners_of(connection.execute(PEOPLE))
    rows = connection.execute(_CARDS, {"ids": list(lead_ids)})
    return {row[0]: card_of(row, owners, now) for row in rows}
