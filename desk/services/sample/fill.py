"""Fills a store with an invented dealership of any size, deterministic by its seed, in bounded memory."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from desk.models.alert import Alert
from desk.models.conversation import Arrival, Message, Quarantine, Raw
from desk.models.hours import Week
from desk.models.ids import CountedIds
from desk.models.playbook import Playbook
from desk.models.store.search import touch_all
from desk.services.desk import Desk
from desk.services.outside.town import townsperson
from desk.services.sample import cover, record, said, talk, trail, warmth
from desk.services.sample import house as setting
from desk.services.sample.batch import Batch
from desk.services.sample.leads import House, Part, Told, begin, write_lead, write_person
from desk.services.sample.tables import Story, stories

_MOST_FRESH = 40  # leads of a kind that is happening now: more would be a store on fire, not a big one
_LOOK_AGAIN, _LOOK_AGAIN_BIG, _BIG = timedelta(hours=4), timedelta(hours=30), 2000
_ONE_ADDRESS_EVERY = 9
_CLOSED, _OPEN_SHARE = ("sold", "lost"), 0.1  # of a store of some years, one lead in ten is open


def fill(desk: Desk, *, leads: int, messages: int, seed: int, now: datetime | None = None) -> dict[str, int]:
    """Write ``leads`` leads with ``messages`` messages in all, as things stand at ``now`` (the desk's clock).

    The desk must not be running. Answers the counts written. The house itself goes through commands, the rest in bulk.
    """
    moment, rng = now or desk.clock.now(), Random(seed)
    lot = setting.furnish(desk, rng, leads, moment)
    batch = Batch(desk.store)
    house = _house(desk, lot, batch, rng, moment, seed, leads)
    parts = _plan(leads, messages, rng)
    for turn, part in enumerate(parts, start=1):
        _tell(begin(house, leads - turn, part))
        batch.rest()
    kept = _quarantine(house, batch)
    trail.write_clear(house)
    batch.close()
    if house.is_small:
        desk.read_anew()
        warmth.feel(desk, moment, house.ids)
    with desk.store.writing() as session:
        touch_all(session)
    desk.read_anew()
    return {
        "leads": leads,
        "messages": sum(part.messages for part in parts),
        "vehicles": len(lot),
        "staff": len(setting.house()["staff"]),
        "quarantined": kept,
    }


def _tell(lead: Told) -> None:
    """Everything about one lead; its own row comes last, when all columns are known."""
    write_person(lead)
    said.write_talk(lead)
    said.write_moments(lead)
    cover.write_cover(lead)
    record.write_timers(lead)
    record.write_tasks(lead)
    record.write_visit(lead)
    record.write_next(lead)
    trail.write_trail(lead)
    trail.write_heat(lead)
    write_lead(lead)


def _house(
    desk: Desk,
    lot: Sequence[Mapping[str, Any]],
    batch: Batch,
    rng: Random,
    now: datetime,
    seed: int,
    leads: int,
) -> House:
    facts = desk.facts()
    staff = {person.id: person for person in facts.staff}
    by_key = {row["key"]: staff[setting.staff_id(desk, row["key"])] for row in setting.house()["staff"]}
    bdc = [
        person for person in by_key.values() if person.role == "bdc" and _works(person.shift, now, facts.zone)
    ]
    sellers = [person for person in by_key.values() if person.role in ("bdc", "sales", "senior_sales")]
    return House(
        now=now, zone=ZoneInfo(facts.zone), name=facts.name, region=facts.region, domain=facts.email.rpartition("@")[2] or "store.example",
        week=Week(facts.hours, facts.zone, facts.holidays), bdc_week=Week(_earliest(sellers, facts.hours), facts.zone, facts.holidays), sellers=sellers,
        bdc=bdc or sellers, manager=by_key["dana"], stock=[car for car in lot if car["status"] == "available"], sources=setting.house()["source"],
        ladders=_ladders(desk.book), book=desk.book.version, rules=desk.book, store=facts, look_again=_LOOK_AGAIN_BIG if leads > _BIG else _LOOK_AGAIN, is_small=leads <= _BIG, batch=batch,
        ids=CountedIds(f"sample:{seed}"), rng=rng, number=_last_number(desk),
    )  # fmt: skip


def _last_number(desk: Desk) -> int:
    with desk.store.reading() as session:
        return session.scalar(select(func.max(Message.number))) or 0


def _works(shift: Mapping[str, Any] | None, now: datetime, zone: str) -> bool:
    return shift is None or Week(shift, zone).is_open(now)


def _earliest(people: Sequence[Any], hours: Mapping[str, str]) -> Mapping[str, str]:
    """The hours in which somebody of the group is at work: the first opening to the store's closing, day by day."""
    found = dict(hours)
    for person in people:
        for day, told in (person.shift or {}).items():
            opens = min(told.partition("-")[0], found.get(day, told).partition("-")[0])
            closes = found.get(day, told).rpartition("-")[2]
            found[day] = f"{opens}-{closes}"
    return found


def _ladders(book: Playbook) -> dict[str, tuple[str, Sequence[timedelta]]]:
    """The ladders a sample lead may stand on: by source class, the hand-off's, that of overdue tasks."""
    by_class = {
        ladder.when.source_class: ladder for ladder in book.ladders if ladder.when.trigger == "unanswered"
    }
    plain = by_class.get("") or book.ladders[0]
    found = {name: by_class.get(name, plain) for name in ("1st", "2nd", "3rd")}
    for trigger in ("handoff", "overdue"):
        found[trigger] = next((ladder for ladder in book.ladders if ladder.when.trigger == trigger), plain)
    return {name: (ladder.name, [step.after for step in ladder.steps]) for name, ladder in found.items()}


def _plan(leads: int, messages: int, rng: Random) -> list[Part]:
    """The leads, oldest first, so that they are written in the order of their ids; together exactly ``messages``."""
    chosen = [stories()[index] for index in _allotted(leads)]
    ago = [timedelta(seconds=rng.uniform(*(end.total_seconds() for end in story.ends))) for story in chosen]
    order = sorted(range(leads), key=lambda place: ago[place], reverse=True)
    reaches = {place: _reach(chosen[place], leads - 1 - turn) for turn, place in enumerate(order)}
    base = [talk.messages_in(chosen[place], reaches[place]) for place in order]
    growing = [turn for turn, place in enumerate(order) if not chosen[place].is_fresh]
    rng.shuffle(growing)
    counts = _grown(base, growing, messages)
    return [
        Part(chosen[place], reaches[place], count, ago[place])
        for place, count in zip(order, counts, strict=True)
    ]


def _allotted(leads: int) -> list[int]:
    """Story numbers by share, the largest remainders rounded up; kinds that happen now stay few.

    A big store is one of some years: most of its leads are long sold or lost.
    """
    told = stories()
    shares = _of_some_years(told) if leads > _BIG else [float(story.share) for story in told]
    exact = [leads * share / sum(shares) for share in shares]
    counts = [
        min(int(share), _MOST_FRESH) if story.is_now else int(share)
        for share, story in zip(exact, told, strict=True)
    ]
    by_rest = sorted(
        range(len(told)), key=lambda index: (told[index].is_now, int(exact[index]) - exact[index])
    )
    settled = [index for index in by_rest if _is_settled(told[index])] if leads > _BIG else by_rest
    for turn in range(leads - sum(counts)):
        counts[settled[turn % len(settled)]] += 1
    return [index for index, count in enumerate(counts) for _ in range(count)]


def _of_some_years(told: Sequence[Story]) -> list[float]:
    """The shares, with open leads weighed so that they are one in ten."""
    closed = sum(story.share for story in told if story.stage in _CLOSED)
    working = sum(story.share for story in told) - closed
    weight = closed * _OPEN_SHARE / (1 - _OPEN_SHARE) / working
    return [story.share * (1 if story.stage in _CLOSED else weight) for story in told]


def _is_settled(story: Story) -> bool:
    return not story.is_now and story.stage in _CLOSED


def _reach(story: Story, number: int) -> str:
    if story.told.get("phone_only"):
        return talk.ONLY_PHONE if townsperson(number).phone else talk.ONLY_EMAIL
    if not townsperson(number).phone or (number % _ONE_ADDRESS_EVERY == 0 and not story.needs_phone):
        return talk.ONLY_EMAIL
    return talk.BOTH


def _grown(base: list[int], growing: Sequence[int], messages: int) -> list[int]:
    """Message counts that add up: what is over goes to older leads in turn, what is too much is taken from all."""
    counts, over = list(base), messages - sum(base)
    if over >= 0 and growing:
        each, rest = divmod(over, len(growing))
        for turn, number in enumerate(growing):
            counts[number] += each + (turn < rest)
    while over < 0:
        for number in range(len(counts)):
            if over < 0 and counts[number]:
                counts[number] -= 1
                over += 1
    return counts


def _quarantine(house: House, batch: Batch) -> int:
    """Mails nobody could read, whole, with an alert for those who may mend them."""
    rows = setting.house()["quarantine"]
    for number, row in enumerate(rows):
        at = house.now - timedelta(minutes=6 + 47 * number)
        raw = f"From: {row['sender']}\r\nSubject: {row['subject']}\r\n\r\n{row['text']}".encode()
        raw_id, quarantine_id = sha256(raw + house.ids(at).encode()).hexdigest(), house.ids(at)
        batch.add(Raw, id=raw_id, at=at, media="message/rfc822", size=len(raw), body=zlib.compress(raw, 6))
        batch.add(
            Quarantine, id=quarantine_id, raw_id=raw_id, received_at=at, origin="mail", sender=row["sender"], recipient=f"sales@{house.domain}",
            subject=row["subject"], reason=row["reason"], text=row["text"].strip(),
        )  # fmt: skip
        batch.add(
            Arrival,
            key=f"sample:{quarantine_id}",
            at=at,
            origin="mail",
            result="quarantined",
            reason=row["reason"],
            raw_id=raw_id,
        )
        for person in (house.manager, *house.bdc):
            batch.add(
                Alert, id=house.ids(at), key=f"quarantine·{quarantine_id}·{person.id}", staff_id=person.id, quarantine_id=quarantine_id,
                kind="quarantine", title="A lead could not be read", body=row["reason"], next="Open it and pick the name and phone", via=["desktop"],
                sent={"desktop": "In the notification centre"}, raised_at=at, shown_at=at, seen_at=at if number else None,
            )  # fmt: skip
    return len(rows)
