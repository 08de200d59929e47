"""The store's vehicles as one lead needs them: the one asked about, what resembles it, and those that messages name.

Looks at the stock are remembered until it changes (``Work.shelf``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, or_, select

from desk.models.conversation import Message
from desk.models.lead import Wanted
from desk.models.rules.criteria import wished
from desk.models.vehicle import Vehicle
from desk.services.work import Work

_NEAREST = 30  # of the nearest by make and year; price and miles choose among them
_OF_MODEL = (
    select(Vehicle)
    .where(func.lower(Vehicle.model) == bindparam("model"), Vehicle.status.in_(("available", "on_hold")))
    .order_by(Vehicle.status, Vehicle.year.desc(), Vehicle.stock)
    .limit(5)
)


def asked_about(work: Work, wanted: Sequence[Wanted]) -> Vehicle | None:
    """The inventory row the first wanted vehicle names, by VIN or by stock number."""
    for one in wanted:
        found = work.vehicle("vin", one.vin) or work.vehicle("stock", one.stock)
        if found is not None:
            return found
    return None


def alike(work: Work, stock: Vehicle | None, wanted: Sequence[Wanted]) -> tuple[Vehicle, ...]:
    """Available vehicles near the one asked about, widest net that an index serves; rules choose among them."""
    likeness = _likeness(work, stock, wanted)
    if likeness not in work.shelf:
        work.shelf[likeness] = _near(work, *likeness)
    return work.shelf[likeness]


def _near(work: Work, year: int | None, body: str, make: str, kind: str) -> tuple[Vehicle, ...]:
    if not (body or make):
        return ()
    query = select(Vehicle).where(Vehicle.status == "available")
    if body or not kind:
        query = query.where(Vehicle.body == body) if body else query.where(Vehicle.make == make)
    else:
        query = query.where(_is_of(work.book.get("answers.bodies")[kind]))
    if year:
        apart = int(work.book.number("similar.years"))
        query = query.where(Vehicle.year.between(year - apart, year + apart))
    nearest = (
        Vehicle.make != make,
        func.abs(Vehicle.year - year) if year else Vehicle.stock,
        Vehicle.stock,
    )
    return tuple(work.session.scalars(query.order_by(*nearest).limit(_NEAREST)))


def _likeness(
    work: Work, stock: Vehicle | None, wanted: Sequence[Wanted]
) -> tuple[int | None, str, str, str]:
    """Year, body and make to look by; where no vehicle of the list tells the model's body, its kind by the playbook."""
    if stock is not None:
        return stock.year, stock.body, stock.make, ""
    first = wanted[0] if wanted else None
    if first is None:
        return None, "", "", ""
    return first.year, _body(work, first.make, first.model), first.make, _kind(work, first.model)


def _body(work: Work, make: str, model: str) -> str:
    """The body of a model as the stock has it."""
    key = ("body", make, model)
    if model and key not in work.shelf:
        of_model = Vehicle.make == make, Vehicle.model == model, Vehicle.body != ""
        work.shelf[key] = tuple(work.session.scalars(select(Vehicle).where(*of_model).limit(1)))
    return next((car.body for car in work.shelf.get(key, ())), "")


def _kind(work: Work, model: str) -> str:
    told = model.casefold()
    return next((kind for kind, models in work.book.get("answers.models").items() if told in models), "")


def _is_of(words: Sequence[str]) -> ColumnElement[bool]:
    """Whether a vehicle's body is one of these words, as lists write them."""
    return or_(*(func.lower(Vehicle.body).contains(word) for word in words))


def named(work: Work, messages: Sequence[Message]) -> tuple[Vehicle, ...]:
    """Inventory rows that the customer's messages name: by VIN, by stock number, else those of the model (AI-05)."""
    read = [m for m in messages if m.direction == "in" and m.reading]
    told = [vehicle for m in read for vehicle in (m.reading or {}).get("vehicles") or ()]
    asked = [m.text for m in messages if "similar_vehicles" in (m.reading or {}).get("intents", ())]
    kinds = dict.fromkeys(
        car for kind in {wished((text,), work.book).body for text in asked} for car in _of_kind(work, kind)
    )
    return tuple(dict.fromkeys((*(car for vehicle in told for car in _of_name(work, vehicle)), *kinds)))


def _of_kind(work: Work, kind: tuple[str, ...]) -> tuple[Vehicle, ...]:
    """Available vehicles of a kind that a customer asked for by its word ("any trucks?"), the cheapest first."""
    if kind and ("kind", *kind) not in work.shelf:
        query = select(Vehicle).where(Vehicle.status == "available", _is_of(kind))
        found = work.session.scalars(query.order_by(Vehicle.price_cents, Vehicle.stock).limit(_NEAREST))
        work.shelf["kind", *kind] = tuple(found)
    return work.shelf["kind", *kind] if kind else ()


def _of_name(work: Work, told: Mapping[str, Any]) -> tuple[Vehicle, ...]:
    found = work.vehicle("vin", told.get("vin")) or work.vehicle("stock", told.get("stock"))
    if found is not None:
        return (found,)
    if told.get("stock") or told.get("vin") or not told.get("model"):
        return ()
    key = ("model", str(told.get("make") or ""), str(told["model"]))
    if key not in work.shelf:
        work.shelf[key] = tuple(work.session.scalars(_OF_MODEL, {"model": key[2].casefold()}))
    return work.shelf[key]
