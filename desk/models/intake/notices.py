"""Leads that come as plain text: marketplace notices, website forms, phone notices, a person's own mail (LEAD-02)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import tzinfo

from desk.models.intake.customers import labelled_customer
from desk.models.intake.emails import domain
from desk.models.intake.labels import Facts, read_labels
from desk.models.intake.mime import Headers
from desk.models.intake.moments import has_time, read_moment
from desk.models.intake.phones import read_phones
from desk.models.intake.plain import block, field
from desk.models.intake.prospect import CustomerIn, LeadId, Prospect, Quarantined, WantedVehicle
from desk.models.intake.sources import SourceMatch
from desk.models.intake.tables import IntakeTables
from desk.models.intake.vehicles import trade_in_of, wanted_of

_CALLER = re.compile(
    r"(?:from|caller(?:\s+id)?|number|de)[\s:#-]{1,4}(\+?1?[\s.-]?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4})(?!\d)",
    re.IGNORECASE,
)


def read_notice(
    headers: Headers, text: str, zone: tzinfo, tables: IntakeTables
) -> Prospect | Quarantined | None:
    """The lead that a notice tells of; Quarantined for a notice without a customer; None for what is no notice."""
    facts = read_labels(text, tables.labels)
    subject = headers.subject
    by_phone = tables.mail.phone_subjects.search(subject) is not None
    announced = by_phone or tables.mail.lead_subjects.search(subject) is not None
    customer = _customer(headers, facts, text if by_phone else "", tables)
    if customer.named_or_reachable and (announced or _is_lead(headers, facts, customer, tables)):
        return _prospect(headers, facts, customer, by_phone, zone, tables)
    if announced and not tables.mail.report_subjects.search(subject) and not _bulk(headers):
        return Quarantined("The mail looks like a lead notice, but no customer was found in it")
    return None


def read_taught(
    headers: Headers, text: str, zone: tzinfo, tables: IntakeTables
) -> tuple[Prospect, str] | None:
    """The lead in a mail whose layout a person taught, and the words it was read by; None where no layout fits."""
    for lesson in tables.lessons_of(headers.from_address):
        taught = lesson.read(text)
        facts = read_labels(text, tables.labels) | taught
        customer = _customer(headers, facts, "", tables)
        if taught and customer.named_or_reachable:
            return _prospect(headers, facts, customer, False, zone, tables), ", ".join(lesson.labels)
    return None


def read_inquiry(headers: Headers, visible: str, tables: IntakeTables) -> Prospect | None:
    """The lead that a person's own first mail about a car is: the sender is the customer (LEAD-01)."""
    mail = tables.mail
    own = {domain(address) for address in headers.recipients}
    stranger = (
        headers.from_address
        and not mail.no_reply_senders.search(headers.from_address)
        and domain(headers.from_address) not in own
    )
    told = f"{headers.subject}\n{visible}"
    about_a_car = mail.cars.search(told) or _names_a_make(told, tables.makes)
    if not (stranger and about_a_car and mail.asks.search(told)) or mail.no_inquiries.search(told):
        return None
    customer = labelled_customer(
        {"customer.full": headers.from_name or "", "customer.email": headers.from_address}, tables.region
    )
    return Prospect(
        customer=replace(customer, preferred_contact=None),
        received=headers.date,
        source="Email",
        source_class="1st",
        source_known=True,
        comments=block(visible) or field(headers.subject),
    )


def _names_a_make(text: str, makes: tuple[str, ...]) -> bool:
    words = " " + re.sub(r"[^\w-]+", " ", text.casefold()) + " "
    return any(f" {make.casefold()} " in words for make in makes)


def _customer(headers: Headers, facts: Facts, call_text: str, tables: IntakeTables) -> CustomerIn:
    if tables.mail.nobody.search(facts.get("customer.full", "")):
        facts = {name: value for name, value in facts.items() if name != "customer.full"}
    customer = labelled_customer(facts, tables.region)
    strangers = tuple(
        address for address in customer.emails if not _is_ours_or_theirs(address, headers, tables)
    )
    customer = replace(customer, emails=strangers or _relayed(headers, tables))
    if (
        call_text
        and not customer.phones
        and (caller := _CALLER.search(f"{headers.subject}\n{call_text[:4000]}"))
    ):
        phones = tuple(read_phones(caller[1], type=None, time=None, regions=(tables.region,)))
        customer = replace(customer, phones=phones)
    return customer


