"""What a record is: a lead until a person gave a price, then a live or an organic order; and who asks for the price first
(LEAD-08).

Each mark is set once for the fact that shows it, so that a person's own choice stands until something new is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from desk.models.decisions import Decision, SetLead, Tell
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import attribution
from desk.models.rules.temperature import replies
from desk.models.words import CONNECTED, OrderKind, Stage

_PRICE = re.compile(r"\$\s?\d|\b\d[\d,.]*\s?(?:dollars|usd)\b", re.IGNORECASE)
_PRICE_FIRST = frozenset({"price", "payment"})
_MORE_THAN_PRICE = frozenset(
    {"propose_time", "confirm_time", "test_drive", "trade_in", "call_me", "wants_person"}
)
_BUYING = frozenset({"propose_time", "confirm_time", "test_drive", "documents", "financing"})
_WAITING = frozenset({"not_now"})


@dataclass(frozen=True, slots=True)
class _Sign:
    """A fact that shows what a record is: when, which row, and the words."""

    at: datetime
    row: str
    kind: str
    words: str


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    if not Stage(facts.lead.stage).is_open:
        return
    yield from _price_first(facts)
    yield from _order(facts)
    yield from attribution.decide(facts, book)


def _price_first(facts: Facts) -> Iterator[Decision]:
    """A price shopper is who asks for the price in the first answer, and for nothing that leads to a visit."""
    first = next((m for m in replies(facts) if m.reading), None)
    if first is None:
        return
    intents = frozenset((first.reading or {}).get("intents", ()))
    if intents & _PRICE_FIRST and not intents & _MORE_THAN_PRICE:
        yield from _mark(
            facts, f"price·{first.id}", {"price_shopper": True}, "Price shopper: asked for the price first"
        )


def _order(facts: Facts) -> Iterator[Decision]:
    priced = _priced_at(facts)
    if priced is None:
        return
    signs = _signs(facts)
    latest = max(
        signs,
        key=lambda sign: sign.at,
        default=_Sign(priced, "price", OrderKind.LIVE, "a person gave a price"),
    )
    if facts.lead.order_kind != latest.kind:
        words = f"{'Live' if latest.kind == OrderKind.LIVE else 'Organic'} order: {latest.words}"
        yield from _mark(facts, f"order·{latest.kind}·{latest.row}", {"order_kind": str(latest.kind)}, words)


def _priced_at(facts: Facts) -> datetime | None:
    """When a person first gave a price, in writing or in a talk they noted."""
    written = [m.sent_at or m.at for m in facts.sent if m.author == "staff" and _PRICE.search(m.text)]
    spoken = [
        log.at
        for log in facts.logs
        if log.direction == "out" and _PRICE.search(f"{log.to_customer} {log.summary}")
    ]
    return min([*written, *spoken], default=None)


def _signs(facts: Facts) -> Iterator[_Sign]:
    """What shows that a customer is buying now, or waits."""
    for message in replies(facts):
        intents = frozenset((message.reading or {}).get("intents", ()))
        if intents & _BUYING:
            yield _Sign(message.at, message.id, OrderKind.LIVE, "the customer means to come or to buy")
        elif intents & _WAITING or (message.reading or {}).get("resume_on"):
            yield _Sign(message.at, message.id, OrderKind.ORGANIC, "the customer wants to wait")
    for visit in facts.appointments:
        yield _Sign(visit.made_at, visit.id, OrderKind.LIVE, "a visit was booked")
    for log in facts.logs:
        if log.outcome in CONNECTED and log.interest in ("high", "low"):
            kind = OrderKind.LIVE if log.interest == "high" else OrderKind.ORGANIC
            yield _Sign(log.at, log.id, kind, f"logged with {log.interest} interest")


def _mark(facts: Facts, row: str, values: dict[str, object], words: str) -> Iterator[Decision]:
    key = f"{facts.lead.id}·mark·{row}"
    if key not in facts.done:
        yield SetLead(values)
        yield Tell(key=key, kind="mark", data={"mark": words}, why=("LEAD-08", words))
