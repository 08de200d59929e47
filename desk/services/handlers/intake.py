"""Leads taken in: found out who it is, threaded to the open lead or made a new one; never lost, never doubled (LEAD-04)."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import blake2b
from typing import Any

from sqlalchemy import bindparam, exists, or_, select

from desk.models import commands as c
from desk.models.conversation import Arrival, Message
from desk.models.errors import Refused
from desk.models.intake.prospect import PhoneIn, Prospect, WantedVehicle
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Block, Consent, Customer
from desk.models.rules.duplicates import Match, same_customer, same_inquiry
from desk.models.store.prepared import Prepared
from desk.models.store.queries.cards import listed
from desk.services import radar
from desk.services.desk import handles
from desk.services.handlers.consent_wording import consent_by_form
from desk.services.hearing import hear, masked
from desk.services.work import Work

# Written once: building a question costs more than asking it. Most deliveries are new, of people nobody knows: one look tells.
_ADDRESS = Address.__table__
_NOTED = select(Arrival.__table__.c.key).where(Arrival.__table__.c.key == bindparam("key"))
_GIVEN = select(listed("values").c.value)
_SEEN = Prepared(select(
    exists(_NOTED), exists(select(_ADDRESS.c.id).where(_ADDRESS.c.value.in_(_GIVEN))),
    or_(*(exists(select(said.c.id).where(said.c.address.in_(_GIVEN))) for said in (Block.__table__, Consent.__table__))),
))  # fmt: skip
_KNOWN = (
    select(Address, Customer)
    .join(Customer, Customer.id == Address.customer_id)
    .where(Address.value.in_(bindparam("values", expanding=True)))
    .order_by(Customer.created_at)
)
_NO_TEXTS = frozenset({"fax", "pager", "work", "business", "home"})
_MOBILE = frozenset({"cellphone", "mobile", "cell"})
_TOKEN_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


@handles(c.TakeLead)
def take_lead(work: Work, command: c.TakeLead) -> str | None:
    """Answers the lead's id, or None when this very delivery was taken before."""
    if work.born:  # another person of the same document: they may be one and the same
        work.flush()
    is_repeated, is_known = _seen(work, command)
    if is_repeated:
        work.tell("intake", None, {"result": "ignored", "into": None}, ("The same delivery again",))
        return None
    _check(command.prospect)
    known = _known(work, command.prospect) if is_known else []
    match = same_customer(command.prospect, known, work.book)
    found = same_inquiry(command.prospect, _leads_of(work, match)) if match else None
    if match and found:
        lead, why = _thread(work, command, found[0]), (*match.signs, found[1])
    else:
        lead, why = _new_lead(work, command, match), match.signs if match else ()
    result = "threaded" if found else "new"
    note_arrival(work, command.key, command.origin, result, lead_id=lead.id, raw_id=command.raw_id)
    work.tell(
        "intake", lead.id, {"result": result, "into": lead.id if found else None}, (command.origin, *why)
    )
    work.kinds.add("leads")
    if match and found:
        radar.entered_again(work, lead, match.signs)
    radar.watch(work, lead.id, "edited" if found else "created")
    work.settle(lead.id)
    return lead.id


def _check(prospect: Prospect) -> None:
    if not prospect.customer.named_or_reachable:
        raise Refused(
            "This lead names nobody.",
            action="take a lead",
            missing=("customer",),
            do="Give a name, a phone or an email.",
        )


def note_arrival(
    work: Work,
    key: str,
    origin: str,
    result: str,
    *,
    lead_id: str | None = None,
    raw_id: str = "",
    reason: str = "",
) -> None:
    """One line of the ledger: every input ends here, whatever became of it."""
    row = Arrival(
        key=key,
        at=work.now,
        origin=origin,
        result=result,
        reason=reason,
        lead_id=lead_id,
        raw_id=raw_id or None,
    )
    work.arrived.add(key)
    work.add(row)


def has_arrived(work: Work, key: str) -> bool:
    """Whether this delivery stands in the ledger."""
    return key in work.arrived or work.connection.execute(_NOTED, {"key": key}).first() is not None


def _seen(work: Work, command: c.TakeLead) -> tuple[bool, bool]:
    """Whether this very delivery was taken before, and whether an address in it stands in the store."""
    values = _reached_at(command.prospect)
    asked = {"key": command.key, "values": json.dumps(values)}
    is_noted, is_known, is_heard_of = _SEEN.run(work.connection, asked)[0]
    work.unheard = frozenset() if is_heard_of else frozenset(values)
    return bool(is_noted) or command.key in work.arrived, bool(is_known)


def _reached_at(prospect: Prospect) -> list[str]:
    return [*prospect.customer.emails, *(phone.number for phone in prospect.customer.phones if phone.number)]


def _known(work: Work, prospect: Prospect) -> list[tuple[Address, Customer]]:
    rows = work.session.execute(_KNOWN, {"values": _reached_at(prospect)}).all()
    return [(address, _standing(work, customer)) for address, customer in rows]


