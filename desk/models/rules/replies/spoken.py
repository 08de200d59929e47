"""Which vehicle a message is about: the one it names or points to, else the one spoken of last (AI-05, AI-09)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from desk.models.conversation import Message
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import criteria
from desk.models.rules.known import IN_STOCK
from desk.models.rules.reading.normalise import fold
from desk.models.rules.replies.heard import NO_READING, Heard
from desk.models.vehicle import Vehicle

_OF_A_VEHICLE = frozenset(
    {"availability", "vehicle_detail", "history_report", "test_drive", "propose_time", "confirm_time"}
)
_TURNS = _OF_A_VEHICLE | {"similar_vehicles"}
"""What a vehicle is named for when the talk turns to it; "I would also take a Rogue" turns to none."""
_SEVERAL, _OWN_WORD = 2, 3
_ANSWERS = ("reply", "handoff_notice", "appointment_confirmation")
_WORD = re.compile(r"[\w-]+")
_TIMES = frozenset({"propose_time", "confirm_time"})


def about(facts: Facts, book: Playbook, heard: Heard) -> Facts:
    """The facts as the message means them; without a vehicle where it names one that is not ours."""
    if not heard.intents & _OF_A_VEHICLE:
        return facts
    told = named_in(facts, heard.readings)
    if told:
        return _turned_to(facts, _ours(facts, told, heard))
    wishes = "similar_vehicles" in heard.intents  # "any in white?" wishes for one, and points to none
    found = (
        None if wishes else _pointed_to(facts, book, heard) or _of_trim(facts, heard)
    ) or _last_spoken_of(facts, heard)
    return _turned_to(facts, found) if found is not None else facts


def _turned_to(facts: Facts, car: Vehicle | None) -> Facts:
    """The inquiry's own vehicle stays at hand, so that it can be turned back to."""
    own = (facts.stock,) if facts.stock is not None else ()
    return facts if car is facts.stock else replace(facts, stock=car, named=(*facts.named, *own))


def is_wanted(facts: Facts) -> bool:
    """Whether the vehicle spoken of is the one that the inquiry named."""
    car = facts.stock
    return car is not None and any(
        wanted.stock == car.stock or bool(car.vin and wanted.vin == car.vin) for wanted in facts.wanted
    )


def _ours(facts: Facts, told: list[Mapping[str, Any]], heard: Heard) -> Vehicle | None:
    """The vehicle named last, the inquiry's own before others like it; a visit for several is for that one."""
    if facts.stock is not None and any(is_named(facts.stock, one) for one in told[-1:]):
        return facts.stock
    if facts.stock is not None and heard.intents & _TIMES and any(is_named(facts.stock, one) for one in told):
        return facts.stock
    return next((car for car in (*facts.named, *facts.similar) if is_named(car, told[-1])), None)


