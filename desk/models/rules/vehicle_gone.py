"""A vehicle that was sold or left the feed flags every open lead and every visit on it (AI-05)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desk.models.decisions import Decision
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import slots
from desk.models.rules.alerts import called, raise_for
from desk.models.rules.first_response import told_people
from desk.models.words import AlertKind, Stage

_GONE = ("sold", "gone")


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    car = facts.stock
    if car is None or car.status not in _GONE or facts.lead.is_history or not Stage(facts.lead.stage).is_open:
        return
    visit = slots.upcoming(facts, now)
    kind = AlertKind.APPOINTMENT if visit else AlertKind.ATTENTION
    told = "has a visit for a vehicle that is gone" if visit else "asks about a vehicle that is gone"
    for person in filter(None, (facts.store.person(staff_id) for staff_id in told_people(facts))):
        yield raise_for(
            person,
            facts,
            book,
            now,
            key=f"{facts.lead.id}·vehicle_gone·{car.stock}·{'visit' if visit else 'lead'}",
            kind=kind,
            title=f"{called(facts)} {told}",
            body=facts.lead.vehicle_title,
            next="Offer a similar one"
            if not visit
            else "Tell them before they come, and offer a similar one",
            why=("vehicle_gone", f"The feed shows {car.stock} as {car.status}"),
        )
