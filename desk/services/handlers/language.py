"""What a language endpoint said, taken only as far as the rules allow (AI-20, AI-21, AI-24)."""

from __future__ import annotations

from typing import Any

from desk.models.commands import ReadAgain, RewordMessage
from desk.models.conversation import Message
from desk.models.errors import BadInput
from desk.models.rules import rewording
from desk.models.rules.reading.actions import action_for
from desk.models.rules.wording import Draft
from desk.services.desk import handles
from desk.services.hearing import QUOTED
from desk.services.leadfile import LeadFile
from desk.services.lexicon import load_lexicon
from desk.services.work import Work

_SURE = 0.6  # less than any reading of the desk's own


def _message(work: Work, message_id: str) -> Message:
    found = work.session.get(Message, message_id)
    if found is None:
        raise BadInput("There is no such message in this store.", where=message_id)
    return found


@handles(RewordMessage)
def reword_message(work: Work, command: RewordMessage) -> bool:
    """Take other words for a message that waits, or say why its own stand; either way it may leave now."""
    message = _message(work, command.message_id)
    if message.status not in ("queued", "held") or message.author != "assistant" or message.approved_by:
        return False
    file = LeadFile.of(work, message.lead_id)
    taken = ("", "") if command.trouble else _accepted(file, message, command)
    against = () if any(taken) else _against(file, message, command)
    if any(taken):
        message.text = rewording.reworded(message.text, rewording.parts_of(message.text), *taken)
        message.full_text = message.text
    worded = "two sentences" if all(taken) else "one sentence"
    words = (
        f"language: the desk's own words, since: {against[0]}"
        if against
        else f"language: {worded} worded by {command.model}, checked"
    )
    message.why = [*message.why, words]
    _let_leave(file, message)
    work.tell("wording", message.lead_id, {"number": message.number, "taken": not against}, (words,))
    return not against


def _accepted(file: LeadFile, message: Message, command: RewordMessage) -> tuple[str, str]:
    return rewording.accepted(
        _draft(message), command.opening, command.question, file.facts(), file.work.book, message.channel
    )


def _draft(message: Message) -> Draft:
    return Draft(message.subject, message.text, tuple(message.facts), message.asks, tuple(message.links))


def _against(file: LeadFile, message: Message, command: RewordMessage) -> tuple[str, ...]:
    """Why none of its words go; never empty."""
    if command.trouble or not (command.opening or command.question):
        return (command.trouble or "It worded nothing",)
    return rewording.objections(
        _draft(message), command.opening, command.question, file.facts(), file.work.book, message.channel
    )


def _let_leave(file: LeadFile, message: Message) -> None:
    """The wait for other words is over; a later moment of another reason stands."""
    work = file.work
    if message.not_before and message.not_before <= work.now + work.book.span("language.wait"):
        message.not_before = work.now
    file.changed()
    work.kinds.add("messages")
    work.outbox = True


@handles(ReadAgain)
def read_again(work: Work, command: ReadAgain) -> bool:
    """A second reading of what was not understood; what ends a conversation or names a time is never taken from it."""
    message = _message(work, command.message_id)
    told: dict[str, Any] = dict(message.reading or {})
    if told.pop("second_by", None) is None:
        return False
    allowed = work.book.words_list("language.may_read")
    intents = [name for name in allowed if name in command.intents]
    if intents:
        action = action_for(intents, None, set(), load_lexicon())
        told |= {"intents": intents, "action": action, "confidence": _SURE, "read_by": command.model}
        told["language"] = command.language or told.get("language")
    message.reading = told
    work.kinds.add("messages")
    words = f"language: read again by {command.model}" if intents else "language: no second reading"
    work.tell("reading", message.lead_id, told, (words,), private=QUOTED)
    work.settle(message.lead_id)
    return bool(intents)
