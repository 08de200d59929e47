"""Trains what weighs the reader's rules: `python -m tests.bench.train_reader [--leave-one-out]`; needs scipy.

One logistic regression per intent on the training parts only, solved exactly enough by accelerated gradient descent
on the dual, from zero and without chance: the same corpus always gives the same resources/reading/model.json.
What a rule found is told only of hands it was not widened on (`NEWS`): on the others it would look better than
it is. `--leave-one-out` trains on all hands but one and prints how the whole reader does on the hand left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from desk.models.intake.visible import visible_text
from desk.models.rules.reading import Lexicon
from desk.models.rules.reading.chooser import Chooser
from desk.models.rules.reading.intents import intents_in
from desk.models.rules.reading.learned import RULE, Learned, features
from desk.models.rules.reading.lexicon import without
from desk.models.rules.reading.normalise import normalise
from desk.models.rules.reading.optout import refusal_in
from desk.models.rules.reading.values import INTENTS
from desk.models.rules.reading.weights import number_of
from desk.services.lexicon import load_lexicon
from desk.services.read_command import message_from
from tests.bench import score_readings
from tests.bench.flat_regression import Row, Task, weights_of
from tests.bench.train_times import TIMES, train_times
from tests.bench.written import written_to

Hands = Mapping[str, list[dict[str, Any]]]
"""The lines of each hand."""
MODEL = Path("resources/reading/model.json")
NEWS = ("1", "2", "3", *map(str, range(8, 35)), *"ghiklmnopqr")
"""The hands on whose lines the rules for wishes were not widened, or hardly."""
PENALTY, FOLDS = 0.05, 3
RULED = 0.8
"""How much a rule that fired weighs beside words before anything is learned of either."""
OPTIONAL = 0.3
"""What a label counts that a reader may also leave out (not in `core`)."""
SURE = {
    "opt_out": 2.5, "stop_heard": 2.5, "stop_unsaid": -2.0, "stop_limited": -0.5, "stop_doubted": 0.9, "stop_beside": 1.5, "stop_certain": 1.5, "stop_final": -2.0, "stop_clause": 1.5, "stop_amid": 0.0,
    "stop_whole": -4.0, "stop_sure": 3.5, "stop_word": 1.5, "alone": -3.2, "wrong_number": 0.1, "time": 0.5, "doubt": 1.9, "whole": 0.65, "far": -5.0, "whole_far": 0.5, "confirm_time_cued": -1.5, "absurd": -1.25, "absurd_time": -3.0, "beyond_doubt": 0.5,
}  # fmt: skip
"""Where the model speaks up on its own: a stop that was read as another wish, one that no rule saw (`stop_heard`), one to ask about that no rule saw, that a rule saw, that a rule saw
beside a question about the trade, or in certain words; what such words, alone and within the message, must come to in the mean
to be sure all the same, and how little the whole of a longer message may sound like one for that (`stop_amid`); from where on a stop is so near that the encoder is heard; the likeliest wish
where nothing else is said, a time no rule read; from where on a wish that a turn of speech was found for (`_cued`) counts, one that a rule brought
is `absurd`, one that it took away is `beyond_doubt`; words find a wish `far` off, and what the whole counts for then; how near its limit a wish is in doubt, so that the encoder is heard, and for how
much that counts then."""
PLAIN = ("greeting", "no", "thanks", "unclear", "yes")
"""For these alone the encoder is not asked."""
SMALLEST = 5
"""Of so many features a third of the weights can be spared, and nothing is read otherwise."""
LEAST = {"": -0.75, "call_me": -0.25}
"""Log-odds from which an intent counts; "" is the usual one. Where a call was offered much sounds like a yes to it."""


@dataclass(frozen=True, slots=True)
class Example:
    """One line as the model sees it, the number of the line whose labels it has, and these, some of which a reader may also leave out."""

    number: str
    told: Row
    label: frozenset[str]
    optional: frozenset[str]


def examples(lines: Iterable[Mapping[str, Any]], lexicon: Lexicon, *, news: bool) -> list[Example]:
    """Gives the features and the labels of each line; what the rules found of it, if it is `news` to them."""
    rows = []
    for line in lines:
        message, want = message_from(line["in"]), line["want"]
        text = visible_text(message.text) if message.channel == "email" else message.text
        words = normalise(text, lexicon.spelling).words
        rest = without(words, refusal_in(words, message.channel, lexicon).spans)
        said = intents_in(rest, message.asked, lexicon) if news else set()
        label = frozenset(want["intents"])
        rows.append(
            Example(
                message.id,
                Row(
                    frozenset(map(number_of, features(words, message.asked, lexicon.learned.kin))),
                    frozenset(map(number_of, map(RULE.format, said))),
                ),
                label,
                label - set(want.get("core", label)) | set(want.get("either", ())),
            )
        )
    return rows


def known_of(hands: Hands, lexicon: Lexicon) -> list[Example]:
    """Gives everything that is trained on from these hands: their lines, and what was written to them."""
    rows = [row for hand, lines in hands.items() for row in examples(lines, lexicon, news=hand in NEWS)]
    every = [line for lines in hands.values() for line in lines]
    return [*rows, *examples(written_to(every), lexicon, news=True)]


def train(rows: list[Example]) -> dict[str, Any]:
    """Gives the table of model.json."""
    labels = np.array([[name in row.label for name in INTENTS] for row in rows], dtype=np.float32)
    worth = np.array(
        [[OPTIONAL if name in row.optional else 1 for name in INTENTS] for row in rows], np.float32
    )
    weights = weights_of([row.told for row in rows], Task(labels, worth, PENALTY, RULED, SMALLEST))
    thresholds = {"sure": SURE, "least": LEAST, "plain": PLAIN}
    return {"intents": list(INTENTS), "thresholds": thresholds, **weights}


def as_news(hands: Hands, lexicon: Lexicon) -> Iterator[tuple[Any, Lexicon]]:
    """Gives each line with a reader whose wishes were learned without it: on its own lines a model is too sure."""
    folds = {line["in"]["id"]: at % FOLDS for lines in hands.values() for at, line in enumerate(lines)}
    rows = known_of(hands, lexicon)
    for fold in range(FOLDS):
        there = with_model(lexicon, train([row for row in rows if folds.get(row.number) != fold]))
        yield from ((line, there) for lines in hands.values() for line in lines[fold::FOLDS])


def leave_one_out(lexicon: Lexicon, left_out: Iterable[str], *, wrong: bool) -> None:
    """Prints for each of these hands how the reader does on it with a model of the others."""
    hands = {
        score_readings.hand_of(path): list(score_readings.lines_of([path]))
        for path in score_readings.grown_on()
    }
    for left in left_out:
        others = {hand: lines for hand, lines in hands.items() if hand != left}
        times = train_times(as_news(others, lexicon))
        there = with_times(with_model(lexicon, train(known_of(others, lexicon))), times)
        result = score_readings.score(hands[left], there)
        print("\n".join([*(result.wrong if wrong else ()), f"hand {left}, model of the other hands"]))
        print("\n".join(score_readings.report(result)))


def with_model(lexicon: Lexicon, table: Mapping[str, Any]) -> Lexicon:
    """Gives the word lists with another model behind them, and no encoder: that one knows these lines."""
    return replace(lexicon, learned=Learned.of(lexicon.learned.kin, table))


def with_times(lexicon: Lexicon, table: Mapping[str, Any]) -> Lexicon:
    """Gives the word lists with another chooser of times."""
    return replace(lexicon, chooser=Chooser.of(table))


def main() -> None:
    """Trains on every training part and writes what was learned, or measures it on hands left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leave-one-out", nargs="*", metavar="HAND", help="these hands, or all")
    parser.add_argument("--wrong", action="store_true", help="also print each line that went wrong")
    chosen, lexicon = parser.parse_args(), load_lexicon()
    if chosen.leave_one_out is not None:
        leave_one_out(lexicon, chosen.leave_one_out or score_readings.GROWN_ON, wrong=chosen.wrong)
        return
    hands = {
        score_readings.hand_of(path): list(score_readings.lines_of([path]))
        for path in score_readings.grown_on()
    }
    _write(MODEL, train(known_of(hands, lexicon)))
    _write(TIMES, train_times(as_news(hands, lexicon)))


def _write(path: Path, table: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
