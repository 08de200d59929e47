"""ADF/XML 1.0 as it really occurs, to leads (LEAD-02). Pure: no file, no network, no clock.

A document is mended first (`mend`), so that what the XML parser sees is always well-formed and holds no
declaration. Nothing is ever fetched or expanded. A document that cannot be a lead says why in a `Quarantined`.
"""

from __future__ import annotations

import quopri
import re
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from desk.models.intake.customers import read_customer
from desk.models.intake.labels import Facts, read_labels
from desk.models.intake.mend import Mended, holds_adf, mend
from desk.models.intake.moments import has_time, read_moment
from desk.models.intake.plain import decode, field, html_text
from desk.models.intake.prospect import LeadId, Prospect, Quarantined
from desk.models.intake.sources import SourceMatch
from desk.models.intake.tables import IntakeTables
from desk.models.intake.vehicles import comments_of, read_vehicles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_CHARACTERS = 4_000_000
_ESCAPED = re.compile(r"&lt;\s*(?:adf|prospect)\b", re.IGNORECASE)
_QUOTED_PRINTABLE = re.compile(r"""<[^<>]{0,200}=3D["'][^<>]{0,200}>""")
_OTHER_ROLE = re.compile(
    r"employ|referenc|agent|sales|co-?\s?(?:buyer|applicant|signer)|spouse|dealer|vendor", re.IGNORECASE
)

Reading = Prospect | Quarantined


def read_adf(
    document: str | bytes,
    *,
    store_zone: tzinfo,
    tables: IntakeTables,
    mail_date: datetime | None = None,
    sender: str | None = None,
) -> tuple[Reading, ...]:
    """Each prospect in `document`, at least one reading. Never raises for what a sender can write.

    A request date without an offset is local to `store_zone`; without a date, `mail_date` counts, with a warning.
    """
    text = decode(document[: 2 * MAX_CHARACTERS]) if isinstance(document, bytes) else document
    if len(text) > MAX_CHARACTERS:
        return (Quarantined("The document is too large to be a lead"),)
    mended = mend(_unwrapped(text))
    if mended.declares_entities:
        return (Quarantined("The document declares entities, which an ADF lead never needs"),)
    from defusedxml.ElementTree import fromstring  # a desk at rest does without a parser

    root: Element = fromstring(mended.xml, forbid_dtd=True)
    reader = _Reader(store_zone, tables, mail_date, sender)
    readings = tuple(reading for scope in _scopes(root) for reading in reader.scope(scope, mended))
    return readings or (Quarantined("No ADF prospect was found in the document"),)


def _unwrapped(text: str) -> str:
    """The document itself where it came escaped in HTML, or with its quoted-printable never undone."""
    if not holds_adf(text) and _ESCAPED.search(text):
        from html import unescape

        text = unescape(html_text(text))
    if _QUOTED_PRINTABLE.search(text):
        text = decode(quopri.decodestring(text.encode("utf-8", "replace")))
    return text


def _scopes(root: Element) -> list[Element]:
    """Each `adf`, and the root for prospects that came without one."""
    bare = [child for child in root if child.tag != "adf"]
    scopes = list(root.iter("adf"))
    if bare:
        from xml.etree.ElementTree import Element

        loose = Element("adf")
        loose.extend(bare)
        scopes.append(loose)
    return scopes


class _Reader:
    """Reads the prospects of one document; holds what is the same for all of them."""

    def __init__(
        self, zone: tzinfo, tables: IntakeTables, mail_date: datetime | None, sender: str | None
    ) -> None:
        self._zone = zone
        self._tables = tables
        self._mail_date = mail_date
        self._sender = sender

    def scope(self, adf: Element, mended: Mended) -> list[Reading]:
        prospects = adf.findall("prospect") or ([adf] if adf.find("customer") is not None else [])
        # Only the last prospect of the text can be the one that was cut off.
        return [
            self._prospect(each, adf, mended.open_at_end if each is prospects[-1] else ())
            for each in prospects
        ]

    def _prospect(self, prospect: Element, adf: Element, cut: tuple[str, ...]) -> Reading:
        customer = prospect.find("customer")
        if cut and (customer is None or "customer" in cut):
            return Quarantined("The document ends before the customer is complete")
        contacts = _contacts(prospect, customer)
        comments = comments_of(customer, *contacts, prospect)
        facts = read_labels(comments or "", self._tables.labels)
        person = read_customer(contacts, facts, self._tables.region)
        if not person.named_or_reachable:
            return Quarantined("The lead names no customer: no name, phone or email")
        provider = _first(prospect, adf, "provider")
        cars = read_vehicles(prospect.findall("vehicle"), _option_facts(prospect, self._tables), facts)
        cars = cars.for_form(_service(provider), self._tables.mail.for_service)
        received, doubt = self._received(prospect)
        match = self._source(prospect, adf, provider)
        flagged = _do_not_send(prospect)
        warnings = (
            "The document is cut off after the customer" if cut else None,
            doubt,
            *_contact_doubts(contacts, person.emails, person.reachable),
            "The sender marked this lead as not to be sent to" if flagged else None,
            *cars.warnings,
        )
        return Prospect(
            customer=person,
            received=received,
            provider=_provider_name(provider),
            service=_service(provider),
            source=match.name,
            source_kind=match.kind,
            source_class=match.class_,
            source_known=match.known,
            vehicles=cars.wanted,
            trade_in=cars.trade_in,
            comments=comments,
            timeframe=_timeframe(customer, facts),
            ids=_ids(prospect, customer, contacts),
            do_not_send=flagged,
            resent=(prospect.get("status") or "").strip().lower() == "resend",
            warnings=tuple(each for each in warnings if each),
        )

    def _received(self, prospect: Element) -> tuple[datetime | None, str | None]:
        text = field(prospect.findtext("requestdate"))
        moment = read_moment(text, self._zone) if text else None
        if text and moment and has_time(text):
            return moment, None
        if moment and (
            self._mail_date is None or self._mail_date.astimezone(self._zone).date() != moment.date()
        ):
            return moment, f'Request date "{text}" has no time of day'
        told = f'Request date "{text}" could not be read' if text and not moment else "No request date"
        if moment:
            told = f'Request date "{text}" has no time of day'
        used = "; the mail's date is used" if self._mail_date else ""
        return self._mail_date, told + used

    def _source(self, prospect: Element, adf: Element, provider: Element | None) -> SourceMatch:
        vendor = _first(prospect, adf, "vendor")
        ids = " ".join(each.source or "" for each in _id_elements(prospect))
        return self._tables.sources.match(
            _provider_name(provider),
            _service(provider),
            self._sender,
            ids.strip(),
            vendor=_vendor_name(vendor),
            url=field(provider.findtext("url")) if provider is not None else None,
        )


