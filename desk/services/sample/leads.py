"""One lead of the sample, whole: its columns agree with what was said, and its keys are those the rules would have made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from hashlib import blake2b
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from desk.models.conversation import Arrival
from desk.models.facts import StoreFacts
from desk.models.hours import Week
from desk.models.ids import CountedIds
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Block, Consent, Customer
from desk.models.playbook import Playbook
from desk.models.rules.standing import place_in_column, place_of_closed
from desk.models.staff import Staff
from desk.models.time import span
from desk.models.words import PROOF_OUTCOMES
from desk.services.outside.town import Townsperson, townsperson
from desk.services.sample import talk
from desk.services.sample.batch import Batch
from desk.services.sample.tables import Story
from desk.services.sample.talk import Placed

_TOKENS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(slots=True)
class House:
    """What every lead of the sample needs to know of the store."""

    now: datetime
    zone: ZoneInfo
    name: str
    region: str
    domain: str
    week: Week
    bdc_week: Week
    sellers: Sequence[Staff]
    bdc: Sequence[Staff]
    manager: Staff
    stock: Sequence[Mapping[str, Any]]
    sources: Sequence[Mapping[str, Any]]
    ladders: Mapping[str, tuple[str, Sequence[timedelta]]]
    book: str
    rules: Playbook
    store: StoreFacts
    look_again: timedelta
    is_small: bool
    batch: Batch
    ids: CountedIds
    rng: Random
    number: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One lead as planned: its story, by which addresses, of how many messages, and how long ago its end was."""

    story: Story
    reach: str
    messages: int
    ago: timedelta


@dataclass(slots=True)
class Told:
    """A lead in the telling."""

    house: House
    story: Story
    who: Townsperson
    reach: str
    car: Mapping[str, Any]
    source: Mapping[str, Any]
    owner: Staff | None
    received: datetime
    said: list[Placed]
    id: str = ""
    customer_id: str = ""
    asked_id: str = ""
    visit: datetime | None = None
    columns: dict[str, Any] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        return self.house.now

    def fill(self, text: str) -> str:
        """The sentence with its names."""
        return text.format_map(self.words) if "{" in text else text

    def new_id(self, at: datetime) -> str:
        return self.house.ids(at)

    def told(self, name: str, default: Any = None) -> Any:
        return self.story.told.get(name, default)

    def address(self, channel: str) -> str:
        return self.who.email if channel == "email" else self.who.phone

    @property
    def contact(self) -> Placed | None:
        """The first proof of contact by a person."""
        return next((each for each in self.said if _is_contact(each)), None)

    @property
    def last_at(self) -> datetime:
        """The moment of the last line; without any, that of the lead."""
        return self.said[-1].at if self.said else self.received

    @property
    def last_in(self) -> Placed | None:
        return next((each for each in reversed(self.said) if each.line.by == "customer"), None)


def _is_contact(each: Placed) -> bool:
    line = each.line
    return (line.by == "staff" and line.status in ("", "sent", "delivered")) or line.outcome in PROOF_OUTCOMES


def begin(house: House, number: int, part: Part) -> Told:
    """Choose who, which vehicle, whose lead and when; the lines get their moments."""
    rng, who, story, ago = house.rng, townsperson(number), part.story, part.ago
    lines = talk.lines_of(story, part.reach, part.messages - talk.messages_in(story, part.reach), rng)
    if story.is_fresh:
        received, said = house.now - ago, talk.placed_after(lines, house.now - ago, house.now)
    else:
        received, said = talk.placed_before(lines, house.now - ago, house.zone, rng)
    owner = (
        None
        if story.told.get("owned") is False
        else rng.choice(house.bdc if story.is_fresh else house.sellers)
    )
    lead = Told(
        house, story, who, part.reach, rng.choice(house.stock), _source(house, story), owner, received, said
    )
    lead.id, lead.customer_id = house.ids(received), house.ids(received)
    lead.visit = _visit_at(lead)
    lead.words = _words(lead)
    return lead


def _source(house: House, story: Story) -> Mapping[str, Any]:
    kinds = story.told.get("kinds")
    if kinds == ["phone"]:
        return {"name": "Phone", "kind": "phone", "class": "1st"}
    fitting = [row for row in house.sources if (row["kind"] in kinds if kinds else row["kind"] != "trade_in")]
    return house.rng.choices(fitting, [row["share"] for row in fitting])[0]


