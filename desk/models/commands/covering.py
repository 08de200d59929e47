"""Sales, credit and coverage (COVER)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from desk.models.commands.base import OfLead


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSale(OfLead):
    act: ClassVar[str] = "record a sale"
    credited: tuple[str, ...] = ()
    sold_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoSale(OfLead):
    """Take back the last sale of a lead; its credit is reversed and the stage is what it was (APPT-03, COVER-05)."""

    act: ClassVar[str] = "take back a sale"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideCredit(OfLead):
    """A manager settles a dispute over the last sale of a lead; one person's full deal or two halves (COVER-05)."""

    act: ClassVar[str] = "decide on the credit"
    credited: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCoverage(OfLead):
    """Who is covered on a lead if ``sold_by`` sells it now, under every policy; changes nothing but the record (COVER-04)."""

    act: ClassVar[str] = "ask for the coverage"
    sold_by: str = ""
