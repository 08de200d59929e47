"""Polite talk is a greeting and nothing else; what is asked behind it is heard (AI-09)."""

from __future__ import annotations

import pytest

from tests.models.reading.reads import reads

pytestmark = pytest.mark.requirement("AI-09")


@pytest.mark.parametrize("asked", [None, "visit_time", "call", "trade"])
@pytest.mark.parametrize(
    "text",
    [
        "how are you today?", "hows it going", "hey how are you doing this morning", "good and you?", "how r u", "hope you're having a good day",
        "happy friday!", "nice weather today huh", "lol", "como esta?", "que tal, como le va", "how are you Ana",
    ],
)  # fmt: skip
def test_polite_talk_asks_for_nothing(text: str, asked: str | None) -> None:
    reading = reads(text, asked=asked)
    assert reading.intents == ("greeting",)
    assert reading.action == "answer"
    assert reading.appointment is None


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("how are you? is the rav4 still there", {"availability"}),
        ("hola como esta, todavia tiene el rav4", {"availability"}),
        ("happy friday, can i come at 3", {"propose_time"}),
        ("how are you guys with bad credit", {"financing"}),
        ("como esta el carro de la transmision", {"vehicle_detail"}),
        ("what about you calling me", {"call_me"}),
    ],
)
def test_what_is_asked_behind_it_is_heard(text: str, intents: set[str]) -> None:
    assert set(reads(text).intents) - {"greeting"} == intents


def test_a_stop_beside_polite_talk_stays_one() -> None:
    assert "opt_out" in reads("hope you have a great day but stop texting me").intents
