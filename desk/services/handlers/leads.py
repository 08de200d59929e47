"""What people do with a lead: log, move, hold, claim, assign, and the assistant's toggle."""

from __future__ import annotations

from typing import Any

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.conversation import Log
from desk.models.errors import BadInput, Refused
from desk.models.lead import Lead
from desk.models.rules import acts
from desk.models.task import Task
from desk.models.words import STAGES, CallOutcome, LogType, Stage
from desk.services.desk import handles
from desk.services.handlers.consents import block_by_person
from desk.services.handlers.sales import check_may_reverse, reverse_credit
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.work import Work

_PHONE_CHANNELS = ("text", "call")


def _file(work: Work, lead_id: str) -> LeadFile:
    return LeadFile(work, work.lead(lead_id))


@handles(c.LogActivity)
def log_activity(work: Work, command: c.LogActivity) -> str:
    """Write down what a person did. It never changes the assistant's switch (AI-14)."""
    lead = work.lead(command.lead_id)
    _check_log(command)
    at = command.at or work.now
    row = Log(
        id=work.new_id(), lead_id=lead.id, type=command.type, direction=command.direction, staff_id=command.by.staff_id or None, at=at,
        outcome=command.outcome, minutes=command.minutes, interest=command.interest, summary=command.summary, objections=command.objections,
        next_step=command.next_step, next_due=command.next_due, recorded=command.recorded, to_customer=command.to_customer,
    )  # fmt: skip
    work.session.add(row)
    if command.direction == "out" and command.type != LogType.NOTE:
        lead.last_human_at = at
    data = {
        "type": row.type,
        "outcome": row.outcome,
        "by": row.staff_id,
        "direction": row.direction,
        "next_step": row.next_step,
    }
    work.tell("log", lead.id, data, private=("next_step",))
    _follow_outcome(work, command)
    _next_step_task(work, command, row)
    work.settle(lead.id)
    return row.id


def _check_log(command: c.LogActivity) -> None:
    if command.type not in set(LogType):
        raise BadInput(
            f"{command.type!r} is no kind of activity.", where="type", do=f"Use one of {', '.join(LogType)}."
        )
    if (
        command.type in (LogType.CALL, LogType.VOICEMAIL)
        and command.direction == "out"
        and not command.outcome
    ):
        raise Refused(
            "A call needs its outcome.", action=command.act, missing=("outcome",), do="Choose how it ended."
        )
    if command.outcome and command.outcome not in set(CallOutcome):
        raise BadInput(
            f"{command.outcome!r} is no outcome.", where="outcome", do=f"Use one of {', '.join(CallOutcome)}."
        )


def _follow_outcome(work: Work, command: c.LogActivity) -> None:
    """A wrong number and a bad e-mail block that address for everyone (R8, R28)."""
    kinds = {
        CallOutcome.WRONG_NUMBER: ("phone", "wrong_number", _PHONE_CHANNELS),
        CallOutcome.BAD_EMAIL: ("email", "bad_address", ("email",)),
    }
    found = kinds.get(command.outcome)  # type: ignore[call-overload]  # a plain string equals its StrEnum member
    if found is None:
        return
    kind, block, channels = found
    file = _file(work, command.lead_id)
    address = file.facts().address(kind)
    if address is not None:
        record(
            file,
            block_by_person(
                file, block, address.value, channels, f"Logged by {command.by.words}", command.by.words
            ),
        )


def _next_step_task(work: Work, command: c.LogActivity, row: Log) -> None:
    if not command.next_step:
        return
    made = d.MakeTask(
        key=f"{command.lead_id}·next·{row.id}", kind="follow_up", title=command.next_step, due=command.next_due, why=("Next step of a logged activity",),
        owner_id=command.by.staff_id or None,
    )  # fmt: skip
    record(_file(work, command.lead_id), made)


@handles(c.TurnAssistant)
def turn_assistant(work: Work, command: c.TurnAssistant) -> None:
    """The toggle. Off asks a reason and silences what is queued; on again is reactive (AI-14, AI-15)."""
    file = _file(work, command.lead_id)
    for decision in acts.turn_assistant(
        file.facts(), on=command.on, reason=command.reason, by=command.by.words
    ):
        record(file, decision)
    work.settle(command.lead_id)


@handles(c.MoveLead)
def move_lead(work: Work, command: c.MoveLead) -> None:
    if command.stage not in set(STAGES):
        raise BadInput(
            f"{command.stage!r} is no stage.", where="stage", do=f"Use one of {', '.join(STAGES)}."
        )
    file = _file(work, command.lead_id)
    decisions = tuple(acts.move(file.facts(), work.book, work.now, command))
    if (
        file.lead.stage == Stage.SOLD and command.stage != Stage.SOLD
    ):  # a sale and its credit go together (COVER-05)
        check_may_reverse(file, command.by)
        reverse_credit(file, (f"Moved out of Sold by {command.by.words}",))
    for decision in decisions:
        record(file, decision)
    work.settle(command.lead_id)


