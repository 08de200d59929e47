"""The customer's own car as a person writes it down: which facts there are, which may stand, and what a later message adds (AI-07)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from desk.models.intake.figures import vin_doubt

#: What a person can write down; ``odometer`` is in miles, ``owed`` in whole dollars, ``title`` says how its papers stand,
#: ``comments`` is the note.
FIELDS = ("year", "make", "model", "odometer", "vin", "owed", "title", "condition", "comments")
#: The names of those facts that a person wrote down: a message read later does not change them.
BY_HAND = "by_hand"
_NUMBERS = {"year": 9999, "odometer": 2_000_000, "owed": 10_000_000}
_FIRST_CAR, _VIN_SINCE, _VIN_LENGTH = 1885, 1981, 17


def mistakes(values: Mapping[str, Any], now: datetime, titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Facts that may not stand: the fact's name, and what is allowed. Model years run one ahead of ``now``; ``titles`` are the
    ways in which the store lets its papers stand.
    """
    for name, value in values.items():
        if name not in FIELDS:
            yield name, f"A trade-in has {', '.join(FIELDS)}."
        elif name in _NUMBERS:
            yield from _number(name, value, now)
        elif value is not None and not isinstance(value, str):
            yield name, "Give words."
    if values.get("title") and values["title"] not in titles:
        yield "title", f"Its title is one of: {'; '.join(titles)}."
    vin = values.get("vin")
    if isinstance(vin, str) and vin and vin_doubt(vin) and not _digit_alone(vin):
        yield "vin", f"{vin_doubt(vin)}. A VIN has {_VIN_LENGTH} letters and digits, without I, O and Q."


def _number(name: str, value: Any, now: datetime) -> Iterator[tuple[str, str]]:
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _NUMBERS[name]:
        yield name, "Give a whole number."
    elif name == "year" and not _FIRST_CAR <= value <= now.year + 2:
        yield name, f"A model year lies between {_FIRST_CAR} and {now.year + 2}."


def vin_question(values: Mapping[str, Any]) -> str:
    """What must be answered about a VIN before it is kept: a wrong check digit means one character was misread; else empty.

    Cars before 1981 have no check digit (49 CFR 565); a grey import may have none, so a person may keep it as read.
    """
    vin, year = values.get("vin") or "", values.get("year")
    if not vin or not _digit_alone(vin) or (year and year < _VIN_SINCE):
        return ""
    return f"{vin_doubt(vin)}: one character was misread. Read it again, or save it once more to keep it as it stands."


def _digit_alone(vin: str) -> bool:
    """Whether all that is wrong with it is its check digit."""
    return (vin_doubt(vin) or "").endswith("check digit")


def taken(known: Mapping[str, Any] | None, values: Mapping[str, Any]) -> dict[str, Any] | None:
    """What is known after a person wrote these down; an empty one takes a fact back. None where nothing is left."""
    told = {**(known or {}), **values}
    kept = {name: value for name, value in told.items() if value not in (None, "", []) and name != BY_HAND}
    by_hand = sorted(({*(known or {}).get(BY_HAND, ())} | {*values}) & {*kept})
    if "odometer" in values and "odometer" in kept:
        kept["odometer_unit"] = "mi"
    return kept | ({BY_HAND: by_hand} if by_hand else {}) if {*kept} - {"odometer_unit"} else None


def heard(known: Mapping[str, Any] | None, told: Mapping[str, Any]) -> dict[str, Any]:
    """What is known after a customer's message: it says more than what was read before, and never overrules a person's word."""
    by_hand = (known or {}).get(BY_HAND, ())
    if not known or not by_hand:
        return dict(told)
    return {
        **known,
        **{name: value for name, value in told.items() if value is not None and name not in by_hand},
    }


def in_words(trade: Mapping[str, Any] | None) -> str:
    """A trade-in in one line: ``2018 Honda CR-V EX, about 71,000 mi, good, owed $14,200``; empty where there is none."""
    if not trade:
        return ""
    title = " ".join(str(trade[name]) for name in ("year", "make", "model", "trim") if trade.get(name))
    odometer, owed = trade.get("odometer"), trade.get("owed")
    parts = (
        title or "A trade-in",
        f"about {odometer:,} {trade.get('odometer_unit') or 'mi'}" if odometer else "",
        str(trade.get("condition") or ""),
        f"owed ${owed:,}" if owed else "nothing owed" if owed == 0 else "",
        f"title: {trade['title']}" if trade.get("title") else "",
    )
    return ", ".join(part for part in parts if part)
