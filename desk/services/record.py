"""The one writer: turns decisions into rows and lines of the record. Nothing else changes a lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desk.models import decisions as d
from desk.models.alert import Alert
from desk.models.conversation import Message
from desk.models.knowledge import KnowledgeRequest
from desk.models.person import Block, Customer
from desk.models.rules.bank import likeness
from desk.models.rules.replies.knowledge import words_of
from desk.models.task import UNDONE, Appointment, Task, Timer
from desk.models.time import to_micros
from desk.models.words import MessageStatus
from desk.services import outgoing
from desk.services.leadfile import LeadFile

Recorder = Callable[[LeadFile, Any], bool]
_RECORDERS: dict[type, Recorder] = {}


def records(kind: type) -> Callable[[Recorder], Recorder]:
    def keep(recorder: Recorder) -> Recorder:
        _RECORDERS[kind] = recorder
        return recorder

    return keep


def record(file: LeadFile, decision: d.Decision) -> bool:
    """Write one decision; False when it is already so (deciding twice changes nothing)."""
    key = getattr(decision, "key", "")
    if key and key in file.done:
        return False
    moved = _RECORDERS[type(decision)](file, decision)
    file.changed()
    return moved


def _remember(file: LeadFile, key: str) -> None:
    """Keep the key of a decision that leaves no row of its own."""
    if not key:
        return
    file.work.mark(file.lead.id, key)
    file.remember(key)


@records(d.QueueMessage)
def queue(file: LeadFile, it: d.QueueMessage) -> bool:
    outgoing.queue_message(file, it)
    return True


@records(d.DropMessage)
def drop(file: LeadFile, it: d.DropMessage) -> bool:
    message = next((m for m in file.messages if m.id == it.message_id), None)
    if message is None or message.status not in ("queued", "held", "pending_approval"):
        return False
    outgoing.set_status(file, message, it.status, words="; ".join(it.why), why=it.why)
    return True


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
    lead.temperature, lead.band, lead.temperature_reasons = it.score, band, reasons
    shown = [{"signal": signal, "points": points} for signal, points in it.reasons]
    work.tell("temperature", lead.id, {"score": it.score, "band": band, "reasons": shown}, it.why)
    return True


@records(d.MakeTask)
def make_task(file: LeadFile, it: d.MakeTask) -> bool:
    work, lead = file.work, file.lead
    row = Task(
        id=work.new_id(), key=it.key, lead_id=lead.id, kind=it.kind, title=it.title, recommended=it.recommended, why=list(it.why),
        owner_id=it.owner_id if it.owner_id is not None else lead.owner_id, due_at=it.due, made_at=work.now,
    )  # fmt: skip
    file.keep(row)
    work.kinds.add("tasks")
    _tell_task(file, "task", row, it.why)
    return True


@records(d.CloseTask)
def close_task(file: LeadFile, it: d.CloseTask) -> bool:
    row = next((t for t in file.tasks if t.id == it.task_id and t.done_at is None), None)
    if row is None:
        return False
    row.done_at, row.done_words, row.done_by = file.work.now, it.words, file.work.by.words
    file.work.kinds.add("tasks")
    _tell_task(file, "task_done", row, it.why)
    return True


@records(d.MarkOverdue)
def mark_overdue(file: LeadFile, it: d.MarkOverdue) -> bool:
    row = next(
        (t for t in file.tasks if t.id == it.task_id and t.done_at is None and t.overdue_at is None), None
    )
    if row is None:
        return False
    row.overdue_at = file.work.now
    file.work.kinds.add("tasks")
    _tell_task(file, "task_overdue", row, it.why)
    return True


def _tell_task(file: LeadFile, kind: str, row: Task, why: d.Why) -> None:
    """The record names no customer: a task's title is written there without the name (COMPLY-06)."""
    written = {"title": nameless(file.customer, row.title)}
    file.work.tell(kind, file.lead.id, _task_data(row), why, instead=written)


def nameless(customer: Customer, words: str) -> str:
    """Words with the customer's name taken out, as the record holds them."""
    return words.replace(customer.full, "the customer") if customer.full else words


