"""What the assistant may speak of: the store's facts about one lead as words, each with the row it came from (AI-11).

A fact that is not there is simply absent, and no sentence that needs it can be chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.models.facts import Facts
from desk.models.hours import DAYS, on_shift, staff_week, store_week
from desk.models.playbook import Playbook
from desk.models.rules import slots
from desk.models.rules.names import car_parts, given_name
from desk.models.staff import Staff
from desk.models.time import local
from desk.models.vehicle import Vehicle

if TYPE_CHECKING:
    from desk.models.rules.wording import Templates

_WEEK = 7
_MONTH = 30


@dataclass(frozen=True, slots=True)
class Known:
    """A fact in words with its rows, and the link it carries if it is one."""

    text: str
    rows: tuple[str, ...] = ()
    link: str = ""


def known(
    templates: Templates, facts: Facts, book: Playbook, now: datetime, language: str
) -> Mapping[str, Known]:
    """All that may be said about this lead at this moment, by the names the wordings use.

    Several messages are written from the same facts, so it is worked out once for them.
    """
    key = ("known", id(templates), id(book), now, language)
    return facts.once(key, lambda: _known(Speech(templates, facts, now, language), book))


def _known(speech: Speech, book: Playbook) -> dict[str, Known]:
    return dict(
        (
            *_people(speech),
            *_store(speech),
            *_vehicle(speech, book),
            *_visit(speech, book),
            *_call(speech),
            ("moment", Known(speech.clock(speech.now))),
            ("ago", Known(speech.ago(speech.facts.lead.received_at), ("lead:received",))),
        )
    )


@dataclass(frozen=True)
class Speech:
    """Moments and vehicles in one language's words, in the store's zone."""

    templates: Templates
    facts: Facts
    now: datetime
    language: str

    def word(self, key: str) -> str:
        return str(self.templates.word(self.language, f"words.{key}"))

    def listed(self, key: str) -> list[str]:
        found = self.templates.word(self.language, f"words.{key}")
        return [str(item) for item in found] if isinstance(found, (list, tuple)) else []

    def clock(self, moment: datetime, *, minutes: bool = False) -> str:
        """A time of day as people here say it: ``3 PM``, ``3:30 PM``; with ``minutes`` always ``9:05 AM``."""
        at = local(moment, self.facts.store.zone)
        shown = f"{at.hour % 12 or 12}" + (f":{at.minute:02d}" if at.minute or minutes else "")
        return f"{shown} {'AM' if at.hour < 12 else 'PM'}"

    def day(self, moment: datetime) -> str:
        """``today``, ``tomorrow``, a weekday within the week, else a date."""
        day, today = (
            local(moment, self.facts.store.zone).date(),
            local(self.now, self.facts.store.zone).date(),
        )
        ahead = (day - today).days
        if ahead in (0, 1):
            return self.word("today" if ahead == 0 else "tomorrow")
        name = self.listed("days")[day.weekday()]
        if 0 < ahead < _WEEK:
            return self.word("weekday").format(day=name)
        return self.word("date").format(day=name, month=self.listed("months")[day.month - 1], number=day.day)

    def when(self, moment: datetime) -> str:
        """A day and a time: ``Saturday at 3 PM``."""
        one = local(moment, self.facts.store.zone).hour % 12 == 1
        return self.word("at_one" if one else "at").format(day=self.day(moment), time=self.clock(moment))

    def as_of(self, moment: datetime) -> str:
        """The moment of a reading of the feed: ``9:05 AM``, with its day where that is not today."""
        at, zone = self.clock(moment, minutes=True), self.facts.store.zone
        same = local(moment, zone).date() == local(self.now, zone).date()
        return at if same else self.word("at_on").format(day=self.day_past(moment), time=at)

    def day_past(self, moment: datetime) -> str:
        day = local(moment, self.facts.store.zone).date()
        return self.word("date").format(
            day=self.listed("days")[day.weekday()], month=self.listed("months")[day.month - 1], number=day.day
        )

    def ago(self, moment: datetime) -> str:
        """How long ago in days of the store, as people say it: ``yesterday``, ``5 days ago``, ``3 weeks ago``."""
        zone = self.facts.store.zone
        days = max(0, (local(self.now, zone).date() - local(moment, zone).date()).days)
        shapes = self.listed("ago")
        if days < 2 * _WEEK:
            return shapes[min(days, 2)].format(count=days)
        return (
            shapes[3].format(count=days // _WEEK)
            if days < 2 * _MONTH
            else shapes[4].format(count=days // _MONTH)
        )

    def either(self, moments: tuple[datetime, ...]) -> str:
        return self.word("or").join(self.when(moment) for moment in moments)


def language_of(facts: Facts) -> str:
    """The language to write in: what the customer wrote last, else what their inquiry said."""
    return facts.customer.language if facts.lead.language == "en" else facts.lead.language


def title(vehicle: Vehicle | Any, *, trim: bool = True) -> str:
    """``2022 Toyota RAV4 XLE``."""
    parts = (vehicle.year, vehicle.make, vehicle.model, vehicle.trim if trim else "")
    return " ".join(str(part) for part in parts if part)


def vehicle_row(facts: Facts) -> tuple[str, ...]:
    return (f"vehicle:{facts.stock.stock}",) if facts.stock else ("lead:wanted",)


IN_STOCK = "in_stock:"
"""Begins the row of a clause that says that a vehicle is here; the list is asked again before it leaves (AI-05)."""


def here_rows(car: Vehicle) -> tuple[str, ...]:
    """The rows of a clause that says that a vehicle is here."""
    return f"vehicle:{car.stock}", f"{IN_STOCK}{car.stock}"


def names_vehicle(facts: Facts) -> bool:
    """A store in California names no vehicle in its first message: the law would ask for the total price with it (R20)."""
    return facts.store.region.upper() != "CA" or bool(facts.sent)


def vehicle_names(speech: Speech) -> tuple[Known, ...]:
    """Ways to name the vehicle asked about, longest first."""
    facts = speech.facts
    named = facts.stock or (facts.wanted[0] if facts.wanted else None)
    unnamed = Known(
        speech.word("the_vehicle" if named or facts.lead.vehicle_title else "any_vehicle"), ("lead:wanted",)
    )
    if named is None or not names_vehicle(facts):
        return (unnamed,)
    shapes = dict.fromkeys(shape for shape in _shapes(facts, named) if shape)
    return (
        *(Known(speech.word("article").format(vehicle=shape), vehicle_row(facts)) for shape in shapes),
        unnamed,
    )


def _shapes(facts: Facts, named: Any) -> tuple[str, ...]:
    """A vehicle's name in full, without its trim, and without its year; one that is not ours only as far as it is a name."""
    told = (
        {part: getattr(named, part) for part in ("make", "model", "trim")}
        if facts.stock
        else car_parts(named)
    )
    if not told:
        return ()
    short = " ".join(told[part] for part in ("make", "model") if told.get(part))
    middle = " ".join(str(part) for part in (named.year, short) if part)
    return " ".join(part for part in (middle, told.get("trim")) if part), middle, short


