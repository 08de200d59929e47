"""What the inquiry itself asks, answered in the first messages and settled beside them (AI-01, AI-04, AI-07, AI-12, AI-17).

The comments of an inquiry are read like a message of the customer's. Whatever they ask is answered in the first e-mail and, shortly,
in the first text; what they forbid is honoured before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from desk.models.conversation import Message
from desk.models.decisions import Decision, QueueMessage, SetLead
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import criteria, outbound
from desk.models.rules.calling import text_waits
from desk.models.rules.known import Known
from desk.models.rules.replies import endings, handoff
from desk.models.rules.replies.answers import Answered, answer_all
from desk.models.rules.replies.heard import INQUIRY, Heard, heard_key
from desk.models.rules.replies.noted import noted, prefers, speaks
from desk.models.rules.replies.parts import asks_next, handed_said, language_for, pause_said
from desk.models.rules.replies.spoken import is_named
from desk.models.rules.replies.their_own import of_trade
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

_ENDS = frozenset(("opt_out", "working_with_someone"))
# Ways to say it in a text, the fullest first: in full, briefly, without a question, with one answer, with none beside the hand-off.
_STEPS, _ASKS = 5, 2
_KEPT = {3: 1, 4: 0}


@dataclass(frozen=True)
class Inquiry:
    """What was asked; what follows from it is worked out only where it is still to be said."""

    heard: Heard
    facts: Facts
    book: Playbook
    now: datetime

    @property
    def ends(self) -> bool:
        """Whether it asks for silence, may do so, or is with somebody here already: then nothing is sent by itself."""
        return bool(self.heard.doubt or self.heard.intents & _ENDS)

    @cached_property
    def language(self) -> str:
        """The language to answer in."""
        return language_for(self.facts, self.book, self.heard)

    @cached_property
    def visit(self) -> VisitAnswer | None:
        """What follows for the visit book."""
        speech = _pen(self, Channel.EMAIL).speech
        return about_visit(self.facts, self.book, self.now, self.heard, speech)

    @cached_property
    def answered(self) -> Answered:
        """The answers by e-mail, and the questions that the store's facts leave open."""
        return answer_all(_pen(self, Channel.EMAIL), self.heard)

    @cached_property
    def why(self) -> tuple[str, str] | None:
        """Why a person must take over."""
        if not self.heard.intents:
            return None
        return handoff.reason(self.facts, self.book, self.heard, self.answered.open)


def read(facts: Facts, book: Playbook, now: datetime) -> Inquiry | None:
    """The inquiry's own words as they are to be answered; None where it holds none."""
    return Inquiry(_heard(facts, book), facts, book, now) if facts.lead.inquiry else None


def _heard(facts: Facts, book: Playbook) -> Heard:
    """Without what only an answer can mean, and without questions about a vehicle that no list of ours holds."""
    told = dict(facts.lead.inquiry or {})
    passed = set(book.words_list("inquiry.passed_over"))
    if facts.stock is None:
        passed |= set(book.words_list("inquiry.needs_stock"))
    elif _names_only(facts, told) and not criteria.wished((facts.lead.comments,), book):
        passed.add("similar_vehicles")  # "looking at the Rogue" of a Rogue asks for no other
    told["intents"] = [intent for intent in told.get("intents", ()) if intent not in passed]
    channel = Channel.EMAIL if facts.address("email") else Channel.TEXT
    row = Message(
        id=INQUIRY, key=f"{facts.lead.id}·{INQUIRY}", lead_id=facts.lead.id, direction="in", channel=channel, author="customer", purpose=INQUIRY,
        text=str(told.get("visible") or facts.lead.comments), at=facts.lead.received_at, from_address="", status="received", reading=told,
    )  # fmt: skip
    return of_trade(facts, Heard(row, (told,)))


def _names_only(facts: Facts, told: Mapping[str, Any]) -> bool:
    named = told.get("vehicles") or ()
    return bool(named) and all(facts.stock is not None and is_named(facts.stock, one) for one in named)


def is_settled(facts: Facts) -> bool:
    """Whether what the inquiry itself says has been dealt with."""
    return f"{facts.lead.id}·heard·{INQUIRY}" in facts.done


def refuses(asked: Inquiry | None, channel: str) -> bool:
    """Whether the inquiry's own words close this way."""
    return asked is not None and bool({channel, "all"} & asked.heard.do_not)


