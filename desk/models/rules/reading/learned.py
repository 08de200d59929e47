"""Weighs what the fixed rules found against the words themselves: a small model, trained on the corpus (AI-09).

A rule that fires is evidence for its wish, as much as it proved to be on messages written after it; words and their
kin are the rest. An opt-out that a rule found is never weighed (R2). The weights are data
(resources/reading/model.json), made by `tests/bench/train_reader.py`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

from desk.models.rules.reading.kin import Kin
from desk.models.rules.reading.weights import Weights

_NEAR = 5
"""How many words on a word of the same sentence still counts as said together with it."""
_LENGTHS = (1, 2, 3, 7, 15, 30)
RULE = "rule:{}"
"""The feature of a rule that fired."""
DAMPING = 0.25
"""Tames long messages: the sum of the weights is divided by this power of their count."""


class WholeText(Protocol):
    """What reads a text by all its words in their order, as the sentence encoder does."""

    def scores(self, words: str, asked: str | None) -> Mapping[str, float]:
        """Gives for each intent how much speaks for it, in log-odds."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned of wishes, and for each intent the log-odds from which it counts."""

    kin: Kin
    intents: tuple[str, ...]
    weights: Weights
    sure: Mapping[str, float]
    least: Mapping[str, float]
    plain: Collection[str]
    """The small words of talk, for which alone no text is read a second time."""
    whole: WholeText | None = None

    @classmethod
    def of(cls, kin: Kin, table: Mapping[str, Any], whole: WholeText | None = None) -> Learned:
        """Unpacks model.json; raises `KeyError` or `ValueError` for a damaged one."""
        return cls(kin, tuple(table["intents"]), Weights.of(table), **table["thresholds"], whole=whole)

    def weighed(
        self, words: str, asked: str | None, said: Collection[str], *, stops: bool = False
    ) -> dict[str, float]:
        """Gives what `scores` does; where that leaves a wish in doubt, or a stop was read or is not far, the text as a whole is heard too."""
        scores = self.scores(words, asked, said)
        stops = stops or scores.get("opt_out", -math.inf) > self.sure["stop_whole"]
        if self.whole is None or not (stops or any(map(self._is_in_doubt, scores.items()))):
            return scores
        whole = self.whole.scores(words, self._known(asked))
        both = {name: self._both(score, whole[name]) for name, score in scores.items()}
        return both if self._knows_any(words) else {**scores, "opt_out": both.get("opt_out", -math.inf)}

    def _both(self, score: float, whole: float) -> float:
        """What the words and the whole come to together: the whole counts for more, but not where the words find a wish absurd."""
        share = self.sure["whole" if score > self.sure["far"] else "whole_far"]
        return (1 - share) * score + share * whole

    def _known(self, asked: str | None) -> str | None:
        """The question, if there were answers to it to learn from; of another one the name alone would be taken for words."""
        return asked if self.weights.places([f"A={asked}"]) else None

    def _knows_any(self, words: str) -> bool:
        """Whether a single word was ever seen: of nonsense the whole would make some wish, and only a stop may be one."""
        return bool(
            self.weights.places({self.kin.token(word) for word in words.split() if word[0].isalnum()})
        )

    def _is_in_doubt(self, scored: tuple[str, float]) -> bool:
        name, score = scored
        return (
            name not in self.plain and abs(score - self.least.get(name, self.least[""])) < self.sure["doubt"]
        )

    def scores(self, words: str, asked: str | None, said: Collection[str]) -> dict[str, float]:
        """Gives for each intent how much speaks for it, in log-odds, by a text and what the rules `said` of it."""
        learned = self.weights
        text = learned.places(features(words, asked, self.kin))
        rules = learned.totals(learned.places(map(RULE.format, said)))
        tame = tamed(len(text))
        pairs = zip(learned.bias, learned.totals(text), rules, strict=True)
        summed = (bias + learned.unit * (tame * told + ruled) for bias, told, ruled in pairs)
        return dict(zip(self.intents, summed, strict=True))

    def wishes(self, scores: Mapping[str, float]) -> set[str]:
        """Gives the intents that enough speaks for."""
        usual = self.least[""]
        return {name for name, score in scores.items() if score > self.least.get(name, usual)}

    def may_be(self, name: str, scores: Mapping[str, float]) -> bool:
        """Says whether a wish that a cue was found for is likely enough, where it may be a mere turn of speech ("ok, show me minivans")."""
        return scores.get(name, 0.0) > self.sure[f"{name}_cued"]

    def likeliest(self, scores: Mapping[str, float], among: Collection[str]) -> set[str]:
        """Gives the one intent that most speaks for, where a message says nothing else and that is enough.

        None where more speaks for its being unclear.
        """
        best = max((*among, "unclear"), key=lambda name: scores.get(name, -math.inf))
        enough = best in among and scores.get(best, -math.inf) > self.sure["alone"]
        return {best} if enough else set()


def tamed(count: int) -> float:
    """Gives what the sum of so many weights is taken by: a long message says a little of everything."""
    return float(max(count, 1) ** -DAMPING)


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
