"""What the inquiry itself asks, answered in the first messages and settled beside them (AI-01, AI-04, AI-07, AI-12, AI-17).

The comments of an inquiry are read like a message of the customer's. Whatever they ask is answered in the first e-mail and, shortly,
in the first text; what they forbid is honoured before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk.models.conversation import Message
from desk.models.decisions import Decision, QueueMessage, SetLead
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import outbound
from desk.models.rules.known import Known, Speech, language_of
from desk.models.rules.replies import endings, handoff
from desk.models.rules.replies.answers import answer_all
from desk.models.rules.replies.heard import Heard, heard_key
from desk.models.rules.replies.noted import noted, prefers, speaks
from desk.models.rules.replies.parts import asks_next, handed_said, language_for, pause_said
from desk.models.rules.replies.visits import VisitAnswer, about_visit
from desk.models.rules.wording import (
    Draft,
    Pen,
    Said,
    closest_fit,
    disclosure,
    finish,
    is_disclosure,
    must_disclose,
    opening,
    question,
)
from desk.models.words import AiState, Channel

_ID = "inquiry"
_ENDS = frozenset(("opt_out", "working_with_someone"))
_STEPS = 4  # ways to say it in a text: in full, briefly, without a question, without all of the answers


@dataclass(frozen=True)
class Inquiry:
    """What was asked, what follows for the visit book, why a person must take over, and in which language to answer."""

    heard: Heard
    visit: VisitAnswer | None
    why: tuple[str, str] | None
    language: str

    @property
    def ends(self) -> bool:
        """Whether it asks for silence, or is with somebody here already: then nothing is sent by itself."""
        return bool(self.heard.intents & _ENDS)


def read(facts: Facts, book: Playbook, now: datetime) -> Inquiry | None:
    """The inquiry's own words as they are to be answered; None where it holds none, or they are the notes of a colleague."""
    if not facts.lead.inquiry:
        return None
    heard = _heard(facts, book)
    language = language_for(facts, book, heard) if heard.intents else language_of(facts)
    pen = _pen(facts, book, now, Channel.EMAIL, language)
    open_questions = answer_all(pen, heard).open
    why = handoff.reason(facts, book, heard, open_questions) if heard.intents else None
    return Inquiry(heard, about_visit(facts, book, now, heard, _speech(pen)), why, language)


def _heard(facts: Facts, book: Playbook) -> Heard:
    """Without what only an answer can mean, and without questions about a vehicle that no list of ours holds."""
    told = dict(facts.lead.inquiry or {})
    passed = set(book.words_list("inquiry.passed_over"))
    if facts.stock is None:
        passed |= set(book.words_list("inquiry.needs_stock"))
    told["intents"] = [intent for intent in told.get("intents", ()) if intent not in passed]
    channel = Channel.EMAIL if facts.address("email") else Channel.TEXT
    row = Message(
        id=_ID, key=f"{facts.lead.id}·{_ID}", lead_id=facts.lead.id, direction="in", channel=channel, author="customer", purpose="inquiry",
        text=facts.lead.comments, at=facts.lead.received_at, from_address="", status="received", reading=told,
    )  # fmt: skip
    return Heard(row, (told,))


def refuses(asked: Inquiry | None, channel: str) -> bool:
    """Whether the inquiry's own words close this way."""
    return asked is not None and bool({channel, "all"} & asked.heard.do_not)


def settle(
    asked: Inquiry, facts: Facts, book: Playbook, now: datetime, *, speaking: bool
) -> Iterator[Decision]:
    """What follows beside the messages, once: silence and refusals, notes, the language, a visit, a hand-off."""
    heard, key = asked.heard, heard_key(facts, asked.heard.message)
    if key in facts.done:
        return
    ended = endings.decide(facts, book, now, heard)
    yield from (decision for decision in ended if not isinstance(decision, QueueMessage))
    if not asked.ends:
        yield from prefers(facts, heard)
        yield from speaks(facts, asked.language)
        yield from noted(
            facts, book, now, heard, answer_all(_pen(facts, book, now, Channel.EMAIL, asked.language), heard)
        )
        if speaking:
            yield from asked.visit.decisions if asked.visit else ()
            yield from handoff.hand_over(facts, heard, asked.why) if asked.why else ()
    yield SetLead({}, key=key)


