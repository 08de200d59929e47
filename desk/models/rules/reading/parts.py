"""The questions of a message that asks several things, each weighed by itself (AI-09).

A long message says a little of everything, so that no single wish stands out of the whole; its questions, one by one, do.
Only what is asked for is taken from a part: whatever ends, books or moves something is read from the whole alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk.models.rules.reading.intents import intents_in
from desk.models.rules.reading.lexicon import Lexicon

_FEWEST_WORDS = 2
_SEVERAL = 2


def topics_in(words: str, topics: frozenset[str], lexicon: Lexicon) -> set[str]:
    """Gives those of `topics` that single questions of a plain text ask for; none where it is but one sentence."""
    told = lexicon.indirect.search(words)
    asking = [part for part in _parts(words, lexicon) if told or lexicon.question.search(part)]
    if len(asking) < _SEVERAL:
        return set()
    return {topic for part in asking for topic in _sure(part, topics, lexicon)}


def declined_in_part(words: str, found: set[str], lexicon: Lexicon) -> set[str]:
    """Gives the wishes of a message less a lack of interest that is only in a part of it: "not interested in texts, email me"."""
    if "not_interested" not in found or not lexicon.in_part.search(words):
        return found
    rest = lexicon.in_part.sub(" _", words)
    return (
        found
        if "not_interested" in intents_in(rest, None, lexicon)
        else (found - {"not_interested"}) | ({"no"} if found <= {"not_interested"} else set())
    )


def _parts(words: str, lexicon: Lexicon) -> Iterator[str]:
    for part in lexicon.between_questions.split(words):
        if len(part.split()) > _FEWEST_WORDS:
            yield f" {part.strip(' ,')} "


def _sure(part: str, topics: frozenset[str], lexicon: Lexicon) -> set[str]:
    """What enough speaks for in one part, by the rules and the model together; the model is asked only about these."""
    said = intents_in(part, None, lexicon)
    named = said & topics
    return lexicon.learned.wishes(lexicon.learned.scores(part, None, said)) & named if named else set()
