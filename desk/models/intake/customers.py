"""The customer of an ADF prospect, or of labelled text (LEAD-02)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desk.models.intake.emails import read_emails
from desk.models.intake.labels import Facts
from desk.models.intake.names import PersonName, read_name
from desk.models.intake.phones import merge_phones, read_phones
from desk.models.intake.plain import field
from desk.models.intake.prospect import AddressIn, Channel, CustomerIn, PhoneIn

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PARTS = {
    "first": "first",
    "middle": "middle",
    "last": "last",
    "surname": "last",
    "suffix": "suffix",
    "full": "full",
}
_CHANNELS: dict[str, Channel] = {
    "text": "text", "sms": "text", "textmessage": "text", "texting": "text", "email": "email", "mail": "email",
    "phone": "call", "call": "call", "phonecall": "call", "telephone": "call", "cellphone": "call", "voice": "call",
}  # fmt: skip
_LABELLED_PHONES = {"phone": None, "cell": "cellphone", "home": "home", "work": "work"}


def read_customer(contacts: list[Element], facts: Facts, region: str) -> CustomerIn:
    """The customer in the `contact` elements of one `customer`; `facts` are what its comments label."""
    name = _name(contacts)
    address = _address(contacts)
    regions = _regions(address.country, region)
    return CustomerIn(
        name.first,
        name.last,
        name.full,
        _emails(contacts),
        merge_phones([phone for contact in contacts for phone in _phones(contact, regions)]),
        address,
        _preferred(contacts) or read_channel(facts.get("customer.preferred")),
    )


def labelled_customer(facts: Facts, region: str) -> CustomerIn:
    """The customer that labelled text tells of."""
    told = {name.partition(".")[2]: value for name, value in facts.items() if name.startswith("customer.")}
    name = read_name(told.get("first"), None, told.get("last"), None, _no_address(told.get("full")))
    address = AddressIn(
        *(field(told.get(part)) for part in ("street", "city", "region", "postal", "country"))
    )
    regions = _regions(address.country, region)
    phones = [
        phone
        for label, type_ in _LABELLED_PHONES.items()
        if (raw := field(told.get(label))) and re.search(r"\d", raw)
        for phone in read_phones(raw, type=type_, time=None, regions=regions)
    ]
    emails = tuple(dict.fromkeys(read_emails(told.get("email") or told.get("full"))))
    return CustomerIn(
        name.first,
        name.last,
        name.full,
        emails,
        merge_phones(phones),
        address,
        read_channel(told.get("preferred")),
    )


def read_channel(text: str | None) -> Channel | None:
    """The channel that a sender's word for it means."""
    return _CHANNELS.get(re.sub(r"[\W_]+", "", (text or "").lower()))


def _no_address(full: str | None) -> str | None:
    """A name field such as `Dana Reed <dana@example.com>` without its address."""
    return re.sub(r"[<(\[]?\S+@\S+[>)\]]?", "", full).strip() if full else None


def _name(contacts: list[Element]) -> PersonName:
    parts: dict[str, str] = {}
    for element in (name for contact in contacts for name in contact.findall("name")):
        for child in element:
            key = _PARTS.get(
                (child.get("type") or child.get("part") or child.get("name") or child.tag).lower()
            )
            if key and child.text:
                parts.setdefault(key, child.text)
        key = _PARTS.get((element.get("part") or "full").strip().lower(), "full")
        if text := field(element.text):
            parts.setdefault(key, text)
    return read_name(*(parts.get(each) for each in ("first", "middle", "last", "suffix", "full")))


def _emails(contacts: list[Element]) -> tuple[str, ...]:
    found = [
        address
        for contact in contacts
        for element in contact.findall("email")
        for address in read_emails(element.text)
    ]
    return tuple(dict.fromkeys(found))


def _phones(contact: Element, regions: tuple[str, ...]) -> list[PhoneIn]:
    return [
        phone
        for element in contact.findall("phone")
        if (raw := field(element.text)) and "tracking" not in (element.get("type") or "").lower()
        for phone in read_phones(
            raw, type=_word(element.get("type")), time=_word(element.get("time")), regions=regions
        )
    ]


def _word(attribute: str | None) -> str | None:
    text = field(attribute)
    return text.lower() if text else None


def _regions(country: str | None, default: str) -> tuple[str, ...]:
    own = (country or "").upper()
    return (own, default) if re.fullmatch("[A-Z]{2}", own) and own != default else (default,)


def _address(contacts: list[Element]) -> AddressIn:
    element = next((found for contact in contacts if (found := contact.find("address")) is not None), None)
    if element is None:
        return AddressIn()
    lines = [
        text for tag in ("street", "apartment") for each in element.findall(tag) if (text := field(each.text))
    ]
    rest = (field(element.findtext(tag)) for tag in ("city", "regioncode", "postalcode", "country"))
    return AddressIn(", ".join(lines) or None, *rest)


def _preferred(contacts: list[Element]) -> Channel | None:
    for contact in contacts:
        for element in contact:
            if element.tag == "preferredcontact" and (channel := read_channel(element.text)):
                return channel
            if element.tag in {"email", "phone"} and (
                element.get("preferredcontact") or ""
            ).strip().lower() in {"1", "true", "yes"}:
                return "email" if element.tag == "email" else "call"
    return None
