"""The one answer to what a customer wrote (AI-05 … AI-09, AI-17, AI-23).

What ends the conversation is done whatever the assistant's state. Then the assistant answers where its state allows it and no
person is talking with the customer: everything asked in one message is answered in one, by the channel it came on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from desk.models.decisions import Decision, DropMessage, SetLead, Wake
from desk.models.facts import Facts
from desk.models.hours import store_week
from desk.models.playbook import Playbook
from desk.models.rules.replies import endings
from desk.models.rules.replies.heard import Heard, hear, heard_key
from desk.models.rules.replies.reply import reply
from desk.models.time import as_utc
from desk.models.words import AiState, Purpose

_SPEAKS = (AiState.ON, AiState.REACTIVE, AiState.HANDED_OFF)
_OUTREACH = (Purpose.FIRST_RESPONSE, Purpose.NURTURE, Purpose.SIMILAR_VEHICLES, Purpose.REENGAGEMENT)


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    heard = hear(facts)
    if heard is None or heard_key(facts, heard.message) in facts.done:
        return ()
    ended = tuple(endings.decide(facts, book, now, heard))
    if ended and _is_over(ended, heard):
        return (*ended, _mark(facts, heard))
    return (*ended, *_lane_stops(facts, heard), *_answer(facts, book, now, heard))


def _is_over(ended: tuple[Decision, ...], heard: Heard) -> bool:
    """Everything but a refused channel ends it; "email me instead" is answered, by e-mail."""
    return (
        bool(heard.doubt)
        or "preferred_contact" not in heard.intents
        or "opt_out" in heard.intents
        or heard.action in ("stop", "back_off", "close_lost")
    )


def _mark(facts: Facts, heard: Heard) -> SetLead:
    """Remember that this message was dealt with, without a word in the record."""
    return SetLead({}, key=heard_key(facts, heard.message))


def _lane_stops(facts: Facts, heard: Heard) -> Iterator[Decision]:
    """A reply stops what was going to be sent unasked (AI-02)."""
    for message in facts.waiting:
        if message.purpose in _OUTREACH and message.author != "staff":
            yield DropMessage(message.id, "superseded", ("replies.lane_stops", "The customer answered"))


def _answer(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> Iterator[Decision]:
    if facts.lead.ai_state not in _SPEAKS:
        yield from endings.told(
            facts, book, now, heard, "wrote", "wrote; the assistant is silent here", "Open and answer"
        )
        yield _mark(facts, heard)
        return
    people = _read_again_by(heard, now) or _people(facts, book, now, heard)
    if isinstance(people, datetime):
        yield Wake(people)
        return
    if not people:
        yield from reply(facts, book, now, heard)
    yield _mark(facts, heard)


def _read_again_by(heard: Heard, now: datetime) -> datetime | None:
    """Until when a message that was not understood waits for its second reading (AI-20)."""
    told = (heard.message.reading or {}).get("second_by")
    until = as_utc(datetime.fromisoformat(told)) if told else now
    return until if until > now else None


def _people(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> datetime | bool:
    """Whether a person has answered already; a moment to wait for where one is in conversation (AI-25)."""
    last = max((at for at, _proof in facts.contacts_by_people()), default=None)
    if last is None:
        return False
    if last >= heard.message.at:
        return True
    if now >= last + timedelta(hours=book.number("rest.after_person_hours")):
        return False
    until = store_week(facts.store).after(heard.message.at, book.span("reply.staffed_wait"))
    return until if until is not None and now < until else False
