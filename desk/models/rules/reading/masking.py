"""Masks numbers that must not lie in the store or reach a model: social security, card, licence, income, credit (R21)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MASK = "*"
_SSN = re.compile(r"(?<![\d-])(?!000|666|9\d\d)\d{3}([- ])\d{2}\1\d{4}(?![\d-])")
_SSN_NAMED = re.compile(
    r"\b(?:ssn|social(?:\s+security)?(?:\s+(?:number|no\.?|#))?|itin|seguro\s+social|(?:mi|my|n[uú]mero\s+de)\s+social)"
    r"(?:\s*(?:is|es|:|#|number|no\.?))*\s*(\d[\d \-.]{5,12}\d|\d{4})\b",
    re.IGNORECASE,
)
_CARD = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")
_LICENCE = re.compile(
    r"\b(?:driver'?s?\s*(?:license|licence|lic)|licen[sc]e|dl|licencia(?:\s+de\s+(?:conducir|manejar))?)"
    r"(?:\s*(?:number|num|no\.?|#|is|es|:|n[uú]mero))*\s+((?=[A-Z-]*\d)[A-Z]{0,3}[\d-]{5,14}[A-Z]?)\b",
    re.IGNORECASE,
)
_INCOME = re.compile(
    r"\b(?:i\s+(?:make|earn|gross|bring\s+home)|my\s+(?:income|salary)(?:\s+is)?|income(?:\s+is|:)?|gano|mi\s+(?:ingreso|sueldo|salario)(?:\s+es)?)"
    r"\s+(?:about\s+|around\s+|like\s+|como\s+|unos\s+)?(\$?\s?\d[\d,.]*\s?k?)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:credit(?:\s+score)?|score|fico|beacon|cr[eé]dito|puntaje)(?:\s+(?:is|of|around|about|like|was|at|es|de|a|como|an?|:))*\s+([3-8]\d\d)\b"
    r"|\b([3-8]\d\d)\s+(?:credit|fico|score|beacon|de\s+cr[eé]dito)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text of the same length with the sensitive digits and letters starred, and what kinds they were."""

    text: str
    kinds: tuple[str, ...]


def mask_sensitive(text: str) -> Masked:
    """Stars what R21 forbids to keep; text, length and line breaks stay otherwise as they are. Never raises."""
    spans = {
        "ssn": [found.span() for found in _SSN.finditer(text)] + _groups(_SSN_NAMED, text),
        "card": [found.span() for found in _CARD.finditer(text) if _luhn(found.group())],
        "license": _groups(_LICENCE, text),
        "income": _groups(_INCOME, text),
        "credit": _groups(_CREDIT, text),
    }
    characters = list(text)
    for start, end in (span for found in spans.values() for span in found):
        characters[start:end] = [_MASK if c.isalnum() else c for c in text[start:end]]
    return Masked("".join(characters), tuple(kind for kind, found in spans.items() if found))


def _groups(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span(found.lastindex or 0) for found in pattern.finditer(text)]


def _luhn(number: str) -> bool:
    """Says whether the check digit of a payment card holds; an order number of 16 digits mostly fails it."""
    digits = [int(c) for c in number if c.isdecimal()]
    doubled = [d if at % 2 == 0 else (2 * d - 9 if d > 4 else 2 * d) for at, d in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0 and any(digits)
