"""Trains what weighs the reader's rules: `python -m tests.bench.train_reader [--leave-one-out]`; needs numpy.

One logistic regression per intent on the training parts only, solved exactly enough by accelerated gradient descent
on the dual, from zero and without chance: the same corpus always gives the same resources/reading/model.json.
What a rule found is told only of hands it was not widened on (`NEWS`): on the others it would look better than
it is. `--leave-one-out` trains on all hands but one and prints how the whole reader does on the hand left out.
"""

from __future__ import annotations

import argparse
import json
import math
from array import array
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from desk.models.intake.visible import visible_text
from desk.models.rules.reading import Lexicon
from desk.models.rules.reading.intents import intents_in
from desk.models.rules.reading.learned import DAMPING, RULE, Learned, features
from desk.models.rules.reading.lexicon import without
from desk.models.rules.reading.normalise import normalise
from desk.models.rules.reading.optout import refusal_in
from desk.models.rules.reading.values import INTENTS
from desk.services.lexicon import load_lexicon
from desk.services.read_command import message_from
from tests.bench import score_readings

MODEL = Path("resources/reading/model.json")
NEWS = ("1", "2", "3", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r")
"""The hands on whose lines the rules for wishes were not widened, or hardly."""
PENALTY, SEEN, STEPS = 0.08, 2, 150
RULED = 0.8
"""How much a rule that fired weighs beside words before anything is learned of either."""
OPTIONAL = 0.3
"""What a label counts that a reader may also leave out (not in `core`)."""
UNIT, SMALLEST = 0.02, 3
"""Weights are whole numbers of this many log-odds; smaller ones are left out of the file."""
SURE = {
    "opt_out": 2.0, "stop_unsaid": -1.6, "stop_doubted": -3.0, "stop_beside": -1.5, "alone": -3.2,
    "wrong_number": 0.1, "time": 0.5, "no_time": -3.0, "visit": -1.0,
}  # fmt: skip
"""Where the model speaks up on its own: a stop no rule saw, one to ask about that no rule saw, that a rule saw, or that
a rule saw beside a question about the trade, the likeliest wish where nothing else is said, a time no rule read, a time that is none, a time that is for a visit whatever
words stand beside it."""
LEAST = {"": -1.1}
"""Log-odds from which an intent counts; "" is the usual one."""


@dataclass(frozen=True, slots=True)
class Example:
    """One line as the model sees it; `said` is what the rules found, where that is told."""

    words: frozenset[str]
    said: frozenset[str]
    label: frozenset[str]
    optional: frozenset[str]


def examples(hand: str, lines: Iterable[Mapping[str, Any]], lexicon: Lexicon) -> list[Example]:
    """Gives the features and the labels of each line of a hand."""
    rows = []
    for line in lines:
        message, want = message_from(line["in"]), line["want"]
        text = visible_text(message.text) if message.channel == "email" else message.text
        words = normalise(text, lexicon.spelling).words
        rest = without(words, refusal_in(words, message.channel, lexicon).spans)
        said = intents_in(rest, message.asked, lexicon) if hand in NEWS else set()
        label = frozenset(want["intents"])
        rows.append(
            Example(
                frozenset(features(words, message.asked, lexicon.learned.kin)),
                frozenset(map(RULE.format, said)),
                label,
                label - set(want.get("core", label)) | set(want.get("either", ())),
            )
        )
    return rows


def train(rows: list[Example]) -> dict[str, Any]:
    """Gives the table of model.json."""
    seen = Counter(name for row in rows for name in (*row.words, *row.said))
    known = sorted(name for name, count in seen.items() if count >= SEEN)
    place = {name: at for at, name in enumerate(known)}
    told, rarity = _told(rows, seen, place)
    labels = np.array([[name in row.label for name in INTENTS] for row in rows], dtype=np.float32)
    worth = np.array(
        [[OPTIONAL if name in row.optional else 1 for name in INTENTS] for row in rows], np.float32
    )
    bias = np.log((labels.mean(0) + 1e-3) / (1 - labels.mean(0)))
    weights = (told.T @ _dual(told @ told.T, labels, worth, bias)) * rarity[:, None]
    return _packed(known, weights, bias)


def _told(rows: list[Example], seen: Mapping[str, int], place: Mapping[str, int]) -> tuple[Any, Any]:
    """Gives what is told of each row: rare words weigh more, words of a long text less, rules as `RULED`."""
    rarity = np.array([math.log(1 + len(rows) / seen[name]) for name in place], dtype=np.float32)
    rarity /= rarity.mean()
    rarity[[at for name, at in place.items() if name.startswith(RULE.format(""))]] = RULED
    told = np.zeros((len(rows), len(place)), dtype=np.float32)
    for at, row in enumerate(rows):
        words = [place[name] for name in row.words if name in place]
        rules = [place[name] for name in row.said if name in place]
        told[at, words] = rarity[words] / max(len(words), 1) ** DAMPING
        told[at, rules] = RULED
    return told, rarity


def _dual(gram: Any, labels: Any, worth: Any, bias: Any) -> Any:
    length = 0.25 * _widest(gram) + PENALTY
    solution = ahead = np.zeros_like(labels)
    pace = 1.0
    for _ in range(STEPS):
        guess = 1 / (1 + np.exp(-(gram @ ahead + bias)))
        better = ahead - (worth * (guess - labels) + PENALTY * ahead) / length
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead = better + (pace - 1) / faster * (better - solution)
        solution, pace = better, faster
    return solution


def _widest(gram: Any) -> float:
    """Gives the greatest eigenvalue, a little above it to be safe."""
    ahead = np.ones(len(gram), dtype=np.float32)
    for _ in range(30):
        ahead = gram @ ahead
        length = float(np.linalg.norm(ahead))
        ahead /= length
    return 1.02 * length


def _packed(known: list[str], weights: Any, bias: Any) -> dict[str, Any]:
    """Lays the weights flat, as whole numbers that fit a byte, without features that say nothing."""
    whole = np.clip(np.rint(weights / UNIT), -127, 127).astype(int)
    whole[abs(whole) < SMALLEST] = 0
    kept = [at for at in range(len(known)) if whole[at].any()]
    pairs = [(at, int(row[at])) for row in whole[kept] for at in np.nonzero(row)[0]]

    def flat(numbers: Iterable[int]) -> str:
        return b64encode(array("b", numbers).tobytes()).decode("ascii")

    return {
        "intents": list(INTENTS),
        "bias": [round(float(value), 3) for value in bias],
        "unit": UNIT,
        "thresholds": {"sure": SURE, "least": LEAST},
        "features": "\t".join(known[at] for at in kept),
        "counts": flat(int(np.count_nonzero(whole[at])) for at in kept),
        "whose": flat(at for at, _ in pairs),
        "weights": flat(weight for _, weight in pairs),
    }


def leave_one_out(lexicon: Lexicon, left_out: Iterable[str], *, wrong: bool) -> None:
    """Prints for each of these hands how the reader does on it with a model of the others."""
    hands = {path.name[5]: list(score_readings.lines_of([path])) for path in score_readings.grown_on()}
    rows = {hand: examples(hand, lines, lexicon) for hand, lines in hands.items()}
    for left in left_out:
        table = train([row for hand in hands if hand != left for row in rows[hand]])
        result = score_readings.score(hands[left], with_model(lexicon, table))
        print("\n".join([*(result.wrong if wrong else ()), f"hand {left}, model of the other hands"]))
        print("\n".join(score_readings.report(result)))


def with_model(lexicon: Lexicon, table: Mapping[str, Any]) -> Lexicon:
    """Gives the word lists with another model behind them."""
    return replace(lexicon, learned=Learned.of(lexicon.learned.kin, table))


def main() -> None:
    """Trains on every training part and writes the model, or measures it on hands left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leave-one-out", nargs="*", metavar="HAND", help="these hands, or all")
    parser.add_argument("--wrong", action="store_true", help="also print each line that went wrong")
    chosen, lexicon = parser.parse_args(), load_lexicon()
    if chosen.leave_one_out is not None:
        leave_one_out(lexicon, chosen.leave_one_out or score_readings.GROWN_ON, wrong=chosen.wrong)
        return
    rows = [
        row
        for path in score_readings.grown_on()
        for row in examples(path.name[5], score_readings.lines_of([path]), lexicon)
    ]
    MODEL.write_text(json.dumps(train(rows), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
