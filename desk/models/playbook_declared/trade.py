"""The customer's own car (AI-07)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared

TRADE: tuple[Declared, ...] = (
    Declared("trade.titles", "list", "How the papers of a trade-in may stand"),
    Declared("trade.photos", "number", "How many photos an appraiser wants to see", "count", 1, 50),
)
