"""A lead written inline in a scenario, with the fields of ``desk adf``, as the prospect it describes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.models.errors import BadInput
from desk.models.intake.phones import e164
from desk.models.intake.prospect import (
    AddressIn,
    CustomerIn,
    LeadId,
    PhoneIn,
    Prospect,
    TradeIn,
    WantedVehicle,
)
from desk.services.intake_tables import shipped_tables


def prospect_of(row: Mapping[str, Any], place: str) -> Prospect:
    """Raises BadInput when the lead names nobody."""
    told = row.get("customer", {})
    customer = _customer(told)
    if not customer.named_or_reachable:
        raise BadInput(
            "This lead names nobody.",
            where=place,
            do="Add customer = { first = …, emails = […], phones = […] }.",
        )
    match = shipped_tables().sources.match(row.get("provider") or row.get("source"))
    return Prospect(
        customer=customer, provider=row.get("provider"), source=row.get("source") or match.name, source_kind=row.get("source_kind") or match.kind,
        source_class=row.get("source_class") or match.class_, source_known=match.known,
        vehicles=tuple(_fields(WantedVehicle, vehicle, place) for vehicle in row.get("vehicles", ())),
        trade_in=_fields(TradeIn, row["trade_in"], place) if row.get("trade_in") else None, comments=row.get("comments"),
        timeframe=row.get("timeframe"), ids=tuple(LeadId(i.get("source"), str(i.get("value"))) for i in row.get("ids", ())),
    )  # fmt: skip


def _customer(told: Mapping[str, Any]) -> CustomerIn:
    first, last = told.get("first"), told.get("last")
    full = told.get("full") or " ".join(part for part in (first, last) if part) or None
    phones = tuple(_phone(phone) for phone in told.get("phones", ()))
    address = AddressIn(**{k: v for k, v in told.get("address", {}).items() if k in AddressIn.__slots__})
    emails = tuple(str(email).lower() for email in told.get("emails", ()))
    return CustomerIn(
        first=first,
        last=last,
        full=full,
        emails=emails,
        phones=phones,
        address=address,
        preferred_contact=told.get("preferred_contact"),
    )


def _phone(told: Any) -> PhoneIn:
    if isinstance(told, str):
        return PhoneIn(e164(told), told)
    raw = str(told.get("raw") or told.get("number") or "")
    return PhoneIn(
        e164(str(told.get("number") or raw)),
        raw,
        type=told.get("type"),
        time=told.get("time"),
        ext=told.get("ext"),
    )


def _fields(kind: Any, row: Mapping[str, Any], place: str) -> Any:
    known = set(kind.__slots__)
    if unknown := sorted(set(row) - known):
        raise BadInput(
            f"Unknown vehicle field {unknown[0]!r}.", where=place, do=f"Use {', '.join(sorted(known))}."
        )
    return kind(**row)