def _standing(work: Work, customer: Customer) -> Customer:
    """The record a merged one now stands in."""
    while customer.merged_into:
        into = work.session.get(Customer, customer.merged_into)
        if into is None:
            break
        customer = into
    return customer


def _leads_of(work: Work, match: Match) -> list[Lead]:
    """Leads of that customer that stand for themselves; what came to a merged one is known to the lead it lives on in."""
    theirs = select(Lead).where(Lead.customer_id == match.customer_id, Lead.merged_into.is_(None))
    return list(work.session.scalars(theirs))


def _new_lead(work: Work, command: c.TakeLead, match: Match | None) -> Lead:
    prospect = command.prospect
    customer = work.session.get(Customer, match.customer_id) if match else None
    if customer is None:
        customer = _new_customer(work, prospect)
    lead_id = work.new_id()
    received = command.received or prospect.received or work.now
    comments = masked(prospect.comments or "")
    lead = Lead(
        id=lead_id, ref=command.lead_ref, customer_id=customer.id, source=prospect.source or prospect.provider or "Unknown",
        source_kind=prospect.source_kind, source_class=prospect.source_class, provider_ids=[[each.source, each.value] for each in prospect.ids],
        received_at=min(received, work.now), taken_at=work.now, is_history=command.history or prospect.do_not_send,
        comments=comments, inquiry=_inquiry(work, lead_id, comments), timeframe=prospect.timeframe or "", reply_token=reply_token(work, lead_id), stage="new",
        stage_at=work.now, ai_at=work.now, owner_id=command.owner or None, owner_at=work.now if command.owner else None,
        trade_in=asdict(prospect.trade_in) if prospect.trade_in else None, language=customer.language,
    )  # fmt: skip
    work.bear(lead)
    _name_vehicles(work, lead, prospect)
    _keep_addresses(work, customer, prospect, lead, asked=command.asked)
    return lead


def _inquiry(work: Work, lead_id: str, comments: str) -> dict[str, Any] | None:
    """What the inquiry itself asks, so that the first answer can speak to it (AI-04); what its sender put around it is not read."""
    own = work.book.part("intake").own.of(comments)
    return hear(work, f"{lead_id}·inquiry", own, work.now).to_json() | {"visible": own} if own else None


