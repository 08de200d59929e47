"""The people of the store."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column


class Staff(Base):
    """A person at the store. ``shift`` is a weekly table (``{"mon": "08:00-17:00"}``, split as ``"08:00-12:00,13:00-17:00"``);
    None means the store's hours (ILM-09). ``alerts`` holds the person's choice per kind (ALERT-02)."""

    __tablename__ = "staff"

    id: Mapped[str] = id_column()
    name: Mapped[str]
    role: Mapped[str]
    team: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    shift: Mapped[dict[str, Any] | None]
    alerts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    active: Mapped[bool] = mapped_column(default=True)
    away_until: Mapped[datetime | None]
    away_reason: Mapped[str] = mapped_column(default="")
    joined_at: Mapped[datetime | None]
    last_assigned_at: Mapped[datetime | None]
