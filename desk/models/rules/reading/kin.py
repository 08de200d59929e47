"""Which words are of one kind, and how a word is counted by what was learned of it (AI-09).

The kinds are data (resources/reading/concepts.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_DIGIT = re.compile(r"\d")


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
