"""Putting the one answer together: passages, hand-off, visit, question; and what is noted beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desk.models.conversation import Message
from desk.models.decisions import Decision, QueueMessage
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import outbound
from desk.models.rules.calling import text_waits
from desk.models.rules.replies import endings, handoff
from desk.models.rules.replies.answers import answer_all
from desk.models.rules.replies.draft import ToSay, fitting
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.meanwhile import goes_on, meanwhile
from desk.models.rules.replies.noted import noted, prefers, speaks
from desk.models.rules.replies.parts import language_for
from desk.models.rules.replies.spoken import about
from desk.models.rules.replies.their_own import going_on, of_call, of_several, of_their_own, of_trade
from desk.models.rules.replies.unavailable import not_unseen
from desk.models.rules.replies.visits import VisitAnswer, about_visit
from desk.models.rules.wording import Draft, Pen
from desk.models.words import AiState, Channel, Purpose

_NODDING = frozenset({"yes", "thanks", "confirm_time", "greeting"})
_ANSWER_FIRST = 2  # a customer who waits comes before nurture in the outbox


def reply(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> Iterator[Decision]:
    """All that follows from one message: what is noted, booked, handed over, and said."""
    heard = _meant(facts, book, heard)
    facts = about(facts, book, heard)
    heard = of_several(facts, book, of_their_own(facts, book, heard))
    channel = _channel(facts, book, now, heard)
    language = language_for(facts, book, heard)
    pen = Pen(outbound.templates(book), facts, book, now, channel or Channel.EMAIL, language=language)
    visit = not_unseen(pen, about_visit(facts, book, now, heard, pen.speech), heard)
    answered = answer_all(pen, heard)
    handed = facts.lead.ai_state == AiState.HANDED_OFF
    why = None if handed else handoff.reason(facts, book, heard.after(answered.passages), answered.open)
    if handed:
        yield from endings.told(
            facts,
            book,
            now,
            heard,
            "wrote_again",
            "wrote again and waits for a person",
            "Answer or call",
            "handoff",
        )
    yield from noted(facts, book, now, heard, answered)
    yield from speaks(facts, language)
    yield from prefers(facts, heard)
    yield from visit.decisions if visit else ()
    if why is not None:
        yield from handoff.hand_over(facts, heard, why)
    if (handed and handoff.in_doubt(facts)) or (why is None and _nods_on(facts, book, heard)):
        return
    if handed and not goes_on(facts, visit, heard):
        draft = meanwhile(pen, heard, answered)
    else:
        draft = fitting(pen, ToSay(heard, visit, why, open=tuple(answered.open)))
    if draft is not None:
        yield from _said(facts, book, now, heard, channel, draft, visit, handed or why is not None)


def _meant(facts: Facts, book: Playbook, heard: Heard) -> Heard:
    """The message as what was said before, and the customer's own vehicle, make it to be read."""
    if handoff.lease_ends(book, heard):
        heard = heard.without({"not_now"}, action="ask")
    return going_on(facts, book, of_call(facts, of_trade(facts, heard)))


def _said(
    facts: Facts,
    book: Playbook,
    now: datetime,
    heard: Heard,
    channel: str,
    draft: Draft,
    visit: VisitAnswer | None,
    to_person: bool,
) -> Iterator[Decision]:
    """The answer on its way; where no channel is left the customer waits, so a person is told."""
    if not channel:
        yield from endings.told(
            facts, book, now, heard, "no_way", "wrote, and no channel is open", "Call them"
        )
        return
    yield _message(facts, book, now, heard, channel, draft, visit, to_person)


def _nods_on(facts: Facts, book: Playbook, heard: Heard) -> bool:
    """Whether somebody nods again and again to our questions ("ok", "great", "k"): asking once more would only press."""
    row = int(book.number("reply.nods"))
    before = [m for m in facts.inbound if m.reading and m.at < heard.message.at][1 - row :]
    nods = all(set((m.reading or {}).get("intents", ())) <= _NODDING for m in before)
    return len(before) == row - 1 and nods and heard.intents <= _NODDING and heard.time("start") is None


def _channel(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> str:
    """The channel the customer used; another one only where they asked for it, it is closed, or it is night there (R11)."""
    told = {str(reading.get("preferred_contact")) for reading in heard.readings}
    wanted = [c for c in (Channel.EMAIL, Channel.TEXT) if c in told]
    refused = heard.do_not
    used = Channel(heard.message.channel)
    instead = [Channel.EMAIL] if used == Channel.TEXT and text_waits(facts, book, now) else []
    for channel in (*wanted, *instead, used, Channel.EMAIL, Channel.TEXT):
        if channel not in refused and outbound.reach(facts, channel):
            return str(channel)
    return ""


def _message(
    facts: Facts,
    book: Playbook,
    now: datetime,
    heard: Heard,
    channel: str,
    draft: Draft,
    visit: VisitAnswer | None,
    to_person: bool,
) -> QueueMessage:
    purpose = (
        Purpose.HANDOFF_NOTICE
        if to_person
        else Purpose.APPOINTMENT_CONFIRMATION
        if visit and visit.booked
        else Purpose.REPLY
    )
    why = ("replies", f"The customer wrote by {heard.message.channel}: {', '.join(sorted(heard.intents))}")
    return outbound.message(
        facts, book, now, draft, key=f"{facts.lead.id}·reply·{heard.message.id}", purpose=purpose, channel=channel, why=why, step="reply",
        to=_address(facts, heard.message, channel), expires_at=now + book.span("reply.expires_after"), in_exchange=True, priority=_ANSWER_FIRST,
    )  # fmt: skip


def _address(facts: Facts, message: Message, channel: str) -> str:
    """Back to where the message came from, when that is one of the customer's own addresses."""
    own = {address.value for address in facts.addresses}
    return (
        message.from_address
        if channel == message.channel and message.from_address in own
        else outbound.reach(facts, channel)
    )