def named_in(facts: Facts, readings: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The vehicles that messages name, less the one the customer would trade in."""
    own = facts.lead.trade_in or {}
    told = (vehicle for reading in readings for vehicle in reading.get("vehicles") or ())
    return [
        vehicle
        for vehicle in told
        if not (
            own.get("make")
            and own["make"] == vehicle.get("make")
            and vehicle.get("model") in (None, own.get("model"))
        )
    ]


def is_named(car: Vehicle, named: Mapping[str, Any]) -> bool:
    """Whether a vehicle of ours is the one that was named: by its numbers where they were told, else by model (or make alone) and year."""
    if named.get("stock") or named.get("vin"):
        return car.stock == named.get("stock") or bool(car.vin and car.vin == named.get("vin"))
    told = [
        (str(named.get(part) or "").casefold(), getattr(car, part).casefold()) for part in ("model", "make")
    ]
    said, own = next(((said, own) for said, own in told if said), ("", ""))
    return bool(said) and said == own and named.get("year") in (None, car.year)


def _of_trim(facts: Facts, heard: Heard) -> Vehicle | None:
    """The one of the model spoken of whose trim is named, where that is one ("is the Limited available")."""
    named = by_trims(facts, heard.text)
    return named[0] if len(named) == 1 else None


def _pointed_to(facts: Facts, book: Playbook, heard: Heard) -> Vehicle | None:
    """The one of several just offered that a word of its own marks out: its trim, its color, its year ("the red one", "la roja")."""
    ours = next((m for m in reversed(facts.messages) if m.direction == "out"), None)
    offered = list(_of_rows(facts, ours)) if ours else []
    said = set(_WORD.findall(fold(heard.text)))
    colors: Mapping[str, list[str]] = book.get("answers.colors")
    said |= {name for name, words in colors.items() if said & set(map(fold, words))}
    marked = [car for car in offered if said & (_marks(car) - _shared(car, offered))]
    if len(offered) < _SEVERAL:
        return None
    return marked[0] if len(marked) == 1 else _most(offered, criteria.wished((heard.text,), book).than_own)


def _most(offered: list[Vehicle], told: frozenset[str]) -> Vehicle | None:
    """The one that is it more than the others ("the cheaper one"); None where none is by itself, or the list lacks a figure."""
    figures = [_BY_WHICH[next(iter(told))](car) for car in offered] if len(told) == 1 else []
    known = [figure for figure in figures if figure is not None]
    if not known or len(known) < len(offered) or known.count(min(known)) > 1:
        return None
    return offered[known.index(min(known))]


_BY_WHICH: Mapping[str, Callable[[Vehicle], int | None]] = {
    "newer": lambda car: -car.year if car.year else None,
    "fewer_miles": lambda car: car.mileage,
    "cheaper": lambda car: car.price_cents,
}


def _marks(car: Vehicle) -> set[str]:
    told = f"{car.year or ''} {car.make} {car.model} {car.trim} {car.exterior}"
    return set(_WORD.findall(fold(told)))


def _shared(car: Vehicle, offered: Iterable[Vehicle]) -> set[str]:
    return {word for other in offered if other is not car for word in _marks(other)}


def _last_spoken_of(facts: Facts, heard: Heard) -> Vehicle | None:
    """Back through what was written, to the message that was about one vehicle; None leaves the inquiry's own."""
    for message in reversed(facts.messages):
        if message.direction == "in" and message.at < heard.message.at:
            found = list(_of_reading(facts, message))
        elif message.direction == "out" and message.purpose in _ANSWERS:
            found = list(_of_rows(facts, message))
        else:
            continue
        if len(found) == 1:
            return found[0]
    return None


def _of_reading(facts: Facts, message: Message) -> Iterator[Vehicle]:
    reading = message.reading or {}
    asked = message.purpose not in NO_READING and _TURNS & set(reading.get("intents") or ())
    told = named_in(facts, (reading,)) if asked else ()
    named = [car for one in told for car in at_hand(facts) if is_named(car, one)]
    return iter(named[:1] if facts.stock not in named else [facts.stock])


def _of_rows(facts: Facts, message: Message) -> Iterator[Vehicle]:
    """The vehicles that a message of ours said are here, else those it rests on; as far as they are still to be had."""
    told = tuple(map(str, message.facts or ()))
    here = {row.removeprefix(IN_STOCK) for row in told if row.startswith(IN_STOCK)}
    rows = here or {row.removeprefix("vehicle:") for row in told if row.startswith("vehicle:")}
    return (car for car in at_hand(facts) if car.stock in rows and car.status == "available")


def wanted_cars(facts: Facts) -> tuple[Vehicle, ...]:
    """The vehicle of the inquiry, where it is at hand, whichever is spoken of now."""
    wanted = {one.stock for one in facts.wanted if one.stock}
    return tuple(car for car in at_hand(facts) if car.stock in wanted)


def by_trims(facts: Facts, text: str) -> tuple[Vehicle, ...]:
    """The vehicles of the model spoken of whose trims a text names, each trim's nearest once ("the XLE or the Limited")."""
    car, words = facts.stock, fold(text)
    alike = [one for one in at_hand(facts) if car is not None and one.model == car.model and one.trim]
    named = {
        fold(one.trim): one
        for one in (*reversed(alike), *([car] if car is not None and car.trim else []))
        if re.search(rf"{_before(one.trim)}{re.escape(fold(one.trim))}(?!\w)", words)
    }
    return tuple(named.values())


def _before(trim: str) -> str:
    """What stands before a trim: two letters are a word of Spanish too ("se", "le"), so that they need an article."""
    return r"(?<!\w)the " if len(trim) < _OWN_WORD else r"(?<!\w)"


def at_hand(facts: Facts) -> tuple[Vehicle, ...]:
    """The vehicles of the list that this conversation can be about, each once."""
    own = (facts.stock,) if facts.stock is not None else ()
    return tuple({car.stock: car for car in (*facts.similar, *facts.named, *own)}.values())
