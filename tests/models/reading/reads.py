"""How these tests read a message: one moment, one store, only what matters named."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from desk.models.rules.reading import Lexicon, MessageIn, Reading, read
from desk.models.rules.reading.learned import Learned
from desk.models.rules.reading.values import INTENTS
from desk.services.lexicon import load_lexicon

WEDNESDAY = datetime.fromisoformat("2026-11-25T10:00:00-07:00")


def reads(text: str, now: datetime = WEDNESDAY, timezone: str = "America/Phoenix", **more: Any) -> Reading:
    """Reads a text that came to a store in Phoenix on a Wednesday at ten, unless said otherwise."""
    return read(MessageIn(id="m1", text=text, now=now, timezone=timezone, **more), load_lexicon())


def believing(bias: dict[str, float]) -> Lexicon:
    """Gives the word lists with a model that says the same of every text."""
    lexicon = load_lexicon()
    table = {
        "intents": list(INTENTS),
        "bias": [bias.get(name, -4.0) for name in INTENTS],
        "unit": 0.02,
        "features": "",
        "counts": "AA==",
        "whose": "",
        "weights": "",
        "thresholds": {"sure": lexicon.learned.sure, "least": {"": -1.0}, "plain": ()},
    }
    return replace(lexicon, learned=Learned.of(lexicon.learned.kin, table))


def heard(text: str, lexicon: Lexicon, **more: Any) -> Reading:
    """Reads a text with other word lists or another model."""
    return read(MessageIn(id="m1", text=text, now=WEDNESDAY, timezone="America/Phoenix", **more), lexicon)


def start_of(reading: Reading) -> str | None:
    """Gives the appointment's start as the store's clock shows it, for comparison in tables."""
    appointment = reading.appointment
    return appointment.start.strftime("%a %d %b %H:%M") if appointment and appointment.start else None