def reply_token(work: Work, lead_id: str) -> str:
    """Ten letters and digits that name the lead in a Reply-To address; nothing of the customer is in it."""
    number = int.from_bytes(
        blake2b(f"{work.store.settings['desk.id']}:{lead_id}".encode(), digest_size=8).digest(), "big"
    )
    return "".join(
        _TOKEN_ALPHABET[number // len(_TOKEN_ALPHABET) ** place % len(_TOKEN_ALPHABET)] for place in range(10)
    )


def _new_customer(work: Work, prospect: Prospect) -> Customer:
    told = prospect.customer
    full = told.full or " ".join(part for part in (told.first, told.last) if part)
    first = told.first or (full.split()[0].title() if full else "")
    last = told.last or (" ".join(full.split()[1:]).title() if full else "")
    address = told.address
    row = Customer(
        id=work.new_id(), first=first, last=last, full=full, preferred_channel=told.preferred_contact or "", created_at=work.now,
        street=address.street or "", city=address.city or "", region=address.region or "", postal=address.postal or "", country=address.country or "",
    )  # fmt: skip
    work.bear(row)
    return row


def _keep_addresses(work: Work, customer: Customer, prospect: Prospect, lead: Lead, *, asked: bool) -> None:
    """Each address once, mobiles first; the inquiry itself is the first evidence of consent (R6)."""
    known = _held(work, customer)
    phones = sorted(
        (p for p in prospect.customer.phones if p.number), key=lambda p: (p.type or "") not in _MOBILE
    )
    rows = [_phone(work, customer, phone) for phone in phones if phone.number not in known]
    rows += [
        Address(
            id=work.new_id(),
            customer_id=customer.id,
            kind="email",
            value=email,
            raw=email,
            created_at=work.now,
        )
        for email in prospect.customer.emails
        if email not in known
    ]
    for row in {row.value: row for row in reversed(rows)}.values():
        work.bear(row)
    for value in (*prospect.customer.emails, *(p.number for p in phones if p.number)):
        _inquiry_consent(work, value, lead, asked)
        if asked and (agreed := consent_by_form(work, lead, value)):
            work.bear(agreed)


def _held(work: Work, customer: Customer) -> set[str]:
    """The addresses a customer has; of one who came in with this transaction they are at hand."""
    if customer.id in work.born:
        born = (row for row in work.born.values() if isinstance(row, Address))
        return {row.value for row in born if row.customer_id == customer.id}
    return set(work.session.scalars(select(Address.value).where(Address.customer_id == customer.id)))


def _phone(work: Work, customer: Customer, phone: PhoneIn) -> Address:
    kind = phone.type or ""
    can_text = kind not in _NO_TEXTS and not phone.ext
    return Address(
        id=work.new_id(), customer_id=customer.id, kind="phone", value=phone.number, raw=phone.raw, ext=phone.ext or "", type=kind,
        best_time=phone.time or "", can_text=can_text, created_at=work.now,
    )  # fmt: skip


def _inquiry_consent(work: Work, value: str, lead: Lead, asked: bool) -> None:
    channel = "email" if "@" in value else "text"
    evidence = f"Inquiry through {lead.source}, {lead.received_at.isoformat()}"
    if not asked:
        evidence = f"A row from {lead.source} that does not say when they asked"
    work.bear(
        Consent(
            id=work.new_id(),
            address=value,
            channel=channel,
            kind="inquiry" if asked else "none",
            evidence=evidence,
            at=lead.received_at,
            by="the customer",
        )
    )


def _name_vehicles(work: Work, lead: Lead, prospect: Prospect) -> None:
    for position, vehicle in enumerate(prospect.vehicles):
        if not vehicle.empty:
            work.bear(_wanted(work, lead, vehicle, position))
    first = next((v for v in prospect.vehicles if not v.empty), None)
    if first is not None:
        lead.vehicle_title, lead.stock = _title(work, first)
    elif prospect.trade_in:
        lead.vehicle_title = "Trade-in value only"


def _wanted(work: Work, lead: Lead, vehicle: WantedVehicle, position: int) -> Wanted:
    odometer = int(vehicle.odometer) if vehicle.odometer else None
    return Wanted(
        id=work.new_id(), lead_id=lead.id, position=position, interest=vehicle.interest or "", condition=vehicle.condition or "", year=vehicle.year,
        make=vehicle.make or "", model=vehicle.model or "", trim=vehicle.trim or "", stock=vehicle.stock or "", vin=vehicle.vin or "",
        odometer=odometer, colour=vehicle.colour or "", comments=vehicle.comments or "",
    )  # fmt: skip


def _title(work: Work, vehicle: WantedVehicle) -> tuple[str, str]:
    """The vehicle in words and its stock number, from the stock row where the inquiry names one."""
    row = work.vehicle("vin", vehicle.vin) or work.vehicle("stock", vehicle.stock)
    if row is not None:
        return " ".join(str(part) for part in (row.year, row.make, row.model, row.trim) if part), row.stock
    told = (vehicle.year, vehicle.make, vehicle.model, vehicle.trim)
    return " ".join(str(part) for part in told if part), vehicle.stock or ""


def _thread(work: Work, command: c.TakeLead, lead: Lead) -> Lead:
    """The same inquiry again, or another one of a customer with an open lead: shown in its conversation, answered once."""
    customer = work.session.get(Customer, lead.customer_id)
    assert customer is not None, "a lead always has a customer (foreign key)"
    prospect = command.prospect
    _keep_addresses(work, customer, prospect, lead, asked=command.asked)
    is_resent = bool({(i.source, i.value) for i in prospect.ids} & {(s, v) for s, v in lead.provider_ids})
    lead.provider_ids = [
        *lead.provider_ids,
        *([i.source, i.value] for i in prospect.ids if [i.source, i.value] not in lead.provider_ids),
    ]
    if is_resent or prospect.resent or masked(prospect.comments or "") == lead.comments:
        return lead
    work.session.add(_inquiry_line(work, command, lead))
    lead.unread += 1
    lead.last_in_at = work.now
    start = work.session.query(Wanted).filter_by(lead_id=lead.id).count()
    for position, vehicle in enumerate(prospect.vehicles, start=start):
        if not vehicle.empty:
            work.bear(_wanted(work, lead, vehicle, position))
    return lead


def _asked_again(work: Work, lead: Lead, prospect: Prospect) -> dict[str, Any] | None:
    """What another inquiry of the same customer asks, read like the first one's; None where it asks nothing (AI-04)."""
    told = _inquiry(work, lead.id, masked(prospect.comments or ""))
    passed = work.book.words_list("inquiry.passed_over")
    intents = [intent for intent in (told or {}).get("intents", ()) if intent not in passed]
    return told | {"intents": intents} if told and intents else None


def inquiry_key(lead_id: str, command: c.TakeLead) -> str:
    """The key of the line that a further inquiry adds to the conversation."""
    return f"{lead_id}·inquiry·{command.key}"


def _inquiry_line(work: Work, command: c.TakeLead, lead: Lead) -> Message:
    text = masked(command.prospect.comments or "Asked again.")
    reading = _asked_again(work, lead, command.prospect)
    values: dict[str, Any] = {
        "subject": f"Inquiry through {command.prospect.source or 'the same source'}",
        "text": text,
        "full_text": text,
        "reading": reading,
    }
    return Message(
        id=work.new_id(), key=inquiry_key(lead.id, command), lead_id=lead.id, direction="in", channel="email", author="customer",
        purpose="inquiry", status="received", at=work.now, message_id=command.message_header, raw_id=command.raw_id or None, **values,
    )  # fmt: skip
