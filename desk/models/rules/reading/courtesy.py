"""Polite talk that asks for nothing: "how are you today?", "good, and you?" (AI-09)."""

from __future__ import annotations

from collections.abc import Sequence

from desk.models.rules.reading.intents import intents_in
from desk.models.rules.reading.lexicon import Lexicon, Span, told, without

_MARKS = frozenset(".?,")


def courtesies(words: str, lexicon: Lexicon) -> list[Span]:
    """Gives where a plain text is only polite."""
    return [told(found) for found in lexicon.courtesies.finditer(words)]


def says_nothing_else(words: str, polite: Sequence[Span], lexicon: Lexicon) -> bool:
    """Says whether a text is polite talk and no more; one further word that asks for nothing may be a name."""
    if not polite:
        return False
    left = (word for word in without(words, polite).split() if word.strip("_") and word not in _MARKS)
    strange = [word for word in left if word not in lexicon.courtesy_words]
    return not strange or (len(strange) == 1 and _is_a_name(strange[0], lexicon))


def _is_a_name(word: str, lexicon: Lexicon) -> bool:
    here = f" {word} "
    return word.isalpha() and not intents_in(here, None, lexicon) and not any(lexicon.cars.spots(here))
