"""The people of the store and what the assistant may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from desk.models.commands.base import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveStaff(Command):
    act: ClassVar[str] = "save a person"
    staff_id: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffLeaves(Command):
    """A person leaves: out of rotation at once, open leads handed to the assignment rules (FLOW-01)."""

    act: ClassVar[str] = "hand over a leaver's leads"
    staff_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseAssistant(Command):
    """The store-wide pause (AI-27): ``scope`` is store, strategy:KIND or source:NAME; an empty reason resumes."""

    act: ClassVar[str] = "pause the assistant"
    scope: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPin(Command):
    """The PIN by which a person takes the desk; an empty one takes it away. The digits are recorded nowhere (DESK-04)."""

    act: ClassVar[str] = "set a PIN"
    staff_id: str
    pin: str = field(default="", repr=False)
