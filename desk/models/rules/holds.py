"""Leads on hold come back on their date, with a task and an alert; what a record is, and why (FLOW-04, LEAD-08)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.models.decisions import Decision, EndHold, MakeTask, Wake
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.alerts import called, raise_for, told_people
from desk.models.rules.shifts import next_opening, staffed_add
from desk.models.time import local_day, to_micros
from desk.models.words import AlertKind


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    """End a hold whose date has come: the lead is worked again the same morning (FLOW-04)."""
    back = back_at(facts)
    if back is None:
        return
    if now < back:
        yield Wake(back)
        return
    yield EndHold(("hold.back", "The date of the hold has come"))
    yield from _taken_up(facts, book, now)


def back_at(facts: Facts) -> datetime | None:
    """When a held lead comes back: on its date, at the store's opening of that day where it opens; None while none is set."""
    lead = facts.lead
    if not lead.hold_kind or lead.hold_until is None:
        return None
    opening = next_opening(lead.hold_until, (), facts.store)
    zone = facts.store.zone
    return opening if local_day(opening, zone) == local_day(lead.hold_until, zone) else lead.hold_until


def _taken_up(facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    lead = facts.lead
    key = f"{lead.id}·back·{to_micros(lead.hold_until)}" if lead.hold_until else f"{lead.id}·back"
    why = ("hold.back", f"Was on hold: {lead.hold_reason}")
    yield MakeTask(
        key=key, kind="follow_up", title=f"Back from hold: {lead.hold_reason}", why=why, due=staffed_add(now, book.span("task.at_once"), (), facts.store),
        recommended=f"{lead.hold_note}\nCall, and close it, hold it again with a new date, or give it a next step.".strip(),
    )  # fmt: skip
    for person in (facts.store.person(staff_id) for staff_id in told_people(facts)):
        if person is not None:
            yield raise_for(
                person, facts, book, now, key=f"{key}·told", kind=AlertKind.ATTENTION, title=f"{called(facts)} is back from hold",
                body=lead.vehicle_title, next="Call today", why=why,
            )  # fmt: skip