def _contacts(prospect: Element, customer: Element | None) -> list[Element]:
    """The customer's contact, and nameless ones that only add to it. Co-buyers, employers and agents stay out.

    A contact that lost its customer stands directly under the prospect.
    """
    if customer is not None and customer.find("contact") is None and _speaks(customer):
        return [customer]
    found = customer.findall("contact") if customer is not None else []
    own = [each for each in found or prospect.findall("contact") if not _OTHER_ROLE.search(_role(each))]
    if not own:
        return []
    first = next((each for each in own if each.get("primarycontact", "").strip() == "1"), own[0])
    return [first, *(each for each in own if each is not first and each.find("name") is None)]


def _speaks(element: Element) -> bool:
    return any(element.find(tag) is not None for tag in ("name", "email", "phone"))


def _role(contact: Element) -> str:
    return " ".join(contact.get(name, "") for name in ("type", "role", "relationship"))


def _first(prospect: Element, adf: Element, tag: str) -> Element | None:
    """The prospect's own vendor or provider, or the document's where it stands outside."""
    own = prospect.find(tag)
    return own if own is not None else adf.find(tag)


def _provider_name(provider: Element | None) -> str | None:
    if provider is None:
        return None
    names = [*provider.findall("name"), *provider.findall("contact/name")]
    return next((text for each in names if (text := field("".join(each.itertext())))), None) or field(
        provider.text
    )


def _service(provider: Element | None) -> str | None:
    return field(provider.findtext("service")) if provider is not None else None


def _vendor_name(vendor: Element | None) -> str | None:
    if vendor is None:
        return None
    return field(vendor.findtext("vendorname")) or field(vendor.findtext("contact/name"))


def _option_facts(prospect: Element, tables: IntakeTables) -> Facts:
    """Facts that some senders hide in options: `Trade In Year`, with the year as the manufacturer's code."""
    found: Facts = {}
    for option in prospect.iterfind("vehicle/option"):
        value = field(option.findtext("manufacturecode")) or field(option.findtext("manufacturercode"))
        meaning = tables.labels.meaning(option.findtext("optionname") or "")
        if value and meaning and meaning.startswith("trade_in."):
            found.setdefault(meaning, value)
    return found


def _timeframe(customer: Element | None, facts: Facts) -> str | None:
    element = customer.find("timeframe") if customer is not None else None
    if element is None:
        return field(facts.get("lead.timeframe"))
    dates = [text for tag in ("earliestdate", "latestdate") if (text := field(element.findtext(tag)))]
    return field(element.findtext("description")) or field(element.text) or " to ".join(dates) or None


def _id_elements(*elements: Element | None) -> list[LeadId]:
    return [
        LeadId(field(each.get("source")), value)
        for element in elements
        if element is not None
        for each in element.findall("id")
        if (value := field(each.text))
    ]


def _ids(prospect: Element, customer: Element | None, contacts: list[Element]) -> tuple[LeadId, ...]:
    parts = [part for part in (prospect, customer, *contacts) if part is not None]
    return tuple(dict.fromkeys(_id_elements(*dict.fromkeys(parts))))


def _do_not_send(prospect: Element) -> bool:
    told = [prospect.get("donotsend"), *(each.text or "1" for each in prospect.iter("donotsend"))]
    return any((text or "").strip().lower() in {"1", "true", "yes", "y"} for text in told)


def _contact_doubts(contacts: list[Element], emails: tuple[str, ...], reachable: bool) -> list[str]:
    told = [text for contact in contacts for each in contact.findall("email") if (text := field(each.text))]
    doubts = [f'Email "{text}" is not an address' for text in told if text and not emails]
    return doubts if reachable else [*doubts, "No way to reach the customer: no email or phone that works"]
