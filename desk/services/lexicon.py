"""Loads the word lists of reading from the shipped files, once."""

from __future__ import annotations

import gc
from functools import cache

from desk.models.rules.reading import Lexicon
from desk.services.encoder import EncoderWhenAsked
from desk.services.resources import load_json, load_toml

_TABLES = (
    "spelling",
    "macros",
    "optout",
    "contact",
    "intents",
    "dates",
    "vehicles",
    "trade",
    "language",
    "actions",
    "concepts",
)
_LEARNED = ("model", "times")


@cache
def load_lexicon() -> Lexicon:
    """Gives the compiled word lists; about a third of a second the first time, nothing after."""
    tables = {name: load_toml("reading", f"{name}.toml") for name in _TABLES}
    learned = {name: load_json("reading", f"{name}.json") for name in _LEARNED}
    lexicon = Lexicon.from_tables({**tables, **learned}, EncoderWhenAsked())
    gc.freeze()  # it lives as long as the program; a collector that walks it again stalls the window
    return lexicon
