"""What was written to the training lines is read whole, each message with the wishes its label names (AI-09)."""

from __future__ import annotations

import pytest

from desk.models.rules.reading.values import INTENTS
from tests.bench.score_readings import grown_on, lines_of
from tests.bench.written import RETOLD, wishes_of, written_to

pytestmark = pytest.mark.requirement("AI-09")


@pytest.mark.parametrize(
    ("label", "want"),
    [
        ("price, availability", {"intents": ["price", "availability"], "core": ["price", "availability"]}),
        ("price,greeting?", {"intents": ["price", "greeting"], "core": ["price"]}),
        ("yes/confirm_time", {"intents": ["yes"], "core": [], "either": ["yes", "confirm_time"]}),
        ("reschedule", {"intents": ["reschedule", "propose_time"], "core": ["reschedule"]}),
    ],
)
def test_a_short_label_says_what_must_and_what_may_be_understood(label: str, want: dict[str, object]) -> None:
    assert wishes_of(label) == want


@pytest.mark.parametrize("label", ["", "prize", "price,prize", "yes/prize"])
def test_a_label_that_names_no_intent_is_refused(label: str) -> None:
    with pytest.raises(ValueError, match="names no intent"):
        wishes_of(label)


def test_every_message_belongs_to_a_training_line_and_has_its_wishes() -> None:
    written = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in RETOLD.glob("*.txt"))
    messages = written_to(lines_of(grown_on()))
    assert len(messages) == written > 50_000
    assert all(message["in"]["text"].strip() for message in messages)
    assert {name for message in messages for name in message["want"]["intents"]} == set(INTENTS)
