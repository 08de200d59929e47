"""Putting the one answer together: passages, hand-off, visit, question; and what is noted beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from desk.models.conversation import Message
from desk.models.decisions import AskKnowledge, Decision, MakeTask, PauseUntil, QueueMessage, SetLead
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import outbound, slots
from desk.models.rules.calling import text_waits
from desk.models.rules.gate.segments import segments
from desk.models.rules.known import Known, Speech, language_of, who_is_asked
from desk.models.rules.replies import endings, handoff
from desk.models.rules.replies.answers import Answered, answer_all
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.visits import VisitAnswer, about_visit
from desk.models.rules.wording import (
    Draft,
    Pen,
    Said,
    disclosure,
    finish,
    must_disclose,
    opening_of,
    question,
)
from desk.models.words import AiState, Channel, Purpose

_SMALL_TALK = {
    "thanks": "thanks",
    "greeting": "greeting",
    "unclear": "unclear",
    "not_now": "not_now",
    "yes": "yes",
    "no": "no",
}
_TO_OWNER = (
    ("trade_in", "Look at the trade-in details", "told us about a trade-in"),
    ("financing", "Answer the financing question", "asks about financing"),
)
_ENOUGH_WORDS = 3  # "ok" is no proof of a language
_ANSWER_FIRST = 2  # a customer who waits comes before nurture in the outbox


def reply(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> Iterator[Decision]:
    """All that follows from one message: what is noted, booked, handed over, and said."""
    channel = _channel(facts, book, now, heard)
    language = _language(facts, book, heard)
    pen = Pen(outbound.templates(book), facts, book, now, channel or Channel.EMAIL, language=language)
    speech = Speech(pen.templates, facts, now, pen.language)
    visit = about_visit(facts, book, now, heard, speech)
    answered = answer_all(pen, heard)
    handed = facts.lead.ai_state == AiState.HANDED_OFF
    why = None if handed else handoff.reason(facts, book, heard, answered.open)
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
    yield from _noted(facts, book, now, heard, answered)
    if language != language_of(facts):
        yield SetLead({"language": language}, why=("AI-19", "The customer writes in this language"))
    yield from visit.decisions if visit else ()
    if why is not None:
        yield from handoff.hand_over(facts, heard, why)
    if handed and not _goes_on(visit, heard):
        return
    draft = _fitting(pen, speech, heard, visit, why)
    if draft is not None:
        yield from _said(facts, book, now, heard, channel, draft, visit, handed or why is not None)


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


def _language(facts: Facts, book: Playbook, heard: Heard) -> str:
    """The language of the message, where there are wordings in it and enough words to tell (AI-19)."""
    told, words = str(heard.latest("language") or ""), len(heard.message.text.split())
    known = told in outbound.templates(book).lines
    return told if known and (told != "en" or words >= _ENOUGH_WORDS) else language_of(facts)


def _goes_on(visit: VisitAnswer | None, heard: Heard) -> bool:
    """After a hand-off only a visit is still settled, and the question what one is writing with still answered (R17)."""
    return bool(visit and visit.decisions) or "is_bot" in heard.intents


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


def _fitting(
    pen: Pen, speech: Speech, heard: Heard, visit: VisitAnswer | None, why: tuple[str, str] | None
) -> Draft | None:
    """The fullest answer that fits its channel: said in full, then briefly, then without a question (R26)."""
    most, draft = int(pen.book.number("content.parts")), None
    for brief, asking in ((False, True), (True, True), (True, False)):
        fresh = Pen(
            pen.templates, pen.facts, pen.book, pen.now, pen.channel, language=pen.language, brief=brief
        )
        draft = _draft(fresh, speech, heard, visit, why, asking=asking)
        if draft is None or pen.channel != Channel.TEXT or segments(draft.text).parts <= most:
            return draft
    return draft


def _draft(
    pen: Pen,
    speech: Speech,
    heard: Heard,
    visit: VisitAnswer | None,
    why: tuple[str, str] | None,
    *,
    asking: bool,
) -> Draft | None:
    """The answer in words, or None where nothing needs to be said."""
    passages = answer_all(pen, heard).passages
    if visit is not None:
        pen.ctx |= visit.ctx
        passages = [*(said for key in visit.passages if (said := pen.say(key, heard.message.id))), *passages]
    pause = _pause(pen, speech, heard)
    passages += [pause] if pause else []
    if not passages and not why:
        passages = list(_small_talk(pen, heard, visit))
    if why is not None:
        pen.ctx["who"] = who_is_asked(speech, handoff.who(pen.facts, pen.now))
        said = pen.fresh(f"handoff.{handoff.WORDS[why[0]][0]}", heard.message.id) or pen.say(
            f"handoff.{handoff.WORDS[why[0]][0]}", heard.message.id
        )
        passages += [said] if said else []
    asks = _asks(pen, heard, visit, why, bool(pause)) if asking else ""
    if not passages and (heard.action == "none" or not asks):
        return None
    return _written(pen, heard, passages, asks)


def _written(pen: Pen, heard: Heard, passages: list[Said], asks: str) -> Draft:
    seed = heard.message.id
    if must_disclose(pen.facts, pen.book, pen.now, pen.channel) and "is_bot" not in heard.intents:
        told = disclosure(pen, seed)
        passages = [*passages[:1], *([told] if told else []), *passages[1:]]
    asked = question(pen, asks, seed)
    passages = [*passages, *([asked] if asked else [])]
    if pen.channel == Channel.EMAIL or opening_of(passages[0].text) in pen.used:
        passages = [*_lead_in(pen, heard), *passages]
    subject = Said(_subject(pen)) if pen.channel == Channel.EMAIL else None
    return finish(pen, passages, asks, subject)


def _lead_in(pen: Pen, heard: Heard) -> list[Said]:
    """A first sentence not used before; when all are used up, one that names the moment of the question."""
    pen.ctx["asked_at"] = Known(
        Speech(pen.templates, pen.facts, pen.now, pen.language).as_of(heard.message.at),
        (f"message:{heard.message.id}",),
    )
    said = pen.fresh(f"lead_in.{pen.channel}", heard.message.id) or pen.say("lead_in.again", heard.message.id)
    return [said] if said else []


def _subject(pen: Pen) -> str:
    """The thread's own subject, as we wrote it: the customer's words are not repeated as ours."""
    ours = next(
        (
            m.subject
            for m in pen.facts.messages
            if m.direction == "out" and m.channel == Channel.EMAIL and m.subject
        ),
        "",
    )
    return f"Re: {ours.removeprefix('Re: ')}" if ours else pen.facts.store.name


def _small_talk(pen: Pen, heard: Heard, visit: VisitAnswer | None) -> Iterator[Said]:
    if heard.action == "none":
        return
    for intent, key in _SMALL_TALK.items():
        if intent in heard.intents:
            said = pen.fresh(f"answer.{key}", heard.message.id) or pen.say(f"answer.{key}", heard.message.id)
            if said:
                yield said
                return


def _pause(pen: Pen, speech: Speech, heard: Heard) -> Said | None:
    day = heard.latest("resume_on") if heard.action == "pause_until" or "not_now" in heard.intents else None
    if not day:
        return None
    told = date.fromisoformat(str(day)[:10])
    shown = speech.word("date").format(
        day=speech.listed("days")[told.weekday()],
        month=speech.listed("months")[told.month - 1],
        number=told.day,
    )
    pen.ctx["resume"] = Known(shown, (f"message:{heard.message.id}",))
    return pen.say("answer.pause", heard.message.id)


def _asks(
    pen: Pen, heard: Heard, visit: VisitAnswer | None, why: tuple[str, str] | None, paused: bool
) -> str:
    """The one question that ends the message; none where a visit stands or a person takes over."""
    if visit is not None and (visit.booked or visit.asks) and not why:
        return visit.asks
    if paused or (visit is not None and visit.booked) or heard.intents <= {"thanks"}:
        return ""
    if why is not None and why[0] != "figures":
        return "call" if why[0] == "call_me" and not heard.time("start") else ""
    table = pen.book.get("answers.asks")
    if why is not None:
        return str(table["price"])
    if slots.upcoming(pen.facts, pen.now) and not (visit and "answer.cancelled" in visit.passages):
        return ""
    return next((str(asks) for intent, asks in table.items() if intent in heard.intents), "visit_time")


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


def _noted(
    facts: Facts, book: Playbook, now: datetime, heard: Heard, answered: Answered
) -> Iterator[Decision]:
    """Trade-in, financing, price-first, a date to resume, and questions the bank could not answer (AI-07, AI-13, LEAD-08)."""
    lead, message = facts.lead, heard.message
    trade = heard.latest("trade_in")
    if trade and trade != lead.trade_in:
        yield SetLead({"trade_in": trade}, why=("AI-07", "Trade-in details from the customer's message"))
    for intent, title, said in _TO_OWNER:
        if intent in heard.intents:
            yield MakeTask(
                key=f"{lead.id}·{intent}·{message.id}", kind=intent, title=title, why=("AI-07", title),
                recommended=f"They wrote: {message.text[:200]}\nThe assistant noted it and named no figures.",
            )  # fmt: skip
            yield from endings.told(facts, book, now, heard, intent, said, "See the task")
    first = next(
        (m for m in facts.inbound if m.reading and m.purpose not in ("inquiry", "auto_reply", "bounce")), None
    )
    if first is message and heard.intents & {"price", "payment"} and not lead.price_shopper:
        yield SetLead({"price_shopper": True}, why=("LEAD-08", "The first thing asked was the price"))
    if heard.latest("resume_on") and (heard.action == "pause_until" or "not_now" in heard.intents):
        yield from endings.pause(facts, heard, heard.latest("resume_on"))
    if "not_now" in heard.intents and not heard.latest("resume_on") and _said_before(facts, heard, "not_now"):
        on = now + book.span("reply.not_now_pause")
        yield PauseUntil(
            key=f"{lead.id}·pause·{message.id}",
            on=on,
            why=("reply.not_now_pause", "The customer said not now, twice"),
        )
    for intent in answered.open:
        yield AskKnowledge(
            key=f"{lead.id}·knowledge·{message.id}·{intent}",
            question=message.text[:300],
            why=("AI-13", f"Nothing in the bank about {intent}"),
        )


def _said_before(facts: Facts, heard: Heard, intent: str) -> bool:
    return any(
        intent in (m.reading or {}).get("intents", ()) for m in facts.inbound if m.id != heard.message.id
    )