def _visit_at(lead: Told) -> datetime | None:
    """A slot on the half hour inside the store's hours."""
    told = lead.told("visit")
    if not told:
        return None
    soon, late = (span(text).total_seconds() for text in told["in"])
    wish = lead.now + timedelta(seconds=lead.house.rng.uniform(soon, late))
    opens = lead.house.week.opens(wish) or wish
    here = opens.astimezone(lead.house.zone)
    half = here.replace(minute=0 if here.minute < 30 else 30, second=0, microsecond=0) + timedelta(minutes=30)
    return half.astimezone(UTC)


def _words(lead: Told) -> dict[str, str]:
    car, owner = lead.car, lead.owner.name if lead.owner else lead.house.manager.name
    vehicle = f"{car['year']} {car['make']} {car['model']} {car['trim']}"
    return {
        "first": lead.who.first, "vehicle": vehicle, "model": str(car["model"]), "stock": str(car["stock"]), "miles": f"{car['mileage']:,}",
        "store": lead.house.name, "owner": owner, "owner_first": owner.split()[0], "kind": lead.source["kind"],
        "day": _day_after(lead.received, lead.house.zone), "visit": _when(lead.visit, lead.house.zone),
    }  # fmt: skip


def _day_after(moment: datetime, zone: ZoneInfo) -> str:
    day = moment.astimezone(zone) + timedelta(days=1)
    return f"{day + timedelta(days=day.weekday() == 6):%A}"


def _when(moment: datetime | None, zone: ZoneInfo) -> str:
    if moment is None:
        return ""
    here = moment.astimezone(zone)
    return f"{here:%A} at {here.hour % 12 or 12}:{here:%M} {'AM' if here.hour < 12 else 'PM'}"


def write_person(lead: Told) -> None:
    """The customer with addresses, the consent of the inquiry, and what the story blocks."""
    batch, who, at = lead.house.batch, lead.who, lead.received
    batch.add(
        Customer, id=lead.customer_id, first=who.first, last=who.last, full=who.full, language=lead.told("language", "en"),
        preferred_channel=_preferred(lead), street=who.street, city=who.city, region=lead.house.region, postal=who.postal, country="US", created_at=at,
    )  # fmt: skip
    for channel in ("text", "email"):
        if lead.reach in (talk.BOTH, channel):
            _write_address(lead, channel)
    if block := lead.told("block"):
        asked = lead.last_in
        batch.add(
            Block, id=lead.new_id(at), kind=block["kind"], address=lead.address("email" if block["of"] == "email" else "text"),
            channels=block["channels"], words=block["words"], lead_id=lead.id, by="the customer", at=asked.at if asked else at,
        )  # fmt: skip


def _preferred(lead: Told) -> str:
    told = str(lead.told("preferred", ""))
    return told if lead.reach in (talk.BOTH, told) else ""


def _write_address(lead: Told, channel: str) -> None:
    value, at = lead.address(channel), lead.received
    kind = "email" if channel == "email" else "phone"
    lead.house.batch.add(
        Address,
        id=lead.new_id(at),
        customer_id=lead.customer_id,
        kind=kind,
        value=value,
        raw=value,
        type="mobile" if kind == "phone" else "",
        created_at=at,
    )
    evidence = f"Inquiry through {lead.source['name']}, {at.isoformat()}"
    lead.house.batch.add(
        Consent,
        id=lead.new_id(at),
        address=value,
        channel=channel,
        kind="inquiry",
        evidence=evidence,
        at=at,
        by="the customer",
    )


def write_lead(lead: Told) -> None:
    """The lead itself, once everything else has put its columns in."""
    columns = _standing(lead) | _assistant(lead) | lead.columns
    running = columns["timer_kind"] not in ("none", "answered")
    target = columns.get("timer_target") if running else None
    columns["sort_key"] = (
        place_of_closed(columns["stage_at"])
        if target is None and columns["stage"] in ("sold", "lost")
        else place_in_column(target, columns["temperature"], columns.get("next_due"))
    )
    lead.house.batch.add(Lead, **columns)
    _write_wanted(lead)
    lead.house.batch.add(
        Arrival, key=f"sample:{lead.id}", at=lead.received, origin="mail", result="new", lead_id=lead.id
    )


