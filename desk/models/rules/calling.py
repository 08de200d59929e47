"""When a person may be called: inside the hours of wherever they may be, while somebody is at the store (ILM-07, R9, R29)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from desk.models.facts import Facts, StoreFacts
from desk.models.playbook import Playbook
from desk.models.rules.gate import GateRules, PlaceEvidence, next_opening, whereabouts
from desk.models.rules.gate.places import Place
from desk.models.rules.gate.states import WindowTable
from desk.models.rules.shifts import next_opening as store_opening

_TRIES = 14  # the store's hours and the customer's meet within two weeks, or the store's alone are used


def evidence(facts: Facts) -> PlaceEvidence:
    """Where the customer may be: number, address, and what they told (R29)."""
    customer = facts.customer
    phone = facts.address("phone")
    return PlaceEvidence(
        phone=phone.value if phone else "",
        region=customer.region,
        postal=customer.postal,
        country=customer.country,
        told=(customer.told_zone,) if customer.told_zone else (),
    )


def _places(facts: Facts, rules: GateRules) -> frozenset[Place]:
    return facts.once("calling.places", lambda: whereabouts(evidence(facts), rules.places).places)


def text_waits(facts: Facts, book: Playbook, now: datetime) -> bool:
    """Whether an answer by text would wait for the hours where the customer may be; a store may answer at night (R11)."""
    rules = book.parts.get("gate")
    if not isinstance(rules, GateRules) or rules.answer_live_text:
        return False
    opening = next_opening(_places(facts, rules), now, rules.windows)
    return opening != now


def calling_time(facts: Facts, book: Playbook, moment: datetime) -> datetime:
    """The first moment from ``moment`` on that lies in the store's hours and in the customer's calling window."""
    rules, store = book.parts.get("gate"), facts.store
    if not isinstance(rules, GateRules):
        return store_opening(moment, (), store)
    windows = rules.windows
    return facts.once("calling.hours", lambda: _hours_of(facts.store, _places(facts, rules), windows))(moment)


def _hours_of(
    store: StoreFacts, places: frozenset[Place], windows: WindowTable
) -> Callable[[datetime], datetime]:
    hours = tuple((day, str(told or "")) for day, told in store.hours.items())
    return _remembered(hours, store.holidays, store.zone, places, windows)


@lru_cache(maxsize=256)
def _remembered(
    hours: tuple[tuple[str, str], ...], holidays: frozenset[date], zone: str, places: frozenset[Place], windows: WindowTable
) -> Callable[[datetime], datetime]:  # fmt: skip
    """The calls of a day are planned for the same few hours, lead by lead and round by round."""
    store = StoreFacts(name="", zone=zone, hours=dict(hours), holidays=holidays)
    return lru_cache(maxsize=4096)(lambda moment: _common_opening(store, places, windows, moment))


def _common_opening(
    store: StoreFacts, places: frozenset[Place], windows: WindowTable, moment: datetime
) -> datetime:
    first = at = store_opening(moment, (), store)
    for _try in range(_TRIES):
        allowed = next_opening(places, at, windows, by_hand=True)
        if allowed is None:
            return first
        at = store_opening(allowed, (), store)
        if at == allowed:
            return at
    return first
