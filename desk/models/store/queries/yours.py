"""What is the manager's own to do, and who last cleared a list (FLOW-09, LEAD-07, TEMP-04)."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import datetime

from sqlalchemy import bindparam, literal, or_, select, text
from sqlalchemy.orm import Session

from desk.models.history import ALL_CHECKS, CLEARED, History
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.snapshots.today import TodayRow
from desk.models.store.queries.cards import IS_OPEN, micros, whose
from desk.models.store.queries.first_board import moment
from desk.models.store.queries.today import ABOVE, MOST, WHO, Day, leads_where, row_of
from desk.models.task import Timer

_SILENT = leads_where(
    literal(""),
    micros(Lead.last_in_at),
    ABOVE,
    or_(Lead.last_human_at.is_(None), Lead.last_human_at < Lead.last_in_at),
).order_by(Lead.temperature.desc(), Lead.id)
_CLOCKS = (
    select(*WHO, Timer.about, micros(Timer.started_at), Timer.kind, Timer.ladder)
    .select_from(Timer)
    .join(Lead, Lead.id == Timer.lead_id)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Timer.kind.in_(bindparam("kinds", expanding=True)), Timer.cleared_at.is_(None), IS_OPEN, whose())
    .order_by(Timer.started_at, Timer.id)
)
_LAST_CLEAR = (
    select(History.by, History.at)
    .where(text(CLEARED), History.data["item"].as_string() == bindparam("item"))
    .order_by(History.at.desc())
    .limit(1)
)


def silent_above(session: Session, day: Day, floor: float) -> list[TodayRow]:
    """Leads warmer than ``floor`` whose customer nobody here has answered, the warmest first."""
    found = session.connection().execute(_SILENT, day.values(floor=floor)).all()
    return [row_of("hot", row, at=moment(row[6])) for row in found[:MOST]]


def clocks_of(
    session: Session, day: Day, ladders: Mapping[str, Container[str]]
) -> Mapping[str, list[TodayRow]]:
    """Leads with a running clock, by its kind; ``ladders``: the wanted kinds, each with the names of its ladders."""
    found: dict[str, list[TodayRow]] = {}
    for row in session.connection().execute(_CLOCKS, day.values(kinds=list(ladders))):
        if row.ladder in ladders[row.kind]:
            made = row_of(row.kind, row, said=row[5], at=moment(row[6]))
            found.setdefault(row.kind, []).append(made)
    return found


def last_clear(session: Session, whose: str) -> tuple[str, datetime] | None:
    """Who last brought every check of a list to hold, and when; ``whose`` empty is everybody's list."""
    found = session.execute(_LAST_CLEAR, {"item": ALL_CHECKS + whose}).first()
    return None if found is None else (found[0], found[1])
