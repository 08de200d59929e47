"""When the assistant is silent: state, status, pause, hold, and a person who spoke last (AI-14 to AI-27)."""

from __future__ import annotations

from desk.models.rules.gate.blocks import confirms_after_opt_out
from desk.models.rules.gate.case import ANSWERS, OUTREACH, Case
from desk.models.rules.gate.facts import HumanContact, Pause
from desk.models.rules.gate.verdict import Verdict, forbid, hold
from desk.models.words import AiState, BlockKind, Purpose

# The one message that leaves in every state, once (R5).
_LAST_WORD = frozenset((Purpose.OPT_OUT_CONFIRMATION,))
_PASSES = {
    AiState.ON: frozenset(Purpose),
    AiState.REACTIVE: frozenset(
        (
            Purpose.REPLY,
            Purpose.HANDOFF_NOTICE,
            Purpose.APPOINTMENT_CONFIRMATION,
            Purpose.OPT_OUT_CONFIRMATION,
        )
    ),
    # The first response may itself be what hands the lead over: an inquiry that asks for a price or a person.
    AiState.HANDED_OFF: frozenset(
        (Purpose.HANDOFF_NOTICE, Purpose.OPT_OUT_CONFIRMATION, Purpose.FIRST_RESPONSE)
    ),
}
_SILENCE = {
    AiState.REACTIVE: ("AI-15", "The assistant only answers here.", "The customer writes."),
    AiState.HANDED_OFF: (
        "AI-10",
        "The lead was handed to a person.",
        "A person's message or call to the customer.",
    ),
    AiState.BACKED_OFF: ("AI-17", "The assistant backed off here.", "A person turns the assistant on."),
    AiState.PAUSED_BY_STATUS: (
        "AI-16",
        "The lead's status stops the assistant.",
        "A status that does not stop it.",
    ),
    AiState.OFF: ("AI-14", "The assistant is off for this lead.", "A person turns the assistant on."),
    AiState.OPTED_OUT: ("R3", "The customer opted out.", "The customer's own opt-in, with evidence."),
}
_UNTIL_RESUMED = "A manager resumes sending; what falls due is decided anew."


def silenced(case: Case) -> Verdict | None:
    """The assistant's state at this lead, or at this address (the Agreements' assistant states)."""
    if not case.draft.automatic:
        return None
    state = _state(case)
    if case.draft.purpose in _PASSES.get(state, _LAST_WORD):
        return None
    if state is AiState.OPTED_OUT and confirms_after_opt_out(case):
        return None
    return forbid(*_SILENCE[state])


def stopped_by_status(case: Case) -> Verdict | None:
    """A status the store chose stops every automatic message (AI-16)."""
    status = case.facts.stopping_status
    if not status or not case.draft.automatic or case.draft.purpose in _LAST_WORD:
        return None
    return forbid("AI-16", f"The status {status} stops the assistant.", "A status that does not stop it.")


def paused(case: Case) -> Verdict | None:
    """All automatic sending of the store, the strategy or the source is paused (AI-27)."""
    if not case.draft.automatic:
        return None
    pause = next((p for p in case.facts.pauses if _applies(p, case)), None)
    if pause is None:
        return None
    what = "the store" if pause.scope == "store" else f"the {pause.scope} {pause.name}"
    return hold("AI-27", f"{pause.by} paused automatic sending for {what}: {pause.reason}.", _UNTIL_RESUMED)


def on_hold(case: Case) -> Verdict | None:
    """No outreach of the assistant's own while the lead is on hold (FLOW-03)."""
    held = case.facts.hold
    if held is None or not case.draft.automatic or case.draft.purpose not in OUTREACH:
        return None
    if held.until is not None and case.now >= held.until:
        return None
    return hold(
        "FLOW-03", f"The lead is on hold: {held.reason}.", "The lead comes back.", case.opening(held.until)
    )


def person_spoke_last(case: Case) -> Verdict | None:
    """Never talk over a person: rest after their message or connected call (AI-25)."""
    human = case.facts.human
    if human is None or not case.draft.automatic or case.draft.purpose in case.rules.goes_on_in_rest:
        return None
    if case.draft.purpose in ANSWERS:
        return _answered(case, human) or _answer_in_rest(case, human)
    if case.draft.purpose is Purpose.FIRST_RESPONSE and _wrote_after(case, human):
        return _answer_in_rest(case, human)
    rested = human.at + case.rules.rest
    if case.now >= rested:
        return None
    fact = f"{human.by} was in touch {case.clock(human.at)}."
    return hold("AI-25", fact, "The rest after a person's contact ends.", case.opening(rested))


def _answered(case: Case, human: HumanContact) -> Verdict | None:
    if _wrote_after(case, human):
        return None
    fact = f"{human.by} has answered already ({case.clock(human.at)})."
    return forbid("AI-25", fact, "The customer writes again.")


def _answer_in_rest(case: Case, human: HumanContact) -> Verdict | None:
    """Inside the rest the customer gets an answer only when no person gave one in the staffed wait."""
    waited = case.facts.staffed_wait_ends_at
    if case.now >= human.at + case.rules.rest or (waited is not None and case.now >= waited):
        return None
    fact = f"{human.by} is in touch with the customer."
    return hold(
        "AI-25", fact, "No person answers in time.", case.opening(waited or human.at + case.rules.rest)
    )


def _wrote_after(case: Case, human: HumanContact) -> bool:
    return case.last_inquiry is not None and case.last_inquiry > human.at


def _state(case: Case) -> AiState:
    """The lead's state; ``off`` where the assistant is turned off for the address itself."""
    off = any(
        block.kind is BlockKind.AI_OFF and block.covers(case.draft.to_address, case.draft.channel)
        for block in case.facts.blocks
    )
    return AiState.OFF if off and case.facts.assistant is not AiState.OPTED_OUT else case.facts.assistant


def _applies(pause: Pause, case: Case) -> bool:
    named = {"store": pause.name, "strategy": case.facts.strategy, "source": case.facts.source}
    return named[pause.scope] == pause.name