def _people(speech: Speech) -> Iterator[tuple[str, Known]]:
    facts = speech.facts
    first = given_name(facts.customer.first or "")
    yield "first", Known(first, ("customer:name",))
    yield (
        "hi",
        Known(
            speech.word("hello_name").format(first=first) if first else speech.word("hello"),
            ("customer:name",) if first else (),
        ),
    )
    owner = facts.owner
    if owner is not None and owner.active:
        yield "owner", Known(first_name(owner), (f"staff:{owner.id}",))
        yield "owner_phone", Known(shown_phone(owner.phone), (f"staff:{owner.id}",))


def first_name(person: Staff) -> str:
    return person.name.split()[0] if person.name else ""


def shown_phone(number: str) -> str:
    """``+16025550142`` as people write it."""
    digits = number.removeprefix("+1")
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 and digits.isdigit() else number


def _store(speech: Speech) -> Iterator[tuple[str, Known]]:
    store = speech.facts.store
    yield "store", Known(store.name, ("store:name",))
    yield "assistant", Known(str(store.settings.get("assistant.name") or speech.word("assistant")), ())
    yield "address", Known(store.address, ("store:address",))
    yield (
        "place",
        Known(
            " · ".join(part for part in (store.name, store.address, shown_phone(store.phone)) if part),
            ("store:address",),
        ),
    )
    yield "store_phone", Known(shown_phone(store.phone), ("store:phone",))
    told = store.knowledge.tagged("advantage", speech.language)
    if told is not None:
        yield "advantage", Known(told.answer, (f"knowledge:{told.entry}:v{told.version}",))
    yield "website", Known(str(store.settings.get("store.website", "")), ("store:website",))
    week = store_week(store)
    opens, closes = week.opens(speech.now), week.closes(speech.now)
    if closes is not None:
        yield "open_until", Known(speech.clock(closes), ("store:hours",))
    elif opens is not None:
        yield "opens_at", Known(speech.when(opens), ("store:hours",))
    yield "hours_week", Known(hours_words(speech, store.hours), ("store:hours",))


