"""What a person can edit at an open lead, and what follows from each outcome of its visit, said before it is done (FLOW-07, APPT-03)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.facts import Facts, StoreFacts
from desk.models.lead import Lead
from desk.models.person import Address, Block
from desk.models.playbook import Playbook
from desk.models.rules import coverage, needs, outbound
from desk.models.rules.alerts import called
from desk.models.rules.appointments import told_by
from desk.models.rules.slots import LIVE
from desk.models.rules.trade_in import BY_HAND, FIELDS
from desk.models.snapshots.lead import LeadForms, LeadView, NeedView, OutcomeView, VisitView
from desk.models.store.queries.says import when
from desk.models.store.queries.today import car_words
from desk.models.task import Appointment
from desk.models.vehicle import Vehicle
from desk.models.words import AiState, Channel, Purpose
from desk.services.day import facts_of
from desk.services.replacing import lock_words

RESULTS = ("shown", "no_show", "rescheduled", "cancelled", "sold")
_CAPTIONS = {"colours": "Colors"}
_WAYS = {Channel.EMAIL: "by email", Channel.TEXT: "by text"}


def with_forms(
    view: LeadView, session: Session, store: StoreFacts, book: Playbook, now: datetime, staff_id: str
) -> LeadView:
    """The view with what this person may edit."""
    lead = session.get(Lead, view.card.id)
    if lead is None:
        return view
    person = store.person(staff_id)
    trade = lead.trade_in or {}
    return replace(
        view,
        forms=LeadForms(
            needs=tuple(_need(question, lead.needs or {}) for question in needs.questions(book)),
            trade={name: trade[name] for name in FIELDS if trade.get(name) is not None},
            trade_by_hand=bool(trade.get(BY_HAND)),
            titles=tuple(book.words_list("trade.titles")),
            photos=_photos(view),
            photos_wanted=int(book.number("trade.photos")),
            visit=_visit(session, view, store, book, now, staff_id),
            pace=lead.ai_pace,
            locked=lock_words(lead.stage, lead.owner_id, staff_id, person.role if person else ""),
        ),
    )


def _photos(view: LeadView) -> int:
    """How many pictures came with the customer's emails and texts."""
    came = (file for item in view.timeline if item.author == "customer" for file in item.files)
    return sum(file.is_picture for file in came)


def _need(question: Any, known: Any) -> NeedView:
    key = str(question["key"])
    answer = known.get(key) or ""
    return NeedView(
        key=key,
        caption=_CAPTIONS.get(key, key.replace("_", " ").capitalize()),
        ask=str(question["ask"]),
        answer=", ".join(map(str, answer)) if isinstance(answer, list) else str(answer),
        several=bool(question.get("several")),
        choices=tuple(map(str, question.get("choices", ()))),
    )


def _visit(
    session: Session, view: LeadView, store: StoreFacts, book: Playbook, now: datetime, staff_id: str
) -> VisitView | None:
    """The visit that stands, if one does: nothing else is read for a lead without one."""
    standing = select(Appointment).where(Appointment.lead_id == view.card.id, Appointment.status.in_(LIVE))
    visit = session.scalar(standing.order_by(Appointment.starts_at.desc()).limit(1))
    facts = _facts(session, view.card.id, store) if visit is not None else None
    if visit is None or facts is None:
        return None
    words, tone = _car(session, visit, facts, store, now)
    checks = [task for task in facts.tasks if task.kind == "prepare_vehicle" and f"·{visit.id}·" in task.key]
    waits = next((task.id for task in checks if task.done_at is None), "")
    return VisitView(
        id=visit.id, starts=visit.starts_at, status=visit.status, vehicle=visit.vehicle, car_words=words, car_tone=tone,
        made_by=visit.made_by, label=visit.label, is_over=visit.starts_at <= now, check_task=waits,
        checked=bool(checks) and not waits,
        outcomes=tuple(
            OutcomeView(result, tuple(follows(result, visit, facts, book, now, staff_id))) for result in RESULTS
        ),
    )  # fmt: skip


def _facts(session: Session, lead_id: str, store: StoreFacts) -> Facts | None:
    """A lead's record with how the customer may be reached."""
    facts = facts_of(session, lead_id, store)
    if facts is None:
        return None
    mine = select(Address).where(Address.customer_id == facts.lead.customer_id).order_by(Address.created_at)
    addresses = tuple(session.scalars(mine))
    of_these = Block.address.in_([address.value for address in addresses])
    return replace(facts, addresses=addresses, blocks=tuple(session.scalars(select(Block).where(of_these))))


def _car(
    session: Session, visit: Appointment, facts: Facts, store: StoreFacts, now: datetime
) -> tuple[str, str]:
    """How its vehicle stands as of the feed's time (AI-05)."""
    stock = visit.stock or facts.lead.stock
    car = session.scalar(select(Vehicle).where(Vehicle.stock == stock)) if stock else None
    words, tone = car_words(car.status if car else None, car.lot if car else None, stock)
    return (f"{words} as of {when(car.seen_at, now, store.zone)}" if car else words), tone


def follows(
    result: str, visit: Appointment, facts: Facts, book: Playbook, now: datetime, staff_id: str
) -> Iterator[str]:
    """What the rules will do once this is recorded, in sentences; the same questions they ask themselves."""
    name, zone = called(facts), facts.store.zone
    if result in ("shown", "sold") and not any(log.type in ("note", "visit") and log.at >= visit.starts_at for log in facts.logs):  # fmt: skip
        yield f"Notes of the visit are asked for by {when(now + book.span('visit.notes_within'), now, zone)}."
    if result == "shown":
        yield f"{name} stays in Appointment Set; the temperature counts the visit."
    elif result == "no_show":
        yield f"A call to {name} is due at once, and the managers are told until somebody has talked with them."
        yield "The temperature falls."
    elif result == "cancelled":
        yield _told(facts, "that it is cancelled")
        yield "The time is free for somebody else."
    elif result == "rescheduled":
        yield f"A call to {name} to find a new time is due at once. Where the time is known already, move the visit instead."
    else:
        yield from _sold(facts, book, now, staff_id)


def _told(facts: Facts, what: str) -> str:
    """Who tells the customer, and by which way."""
    name, way = called(facts), told_by(facts, Purpose.APPOINTMENT_CONFIRMATION)
    if way:
        return f"The assistant tells {name} {what}, {_WAYS[Channel(way)]}."
    silent = "does not write here" if outbound.open_channels(facts) else "has no way to write that is open"
    return f"The assistant {silent}: tell {name} yourself."


def _sold(facts: Facts, book: Playbook, now: datetime, staff_id: str) -> Iterator[str]:
    yield f"{called(facts)} moves to Sold{', and the hold ends' if facts.lead.hold_kind else ''}."
    found = coverage.split(facts, coverage.seller(facts, staff_id), book, now)
    names = [person.name for share in found.shares if (person := facts.store.person(share.staff_id))]
    if names:
        yield (
            f"Credit: {names[0]}." if len(names) == 1 else f"Credit: half to {names[0]}, half to {names[1]}."
        )
    if facts.waiting or facts.lead.ai_state == AiState.ON:
        yield "The assistant stops, and what waits to be sent is dropped."
