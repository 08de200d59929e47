"""How one side of a merge, and the result, read in a line each: phones, consent, cover, next step (LEAD-04)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from desk.models.facts import Facts
from desk.models.person import Address, Block, Consent
from desk.models.playbook import Playbook
from desk.models.rules.coverage import side_by_side
from desk.models.rules.merging import Side
from desk.models.snapshots.merge import Marks, SignView
from desk.models.store.queries.says import day, when
from desk.models.store.queries.signs import shown_phone, sign_strength, sign_title

NONE = "none"
_ICONS = {
    "phone": "phone",
    "email": "mail",
    "address": "house",
    "name": "user",
    "nickname": "user",
    "vin": "car",
    "stock": "car",
}
_CHANNELS = (("text", "phone", "Text"), ("email", "email", "Email"))


def sign_view(sign: Mapping[str, Any], sides: tuple[Side, Side], *, turned: bool) -> SignView:
    """A sign with what stands on either side; where two phones differ, the places are marked."""
    kind, one, other = sign["kind"], sign["left"], sign["right"]
    icon = _ICONS.get(kind.rpartition("_")[2], "user")
    detail, marks = _detail(kind, *((other, one) if turned else (one, other)), sides)
    return SignView(icon, sign_title(kind), sign_strength(sign), detail, marks)


def _detail(kind: str, one: str, other: str, sides: tuple[Side, Side]) -> tuple[str, Marks]:
    if kind == "near_phone":
        mine, theirs = (f"…{shown_phone(value)[-8:]}" for value in (one, other))
        here, there = differing(mine, theirs)
        gap = len(mine) + len(" and ")
        return f"{mine} and {theirs}", (*here, *(gap + place for place in there))
    if kind in ("same_vin", "same_stock"):
        lead = next((side.lead for side in sides if side.lead.vehicle_title), sides[0].lead)
        mark = f"VIN ends {one[-4:]}" if kind == "same_vin" else f"stock {one}"
        return ", ".join(filter(None, (lead.vehicle_title, mark))), ()
    if kind == "same_address":
        return ", ".join(filter(None, (one, sides[0].customer.city))), ()
    if kind.startswith("same_") and one == other:
        return (shown_phone(one) if kind == "same_phone" else one), ()
    return f"{one}; {other}", ()


def differing(one: str, other: str) -> tuple[Marks, Marks]:
    """The places where two texts of one length differ; none where their lengths do."""
    if len(one) != len(other):
        return (), ()
    places = tuple(n for n, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1])
    return places, places


def reached(addresses: Sequence[Address], kind: str) -> str:
    """All addresses of a kind as people write them."""
    return ", ".join(shown_phone(each.value) for each in addresses if each.kind == kind) or NONE


def kept_words(addresses: Sequence[Address], kind: str) -> str:
    """One address as it is; of several how many, and which is used first."""
    found = [each for each in addresses if each.kind == kind]
    if len(found) < 2:
        return reached(found, kind)
    first = found[0].value[-4:] if kind == "phone" else found[0].value
    return f"{'Both' if len(found) == 2 else len(found)} kept, {first} first"


def consent_words(addresses: Sequence[Address], blocks: Sequence[Block], consents: Sequence[Consent]) -> str:
    """Which channels are open: "Text and email OK", "Text OK on 0136 only", "No texts"."""
    told = [_channel(*channel, addresses, blocks, consents) for channel in _CHANNELS]
    fine = [words for state, words in told if state == "ok"]
    both = (" and ".join((fine[0], *(words.lower() for words in fine[1:]))) + " OK",) if fine else ()
    return ", ".join((*both, *(words for state, words in told if state == "said"))) or NONE


def _channel(
    channel: str,
    kind: str,
    word: str,
    addresses: Sequence[Address],
    blocks: Sequence[Block],
    consents: Sequence[Consent],
) -> tuple[str, str]:
    fitting = [each for each in addresses if each.kind == kind]
    states = [_state(each.value, channel, blocks, consents) for each in fitting]
    if not states:
        return "", ""
    if set(states) == {"ok"}:
        return "ok", word
    if "ok" not in states:
        return "said", f"No {word.lower()}s" if "stopped" in states else f"{word} not asked"
    fine = " and ".join(_short(each) for each, state in zip(fitting, states, strict=True) if state == "ok")
    return "said", f"{word} OK on {fine} only"


def _short(address: Address) -> str:
    return address.value[-4:] if address.kind == "phone" else address.value


def _state(value: str, channel: str, blocks: Sequence[Block], consents: Sequence[Consent]) -> str:
    """ok | stopped | unasked, as the latest word on this address has it."""
    stops = (b for b in blocks if b.address == value and b.lifted_at is None)
    if any({channel, "all"} & set(block.channels) for block in stops):
        return "stopped"
    last = next((c for c in reversed(consents) if (c.address, c.channel) == (value, channel)), None)
    if last is None:
        return "unasked"
    return "stopped" if last.kind == "revoked" else "ok"


def cover_words(facts: Facts, staff_id: str | None, book: Playbook, now: datetime) -> str:
    """Lena, until Oct 21; Tom, none yet."""
    person = facts.store.person(staff_id)
    if person is None:
        return "nobody owns it"
    found = side_by_side(facts, person.id, book, now)[0]
    until = f"until {day(found.until, facts.store.zone)}" if found.covered and found.until else "none yet"
    return f"{person.name.split()[0]}, {until}"


def together(left: Side, right: Side) -> Facts:
    """The left lead's facts with what was said and done on both."""
    one, other = left.facts, right.facts
    return replace(
        one,
        messages=tuple(sorted((*one.messages, *other.messages), key=lambda row: (row.at, row.id))),
        logs=tuple(sorted((*one.logs, *other.logs), key=lambda row: (row.at, row.id))),
        appointments=tuple(sorted((*one.appointments, *other.appointments), key=lambda row: row.starts_at)),
    )


def next_words(facts: Facts, now: datetime) -> str:
    """The next visit, else the lead's next step."""
    visit = next(
        (v for v in facts.appointments if v.status in ("booked", "confirmed") and v.starts_at >= now), None
    )
    if visit is not None:
        return f"Visit {when(visit.starts_at, now, facts.store.zone)}"
    return facts.lead.next_text or "nothing planned"


def entries(facts: Facts) -> int:
    """How much was said and done: messages, logged calls and notes, visits."""
    return len(facts.messages) + len(facts.logs) + len(facts.appointments)


def place_words(values: Sequence[str]) -> str:
    street, city, region, postal = values[:4]
    town = " ".join(filter(None, (region, postal)))
    return ", ".join(filter(None, (street, city, town))) or NONE


def vehicle_words(title: str, stock: str) -> str:
    return " · ".join(filter(None, (title, stock))) or NONE


def in_turn(names: Sequence[str]) -> str:
    """Lena, Tom and Dana."""
    told = tuple(dict.fromkeys(filter(None, names)))
    return " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))


def sources(side: Side, now: datetime) -> Iterator[str]:
    """1st · Website · Oct 9."""
    lead = side.lead
    yield from (lead.source_class, lead.source_label or lead.source)
    yield when(lead.received_at, now, side.facts.store.zone)
