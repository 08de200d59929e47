"""Weighs what the fixed rules found against the words themselves: a small model, trained on the corpus (AI-09).

A rule that fires is evidence for its wish, as much as it proved to be on messages written after it; words and their
kin are the rest. An opt-out that a rule found is never weighed (R2). The weights are data
(resources/reading/model.json), made by `tests/bench/train_reader.py`; it is pure arithmetic on them, so that the same
text always gives the same scores.
"""

from __future__ import annotations

import math
import re
from array import array
from base64 import b64decode
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

_DIGIT = re.compile(r"\d")
_NEAR = 5
"""How many words on a word of the same sentence still counts as said together with it."""
_LENGTHS = (1, 2, 3, 7, 15, 30)
RULE = "rule:{}"
"""The feature of a rule that fired."""
DAMPING = 0.35
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
    """The trained weights, and for each intent the log-odds from which it counts.

    The weights of feature number ``place[name]`` begin at ``ends`` of the one before and stop at its own; ``whose``
    names the intent of each. They are flat on purpose: as objects they would take twenty times the room.
    """

    kin: Kin
    intents: tuple[str, ...]
    bias: tuple[float, ...]
    place: Mapping[str, int]
    ends: array[int]
    whose: bytes
    weights: array[int]
    unit: float
    sure: Mapping[str, float]
    least: Mapping[str, float]

    @classmethod
    def of(cls, kin: Kin, table: Mapping[str, Any]) -> Learned:
        """Unpacks model.json; raises `KeyError` or `ValueError` for a damaged one."""
        names = table["features"].split("\t")
        return cls(
            kin=kin,
            intents=tuple(table["intents"]),
            bias=tuple(table["bias"]),
            place={name: at for at, name in enumerate(names)},
            ends=array("I", accumulate(b64decode(table["counts"]), initial=0)),
            whose=b64decode(table["whose"]),
            weights=array("b", b64decode(table["weights"])),
            unit=table["unit"],
            **table["thresholds"],
        )

    def scores(self, words: str, asked: str | None, said: Collection[str]) -> dict[str, float]:
        """Gives for each intent how much speaks for it, in log-odds, by a text and what the rules `said` of it."""
        text, rules = self._rows(features(words, asked, self.kin)), self._rows(map(RULE.format, said))
        tame = self.unit / max(len(text), 1) ** DAMPING
        pairs = zip(self.bias, self._total(text), self._total(rules), strict=True)
        summed = (bias + tame * told + self.unit * ruled for bias, told, ruled in pairs)
        return dict(zip(self.intents, summed, strict=True))

    def _rows(self, names: Iterable[str]) -> list[int]:
        return [row for name in names if (row := self.place.get(name)) is not None]

    def _total(self, rows: Iterable[int]) -> list[int]:
        totals, whose, weights, ends = [0] * len(self.intents), self.whose, self.weights, self.ends
        for row in rows:
            told = slice(ends[row], ends[row + 1])
            for at, weight in zip(whose[told], weights[told], strict=True):
                totals[at] += weight
        return totals

    def wishes(self, scores: Mapping[str, float]) -> set[str]:
        """Gives the intents that enough speaks for."""
        usual = self.least[""]
        return {name for name, score in scores.items() if score > self.least.get(name, usual)}

    def likeliest(self, scores: Mapping[str, float], among: Collection[str]) -> set[str]:
        """Gives the one intent that most speaks for, where a message says nothing else and that is enough."""
        best = max(among, key=lambda name: scores.get(name, -math.inf))
        return {best} if scores.get(best, -math.inf) > self.sure["alone"] else set()


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
