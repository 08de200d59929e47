"""Says what the engine said in the person's language: a sentence with values in it is found again by its pattern.

The engine writes US English, and most of what it says lies in the store: reasons, tasks, alerts. The catalogue holds the pattern of
each sentence (``Waits until {when}``) as it was made. A text may be one of them, or several put together; of all ways to read it the
one counts that leaves the fewest letters unsaid. Names, numbers and what people wrote fit none and stay as they are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from string import Formatter
from typing import NamedTuple

#: Where sentences are put together, from the loosest joint to the tightest.
_JOINTS = ("\n", " · ", "; ", ". ", " (", ": ", ", ")
_WORD = re.compile(r"[^\W\d_]{2,}")
_RULE = re.compile(r"[a-z_]+")  # stands before a reason's own name: ladder.No-show
_FIGURES = re.compile(r"[\d\s.,:/–-]*[AP]M")
_LETTER = re.compile(r"[^\W\d_]")
#: Fewer letters than these are no sentence but a word like any other: "{one} of {all}"; after a capital letter fewer do.
_LEAST, _LEAST_AFTER_CAPITAL = 4, 3
#: What joins two names, and no two sentences.
_LINK, _LINKED = re.compile(r"\{\w+\} (and|or|to) \{\w+\}"), 60
#: A longer text of which more than half would stay unsaid is what somebody wrote, and is left whole.
_SHORT = 60
_LONGEST, _SINGLE = 1500, 3
#: How many fitting patterns are read on a text, on a value in it, and so on.
_TRIED = (6, 4, 2, 0)


class _Reading(NamedTuple):
    words: str
    unsaid: int


class _Pattern(NamedTuple):
    source: str
    names: tuple[str, ...]
    fits: re.Pattern[str]
    letters: int


class Told:
    """``tell`` says a text of the engine's; ``translate`` gives a catalogue's sentence in the person's language."""

    def __init__(self, sentences: Iterable[str], translate: Callable[[str], str]) -> None:
        self._translate = translate
        self._plain: set[str] = set()
        self._by_word: dict[str, list[_Pattern]] = defaultdict(list)
        for sentence in sentences:
            self._learn(sentence)
        self._read = lru_cache(maxsize=16_384)(self._reading)

    def tell(self, text: str) -> str:
        return self._read(text, 0).words if len(text) <= _LONGEST else text

    def _learn(self, sentence: str) -> None:
        parts = list(Formatter().parse(sentence))
        letters = "".join(before for before, *_rest in parts)
        count = len(_LETTER.findall(letters))
        if all(field is None for _before, field, *_rest in parts):
            self._plain.add(letters)
        elif _LINK.fullmatch(sentence) or count >= _least(sentence):
            words = [word for before, *_rest in parts for word in _WORD.findall(before)]
            self._by_word[max(words, key=len)].append(_pattern(sentence, count))

    def _reading(self, text: str, deep: int) -> _Reading:
        if not _WORD.search(text) or _FIGURES.fullmatch(text) or (text[0] == "“" and text[-1] == "”"):
            return _Reading(text, 0)  # nothing to say, or what somebody else said
        if text in self._plain:
            return _Reading(self._translate(text), 0)
        if deep == len(_TRIED):
            return _unsaid(text)
        best = _unsaid(text)
        for way in chain(
            self._as_changed(text, deep), self._as_one(text, deep), self._as_several(text, deep)
        ):
            best = min(best, way, key=lambda each: each.unsaid)
            if not best.unsaid:
                break
        is_ours = "\n" in text or len(text) <= _SHORT
        return best if is_ours or best.unsaid <= _unsaid(text).unsaid / 2 else _unsaid(text)

    def _as_one(self, text: str, deep: int) -> Iterator[_Reading]:
        """As one sentence with values in it; what says more is tried first."""
        near = {pattern for word in set(_WORD.findall(text)) for pattern in self._by_word.get(word, ())}
        fitting = (
            (pattern, found)
            for pattern in sorted(near, key=lambda each: -each.letters)
            if (len(text) <= _LINKED or not _LINK.fullmatch(pattern.source))
            and (found := pattern.fits.fullmatch(text))
        )
        for pattern, found in islice(fitting, _TRIED[deep]):
            values = [self._read(value, deep + 1) for value in found.groups()]
            words = dict(zip(pattern.names, (value.words for value in values), strict=True))
            yield _Reading(
                self._translate(pattern.source).format(**words), sum(each.unsaid for each in values)
            )

    def _as_several(self, text: str, deep: int) -> Iterator[_Reading]:
        """Apart at its loosest joint; words without any joint one by one, where each is known."""
        joint = next((each for each in _JOINTS if each in text), "" if text.count(" ") >= _SINGLE else " ")
        if joint and joint in text:
            parts = [self._read(part, deep + (joint == " ")) for part in text.split(joint)]
            if joint != " " or not any(part.unsaid for part in parts):
                yield _Reading(joint.join(part.words for part in parts), sum(part.unsaid for part in parts))
        yield from self._as_phrase(text, deep)

    def _as_phrase(self, text: str, deep: int) -> Iterator[_Reading]:
        """ "Kim Doe wants a person", "said stop Mar 3": a phrase of the catalogue, and who or when."""
        for space in re.finditer(" ", text):
            first, last = text[: space.start()], text[space.end() :]
            if last in self._plain and " " in last:
                who = self._read(first, deep + 1)
                yield _Reading(f"{who.words} {self._translate(last)}", who.unsaid)
            bare = first.rstrip(",")
            if bare in self._plain and " " in bare:
                what = self._read(last, deep + 1)
                yield _Reading(f"{self._translate(bare)}{first[len(bare) :]} {what.words}", what.unsaid)

    def _as_changed(self, text: str, deep: int) -> Iterator[_Reading]:
        """Without the point at its end, with its first letter made small or large for its place, or a code made of words."""
        if text[-1] in ".:)…" and len(text) > 1:
            told = self._read(text[:-1], deep)
            yield _Reading(told.words + text[-1], told.unsaid)
        rule, dot, rest = text.partition(".")
        if dot and rest and _RULE.fullmatch(rule) and not rest[0].isspace():
            told = self._read(rest, deep)
            yield _Reading(f"{rule}.{told.words}", told.unsaid)
        words = text.replace("_", " ")
        if words in self._plain:
            yield _Reading(self._translate(words), 0)
        other = words[0].swapcase() + words[1:]
        if other in self._plain:
            told = self._translate(other)
            yield _Reading((told[0].upper() if words[0].isupper() else told[0].lower()) + told[1:], 0)


def _least(sentence: str) -> int:
    return _LEAST_AFTER_CAPITAL if sentence[0].isupper() else _LEAST


def _unsaid(text: str) -> _Reading:
    return _Reading(text, len(_LETTER.findall(text)))


def _pattern(sentence: str, letters: int) -> _Pattern:
    fits, names = "", []
    for before, field, *_rest in Formatter().parse(sentence):
        fits += re.escape(before)
        if field is not None:
            fits += "(.*?)"
            names.append(field)
    return _Pattern(sentence, tuple(names), re.compile(fits, re.DOTALL), letters)
