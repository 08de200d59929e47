"""Whether a person may call a customer now: the gate is asked as for any message, and nothing changes (R3, R8, R9, R10, FLOW-12)."""

from __future__ import annotations

from desk.models.commands import AskToCall
from desk.models.conversation import Message
from desk.models.person import Address
from desk.models.rules.gate import Outcome, Verdict, may_send
from desk.models.snapshots.lead import CallAnswer
from desk.models.store.queries.tiles import shown_number
from desk.services import gatekeeper as gate
from desk.services.desk import handles
from desk.services.leadfile import LeadFile
from desk.services.work import Work

#: What a verdict means for somebody who dials by hand.
_MAY = {Outcome.ALLOW: "yes", Outcome.PERSON: "reason", Outcome.HOLD: "later", Outcome.REDECIDE: "later", Outcome.FORBID: "no"}  # fmt: skip
_BEST = ("yes", "reason", "later", "no")


@handles(AskToCall)
def ask_to_call(work: Work, command: AskToCall) -> CallAnswer:
    """About the number that may best be called; with none at all, that there is none."""
    file = LeadFile(work, work.lead(command.lead_id))
    answers = [_answer(file, address) for address in file.addresses if address.kind == "phone"]
    none = CallAnswer("", "", "no", "There is no phone number.", "Add one first.", None)
    return min(answers, key=lambda it: _BEST.index(it.may), default=none)


def _answer(file: LeadFile, address: Address) -> CallAnswer:
    verdict = _verdict(file, address)
    return CallAnswer(
        number=address.value,
        shown=shown_number(address.value, address.ext),
        may=_MAY[verdict.outcome],
        words="" if verdict.allowed else verdict.fact,
        lifts=verdict.lifts,
        until=verdict.until,
    )


def _verdict(file: LeadFile, address: Address) -> Verdict:
    """The gate's word on a call by hand to this number at this moment."""
    facts, now = file.facts(), file.work.now
    call = Message(
        id="", key="", lead_id=file.lead.id, direction="out", channel="call", author="staff", purpose="staff", status="queued",
        to_address=address.value, at=now,
    )  # fmt: skip
    return may_send(
        gate.draft_of(facts, call), gate.facts_for(facts, file, call, now), gate.rules_of(file), now
    )
