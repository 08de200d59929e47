"""What follows from an act of a person: the toggle, a move by hand, a hold. Pure, like every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.models import commands as c
from desk.models.decisions import Decision, DropMessage, EndHold, MoveStage, SetAssistant
from desk.models.errors import Refused
from desk.models.facts import Facts
from desk.models.intake.emails import first_email
from desk.models.intake.phones import e164
from desk.models.playbook import Playbook
from desk.models.rules import closing
from desk.models.words import AiState, Stage

_HOLD_WORDS = {
    "organic": "only an organic order may rest; a live order is worked or closed",
    "attempt": "log a call or email attempt of the last day first",
    "reason": "say why",
    "date": "choose the date it comes back",
    "note": "leave a note for the manager",
}
_ATTEMPTS = ("call", "voicemail", "email")


def silence(facts: Facts, words: str) -> Iterator[Decision]:
    """Nothing automatic from this moment on, also what is queued."""
    yield from drop_waiting(facts, words)
    yield SetAssistant(
        AiState.OPTED_OUT, (words,), reason=words, returns_to=facts.lead.ai_state, by="the customer"
    )


def drop_waiting(facts: Facts, words: str) -> Iterator[Decision]:
    """Take back every automatic message that has not left."""
    for message in facts.waiting:
        if message.author != "staff" and message.purpose != "opt_out_confirmation":
            yield DropMessage(message.id, "superseded", (words,))


def turn_assistant(facts: Facts, *, on: bool, reason: str, by: str) -> Iterable[Decision]:
    """Off needs a reason and outlasts a stopping status; on again is reactive; neither lifts an opt-out (AI-14 … AI-16)."""
    state = AiState(facts.lead.ai_state)
    if state is AiState.OPTED_OUT or (on and state is AiState.PAUSED_BY_STATUS):
        locked = (
            "the customer said stop"
            if state is AiState.OPTED_OUT
            else f"the status {facts.lead.status} stops it"
        )
        raise Refused(f"The assistant's switch is locked: {locked}.", action="turn the assistant")
    if on:
        return () if state in (AiState.ON, AiState.REACTIVE, AiState.HANDED_OFF) else (_reactive(by),)
    if not reason.strip():
        raise Refused(
            "Turning the assistant off needs a reason.", action="turn the assistant", missing=("reason",)
        )
    off = SetAssistant(AiState.OFF, (f"Turned off by {by}: {reason}",), reason=reason, by=by)
    return (off, *drop_waiting(facts, f"The assistant was turned off by {by}"))


def _reactive(by: str) -> SetAssistant:
    return SetAssistant(AiState.REACTIVE, (f"Turned on again by {by}: answers, never writes first",), by=by)


def move(facts: Facts, book: Playbook, now: datetime, command: c.MoveLead) -> Iterator[Decision]:
    """A person may set any stage; Lost needs a reason (LEAD-06)."""
    if command.stage == Stage.LOST and not (command.reason or facts.lead.lost_reason):
        raise Refused(
            "A lost lead needs its reason.", action="move", missing=("reason",), do="Say why it is lost."
        )
    reason = command.reason
    if command.stage == Stage.LOST and closing.is_no_response(reason, book):
        closing.check(facts, book, now, command)
        reason = closing.NO_RESPONSE
    why = (f"Set by {command.by.words}" + (f": {command.reason}" if command.reason else ""),)
    if facts.lead.hold_kind and command.stage in (Stage.SOLD, Stage.LOST):
        yield EndHold(why)
    lost = reason if command.stage == Stage.LOST else ""
    yield MoveStage(to=command.stage, status=command.status, why=why, lost_reason=lost, by=command.by.words)


def hold_missing(facts: Facts, book: Playbook, now: datetime, command: c.HoldLead) -> tuple[str, ...]:
    """What the procedure still asks before a lead may rest, in fixed words: organic attempt reason date note (FLOW-03)."""
    told = {
        "organic": command.kind == "organic",
        "attempt": _attempted(facts, now - book.span("hold.attempt_within")),
        "reason": bool(command.reason.strip()),
        "date": command.until is not None and command.until > now,
        "note": bool(command.note.strip()),
    }
    return tuple(name for name, given in told.items() if not given)


def _attempted(facts: Facts, since: datetime) -> bool:
    logged = any(log.at >= since and log.type in _ATTEMPTS and log.direction == "out" for log in facts.logs)
    return logged or any(
        m.author == "staff" and m.channel == "email" and (m.sent_at or m.at) >= since for m in facts.sent
    )


def hold_words(missing: tuple[str, ...]) -> str:
    said = "; ".join(_HOLD_WORDS[name] for name in missing)
    return f"{said[0].upper()}{said[1:]}."


def normal_address(kind: str, raw: str) -> str | None:
    """A typed address as the store keeps it, or None where none can be made."""
    return e164(raw) if kind == "phone" else first_email(raw)
