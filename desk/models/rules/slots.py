"""Free visit times: the store's hours cut into slots, less what is taken (AI-08)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import groupby, islice, takewhile

from desk.models.facts import Facts
from desk.models.hours import store_week
from desk.models.playbook import Playbook
from desk.models.time import local

LIVE = ("booked", "confirmed")


def is_free(facts: Facts, book: Playbook, start: datetime, now: datetime) -> bool:
    """Whether a visit may start then: in the future, inside the hours, and not full."""
    if not now < start <= now + timedelta(days=book.number("visit.days_ahead")):
        return False
    closes = store_week(facts.store).closes(start)
    fits = closes is not None and start + book.span("visit.before_closing") <= closes
    return fits and _taken(facts)[start] < book.number("visit.capacity")


def offers(
    facts: Facts, book: Playbook, now: datetime, after: datetime | None = None, until: datetime | None = None
) -> tuple[datetime, ...]:
    """The times to propose, soonest first: on different days where that is possible, in the hours people like.

    ``after`` and ``until`` narrow the search to what the customer named; nothing free in there gives the nearest later ones.
    """
    begin, count = max(now + book.span("visit.earliest"), after or now), int(book.number("visit.offered"))
    if until is not None:
        inside = list(takewhile(lambda slot: slot < until, free_slots(facts, book, now, begin)))
        if inside:
            return _spread(inside, count)
    return tuple(_one_a_day(facts, book, free_slots(facts, book, now, begin), count))


def free_slots(facts: Facts, book: Playbook, now: datetime, begin: datetime) -> Iterator[datetime]:
    """Every free start from ``begin`` on, in order."""
    taken, capacity = _taken(facts), book.number("visit.capacity")
    every, last = timedelta(minutes=book.number("visit.every_minutes")), book.span("visit.before_closing")
    horizon = now + timedelta(days=book.number("visit.days_ahead"))
    for opens, closes in store_week(facts.store).ahead(begin):
        slot = opens
        while slot + last <= closes and slot <= horizon:
            if slot >= begin and taken[slot] < capacity:
                yield slot
            slot += every
        if opens > horizon:
            return


def kind_of(facts: Facts, book: Playbook, start: datetime) -> str:
    """What a slot is: a personal consultation (referral, repeat), a premium one for a hot lead, or plain (APPT-01)."""
    if facts.lead.source_kind in book.words_list("visit.personal_kinds") or facts.bought_here_at is not None:
        return "personal"
    hot = facts.lead.temperature >= book.number("temperature.hot")
    return "premium" if hot and local(start, facts.store.zone).hour in book.get("visit.premium_hours") else ""


def upcoming(facts: Facts, now: datetime) -> tuple[datetime, str] | None:
    """The lead's next visit as (start, id), if one stands."""
    visits = sorted((a.starts_at, a.id) for a in facts.appointments if a.status in LIVE and a.starts_at > now)
    return visits[0] if visits else None


def _taken(facts: Facts) -> Counter[datetime]:
    own = [a.starts_at for a in facts.appointments if a.status in LIVE]
    return Counter([*facts.taken_slots, *own])


def _spread(slots: list[datetime], count: int) -> tuple[datetime, ...]:
    """A few of many, spread over the span."""
    step = max(1, len(slots) // count)
    return tuple(slots[::step][:count])


def _one_a_day(facts: Facts, book: Playbook, slots: Iterable[datetime], count: int) -> Iterator[datetime]:
    """The best-liked hour of each of the first days that have one."""
    liked = list(book.get("visit.good_hours"))
    if facts.lead.temperature >= book.number("temperature.hot"):
        liked = [*book.get("visit.premium_hours"), *liked]
    here = ((slot, local(slot, facts.store.zone)) for slot in slots)
    for _day, of_day in islice(groupby(here, key=lambda both: both[1].date()), count):
        yield min(of_day, key=lambda both: _rank(liked, both[1]))[0]


def _rank(liked: list[int], moment: datetime) -> tuple[int, int]:
    return (liked.index(moment.hour) if moment.hour in liked else len(liked), moment.minute)
