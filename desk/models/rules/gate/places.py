"""Where a person may be: every place that something we know of points to (R29).

A phone number can be carried anywhere and an address can be old, so no witness overrules another; what is
allowed has to be allowed in all of the places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

#: The state of someone nothing is known of; with an empty zone: anywhere in the country.
UNKNOWN = "unknown"
_CANADIAN = "CA-"
_CANADIAN_POSTAL = re.compile(r"[A-Z]\d[A-Z] ?\d[A-Z]\d")
_ZIP = re.compile(r"(\d{3})\d{2}(?:-?\d{4})?")
_ZIP_PREFIX_DIGITS = 3


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A state (``TX``; a province as ``CA-ON``; ``unknown``) and an IANA zone of it."""

    state: str
    zone: str

    @property
    def in_canada(self) -> bool:
        return self.state.startswith(_CANADIAN)


ANYWHERE = Place(UNKNOWN, "")
ANYWHERE_IN_CANADA = Place(_CANADIAN, "")


@dataclass(frozen=True, slots=True)
class PlaceEvidence:
    """What is known of someone's whereabouts: number (E.164), address, states or zones that they told us."""

    phone: str = ""
    region: str = ""
    postal: str = ""
    country: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What is known of someone's whereabouts: number (E.164), address, states or zones they told us."""

    places: frozenset[Place]
    abroad: str = ""

    @property
    def in_canada(self) -> bool:
        return self.abroad == "Canada"


@dataclass(frozen=True)
class PlaceTables:
    """The shipped tables of area codes, ZIP prefixes and names of regions, ready for look-up."""

    codes: Mapping[str, tuple[Place, ...]]
    placeless: frozenset[str]
    zips: Mapping[str, tuple[Place, ...]]
    regions: Mapping[str, tuple[Place, ...]]
    us_names: frozenset[str]
    canada_names: frozenset[str]

    @classmethod
    def from_data(
        cls, codes: Mapping[str, Any], zips: Mapping[str, Any], regions: Mapping[str, Any]
    ) -> PlaceTables:
        """Build from the parsed ``area_codes``, ``zip_prefixes`` and ``regions`` tables."""
        by_code = dict(_code_rows(codes))
        by_zip = _zip_rows(zips["rows"])
        return cls(
            codes=by_code,
            placeless=frozenset(str(code) for code in codes["placeless"]["codes"]),
            zips=by_zip,
            regions=_region_rows(regions, [*by_code.values(), *by_zip.values()]),
            us_names=frozenset(regions["country"]["us"]),
            canada_names=frozenset(regions["country"]["canada"]),
        )


def whereabouts(evidence: PlaceEvidence, tables: PlaceTables) -> Whereabouts:
    """Every place the evidence points to; ``ANYWHERE`` when it points nowhere (R29, section 9 for Canada)."""
    found = {*_from_number(evidence.phone, tables), *_from_address(evidence, tables)}
    found |= set(_told(evidence.told, found, tables))
    abroad = _abroad(evidence, found, tables)
    if abroad == "Canada" and not any(place.in_canada for place in found):
        found.add(ANYWHERE_IN_CANADA)
    return Whereabouts(frozenset(found or {ANYWHERE}), abroad)


def area_code(number: str) -> str:
    """The area code of a +1 number in E.164, or an empty string."""
    return number[2:5] if number.startswith("+1") and len(number) == len("+12025550100") else ""


def _from_number(number: str, tables: PlaceTables) -> tuple[Place, ...]:
    return tables.codes.get(area_code(number), ())


def _from_address(evidence: PlaceEvidence, tables: PlaceTables) -> Iterator[Place]:
    """The ZIP's places, and those of the region where it names another state than the ZIP does."""
    by_zip = tables.zips.get(_zip_prefix(evidence.postal), ())
    yield from by_zip
    states = {place.state for place in by_zip}
    yield from (place for place in _region(evidence.region, tables) if place.state not in states)


def _told(words: Iterable[str], found: Iterable[Place], tables: PlaceTables) -> Iterator[Place]:
    """States they named; a zone they named that no other witness knows is an unknown state in that zone."""
    zones = {place.zone for place in found}
    for word in words:
        if "/" not in word:
            yield from _region(word, tables)
        elif word not in zones:
            yield Place(UNKNOWN, word)


def _region(name: str, tables: PlaceTables) -> tuple[Place, ...]:
    return tables.regions.get(name.strip().casefold(), ())


def _zip_prefix(postal: str) -> str:
    match = _ZIP.fullmatch(postal.strip())
    return match[1] if match else ""


def _abroad(evidence: PlaceEvidence, found: Iterable[Place], tables: PlaceTables) -> str:
    country = evidence.country.strip().casefold()
    canadian_post = _CANADIAN_POSTAL.fullmatch(evidence.postal.strip().upper()) is not None
    if canadian_post or country in tables.canada_names or any(place.in_canada for place in found):
        return "Canada"
    if country and country not in tables.us_names:
        return evidence.country.strip()
    return "another country" if _foreign_number(evidence.phone, tables) else ""


def _foreign_number(number: str, tables: PlaceTables) -> bool:
    if not number or number.startswith("+1"):
        code = area_code(number)
        return code in tables.codes and not tables.codes[code]
    return True


def _code_rows(data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    rows = [(row["state"], row) for row in data["us"]]
    rows += [(_CANADIAN + row["province"], row) for row in data["canada"]]
    for state, row in rows:
        places = tuple(Place(state, zone) for zone in row["zones"])
        yield from ((str(code), places) for code in row["codes"])
    # Members of the plan in other countries: known, and no place of ours.
    yield from ((str(code), ()) for code in data["abroad"]["codes"])


def _zip_rows(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for row in rows:
        places = tuple(Place(row["state"], zone) for zone in row["zones"])
        for number in range(int(row["first"]), int(row["last"]) + 1):
            prefix = f"{number:0{_ZIP_PREFIX_DIGITS}}"
            found[prefix] = (*found.get(prefix, ()), *places)
    return found


def _region_rows(
    names: Mapping[str, Any], known: Iterable[tuple[Place, ...]]
) -> dict[str, tuple[Place, ...]]:
    by_state: dict[str, set[Place]] = {}
    for place in (place for places in known for place in places):
        by_state.setdefault(place.state, set()).add(place)
    spelled = [(code, code, name) for code, name in names["us"].items()]
    spelled += [(_CANADIAN + code, code, name) for code, name in names["canada"].items()]
    return {
        word.casefold(): tuple(sorted(by_state.get(state, ())))
        for state, code, name in spelled
        for word in (code, name)
    }
