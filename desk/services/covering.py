"""The coverage of an open lead as people see it: who is covered until when, each policy side by side, and the proof (COVER-04)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, load_only

from desk.models.conversation import Log, Message
from desk.models.facts import Facts, StoreFacts
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.playbook import Playbook
from desk.models.recording import short
from desk.models.rules.coverage import CoverageVerdict, side_by_side
from desk.models.snapshots.lead import LeadView
from desk.models.store.queries.says import when

_MESSAGE = load_only(
    Message.at,
    Message.sent_at,
    Message.status,
    Message.direction,
    Message.author,
    Message.staff_id,
    Message.channel,
    Message.purpose,
)
Row = tuple[str, str, str, str]


def with_coverage(
    view: LeadView, session: Session, store: StoreFacts, book: Playbook, now: datetime
) -> LeadView:
    """The view with its coverage; unchanged while nobody owns the lead."""
    facts = _facts(session, view.card.id, store)
    owner = facts.owner if facts else None
    if facts is None or owner is None:
        return view
    found = side_by_side(facts, owner.id, book, now)
    return replace(
        view,
        coverage_words=_words(owner.name, found[0], now, store.zone),
        coverage_rows=tuple(_rows(found, now, store.zone)),
    )


def _facts(session: Session, lead_id: str, store: StoreFacts) -> Facts | None:
    """As much of a lead's record as coverage is ruled on."""
    lead = session.get(Lead, lead_id)
    customer = session.get(Customer, lead.customer_id) if lead is not None else None
    if lead is None or customer is None:
        return None
    messages = session.scalars(
        select(Message).options(_MESSAGE).where(Message.lead_id == lead_id).order_by(Message.at)
    )
    logs = session.scalars(select(Log).where(Log.lead_id == lead_id).order_by(Log.at))
    return Facts(lead=lead, customer=customer, store=store, messages=tuple(messages), logs=tuple(logs))


def _words(name: str, it: CoverageVerdict, now: datetime, zone: str) -> str:
    if it.covered and it.until is not None:
        return f"{name} is covered until {when(it.until, now, zone)}"
    return f"{name} is not covered: {it.why[0].lower()}{it.why[1:]}"


def _rows(found: tuple[CoverageVerdict, ...], now: datetime, zone: str) -> Iterator[Row]:
    """Each policy with its verdict, the store's own first; then the evidence, latest first."""
    for it in found:
        at = f"until {when(it.until, now, zone)}" if it.covered and it.until else it.why
        yield (
            "shield-check" if it.covered else "shield-x",
            it.words,
            at,
            "Covered" if it.covered else "Not covered",
        )
    for row in reversed(found[0].evidence):
        place = short(row.recorded)
        what = f"{row.what} · {place}" if place else row.what
        yield row.icon, what, when(row.at, now, zone), row.weight
