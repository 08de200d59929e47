"""Visits booked and closed by people (APPT-*); the assistant books through its own decisions."""

from __future__ import annotations

from datetime import datetime

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.errors import BadInput, Refused
from desk.models.rules import slots
from desk.models.time import local
from desk.services.desk import handles
from desk.services.handlers.sales import sell
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.work import Work

_RESULTS = ("shown", "no_show", "cancelled", "rescheduled", "sold")


@handles(c.BookAppointment)
def book(work: Work, command: c.BookAppointment) -> None:
    if command.starts <= work.now:
        raise Refused(
            "A visit lies in the future.", action=command.act, missing=("time",), do="Choose a later time."
        )
    file = LeadFile(work, work.lead(command.lead_id))
    _check_slot(work, file, command.starts, command.act)
    open_visit = next((a for a in file.appointments if a.status in ("booked", "confirmed")), None)
    why = (f"Booked by {command.by.words}",)
    if open_visit is not None:
        record(file, d.ChangeVisit(open_visit.id, "booked", why, starts=command.starts))
    else:
        length = work.book.span("visit.length")
        vehicle = command.vehicle or file.lead.vehicle_title
        booked = d.BookVisit(
            key=f"{file.lead.id}·visit·{work.txn}",
            starts=command.starts,
            ends=command.starts + length,
            why=why,
            vehicle=vehicle,
            stock=file.lead.stock,
            slot=slots.kind_of(file.facts(), work.book, command.starts),
        )
        record(file, booked)
    work.settle(command.lead_id)


@handles(c.CloseAppointment)
def close(work: Work, command: c.CloseAppointment) -> None:
    if command.result not in _RESULTS:
        raise BadInput(
            f"{command.result!r} is no result of a visit.",
            where="result",
            do=f"Use one of {', '.join(_RESULTS)}.",
        )
    file = LeadFile(work, work.lead(command.lead_id))
    visit = next((a for a in reversed(file.appointments) if a.status in ("booked", "confirmed")), None)
    if visit is None:
        raise Refused("This lead has no open visit.", action=command.act, missing=("appointment",))
    if command.result == "rescheduled" and command.starts:
        _check_slot(work, file, command.starts, command.act)
    status = "booked" if command.result == "rescheduled" and command.starts else command.result
    record(file, d.ChangeVisit(visit.id, status, (f"Recorded by {command.by.words}",), starts=command.starts))
    if command.result == "sold":
        sell(file, command.by)
    work.settle(command.lead_id)


def _check_slot(work: Work, file: LeadFile, starts: datetime, act: str) -> None:
    """A full time is refused with the next ones that are free (APPT-01); people may book at any other time."""
    facts = file.facts()
    if facts.taken_slots.count(starts) >= work.book.number("visit.capacity"):
        free = (
            f"{local(slot, work.store.zone):%a %H:%M}"
            for slot in slots.offers(facts, work.book, work.now, starts)
        )
        raise Refused(
            "That time is full.",
            action=act,
            missing=("slot",),
            do=f"Free are: {', '.join(free) or 'none in sight'}.",
        )
