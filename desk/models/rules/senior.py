"""Leads that senior sales should know of from the start: high value, repeat, referred or VIP, in a hurry (ILM-08)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.models.decisions import Decision
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.alerts import called
from desk.models.rules.raised import SENIOR_SALES, escalated
from desk.models.words import Stage


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    """One escalation per lead, with the weightiest reason."""
    key = f"{facts.lead.id}·senior"
    if key in facts.done or facts.lead.is_history or not Stage(facts.lead.stage).is_open:
        return
    for name, about in _reasons(facts, book):
        yield from escalated(
            facts, book, now, key=key, ladder="Senior sales", to=SENIOR_SALES, title=f"{called(facts)}: {about.lower()}", about=about,
            next="Take part in the first talk, or take it over", why=(name, about),
        )  # fmt: skip
        return


def _reasons(facts: Facts, book: Playbook) -> Iterator[tuple[str, str]]:
    car, lead = facts.stock, facts.lead
    limit = book.number("handoff.high_value_dollars")
    if car is not None and (
        (car.price_cents or 0) >= limit * 100 or car.stock in book.words_list("handoff.high_value_stock")
    ):
        yield "handoff.high_value_dollars", "Asks about a high-value vehicle"
    if facts.bought_here_at is not None:
        yield "senior.repeat", "Bought here before"
    if lead.source in book.words_list("handoff.vip_sources") or lead.source_kind in book.words_list(
        "handoff.vip_kinds"
    ):
        yield "handoff.vip_kinds", "Came through people we know"
    if f"{lead.id}·important" in facts.done:
        yield "handoff.important", lead.ai_reason or "A matter for a specialist"
