"""What every command is: frozen, handled in one transaction, and given by somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desk.models.by import THE_DESK, By


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    act: ClassVar[str] = "change"
    by: By = THE_DESK


@dataclass(frozen=True, slots=True, kw_only=True)
class OfLead(Command):
    """A command about one lead."""

    lead_id: str
