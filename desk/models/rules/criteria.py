"""What a customer wants of another vehicle, in words of their own: a limit of price, miles or year, a color, a drive (AI-05, AI-09).

A figure the customer named only narrows the search. It is never said back, and never bargained with (AI-12).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from desk.models.playbook import Playbook
from desk.models.rules.reading.normalise import fold
from desk.models.vehicle import Vehicle

_NUMBER = r"\$?\s?(\d{1,3}(?:[,.]\d{3})+|\d+(?:\.\d)?)"
_EACH = r"(?:/|a |per |por |al )?"


@dataclass(frozen=True, slots=True)
class Wish:
    """Limits and looks; what was not said is None or empty. Prices in whole dollars, distances in miles."""

    most_dollars: int | None = None
    most_miles: int | None = None
    from_year: int | None = None
    color: str = ""
    drive: str = ""
    fuel: str = ""
    body: tuple[str, ...] = ()
    than_own: frozenset[str] = frozenset()
    equipment: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return self != Wish()


def wished(texts: Iterable[str], book: Playbook) -> Wish:
    """The wishes of several messages together, oldest first: what is said later takes the place of what was said before."""
    wish = Wish()
    for text in texts:
        wish = _of_one(wish, fold(text), _words(book), book)
    return wish


def fits(wish: Wish, car: Vehicle, own: Vehicle | None) -> bool:
    """Whether a vehicle meets every limit; one whose list lacks what is asked for does not."""
    return all(
        (
            _within(None if car.price_cents is None else car.price_cents // 100, wish.most_dollars),
            _within(car.mileage, wish.most_miles),
            wish.from_year is None or (car.year or 0) >= wish.from_year,
            not wish.body or any(word in fold(car.body or "") for word in wish.body),
            wish.color in fold(car.exterior or ""),
            wish.drive in fold(f"{car.drivetrain} {car.trim}"),
            wish.fuel in fold(f"{car.fuel} {car.model} {car.trim} {car.engine}"),
            all(_lists(car, words) for words in wish.equipment),
            own is None or all(_BETTER[name](car, own) for name in wish.than_own),
        )
    )


def _lists(car: Vehicle, words: tuple[str, ...]) -> bool:
    """Whether the list names a piece of equipment of a vehicle in one of these words."""
    told = fold(" ".join((*map(str, car.features or ()), car.interior or "", car.trim or "", car.body or "")))
    return any(word in told for word in words)


def _within(value: int | None, most: int | None) -> bool:
    return most is None or (value is not None and value <= most)


_BETTER: Mapping[str, Callable[[Vehicle, Vehicle], bool]] = {
    "newer": lambda car, own: (car.year or 0) > (own.year or 0),
    "fewer_miles": lambda car, own: car.mileage is not None and car.mileage < (own.mileage or 0),
    "cheaper": lambda car, own: car.price_cents is not None and car.price_cents < (own.price_cents or 0),
}


@dataclass(frozen=True)
class _Words:
    """The playbook's words for limits, compiled."""

    limit: re.Pattern[str]
    tail: re.Pattern[str]
    year: re.Pattern[str]
    looks: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]
    bodies: Mapping[str, tuple[str, ...]]
    equipment: Mapping[str, tuple[str, ...]]


def _words(book: Playbook) -> _Words:
    table = book.get("answers.wishes")
    return _compiled(
        *(tuple(table[name]) for name in ("under", "or_less", "or_newer", "thousand", "miles", "monthly")),
        *(
            tuple((name, tuple(words)) for name, words in book.get(f"answers.{kind}").items())
            for kind in ("colors", "drives", "fuels", "comparisons", "equipment", "bodies")
        ),
    )


@lru_cache(maxsize=16)
def _compiled(
    under: tuple[str, ...],
    or_less: tuple[str, ...],
    or_newer: tuple[str, ...],
    thousand: tuple[str, ...],
    miles: tuple[str, ...],
    monthly: tuple[str, ...],
    *looks: tuple[tuple[str, tuple[str, ...]], ...],
) -> _Words:
    kinds = ("color", "drive", "fuel", "than_own", "equipment", "body")
    amount = rf"{_NUMBER}\s?({_either(thousand)})?\b(\s?(?:{_either(miles)})\b)?(\s?{_EACH}\s?(?:{_either(monthly)})\b)?"
    return _Words(
        re.compile(rf"\b(?:{_either(under)})\s{amount}"),
        re.compile(rf"{amount}\s(?:{_either(or_less)})(?!\w)"),
        re.compile(rf"\b(20\d\d)\s?(?:{_either(or_newer)})(?!\w)"),
        {
            kind: tuple((re.compile(rf"(?<!\w)(?:{_either(words)})(?!\w)"), name) for name, words in rows)
            for kind, rows in zip(kinds, looks, strict=True)
        },
        dict(looks[-1]),
        dict(looks[-2]),
    )


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(fold(word)) for word in words)


def _of_one(wish: Wish, text: str, words: _Words, book: Playbook) -> Wish:
    for found in (*words.limit.finditer(text), *words.tail.finditer(text)):
        wish = _limited(wish, book, *found.groups())
    year = words.year.search(text)
    if year:
        wish, text = replace(wish, from_year=int(year[1])), text.replace(year[0], " ")
    named = {kind: [name for form, name in rows if form.search(text)] for kind, rows in words.looks.items()}
    better = wish.than_own | frozenset(named["than_own"])
    return replace(
        wish,
        color=next(iter(named["color"]), wish.color),
        drive=next(iter(named["drive"]), wish.drive),
        fuel=next(iter(named["fuel"]), wish.fuel),
        body=tuple(map(fold, words.bodies[named["body"][0]])) if named["body"] else wish.body,
        than_own=better,
        equipment=tuple(tuple(map(fold, words.equipment[name])) for name in named["equipment"])
        or wish.equipment,
    )


def _limited(
    wish: Wish, book: Playbook, number: str, thousands: str | None, miles: str | None, monthly: str | None
) -> Wish:
    """A limit of dollars or miles; what is paid by the month limits no price."""
    if monthly:
        return wish
    value = float(re.sub(r"[,.](?=\d{3})", "", number))
    amount = int(value * 1000 if thousands or value <= book.number("answers.thousands_up_to") else value)
    if miles:
        return replace(wish, most_miles=amount)
    return replace(wish, most_dollars=amount) if amount >= book.number("answers.least_price") else wish
