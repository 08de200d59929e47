"""When a customer may be texted by hand: the lawful window where they may be, as the gate sees it (R29)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.lead import Lead
from desk.models.person import Address, Customer
from desk.models.playbook import Playbook
from desk.models.rules.gate import PlaceEvidence, is_open, next_opening, whereabouts
from desk.models.rules.gate.windows import closes_at
from desk.models.store.queries.lead import TextHours
from desk.models.store.queries.says import clock


def text_hours(session: Session, lead_id: str, now: datetime, store_zone: str, book: Playbook) -> TextHours:
    """Told in the zone of the customer's place, else in the store's; a lead that is not there has no hours."""
    found = session.get(Lead, lead_id)
    customer = session.get(Customer, found.customer_id) if found else None
    if customer is None:
        return TextHours()
    rules = book.part("gate")
    where = whereabouts(_evidence(session, customer), rules.places).places
    zone = next((place.zone for place in sorted(where, key=str) if place.zone), store_zone)
    if is_open(where, now, rules.windows, by_hand=True):
        closes = closes_at(where, now, rules.windows, by_hand=True)
        words = f"Texts allowed until {clock(closes, zone)}" if closes else "Texts allowed"
        return TextHours(zone=zone, open=True, words=words)
    opens = next_opening(where, now, rules.windows, by_hand=True)
    words = f"Texts from {clock(opens, zone)}" if opens else "No texts"
    return TextHours(zone=zone, open=False, opens=opens, words=words)


def _evidence(session: Session, customer: Customer) -> PlaceEvidence:
    phone = session.scalar(
        select(Address.value).where(Address.customer_id == customer.id, Address.kind == "phone").limit(1)
    )
    told = (customer.told_zone,) if customer.told_zone else ()
    return PlaceEvidence(
        phone=phone or "",
        region=customer.region,
        postal=customer.postal,
        country=customer.country,
        told=told,
    )