@handles(c.HoldLead)
def hold_lead(work: Work, command: c.HoldLead) -> None:
    """Refused unless everything the procedure asks is there; the refusal names exactly what is missing (FLOW-03)."""
    file = _file(work, command.lead_id)
    missing = acts.hold_missing(file.facts(), work.book, work.now, command)
    if missing:
        raise Refused(
            f"{file.customer.full or 'This lead'} cannot be put on hold yet.",
            action="hold",
            missing=missing,
            do=acts.hold_words(missing),
        )
    lead = file.lead
    lead.order_kind, lead.hold_kind, lead.hold_reason = "organic", command.kind, command.reason
    lead.hold_until, lead.hold_note = command.until, command.note
    data = {"reason": command.reason, "until": command.until.isoformat() if command.until else None}
    work.tell("hold", lead.id, data, (f"Put on hold by {command.by.words}",), private=("reason",))
    work.settle(lead.id)


@handles(c.ResumeLead)
def resume_lead(work: Work, command: c.ResumeLead) -> None:
    record(_file(work, command.lead_id), d.EndHold((f"Taken off hold by {command.by.words}",)))
    work.settle(command.lead_id)


@handles(c.ClaimLead)
def claim_lead(work: Work, command: c.ClaimLead) -> None:
    """Claiming quiets the alerts; it stops no clock (Agreement: hand-off)."""
    file = _file(work, command.lead_id)
    lead = file.lead
    if not command.by.staff_id:
        raise Refused("Only a person can claim a lead.", action=command.act, missing=("person",))
    if lead.owner_id != command.by.staff_id:
        record(
            file, d.AssignOwner(command.by.staff_id, (f"Claimed by {command.by.words}",), by=command.by.words)
        )
    lead.claimed_at = work.now
    record(file, d.QuietAlerts(("doorbell", "handoff", "escalation"), f"Claimed by {command.by.words}"))
    work.tell("claim", lead.id, {"by": command.by.staff_id}, (f"Claimed by {command.by.words}",))
    work.settle(lead.id)


@handles(c.AssignLead)
def assign_lead(work: Work, command: c.AssignLead) -> None:
    if command.to is not None and work.store.person(command.to) is None:
        raise BadInput(
            "There is no such person at this store.", where=command.to, do="Choose somebody of the list."
        )
    file = _file(work, command.lead_id)
    record(file, d.AssignOwner(command.to, (f"Assigned by {command.by.words}",), by=command.by.words))
    work.settle(command.lead_id)


@handles(c.AdjustTemperature)
def adjust_temperature(work: Work, command: c.AdjustTemperature) -> None:
    """A person's own estimate holds for the playbook's time (TEMP-05)."""
    if not 0 <= command.score <= 100 or not command.reason.strip():
        raise Refused(
            "A temperature is 0 to 100 and needs a reason.", action=command.act, missing=("reason",)
        )
    lead = work.lead(command.lead_id)
    before, until = estimate_of(lead), work.now + work.book.span("temperature.override_holds")
    lead.temperature_set, lead.temperature_set_until = command.score, until
    lead.temperature_note = f"{command.by.words}: {command.reason}"
    work.tell("estimate", lead.id, {**estimate_of(lead), "was": before}, (lead.temperature_note,))
    work.settle(lead.id)


def estimate_of(lead: Lead) -> dict[str, Any]:
    """A person's own estimate of a lead as the record holds it: the score and until when it holds."""
    until = lead.temperature_set_until
    return {"score": lead.temperature_set, "until": until.isoformat() if until else None}


@handles(c.StartOutreach)
def start_outreach(work: Work, command: c.StartOutreach) -> None:
    """An older lead is worked from now on: outreach and timers begin (LEAD-01)."""
    lead = work.lead(command.lead_id)
    if not lead.is_history:
        words = "The assistant already works with this lead."
        raise Refused(words, action=command.act, missing=("history",), do="Its switch is in the lead.")
    lead.is_history = False
    work.tell("outreach_started", lead.id, {"by": command.by.staff_id}, (f"Started by {command.by.words}",))
    work.settle(lead.id)


@handles(c.ReadLead)
def read_lead(work: Work, command: c.ReadLead) -> None:
    lead = work.lead(command.lead_id)
    lead.unread = 0
    work.leads.add(lead.id)
    work.kinds.add("leads")


@handles(c.FinishTask)
def finish_task(work: Work, command: c.FinishTask) -> None:
    row = work.session.get(Task, command.task_id)
    if row is None or row.lead_id is None:
        raise BadInput("There is no such task.", where=command.task_id)
    record(
        _file(work, row.lead_id),
        d.CloseTask(row.id, command.words or f"Done by {command.by.words}", (f"Done by {command.by.words}",)),
    )
    work.settle(row.lead_id)
