"""Understanding what came in: masked first, then read by the lexicon (AI-09, R21)."""

from __future__ import annotations

from datetime import datetime

from desk.models.rules.reading import MessageIn, Reading, mask_sensitive, read
from desk.services.lexicon import load_lexicon
from desk.services.work import Work

#: What of a reading is published and never written to the record: it quotes the customer (COMPLY-06).
QUOTED = ("phone", "trade_in", "vehicles", "visible", "appointment")


def hear(
    work: Work,
    key: str,
    text: str,
    at: datetime,
    *,
    channel: str = "text",
    subject: str = "",
    asked: str = "",
) -> Reading:
    """What a customer said. ``asked`` is what the desk asked last, so that a bare yes can be read."""
    message = MessageIn(
        id=key, text=text, now=at, timezone=work.store.zone, channel="email" if channel == "email" else "text", subject=subject or None,
        asked=asked or None,
    )  # fmt: skip
    return read(message, load_lexicon())


def masked(text: str) -> str:
    """``text`` with card, licence, social security, income and credit figures starred; nothing else is stored (R21)."""
    return mask_sensitive(text).text
