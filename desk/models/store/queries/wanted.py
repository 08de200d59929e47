"""The vehicles of a lead, joined with the stock as of its feed; trade-in and needs in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, select
from sqlalchemy.engine import Connection, RowMapping
from sqlalchemy.orm import Session, aliased

from desk.models.lead import Lead, Wanted
from desk.models.snapshots.lead import VehicleView
from desk.models.store.queries.cards import IS_OPEN
from desk.models.store.queries.says import when
from desk.models.vehicle import Vehicle

_BY_STOCK, _BY_VIN = aliased(Vehicle), aliased(Vehicle)
_STATUS = {"available": "In stock", "sold": "Sold", "on_hold": "On hold", "gone": "No longer in the feed"}
_NAMES = ("year", "make", "model", "trim")


def _of(vehicle: Any, mark: str) -> list[Any]:
    shown = (
        vehicle.status,
        vehicle.mileage,
        vehicle.condition,
        vehicle.lot,
        vehicle.history_url,
        vehicle.seen_at,
    )
    return [column.label(f"{mark}_{column.key}") for column in shown]


_WANTED = (
    select(
        *(getattr(Wanted, name) for name in _NAMES), Wanted.stock, Wanted.vin, Wanted.condition,
        Wanted.odometer, Wanted.interest, Wanted.comments, *_of(_BY_STOCK, "stock"), *_of(_BY_VIN, "vin"),
    )
    .outerjoin(_BY_STOCK, and_(Wanted.stock != "", _BY_STOCK.stock == Wanted.stock))
    .outerjoin(_BY_VIN, and_(Wanted.vin != "", _BY_VIN.vin == Wanted.vin))
    .where(Wanted.lead_id == bindparam("lead"))
    .order_by(Wanted.position, Wanted.id)
)  # fmt: skip


def vehicles(connection: Connection, lead_id: str, now: datetime, zone: str) -> tuple[VehicleView, ...]:
    """The vehicles a lead asks about; availability is said as of the feed's time (AI-05)."""
    rows = connection.execute(_WANTED, {"lead": lead_id}).mappings()
    return tuple(_vehicle(row, now, zone) for row in rows)


def _vehicle(row: RowMapping, now: datetime, zone: str) -> VehicleView:
    mark = "stock" if row["stock_status"] else "vin"
    status = row[f"{mark}_status"] or ""
    return VehicleView(
        title=" ".join(str(row[name]) for name in _NAMES if row[name]),
        stock=row["stock"],
        vin=row["vin"],
        condition=row[f"{mark}_condition"] or row["condition"],
        mileage=row[f"{mark}_mileage"] if status else row["odometer"],
        status=status,
        status_words=_status_words(row, mark, now, zone),
        interest=row["interest"],
        comments=row["comments"],
        history_url=row[f"{mark}_history_url"] or "",
    )


def _status_words(row: RowMapping, mark: str, now: datetime, zone: str) -> str:
    status = row[f"{mark}_status"]
    if not status:
        return "Not in the inventory feed"
    place = f", {row[f'{mark}_lot']}," if row[f"{mark}_lot"] and status == "available" else ""
    return f"{_STATUS.get(status, status)}{place} as of {when(row[f'{mark}_seen_at'], now, zone)}"


_ASKED = (
    select(Lead.id, Wanted.stock, Wanted.vin)
    .join(Lead, Lead.id == Wanted.lead_id)
    .where(IS_OPEN, Wanted.interest != "trade-in")
)


def asked_now(session: Session) -> tuple[frozenset[str], ...]:
    """For each open lead that asks about a vehicle: the stock numbers and VINs it names, none where it names neither (AI-05)."""
    by_lead: dict[str, set[str]] = {}
    for lead_id, stock, vin in session.execute(_ASKED):
        by_lead.setdefault(lead_id, set()).update(told for told in (stock, vin) if told)
    return tuple(frozenset(told) for told in by_lead.values())


def needs_words(needs: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The needs assessment as pairs of what was asked and what was answered (FLOW-07)."""
    return tuple((key.replace("_", " ").capitalize(), _plain(value)) for key, value in needs.items() if value)


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
