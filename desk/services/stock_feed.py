"""An inventory file as the desk would take it: good rows, refused rows with their reasons, how columns were read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desk.models.intake.columns import FeedColumn, Refused, headings_of
from desk.models.intake.inventory_csv import VehicleRow, read_inventory_csv
from desk.models.vehicle import Vehicle
from desk.services.intake_tables import shipped_tables


@dataclass(frozen=True, slots=True)
class StockFeed:
    """``rows`` go into ``ImportStock``; ``vehicles`` are the same for the eye."""

    vehicles: tuple[VehicleRow, ...]
    refused: tuple[Refused, ...]
    mapping: Mapping[str, str]
    unused: tuple[str, ...]
    unclear: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Mapping[str, Any], ...]:
        return tuple(vehicle_values(vehicle) for vehicle in self.vehicles)


def read_stock_feed(
    raw: bytes, mapping: Mapping[str, str] | None = None, statuses: Mapping[str, str] | None = None
) -> StockFeed:
    """Raises ValueError, in words for a person, when the file is no inventory table."""
    sheet = read_inventory_csv(
        raw, tables=shipped_tables(), mapping=mapping or None, statuses=statuses or None
    )
    return StockFeed(sheet.vehicles, sheet.refused, sheet.mapping, sheet.unused, sheet.unclear)


def feed_columns(raw: bytes, mapping: Mapping[str, str] | None = None) -> tuple[FeedColumn, ...]:
    """The columns of a feed, also of one that cannot be read yet. Raises ValueError when the file holds no table."""
    headings = headings_of(raw)
    fields = shipped_tables().inventory_columns.map_headers([heading for heading, _ in headings], mapping)
    return tuple(FeedColumn(heading, cell, fields.get(heading, "")) for heading, cell in headings)


def feed_fields() -> tuple[str, ...]:
    """The desk's own names of what a column can hold, in the order of its table."""
    return tuple(dict.fromkeys(shipped_tables().inventory_columns.names.values()))


def vehicle_values(row: VehicleRow) -> Mapping[str, Any]:
    """A feed's row as column values of the stock; what the feed does not tell stays as it was."""
    columns = Vehicle.__table__.columns
    told = {name: value for name, value in asdict(row).items() if name in columns and value is not None}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items()}
