"""What the window says about the assistant at one lead: what its state stops, and what resumes it.

Seven states, one row each (design: states). Logging a call, text or e-mail never changes a state (AI-14).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.models.snapshots.lead import AssistantView
from desk.models.words import AiState


@dataclass(frozen=True, slots=True)
class _Said:
    """A state in words; ``{customer}``, ``{owner}``, ``{status}`` and ``{closed}`` are filled in per lead."""

    title: str
    one_line: str
    stops: str
    resumes: str
    switch_on: bool = False
    locked: str = ""


_SAID = {
    AiState.ON: _Said(
        "On",
        "Sends on schedule and answers replies",
        "Nothing. It sends on schedule and answers when {customer} writes.",
        "Not needed.",
        switch_on=True,
    ),
    AiState.HANDED_OFF: _Said(
        "Handed off",
        "Waiting for {owner}. Writes only to say so",
        "Its own messages. It only tells {customer} that {owner} is asked.",
        "A message or call by a person that really went out. Then it rests before it writes again.",
        switch_on=True,
    ),
    AiState.PAUSED_BY_STATUS: _Said(
        "Paused by status",
        "The status {status} stops it",
        "All sends and answers. Replies ring the owner.",
        "Leaving the status. Nothing that fell due is sent late.",
        locked="Locked by the status {status}",
    ),
    AiState.BACKED_OFF: _Said(
        "Backed off",
        "{customer} is already working with someone",
        "All outreach. It answers nothing until {owner} confirms.",
        "When {owner} says that nobody is helping, or a manager decides.",
    ),
    AiState.REACTIVE: _Said(
        "Reactive only",
        "Turned back on. Answers, never writes first",
        "Outreach of its own, for good on this lead. Queued drafts were dropped.",
        "Nothing. It answers when {customer} writes first, under the same rules.",
        switch_on=True,
    ),
    AiState.OFF: _Said(
        "Off",
        "Sends nothing. Staff do all follow-up",
        "Everything, also answers. Staff do all follow-up.",
        "Turned on later it only answers: proactive outreach does not resume.",
    ),
    AiState.OPTED_OUT: _Said(
        "Opted out",
        "{customer} said stop. The assistant is silent; closed: {closed}",
        "The assistant everywhere; closed for everyone: {closed}.",
        "Only {customer}, by asking again in writing.",
        locked="Locked: {customer} said stop",
    ),
}


def assistant_view(
    state: str,
    *,
    customer: str,
    owner: str,
    status: str = "",
    closed: tuple[str, ...] = (),
    since: datetime | None = None,
    by: str = "",
    reason: str = "",
    next_send_words: str = "",
    waits: bool = False,
) -> AssistantView:
    """The assistant's panel at a lead. ``closed`` names the channels that nobody may use.

    A switch is locked only where no person may turn it: after an opt-out (AI-14), and under a status that
    stops the assistant (AI-16). ``next_send_words`` is one line about what comes; ``waits`` says whether that
    is a message, which turning the assistant off would drop.
    """
    said = _SAID[AiState(state)]
    fields = {
        "customer": customer or "the customer",
        "owner": owner or "the next free person",
        "status": status or "of this lead",
        "closed": ", ".join(closed) or "automatic messages",
    }
    return AssistantView(
        state=state,
        title=said.title,
        one_line=_filled(said.one_line, fields),
        since=since,
        by=by,
        reason=reason,
        stops=_filled(said.stops, fields),
        resumes=_filled(said.resumes, fields),
        switch_on=said.switch_on,
        switch_enabled=not said.locked,
        locked_words=_filled(said.locked, fields),
        next_send_words=next_send_words,
        off_consequence=off_consequence(fields["customer"], next_send_words if waits else ""),
    )


def state_title(state: str) -> str:
    """The state's name as the window shows it: ``Paused by status``."""
    return _SAID[AiState(state)].title


def off_consequence(customer: str, next_send_words: str = "") -> str:
    """What is lost by turning the assistant off, said before it is done (AI-14, AI-15)."""
    waiting = next_send_words.split(",", maxsplit=1)[0]  # without what it waits for
    also = f" That includes the {waiting[:1].lower()}{waiting[1:]}." if waiting else ""
    return (
        f"All automatic texts and emails to {customer} stop now.{also}"
        " Re-enabling later will not resume proactive outreach."
        f" The assistant would only answer if {customer} writes again."
    )


def _filled(words: str, fields: dict[str, str]) -> str:
    """The sentence with its names; a customer without a name must not begin it in lower case."""
    filled = words.format_map(fields)
    return filled[:1].upper() + filled[1:]
