"""The search box: leads by anything known or said about them, and vehicles of the stock (LEAD-10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Text, bindparam, cast, func, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from desk.models.lead import Lead
from desk.models.person import Address, Customer
from desk.models.snapshots.frame import FoundRow
from desk.models.staff import Staff
from desk.models.store.queries.cards import name_of
from desk.models.store.queries.first_board import initials
from desk.models.store.search import SHORTEST, leads_found, like, words_of
from desk.models.vehicle import Vehicle

_LEADS = (
    select(
        Lead.id, name_of(), Lead.vehicle_title, Lead.stock, Lead.stage, Lead.temperature, Lead.band, Lead.owner_id,
        Staff.name,
    )
    .join(Customer, Customer.id == Lead.customer_id)
    .join(Staff, Staff.id == Lead.owner_id, isouter=True)
    .where(Lead.id.in_(bindparam("ids", expanding=True)), Lead.merged_into.is_(None))
)  # fmt: skip
_AT = (
    select(Lead.id)
    .join(Address, Address.customer_id == Lead.customer_id)
    .where(Address.value == bindparam("address"))
    .order_by(Lead.received_at.desc())
    .limit(10)
)
_YEAR = func.coalesce(cast(Vehicle.year, Text), "")
_TITLE = func.trim(_YEAR + " " + Vehicle.make + " " + Vehicle.model + " " + Vehicle.trim)
_HOLDS = _TITLE + " " + Vehicle.stock + " " + Vehicle.vin
_VEHICLES = (
    select(Vehicle.id, _TITLE, Vehicle.stock, Vehicle.status)
    .where(Vehicle.status != "gone")
    .order_by(Vehicle.stock)
    .limit(10)
)
_STATUS = {"available": "In stock", "sold": "Sold", "on_hold": "On hold"}


def find(session: Session, typed: str, limit: int = 50) -> tuple[FoundRow, ...]:
    """Leads, then vehicles, that hold every word of ``typed``; nothing for an empty text."""
    words = words_of(typed)
    if not words:
        return ()
    found = leads_found(session, typed, limit)
    return (*_leads(session.connection(), found, words), *_vehicles(session.connection(), words))


def at_address(session: Session, address: str) -> tuple[FoundRow, ...]:
    """The leads of whoever has exactly this phone (E.164) or email, the latest first (LEAD-04)."""
    ids = list(session.scalars(_AT, {"address": address}))
    return tuple(_leads(session.connection(), ids, ()))


def _leads(connection: Connection, lead_ids: Sequence[str], words: Sequence[str]) -> Iterator[FoundRow]:
    """The rows in the order they were found; words too short for the index must stand in what is shown."""
    rows = {row[0]: row for row in connection.execute(_LEADS, {"ids": list(lead_ids)})}
    short = [word.casefold() for word in words if len(word) < SHORTEST]
    for row in map(_lead, (rows[lead_id] for lead_id in lead_ids if lead_id in rows)):
        shown = f"{row.title} {row.detail}".casefold()
        if all(word in shown for word in short):
            yield row


def _lead(row: Any) -> FoundRow:
    lead_id, name, vehicle, stock, stage, degrees, band, owner_id, owner = row
    detail = " · ".join(filter(None, (vehicle, stock)))
    return FoundRow(
        "lead", lead_id, name, detail, stage, degrees, band, owner_id or "", initials(owner or "")
    )


def _vehicles(connection: Connection, words: Sequence[str]) -> Iterator[FoundRow]:
    question = _VEHICLES.where(*(_HOLDS.like(like(word), escape="\\") for word in words))
    for vehicle_id, title, stock, status in connection.execute(question):
        yield FoundRow("vehicle", vehicle_id, title, f"{stock} · {_STATUS.get(status, status)}")
