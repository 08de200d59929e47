"""What lies ahead on a ladder: whom each step tells, in words and by name, and when it comes (ILM-04, ILM-05)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from desk.models.facts import Facts, StoreFacts
from desk.models.playbook import Ladder, LadderStep
from desk.models.rules import people
from desk.models.rules.shifts import staffed_add
from desk.models.snapshots.said import said
from desk.models.words import Role

_NAMES: Mapping[str, str] = {
    "owner": said("owner"),
    "next_on_shift": "next rep",
    "group": said("group"),
    "on_shift": "everyone on shift",
    "everyone": said("everyone"),
}


@dataclass(frozen=True, slots=True)
class Ahead:
    """A step that has not been taken: its number from 1, and when it is expected if nobody answers."""

    number: int
    step: LadderStep
    at: datetime


def step_words(step: LadderStep, store: StoreFacts) -> str:
    """Whom a step tells, as people call them: ``next rep``, ``desk manager``, ``Dana Whitlock``."""
    return ", ".join(_called(name, store) for name in step.to)


def _called(name: str, store: StoreFacts) -> str:
    kind, _, value = name.partition(":")
    if kind == "role":
        return Role(value).label if value == Role.BDC else Role(value).label.lower()
    if kind == "team":
        return f"team {value}"
    person = store.person(name)
    return person.name if person is not None else _NAMES.get(name, name)


def ahead(
    ladder: Ladder, level: int, next_at: datetime | None, facts: Facts, now: datetime
) -> Iterator[Ahead]:
    """The steps after ``level``. The next comes at ``next_at``; each later one after its own span of staffed time."""
    at = next_at
    for number in range(level + 1, len(ladder.steps) + 1):
        if at is None:
            return
        step = ladder.steps[number - 1]
        yield Ahead(number, step, max(at, now))
        if number < len(ladder.steps):
            at = _later(at, ladder, ladder.steps[number], step, facts)


def _later(at: datetime, ladder: Ladder, step: LadderStep, before: LadderStep, facts: Facts) -> datetime:
    span = step.after - before.after
    if not ladder.pause_off_shift:
        return at + span
    return staffed_add(at, span, people.could_be(step.to, facts), facts.store)


def told_names(step: LadderStep, facts: Facts, now: datetime) -> tuple[str, ...]:
    """The people a step would tell at ``now``, by name."""
    return tuple(person.name for person in people.to_tell(step.to, facts, now))
