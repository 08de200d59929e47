"""Loads the word lists of reading from the shipped files, once."""

from __future__ import annotations

from functools import cache

from desk.models.rules.reading import Lexicon
from desk.services.resources import load_json, load_toml

_TABLES = ("spelling", "macros", "optout", "contact", "intents", "dates", "vehicles", "trade", "language", "actions", "concepts")


@cache
def load_lexicon() -> Lexicon:
    """Gives the compiled word lists; about a third of a second the first time, nothing after."""
    tables = {name: load_toml("reading", f"{name}.toml") for name in _TABLES}
    return Lexicon.from_tables({**tables, "model": load_json("reading", "model.json")})
