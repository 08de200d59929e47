"""Free visit times: the store's hours cut into slots, less what is taken (AI-08)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
    facts: Facts,
    book: Playbook,
    now: datetime,
    after: datetime | None = None,
    until: datetime | None = None,
    near: datetime | None = None,
) -> tuple[datetime, ...]:
    """The times to propose, soonest first: on different days where that is possible, in the hours people like.

    ``after`` and ``until`` narrow the search to what the customer named, ``near`` is a moment whose hour they would have
    liked; nothing free in there gives the nearest later ones.
    """
    begin, count = max(now + book.span("visit.earliest"), after or now), int(book.number("visit.offered"))
    if until is not None:
        inside = within(facts, book, now, begin, until)
        if inside:
            return _of_a_span(facts, book, inside, count, near)
    return tuple(_one_a_day(facts, book, free_slots(facts, book, now, begin), count, near))


def within(facts: Facts, book: Playbook, now: datetime, after: datetime, until: datetime) -> list[datetime]:
    """Every free start of a span that may still be offered, in order."""
    begin = max(now + book.span("visit.earliest"), after)
    return list(takewhile(lambda slot: slot < until, free_slots(facts, book, now, begin)))


def one_of_each(
    facts: Facts, book: Playbook, now: datetime, spans: Sequence[tuple[datetime, datetime]]
) -> tuple[datetime, ...]:
    """The best-liked free time of each of several spans that the customer named ("Thursday or Friday after work")."""
    found = (within(facts, book, now, after, until) for after, until in spans)
    return tuple(_best(facts, book, inside, None) for inside in found if inside)


def free_slots(facts: Facts, book: Playbook, now: datetime, begin: datetime) -> Iterator[datetime]:
    """Every free start from ``begin`` on, in order."""
    taken, capacity = _taken(facts), book.number("visit.capacity")
    return (slot for slot in every_slot(facts, book, now, begin) if taken[slot] < capacity)


def every_slot(
    facts: Facts, book: Playbook, now: datetime, begin: datetime | None = None
) -> Iterator[datetime]:
    """Every start of a visit inside the hours, from ``begin`` (or now) on, taken or free."""
    every, last = timedelta(minutes=book.number("visit.every_minutes")), book.span("visit.before_closing")
    first, horizon = begin or now, now + timedelta(days=book.number("visit.days_ahead"))
    for opens, closes in store_week(facts.store).ahead(first):
        if opens > horizon:
            return
        slot = opens
        while slot + last <= closes and slot <= horizon:
            if slot >= first:
                yield slot
            slot += every


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


def _of_a_span(
    facts: Facts, book: Playbook, inside: list[datetime], count: int, near: datetime | None
) -> tuple[datetime, ...]:
    """A few of a span: one a day where it has several, those nearest to a liked hour, else spread over it."""
    days = {local(slot, facts.store.zone).date() for slot in inside}
    if len(days) > 1:
        return tuple(_one_a_day(facts, book, inside, count, near))
    if near is not None:
        return tuple(sorted(sorted(inside, key=lambda slot: _apart(facts, slot, near))[:count]))
    step = max(1, len(inside) // count)
    return tuple(inside[::step][:count])


def _one_a_day(
    facts: Facts, book: Playbook, slots: Iterable[datetime], count: int, near: datetime | None
) -> Iterator[datetime]:
    """The best hour of each of the first days that have one."""
    here = ((slot, local(slot, facts.store.zone).date()) for slot in slots)
    for _day, of_day in islice(groupby(here, key=lambda both: both[1]), count):
        yield _best(facts, book, [slot for slot, _date in of_day], near)


def _best(facts: Facts, book: Playbook, slots: list[datetime], near: datetime | None) -> datetime:
    """The hour nearest to one the customer named, else the best-liked one."""
    if near is not None:
        return min(slots, key=lambda slot: _apart(facts, slot, near))
    liked = list(book.get("visit.good_hours"))
    if facts.lead.temperature >= book.number("temperature.hot"):
        liked = [*book.get("visit.premium_hours"), *liked]
    return min(slots, key=lambda slot: _rank(liked, local(slot, facts.store.zone)))


def _apart(facts: Facts, slot: datetime, near: datetime) -> int:
    """How far two times of day are from each other. Minutes."""
    one, other = local(slot, facts.store.zone), local(near, facts.store.zone)
    return abs((one.hour - other.hour) * 60 + one.minute - other.minute)


def _rank(liked: list[int], moment: datetime) -> tuple[int, int]:
    return (liked.index(moment.hour) if moment.hour in liked else len(liked), moment.minute)
