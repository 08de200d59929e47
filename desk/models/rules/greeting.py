"""The greeting sheet: what whoever receives a customer should know, on one page (APPT-02)."""

from __future__ import annotations

from desk.models.facts import Facts
from desk.models.rules import trade_in
from desk.models.task import Appointment
from desk.models.time import local

_LINES = 5
_WIDTH = 120


def greeting(visit: Appointment, facts: Facts) -> str:
    """Customer, time, vehicle, trade-in, money questions, and the conversation in five lines."""
    starts = local(visit.starts_at, facts.store.zone)
    traded = trade_in.in_words(facts.lead.trade_in)
    parts = (
        f"{facts.customer.full or 'A customer'}, {starts:%A %H:%M}",
        f"Vehicle: {visit.vehicle or facts.lead.vehicle_title or 'not named'}",
        f"Trade-in: {traded}" if traded else "",
        f"Asked about: {', '.join(_money(facts))}" if _money(facts) else "",
        *_conversation(facts),
    )
    return "\n".join(part for part in parts if part)


def _money(facts: Facts) -> list[str]:
    told = {intent for m in facts.inbound for intent in (m.reading or {}).get("intents", ())}
    return sorted(told & {"financing", "payment", "price", "trade_in", "documents"})


def _conversation(facts: Facts) -> list[str]:
    said = [m for m in facts.messages if m.direction == "in" or m.status in ("sent", "delivered")]
    return [
        f"{'Customer' if m.direction == 'in' else m.author.title()}: “{' '.join(m.text.split())[:_WIDTH]}”"
        for m in said[-_LINES:]
    ]
