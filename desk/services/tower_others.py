"""Who else has to do with the customer at the tower: people, the assistant, and records that may be the same person (COVER-07)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desk.models.duplicate import Duplicate
from desk.models.facts import Facts, StoreFacts
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.playbook import Playbook
from desk.models.rules.coverage import side_by_side
from desk.models.rules.evidence import evidence_of, workers
from desk.models.snapshots.tower import Other
from desk.models.store.queries.first_board import initials
from desk.models.store.queries.says import day, when
from desk.models.store.queries.signs import sign_title

_RECORDS = 3  # so many other records at most: the inbox shows all


def others(session: Session, facts: Facts, holder: str, book: Playbook, now: datetime) -> tuple[Other, ...]:
    """Those beside ``holder``, the staff id of whoever is covered or owns the lead."""
    return (
        *_people(facts, holder, book, now),
        *_assistant(facts, holder, now),
        *_records(session, facts, holder),
    )


def _people(facts: Facts, holder: str, book: Playbook, now: datetime) -> Iterator[Other]:
    """Who else worked this customer, what they did last, and how that stands."""
    recorded = book.flag("covering.call_needs_recording")
    for staff_id in workers(facts):
        if staff_id == holder:
            continue
        rows = [
            row
            for row in evidence_of(facts, staff_id, call_needs_recording=recorded)
            if not row.by_assistant and row.at <= now
        ]
        own = side_by_side(facts, staff_id, book, now)[0]
        last = f"{rows[-1].what}, {when(rows[-1].at, now, facts.store.zone)}" if rows else "owns the lead"
        yield _person(facts.store, staff_id, last, "covered" if own.covered else "no coverage")


def _person(store: StoreFacts, staff_id: str, words: str, stands: str, *, first: bool = False) -> Other:
    person = store.person(staff_id)
    name = person.name if person is not None else "Nobody"
    return Other(
        name, initials(name) if person is not None else "", staff_id, words, stands, look_first=first
    )


def _assistant(facts: Facts, holder: str, now: datetime) -> Iterator[Other]:
    """What the assistant did; its work is credited to whoever has the lead, never to itself."""
    zone = facts.store.zone
    people = {person.name for person in facts.store.staff}
    booked = next((visit for visit in reversed(facts.appointments) if visit.made_by not in people), None)
    wrote = [message for message in facts.sent if message.author == "assistant"]
    if booked is not None:
        words = f"booked a visit for {when(booked.starts_at, now, zone)}, {day(booked.made_at, zone)}"
    elif wrote:
        many = "1 message" if len(wrote) == 1 else f"{len(wrote)} messages"
        words = f"{many}, last {when(wrote[-1].sent_at or wrote[-1].at, now, zone)}"
    else:
        return
    person = facts.store.person(holder)
    stands = f"credit with {person.name.split()[0]}" if person is not None else "no credit"
    yield Other("Assistant", "", "", words, stands, is_assistant=True)


def _records(session: Session, facts: Facts, holder: str) -> Iterator[Other]:
    """Other open leads of this customer, and records that may be the same person or household: worth a look before a deal is cut."""
    own = facts.lead.id
    pairs = select(Duplicate).where(
        Duplicate.state == "open", or_(Duplicate.lead_id == own, Duplicate.other_id == own)
    )
    why = {
        (pair.other_id if pair.lead_id == own else pair.lead_id): _sign(pair)
        for pair in session.scalars(pairs)
    }
    theirs = select(Lead, Customer).join(Customer, Customer.id == Lead.customer_id)
    same = Lead.customer_id == facts.customer.id
    found = theirs.where(
        Lead.id != own,
        Lead.merged_into.is_(None),
        Lead.stage.not_in(("sold", "lost")),
        or_(same, Lead.id.in_(why)),
    )
    for lead, customer in session.execute(found.order_by(Lead.received_at.desc()).limit(_RECORDS)):
        name = customer.full or " ".join(part for part in (customer.first, customer.last) if part)
        what = why.get(lead.id, "another open lead")
        parts = (name, what, lead.vehicle_title, day(lead.received_at, facts.store.zone))
        theirs_too = lead.owner_id not in (holder, None, "")
        yield _person(
            facts.store,
            lead.owner_id or "",
            ", ".join(part for part in parts if part),
            "look first" if theirs_too or lead.id in why else "same owner",
            first=theirs_too or lead.id in why,
        )


def _sign(pair: Duplicate) -> str:
    """The strongest sign that says so, without what it is about."""
    best = max(pair.signs, key=lambda sign: int(sign["points"]), default=None)
    return sign_title(best["kind"]).lower() if best is not None else "may be the same person"
