"""How these tests read a message: one moment, one store, only what matters named."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from desk.models.rules.reading import MessageIn, Reading, read
from desk.services.lexicon import load_lexicon

WEDNESDAY = datetime.fromisoformat("2026-11-25T10:00:00-07:00")


def reads(text: str, now: datetime = WEDNESDAY, timezone: str = "America/Phoenix", **more: Any) -> Reading:
    """Reads a text that came to a store in Phoenix on a Wednesday at ten, unless said otherwise."""
    return read(MessageIn(id="m1", text=text, now=now, timezone=timezone, **more), load_lexicon())


def start_of(reading: Reading) -> str | None:
    """Gives the appointment's start as the store's clock shows it, for comparison in tables."""
    appointment = reading.appointment
    return appointment.start.strftime("%a %d %b %H:%M") if appointment and appointment.start else None
