"""The knowledge bank: which entry answers a question, measured on a corpus, and when it is silent (AI-11, AI-13)."""

from __future__ import annotations

import csv
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk.models.knowledge import Knowledge
from desk.models.rules.bank import Bank, asked_about, likeness, questions, sentences
from desk.models.rules.replies.knowledge import words_of
from tests.models.rules.stage_of_one import RECEIVED, book

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "tests" / "data" / "knowledge" / "questions.jsonl"
STARTER = ROOT / "resources" / "knowledge" / "starter.csv"
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.75


def entry(number: int, question: str, answer: str = "Yes.", language: str = "en", **more: Any) -> Knowledge:
    told = {"id": f"k{number}", "entry": f"e{number:05d}", "version": 1, "tags": "", "at": RECEIVED} | more
    return Knowledge(question=question, answer=answer, language=language, **told)


def starter() -> Bank:
    with STARTER.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return Bank(
        tuple(
            entry(
                number, row["question"].replace(" | ", "\n"), row["answer"], row["language"], tags=row["tags"]
            )
            for number, row in enumerate(rows)
        )
    )


def measured(part: int, threshold: float) -> tuple[float, float]:
    """Precision and recall on the even (tuned on) or the odd (reported) questions of the corpus."""
    told = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()][part::2]
    bank, words = starter(), words_of(book())
    said = right = 0
    for row in told:
        found = bank.best(words, row["text"], row["language"], RECEIVED)
        if found is not None and found.likeness >= threshold:
            said += 1
            right += questions(found.entry.question)[0] == row["answer"]
    return right / said, right / sum(row["answer"] is not None for row in told)


@pytest.mark.requirement("AI-13", "AI-11")
@pytest.mark.parametrize("part", [0, 1])
def test_the_threshold_holds_on_the_corpus(part: int) -> None:
    precision, recall = measured(part, book().number("knowledge.threshold"))
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL


@pytest.mark.requirement("AI-13")
def test_a_lower_threshold_would_say_more_and_be_wrong_more_often() -> None:
    threshold = book().number("knowledge.threshold")
    assert measured(1, threshold - 0.2)[0] < measured(1, threshold)[0]
    assert measured(1, threshold + 0.2)[1] < measured(1, threshold)[1]


@pytest.mark.requirement("AI-13")
def test_an_entry_is_told_only_within_its_time_and_version() -> None:
    day, words = timedelta(days=1), words_of(book())
    asked = "Do you ship out of state?"
    for more, known in (
        ({}, True), ({"valid_from": RECEIVED + day}, False), ({"valid_until": RECEIVED - day}, False), ({"replaced_at": RECEIVED - day}, False),
        ({"valid_from": RECEIVED - day, "valid_until": RECEIVED + day}, True),
    ):  # fmt: skip
        assert (Bank((entry(1, asked, **more),)).best(words, asked, "en", RECEIVED) is not None) is known


@pytest.mark.requirement("AI-13", "AI-19")
def test_each_question_of_an_entry_and_each_sentence_of_a_message_counts() -> None:
    bank, words = (
        Bank((entry(1, "Do you ship?\nCan my dog come?"), entry(2, "¿Hablan español?", language="es"))),
        words_of(book()),
    )
    found = bank.best(
        words,
        "It is a long drive from here and I am bringing the family. Can my dog come? Thanks",
        "en",
        RECEIVED,
    )
    assert found is not None
    assert found.likeness == 1.0
    assert bank.best(words, "hablan español", "en", RECEIVED) is None
    assert bank.best(words, "", "en", RECEIVED) is None
    assert Bank().best(words, "Do you ship?", "en", RECEIVED) is None


@pytest.mark.requirement("AI-13")
def test_of_equals_the_older_entry_answers_and_the_same_words_give_the_same_answer() -> None:
    bank, words = Bank((entry(1, "Do you ship?"), entry(2, "Do you ship?"))), words_of(book())
    assert {bank.best(words, "do you ship", "en", RECEIVED).entry.entry for _ in range(3)} == {"e00001"}  # type: ignore[union-attr]  # it is found


@pytest.mark.requirement("AI-13")
def test_like_questions_are_alike_and_the_asking_sentence_is_found() -> None:
    words = words_of(book())
    assert likeness("Is there a warranty?", "warranty on this one?", words) == 1.0
    assert likeness("Is there a warranty?", "Can my dog come?", words) == 0.0
    assert (
        asked_about("I like it. Any warranty on it? Call me.", words, ("warranty",)) == "Any warranty on it?"
    )
    assert asked_about("I like it. Is it fast?", words, ()) == "Is it fast?"
    assert asked_about("what about the warranty", words, ("warranty",)) == "what about the warranty"
    assert list(sentences("One. Two?")) == ["One.", "Two?", "One. Two?"]
