"""Names of people, as forms cut them up (LEAD-02)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.models.intake.plain import field, is_placeholder

_LAST_FIRST = re.compile(r"(?P<last>[^\W\d_][^,\d@]{0,40}?)\s*,\s*(?P<first>[^\W\d_][^,\d@]{0,40})")
_SUFFIXES = frozenset(
    {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "phd", "esq", "inc", "inc.", "llc", "ltd"}
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """First and last are filled only when the sender gave the parts, or `Last, First`; full is always the whole."""

    first: str | None = None
    last: str | None = None
    full: str | None = None


def read_name(
    first: str | None = None,
    middle: str | None = None,
    last: str | None = None,
    suffix: str | None = None,
    full: str | None = None,
) -> PersonName:
    """The name from its parts; a placeholder standing as the last name is dropped, also inside the full name."""
    parts = [_without_placeholder_last(each) for each in (first, middle, last, suffix)]
    whole = _without_placeholder_last(full)
    if not parts[0] and not parts[2] and whole:
        return _from_full(whole)
    joined = " ".join(part for part in parts if part) or None
    return PersonName(parts[0], parts[2], whole or joined)


def _from_full(full: str) -> PersonName:
    turned = _LAST_FIRST.fullmatch(full)
    if not turned or turned["first"].lower() in _SUFFIXES:
        return PersonName(None, None, full)
    first, last = _without_placeholder_last(turned["first"]), turned["last"].strip()
    if is_placeholder(last):
        return PersonName(first, None, first)
    return PersonName(first, last, f"{first} {last}")


def _without_placeholder_last(name: str | None) -> str | None:
    """`name` without a trailing `null`, `NA`, `Unknown` …; nothing where that is all there is."""
    words = (field(name) or "").split(" ")
    while words and is_placeholder(words[-1]):
        words.pop()
    return " ".join(words).strip(" ,") or None
