"""What the store has with a customer from before: deals, disputes over them, and who looked last (COVER-05, COVER-07)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.deal import Deal
from desk.models.facts import StoreFacts
from desk.models.history import History
from desk.models.lead import Lead
from desk.models.snapshots.tower import Earlier
from desk.models.store.queries.says import day, when
from desk.models.time import local

_SHOWN = 5
_PARTS = {1.0: "full", 0.5: "half"}


def earlier(session: Session, customer_id: str, store: StoreFacts, now: datetime) -> tuple[Earlier, ...]:
    """The customer's deals, newest first, what a manager decided on one, and the last look into this customer's coverage."""
    leads = {
        lead.id: lead.vehicle_title
        for lead in session.scalars(select(Lead).where(Lead.customer_id == customer_id))
    }
    sold = select(Deal).where(Deal.lead_id.in_(leads)).order_by(Deal.sold_at.desc(), Deal.id)
    deals = tuple(session.scalars(sold.limit(_SHOWN)))
    return (
        *(_deal(deal, leads[deal.lead_id], store) for deal in deals),
        *_disputes(deals, store, now),
        *_look(session, tuple(leads), store, now),
    )


def _deal(deal: Deal, vehicle: str, store: StoreFacts) -> Earlier:
    bought = _day(deal.sold_on or local(deal.sold_at, store.zone).date())
    words = f"bought {bought}, sold by {_called(store, deal.seller_id)}"
    if deal.undone_at is not None:
        return Earlier("car", vehicle or "A vehicle", f"{words}; taken back", "")
    shares = [(_called(store, share["staff"]), float(share["share"])) for share in deal.shares]
    credit = ", ".join(f"{_PARTS.get(part, f'{part:.0%}')} {who}" for who, part in shares)
    return Earlier("car", vehicle or "A vehicle", words, "full" if len(shares) == 1 else credit)


def _day(sold: date) -> str:
    return f"{sold:%b} {sold.day}, {sold.year}"


def _disputes(deals: Sequence[Deal], store: StoreFacts, now: datetime) -> Iterator[Earlier]:
    decided = [deal for deal in deals if deal.decided_at is not None]
    for deal in decided:
        at = day(deal.decided_at, store.zone) if deal.decided_at else ""
        yield Earlier("handshake", f"Decided {at}", f"by {deal.decided_by}: {deal.decided_why}", "")
    if not decided:
        yield Earlier("handshake", "No dispute", "on this customer so far", "")


def _look(session: Session, leads: Sequence[str], store: StoreFacts, now: datetime) -> Iterator[Earlier]:
    looked = select(History.at, History.by).where(History.lead_id.in_(leads), History.kind == "coverage")
    last = session.execute(looked.order_by(History.at.desc()).limit(1)).one_or_none()
    if last is not None:
        yield Earlier(
            "clock", when(last.at, now, store.zone), f"looked up by {last.by}, kept in the trail", ""
        )


def _called(store: StoreFacts, staff_id: str) -> str:
    person = store.person(staff_id)
    return person.name if person is not None else "somebody who has left"
