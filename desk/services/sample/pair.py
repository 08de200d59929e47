"""A pair for the skate radar: a customer with a visit booked whom another person types in with one digit changed (LEAD-11)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.models.by import By
from desk.models.commands import EditLead, TakeLead
from desk.models.intake.prospect import AddressIn, CustomerIn, PhoneIn, Prospect, WantedVehicle
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Customer
from desk.models.rules.likeness import phones_near
from desk.models.staff import Staff
from desk.services.desk import Desk

_HOUSE = AddressIn(street="1140 Alder Ct", city="Meridian", region="ID", postal="83642")
_HOUSE_KNOWN = {"street": "1140 Alder Court", "city": "Meridian", "region": "ID", "postal": "83642"}
_KEY = "sample·pair"


def enter_again(desk: Desk) -> str | None:
    """Let a salesperson type in a customer of the BDC; answers the new lead's id, or None where the sample has nobody fitting."""
    with desk.store.reading() as session:
        found = session.execute(_fitting()).first()
        seller = session.scalar(
            select(Staff).where(Staff.role == "sales", Staff.active).order_by(Staff.id).limit(1)
        )
        known = {*session.scalars(select(Address.value)), *session.scalars(select(Staff.phone))}
        wanted = session.scalar(select(Wanted).where(Wanted.lead_id == found[0].id)) if found else None
    if found is None or seller is None:
        return None
    lead, customer, phone = found
    desk.run(EditLead(lead_id=lead.id, customer=_HOUSE_KNOWN))
    near = next(near for near in phones_near(phone) if near.startswith(phone[:-2]) and near not in known)
    by = By("staff", seller.id, seller.role, seller.name)
    prospect = Prospect(
        customer=_other_way(customer, near), source="Walk-in", source_kind="walk_in", source_class="1st",
        vehicles=(_same(wanted),) if wanted else (), comments="Came in this morning, back at lunch for the drive.",
    )  # fmt: skip
    taken: str | None = desk.run(
        TakeLead(
            prospect=prospect,
            key=_KEY,
            origin="hand",
            owner=seller.id,
            received=desk.clock.now() - timedelta(minutes=6),
            by=by,
        )
    )
    return taken


def _fitting() -> Any:
    """Leads of the BDC with a visit booked and a phone, the oldest first."""
    return (
        select(Lead, Customer, Address.value)
        .join(Customer, Customer.id == Lead.customer_id)
        .join(Address, Address.customer_id == Customer.id)
        .join(Staff, Staff.id == Lead.owner_id)
        .where(
            Lead.stage == "appointment_set", Staff.role == "bdc", Address.kind == "phone", Customer.last != ""
        )
        .order_by(Lead.received_at, Lead.id)
        .limit(1)
    )


def _other_way(customer: Customer, phone: str) -> CustomerIn:
    """The same person with the last name spelled a letter shorter."""
    last = f"{customer.last[:-2]}{customer.last[-1]}" if len(customer.last) > 4 else customer.last
    return CustomerIn(
        first=customer.first,
        last=last,
        full=f"{customer.first} {last}",
        phones=(PhoneIn(phone, phone, type="cellphone"),),
        address=_HOUSE,
    )


def _same(wanted: Wanted) -> WantedVehicle:
    return WantedVehicle(
        year=wanted.year,
        make=wanted.make,
        model=wanted.model,
        trim=wanted.trim,
        stock=wanted.stock or None,
        vin=wanted.vin or None,
    )
