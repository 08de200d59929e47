"""Inventory feeds as stores' suppliers write them (AI-05): each row a vehicle, or refused with its reason.

Known shapes: vAuto, HomeNet-style, autoxloo AX9; others by their headings. Prices become cents; a blank or
0 price is none ("call for price"). Mileage is in the feed's own unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desk.models.intake.columns import Refused, Row, read_sheet
from desk.models.intake.figures import read_amount, read_vin, read_year, vin_doubt
from desk.models.intake.plain import block, field
from desk.models.intake.tables import IntakeTables
from desk.models.intake.vehicles import read_condition

Status = Literal["available", "sold", "on_hold"]

_NAMED: Mapping[str, Status] = {"available": "available", "sold": "sold", "on_hold": "on_hold"}
_SOLD = re.compile(r"\b(?:sold|delivered|wholesaled?|retailed)\b", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:hold|held|pending|deposit|reserved|in[\s-]?transit|on[\s-]?order|recon)\b", re.IGNORECASE
)
_THERE = re.compile(
    r"\b(?:available|in[\s-]?stock|on[\s-]?(?:the[\s-]?)?lot|active|for[\s-]?sale|live|front[\s-]?line|retail|ready)\b",
    re.IGNORECASE,
)
_TRUE = frozenset({"1", "y", "yes", "true", "t", "c", "certified", "cpo"})
_PRICES = ("internet_price", "price", "msrp")


@dataclass(frozen=True, slots=True)
class VehicleRow:
    """One vehicle as its feed tells it. `price_cents` None means that no price may be said."""

    row: int
    stock: str
    vin: str | None = None
    year: int | None = None
    make: str | None = None
    model: str | None = None
    trim: str | None = None
    body: str | None = None
    condition: Literal["new", "used"] | None = None
    certified: bool = False
    mileage: int | None = None
    price_cents: int | None = None
    exterior: str | None = None
    interior: str | None = None
    drivetrain: str | None = None
    fuel: str | None = None
    engine: str | None = None
    transmission: str | None = None
    status: Status = "available"
    lot: str | None = None
    description: str | None = None
    features: tuple[str, ...] = ()
    photo_url: str | None = None
    history_url: str | None = None
    detail_url: str | None = None
    days: int | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InventorySheet:
    """What a feed held. `mapping` and `unused` say how its columns were understood, `unclear` which words for a
    vehicle's status were not: such a vehicle counts as available until a person says what its word means.
    """

    vehicles: tuple[VehicleRow, ...]
    refused: tuple[Refused, ...]
    mapping: Mapping[str, str]
    unused: tuple[str, ...]
    unclear: tuple[str, ...] = ()


def read_inventory_csv(
    raw: bytes,
    *,
    tables: IntakeTables,
    mapping: Mapping[str, str] | None = None,
    statuses: Mapping[str, str] | None = None,
) -> InventorySheet:
    """The vehicles in `raw`. `mapping` (heading to field, empty to leave a column out) goes before the known headings,
    `statuses` (a word of the feed to available, on_hold or sold) before the known words.

    Raises ValueError, in words for a person, when the file is no inventory table.
    """
    sheet = read_sheet(raw, tables.inventory_columns, mapping)
    if not {"stock", "vin"} & set(sheet.mapping.values()):
        raise ValueError("No column holds stock numbers or VINs; name one of them in the column mapping")
    first_seen: dict[str, int] = {}
    told = {word.casefold(): status for word, status in (statuses or {}).items()}
    read = [_read_row(row, first_seen, told) for row in sheet.rows]
    words = dict.fromkeys(row.get("status") or "" for row in sheet.rows)
    return InventorySheet(
        tuple(each for each in read if isinstance(each, VehicleRow)),
        tuple(each for each in read if isinstance(each, Refused)),
        sheet.mapping,
        sheet.unused,
        tuple(word for word in words if word and _status(word, told) is None),
    )


def _read_row(row: Row, first_seen: dict[str, int], statuses: Mapping[str, str]) -> VehicleRow | Refused:
    vin = read_vin(field(row.get("vin")))
    stock = field(row.get("stock")) or vin
    if not stock:
        return Refused(row.number, "stock", "no stock number and no VIN")
    for name, value in (("stock", stock), ("vin", vin)):
        key = f"{name} {value}".casefold()
        if value and key in first_seen:
            return Refused(row.number, name, f"{value} stands already in row {first_seen[key]}")
    first_seen.update(
        {
            f"{name} {value}".casefold(): row.number
            for name, value in (("stock", stock), ("vin", vin))
            if value
        }
    )
    year = read_year(row.get("year"))
    if row.get("year") and year is None:
        return Refused(row.number, "year", f'"{row.get("year")}" is not a model year')
    return _vehicle(row, stock, vin, year, _status(row.get("status"), statuses) or "available")


_AS_WRITTEN = ("make", "model", "trim", "body", "exterior", "interior", "drivetrain", "fuel", "engine", "transmission", "lot")  # fmt: skip


def _vehicle(row: Row, stock: str, vin: str | None, year: int | None, status: Status) -> VehicleRow:
    text = {name: field(row.get(name)) for name in _AS_WRITTEN}
    condition, certified = _condition(row)
    doubts = [
        vin_doubt(vin) if vin else "No VIN",
        None if text["make"] and text["model"] else "Make or model is missing",
    ]
    return VehicleRow(
        row=row.number,
        stock=stock,
        vin=vin,
        year=year,
        condition=condition,
        certified=certified,
        mileage=_whole(row.get("mileage")),
        price_cents=_price_cents(row),
        status=status,
        description=block(row.get("description")),
        features=_features(row.get("features")),
        photo_url=_url(row.get("photo_url")),
        history_url=_url(row.get("history_url")),
        detail_url=_url(row.get("detail_url")),
        days=_whole(row.get("days")),
        warnings=tuple(each for each in doubts if each),
        **text,
    )


def _condition(row: Row) -> tuple[Literal["new", "used"] | None, bool]:
    """New or used, and whether certified: by the certified column, or a condition that says so."""
    told = row.get("condition") or ""
    certified = (row.get("certified") or "").strip().casefold() in _TRUE or bool(
        re.search(r"\b(?:certified|cpo)\b", told, re.IGNORECASE)
    )
    return ("used" if certified else read_condition(told)), certified


def _price_cents(row: Row) -> int | None:
    """The first price that is one: the internet price, the selling price, the MSRP."""
    for name in _PRICES:
        if price := read_amount(row.get(name)):
            return round(price * 100)
    return None


def _whole(text: str | None) -> int | None:
    if text is not None and re.fullmatch(r"\s*0+(?:\.0+)?\s*", text):
        return 0
    amount = read_amount(text)
    return None if amount is None else int(amount)


def _status(text: str | None, statuses: Mapping[str, str]) -> Status | None:
    """What a status cell says: as the store told it, else by its words; None for a word nobody knows."""
    if told := _NAMED.get(statuses.get((text or "").strip().casefold(), "")):
        return told
    if not text:
        return "available"
    if _SOLD.search(text):
        return "sold"
    if _HELD.search(text):
        return "on_hold"
    return "available" if _THERE.search(text) else None


def _features(text: str | None) -> tuple[str, ...]:
    """Split on a pipe, as feeds do; a list without any pipe on commas or semicolons."""
    told = block(text) or ""
    pieces = re.split(r"[|\n]", told) if "|" in told or "\n" in told else re.split(r"[;,]", told)
    return tuple(dict.fromkeys(" ".join(piece.split()) for piece in pieces if piece.strip()))


def _url(text: str | None) -> str | None:
    """The first web address in a cell; feeds put many, split by pipes, commas or blanks."""
    found = re.search(r"https?://[^\s|,;\"'<>]{3,2000}", text or "", re.IGNORECASE)
    return found[0] if found else None
