"""The signs of a suspected duplicate in words: "One digit apart", with what stands on either side (LEAD-11)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_TITLES = {
    "same_email": "Same email",
    "same_phone": "Same phone",
    "near_phone": "One digit apart",
    "near_email": "Email almost the same",
    "same_name": "Same name",
    "similar_name": "Name spelled almost the same",
    "nickname": "Nickname",
    "same_address": "Same household",
    "same_vin": "Same vehicle",
    "same_stock": "Same vehicle",
    "same_last_name": "Same last name",
    "other_name": "Names differ",
}
_LIKELY = {"possible": "Possibly", "likely": "Likely", "very_likely": "Very likely"}


def sign_title(kind: str) -> str:
    return _TITLES.get(kind, kind.replace("_", " ").capitalize())


def sign_words(sign: Mapping[str, Any]) -> str:
    """The title and how strong the sign is, as the record keeps it: nothing of the customer is in it (COMPLY-06)."""
    return f"{sign_title(sign['kind'])} ({sign_strength(sign)})"


def sign_strength(sign: Mapping[str, Any]) -> str:
    """strong, medium or weak; against where the sign speaks against it."""
    return str(sign["strength"]) if sign["points"] > 0 else "against"


def likely_words(likely: str, signs: int) -> str:
    """Very likely, 4 signs."""
    return f"{_LIKELY.get(likely, 'Possibly')}, {signs} {'sign' if signs == 1 else 'signs'}"


def shown_phone(value: str) -> str:
    """(208) 555-0142 for a North American number; others as they are."""
    if value.startswith("+1") and len(value) == 12:
        return f"({value[2:5]}) {value[5:8]}-{value[8:]}"
    return value
