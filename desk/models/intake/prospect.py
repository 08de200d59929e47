"""What one lead says, as its sender said it: plain frozen values, nothing invented (LEAD-02).

A fact that the sender did not give is `None` or empty. `to_json` is the object that `desk adf` prints.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Interest = Literal["buy", "lease", "sell", "trade-in", "test-drive"]
Condition = Literal["new", "used"]
Channel = Literal["text", "email", "call"]
Unit = Literal["mi", "km"]
IgnoredKind = Literal["newsletter", "bounce", "auto-reply", "reply", "report", "spam", "other"]


@dataclass(frozen=True, slots=True)
class PhoneIn:
    """A phone of the customer. `number` is E.164, or None where none can be made; `raw` is what came."""

    number: str | None
    raw: str
    type: str | None = None
    time: str | None = None
    ext: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The entry of `customer.phones`."""
        return {"number": self.number, "raw": self.raw, "type": self.type, "time": self.time, "ext": self.ext}


@dataclass(frozen=True, slots=True)
class AddressIn:
    """A postal address; each part as sent."""

    street: str | None = None
    city: str | None = None
    region: str | None = None
    postal: str | None = None
    country: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The `customer.address` object."""
        return {
            "street": self.street,
            "city": self.city,
            "region": self.region,
            "postal": self.postal,
            "country": self.country,
        }


@dataclass(frozen=True, slots=True)
class CustomerIn:
    """The person who asks. E-mail addresses are lower case; phones keep what was typed."""

    first: str | None = None
    last: str | None = None
    full: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[PhoneIn, ...] = ()
    address: AddressIn = AddressIn()
    preferred_contact: Channel | None = None

    @property
    def reachable(self) -> bool:
        """Whether there is an e-mail address or a phone that can be dialed."""
        return bool(self.emails) or any(phone.number for phone in self.phones)

    @property
    def named_or_reachable(self) -> bool:
        """Whether there is anyone at all: a name, an address or digits to go by."""
        return bool(self.full or self.emails or self.phones)

    def to_json(self) -> dict[str, Any]:
        """The `customer` object."""
        return {
            "first": self.first,
            "last": self.last,
            "full": self.full,
            "emails": list(self.emails),
            "phones": [phone.to_json() for phone in self.phones],
            "address": self.address.to_json(),
            "preferred_contact": self.preferred_contact,
        }


@dataclass(frozen=True, slots=True)
class WantedVehicle:
    """A vehicle asked about, or offered with interest `sell`. Odometer in `odometer_unit`, price in dollars."""

    interest: Interest | None = None
    condition: Condition | None = None
    year: int | None = None
    make: str | None = None
    model: str | None = None
    trim: str | None = None
    stock: str | None = None
    vin: str | None = None
    odometer: int | float | None = None
    odometer_unit: Unit | None = None
    price: int | float | None = None
    colour: str | None = None
    comments: str | None = None

    @property
    def empty(self) -> bool:
        """Whether the sender named nothing of it (an interest alone names nothing)."""
        told = (self.year, self.make, self.model, self.trim, self.stock, self.vin, self.odometer)
        return not any((*told, self.price, self.colour, self.comments))

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.year, self.make, self.model) if part) or "a vehicle"

    def to_json(self) -> dict[str, Any]:
        """The entry of `vehicles`."""
        return {
            "interest": self.interest,
            "condition": self.condition,
            "year": self.year,
            "make": self.make,
            "model": self.model,
            "trim": self.trim,
            "stock": self.stock,
            "vin": self.vin,
            "odometer": self.odometer,
            "odometer_unit": self.odometer_unit,
            "price": self.price,
            "colour": self.colour,
            "comments": self.comments,
        }


@dataclass(frozen=True, slots=True)
class TradeIn:
    """The customer's own car, brought in exchange. `owed` is the loan still on it, in dollars (AI-07)."""

    year: int | None = None
    make: str | None = None
    model: str | None = None
    trim: str | None = None
    vin: str | None = None
    odometer: int | float | None = None
    odometer_unit: Unit | None = None
    price: int | float | None = None
    owed: int | float | None = None
    colour: str | None = None
    comments: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing of it is told."""
        told = (self.year, self.make, self.model, self.trim, self.vin, self.odometer)
        return not any((*told, self.price, self.owed, self.colour, self.comments))

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.year, self.make, self.model) if part) or "a vehicle"

    def to_json(self) -> dict[str, Any]:
        """The `trade_in` object."""
        return {
            "year": self.year,
            "make": self.make,
            "model": self.model,
            "trim": self.trim,
            "vin": self.vin,
            "odometer": self.odometer,
            "odometer_unit": self.odometer_unit,
            "price": self.price,
            "owed": self.owed,
            "colour": self.colour,
            "comments": self.comments,
        }


@dataclass(frozen=True, slots=True)
class LeadId:
    """An id that the sender gave to the inquiry or the customer; a retransmission carries it again (LEAD-04)."""

    source: str | None
    value: str

    def to_json(self) -> dict[str, Any]:
        """The entry of `ids`."""
        return {"source": self.source, "value": self.value}


@dataclass(frozen=True, slots=True)
class Prospect:
    """One lead (LEAD-02, LEAD-03). `received` is aware, in the sender's offset or the store's zone."""

    customer: CustomerIn
    received: datetime | None = None
    provider: str | None = None
    service: str | None = None
    source: str | None = None
    source_kind: str = "website"
    source_class: str = "3rd"
    source_known: bool = False
    vehicles: tuple[WantedVehicle, ...] = ()
    trade_in: TradeIn | None = None
    comments: str | None = None
    timeframe: str | None = None
    ids: tuple[LeadId, ...] = ()
    do_not_send: bool = False
    resent: bool = False
    warnings: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """The object of `desk adf`, without `file` and `prospect`, which the caller knows."""
        return {
            "received": self.received.isoformat() if self.received else None,
            "provider": self.provider,
            "source": self.source,
            "source_kind": self.source_kind,
            "source_class": self.source_class,
            "customer": self.customer.to_json(),
            "vehicles": [vehicle.to_json() for vehicle in self.vehicles],
            "trade_in": self.trade_in.to_json() if self.trade_in else None,
            "comments": self.comments,
            "timeframe": self.timeframe,
            "ids": [each.to_json() for each in self.ids],
            "warnings": list(self.warnings),
        }


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Something that may be a lead and could not be read; a person opens it (LEAD-02)."""

    reason: str

    def to_json(self) -> dict[str, Any]:
        """The object of `desk adf`, without `file`."""
        return {"quarantined": self.reason}


@dataclass(frozen=True, slots=True)
class Ignored:
    """A mail that is no lead."""

    kind: IgnoredKind

    def to_json(self) -> dict[str, Any]:
        """The object of `desk adf`, without `file`."""
        return {"ignored": self.kind}
