"""Putting the one answer together: passages, hand-off, visit, question; and what is noted beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from desk.models.conversation import Message
from desk.models.decisions import Decision, QueueMessage
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import outbound, slots
from desk.models.rules.calling import text_waits
from desk.models.rules.gate.segments import segments
from desk.models.rules.known import Known, Speech, who_is_asked
from desk.models.rules.replies import endings, handoff
from desk.models.rules.replies.answers import Answered, answer_all
from desk.models.rules.replies.details import spotted
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.noted import noted, options, prefers, speaks
from desk.models.rules.replies.parts import asks_next, handed_said, language_for, pause_said
from desk.models.rules.replies.spoken import is_wanted
from desk.models.rules.replies.their_own import of_several, of_their_own
from desk.models.rules.replies.unavailable import news, not_unseen
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
_SHRUGS = frozenset({"thanks", "yes", "no", "confirm_time", "not_now"})
_SHRUG_WORDS = 5
_NODS = 3
_NODDING = frozenset({"yes", "thanks", "confirm_time", "greeting"})
_STARRED = re.compile(r"\*{2,}")
_TIMES = ("propose_time", "confirm_time", "reschedule", "cancel")
"""A time that led to nothing in the book is no topic while a person is awaited."""
_WAYS = ((False, "whole"), (True, "whole"), (True, "short"), (True, ""))
"""Ways to say it in a text, the fullest first: briefly or not, and how much of a question is asked."""
_ANSWER_FIRST = 2  # a customer who waits comes before nurture in the outbox


def reply(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> Iterator[Decision]:
    """All that follows from one message: what is noted, booked, handed over, and said."""
    if handoff.lease_ends(book, heard):
        heard = heard.without({"not_now"}, action="ask")
    heard = of_several(facts, book, of_their_own(facts, book, heard))
    channel = _channel(facts, book, now, heard)
    language = language_for(facts, book, heard)
    pen = Pen(outbound.templates(book), facts, book, now, channel or Channel.EMAIL, language=language)
    speech = Speech(pen.templates, facts, now, pen.language)
    visit = not_unseen(pen, about_visit(facts, book, now, heard, speech), heard)
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
    if (handed and handoff.in_doubt(facts)) or (why is None and _nods_on(facts, heard)):
        return
    if handed and not _goes_on(visit, heard):
        draft = _meanwhile(pen, speech, heard, answered)
    else:
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


def _goes_on(visit: VisitAnswer | None, heard: Heard) -> bool:
    """After a hand-off a visit is still settled, and the question what one is writing with still answered (R17)."""
    return (
        bool(visit and (visit.decisions or visit.passages or heard.time("start")))
        or "is_bot" in heard.intents
    )


def _meanwhile(pen: Pen, speech: Speech, heard: Heard, answered: Answered) -> Draft | None:
    """While a person is awaited: what the store's facts answer is answered, the rest is passed on and said to be, not again and again.

    A customer who asked for a price and then where we are expects the address now, and the person loses nothing by it (AI-10 leaves
    the question to the person, and AI-25 silences the machine only once a person is in touch). Who asked for a person, or complained,
    waits for one: to them each answer of a machine's would be one more refusal.
    """
    theirs = (*pen.book.words_list("handoff.figures"), *pen.book.words_list("handoff.always"), *answered.open)
    rest = heard.after(answered.passages).without((*theirs, *_TIMES, "unclear"))
    helps = bool(rest.intents - _SHRUGS) or ("unclear" in heard.intents and bool(answered.passages))
    if helps and not handoff.left_to_people(pen.facts):
        passed = _passed_on(pen, speech, heard) if heard.intents & set(theirs) else None
        draft = _fitting(pen, speech, rest, None, None, passed)
        if draft is not None:
            return draft
    if told := options(pen.facts, pen.book, heard):
        pen.ctx["options"] = Known(", ".join(told.get("vehicles", ())), (f"message:{heard.message.id}",))
        thanked = pen.unsaid("answer.options_noted", heard.message.id)
        asks = "" if slots.upcoming(pen.facts, pen.now) else "visit_day"
        return _written(pen, heard, [thanked], asks) if thanked else None
    waits = any(spotted(heard.text, pen.book.words_list("handoff.waiting_words")))
    if heard.intents <= _SHRUGS and not waits and not _says_more(heard):
        return None
    said = _passed_on(pen, speech, heard)
    return _written(pen, heard, [said], "") if said else None


def _nods_on(facts: Facts, heard: Heard) -> bool:
    """Whether somebody nods for the third time in a row to our questions ("ok", "great", "k"): asking once more would only press."""
    before = [m for m in facts.inbound if m.reading and m.at < heard.message.at][1 - _NODS :]
    nods = all(set((m.reading or {}).get("intents", ())) <= _NODDING for m in before)
    return len(before) == _NODS - 1 and nods and heard.intents <= _NODDING and heard.time("start") is None


def _says_more(heard: Heard) -> bool:
    """Whether it says more than the shrug it reads as: "no one called" is no bare no, and a question is not silently passed on."""
    if "no" in heard.intents:
        return len(heard.text.split()) > 1
    return not heard.intents <= {"thanks"} and (len(heard.text.split()) > _SHRUG_WORDS or "?" in heard.text)


def _passed_on(pen: Pen, speech: Speech, heard: Heard) -> Said | None:
    """That a person has this as well; None where it was said in all its words."""
    pen.ctx["who"] = who_is_asked(speech, handoff.who(pen.facts, pen.now))
    key = "answer.passed_on_sorry" if "complaint" in heard.intents else "answer.passed_on"
    return pen.unsaid(key, heard.message.id)


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
    pen: Pen,
    speech: Speech,
    heard: Heard,
    visit: VisitAnswer | None,
    why: tuple[str, str] | None,
    passed: Said | None = None,
) -> Draft | None:
    """The fullest answer that fits its channel: said in full, then briefly, then with a short question or none (R26)."""
    most, draft = int(pen.book.number("content.parts")), None
    for brief, asking in _WAYS:
        fresh = Pen(
            pen.templates, pen.facts, pen.book, pen.now, pen.channel, language=pen.language, brief=brief
        )
        if "call" in heard.do_not or heard.latest("preferred_contact") in (Channel.TEXT, Channel.EMAIL):
            fresh.ctx.pop("call", None)
        if asking == "short" and is_wanted(pen.facts):
            fresh.ctx["vehicle"] = Known(speech.word("it"), fresh.ctx["vehicle"].rows)
        draft = _draft(fresh, speech, heard, visit, why, passed, asking=asking)
        if draft is None or pen.channel != Channel.TEXT or segments(draft.text).parts <= most:
            return draft
    return draft


def _draft(
    pen: Pen,
    speech: Speech,
    heard: Heard,
    visit: VisitAnswer | None,
    why: tuple[str, str] | None,
    passed: Said | None,
    *,
    asking: str,
) -> Draft | None:
    """The answer in words, or None where nothing needs to be said."""
    goes_with_it = {"test_drive"} if visit is not None and visit.booked else ()
    passages = answer_all(pen, heard.without(goes_with_it)).passages
    heard = heard.after(passages)
    if visit is not None:
        pen.ctx |= visit.ctx
        passages = [*(said for key in visit.passages if (said := pen.say(key, heard.message.id))), *passages]
    if visit is None or not visit.booked:
        passages = [*news(pen, heard, visit), *passages]
    pause = pause_said(pen, speech, heard)
    passages = [*_kept_out(pen, heard), *_in_kind(pen, heard), *passages, *([pause] if pause else [])]
    if not passages and not why:
        passages = list(_small_talk(pen, heard, visit))
    if why is not None:
        said = handed_said(pen, speech, heard, why)
        passages += [said] if said else []
    passages += [passed] if passed and passages else []
    asks = asks_next(pen, heard, visit, why, bool(pause)) if asking else ""
    if asks and asking == "short":
        asks = "visit_day"  # the day takes the least room
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


def _kept_out(pen: Pen, heard: Heard) -> Iterator[Said]:
    """Who writes a card's, a licence's or a social security number is asked to keep such out of messages (R21)."""
    said = pen.unsaid("answer.sensitive", heard.message.id) if _STARRED.search(heard.text) else None
    yield from [said] if said else []


def _in_kind(pen: Pen, heard: Heard) -> Iterator[Said]:
    """ "How are you today?" is answered before anything else, where there is room."""
    if not pen.brief and any(spotted(heard.text, pen.book.words_list("answers.how_are_you"))):
        said = pen.unsaid("answer.how_are_you", heard.message.id)
        yield from [said] if said else []


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
