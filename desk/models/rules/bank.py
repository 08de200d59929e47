"""The knowledge bank's full-text retrieval (AI-11, AI-13): which entry, if any, answers a question. Deterministic, no model.

Every question of an entry is indexed by its words; rare words weigh more than common ones (inverse document frequency). A
question is as alike to another as the weight of the words they share is of the weight of both together. Words of one meaning
(``ship``, ``deliver``) count as one. Only what shares a word is looked at, so that ten thousand entries answer in milliseconds.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache
from math import fsum, log

from desk.models.knowledge import Knowledge

_WORD = re.compile(r"[a-z0-9]+")
_SENTENCE = re.compile(r"[^.?!\n]+[.?!]*")
_STEM = 5  # letters of a word that count: "ships" and "shipping" are one word
_LONGEST = 600  # characters of a message that are looked at


@dataclass(frozen=True, eq=False)
class Terms:
    """What makes two words one: words that say nothing, and groups of one meaning."""

    small: frozenset[str]
    alike: Mapping[str, str]

    def of(self, text: str) -> frozenset[str]:
        """The telling words of a text, accents and endings aside."""
        return frozenset(self._one(word) for word in _WORD.findall(flat(text)) if word not in self.small)

    def _one(self, word: str) -> str:
        stem = word[:_STEM]
        return self.alike.get(stem, stem)


@lru_cache(maxsize=16)
def terms(small: tuple[str, ...], alike: tuple[tuple[str, ...], ...]) -> Terms:
    """Small words and groups of one meaning, as the playbook lists them."""
    groups = {flat(word)[:_STEM]: flat(first)[:_STEM] for first, *rest in alike for word in (first, *rest)}
    return Terms(frozenset(flat(word) for word in small), groups)


@dataclass(frozen=True, slots=True)
class Found:
    """The entry that answers best, and how alike the questions are, 0 to 1."""

    entry: Knowledge
    likeness: float


@dataclass(frozen=True)
class Bank:
    """The entries in force, indexed at the first question and kept until one of them changes."""

    entries: tuple[Knowledge, ...] = ()
    _indexes: dict[tuple[Terms, str], _Index] = field(default_factory=dict, compare=False, repr=False)

    def best(
        self,
        words: Terms,
        text: str,
        language: str,
        now: datetime,
        about: frozenset[str] = frozenset(),
        aside: frozenset[str] = frozenset(),
    ) -> Found | None:
        """The entry whose question is most like one of the text's sentences; of equals the older entry.

        With ``about`` only entries that share one of these words are looked at, and none that has one of ``aside``.
        """
        index = self._indexes.get((words, language))
        if index is None:
            index = self._indexes[words, language] = _Index(words, self.in_language(language))
        asked = (sentence for sentence in sentences(text[:_LONGEST]))
        found = [best for sentence in asked if (best := index.best(words.of(sentence), now, about, aside))]
        return max(found, key=lambda one: one.likeness, default=None)

    def in_language(self, language: str) -> tuple[Knowledge, ...]:
        return tuple(entry for entry in self.entries if entry.language == language)

    @cached_property
    def told(self) -> str:
        """All answers in one text, for whoever asks whether a link or a number is the store's own."""
        return "\n".join(entry.answer for entry in self.entries)

    def tagged(self, tag: str, language: str) -> Knowledge | None:
        """The first entry with a tag, such as the store's advantages."""
        return next((e for e in self.entries if e.language == language and tag in e.tags.split()), None)


class _Index:
    """Postings of one language's questions."""

    def __init__(self, words: Terms, entries: tuple[Knowledge, ...]) -> None:
        self._words = words
        self._asked = [(entry, words.of(q)) for entry in entries for q in questions(entry.question)]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for place, (_entry, own) in enumerate(self._asked):
            for word in own:
                self._postings[word].append(place)
        count = len(self._asked)
        self._rare = {word: log(1 + count / len(places)) for word, places in self._postings.items()}
        self._new = log(1 + count) if count else 1.0
        self._weight = [fsum(self._rare[word] for word in own) for _entry, own in self._asked]

    def best(
        self, asked: frozenset[str], now: datetime, about: frozenset[str], aside: frozenset[str]
    ) -> Found | None:
        """Rare words first: once nothing that shares only the commoner ones can be as alike, the rest is not looked at."""
        order = sorted(asked & self._rare.keys(), key=lambda word: (-self._rare[word], word))
        whole = fsum(self._rare.get(word, self._new) for word in asked)
        left, best, seen = fsum(self._rare[word] for word in order), (0.0, 0), set[int]()
        for word in order:
            if best[0] > 2 * left / (whole + left):
                break
            fresh = [place for place in self._postings[word] if place not in seen]
            seen.update(fresh)
            scored = (
                (self._likeness(place, asked, whole), -place)
                for place in fresh
                if self._may(place, now, about, aside)
            )
            best, left = max((best, *scored)), left - self._rare[word]
        return Found(self._asked[-best[1]][0], best[0]) if best[0] else None

    def _likeness(self, place: int, asked: frozenset[str], whole: float) -> float:
        shared = fsum(self._rare[word] for word in asked & self._asked[place][1])
        return 2 * shared / (whole + self._weight[place])

    def _may(self, place: int, now: datetime, about: frozenset[str], aside: frozenset[str]) -> bool:
        if not in_force(self._asked[place][0], now):
            return False
        told = self._about(place) if about or aside else frozenset()
        return (not about or bool(about & told)) and not aside & told

    def _about(self, place: int) -> frozenset[str]:
        """The words of an entry's question and tags."""
        entry, own = self._asked[place]
        return own | self._words.of(entry.tags.replace("_", " "))


def questions(text: str) -> list[str]:
    """An entry's questions, one a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def sentences(text: str) -> Iterator[str]:
    """A message's sentences, and the whole of it."""
    found = [sentence.strip() for sentence in _SENTENCE.findall(text) if sentence.strip()]
    yield from found
    if len(found) > 1:
        yield " ".join(found)


def asked_about(text: str, words: Terms, hints: Iterable[str]) -> str:
    """The sentence of a message that asks about something: one with a word of it, else the first question, else the whole."""
    about, found = words.of(" ".join(hints)), list(sentences(text[:_LONGEST]))[:-1]
    named = (sentence for sentence in found if about & words.of(sentence))
    asking = (sentence for sentence in found if sentence.endswith("?"))
    return next(named, next(asking, text))[: _LONGEST // 2].strip()


def likeness(one: str, other: str, words: Terms) -> float:
    """How alike two questions are by the words they share, 0 to 1."""
    left, right = words.of(one), words.of(other)
    return (
        2 * len(left & right) / (len(left) + len(right)) if left or right else float(flat(one) == flat(other))
    )


def in_force(entry: Knowledge, now: datetime) -> bool:
    """Whether an entry may be told at this moment."""
    begun = entry.valid_from is None or entry.valid_from <= now
    return entry.replaced_at is None and begun and (entry.valid_until is None or entry.valid_until > now)


def flat(text: str) -> str:
    """Lower case without accents."""
    return unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
