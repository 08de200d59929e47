"""The stock as a manager sees it: vehicles by a few words, those that are here first (AI-05)."""

from __future__ import annotations

from sqlalchemy import String, case, cast, func, or_, select
from sqlalchemy.orm import Session

from desk.models.snapshots.bank import StockRow, StockView
from desk.models.vehicle import Vehicle

MOST = 60
_IN = (Vehicle.stock, Vehicle.vin, Vehicle.make, Vehicle.model, Vehicle.trim, cast(Vehicle.year, String))
_HERE = case((Vehicle.status == "available", 0), (Vehicle.status == "on_hold", 1), else_=2)


def stock(session: Session, words: str) -> StockView:
    """Vehicles whose number, VIN, name or year hold every word; with how many stand on the list as available."""
    told = [
        or_(*(func.lower(column).contains(word, autoescape=True) for column in _IN))
        for word in words.casefold().split()
    ]
    rows = session.scalars(select(Vehicle).where(*told).order_by(_HERE, Vehicle.stock).limit(MOST))
    here = session.scalar(select(func.count()).select_from(Vehicle).where(Vehicle.status == "available")) or 0
    return StockView(tuple(_row(car) for car in rows), here)


def _row(car: Vehicle) -> StockRow:
    return StockRow(
        stock=car.stock, vin=car.vin, year=car.year, make=car.make, model=car.model, trim=car.trim, body=car.body, condition=car.condition,
        mileage=car.mileage, exterior=car.exterior, price_cents=car.price_cents, price_at=car.price_at, price_disclosure=car.price_disclosure,
        status=car.status, history_url=car.history_url, photo_url=car.photo_url, seen_at=car.seen_at, by_hand=car.by_hand,
    )  # fmt: skip
