"""What did the customer say (AI-09, COMPLY-01): text in, a `Reading` out, by fixed rules and word lists."""

from __future__ import annotations

from desk.models.rules.reading.lexicon import Lexicon
from desk.models.rules.reading.masking import Masked, mask_sensitive
from desk.models.rules.reading.reading import read
from desk.models.rules.reading.values import Appointment, MessageIn, Reading, TradeIn, VehicleNamed

__all__ = [
    "Appointment",
    "Lexicon",
    "Masked",
    "MessageIn",
    "Reading",
    "TradeIn",
    "VehicleNamed",
    "mask_sensitive",
    "read",
]
