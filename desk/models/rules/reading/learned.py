"""What the fixed rules do not know: a small model over words and their kin, trained on the labelled corpus (AI-09).

It stands behind the rules: it adds a wish that it is sure of and takes back one that it is very sure is none, never
an opt-out (R2). Its weights are data (resources/reading/model.json), made by `tests/bench/train_reader.py`; it is
pure arithmetic on them, so that the same text always gives the same scores.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_DIGIT = re.compile(r"\d")
_NEAR = 5
"""How many words on a word of the same sentence still counts as said together with it."""
_LENGTHS = (1, 2, 3, 7, 15, 30)
_DAMPING = 0.35
"""Tames long messages: the sum of the weights is divided by this power of their count."""


@dataclass(frozen=True, slots=True)
class Kin:
    """Which words are of one kind: whole words, and beginnings of words by their first three letters."""

    whole: Mapping[str, tuple[str, ...]]
    starts: Mapping[str, tuple[tuple[str, str], ...]]
    days: frozenset[str]
    months: frozenset[str]

    @classmethod
    def of(
        cls, concepts: Mapping[str, str], cars: Iterable[str], days: Iterable[str], months: Iterable[str]
    ) -> Kin:
        """Compiles the table of concepts; `cars` are the words of makes and models."""
        days, whole = frozenset(days), dict[str, list[str]]()
        starts: dict[str, list[tuple[str, str]]] = {}
        for name, line in concepts.items():
            for word in line.split():
                if word.endswith("*"):
                    starts.setdefault(word[:3].rstrip("*"), []).append((word[:-1], name))
                else:
                    whole.setdefault(word, []).append(name)
        for word in cars:
            whole.setdefault(word, []).append("car")
        for day in days:
            whole.setdefault(day, []).append("time")
        return cls(
            {word: tuple(names) for word, names in whole.items()},
            {start: tuple(rows) for start, rows in starts.items()},
            days,
            frozenset(months) - {"may", "mar", "march"},
        )

    def kinds(self, word: str) -> tuple[str, ...]:
        """Gives the kinds a plain word belongs to, most often none or one."""
        named = [*self.whole.get(word, ())]
        for key in {word[:2], word[:3]}:
            named += [name for start, name in self.starts.get(key, ()) if word.startswith(start)]
        if word[0].isdigit():
            named.append("num")
        elif word[0] == "$":
            named.append("money")
        return tuple(sorted(set(named)))

    def token(self, word: str) -> str:
        """Gives the word as the model counts it: figures by their shape, days and months as one word each."""
        if word[0] == "$":
            return "$n"
        if word[0].isdigit():
            return _DIGIT.sub("9", word)[:6]
        if word in self.days:
            return "<wd>"
        return "<mo>" if word in self.months else word


@dataclass(frozen=True, slots=True)
class Learned:
    """The trained weights: for each feature its pairs of intent and hundredths, the biases, and where to act on the sum.

    All pairs lie in two flat arrays and ``rows`` says where a feature's are: as tuples they would be half a million objects.
    """

    kin: Kin
    intents: tuple[str, ...]
    bias: tuple[float, ...]
    rows: Mapping[str, slice]
    whose: array[int]
    weights: array[int]
    sure: Mapping[str, float]
    add: Mapping[str, float]
    drop: Mapping[str, float]

    @classmethod
    def of(cls, kin: Kin, table: Mapping[str, Any]) -> Learned:
        """Unpacks model.json: weights are whole numbers, flat pairs of intent and hundredths."""
        rows, whose, weights = dict[str, slice](), array("b"), array("h")
        for name, flat in table["weights"].items():
            whose.extend(flat[::2])
            weights.extend(flat[1::2])
            rows[name] = slice(len(whose) - len(flat) // 2, len(whose))
        return cls(
            kin, tuple(table["intents"]), tuple(table["bias"]), rows, whose, weights, **table["thresholds"]
        )

    def scores(self, words: str, asked: str | None) -> dict[str, float]:
        """Gives for each intent how much speaks for it; 0 is even odds, in units of log-odds."""
        known = [row for name in features(words, asked, self.kin) if (row := self.rows.get(name)) is not None]
        totals = [0] * len(self.intents)
        for row in known:
            for at, weight in zip(self.whose[row], self.weights[row], strict=True):
                totals[at] += weight
        scale = 100 * max(len(known), 1) ** _DAMPING
        return {name: self.bias[at] + totals[at] / scale for at, name in enumerate(self.intents)}

    def second(self, found: set[str], scores: Mapping[str, float], fixed: frozenset[str]) -> set[str]:
        """Gives what was found with the sure misses added and the sure mistakes out; `fixed` is left to the rules."""
        added = {name for name, score in scores.items() if score > self.add.get(name, self.add[""])}
        drop = {name for name in found - fixed if scores.get(name, 0) <= self.drop.get(name, self.drop[""])}
        return (found - drop) | (added - fixed - {"unclear"})


def features(words: str, asked: str | None, kin: Kin) -> set[str]:
    """Gives the features of a plain text: words, pairs of neighbours, kinds, and kinds near each other."""
    plain = [word for word in words.split() if word != ","]
    tokens = ["^", *(kin.token(word) for word in plain), "$"]
    kinds = [(), *(kin.kinds(word) for word in plain), ()]
    found = {*tokens, *(f"{one} {two}" for one, two in pairwise(tokens))}
    found.update(f"{word[:4]}~" for word in tokens if len(word) >= 5 and word[0].isalpha())
    found.update(f"{word[:5]}~" for word in tokens if len(word) >= 7 and word[0].isalpha())
    for at, mine in enumerate(kinds):
        for name in mine:
            found.update((f"@{name}", f"@{name} {tokens[at + 1]}", f"{tokens[at - 1]} @{name}"))
            found.update(f"@{name}>{other}" for other in _kinds_after(at, tokens, kinds) if other != name)
    found.add(f"len{sum(1 for limit in _LENGTHS if len(plain) > limit)}")
    if asked:
        found.update((f"A={asked}", *(f"A={asked} {word}" for word in tokens[1:4])))
    return found


def _kinds_after(at: int, tokens: list[str], kinds: list[tuple[str, ...]]) -> Iterable[str]:
    for near in range(at + 1, min(at + _NEAR, len(tokens))):
        if tokens[near] in ".?":
            return
        yield from kinds[near]
