"""The store's own past as a scenario: its leads of the last days, and what customers and people did, as they happened (DESK-09).

Everything is read from the store's rows; what the assistant did then is left out, since the replay decides that anew. Leads
taken in as history and leads of before the span are not replayed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.history import History
from desk.models.knowledge import Knowledge
from desk.models.lead import Lead
from desk.models.staff import Staff
from desk.models.store.engine import Store
from desk.models.vehicle import Vehicle
from desk.services import storefacts
from desk.services.rehearsal.past_acts import ACTS, AS_WRITTEN, Past
from desk.services.rehearsal.past_leads import conversation, inquiry
from desk.services.rehearsal.scenario import Event, Scenario

_STORE = ("name", "zone", "region", "hours", "address", "phone", "email", "website", "holidays")
_SETTINGS = ("sources.filed", "assistant.label", "assistant.name")
_PERSON = ("id", "name", "role", "team", "shift", "email", "phone", "alerts")
_NOT_TOLD = frozenset({"id", "seen_at"})


def story(store: Store, since: datetime, until: datetime) -> Scenario:
    """What happened at the store between two moments, ready to be rehearsed under any playbook."""
    with store.reading() as session:
        known = storefacts.settings(session)
        past = _past(session, since)
        people = list(session.scalars(select(Staff).order_by(Staff.id)))
        events = sorted(_events(past, since, until), key=lambda event: event.at)
        return Scenario(
            title="The store's own past", start=since, until=until, store=_store(known), staff=tuple(_people(people, events)),
            vehicles=tuple(_vehicles(past)), knowledge=tuple(_knowledge(session, since)), playbook={}, events=tuple(events),
            folder=Path(), settings={key: known[key] for key in _SETTINGS},
        )  # fmt: skip


def _past(session: Session, since: datetime) -> Past:
    chosen = (
        select(Lead)
        .where(Lead.received_at >= since, Lead.is_history.is_(False))
        .order_by(Lead.received_at, Lead.id)
    )
    leads = {lead.id: lead for lead in session.scalars(chosen)}
    names = {person.name: person.id for person in session.scalars(select(Staff))}
    return Past(session, leads, names)


def _store(known: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: known[f"store.{name}"] for name in _STORE}
    told["timezone"] = told.pop("zone")
    return told


def _people(people: list[Staff], events: list[Event]) -> Iterator[dict[str, Any]]:
    """Everybody, at work as they were when the span began."""
    left = {event.get("staff") for event in events if event.do == "leave"}
    for person in people:
        values = {name: getattr(person, name) for name in _PERSON}
        yield values | {"active": person.active or person.id in left}


def _vehicles(past: Past) -> Iterator[dict[str, Any]]:
    """The stock as it stands; a vehicle whose state a person changed within the span starts as available."""
    changed = {str(row.data.get("stock")) for row in past.told("stock")}
    for row in past.session.scalars(select(Vehicle).order_by(Vehicle.stock)):
        values = {
            column.key: getattr(row, column.key)
            for column in Vehicle.__table__.columns
            if column.key not in _NOT_TOLD
        }
        yield values | ({"status": "available"} if row.stock in changed else {})


def _knowledge(session: Session, since: datetime) -> Iterator[dict[str, Any]]:
    standing = select(Knowledge).where(Knowledge.at < since).order_by(Knowledge.entry, Knowledge.version)
    for row in session.scalars(standing):
        if row.replaced_at is None or row.replaced_at >= since:
            yield {"question": row.question, "answer": row.answer, "language": row.language}


@dataclass(frozen=True, slots=True)
class _Line:
    at: datetime
    do: str
    values: Mapping[str, Any]


def _events(past: Past, since: datetime, until: datetime) -> Iterator[Event]:
    for number, line in enumerate(_lines(past, since), start=1):
        if since <= line.at <= until:
            yield Event(line.at, line.do, f"past {number}", line.values)


def _lines(past: Past, since: datetime) -> Iterator[_Line]:
    for lead in past.leads.values():
        yield _Line(max(lead.taken_at, since), "lead", inquiry(past.session, lead))
        for at, do, values in conversation(past.session, lead):
            yield _Line(at, do, values)
    yield from _acts(past, since)


def _acts(past: Past, since: datetime) -> Iterator[_Line]:
    """Acts of people, from the record, in the order in which they were written."""
    told = select(History).where(History.at >= since, History.kind.in_(ACTS))
    for row in past.session.scalars(told.order_by(History.at, AS_WRITTEN)):
        if row.lead_id is not None and row.lead_id not in past.leads:
            continue
        for do, values in ACTS[row.kind](past, row):
            yield _Line(row.at, do, values)
