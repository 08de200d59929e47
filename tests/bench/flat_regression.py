"""Logistic regression over many named features, solved exactly enough, from zero and without chance; needs scipy.

The same rows always give the same weights. They are laid flat as `desk.models.rules.reading.weights` reads them.
"""

from __future__ import annotations

import math
from array import array
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from desk.models.rules.reading.learned import tamed

SEEN, STEPS = 2, 150
UNIT = 0.02
"""Weights are whole numbers of this many log-odds."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as numbers of features: the words of a text, and what the rules found of it, where that is told."""

    words: frozenset[int]
    said: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be learned: for each row its labels, and what each counts; how much weights are held back."""

    labels: Any
    worth: Any
    penalty: float
    ruled: float = 1.0
    """How much a rule that fired weighs beside words before anything is learned of either."""
    smallest: int = 3
    """Weights of fewer units than this are left out of the file."""


def weights_of(rows: Sequence[Row], task: Task) -> dict[str, Any]:
    """Gives the flat table of weights that `Weights.of` reads."""
    seen = Counter(number for row in rows for number in (*row.words, *row.said))
    rules = {number for row in rows for number in row.said}
    known = sorted(number for number, count in seen.items() if count >= SEEN)
    told, rarity = _told(rows, seen, known, rules, task.ruled)
    share = task.labels.mean(0)
    bias = np.log((share + 1e-3) / (1 - share))
    return _packed(known, _solved(told, task, bias) * rarity[:, None], bias, task.smallest)


def _told(
    rows: Sequence[Row], seen: Mapping[int, int], known: list[int], rules: set[int], ruled: float
) -> tuple[Any, Any]:
    """Gives what is told of each row: rare words weigh more, words of a long text less, rules all the same."""
    place = {number: at for at, number in enumerate(known)}
    rarity = np.array([math.log(1 + len(rows) / seen[number]) for number in known], dtype=np.float32)
    rarity /= rarity.mean()
    rarity[[at for at, number in enumerate(known) if number in rules]] = ruled
    ends, columns, values = [0], list[int](), list[float]()
    for row in rows:
        words = [place[number] for number in row.words if number in place]
        found = [place[number] for number in row.said if number in place]
        columns += words + found
        values += [*(rarity[words] * tamed(len(words))), *(ruled for _ in found)]
        ends.append(len(columns))
    return csr_matrix((np.array(values, np.float32), columns, ends), (len(rows), len(known))), rarity


def _solved(told: Any, task: Task, bias: Any) -> Any:
    """Gives the weights, by accelerated descent on the dual: one number for each row and label, from zero."""
    across = told.T.tocsr()
    length = 0.25 * _widest(told, across) * float(task.worth.max()) + task.penalty
    solution = ahead = np.zeros_like(task.labels)
    pace = 1.0
    for _ in range(STEPS):
        guess = 1 / (1 + np.exp(-(told @ (across @ ahead) + bias)))
        better = ahead - (task.worth * (guess - task.labels) + task.penalty * ahead) / length
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead = better + (pace - 1) / faster * (better - solution)
        solution, pace = better, faster
    return across @ solution


def _widest(told: Any, across: Any) -> float:
    """Gives the greatest eigenvalue of what rows have in common, a little above it to be safe."""
    ahead = np.ones(told.shape[0], dtype=np.float32)
    for _ in range(30):
        ahead = told @ (across @ ahead)
        length = float(np.linalg.norm(ahead))
        ahead /= length
    return 1.02 * length


def _packed(known: list[int], weights: Any, bias: Any, smallest: int) -> dict[str, Any]:
    """Lays the weights flat, as whole numbers that fit a byte, without features that say nothing."""
    whole = np.clip(np.rint(weights / UNIT), -127, 127).astype(int)
    whole[abs(whole) < smallest] = 0
    kept = [at for at in range(len(known)) if whole[at].any()]
    pairs = [(at, int(row[at])) for row in whole[kept] for at in np.nonzero(row)[0]]

    def flat(numbers: Iterable[int], size: str = "b") -> str:
        return b64encode(array(size, numbers).tobytes()).decode("ascii")

    return {
        "bias": [round(float(value), 3) for value in bias],
        "unit": UNIT,
        "features": flat((known[at] for at in kept), "I"),
        "counts": flat(int(np.count_nonzero(whole[at])) for at in kept),
        "whose": flat(at for at, _ in pairs),
        "weights": flat(weight for _, weight in pairs),
    }
