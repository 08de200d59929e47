"""Invented people by number: the same number is always the same person, and no two share an address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from desk.services.resources import load_toml

_FIRST_FREE, _LAST_FREE = 20, 200  # 555-0100 to 0119 are the store's own


@dataclass(frozen=True, slots=True)
class Townsperson:
    """A customer who does not exist. ``phone`` is empty once all 555-01xx numbers are given out."""

    first: str
    last: str
    email: str
    phone: str
    street: str
    city: str
    postal: str

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}"


@cache
def _names() -> dict[str, Any]:
    return load_toml("sample", "names.toml")


def townsperson(number: int) -> Townsperson:
    """The person of a number from 0 on."""
    names = _names()
    firsts, lasts, cities = names["first"], names["last"], names["cities"]
    again, place = divmod(number, len(firsts) * len(lasts))
    first = firsts[place % len(firsts)]
    last = lasts[(place // len(firsts) + place % len(firsts) * 7) % len(lasts)]
    city, postal = cities[number % len(cities)]
    mark = f"{again + 1}" if again else ""
    return Townsperson(
        first, last, f"{first}.{last}{mark}@example.com".lower(), _phone(number, _area_codes()),
        f"{100 + number % 880} {names['streets'][number % len(names['streets'])]}", city, postal,
    )  # fmt: skip


@cache
def _area_codes() -> tuple[str, ...]:
    """The store's own neighbourhood first, then the rest of the country."""
    near = _names()["area_codes"]
    rows = load_toml("compliance", "area_codes.toml")["us"]
    return (*near, *sorted({str(code) for row in rows for code in row["codes"]} - set(near)))


def _phone(number: int, codes: tuple[str, ...]) -> str:
    area, line = divmod(number, _LAST_FREE - _FIRST_FREE - 100)
    return f"+1{codes[area]}555{100 + _FIRST_FREE + line:04d}" if area < len(codes) else ""