def _task_data(row: Task) -> dict[str, Any]:
    return {
        "task": row.kind,
        "owner": row.owner_id,
        "due": row.due_at.isoformat() if row.due_at else None,
        "title": row.title,
    }


@records(d.StartTimer)
def start_timer(file: LeadFile, it: d.StartTimer) -> bool:
    work, lead = file.work, file.lead
    row = Timer(
        id=work.new_id(),
        key=it.key,
        lead_id=lead.id,
        kind=it.kind,
        about=it.about,
        ladder=it.ladder,
        started_at=it.started,
        next_at=it.next_at,
    )
    file.keep(row)
    if it.target is not None and lead.timer_kind != "handoff":
        lead.timer_kind, lead.timer_started, lead.timer_target, lead.timer_level = (
            it.kind,
            it.started,
            it.target,
            0,
        )
    work.tell(
        "timer",
        lead.id,
        {"timer": it.kind, "ladder": it.ladder, "next": it.next_at.isoformat() if it.next_at else None},
        it.why,
    )
    return True


@records(d.StepTimer)
def step_timer(file: LeadFile, it: d.StepTimer) -> bool:
    row = next((t for t in file.timers if t.id == it.timer_id and t.cleared_at is None), None)
    if row is None:
        return False
    work, lead = file.work, file.lead
    row.level, row.next_at, row.repeats = it.level, it.next_at, it.repeats
    if it.reset:
        row.reset_at = work.now
    if lead.timer_kind == row.kind:
        lead.timer_level = it.level
    if it.to:
        data = {"ladder": row.ladder, "level": it.level, "to": list(it.to), "about": row.about}
        work.tell("escalation", lead.id, data, it.why)
    return True


@records(d.ClearTimer)
def clear_timer(file: LeadFile, it: d.ClearTimer) -> bool:
    row = next((t for t in file.timers if t.id == it.timer_id and t.cleared_at is None), None)
    if row is None:
        return False
    work, lead = file.work, file.lead
    row.cleared_at, row.proof, row.cleared_by = it.at, it.proof, it.by
    answered = bool(it.by)  # a lead that was sold or lost stops its clock without having been answered
    if lead.timer_kind == row.kind:
        lead.timer_kind, lead.timer_level = "answered" if answered else "none", 0
    if row.kind == "unanswered" and answered and lead.answered_at is None:
        lead.answered_at, lead.answered_proof = it.at, it.proof
        lead.answered_s = max(0, round((it.at - lead.received_at).total_seconds()))
    work.tell(
        "escalation_cleared",
        lead.id,
        {"ladder": row.ladder, "level": row.level, "to": [], "about": row.about},
        it.why,
    )
    return True


@records(d.RaiseAlert)
def raise_alert(file: LeadFile, it: d.RaiseAlert) -> bool:
    work = file.work
    row = Alert(
        id=work.new_id(), key=it.key, staff_id=it.staff_id, lead_id=file.lead.id, kind=it.kind, title=it.title, body=it.body,
        next=it.next, level=it.level, via=list(it.via), raised_at=work.now,
    )  # fmt: skip
    file.keep(row)
    work.kinds.add("alerts")
    work.new_alerts.append(row.id)
    for via in it.via:
        work.tell(
            "alert",
            file.lead.id,
            {"to": it.staff_id, "via": via, "about": it.title, "next": it.next},
            it.why,
            private=("about",),
        )
    return True


@records(d.QuietAlerts)
def quiet_alerts(file: LeadFile, it: d.QuietAlerts) -> bool:
    quiet = [
        a
        for a in file.alerts
        if a.done_at is None and a.kind in it.kinds and (not it.staff_id or a.staff_id == it.staff_id)
    ]
    for alert in quiet:
        alert.done_at, alert.done_words = file.work.now, it.words
    if quiet:
        file.work.kinds.add("alerts")
    return bool(quiet)