def hours_words(speech: Speech, table: Mapping[str, Any]) -> str:
    """The week in one line, equal neighbours joined: ``Mon-Fri 9 AM-8 PM, Sat 9 AM-6 PM, Sun closed``."""
    keys, short = DAYS, speech.listed("short_days")
    runs: list[tuple[int, int, str]] = []
    for index, key in enumerate(keys):
        told = str(table.get(key, "") or "")
        if runs and runs[-1][2] == told:
            runs[-1] = (runs[-1][0], index, told)
        else:
            runs.append((index, index, told))
    return ", ".join(f"{_run(short, first, last)} {_hours(speech, told)}" for first, last, told in runs)


def hours_of(speech: Speech, day: int) -> dict[str, Known]:
    """One weekday (0 = Monday) and its hours, as ``hours_day`` and ``hours_of_day``."""
    name, told = speech.listed("days")[day], str(speech.facts.store.hours.get(DAYS[day], "") or "")
    rows = ("store:hours",)
    return {
        "hours_day": Known(name[:1].upper() + name[1:], rows),
        "hours_of_day": Known(_hours(speech, told), rows),
    }


def _run(short: list[str], first: int, last: int) -> str:
    return short[first] if first == last else f"{short[first]}-{short[last]}"


def _hours(speech: Speech, told: str) -> str:
    if not told:
        return speech.word("closed")
    spans = [part.strip().split("-") for part in told.split(",")]
    return " & ".join(f"{_wall(opens)}-{_wall(closes)}" for opens, closes in spans)


def _wall(text: str) -> str:
    hour, _, minute = text.strip().partition(":")
    shown = f"{int(hour) % 12 or 12}" + (f":{minute}" if minute != "00" else "")
    return f"{shown} {'AM' if int(hour) % 24 < 12 else 'PM'}"


def _vehicle(speech: Speech, book: Playbook) -> Iterator[tuple[str, Known]]:
    facts = speech.facts
    yield "vehicle", vehicle_names(speech)[0]
    yield "stock_line", stock_line(speech, book)
    car = facts.stock
    if car is None or not names_vehicle(facts):
        return
    row = (f"vehicle:{car.stock}",)
    yield "stock_number", Known(car.stock, row)
    yield "vin", Known(car.vin, row)
    yield "trim", Known(car.trim, row)
    if car.status == "available":
        yield "as_of", Known(speech.as_of(car.seen_at), here_rows(car))
    if car.mileage is not None and car.condition != "new":
        yield "miles", Known(f"{car.mileage:,}", row)
    for name in ("exterior", "interior", "drivetrain", "engine", "fuel", "body"):
        yield name, Known(str(getattr(car, name) or ""), row)
    if car.status in ("available", "on_hold"):  # nobody is told at length of what is gone
        yield "features", Known(", ".join(str(item) for item in (car.features or [])[:3]), row)
        yield "detail", Known(detail(speech, car), row)
    yield "history_url", Known(car.history_url, row, car.history_url)
    yield "photo_url", Known(car.photo_url or car.detail_url, row, car.photo_url or car.detail_url)


