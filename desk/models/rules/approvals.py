"""Drafts that wait for a person: whoever answers for the lead is told once for each, whatever stopped it (AI-18, AI-24).

The store's wish to read first, the promise firewall and the gate's "a person" all end in the same queue, so one rule tells them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.models.conversation import Message
from desk.models.decisions import Decision
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.alerts import called, raise_for, told_people
from desk.models.words import AlertKind, Author, Channel, MessageStatus, Purpose

_WORDS = {Channel.EMAIL: "An email", Channel.TEXT: "A text"}
_FIRST = "The first answer"
_FIREWALL = "firewall: "
_ASKED = "Waits for approval"  # what is written beside a draft that was never stopped, only asked to be read
_NEXT = "Approve, edit or skip it"


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    for message in facts.messages:
        if message.status == MessageStatus.PENDING_APPROVAL and message.author != Author.STAFF:
            yield from _tell(message, facts, book, now)


def _tell(message: Message, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    first = message.purpose == Purpose.FIRST_RESPONSE
    what = f"{_FIRST} by {message.channel}" if first else _WORDS[Channel(message.channel)]
    stopped = next(_objections(message), "")
    for person in (facts.store.person(staff_id) for staff_id in told_people(facts)):
        if person is not None:
            yield raise_for(
                person, facts, book, now, key=f"{facts.lead.id}·approve·{message.id}", kind=AlertKind.ATTENTION,
                title=f"{what} to {called(facts)} waits for your approval", body=stopped, next=_NEXT,
                why=("approval", stopped or "The store reads these messages first"),
            )  # fmt: skip


def _objections(message: Message) -> Iterator[str]:
    """What the firewall or the gate said against it, as a sentence."""
    for words in map(str, message.why):
        if words.startswith(_FIREWALL):
            yield words.removeprefix(_FIREWALL).capitalize() + "."
    if message.status_words and message.status_words != _ASKED:
        yield message.status_words
