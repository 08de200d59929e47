"""The board and its cards through a session: the same statements as the first paint's (DESK-01)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from desk.models.snapshots import BoardView, CardView, ColumnView
from desk.models.store.asking import asking
from desk.models.store.queries.board_filter import EVERYONE
from desk.models.store.queries.first_board import (
    CARD_COLUMNS,
    PAGE,
    PEOPLE,
    card_of,
    owners_of,
    read_board,
    read_column,
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
    ask = asking(session)
    places = {f"id{number}": lead_id for number, lead_id in enumerate(lead_ids)}
    question = (
        f"SELECT {CARD_COLUMNS} FROM lead JOIN customer ON customer.id = lead.customer_id"
        f" WHERE lead.id IN ({', '.join(f':{place}' for place in places)})"
    )
    owners = owners_of(ask(PEOPLE, {}))
    return {row[0]: card_of(row, owners, now) for row in ask(question, places)}
