"""The lead itself: its stage, the assistant's state, temperature, owner, holds, pauses and plain fields."""

from __future__ import annotations

from desk.models import decisions as d
from desk.models.time import to_micros
from desk.models.words import Stage
from desk.services.leadfile import LeadFile
from desk.services.record import records, remember


@records(d.MoveStage)
def move(file: LeadFile, it: d.MoveStage) -> bool:
    lead, work = file.lead, file.work
    status = lead.status if it.status is None else it.status
    if lead.stage == it.to and lead.status == status:
        return False
    before = lead.stage
    lead.stage, lead.status = it.to, status
    if before != it.to:
        lead.stage_at = work.now
    if Stage.SOLD in (before, it.to):
        work.files.let_go(file)  # what they bought here bears on their other inquiries (AI-10, R7)
    if it.lost_reason:
        lead.lost_reason = it.lost_reason
    work.tell(
        "stage", lead.id, {"from": before, "to": it.to, "status": status, "by": it.by}, it.why, by=it.by
    )
    return True


@records(d.SetAssistant)
def set_assistant(file: LeadFile, it: d.SetAssistant) -> bool:
    lead, work = file.lead, file.work
    if lead.ai_state == it.to:
        return False
    before, kept = (
        lead.ai_state,
        {"returned_to": lead.ai_returns_to},
    )  # so that undo gives back the whole state
    lead.ai_state, lead.ai_returns_to = it.to, it.returns_to
    lead.ai_at, lead.ai_by, lead.ai_reason = work.now, it.by, it.reason or "; ".join(it.why)
    work.tell("ai", lead.id, {"from": before, "to": it.to, "by": it.by}, it.why, by=it.by, instead=kept)
    return True


@records(d.SetTemperature)
def set_temperature(file: LeadFile, it: d.SetTemperature) -> bool:
    lead, work = file.lead, file.work
    band = work.book.part("band_of")(it.score)
    reasons = [list(reason) for reason in it.reasons]
    if lead.temperature == it.score and lead.temperature_reasons == reasons:
        return False
    if lead.band != band:
        file.changed()  # within a band the number bears on few rules (``procedure.LOOK_AT``)
    lead.temperature, lead.band, lead.temperature_reasons = it.score, band, reasons
    shown = [{"signal": signal, "points": points} for signal, points in it.reasons]
    work.tell("temperature", lead.id, {"score": it.score, "band": band, "reasons": shown}, it.why)
    return True


@records(d.AssignOwner)
def assign_owner(file: LeadFile, it: d.AssignOwner) -> bool:
    lead, work = file.lead, file.work
    if lead.owner_id == it.to:
        return False
    before = lead.owner_id
    lead.owner_id, lead.owner_at, lead.claimed_at = it.to, work.now, None
    if before is not None:
        remember(file, f"{lead.id}·reassigned·{to_micros(work.now)}")
    person = work.store.person(it.to)
    if person is not None:
        work.note_assigned(person)
    for task in file.tasks:
        if task.done_at is None and task.owner_id in (None, before):
            task.owner_id = it.to
    work.tell("owner", lead.id, {"from": before, "to": it.to, "by": it.by}, it.why, by=it.by)
    return True


@records(d.EndHold)
def end_hold(file: LeadFile, it: d.EndHold) -> bool:
    lead = file.lead
    if not lead.hold_kind:
        return False
    data = {"reason": lead.hold_reason, "until": lead.hold_until.isoformat() if lead.hold_until else None}
    lead.hold_kind, lead.hold_reason, lead.hold_until, lead.hold_note = "", "", None, ""
    file.work.tell("resumed", lead.id, data, it.why, private=("reason",))
    return True


@records(d.PauseUntil)
def pause_until(file: LeadFile, it: d.PauseUntil) -> bool:
    file.lead.resume_on = it.on
    remember(file, it.key)
    file.work.tell("paused_until", file.lead.id, {"until": it.on.isoformat()}, it.why)
    return True


@records(d.SetLead)
def set_lead(file: LeadFile, it: d.SetLead) -> bool:
    changed = {name: value for name, value in it.values.items() if getattr(file.lead, name) != value}
    for name, value in changed.items():
        setattr(file.lead, name, value)
    remember(file, it.key)
    return bool(changed)


@records(d.SetCustomer)
def set_customer(file: LeadFile, it: d.SetCustomer) -> bool:
    changed = {name: told for name, told in it.values.items() if getattr(file.customer, name) != told}
    for name, told in changed.items():
        setattr(file.customer, name, told)
    return bool(changed)


@records(d.Tell)
def tell(file: LeadFile, it: d.Tell) -> bool:
    remember(file, it.key)
    file.work.tell(it.kind, file.lead.id, dict(it.data), it.why)
    return True