def settle(asked: Inquiry, *, speaking: bool) -> Iterator[Decision]:
    """What follows beside the messages, once: silence and refusals, notes, the language, a visit, a hand-off."""
    facts, book, now, heard = asked.facts, asked.book, asked.now, asked.heard
    key = heard_key(facts, heard.message)
    if key in facts.done:
        return
    ended = endings.decide(facts, book, now, heard)
    yield from (decision for decision in ended if not isinstance(decision, QueueMessage))
    if not asked.ends:
        yield from prefers(facts, heard)
        yield from speaks(facts, asked.language)
        yield from noted(facts, book, now, heard, asked.answered)
        if speaking:
            yield from asked.visit.decisions if asked.visit else ()
            yield from handoff.hand_over(facts, heard, asked.why) if asked.why else ()
    yield SetLead({}, key=key)


def channels(asked: Inquiry | None, facts: Facts) -> tuple[str, ...]:
    """The ways to write first: all that are open, or the one that was asked for, and none that was refused.

    A text that waits for the morning is no answer at once, so that an e-mail then goes as well.
    """
    ways = tuple(way for way in outbound.open_channels(facts) if not refuses(asked, way))
    if asked is None:
        return ways
    told = asked.heard.latest("preferred_contact")
    at_once = told != Channel.TEXT or not text_waits(facts, asked.book, asked.now)
    return (told,) if told in ways and at_once else ways


def handed_over(facts: Facts) -> bool:
    """Whether it was the inquiry that asked for a person: its first message still goes out and says so."""
    return facts.lead.ai_state == AiState.HANDED_OFF and f"{facts.lead.id}·handoff·{INQUIRY}" in facts.done


def draft(asked: Inquiry, channel: str, step: str) -> Draft | None:
    """The first message with everything that was asked; None where nothing was that it could speak to."""
    turns = range(_STEPS if channel == Channel.TEXT else 1)
    drafts = (_draft(asked, _pen(asked, channel, brief=turn > 0), step, turn) for turn in turns)
    return closest_fit((found for found in drafts if found), channel, int(asked.book.number("content.parts")))


def _draft(asked: Inquiry, pen: Pen, step: str, turn: int) -> Draft | None:
    first, answers = opening(pen, step, step), _answers(pen, asked)
    if answers is None:
        return None
    kept = answers[: _KEPT.get(turn)]
    says = any(is_disclosure(said.text) for said in kept)
    told = (
        disclosure(pen, step)
        if not says and must_disclose(pen.facts, pen.book, pen.now, pen.channel)
        else None
    )
    handed = handed_said(pen, asked.heard, asked.why) if asked.why else None
    asks = (
        asks_next(pen, asked.heard, asked.visit, asked.why, "resume" in pen.ctx)
        if turn < _ASKS or turn in _KEPT
        else ""
    )
    asking = question(pen, asks, step) if asks else None
    return finish(
        pen, [said for said in (first, told, *kept, handed, asking) if said], asks, _subject(pen, step)
    )


def _subject(pen: Pen, step: str) -> Said | None:
    if pen.channel != Channel.EMAIL:
        return None
    return pen.say(f"{step}.email.subject", step) or pen.say("any.email.subject", step)


def _answers(pen: Pen, asked: Inquiry) -> list[Said] | None:
    """The answers in order; the vehicle, named in the opening, is "it" from there on. None where there is nothing to say."""
    named, heard = pen.ctx["vehicle"], asked.heard
    pen.ctx["vehicle"] = Known(pen.speech.word("it"), named.rows)
    pen.ctx |= asked.visit.ctx if asked.visit else {}
    visits = [pen.say(key, heard.message.id) for key in (asked.visit.passages if asked.visit else ())]
    pause = pause_said(pen, heard)
    answers = [said for said in (*visits, *answer_all(pen, heard).passages, pause) if said]
    pen.ctx["vehicle"] = named
    if not answers and not asked.why and not (asked.visit and asked.visit.ctx):
        return None
    here = list(_of_itself(pen, heard))
    first = [*answers, *here] if "is_bot" in heard.intents else [*here, *answers]
    return [*first, *_detail(pen, heard, len(answers))]


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


def _pen(asked: Inquiry, channel: str, *, brief: bool = False) -> Pen:
    templates = outbound.templates(asked.book)
    return Pen(templates, asked.facts, asked.book, asked.now, channel, language=asked.language, brief=brief)