def channels(asked: Inquiry | None, facts: Facts) -> tuple[str, ...]:
    """The ways to write first: all that are open, or the one that was asked for, and none that was refused."""
    ways = tuple(way for way in outbound.open_channels(facts) if not refuses(asked, way))
    if asked is None:
        return ways
    wanted = tuple(way for way in ways if way == asked.heard.latest("preferred_contact"))
    return wanted or ways


def handed_over(facts: Facts) -> bool:
    """Whether it was the inquiry that asked for a person: its first message still goes out and says so."""
    return facts.lead.ai_state == AiState.HANDED_OFF and f"{facts.lead.id}·handoff·{_ID}" in facts.done


def draft(
    asked: Inquiry, facts: Facts, book: Playbook, now: datetime, channel: str, step: str
) -> Draft | None:
    """The first message with everything that was asked; None where nothing was that it could speak to."""
    turns = range(_STEPS if channel == Channel.TEXT else 1)
    drafts = (_draft(asked, facts, book, now, channel, step, turn) for turn in turns)
    return closest_fit((found for found in drafts if found), channel, int(book.number("content.parts")))


def _draft(
    asked: Inquiry, facts: Facts, book: Playbook, now: datetime, channel: str, step: str, turn: int
) -> Draft | None:
    pen = _pen(facts, book, now, channel, asked.language, brief=turn > 0)
    first = opening(pen, step, step)
    answers = _answers(pen, asked)
    if answers is None:
        return None
    kept = answers[:1] if turn == _STEPS - 1 else answers
    says = any(is_disclosure(said.text) for said in kept)
    told = disclosure(pen, step) if must_disclose(facts, book, now, channel) and not says else None
    handed = handed_said(pen, _speech(pen), asked.heard, asked.why) if asked.why else None
    asks = (
        asks_next(pen, asked.heard, asked.visit, asked.why, paused="resume" in pen.ctx)
        if turn < _STEPS - 2
        else ""
    )
    asking = question(pen, asks, step) if asks else None
    subject = (
        (pen.say(f"{step}.email.subject", step) or pen.say("any.email.subject", step))
        if channel == Channel.EMAIL
        else None
    )
    return finish(pen, [said for said in (first, told, *kept, handed, asking) if said], asks, subject)


def _answers(pen: Pen, asked: Inquiry) -> list[Said] | None:
    """The answers in order; the vehicle, named in the opening, is "it" from there on. None where there is nothing to say."""
    named, heard = pen.ctx["vehicle"], asked.heard
    pen.ctx["vehicle"] = Known(_speech(pen).word("it"), named.rows)
    pen.ctx |= asked.visit.ctx if asked.visit else {}
    visits = [pen.say(key, heard.message.id) for key in (asked.visit.passages if asked.visit else ())]
    pause = pause_said(pen, _speech(pen), heard)
    answers = [said for said in (*visits, *answer_all(pen, heard).passages, pause) if said]
    pen.ctx["vehicle"] = named
    if not answers and not asked.why and not (asked.visit and asked.visit.ctx):
        return None
    return [*_of_itself(pen, heard), *answers, *_detail(pen, heard, len(answers))]


def _of_itself(pen: Pen, heard: Heard) -> Iterator[Said]:
    """Whether it is here, said without being asked where there is room."""
    if "availability" not in heard.intents and not pen.brief:
        yield Said(pen.ctx["stock_line"].text, pen.ctx["stock_line"].rows)


def _detail(pen: Pen, heard: Heard, answers: int) -> Iterator[Said]:
    """An e-mail with a single answer has room for what the listing says."""
    said = pen.say("answer.detail", heard.message.id)
    if (
        said
        and answers == 1
        and pen.channel == Channel.EMAIL
        and "vehicle_detail" not in heard.intents
        and _here(pen.facts)
    ):
        yield said


def _here(facts: Facts) -> bool:
    return facts.stock is not None and facts.stock.status == "available"


def _pen(
    facts: Facts, book: Playbook, now: datetime, channel: str, language: str, *, brief: bool = False
) -> Pen:
    return Pen(outbound.templates(book), facts, book, now, channel, language=language, brief=brief)


def _speech(pen: Pen) -> Speech:
    return Speech(pen.templates, pen.facts, pen.now, pen.language)