def detail(speech: Speech, car: Vehicle) -> str:
    """What the feed says about the car, in one breath: miles, colour, drive, engine."""
    miles = (
        speech.word("miles").format(count=f"{car.mileage:,}")
        if car.mileage is not None and car.condition != "new"
        else ""
    )
    parts = (miles, car.exterior, car.drivetrain, car.engine)
    return ", ".join(str(part) for part in parts if part)


def stock_line(speech: Speech, book: Playbook) -> Known:
    """One honest sentence about the vehicle asked about, as the feed last told it; never a promise (AI-05)."""
    car = speech.facts.stock
    if car is None:
        return Known(speech.word("stock_unknown"), ("lead:wanted",))
    row = (f"vehicle:{car.stock}",)
    if speech.now - car.seen_at > book.span(
        "stock.fresh_for"
    ):  # unasked, nobody is told what the list said long ago
        return Known(speech.word("stock_unknown"), row)
    if car.status == "available":
        return Known(speech.word("stock_available").format(as_of=speech.as_of(car.seen_at)), here_rows(car))
    return Known(speech.word("stock_on_hold" if car.status == "on_hold" else "stock_gone"), row)


def _visit(speech: Speech, book: Playbook) -> Iterator[tuple[str, Known]]:
    free = slots.offers(speech.facts, book, speech.now)
    yield "slots", Known(speech.either(free), ("store:hours",))
    standing = slots.upcoming(speech.facts, speech.now)
    if standing:
        yield "visit", Known(speech.when(standing[0]), (f"appointment:{standing[1]}",))


def _call(speech: Speech) -> Iterator[tuple[str, Known]]:
    """A call is offered only to who can be called and did not ask to be written to (AI-09)."""
    facts = speech.facts
    phones = {address.value for address in facts.addresses if address.kind == "phone"}
    refused = any(
        block.lifted_at is None
        and bool({"call", "all"} & set(block.channels))
        and block.address in {*phones, facts.lead.id}
        for block in facts.blocks
    )
    if phones and not refused and facts.customer.preferred_channel not in ("text", "email"):
        yield "call", Known(speech.word("call"))


def who_is_asked(speech: Speech, person: Staff | None) -> Known:
    """Who was asked and when that person is there, from the shift: ``I asked Marcus, who is in until 5 PM.`` (AI-23)."""
    store, now = speech.facts.store, speech.now
    if person is None or not person.active:
        return _team_asked(speech)
    week, away = staff_week(person, store), person.away_until
    told = {"owner": first_name(person)}
    rows = (f"staff:{person.id}", "store:hours")
    if on_shift(person, store, now):
        return Known(speech.word("who_in").format(until=speech.clock(week.closes(now) or now), **told), rows)
    back = week.opens(max(now, away) if away else now)
    return (
        Known(speech.word("who_back").format(back=speech.when(back), **told), rows)
        if back
        else _team_asked(speech)
    )


def _team_asked(speech: Speech) -> Known:
    week = store_week(speech.facts.store)
    closes, opens = week.closes(speech.now), week.opens(speech.now)
    if closes is not None:
        return Known(speech.word("team_in").format(until=speech.clock(closes)), ("store:hours",))
    if opens is not None:
        return Known(speech.word("team_back").format(back=speech.when(opens)), ("store:hours",))
    return Known(speech.word("team"), ("store:name",))
