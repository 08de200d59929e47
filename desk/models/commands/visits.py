"""Visits to the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from desk.models.commands.base import OfLead


@dataclass(frozen=True, slots=True, kw_only=True)
class BookAppointment(OfLead):
    act: ClassVar[str] = "book a visit"
    starts: datetime
    vehicle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseAppointment(OfLead):
    """``result``: shown | no_show | cancelled | rescheduled | sold."""

    act: ClassVar[str] = "record a visit"
    result: str
    starts: datetime | None = None
