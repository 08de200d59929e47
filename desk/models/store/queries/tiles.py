"""How a customer may be reached: one tile per address, and what closes a channel (COMPLY-03, FLOW-15)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.engine import Connection

from desk.models.person import Address, Block, Consent
from desk.models.snapshots.lead import ConsentTile
from desk.models.store.queries.says import day

_OF_CUSTOMER = Address.customer_id == bindparam("customer")
_VALUES = select(Address.value).where(_OF_CUSTOMER)
_ADDRESSES = (
    select(Address.kind, Address.value, Address.raw, Address.ext, Address.type, Address.can_text)
    .where(_OF_CUSTOMER)
    .order_by(Address.kind.desc(), Address.created_at, Address.id)
)
_BLOCKS = (
    select(Block.kind, Block.address, Block.channels, Block.words, Block.at)
    .where(Block.address.in_(_VALUES), Block.lifted_at.is_(None), Block.kind != "ai_off")
    .order_by(Block.at)
)
_CONSENTS = (
    select(Consent.address, Consent.channel, Consent.kind, Consent.at, Consent.evidence)
    .where(Consent.address.in_(_VALUES))
    .order_by(Consent.at)
)
_KINDS = {
    "opt_out": "said stop",
    "do_not_contact": "do not contact",
    "wrong_number": "wrong number",
    "bad_address": "does not arrive",
}
#: What opens a closed address again, with the rule that closed it (COMPLY-05).
_LIFTS = {
    "opt_out": "Their own opt-in opens it (R3)",
    "do_not_contact": "Their own opt-in opens it (R3)",
    "wrong_number": "Another number is needed (R8)",
    "bad_address": "Another address is needed (R28)",
}
_AGREED = {"written": "written consent", "express": "consent"}
_NO = {"text": "No texts", "email": "No emails", "call": "No calls"}
_OK = {"text": "Text OK", "email": "Email OK", "call": "Calls OK"}
CHANNELS = ("text", "email", "call")


@dataclass(frozen=True, slots=True)
class Reach:
    """The tiles, the channels a person may use, and for each closed one the reason."""

    tiles: tuple[ConsentTile, ...]
    open: tuple[str, ...]
    closed: tuple[tuple[str, str], ...]


def reach(connection: Connection, customer_id: str, preferred: str, zone: str) -> Reach:
    """How this customer may be reached now. Dates are days in ``zone``."""
    values = {"customer": customer_id}
    addresses = connection.execute(_ADDRESSES, values).all()
    consents = {(row.address, row.channel): row for row in connection.execute(_CONSENTS, values)}
    stops = _stops(connection.execute(_BLOCKS, values), consents, zone)
    tiles = [_tile(row, stops, _agreed(consents, zone), preferred) for row in addresses]
    usable = {channel: _usable(addresses, stops, channel) for channel in CHANNELS}
    return Reach(
        tuple(sorted(tiles, key=lambda tile: not tile.preferred)),
        tuple(channel for channel, reason in usable.items() if not reason),
        tuple((channel, reason) for channel, reason in usable.items() if reason),
    )


Stops = dict[tuple[str, str], str]


def _agreed(consents: Mapping[tuple[str, str], Any], zone: str) -> Stops:
    """What was agreed to, when and by which evidence, where that stands (COMPLY-03)."""
    return {
        at: f"{_AGREED[row.kind]} {day(row.at, zone)}, {row.evidence.removeprefix('written:').strip()}"
        for at, row in consents.items()
        if row.kind in _AGREED
    }


def _stops(blocks: Iterable[Any], consents: Mapping[tuple[str, str], Any], zone: str) -> Stops:
    """Why an address is closed, by address and channel; the latest reason stands."""
    found: Stops = {}
    for (address, channel), row in consents.items():
        if row.kind == "revoked":
            found[address, channel] = f"consent taken back {day(row.at, zone)}. {_LIFTS['opt_out']}"
    for row in blocks:
        said = f" (“{row.words}”)" if row.words else ""
        lifts = f". {_LIFTS[row.kind]}" if row.kind in _LIFTS else ""
        words = f"{_KINDS.get(row.kind, row.kind)} {day(row.at, zone)}{said}{lifts}"
        for channel in CHANNELS if "all" in row.channels else row.channels:
            found[row.address, channel] = words
    return found


def _tile(row: Any, stops: Stops, agreed: Stops, preferred: str) -> ConsentTile:
    channel = _main_channel(row)
    reason, given = stops.get((row.value, channel), ""), agreed.get((row.value, channel), "")
    return ConsentTile(
        channel=channel,
        address=row.value,
        shown=_shown(row),
        role=row.type,
        preferred=preferred == channel,
        ok=not reason,
        words=f"{_NO[channel]}: {reason}"
        if reason
        else f"{_OK[channel]}: {given}"
        if given
        else _OK[channel],
    )


def _shown(row: Any) -> str:
    """An address as people write it: ``(208) 555-0142 ext. 4`` for a North American number."""
    return shown_number(row.value, row.ext) if row.kind == "phone" else str(row.value)


def shown_number(value: str, ext: str = "") -> str:
    """A phone number as people write it."""
    if value.startswith("+1") and len(value) == 12:
        value = f"({value[2:5]}) {value[5:8]}-{value[8:]}"
    return f"{value} ext. {ext}" if ext else value


def _main_channel(row: Any) -> str:
    if row.kind == "email":
        return "email"
    return "text" if row.can_text else "call"


def _usable(addresses: Sequence[Any], stops: Stops, channel: str) -> str:
    """Empty when some address takes this channel, else why none does."""
    kind = "email" if channel == "email" else "phone"
    fitting = [row for row in addresses if row.kind == kind and (channel != "text" or row.can_text)]
    if not fitting:
        return {"text": "No number for texts", "email": "No email address", "call": "No phone number"}[
            channel
        ]
    reasons = [stops.get((row.value, channel), "") for row in fitting]
    return "" if "" in reasons else f"{_NO[channel]}: {reasons[0]}"
