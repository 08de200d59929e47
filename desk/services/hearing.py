"""Understanding what came in: masked first, then read by the lexicon (AI-09, R21)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from desk.models.conversation import Message
from desk.models.hours import opening_times
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
    stop: bool | None = None,
) -> Reading:
    """What a customer said. ``asked`` is what the desk asked last, so that a bare yes can be read.

    ``stop`` is a person's word on a message that may have said so; where they gave it on the same words before, it holds (R4).
    """
    message = MessageIn(
        id=key, text=text, now=at, timezone=work.store.zone, channel="email" if channel == "email" else "text", subject=subject or None,
        asked=asked or None, store_open=opening_times(work.store),
    )  # fmt: skip
    reading = read(message, load_lexicon(), stop=stop)
    settled = settled_before(work, reading.visible or text) if reading.doubt else None
    return reading if settled is None else read(message, load_lexicon(), stop=settled)


def settled_before(work: Work, text: str) -> bool | None:
    """What a person last made of these very words, where they were in doubt before: a stop, or none (R4)."""
    same = func.lower(func.trim(Message.text)) == text.strip().lower()
    told = work.session.scalars(
        select(Message.reading).where(Message.direction == "in", same).order_by(Message.at.desc())
    )
    return next(
        (bool(reading["stop_settled"]) for reading in told if reading and "stop_settled" in reading), None
    )


def masked(text: str) -> str:
    """``text`` with card, licence, social security, income and credit figures starred; nothing else is stored (R21)."""
    return mask_sensitive(text).text