def _is_ours_or_theirs(address: str, headers: Headers, tables: IntakeTables) -> bool:
    """Whether a labelled address is the store's or the marketplace's own.

    A relay for the customer is not; nor is the sender's, where a form writes in the customer's name.
    """
    if tables.sources.is_relay(address):
        return False
    if address in headers.recipients or tables.sources.knows_sender(address):
        return True
    own = {domain(each) for each in headers.recipients}
    machine = tables.mail.no_reply_senders.search(address) is not None or domain(address) in own
    return address == headers.from_address and machine


def _relayed(headers: Headers, tables: IntakeTables) -> tuple[str, ...]:
    """The address that a marketplace relays for this customer: in Reply-To, or the sender under a relay's domain."""
    own = {domain(address) for address in (*headers.recipients, headers.from_address)}
    for address in headers.reply_to:
        fresh = domain(address) not in own and not tables.mail.no_reply_senders.search(address)
        if tables.sources.is_relay(address) or (fresh and not tables.sources.knows_sender(address)):
            return (address,)
    return (headers.from_address,) if tables.sources.is_relay(headers.from_address) else ()


def _is_lead(headers: Headers, facts: Facts, customer: CustomerIn, tables: IntakeTables) -> bool:
    """Whether labels alone make a lead: a reachable customer and a word about a car or from the customer."""
    about = any(name.startswith(("vehicle.", "trade_in.")) for name in facts) or "lead.comments" in facts
    known = tables.sources.knows_sender(headers.from_address)
    contact = sum(name.startswith("customer.") for name in facts)
    if _bulk(headers):
        return about and contact >= 2 and bool(customer.full)
    return bool(customer.emails or customer.phones) and (about or known) and contact >= 2


def _bulk(headers: Headers) -> bool:
    return bool(headers.list_unsubscribe or headers.list_id or headers.precedence in {"bulk", "list"})


def _prospect(
    headers: Headers, facts: Facts, customer: CustomerIn, by_phone: bool, zone: tzinfo, tables: IntakeTables
) -> Prospect:
    doubts: list[str] = []
    vehicle = wanted_of(facts, "vehicle", tables.makes, doubts)
    trade = trade_in_of(facts, doubts, tables.makes)
    match = _source(headers, facts, tables)
    service = field(facts.get("lead.service"))
    if not vehicle.empty and tables.mail.for_service.search(service or headers.subject):
        doubts.append(f"Brought for service, so not a wanted vehicle: {vehicle}")
        vehicle = WantedVehicle()
    if not customer.reachable:
        doubts.append("No way to reach the customer: no email or phone that works")
    written = field(facts.get("lead.date"))
    moment = read_moment(written, zone) if written and has_time(written) else None
    id_ = field(facts.get("lead.id"))
    return Prospect(
        customer=customer,
        received=moment or headers.date,
        provider=field(facts.get("lead.source")) or headers.from_name or None,
        service=service,
        source=match.name,
        source_kind="phone" if by_phone else match.kind,
        source_class=match.class_,
        source_known=match.known,
        vehicles=() if vehicle.empty else (vehicle,),
        trade_in=None if trade.empty else trade,
        comments=block(facts.get("lead.comments")),
        timeframe=field(facts.get("lead.timeframe")),
        ids=(LeadId(match.name, id_),) if id_ else (),
        warnings=tuple(dict.fromkeys(doubts)),
    )


def _source(headers: Headers, facts: Facts, tables: IntakeTables) -> SourceMatch:
    labelled, service = field(facts.get("lead.source")), field(facts.get("lead.service"))
    match = tables.sources.match(labelled, service, headers.from_address, headers.from_name)
    own = {domain(address) for address in headers.recipients}
    if not match.known and domain(headers.from_address) in own:
        return SourceMatch(labelled or headers.from_name or "Website", "website", "1st", True)
    return match if match.name else replace(match, name=domain(headers.from_address) or None)
