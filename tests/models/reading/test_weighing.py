"""A rule is evidence for a wish, not a verdict; a stop that rules and model see differently is held for a person (R2, R4, AI-09)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.models.rules.reading.values import MAY_HAVE_STOPPED
from desk.services.lexicon import load_lexicon
from tests.models.reading.reads import believing, heard

pytestmark = pytest.mark.requirement("AI-09")

_CANCELLED = "cancel my appointment and stop texting me"


def test_a_wish_a_rule_brought_goes_where_the_model_finds_it_absurd() -> None:
    text = "i can be there tomorrow at 3"
    assert heard(text, believing({"propose_time": -2.0, "delivery": 1.0})).intents == (
        "propose_time",
        "delivery",
    )
    assert heard(text, believing({"propose_time": -6.0, "delivery": 1.0})).intents == ("delivery",)


def test_a_wish_of_which_the_model_has_no_doubt_stays_though_rules_took_it_for_another() -> None:
    sure = believing({"bought_elsewhere": 3.0, "complaint": 3.0})
    assert {"bought_elsewhere", "complaint"} <= set(heard("we went with another dealer", sure).intents)


def test_the_customers_own_car_is_a_fact_and_outweighs_a_doubt() -> None:
    text = "i have a 2015 civic with 90k miles to trade"
    assert "trade_in" in heard(text, believing({"trade_in": -3.0}), asked="trade").intents
    assert "trade_in" not in heard(text, believing({"trade_in": -9.0}), asked="trade").intents


@pytest.mark.rule("R2", "R4")
@pytest.mark.parametrize("belief", [-99.0, -3.5, 0.9, 1.6, 9.0])
@pytest.mark.parametrize(
    "text",
    ["STOP. is the tacoma there", "stop. let me talk to a human", "Stop, I'm with Carlos already, he has my papers",
     "stop, stop. 38? got anything for half"],
)  # fmt: skip
def test_a_stop_word_beside_something_else_silences_whatever_the_model_makes_of_it(
    text: str, belief: float
) -> None:
    told = heard(text, believing({"opt_out": belief}))
    assert ("opt_out" in told.intents) is (belief > 1.5)
    assert told.doubt == ("" if belief > 1.5 else MAY_HAVE_STOPPED)


@pytest.mark.rule("R4")
def test_what_was_read_as_no_stop_but_sounds_like_one_is_held() -> None:
    assert heard("nah, text", believing({"opt_out": -4.0}), asked="call").doubt == ""
    assert heard("nah, text", believing({"opt_out": 3.0}), asked="call").doubt == MAY_HAVE_STOPPED


@pytest.mark.rule("R4")
def test_a_limit_of_time_is_held_only_where_more_speaks_for_a_stop() -> None:
    text = "quit texting me before 9"
    assert heard(text, believing({"opt_out": -1.0})).doubt == ""
    assert heard(text, believing({"opt_out": 0.5})).doubt == MAY_HAVE_STOPPED


@pytest.mark.rule("R4")
def test_what_is_held_for_a_stop_still_says_what_else_it_wants() -> None:
    told = heard("STOP. is the tacoma there", believing({"opt_out": -9.0, "availability": 3.0}))
    assert (told.doubt, told.intents, told.action) == (MAY_HAVE_STOPPED, ("availability",), "hand_off")
    assert (told.appointment, told.vehicles, told.do_not) == (None, (), ())


@pytest.mark.rule("R2")
def test_a_visit_called_off_beside_a_stop_is_heard_too() -> None:
    assert heard(_CANCELLED, believing({"opt_out": 3.0, "cancel": 2.0})).intents == ("opt_out", "cancel")
    assert heard(_CANCELLED, believing({"opt_out": 3.0, "cancel": -2.0})).intents == ("opt_out",)


@pytest.mark.rule("R2")
def test_who_has_anothers_number_and_wants_an_end_has_both() -> None:
    text = "this is the wrong number, lose it"
    assert heard(text, believing({"opt_out": 3.0, "wrong_number": 3.0})).intents == (
        "opt_out",
        "wrong_number",
    )
    assert heard(text, believing({"opt_out": -4.0, "wrong_number": 3.0})).intents == ("wrong_number",)


def test_a_time_is_told_as_confirmed_where_the_model_finds_it_absurd_as_proposed() -> None:
    text = "be there at noon"
    told = heard(text, believing({"propose_time": -4.0, "confirm_time": 3.0}))
    assert told.intents == ("confirm_time",)
    assert told.appointment is not None
    told = heard(text, believing({"propose_time": -1.0, "confirm_time": -1.0}))
    assert told.intents == ("propose_time",)


@pytest.mark.rule("R2", "R4")
def test_a_plain_phrase_amid_a_story_is_held_where_the_whole_sounds_like_no_stop_and_stands_in_a_short_message() -> (
    None
):
    asks = "do not text me any more, how much is the tacoma"
    story = f"so my wife and i talked it all over after church on sunday with the kids and {asks} with the tow package"
    real = load_lexicon()
    deaf = replace(real, learned=replace(real.learned, sure={**real.learned.sure, "stop_amid": 99.0}))
    assert "opt_out" in heard(asks, deaf).intents
    assert heard(story, deaf).doubt == MAY_HAVE_STOPPED
