"""Which vehicles a message names: year, make, model, stock number, VIN with its check digit (AI-05, AI-09)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.models.rules.reading.cars import Around, CarNames
from desk.models.rules.reading.lexicon import Lexicon
from desk.models.rules.reading.normalise import Plain
from desk.models.rules.reading.values import VehicleNamed

_VIN = re.compile(r"(?<![A-Z0-9])(?=[A-Z]*\d)[A-HJ-NPR-Z0-9]{17}(?![A-Z0-9])", re.IGNORECASE)
_NUMBER = r"(?=[A-Z-]*\d)[A-Z0-9][A-Z0-9-]{2,11}"
_STOCK = re.compile(
    r"(?:\b(?:stock|stk|stck|inventario|stock\s+number|unit)\s*(?:number|num|no\.?|n[uú]mero|is|de)?\s*[#:]*\s*|#\s?)"
    rf"({_NUMBER})(?![\w-])",
    re.IGNORECASE,
)
_AND_STOCK = re.compile(
    rf"\s*(?:,|&|\band\b|\bor\b|\by\b|\bo\b)\s*#?\s?((?=[A-Z]){_NUMBER})(?![\w-])", re.IGNORECASE
)
_BARE_STOCK = re.compile(
    r"(?<![\w#$-])([A-Z]{1,2}\d{4,6}[A-Z]?|(?!\d\d-(?:19|20)\d\d)\d\d-\d{4,5}[A-Z]?)(?![\w-])"
)
_OPENS = re.compile(r"(?:^|[.?,]) $")
_JOINING = re.compile(r"\b(?:and|or|vs|than|y|o)\b", re.IGNORECASE)
_JOINED = re.compile(rf"\s*,?\s*(?:{_JOINING.pattern}|&)\s+(?:\w+\s+)?", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?;!\n]\s")
"""What parts a stock number from a car named before it."""
_LOOK_BACK = 48
"""How far, in characters of plain text, the words before a name are looked at."""
_LED_BY = 3
"""How many words may stand between a refusal and the car it is of."""
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


@dataclass(frozen=True, slots=True)
class Numbered:
    """A vehicle named by its stock number or VIN, and where in the original text."""

    vehicle: VehicleNamed
    start: int
    end: int


def vin_holds(vin: str) -> bool:
    """Says whether the check digit (position nine, ISO 3779 as used in North America) of a VIN is right."""
    remainder = sum(_VALUES.get(c, 0) * weight for c, weight in zip(vin.upper(), _WEIGHTS, strict=True)) % 11
    return vin[8].upper() == ("X" if remainder == 10 else str(remainder))


def mentions(plain: Plain, lexicon: Lexicon, *, asked: bool = False) -> list[Mention]:
    """Gives the vehicles named by words, in the order said; a make and its model are one.

    `asked` says that the question was which car.
    """
    return _without_repeats(list(_named(plain.words, lexicon.cars, asked=asked)))


def numbered(text: str) -> list[Numbered]:
    """Gives the stock numbers and the VIN a text names, with where they stand, in the order said."""
    vin = _VIN.search(text)
    number = vin.group().upper() if vin else ""
    found = [
        Numbered(VehicleNamed(stock=stock.group(1).upper()), *stock.span())
        for stock in _stocks(text)
        if stock.group(1).upper() != number
    ]
    if vin:
        found.append(Numbered(VehicleNamed(vin=number, vin_valid=vin_holds(number)), *vin.span()))
    return sorted(found, key=lambda one: one.start)


def with_numbers(
    named: list[Mention], numbers: list[Numbered], plain: Plain
) -> tuple[list[VehicleNamed], list[VehicleNamed]]:
    """Gives each vehicle with the numbers said of it, and those of which only a number was said."""
    cars, alone = [mention.vehicle for mention in named], list[VehicleNamed]()
    for number in numbers:
        at = _owner(named, cars, number, plain, only=len(numbers) == 1)
        if at is not None:
            cars[at] = _both(cars[at], number.vehicle)
        elif alone and _free(alone[-1], number.vehicle):
            alone[-1] = _both(alone[-1], number.vehicle)
        else:
            alone.append(number.vehicle)
    return cars, alone


def _free(car: VehicleNamed, number: VehicleNamed) -> bool:
    """Says whether a car has no number of that kind yet."""
    return car.vin is None if number.vin else car.stock is None


def _both(car: VehicleNamed, number: VehicleNamed) -> VehicleNamed:
    if number.vin:
        return replace(car, vin=number.vin, vin_valid=number.vin_valid)
    return replace(car, stock=number.stock)


def without_refused(found: list[Mention], words: str, lexicon: Lexicon) -> list[Mention]:
    """Leaves out the cars that are named only to be set aside, where another is named beside them."""
    left = [one for one in found if not _refused(one, words, lexicon)]
    return left or found


def _refused(one: Mention, words: str, lexicon: Lexicon) -> bool:
    if lexicon.refused["behind"].match(words, one.end):
        return True
    ends = (told.end() for told in lexicon.refused["before"].finditer(words[: one.start + 1]))
    return any(_leads(words[end : one.start]) for end in ends)


def _leads(between: str) -> bool:
    return len(between.split()) <= _LED_BY and not any(mark in between for mark in ".?,")


def _stocks(text: str) -> Iterator[re.Match[str]]:
    found = list(_STOCK.finditer(text)) or list(_BARE_STOCK.finditer(text))
    for stock in found:
        yield stock
        more = _AND_STOCK.match(text, stock.end())
        while more:
            yield more
            more = _AND_STOCK.match(text, more.end())


def _owner(
    named: list[Mention], cars: list[VehicleNamed], number: Numbered, plain: Plain, *, only: bool
) -> int | None:
    """Which car a number is of: the one right behind it, else the last before it, if nothing parts them."""
    free = [at for at, car in enumerate(cars) if _free(car, number.vehicle)]
    spans, text = {at: plain.place(named[at].start, named[at].end) for at in free}, plain.original
    for at, (start, _) in spans.items():
        if start >= number.end and not text[number.end : start].strip():
            return at
    before = [at for at, (_, end) in spans.items() if end <= number.start]
    between = text[spans[before[-1]][1] : number.start] if before else ""
    if before and not _JOINING.search(between) and not _SENTENCE.search(between):
        return before[-1]
    apart = _JOINING.search(between) or any(
        _JOINED.fullmatch(text, number.end, start) for start, _ in spans.values()
    )
    return 0 if only and len(cars) == 1 and not apart else None


def _named(words: str, cars: CarNames, *, asked: bool) -> Iterator[Mention]:
    found, at, last = list(cars.spots(words)), 0, 0
    while at < len(found):
        (alias, start, end), at = found[at], at + 1
        make, model = cars.models.get(alias, (cars.makes.get(alias), None))
        whole = end
        if model is None and at < len(found) and found[at][1] - end <= 1:
            following = cars.models.get(found[at][0])
            if following and following[0] == make:
                model, end, at = following[1], found[at][2], at + 1
        year = _year(words, start, end, cars.around, several=alias in cars.several)
        if year is None and end == whole:
            beside = (
                [(last, start), *((end, one[1]) for one in found[at : at + 1])] if alias.isalpha() else []
            )
            shy = alias in cars.shy and not _meant(words, start, end, cars.around, asked=asked, beside=beside)
            if shy or _something_else(alias, words, start, end, cars):
                continue
        last = end
        yield Mention(VehicleNamed(year, make, model), start, end)


def _meant(
    words: str, start: int, end: int, around: Around, *, asked: bool, beside: list[tuple[int, int]]
) -> bool:
    """Says whether a name that is another word too stands where a car is meant."""
    before = words[max(start - _LOOK_BACK, 0) : start]
    return bool(
        around.pointed.search(before)
        or around.trimmed.match(words, end)
        or (start == 1 and around.alone.match(words, end))
        or ((asked or words.startswith(" ? ", end)) and _OPENS.search(before))
        or any(around.joined.fullmatch(words, *between) for between in beside)
    )


def _something_else(alias: str, words: str, start: int, end: int, cars: CarNames) -> bool:
    """Says whether a name is that of a person, a town or another store here."""
    before, around = words[max(start - _LOOK_BACK, 0) : start], cars.around
    return bool(
        around.called.search(before)
        or (alias in cars.places and around.located.search(before))
        or (alias in cars.makes and around.dealers.match(words, end))
    )


def _year(words: str, start: int, end: int, around: Around, *, several: bool) -> int | None:
    """The year beside a car; two figures before several of a model count them."""
    found = around.year_before.search(words[max(start - 24, 0) : start])
    if found and several and found["short"]:
        found = None
    found = found or around.year_behind.match(words, end)
    if found is None:
        return None
    pieces = found.groupdict()
    short = next(filter(None, (pieces.get(name) for name in ("short", "after", "early"))), None)
    return int(pieces["full"]) if short is None else 2000 + int(short)


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
