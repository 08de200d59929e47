"""The cars on the lot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from desk.models.commands.base import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStock(Command):
    """A feed as read: ``rows`` are column values of ``Vehicle``; a VIN or stock number gone from a full feed is gone."""

    act: ClassVar[str] = "read the inventory"
    rows: tuple[Mapping[str, Any], ...]
    seen: datetime
    full: bool = True
    allow_shrink: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetVehicleStatus(Command):
    act: ClassVar[str] = "change a vehicle"
    stock: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveVehicle(Command):
    """A vehicle entered or changed by hand: ``values`` are columns of ``Vehicle`` (AI-05). A feed that lacks it does not end it."""

    act: ClassVar[str] = "save a vehicle"
    stock: str
    values: Mapping[str, Any]