@records(d.AssignOwner)
def assign_owner(file: LeadFile, it: d.AssignOwner) -> bool:
    lead, work = file.lead, file.work
    if lead.owner_id == it.to:
        return False
    before = lead.owner_id
    lead.owner_id, lead.owner_at, lead.claimed_at = it.to, work.now, None
    if before is not None:
        _remember(file, f"{lead.id}·reassigned·{to_micros(work.now)}")
    person = work.store.person(it.to)
    if person is not None:
        work.note_assigned(person)
    for task in file.tasks:
        if task.done_at is None and task.owner_id in (None, before):
            task.owner_id = it.to
    work.tell("owner", lead.id, {"from": before, "to": it.to, "by": it.by}, it.why, by=it.by)
    return True


@records(d.BlockAddress)
def block_address(file: LeadFile, it: d.BlockAddress) -> bool:
    work = file.work
    same = [b for b in file.blocks if b.address == it.address and b.kind == it.kind and b.lifted_at is None]
    if any(set(it.channels) <= set(b.channels) for b in same):
        return False
    row = Block(
        id=work.new_id(),
        kind=it.kind,
        address=it.address,
        channels=list(it.channels),
        words=it.words,
        lead_id=file.lead.id,
        by=it.by,
        at=work.now,
    )
    file.keep(row)
    work.tell(
        "block",
        file.lead.id,
        {"block": it.kind, "channels": list(it.channels), "by": it.by},
        it.why,
        by=it.by,
    )
    return True


@records(d.BookVisit)
def book_visit(file: LeadFile, it: d.BookVisit) -> bool:
    work = file.work
    row = Appointment(
        id=work.new_id(), key=it.key, lead_id=file.lead.id, starts_at=it.starts, ends_at=it.ends, vehicle=it.vehicle, stock=it.stock,
        made_by=work.by.words, label=it.label, slot=it.slot, made_at=work.now, staff_id=file.lead.owner_id,
    )  # fmt: skip
    file.keep(row)
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
    _remember(file, it.key)
    file.work.tell("paused_until", file.lead.id, {"until": it.on.isoformat()}, it.why)
    return True


@records(d.SetLead)
def set_lead(file: LeadFile, it: d.SetLead) -> bool:
    changed = {name: value for name, value in it.values.items() if getattr(file.lead, name) != value}
    for name, value in changed.items():
        setattr(file.lead, name, value)
    _remember(file, it.key)
    return bool(changed)


@records(d.SetCustomer)
def set_customer(file: LeadFile, it: d.SetCustomer) -> bool:
    changed = {name: told for name, told in it.values.items() if getattr(file.customer, name) != told}
    for name, told in changed.items():
        setattr(file.customer, name, told)
    return bool(changed)


@records(d.AskKnowledge)
def ask_knowledge(file: LeadFile, it: d.AskKnowledge) -> bool:
    work = file.work
    known = _same_request(file, it)
    if known is not None:
        known.count += 1
    else:
        work.session.add(
            KnowledgeRequest(
                id=work.new_id(), about=it.about, question=it.question, lead_id=file.lead.id, at=work.now
            )
        )
    _remember(file, it.key)
    admins = [p.id for p in work.store.staff if p.active and p.role == "knowledge_admin"]
    work.tell(
        "knowledge_request",
        file.lead.id,
        {"question": it.question, "to": admins},
        it.why,
        private=("question",),
    )
    return True


def _same_request(file: LeadFile, it: d.AskKnowledge) -> KnowledgeRequest | None:
    """The open request that asks the same in other words (AI-13)."""
    work = file.work
    words, least = words_of(work.book), work.book.number("knowledge.same_request")
    alike = [
        (likeness(row.question, it.question, words), row)
        for row in work.session.query(KnowledgeRequest).filter_by(about=it.about, closed_at=None)
    ]
    best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= least else None


@records(d.Tell)
def tell(file: LeadFile, it: d.Tell) -> bool:
    _remember(file, it.key)
    file.work.tell(it.kind, file.lead.id, dict(it.data), it.why)
    return True


def waiting(message: Message) -> bool:
    return message.status in (MessageStatus.QUEUED, MessageStatus.HELD, MessageStatus.PENDING_APPROVAL)
