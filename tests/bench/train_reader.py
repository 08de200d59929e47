"""Trains the reader's learned fallback: `python -m tests.bench.train_reader [--leave-one-out]`; needs numpy.

One logistic regression per intent on the training parts only, solved exactly enough by accelerated gradient descent
on the dual, from zero and without chance: the same corpus always gives the same resources/reading/model.json.
`--leave-one-out` trains on all hands but one and prints what rules, model and both do on the hand left out.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from desk.models.intake.visible import visible_text
from desk.models.rules.reading import Lexicon
from desk.models.rules.reading.learned import Learned, features
from desk.models.rules.reading.normalise import normalise
from desk.models.rules.reading.values import INTENTS
from desk.services.lexicon import load_lexicon
from desk.services.read_command import message_from
from tests.bench import score_readings

MODEL = Path("resources/reading/model.json")
PENALTY, SEEN, STEPS = 0.08, 2, 200
SURE = {"opt_out": 0.4, "wrong_number": 0.1, "time": 0.5, "no_time": -3.0}
"""Where the model speaks up on its own: a stop no rule saw, a time no rule read, a time that is none."""
ADD = {
    "": -1.0, "wants_person": -0.3, "call_me": -0.5, "financing": -0.5, "vehicle_detail": -0.5, "yes": -0.5,
    "complaint": -0.5, "thanks": -0.5, "cancel": 0.0, "is_bot": 0.0, "trade_in": -1.3, "not_now": -1.3,
    "not_interested": -1.3, "bought_elsewhere": -1.3, "working_with_someone": -1.3, "already_bought_here": -1.3,
}  # fmt: skip
DROP = {
    "": -5.0, "call_me": -3.0, "vehicle_detail": -3.0, "not_now": -3.0, "thanks": -3.0, "financing": -3.0,
    "trade_in": -3.5, "history_report": -3.5, "hours": -3.5, "yes": -3.5, "reschedule": -4.0, "cancel": -4.0,
    "price": -4.0, "similar_vehicles": -4.0, "documents": -4.0, "is_bot": -4.0, "legal_threat": -4.0,
}  # fmt: skip
"""Log-odds above which a wish is added and below which one is taken back; "" is the usual one. Set once on hands
D and F, with rules and a model that had not seen them."""
SMALLEST = 6
"""Weights below so many hundredths are left out of the file."""


def examples(lines: Iterable[Mapping[str, Any]], lexicon: Lexicon) -> list[tuple[set[str], set[str]]]:
    """Gives the features and the labels of each line."""
    rows = []
    for line in lines:
        message = message_from(line["in"])
        text = visible_text(message.text) if message.channel == "email" else message.text
        words = normalise(text, lexicon.spelling).words
        rows.append((features(words, message.asked, lexicon.learned.kin), set(line["want"]["intents"])))
    return rows


def train(rows: list[tuple[set[str], set[str]]]) -> dict[str, Any]:
    """Gives the table of model.json."""
    seen = Counter(name for names, _ in rows for name in names)
    known = sorted(name for name, count in seen.items() if count >= SEEN)
    place = {name: at for at, name in enumerate(known)}
    rarity = np.array([math.log(1 + len(rows) / seen[name]) for name in known], dtype=np.float32)
    rarity /= rarity.mean()
    told = np.zeros((len(rows), len(known)), dtype=np.float32)
    for at, (names, _) in enumerate(rows):
        columns = [place[name] for name in names if name in place]
        told[at, columns] = rarity[columns] / max(len(columns), 1) ** 0.35
    labels = np.array([[name in intents for name in INTENTS] for _, intents in rows], dtype=np.float32)
    bias = np.log((labels.mean(0) + 1e-3) / (1 - labels.mean(0)))
    weights = (told.T @ _dual(told @ told.T, labels, bias)) * rarity[:, None]
    return {
        "intents": list(INTENTS),
        "bias": [round(float(value), 3) for value in bias],
        "thresholds": {"sure": SURE, "add": ADD, "drop": DROP},
        "weights": {name: _flat(weights[at]) for at, name in enumerate(known)},
    }


def _dual(gram: Any, labels: Any, bias: Any) -> Any:
    length = 0.25 * float(np.linalg.norm(gram, 2)) + PENALTY
    solution = ahead = np.zeros_like(labels)
    pace = 1.0
    for _ in range(STEPS):
        guess = 1 / (1 + np.exp(-(gram @ ahead + bias)))
        better = ahead - (guess - labels + PENALTY * ahead) / length
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead = better + (pace - 1) / faster * (better - solution)
        solution, pace = better, faster
    return solution


def _flat(row: Any) -> list[int]:
    whole = [(at, round(100 * float(weight))) for at, weight in enumerate(row)]
    return [number for at, weight in whole if abs(weight) >= SMALLEST for number in (at, weight)]


def leave_one_out(lexicon: Lexicon) -> None:
    """Prints for each hand what a model of the others adds to the rules."""
    hands = {path.name[5]: list(score_readings.lines_of([path])) for path in score_readings.grown_on()}
    rows = {hand: examples(lines, lexicon) for hand, lines in hands.items()}
    for left in hands:
        table = train([row for hand in hands if hand != left for row in rows[hand]])
        print(f"hand {left}, model of the other hands")
        print(
            "\n".join(
                score_readings.report(score_readings.score(hands[left], with_model(lexicon, table)))[:2]
            )
        )


def with_model(lexicon: Lexicon, table: Mapping[str, Any]) -> Lexicon:
    """Gives the word lists with another model behind them."""
    return replace(lexicon, learned=Learned.of(lexicon.learned.kin, table))


def main() -> None:
    """Trains on every training part and writes the model, or measures it on hands left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leave-one-out", action="store_true")
    lexicon = load_lexicon()
    if parser.parse_args().leave_one_out:
        leave_one_out(lexicon)
        return
    lines = list(score_readings.lines_of(score_readings.grown_on()))
    MODEL.write_text(
        json.dumps(train(examples(lines, lexicon)), separators=(",", ":"), ensure_ascii=False) + "\n"
    )


if __name__ == "__main__":
    main()
