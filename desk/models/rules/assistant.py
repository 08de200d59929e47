"""What stops the assistant by itself at one lead, and what gives it back (AI-16, AI-23, the Agreements' assistant states)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.models.decisions import Decision, SetAssistant
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.acts import drop_waiting
from desk.models.words import AiState, Stage

_LIVE = (AiState.ON, AiState.REACTIVE, AiState.HANDED_OFF)


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    state, status = AiState(facts.lead.ai_state), stopping_status(facts, book)
    if status and state in _stoppable(facts):
        yield from _pause(facts, status)
    elif not status and state is AiState.PAUSED_BY_STATUS:
        back = facts.lead.ai_returns_to or AiState.REACTIVE
        why = ("assistant.stopping_statuses", "The status that stopped it is gone; nothing missed is made up")
        yield SetAssistant(AiState(back), why)
    elif state is AiState.HANDED_OFF:
        yield from _answered_by_person(facts)


def stopping_status(facts: Facts, book: Playbook) -> str:
    """The status that stops the assistant, in words, or an empty string (AI-16)."""
    lead = facts.lead
    stopping = {status.casefold() for status in book.words_list("assistant.stopping_statuses")}
    if lead.status.casefold() in stopping:
        return lead.status
    if lead.stage == Stage.SOLD and Stage.SOLD.value in stopping:
        return Stage.SOLD.label
    if lead.stage == Stage.LOST and lead.lost_reason not in book.words_list("assistant.campaign_reasons"):
        return Stage.LOST.label
    return ""


def _stoppable(facts: Facts) -> tuple[AiState, ...]:
    """A lead that is lost because the assistant backed off stays backed off, so that the reason shows."""
    return _LIVE if facts.lead.stage == Stage.LOST else (*_LIVE, AiState.BACKED_OFF)


def _pause(facts: Facts, status: str) -> Iterator[Decision]:
    why = ("assistant.stopping_statuses", f"The status {status} stops the assistant")
    yield from drop_waiting(facts, why[1])
    yield SetAssistant(AiState.PAUSED_BY_STATUS, why, reason=why[1], returns_to=facts.lead.ai_state)


def _answered_by_person(facts: Facts) -> Iterator[Decision]:
    """The hand-off ends with a person's message or call that really went out, never with a status field."""
    proof = next((words for at, words in facts.contacts_by_people() if at > facts.lead.ai_at), None)
    if proof is not None:
        yield SetAssistant(
            AiState(facts.lead.ai_returns_to or AiState.ON),
            ("handoff.answered", f"A person answered: {proof}"),
        )
