"""What a list of vehicles says, in the language of the message: translated where the words are known, else left out (AI-09, AI-11).

The lists are in English. A language that has words for them has a table (``words.feed`` of its templates, data); English has none
and says what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from desk.models.rules.known.speech import Speech
from desk.models.rules.reading.normalise import fold

_WORD = re.compile(r"[^\s,/]+")
_ABBREVIATION = 4  # "AWD", "V6": so many capitals at most are of every language


def as_is(speech: Speech) -> bool:
    """Whether the message is in the list's own language."""
    return not speech.word("feed.pair")


def translated(speech: Speech, told: str) -> str:
    """A column's words in the message's language; empty where they are not known.

    Of a color a maker's own addition is left out ("Midnight Black Metallic"): what remains is true of it.
    """
    if as_is(speech) or not told:
        return told
    if whole := _one(speech, "things", told):
        return whole
    things, colors, shades, unknown = _sorted(speech, told)
    if unknown and not colors:
        return ""
    look = " ".join([speech.word("and").join(colors), *shades]).strip()
    thing = " ".join(things)
    return speech.word("feed.pair").format(thing=thing, look=look) if thing and look else thing or look


def said(speech: Speech, told: str) -> str:
    """A column's words as the answer to who asked for that column: where they are not known, as the list has them."""
    return translated(speech, told) or told


def equipment(speech: Speech, items: Iterable[str], table: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Equipment of a list by the playbook's table of it; what is not in the table is left out of another language."""
    for item in items:
        if as_is(speech):
            yield item
        elif name := next((name for name, words in table.items() if _names(item, words)), ""):
            yield speech.word(f"feed.equipment.{name}") or item


def _names(item: str, words: Iterable[str]) -> bool:
    return _any_of(tuple(words)).search(fold(item)) is not None


@lru_cache(maxsize=128)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(fold(word)) for word in words)})(?!\w)")


def _sorted(speech: Speech, told: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """The words of a column by what they are: things, colors, shades, and those that are not known."""
    things, colors, shades, unknown = [], [], [], []
    for word in _WORD.findall(told):
        if any(letter.isdigit() for letter in word) or (word.isupper() and len(word) <= _ABBREVIATION):
            things.append(word)
        elif found := _one(speech, "things", word):
            things.append(found)
        elif found := _one(speech, "colors", word):
            colors.append(found)
        elif found := _one(speech, "shades", word):
            shades.append(found)
        else:
            unknown.append(word)
    return things, colors, shades, unknown


def _one(speech: Speech, kind: str, word: str) -> str:
    return speech.word(f"feed.{kind}.{fold(word)}")
