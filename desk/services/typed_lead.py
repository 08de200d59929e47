"""A lead that a person types or picks out of a mail, as the prospect it describes (LEAD-02)."""

from __future__ import annotations

import re
from dataclasses import replace

from desk.models.intake.emails import first_email
from desk.models.intake.names import read_name
from desk.models.intake.phones import e164
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect, WantedVehicle
from desk.models.intake.vehicles import split_name
from desk.services.intake_tables import shipped_tables

_STOCK = re.compile(r"\b(?:stk|stock)\b[\s#:.no]*([A-Z0-9][A-Z0-9-]{2,})", re.IGNORECASE)
_BARE_STOCK = re.compile(r"\b(?=[A-Z0-9-]*\d)[A-Z]{1,3}\d{3,}[A-Z]?\b")
#: Kind -> class, for a source that the table does not know: what comes to the store itself is 1st party.
_CLASSES = {
    "phone": "1st",
    "walk_in": "1st",
    "website": "1st",
    "referral": "1st",
    "chat": "1st",
    "oem": "2nd",
}


def typed_lead(
    *,
    name: str = "",
    phone: str = "",
    email: str = "",
    vehicle: str = "",
    stock: str = "",
    source: str = "",
    kind: str = "",
    comments: str = "",
) -> Prospect:
    """The prospect that these fields describe; a field left empty says nothing. ``kind`` goes before the source's own."""
    person = read_name(full=name.strip() or None)
    address = first_email(email)
    match = shipped_tables().sources.match(source.strip() or None)
    wanted = picked_vehicle(vehicle, stock)
    return Prospect(
        customer=CustomerIn(
            first=person.first,
            last=person.last,
            full=person.full,
            emails=(address.lower(),) if address else (),
            phones=(PhoneIn(e164(phone), phone.strip()),) if phone.strip() else (),
        ),
        source=source.strip() or match.name,
        source_kind=kind or match.kind,
        source_class=match.class_ if match.known or not kind else _CLASSES.get(kind, "3rd"),
        source_known=match.known,
        vehicles=() if wanted.empty else (wanted,),
        comments=comments.strip() or None,
    )


def picked_vehicle(words: str, stock: str = "") -> WantedVehicle:
    """A vehicle from one line such as "2020 4Runner SR5, stk U3398"; without a year its words stand as the model."""
    made = split_name(words.strip() or None, shipped_tables().makes)
    found = _STOCK.search(words) or _BARE_STOCK.search(words)
    number = stock.strip().upper() or made.stock or (found[found.lastindex or 0].upper() if found else None)
    if made.year is None and made.vin is None:
        rest = words.replace(found[0], " ") if found else words
        made = replace(made, model=" ".join(rest.split()).strip(" ,;·-") or None)
    return replace(made, stock=number, interest="buy")


def sound_phone(words: str) -> str | None:
    """The number in E.164, or None where none can be dialed."""
    return e164(words)


def sound_email(words: str) -> str | None:
    return first_email(words)


def source_line(words: str) -> str:
    """How a source is filed: "marketplace, 3rd party"."""
    match = shipped_tables().sources.match(words.strip() or None)
    return f"{match.kind.replace('_', ' ')}, {match.class_} party"
