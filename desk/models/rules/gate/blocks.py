"""Addresses that may not be used, and the one message that answers an opt-out (R3, R5, R8, R15, R18, R28)."""

from __future__ import annotations

from collections.abc import Iterable

from desk.models.rules.gate.case import Case
from desk.models.rules.gate.facts import ALL_CHANNELS, AUTOMATED_CALL, BlockFact, OptOutFact
from desk.models.rules.gate.verdict import Verdict, forbid, person
from desk.models.words import Author, BlockKind, Channel, Purpose

_DEAD = {
    BlockKind.BAD_ADDRESS: ("R28", "This address does not work", "A working address from the customer."),
    BlockKind.WRONG_NUMBER: (
        "R8",
        "This number belongs to someone else",
        "A number that is the customer's own.",
    ),
}
_ASKED_TO_STOP = (BlockKind.OPT_OUT, BlockKind.DO_NOT_CONTACT)
_OPT_IN = "The customer's own opt-in, with evidence."


def machine_call(case: Case) -> Verdict | None:
    """No voice but a person's places a call (R18)."""
    if case.draft.channel is Channel.CALL and case.draft.automatic:
        return forbid("R18", "Calls are placed by people only.", "A person who dials.")
    return None


def dead_address(case: Case) -> Verdict | None:
    """An address that bounced for good, or a number that someone else answers."""
    for block in _covering(case):
        if block.kind in _DEAD:
            rule, fact, lifts = _DEAD[block.kind]
            return forbid(rule, f"{fact} (known since {case.clock(block.at)}).", lifts)
    return None


def opt_out_confirmation(case: Case) -> Verdict | None:
    """Exactly one confirmation of an opt-out, without advertising, within minutes, or none (R5)."""
    if not _confirms_opt_out(case):
        return None
    answered = case.facts.opt_out
    if answered is None or (answered.address, answered.channel) != (
        case.draft.to_address,
        case.draft.channel,
    ):
        return forbid(
            "R5", "There is no opt-out from this address to confirm.", "Nothing; there is none to send."
        )
    if trouble := _unconfirmable(case, answered):
        return forbid("R5", trouble, "Nothing; the opt-out itself stands.")
    return None


def asked_to_stop(case: Case) -> Verdict | None:
    """The person asked not to be contacted this way, whoever would write (R3)."""
    stops = [block for block in _covering(case) if block.kind in _ASKED_TO_STOP]
    if not stops or _confirms_opt_out(case) or _asked_for_appointment(case, stops):
        return None
    said = f" Their words: \u201c{stops[0].words}\u201d." if stops[0].words else ""
    fact = f"The customer asked not to be contacted this way ({case.clock(stops[0].at)}).{said}"
    return forbid("R3", fact, _OPT_IN)


def took_back_consent(case: Case) -> Verdict | None:
    """Consent for this address and channel was revoked and not given anew (R3, COMPLY-03)."""
    if case.consent != "revoked" or _confirms_opt_out(case) or _asked_for_appointment(case, ()):
        return None
    return forbid("R3", "The customer took back their consent for this channel.", _OPT_IN)


def dialled_after_stop(case: Case) -> Verdict | None:
    """After STOP by text, someone who dials by hand is asked why first."""
    if case.draft.channel is not Channel.CALL or case.draft.reason:
        return None
    if any(b.address == case.draft.to_address and AUTOMATED_CALL in b.channels for b in case.facts.blocks):
        return person(
            "R3", "The customer stopped our texts to this number.", "A reason for calling all the same."
        )
    return None


def confirms_after_opt_out(case: Case) -> bool:
    """Whether it is the system's e-mail about an appointment, which outlives ``opted_out`` (R15)."""
    return case.draft.author is Author.SYSTEM and _asked_for_appointment(case, _covering(case))


def _unconfirmable(case: Case, answered: OptOutFact) -> str:
    if case.draft.marketing:
        return "A confirmation of an opt-out carries no advertising."
    if answered.confirmed or answered.carrier_answered:
        return "The opt-out has been confirmed already."
    if case.now - answered.at > case.rules.confirm_within:
        return "The moment for confirming the opt-out has passed."
    return ""


def _confirms_opt_out(case: Case) -> bool:
    return case.draft.purpose is Purpose.OPT_OUT_CONFIRMATION


def _asked_for_appointment(case: Case, stops: Iterable[BlockFact]) -> bool:
    """An e-mail that confirms an appointment the person asked for passes, short of "no contact" (R15)."""
    wanted = case.draft.purpose is Purpose.APPOINTMENT_CONFIRMATION and case.draft.channel is Channel.EMAIL
    no_contact = any(ALL_CHANNELS in block.channels for block in stops)
    return wanted and not case.draft.marketing and not no_contact


def _covering(case: Case) -> list[BlockFact]:
    return [block for block in case.facts.blocks if block.covers(case.draft.to_address, case.draft.channel)]
