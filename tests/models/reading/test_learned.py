"""The learned model behind the rules: it adds, it takes back, and it never cancels an opt-out (R2, AI-09)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from desk.models.rules.reading import Lexicon, MessageIn, Reading, read
from desk.models.rules.reading.learned import Learned
from desk.models.rules.reading.values import INTENTS
from desk.services.lexicon import load_lexicon

pytestmark = pytest.mark.requirement("AI-09")


def _with(bias: dict[str, float]) -> Lexicon:
    """Gives the word lists with a model that says the same of every text."""
    lexicon = load_lexicon()
    table = {
        "intents": list(INTENTS),
        "bias": [bias.get(name, -4.0) for name in INTENTS],
        "weights": {},
        "thresholds": {"sure": lexicon.learned.sure, "add": {"": -1.0}, "drop": {"": -5.0}},
    }
    return replace(lexicon, learned=Learned.of(lexicon.learned.kin, table))


def _reads(text: str, lexicon: Lexicon) -> Reading:
    now = datetime.fromisoformat("2026-11-25T10:00:00-07:00")
    return read(MessageIn(id="m1", text=text, now=now, timezone="America/Phoenix"), lexicon)


@pytest.mark.rule("R2")
@pytest.mark.parametrize(
    "text", ["STOP", "take me off your list", "ya no me escriban", "please quit texting me"]
)
def test_a_model_never_cancels_an_opt_out(text: str) -> None:
    reading = _reads(text, _with(dict.fromkeys(INTENTS, -99.0)))
    assert (reading.intents[0], reading.action) == ("opt_out", "stop")


@pytest.mark.rule("R2")
def test_a_model_may_add_an_opt_out() -> None:
    assert _reads("zyx wvu", _with({"opt_out": 5.0})).action == "stop"


def test_a_model_adds_what_it_is_sure_of_and_takes_back_a_sure_mistake() -> None:
    assert _reads("zyx wvu", _with({"warranty": 2.0})).intents == ("warranty",)
    text = "how much is it and what are your hours"
    assert "price" in _reads(text, _with({})).intents
    assert "price" not in _reads(text, _with({"price": -9.0})).intents


def test_the_same_text_always_scores_the_same() -> None:
    learned = load_lexicon().learned
    assert learned.scores(" what do you want for it ", None) == learned.scores(
        " what do you want for it ", None
    )
    assert learned.scores("", None).keys() == set(INTENTS)
