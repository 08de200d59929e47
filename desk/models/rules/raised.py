"""Telling the people above: one line of the record and one alert for each of them (ILM-08)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desk.models.decisions import Decision, Tell, Why
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import people
from desk.models.rules.alerts import raise_for
from desk.models.words import AlertKind

MANAGERS = ("role:manager",)
SENIOR_SALES = ("role:senior_sales",)


def escalated(
    facts: Facts,
    book: Playbook,
    now: datetime,
    *,
    key: str,
    ladder: str,
    to: tuple[str, ...],
    title: str,
    about: str,
    next: str,
    why: Why,
) -> Iterator[Decision]:
    """Tell ``to`` (names as ladders use them) once for ``key``; a store without such people tells its leaders."""
    if key in facts.done:
        return
    told = people.to_tell(to, facts, now)
    data = {"ladder": ladder, "level": 1, "to": [person.id for person in told], "about": about}
    yield Tell(key=key, kind="escalation", data=data, why=why)
    for person in told:
        yield raise_for(
            person, facts, book, now, key=key, kind=AlertKind.ESCALATION, title=title, body=about, next=next, why=why, level=1
        )  # fmt: skip
