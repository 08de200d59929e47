"""The vehicle asked about, in words: its name, what the feed says of it, whether it is here (AI-05, R20)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.known import feed_words
from desk.models.rules.known.speech import Known, Speech
from desk.models.rules.names import car_parts
from desk.models.vehicle import Vehicle

_FEATURES = 3  # as many as one reads in a sentence


def title(vehicle: Vehicle | Any, *, trim: bool = True) -> str:
    """``2022 Toyota RAV4 XLE``."""
    parts = (vehicle.year, vehicle.make, vehicle.model, vehicle.trim if trim else "")
    return " ".join(str(part) for part in parts if part)


def vehicle_row(facts: Facts) -> tuple[str, ...]:
    """The row a name of the vehicle rests on: our list's, else what the lead asked for."""
    return (f"vehicle:{facts.stock.stock}",) if facts.stock else ("lead:wanted",)


IN_STOCK = "in_stock:"
"""Begins the row of a clause that says that a vehicle is here; the list is asked again before it leaves (AI-05)."""


def here_rows(car: Vehicle) -> tuple[str, ...]:
    """The rows of a clause that says that a vehicle is here."""
    return f"vehicle:{car.stock}", f"{IN_STOCK}{car.stock}"


def names_vehicle(facts: Facts) -> bool:
    """A store in California names no vehicle in its first message: the law would ask for the total price with it (R20)."""
    return facts.store.region.upper() != "CA" or bool(facts.sent)


def vehicle_names(speech: Speech) -> tuple[Known, ...]:
    """Ways to name the vehicle asked about, longest first."""
    facts = speech.facts
    named = facts.stock or (facts.wanted[0] if facts.wanted else None)
    unnamed = Known(
        speech.word("the_vehicle" if named or facts.lead.vehicle_title else "any_vehicle"), ("lead:wanted",)
    )
    if named is None or not names_vehicle(facts):
        return (unnamed,)
    shapes = dict.fromkeys(shape for shape in _shapes(facts, named) if shape)
    return (
        *(Known(speech.word("article").format(vehicle=shape), vehicle_row(facts)) for shape in shapes),
        unnamed,
    )


def _shapes(facts: Facts, named: Any) -> tuple[str, ...]:
    """A vehicle's name in full, without its trim, and without its year; one that is not ours only as far as it is a name."""
    told = (
        {part: getattr(named, part) for part in ("make", "model", "trim")}
        if facts.stock
        else car_parts(named)
    )
    if not told:
        return ()
    short = " ".join(told[part] for part in ("make", "model") if told.get(part))
    middle = " ".join(str(part) for part in (named.year, short) if part)
    return " ".join(part for part in (middle, told.get("trim")) if part), middle, short


def about_vehicle(speech: Speech, book: Playbook) -> Iterator[tuple[str, Known]]:
    """What it is called and whether it is here; of a vehicle of ours each detail the feed gave, of one that is gone the fewest."""
    facts = speech.facts
    yield "vehicle", vehicle_names(speech)[0]
    yield "stock_line", stock_line(speech, book)
    car = facts.stock
    if car is None or not names_vehicle(facts):
        return
    row = (f"vehicle:{car.stock}",)
    yield "stock_number", Known(car.stock, row)
    yield "vin", Known(car.vin, row)
    yield "trim", Known(car.trim, row)
    if car.status == "available":
        yield "as_of", Known(speech.as_of(car.seen_at), here_rows(car))
    if car.mileage is not None and car.condition != "new":
        yield "miles", Known(f"{car.mileage:,}", row)
    for name in ("exterior", "interior", "drivetrain", "engine", "fuel", "body"):
        yield name, Known(feed_words.said(speech, str(getattr(car, name) or "")), row)
    yield "condition", Known(speech.word(f"condition_{car.condition}"), row)
    if car.status in ("available", "on_hold"):  # nobody is told at length of what is gone
        listed = feed_words.equipment(speech, map(str, car.features or ()), book.get("answers.equipment"))
        yield "features", Known(", ".join(islice(listed, _FEATURES)), row)
        yield "detail", Known(detail(speech, car), row)
    yield "history_url", Known(car.history_url, row, car.history_url)
    yield "photo_url", Known(car.photo_url or car.detail_url, row, car.photo_url or car.detail_url)


def detail(speech: Speech, car: Vehicle) -> str:
    """What the feed says about the car, in one breath: miles, colour, drive, engine."""
    miles = (
        speech.word("miles").format(count=f"{car.mileage:,}")
        if car.mileage is not None and car.condition != "new"
        else ""
    )
    looks = (
        feed_words.translated(speech, str(told or "")) for told in (car.exterior, car.drivetrain, car.engine)
    )
    return ", ".join(part for part in (miles, *looks) if part)


def stock_line(speech: Speech, book: Playbook) -> Known:
    """One honest sentence about the vehicle asked about, as the feed last told it; never a promise (AI-05)."""
    car = speech.facts.stock
    if car is None:
        return Known(speech.word("stock_unknown"), ("lead:wanted",))
    row = (f"vehicle:{car.stock}",)
    if speech.now - car.seen_at > book.span(
        "stock.fresh_for"
    ):  # unasked, nobody is told what the list said long ago
        return Known(speech.word("stock_unknown"), row)
    if car.status == "available":
        return Known(speech.word("stock_available").format(as_of=speech.as_of(car.seen_at)), here_rows(car))
    return Known(speech.word("stock_on_hold" if car.status == "on_hold" else "stock_gone"), row)
