"""Visits in the book (APPT-01)."""

from __future__ import annotations

from desk.models import decisions as d
from desk.models.task import UNDONE, Appointment
from desk.services.leadfile import LeadFile
from desk.services.record import records


@records(d.BookVisit)
def book_visit(file: LeadFile, it: d.BookVisit) -> bool:
    work = file.work
    row = Appointment(
        id=work.new_id(), key=it.key, lead_id=file.lead.id, starts_at=it.starts, ends_at=it.ends, vehicle=it.vehicle, stock=it.stock,
        made_by=work.by.words, label=it.label, slot=it.slot, made_at=work.now, staff_id=file.lead.owner_id,
    )  # fmt: skip
    file.keep(row)
    file.moved(row)
    work.tell(
        "appointment",
        file.lead.id,
        {"status": "booked", "starts": it.starts.isoformat(), "vehicle": it.vehicle},
        it.why,
        instead={"visit": row.id, "then": "booked", "was": None},
    )
    return True


@records(d.ChangeVisit)
def change_visit(file: LeadFile, it: d.ChangeVisit) -> bool:
    row = next((a for a in file.appointments if a.id == it.appointment_id), None)
    if row is None or (row.status == it.status and it.starts in (None, row.starts_at)):
        return False
    work = file.work
    moved = it.starts not in (None, row.starts_at)
    kept = {
        "visit": row.id, "then": it.status,
        "was": {"status": row.status, "starts": row.starts_at.isoformat(), "sequence": row.sequence},
    }  # fmt: skip
    row.status = it.status
    if it.starts is not None:
        length = row.ends_at - row.starts_at
        row.starts_at, row.ends_at, row.sequence = it.starts, it.starts + length, row.sequence + 1
    if it.status == "confirmed":
        row.confirmed_at = work.now
    elif it.status in ("shown", "no_show", "cancelled", "rescheduled", "sold", UNDONE):
        row.closed_at = work.now
    file.moved(row)
    work.tell(
        "appointment",
        file.lead.id,
        {
            "status": "rescheduled" if moved else it.status,
            "starts": row.starts_at.isoformat(),
            "vehicle": row.vehicle,
        },
        it.why,
        instead=kept,
    )
    return True
