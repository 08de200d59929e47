"""No message leaves that says a vehicle is here when the list no longer does: it is taken back and written anew (AI-05, AI-24, R19).

A draft may wait for the morning, for a person's approval or for a line. What waits is looked at when the list changes, and each
message once more in the transaction that sends it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from desk.models.conversation import Message
from desk.models.decisions import Decision, DropMessage, QueueMessage
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import first_response, outbound, similar
from desk.models.rules.known import IN_STOCK
from desk.models.rules.replies import inquiry, spoken
from desk.models.rules.replies.heard import hear
from desk.models.rules.replies.reply import reply
from desk.models.words import Purpose

RULE = "AI-05"
SAYS_HERE = "It says that a vehicle is in stock that the list no longer has."
_ANSWERS = (Purpose.REPLY, Purpose.HANDOFF_NOTICE, Purpose.APPOINTMENT_CONFIRMATION)


def said_here(rows: Sequence[object]) -> tuple[str, ...]:
    """The stock numbers of which a message says that they are here."""
    return tuple(str(row).removeprefix(IN_STOCK) for row in rows if str(row).startswith(IN_STOCK))


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    for message in _stale(facts):
        yield DropMessage(message.id, "superseded", (SAYS_HERE,))
        yield from _anew(facts, book, now, message)
    for message in facts.messages:  # the gate takes back as well
        if message.status == "superseded" and message.status_words == SAYS_HERE:
            yield from _anew(facts, book, now, message)


def _stale(facts: Facts) -> tuple[Message, ...]:
    """What waits and says that a vehicle is here that the list no longer has; what a person wrote is theirs."""
    told = [(m, set(said_here(m.facts or ()))) for m in facts.waiting if m.author != "staff"]
    gone = {car.stock for car in spoken.at_hand(facts) if car.status != "available"} if told else set()
    return tuple(message for message, stocks in told if stocks & gone)


def _anew(facts: Facts, book: Playbook, now: datetime, message: Message) -> Iterator[QueueMessage]:
    """The first message, the vehicles like it, or the answer, as the list is now; other outreach takes its next step by itself."""
    key = f"{message.key}·anew"
    if key in facts.done:
        return
    if message.purpose == Purpose.FIRST_RESPONSE:
        yield _first(facts, book, now, message, key)
    if message.purpose == Purpose.SIMILAR_VEHICLES:
        yield from similar.message_of(facts, book, now, key, message.channel, message.expires_at)
    heard = hear(facts)
    if message.purpose not in _ANSWERS or heard is None or heard.message.id not in message.key:
        return
    told = reply(facts, book, now, heard)
    yield from (replace(one, key=key) for one in told if isinstance(one, QueueMessage))


def _first(facts: Facts, book: Playbook, now: datetime, message: Message, key: str) -> QueueMessage:
    asked = inquiry.read(facts, book, now)
    draft = first_response.draft_of(facts, book, now, message.channel, message.step, asked)
    return outbound.message(
        facts, book, now, draft, key=key, purpose=Purpose.FIRST_RESPONSE, channel=message.channel, why=(RULE, SAYS_HERE), step=message.step,
        expires_at=message.expires_at,
    )  # fmt: skip
