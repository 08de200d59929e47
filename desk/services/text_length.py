"""How long a text is, for a person who writes one: counted as the carrier counts it (R26)."""

from __future__ import annotations

from dataclasses import dataclass

from desk.models.rules.gate.segments import segments


@dataclass(frozen=True, slots=True)
class TextLength:
    """``units`` of its alphabet used, ``most`` that fit into its ``parts``."""

    units: int
    most: int
    parts: int


def text_length(text: str) -> TextLength:
    """An empty text has one empty part: a counter starts at 0 of 160."""
    counted = segments(text or "")
    return TextLength(counted.units, counted.units + counted.room, max(1, counted.parts))
