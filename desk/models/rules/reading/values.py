"""The nouns of reading: the message that came in and what was understood in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Literal

Channel = Literal["text", "email"]
Precision = Literal["minute", "hour", "part", "day"]

INTENTS: tuple[str, ...] = (
    "opt_out", "wants_person", "call_me", "propose_time", "confirm_time", "reschedule", "cancel",
    "price", "payment", "financing", "trade_in", "availability", "vehicle_detail", "similar_vehicles",
    "history_report", "test_drive", "hours", "directions", "delivery", "warranty", "yes", "no", "not_now",
    "not_interested", "bought_elsewhere", "working_with_someone", "already_bought_here", "wrong_number",
    "complaint", "legal_threat", "is_bot", "preferred_contact", "documents", "thanks", "greeting", "unclear",
)  # fmt: skip
"""Every intent, in the order in which a reading lists them."""

CHANNELS: tuple[str, ...] = ("text", "email", "call", "all")
"""What a customer can forbid, in the order in which a reading lists them."""


@dataclass(frozen=True, slots=True)
class MessageIn:
    """One inbound message. `now` is the aware moment it arrived; `timezone` the store's IANA zone.

    `asked` is what the assistant asked last (`visit_time`, `call`, `still_interested` ...). `store_open` maps
    a weekday (0 = Monday) to its opening and closing time of day, in the store's zone; a missing day is closed.
    """

    id: str
    text: str
    now: datetime
    timezone: str
    channel: Channel = "text"
    subject: str | None = None
    asked: str | None = None
    store_open: Mapping[int, tuple[time, time]] | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """A time for a visit. `end` is exclusive; `phrase` is the customer's own wording."""

    start: datetime | None
    end: datetime | None
    precision: Precision
    phrase: str

    def to_json(self) -> dict[str, Any]:
        """Gives the object of `desk read`, moments with the store's offset."""
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "precision": self.precision,
            "phrase": self.phrase,
        }


@dataclass(frozen=True, slots=True)
class VehicleNamed:
    """A vehicle the customer asks about, with only what was said. `vin_valid` is the check digit's verdict."""

    year: int | None = None
    make: str | None = None
    model: str | None = None
    stock: str | None = None
    vin: str | None = None
    vin_valid: bool | None = None

    def to_json(self) -> dict[str, Any]:
        """Gives the object of `desk read`; absent facts are null."""
        shown = {
            "year": self.year,
            "make": self.make,
            "model": self.model,
            "stock": self.stock,
            "vin": self.vin,
        }
        return shown if self.vin is None else {**shown, "vin_valid": self.vin_valid}


@dataclass(frozen=True, slots=True)
class TradeIn:
    """The customer's own car: odometer in miles, `owed` in whole dollars as the customer put it."""

    year: int | None = None
    make: str | None = None
    model: str | None = None
    odometer: int | None = None
    owed: int | None = None
    vin: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Gives the object of `desk read`; absent facts are null."""
        return {
            "year": self.year, "make": self.make, "model": self.model,
            "odometer": self.odometer, "owed": self.owed, "vin": self.vin,
        }  # fmt: skip


MAY_HAVE_STOPPED = "may_have_stopped"
"""The doubt of a message in which the rules hear a stop and the model none, or the reverse."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood. `visible` is set for e-mail only; `sensitive` names what was masked (R21).

    `doubt` says why a person must read the message before anything else is done: ``may_have_stopped`` (R4).
    """

    id: str
    intents: tuple[str, ...]
    language: str
    action: str
    confidence: float
    appointment: Appointment | None = None
    vehicles: tuple[VehicleNamed, ...] = ()
    trade_in: TradeIn | None = None
    preferred_contact: str | None = None
    phone: str | None = None
    do_not: tuple[str, ...] = ()
    resume_on: date | None = None
    visible: str | None = None
    doubt: str = ""
    sensitive: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """Gives the one object a line that `desk read` prints (spec: "`desk read`")."""
        shown: dict[str, Any] = {
            "id": self.id,
            "intents": list(self.intents),
            "language": self.language,
            "appointment": self.appointment.to_json() if self.appointment else None,
            "vehicles": [vehicle.to_json() for vehicle in self.vehicles],
            "trade_in": self.trade_in.to_json() if self.trade_in else None,
            "preferred_contact": self.preferred_contact,
            "phone": self.phone,
            "do_not": list(self.do_not),
            "resume_on": self.resume_on.isoformat() if self.resume_on else None,
            "confidence": self.confidence,
            "action": self.action,
        }
        if self.doubt:
            shown["doubt"] = self.doubt
        return shown if self.visible is None else {**shown, "visible": self.visible}
