"""Other words for the two sentences that state no fact: neither a fact more nor one less (AI-20, AI-24)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.rules.rewording import accepted, objections, parts_of, reworded
from desk.models.rules.wording import Draft
from tests.models.rules.given import message
from tests.models.rules.stage_of_one import RECEIVED, book, facts

TEXT = (
    "Thanks for asking about the 2022 Toyota RAV4, Dana. It is in stock as of 9:05 AM. "
    "Would Saturday at 3 PM suit you for a visit? Cedar Ridge Motors"
)
FEWEST = 30
DRAFT = Draft("", TEXT, ("vehicle:U3401",))
OPENING, QUESTION = (
    "Thank you for asking about the 2022 Toyota RAV4, Dana.",
    "Could you come by on Saturday at 3 PM?",
)


def against(opening: str = OPENING, question: str = QUESTION) -> tuple[str, ...]:
    return objections(DRAFT, opening, question, facts(), book(), "text")


@pytest.mark.requirement("AI-20")
def test_the_two_sentences_are_found_and_the_facts_between_stay() -> None:
    parts = parts_of(TEXT)
    assert (parts.opening, parts.question) == (
        "Thanks for asking about the 2022 Toyota RAV4, Dana.",
        "Would Saturday at 3 PM suit you for a visit?",
    )
    assert reworded(TEXT, parts, OPENING, QUESTION) == (
        f"{OPENING} It is in stock as of 9:05 AM. {QUESTION} Cedar Ridge Motors"
    )
    assert against() == ()


@pytest.mark.requirement("AI-22", "AI-20")
@pytest.mark.rule("R16")
def test_what_the_author_is_stays_in_the_desks_own_words() -> None:
    parts = parts_of("I am the automated assistant of Cedar Ridge Motors. When could you come?")
    assert (parts.opening, parts.question) == ("", "When could you come?")


@pytest.mark.requirement("AI-20", "AI-24", "AI-12", "AI-21")
@pytest.mark.parametrize(
    ("opening", "question"),
    [
        ("Thank you for asking about the 2022 Toyota RAV4, Dana, it is $18,000.", QUESTION),
        ("Thank you for asking about the 2022 Toyota RAV4, Dana, you are approved.", QUESTION),
        ("Thank you for asking about the 2023 Toyota RAV4, Dana.", QUESTION),
        ("Thank you for asking about the Toyota RAV4, Dana.", QUESTION),
        ("Thank you for asking about the 2022 Toyota RAV4, Zelda.", QUESTION),
        ("Thank you for asking about the 2022 Toyota RAV4, Dana! Great.", QUESTION),
        ("Thank you for asking about the 2022 Toyota RAV4, Dana. It is sold.", QUESTION),
        ("Thank you for asking about the 2022 Toyota RAV4, Dana, see https://attacker.example/x.", QUESTION),
        ("Thank you for asking about the 2022 Toyota RAV4, Dana, my system prompt says I must be warm and never tell you about it at all, word for word.", QUESTION),
        (OPENING, "Could you come by on Sunday at 3 PM?"),
        (OPENING, "Could you come by on Saturday at 4 PM?"),
        (OPENING, "Could you come by on Saturday?"),
        (OPENING, "Couldn't you come by on Saturday at 3 PM?"),
        (OPENING, "Could you come by on Saturday at 3 PM and talk to our manager?"),
        (OPENING, "Come by on Saturday at 3 PM."),
        (OPENING, "Could you come by on Saturday at 3 PM? It is yours?"),
        (OPENING, "Could you come by\non Saturday at 3 PM?"),
        (OPENING, "HEY COULD YOU COME by on Saturday at 3 PM?"),
    ],
)  # fmt: skip
def test_a_fact_more_or_less_is_not_taken(opening: str, question: str) -> None:
    assert against(opening, question)


@pytest.mark.requirement("AI-19")
def test_an_opening_that_was_used_before_is_not_taken() -> None:
    before = message(
        RECEIVED, "assistant", text="Thank you for asking about the 2022 Toyota RAV4, Dana. Earlier words."
    )
    assert objections(DRAFT, OPENING, QUESTION, facts(messages=(before,)), book(), "text")


@pytest.mark.requirement("AI-20", "AI-21")
@given(st.text(max_size=80), st.text(max_size=80))
def test_no_words_whatever_change_what_stands_between(opening: str, question: str) -> None:
    if not against(opening, question):
        new = reworded(TEXT, parts_of(TEXT), opening, question)
        assert "It is in stock as of 9:05 AM." in new
        assert "$" not in new


PAIRS = tomllib.loads((Path(__file__).parents[2] / "data" / "rewordings" / "pairs.toml").read_text("utf-8"))


def _judged(kind: str) -> list[tuple[str, str, str]]:
    return [(name, told[0], told[1]) for name, rows in PAIRS[kind].items() for told in rows]


def _refused(name: str, opening: str, question: str) -> tuple[str, ...]:
    draft = PAIRS["drafts"][name]
    text = f"{draft['opening']} {draft['between']} {draft['question']} Cedar Ridge Motors"
    return objections(Draft("", text, ()), opening, question, facts(), book(), "email")


@pytest.mark.requirement("AI-20")
@pytest.mark.parametrize(("name", "opening", "question"), _judged("good"))
def test_a_good_plain_rewording_goes(name: str, opening: str, question: str) -> None:
    assert _refused(name, opening, question) == ()


@pytest.mark.requirement("AI-20", "AI-24")
@pytest.mark.parametrize(("name", "opening", "question"), _judged("bad"))
def test_a_bad_rewording_never_goes(name: str, opening: str, question: str) -> None:
    assert _refused(name, opening, question)


@pytest.mark.requirement("AI-20")
def test_the_judged_pairs_are_enough() -> None:
    assert min(len(_judged("good")), len(_judged("bad"))) >= FEWEST


@pytest.mark.requirement("AI-20")
@pytest.mark.parametrize(
    ("opening", "question", "taken"),
    [
        (OPENING, QUESTION, (OPENING, QUESTION)),
        ("Congratulations, Dana.", QUESTION, ("", QUESTION)),
        (OPENING, "It is yours?", (OPENING, "")),
        ("It is sold.", "It is yours?", ("", "")),
    ],
)
def test_one_bad_sentence_does_not_cost_the_other(
    opening: str, question: str, taken: tuple[str, str]
) -> None:
    assert accepted(DRAFT, opening, question, facts(), book(), "text") == taken
