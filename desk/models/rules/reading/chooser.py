"""Which of the times a message names is the visit's: what stands around each is weighed (AI-08, AI-09).

"Off at 4, so like 4:30", "flight lands 11:20, there by 1": no list of cues tells the hours apart in all the ways people
put them beside each other. The weights are data (resources/reading/times.json), made by `tests/bench/train_reader.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk.models.rules.reading.learned import tamed
from desk.models.rules.reading.values import Appointment
from desk.models.rules.reading.weights import Weights


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time that could be the visit's: its place among those told, the moment it names, and what stands around it."""

    at: int
    moment: Appointment
    features: frozenset[str]


@dataclass(frozen=True, slots=True)
class Chooser:
    """What was learned of times, and the log-odds from which one is taken for the visit's."""

    weights: Weights
    least: float

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Chooser:
        """Unpacks times.json; raises `KeyError` or `ValueError` for a damaged one."""
        return cls(Weights.of(table), table["least"])

    def pick(self, candidates: Sequence[Candidate]) -> Candidate | None:
        """Gives the likeliest of the times, the first said of equals; None where hardly anything speaks for any."""
        likely = [(self.score(one), one) for one in candidates]
        best, one = max(likely, key=lambda pair: pair[0], default=(self.least, None))
        return one if best > self.least else None

    def score(self, candidate: Candidate) -> float:
        """Gives how much speaks for a time being the visit's, in log-odds."""
        places = self.weights.places(candidate.features)
        return self.weights.bias[0] + self.weights.unit * tamed(len(places)) * self.weights.totals(places)[0]
