"""Names from outside, said only where they are names: a greeting or a vehicle repeats nobody's sentences (AI-21)."""

from __future__ import annotations

import re
from typing import Any

_NAME = re.compile(r"[^\W\d_]+(?:['’ -][^\W\d_]+)?\.?")
_LONGEST_NAME = 24
_CAR_WORD = re.compile(r"[^\W_](?:[^\W_]|[&'’+/-]|(?<=\d)\.(?=\d)){0,17}")
_LONG_NUMBER = re.compile(r"\d{5,}")
#: How many words each part of a vehicle's name has at most, as makers name them ("Crew Cab 4x4 Lariat").
_MOST_WORDS = {"make": 2, "model": 4, "trim": 6}


def given_name(told: str) -> str:
    """The name to greet with, or nothing where what was given is no name."""
    name = " ".join(told.split())
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        return ""
    return name.title() if name.isupper() or name.islower() else name


def is_car_name(told: str, most: int) -> bool:
    """Whether these are at most ``most`` words as they stand on a vehicle: no sentence, link, price or number to call."""
    words = told.split()
    return (
        len(words) <= most
        and not _LONG_NUMBER.search(told)
        and all(_CAR_WORD.fullmatch(word) for word in words)
    )


def car_parts(vehicle: Any) -> dict[str, str]:
    """Make, model and trim of a vehicle the customer named, each left out where it is no name; nothing without make and model."""
    told = {part: str(getattr(vehicle, part) or "") for part in _MOST_WORDS}
    named = {part: text for part, text in told.items() if is_car_name(text, _MOST_WORDS[part])}
    return named if {"make", "model"} <= named.keys() else {}


def car_name(told: str) -> str:
    """A whole title as it may stand in what the customer gets, or nothing."""
    return told if is_car_name(told, 1 + sum(_MOST_WORDS.values())) else ""
