"""A vehicle entered by hand: checked like a feed's row, and kept where no feed tells of it (AI-05)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import or_, select

from desk.models import commands as c
from desk.models.commands import SaveVehicle
from desk.models.errors import BadInput, Refused
from desk.models.intake.figures import read_vin, read_year, vin_doubt
from desk.models.vehicle import Vehicle
from desk.services.desk import handles
from desk.services.handlers.house import settle_askers, take_vehicle
from desk.services.work import Work

STATUSES = ("available", "on_hold", "sold", "gone")
_ALLOWED = frozenset(
    "vin year make model trim body condition certified mileage exterior interior drivetrain engine fuel price_cents price_disclosure status lot "
    "features history_url photo_url detail_url".split()
)
_LINKS = ("history_url", "photo_url", "detail_url")
_COUNTS = ("year", "mileage", "price_cents")


@handles(SaveVehicle)
def save_vehicle(work: Work, command: SaveVehicle) -> str:
    """Answers the stock number. Raises BadInput for a value that no vehicle has, Refused for another one's VIN."""
    stock = command.stock.strip()
    if not stock:
        raise Refused("A vehicle needs its stock number.", action=command.act, missing=("stock",))
    values = _checked(command)
    rows = work.session.scalars(
        select(Vehicle).where(or_(Vehicle.stock == stock, Vehicle.vin == (values.get("vin") or "-")))
    ).all()
    if other := next((row for row in rows if row.stock != stock), None):
        raise Refused(
            f"This VIN stands under stock number {other.stock} already.", action=command.act, missing=("vin",)
        )
    known, counts = {row.stock: row for row in rows}, {"new": 0, "changed": 0}
    seen = c.ImportStock(rows=(), seen=work.now, full=False)
    take_vehicle(work, known, {"stock": stock, "by_hand": True, **values}, seen, counts)
    work.kinds.add("stock")
    words = (f"Entered by {work.by.words}",)
    work.tell("stock", None, {"stock": stock, "status": known[stock].status}, words)
    settle_askers(work, [known[stock]])
    return stock


def _checked(command: SaveVehicle) -> dict[str, Any]:
    unknown = sorted(set(command.values) - _ALLOWED)
    if unknown:
        raise BadInput(
            f"A vehicle has no {unknown[0]!r}.", where=unknown[0], do=f"Use {', '.join(sorted(_ALLOWED))}."
        )
    values = dict(command.values)
    if "vin" in values:
        values["vin"] = read_vin(str(values["vin"])) or ""
        if values["vin"] and (doubt := vin_doubt(values["vin"])):
            raise BadInput(f"{doubt}.", where="vin", do="Check it against the vehicle.")
    if values.get("status", "available") not in STATUSES:
        raise BadInput(
            f"{values['status']!r} is no status of a vehicle.",
            where="status",
            do=f"Use {', '.join(STATUSES)}.",
        )
    _check_counts(values)
    _check_links(values)
    return values


def _check_counts(values: dict[str, Any]) -> None:
    for name in _COUNTS:
        told = values.get(name)
        if told is not None and (not isinstance(told, int) or told < 0):
            raise BadInput(f"{told!r} is no whole number.", where=name, do="Write it in digits.")
    if values.get("year") is not None and read_year(str(values["year"])) is None:
        raise BadInput(f"{values['year']!r} is no model year.", where="year", do="Write it with four digits.")


def _check_links(values: dict[str, Any]) -> None:
    for name in _LINKS:
        told = str(values.get(name) or "")
        parts = urlsplit(told)
        if told and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise BadInput(f"{told!r} is no web address.", where=name, do="Write it whole, with https.")