def _standing(lead: Told) -> dict[str, Any]:
    story, source, closed = lead.story, lead.source, lead.story.stage in ("sold", "lost")
    moved = lead.last_at
    return {
        "id": lead.id, "customer_id": lead.customer_id, "source": source["name"], "source_kind": source["kind"], "source_class": source["class"],
        "source_label": source["name"], "received_at": lead.received, "taken_at": lead.received, "reply_token": _token(lead.id),
        "comments": lead.fill(lead.house.rng.choice(story.comments)), "language": lead.told("language", "en"), "stage": story.stage,
        "status": lead.told("status", ""), "stage_at": moved, "lost_reason": lead.told("lost", ""), "order_kind": lead.told("order", "lead"),
        "price_shopper": bool(lead.told("price")), "needs": _needs(lead), "trade_in": _trade_in(lead),
        "owner_id": lead.owner.id if lead.owner else None, "owner_at": lead.received if lead.owner else None,
        "temperature_reasons": [list(reason) for reason in story.reasons], "temperature_note": lead.told("note", ""),
        "vehicle_title": "Trade-in value only" if source["kind"] == "trade_in" else lead.words["vehicle"],
        "stock": "" if source["kind"] == "trade_in" else lead.words["stock"], "outcome": lead.told("outcome", ""), "timer_kind": "none",
        "due_at": None if closed else lead.now + lead.house.look_again * lead.house.rng.uniform(0.02, 1.0), **_hold(lead), **_resume(lead),
    }  # fmt: skip


def _needs(lead: Told) -> dict[str, Any]:
    return {
        name: [lead.fill(each) for each in told] if isinstance(told, list) else told
        for name, told in lead.told("needs", {}).items()
    }


def _trade_in(lead: Told) -> dict[str, Any] | None:
    if not lead.told("trade"):
        return None
    old, rng = lead.house.rng.choice(lead.house.stock), lead.house.rng
    year = lead.now.year - rng.randint(6, 11)
    return {
        "year": year,
        "make": old["make"],
        "model": old["model"],
        "trim": None,
        "odometer": rng.randrange(58_000, 131_000, 500),
        "odometer_unit": "mi",
    }


def _hold(lead: Told) -> dict[str, Any]:
    hold = lead.told("hold")
    if not hold:
        return {}
    until = datetime.combine(
        lead.now.astimezone(lead.house.zone).date() + timedelta(days=hold["days"]), time(9), lead.house.zone
    )
    return {
        "hold_kind": hold["kind"],
        "hold_reason": hold["reason"],
        "hold_until": until.astimezone(UTC),
        "hold_note": hold["note"],
    }


def _resume(lead: Told) -> dict[str, Any]:
    days = lead.told("resume_days")
    return {"resume_on": lead.now + timedelta(days=days)} if days else {}


def _assistant(lead: Told) -> dict[str, Any]:
    """The assistant's state and since when: the last line brought it about, or for ``on`` the lead itself."""
    state = lead.told("ai", "on")
    at = lead.received if state == "on" else lead.last_at
    by = lead.told("ai_by") or (
        lead.owner.name if state in ("off", "reactive") and lead.owner else "the desk"
    )
    returns = {"handed_off": "on", "paused_by_status": "on", "backed_off": "on", "opted_out": "on"}.get(
        state, ""
    )
    return {
        "ai_state": state,
        "ai_at": at,
        "ai_by": by if state != "on" else "",
        "ai_reason": lead.told("ai_reason", ""),
        "ai_returns_to": returns,
    }


def _token(lead_id: str) -> str:
    number = int.from_bytes(blake2b(lead_id.encode(), digest_size=8).digest(), "big")
    return "".join(_TOKENS[number // len(_TOKENS) ** place % len(_TOKENS)] for place in range(10))


def _write_wanted(lead: Told) -> None:
    car = lead.car
    if lead.source["kind"] == "trade_in":
        return
    lead.house.batch.add(
        Wanted, id=lead.new_id(lead.received), lead_id=lead.id, interest="buy", condition=car["condition"], year=car["year"], make=car["make"],
        model=car["model"], trim=car["trim"], stock=car["stock"], vin=car["vin"], colour=car["exterior"],
    )  # fmt: skip
