"""Which vehicles a message names: year, make, model, stock number, VIN with its check digit (AI-05, AI-09)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.models.rules.reading.lexicon import Lexicon
from desk.models.rules.reading.normalise import Plain
from desk.models.rules.reading.values import VehicleNamed

_VIN = re.compile(r"(?<![A-Z0-9])(?=[A-Z]*\d)[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])", re.IGNORECASE)
_STOCK = re.compile(
    r"(?:\b(?:stock|stk|stck|inventario|stock\s+number|unit)\s*(?:number|num|no\.?|n[uú]mero|is|de)?\s*[#:]*\s*|#\s?)"
    r"((?=[A-Z-]*\d)[A-Z0-9][A-Z0-9-]{2,11})(?![\w-])",
    re.IGNORECASE,
)
_BARE_STOCK = re.compile(r"(?<![\w#$-])([A-Z]{1,2}\d{4,6}[A-Z]?)(?![\w-])")
_YEAR_BEFORE = re.compile(r" (?:(?P<full>(?:19[89]|20[0-3])\d)|'?(?P<short>[012]\d)) (?:\w+ )?$")
_YEAR_AFTER = re.compile(r" (?:\w{2,9} )?(?P<full>(?:19[89]|20[0-3])\d)(?= )")
_POINTED = re.compile(
    r" (?:the|that|this|ur|your|an?|new|used|el|la|un|una|ese|esa|esta|este|mi|my|his|her|our) $"
)
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VALUES = {**{str(d): d for d in range(10)}, **dict(zip("ABCDEFGH", range(1, 9), strict=True))}
_VALUES |= {"J": 1, "K": 2, "L": 3, "M": 4, "N": 5, "P": 7, "R": 9} | dict(
    zip("STUVWXYZ", range(2, 10), strict=True)
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A vehicle named in the plain text, and where (-1 for one given by number only)."""

    vehicle: VehicleNamed
    start: int
    end: int


def vin_holds(vin: str) -> bool:
    """Says whether the check digit (position nine, ISO 3779 as used in North America) of a VIN is right."""
    remainder = sum(_VALUES.get(c, 0) * weight for c, weight in zip(vin.upper(), _WEIGHTS, strict=True)) % 11
    return vin[8].upper() == ("X" if remainder == 10 else str(remainder))


def mentions(plain: Plain, lexicon: Lexicon) -> list[Mention]:
    """Gives the vehicles named by words, in the order said; a make and its model are one."""
    return _without_repeats(list(_named(plain.words, lexicon)))


def numbered(text: str) -> VehicleNamed | None:
    """Gives the stock number or VIN a text names; None when it names neither."""
    vin = _VIN.search(text)
    stock = _STOCK.search(text) or _BARE_STOCK.search(text)
    if vin is None and stock is None:
        return None
    number = vin.group().upper() if vin else None
    return VehicleNamed(
        stock=stock.group(1).upper() if stock and not (vin and stock.group(1).upper() == number) else None,
        vin=number,
        vin_valid=vin_holds(number) if number else None,
    )


def _named(words: str, lexicon: Lexicon) -> Iterator[Mention]:
    found, at = list(lexicon.vehicle.finditer(words)), 0
    while at < len(found):
        first, at = found[at], at + 1
        alias, start, end = first.group(), first.start(), first.end()
        make, model = lexicon.models.get(alias, (lexicon.makes.get(alias), None))
        if model is None and at < len(found) and found[at].start() - end <= 1:
            following = lexicon.models.get(found[at].group())
            if following and following[0] == make:
                model, end, at = following[1], found[at].end(), at + 1
        year = _year(words, start, end)
        if (
            year is None
            and alias in lexicon.shy
            and end == first.end()
            and not _POINTED.search(words[:start])
        ):
            continue
        yield Mention(VehicleNamed(year, make, model), start, end)


def _year(words: str, start: int, end: int) -> int | None:
    found = _YEAR_BEFORE.search(words[max(start - 16, 0) : start]) or _YEAR_AFTER.match(words[end:])
    if found is None:
        return None
    pieces = found.groupdict()
    return int(pieces["full"]) if pieces["full"] else 2000 + int(pieces["short"])


def _without_repeats(found: list[Mention]) -> list[Mention]:
    """Drops a bare make or model said again beside its full name."""
    return [
        one
        for at, one in enumerate(found)
        if not any(
            _covers(other, one, earlier=before < at) for before, other in enumerate(found) if other is not one
        )
    ]


def _covers(other: Mention, one: Mention, *, earlier: bool) -> bool:
    here, there = one.vehicle, other.vehicle
    if (
        here.make != there.make
        or (here.year and here.year != there.year)
        or (here.model and here.model != there.model)
    ):
        return False
    return earlier or (here.model is None and there.model is not None)
