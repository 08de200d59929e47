"""Who is meant: the names that ladders and assignment rules use, turned into people of the store (ILM-04,
FLOW-01).

Names: ``owner``, ``next_on_shift``, ``group``, ``on_shift``, ``everyone``, ``role:manager``, ``team:north``,
or a staff id.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from desk.models.facts import Facts, StoreFacts
from desk.models.rules.shifts import on_shift
from desk.models.staff import Staff
from desk.models.words import Role

_SELLING = (Role.BDC, Role.SALES, Role.SENIOR_SALES)
_NEVER = datetime(1, 1, 1, tzinfo=UTC)
LEADERS = (f"role:{Role.MANAGER}", f"role:{Role.OWNER}")
NAMES = ("owner", "next_on_shift", "group", "on_shift", "everyone")


def turn(person: Staff) -> tuple[datetime, str]:
    """Round robin: whoever got a lead longest ago comes first; never counts as longest."""
    return person.last_assigned_at or _NEVER, person.id


def sellers(store: StoreFacts) -> tuple[Staff, ...]:
    """Everybody who works leads, in the order of their turns."""
    return tuple(sorted((p for p in store.staff if p.active and p.role in _SELLING), key=turn))


def group_of(owner: Staff | None, store: StoreFacts) -> tuple[Staff, ...]:
    """The owner's own group: same role and team; all sellers while nobody owns the lead."""
    if owner is None or owner.role not in _SELLING:
        return sellers(store)
    return tuple(
        p
        for p in store.staff
        if p.active and p.role == owner.role and (not owner.team or p.team == owner.team)
    )


def could_be(names: Iterable[str], facts: Facts) -> tuple[Staff, ...]:
    """Everybody these names may come to mean: whose shifts keep a step's clock running (ILM-09)."""
    found: dict[str, Staff] = {}
    for name in names:
        found |= {person.id: person for person in _meant(name, facts)}
    return tuple(found.values())


def to_tell(names: Iterable[str], facts: Facts, now: datetime) -> tuple[Staff, ...]:
    """Whom a step tells at ``now``: of each name those at work, or all of them when nobody of it is.

    A step whose names mean nobody at this store goes to its leaders, then to anyone active: an alarm is
    never lost.
    """
    names = tuple(names)
    found: dict[str, Staff] = {}
    for name in names:
        found |= {person.id: person for person in _narrowed(name, facts, now)}
    if not found and names != LEADERS:
        return to_tell(LEADERS, facts, now)
    return tuple(found.values()) or tuple(person for person in facts.store.staff if person.active)


def _narrowed(name: str, facts: Facts, now: datetime) -> tuple[Staff, ...]:
    meant = _meant(name, facts)
    working = tuple(person for person in meant if on_shift(person, now, facts.store))
    if name == "next_on_shift":
        return (working or meant)[:1]
    return working or (() if name == "on_shift" else meant)


def _meant(name: str, facts: Facts) -> tuple[Staff, ...]:
    """Everybody a name stands for, whether at work or not."""
    store, owner = facts.store, facts.owner
    kind, _, value = name.partition(":")
    if kind in ("role", "team"):
        return tuple(p for p in store.staff if p.active and getattr(p, kind) == value)
    if name == "owner":
        return (owner,) if owner and owner.active else ()
    if name == "next_on_shift":
        return tuple(p for p in sellers(store) if owner is None or p.id != owner.id)
    if name == "group":
        return group_of(owner, store)
    if name in ("on_shift", "everyone"):
        return tuple(p for p in store.staff if p.active)
    return tuple(p for p in store.staff if p.active and p.id == name)
