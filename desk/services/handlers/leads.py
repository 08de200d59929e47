"""What people do with a lead: log, move, hold, claim, assign, and the assistant's toggle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.conversation import Log
from desk.models.errors import BadInput, Refused
from desk.models.lead import Lead
from desk.models.person import Address, Consent
from desk.models.rules import acts
from desk.models.task import Task
from desk.models.words import STAGES, CallOutcome, LogType, Stage
from desk.services import radar
from desk.services.desk import handles
from desk.services.handlers.sales import check_may_reverse, reverse_credit
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.replacing import check_open, put
from desk.services.work import Work

_PHONE_CHANNELS = ("text", "call")
_WRITTEN = "written:"  # how evidence of written consent begins (R6)
_STOPPED = ("opt_out", "do_not_contact")


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
            _block(file, block, address.value, channels, f"Logged by {command.by.words}", command.by.words),
        )


def _block(
    file: LeadFile, kind: str, address: str, channels: tuple[str, ...], words: str, by: str
) -> d.BlockAddress:
    key = f"{file.lead.id}·{kind}·{address}·{'+'.join(channels)}·{file.work.txn}"
    return d.BlockAddress(
        key=key, kind=kind, address=address, channels=channels, why=(words,), words=words, by=by
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


@handles(c.SetConsent)
def set_consent(work: Work, command: c.SetConsent) -> None:
    """Consent with its evidence, on every address of that channel (R6). Revoking it is an opt-out of the channel.

    Consent in the customer's own writing is their opt-in: it lifts what they had stopped on that channel (R3).
    """
    file = _file(work, command.lead_id)
    if command.given and command.evidence.startswith(_WRITTEN):
        _lift(file, _as_wide(command.channel), command)
    kind = (
        "revoked" if not command.given else "written" if command.evidence.startswith(_WRITTEN) else "express"
    )
    for address in file.addresses:
        if address.kind == ("email" if command.channel == "email" else "phone"):
            row = Consent(
                id=work.new_id(),
                address=address.value,
                channel=command.channel,
                kind=kind,
                evidence=command.evidence,
                at=work.now,
                by=command.by.words,
            )
            work.session.add(row)
            if not command.given:
                record(
                    file,
                    _block(
                        file,
                        "opt_out",
                        address.value,
                        _as_wide(command.channel),
                        command.evidence,
                        command.by.words,
                    ),
                )
    work.tell(
        "consent", command.lead_id, {"channel": command.channel, "given": command.given}, (command.evidence,)
    )
    work.settle(command.lead_id)


def _as_wide(channel: str) -> tuple[str, ...]:
    return ("email",) if channel == "email" else _PHONE_CHANNELS


@handles(c.OptOut)
def opt_out(work: Work, command: c.OptOut) -> None:
    """An opt-out that a person heard or read: one click, at once, on every address it names (R3)."""
    file = _file(work, command.lead_id)
    for address in file.addresses:
        wide = _channels_of(address, command.channels)
        if wide:
            record(
                file,
                _block(
                    file,
                    "opt_out",
                    address.value,
                    wide,
                    command.words or "Said to a person",
                    command.by.words,
                ),
            )
    for decision in acts.silence(file.facts(), command.words or f"Opt-out recorded by {command.by.words}"):
        record(file, decision)
    work.settle(command.lead_id)


def _channels_of(address: Address, channels: tuple[str, ...]) -> tuple[str, ...]:
    own = ("email",) if address.kind == "email" else _PHONE_CHANNELS
    return own if "all" in channels else tuple(name for name in own if name in channels)


@handles(c.OptIn)
def opt_in(work: Work, command: c.OptIn) -> None:
    """The customer's own opt-in lifts the blocks of these channels; the rows stay as evidence (R3)."""
    if not command.evidence.strip():
        raise Refused("An opt-in needs its evidence.", action=command.act, missing=("evidence",))
    _lift(_file(work, command.lead_id), command.channels, command)
    work.tell("opt_in", command.lead_id, {"channels": list(command.channels)}, (command.evidence,))
    work.settle(command.lead_id)


def _lift(file: LeadFile, channels: tuple[str, ...], command: c.OptIn | c.SetConsent) -> None:
    """Open again what the customer had stopped on these channels; a number or mailbox that does not work stays closed."""
    now, by = file.work.now, command.by.words
    stopped = [block for block in file.blocks if block.kind in _STOPPED and block.lifted_at is None]
    lifted = [block for block in stopped if {*channels, "all"} & {*block.channels} or "all" in channels]
    for block in lifted:
        block.lifted_at, block.lifted_by, block.lift_evidence = now, by, command.evidence
    if lifted and file.lead.ai_state == "opted_out":
        record(file, d.SetAssistant("reactive", (f"Opted in again: {command.evidence}",), by=by))


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


_EDITABLE = frozenset(
    {
        "comments",
        "timeframe",
        "language",
        "needs",
        "trade_in",
        "order_kind",
        "price_shopper",
        "ai_pace",
        "status",
    }
)
_CUSTOMER = frozenset(
    {
        "first",
        "last",
        "full",
        "language",
        "preferred_channel",
        "street",
        "city",
        "region",
        "postal",
        "country",
        "told_zone",
    }
)


@handles(c.EditLead)
def edit_lead(work: Work, command: c.EditLead) -> None:
    file = _file(work, command.lead_id)
    check_open(work, file.lead, command.act)
    for row, values, allowed in (
        (file.lead, command.lead, _EDITABLE),
        (file.customer, command.customer, _CUSTOMER),
    ):
        _check_names(values, allowed)
        put(work, row, file.lead.id, values)
    for kind, raw in (("phone", command.phone), ("email", command.email)):
        if raw:
            _add_address(file, kind, raw)
    changed = sorted(
        [
            *command.lead,
            *command.customer,
            *(k for k, v in (("phone", command.phone), ("email", command.email)) if v),
        ]
    )
    work.tell("edit", file.lead.id, {"fields": changed}, (f"Edited by {command.by.words}",))
    if command.customer or command.phone or command.email:
        radar.watch(work, file.lead.id, "edited")
    work.settle(file.lead.id)


def _check_names(values: Iterable[str], allowed: frozenset[str]) -> None:
    for name in values:
        if name not in allowed:
            raise BadInput(
                f"{name} cannot be edited.", where=name, do=f"These can: {', '.join(sorted(allowed))}."
            )


def _add_address(file: LeadFile, kind: str, raw: str) -> None:
    value = acts.normal_address(kind, raw)
    if value is None:
        raise BadInput(
            f"{raw!r} is not a {kind} that can be used.", where=kind, do="Check the digits or the spelling."
        )
    if any(a.value == value for a in file.addresses):
        return
    work = file.work
    work.session.add(
        Address(
            id=work.new_id(),
            customer_id=file.customer.id,
            kind=kind,
            value=value,
            raw=raw,
            created_at=work.now,
        )
    )


@handles(c.StartOutreach)
def start_outreach(work: Work, command: c.StartOutreach) -> None:
    lead = work.lead(command.lead_id)
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
