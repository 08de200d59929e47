"""The learned model weighs what the rules found, and never cancels an opt-out (R2, AI-09)."""

from __future__ import annotations

from datetime import datetime

import pytest

from desk.models.rules.reading import MessageIn, read
from desk.models.rules.reading.values import INTENTS
from desk.services.lexicon import load_lexicon
from tests.models.reading.reads import believing, heard

pytestmark = pytest.mark.requirement("AI-09")


@pytest.mark.rule("R2")
@pytest.mark.parametrize("text", ["STOP", "please stop!!", "stop stop stop", "cancel", "unsubscribe me"])
def test_a_model_has_no_say_in_a_message_that_is_a_stop_word(text: str) -> None:
    reading = heard(text, believing(dict.fromkeys(INTENTS, -99.0)))
    assert (reading.intents[0], reading.action) == ("opt_out", "stop")


@pytest.mark.rule("R2", "R4")
@pytest.mark.parametrize("text", ["take me off your list", "ya no me escriban", "please quit texting me"])
def test_a_model_never_cancels_an_opt_out(text: str) -> None:
    assert heard(text, believing(dict.fromkeys(INTENTS, -99.0))).doubt == "may_have_stopped"
    assert heard(text, believing({"opt_out": -1.5})).action == "stop"


@pytest.mark.rule("R2", "R4")
def test_certain_words_within_a_long_story_are_held_for_a_person_where_the_model_finds_them_absurd() -> None:
    text = "so my cousin goes do not text me anything but puppies ha ha anyway how many miles are on the blue one"
    assert heard(text, believing({"opt_out": -99.0})).doubt == "may_have_stopped"
    assert heard(text, believing({"opt_out": 2.0})).action == "stop"


@pytest.mark.rule("R2")
def test_a_model_may_add_an_opt_out() -> None:
    assert heard("zyx wvu", believing({"opt_out": 5.0})).action == "stop"


def test_what_enough_speaks_for_is_a_wish_and_nothing_else_is() -> None:
    assert heard("zyx wvu", believing({"warranty": 2.0})).intents == ("warranty",)
    assert heard("how much", believing({"price": -9.0})).intents == ("unclear",)


def test_a_rule_that_fired_speaks_for_its_wish() -> None:
    learned = load_lexicon().learned
    words = " could you tell me the price "
    told, untold = learned.scores(words, None, {"price"}), learned.scores(words, None, ())
    assert told["price"] > untold["price"] + 1
    assert "price" in learned.wishes(told)


def test_the_same_text_always_scores_the_same() -> None:
    learned = load_lexicon().learned
    words = " what do you want for it "
    assert learned.scores(words, None, {"price"}) == learned.scores(words, None, {"price"})
    assert learned.scores("", None, ()).keys() == set(INTENTS)


_SAID = "these texts must come to an end"
_UNSAID = "the moon looks a bit pale to me"


@pytest.mark.rule("R4")
@pytest.mark.parametrize(
    ("text", "belief", "doubt"),
    [(_SAID, -9.0, True), (_SAID, 1.0, False), (_UNSAID, 1.0, True), (_UNSAID, -9.0, False)],
)
def test_where_rules_and_model_disagree_a_person_is_asked(text: str, belief: float, doubt: bool) -> None:
    told = heard(text, believing({"opt_out": belief}))
    assert bool(told.doubt) is doubt
    if doubt:
        assert (told.intents, told.action, told.do_not) == (("unclear",), "hand_off", ())
        assert told.to_json()["doubt"] == "may_have_stopped"


@pytest.mark.rule("R4", "R2")
@pytest.mark.parametrize("stop", [True, False])
@pytest.mark.parametrize(("text", "belief"), [(_SAID, -9.0), (_UNSAID, 1.0)])
def test_the_word_of_a_person_decides(text: str, belief: float, stop: bool) -> None:
    now = datetime.fromisoformat("2026-11-25T10:00:00-07:00")
    message = MessageIn(id="m1", text=text, now=now, timezone="America/Phoenix")
    told = read(message, believing({"opt_out": belief}), stop=stop)
    assert told.doubt == ""
    assert ("opt_out" in told.intents) is stop
    assert (told.do_not == ("text",)) is stop


@pytest.mark.parametrize(
    "intent", ["not_interested", "bought_elsewhere", "already_bought_here", "cancel", "yes"]
)
def test_what_ends_a_talk_or_a_visit_is_never_taken_for_likely(intent: str) -> None:
    assert heard(_UNSAID, believing({intent: -1.2})).intents == ("unclear",)
    assert heard(_UNSAID, believing({"warranty": -1.2})).intents == ("warranty",)
