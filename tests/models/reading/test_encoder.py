"""The sentence encoder reads a text by its words in their order, and only what single words leave in doubt (AI-09)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models.rules.reading.encoder import Encoder
from desk.models.rules.reading.values import INTENTS
from desk.services.encoder import load_encoder
from desk.services.lexicon import load_lexicon
from tests.models.reading.reads import reads

pytestmark = pytest.mark.requirement("AI-09")


@cache
def encoder() -> Encoder:
    return load_encoder()


def _pieces(words: str, asked: str | None = None) -> list[str]:
    names = list(encoder().pieces)
    return [names[number] for number in encoder().numbers(words, asked)]


def test_a_word_is_split_into_the_longest_pieces_known() -> None:
    assert _pieces(" unbuyable ") == ["[CLS]", "-", "[SEP]", "un", "##bu", "##ya", "##ble", "[SEP]"]
    assert _pieces(" $500 , <phone> ") == ["[CLS]", "-", "[SEP]", "$", "500", ",", "phone", "[SEP]"]
    assert _pieces(" 字 ")[3:-1] == ["[UNK]"]


def test_what_was_asked_is_heard_before_the_answer() -> None:
    assert _pieces(" yes ", "visit_time") == ["[CLS]", "visit", "time", "[SEP]", "yes", "[SEP]"]
    assert encoder().scores(" yes ", "visit_time") != encoder().scores(" yes ", "trade")


def test_of_a_long_text_beginning_and_end_are_heard() -> None:
    told = _pieces(" first" + " word" * 500 + " last ")
    assert len(told) == len(encoder().positions)
    assert (told[3], told[-2]) == ("first", "last")


def test_what_stands_in_the_middle_of_a_long_letter_is_heard_in_its_own_stretch() -> None:
    before = "we had a lovely week at the lake and my sister came too . " * 6
    asks = "did the truck ever have an accident or a branded title ? "
    after = "now the leaves come down and the dog is happy . " * 6
    letter, none = f" {before}{asks}{after}", f" {before}{after}"
    heard = {text: encoder().scores(text, None)["history_report"] for text in (letter, none)}
    assert heard[letter] > heard[none] + 1
    assert encoder().numbers(letter, None) == encoder().numbers(none, None), "as a whole it is left out"


def test_a_letter_without_end_is_read_in_bounded_time() -> None:
    assert len(encoder()._stretches(" so it goes on and on . " * 500, None)) == 6


@settings(max_examples=60, deadline=None)
@given(words=st.text(max_size=300), asked=st.sampled_from([None, "visit_time", "x_y", ""]))
def test_any_text_is_scored_and_the_same_each_time(words: str, asked: str | None) -> None:
    scores = encoder().scores(words, asked)
    assert set(scores) == set(INTENTS)
    assert np.isfinite(list(scores.values())).all()
    assert encoder().scores(words, asked) == scores


def test_the_order_of_words_matters() -> None:
    one, other = " call me do not text me ", " text me do not call me "
    assert encoder().scores(one, None) != encoder().scores(other, None)


class _Heard:
    """Says the same of every text, and keeps what it was asked of."""

    def __init__(self, scores: Mapping[str, float]) -> None:
        self.texts: list[str] = []
        self.questions: list[str | None] = []
        self._scores = scores

    def scores(self, words: str, asked: str | None) -> Mapping[str, float]:
        self.texts.append(words)
        self.questions.append(asked)
        return self._scores


def test_only_what_single_words_leave_in_doubt_is_heard_as_a_whole() -> None:
    whole = _Heard(dict.fromkeys(INTENTS, -9.0))
    learned = replace(load_lexicon().learned, whole=whole)
    plain = " how much is the 2019 civic "
    sure = replace(learned, sure={**learned.sure, "doubt": 0.0})
    unsure = replace(learned, sure={**learned.sure, "doubt": 99.0})
    assert sure.weighed(plain, None, ()) == learned.scores(plain, None, ())
    assert whole.texts == []
    weighed = unsure.weighed(plain, None, ())
    share = learned.sure["whole"]
    assert whole.texts == [plain]
    assert weighed["price"] == pytest.approx(
        (1 - share) * learned.scores(plain, None, ())["price"] - share * 9
    )


def test_only_a_question_that_it_learned_answers_to_is_heard_before_them() -> None:
    whole = _Heard(dict.fromkeys(INTENTS, -9.0))
    learned = load_lexicon().learned
    unsure = replace(learned, whole=whole, sure={**learned.sure, "doubt": 99.0})
    for asked in ("visit_time", "favourite_colour", None):
        unsure.weighed(" saturday ", asked, ())
    assert whole.questions == ["visit_time", None, None]


@pytest.mark.parametrize("asked", [None, "call", "still_interested", "visit_time"])
@pytest.mark.parametrize("text", ["blorp wug zindle frobnitz", "grmpf zzkx vvq", "xyzzy"])
def test_nonsense_is_no_answer_whatever_was_asked(text: str, asked: str | None) -> None:
    reading = reads(text, asked=asked)
    assert (reading.intents, reading.doubt) == (("unclear",), "")
