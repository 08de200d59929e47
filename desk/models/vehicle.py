"""The store's stock, as its feed last told it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column


class Vehicle(Base):
    """A vehicle of the inventory feed (AI-05). ``seen_at`` is the feed's time: availability is said as of it.

    ``status`` is available | sold | on_hold | gone (no longer in the feed). Money is in minor units (cents);
    ``price_at`` is the price record's own moment (R20). What was entered ``by_hand`` is not gone because a feed lacks it.
    """

    __tablename__ = "vehicle"
    __table_args__ = (Index("ix_vehicle_stock", "stock", unique=True), Index("ix_vehicle_vin", "vin"),
                      Index("ix_vehicle_similar", "body", "year"))  # fmt: skip

    id: Mapped[str] = id_column()
    stock: Mapped[str]
    vin: Mapped[str] = mapped_column(default="")
    year: Mapped[int | None]
    make: Mapped[str] = mapped_column(default="")
    model: Mapped[str] = mapped_column(default="")
    trim: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    condition: Mapped[str] = mapped_column(default="")
    certified: Mapped[bool] = mapped_column(default=False)
    mileage: Mapped[int | None]
    exterior: Mapped[str] = mapped_column(default="")
    interior: Mapped[str] = mapped_column(default="")
    drivetrain: Mapped[str] = mapped_column(default="")
    engine: Mapped[str] = mapped_column(default="")
    fuel: Mapped[str] = mapped_column(default="")
    price_cents: Mapped[int | None]
    price_at: Mapped[datetime | None]
    price_disclosure: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default="available")
    lot: Mapped[str] = mapped_column(default="")
    features: Mapped[list[Any]] = mapped_column(default=list)
    history_url: Mapped[str] = mapped_column(default="")
    photo_url: Mapped[str] = mapped_column(default="")
    detail_url: Mapped[str] = mapped_column(default="")
    by_hand: Mapped[bool] = mapped_column(default=False)
    seen_at: Mapped[datetime]
