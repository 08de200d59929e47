"""How far people may stretch or shorten the assistant's intervals, by the name of the choice (AI-18)."""

from __future__ import annotations

from functools import cache

from desk.services.resources import load_toml


@cache
def paces(whose: str) -> dict[str, float]:
    """How many times as long the intervals are: ``lead`` for one lead, ``kind`` for all leads of a kind of source."""
    return dict(load_toml("desk", "paces.toml")[whose])
