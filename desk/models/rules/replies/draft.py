"""The answer in words: passages in their order, what is said beside them, and the one question, as fully as its channel holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.models.rules.gate.segments import segments
from desk.models.rules.known import Known
from desk.models.rules.replies.answers import answer_all
from desk.models.rules.replies.details import spotted
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.parts import asks_next, handed_said, pause_said
from desk.models.rules.replies.spoken import is_wanted
from desk.models.rules.replies.unavailable import news
from desk.models.rules.replies.visits import VisitAnswer
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
from desk.models.words import Channel

_SMALL_TALK = ("not_now", "no", "thanks", "greeting", "unclear", "yes")
"""Each has a wording of its name; of several the first, so that "no thank you" is heard as a no."""
_STARRED = re.compile(r"\*{2,}")
_WAYS = ((False, "whole"), (True, "whole"), (True, "short"), (True, ""))
"""Ways to say it in a text, the fullest first: briefly or not, and how much of a question is asked."""


@dataclass(frozen=True)
class ToSay:
    """What an answer is made of.

    What was heard; what the book of visits says to it; why a person takes over; that something was passed on; what the facts left open.
    """

    heard: Heard
    visit: VisitAnswer | None = None
    why: tuple[str, str] | None = None
    passed: Said | None = None
    open: tuple[str, ...] = ()

    @property
    def booked(self) -> bool:
        """Whether a visit now stands, so that nothing more is asked for."""
        return self.visit is not None and self.visit.booked


def fitting(pen: Pen, say: ToSay) -> Draft | None:
    """The fullest answer that fits its channel: said in full, then briefly, then with a short question or none (R26)."""
    most, draft = int(pen.book.number("content.parts")), None
    for brief, asking in _WAYS:
        draft = _draft(_fresh(pen, say.heard, brief, asking), say, asking)
        if draft is None or pen.channel != Channel.TEXT or segments(draft.text).parts <= most:
            return draft
    return draft


def _fresh(pen: Pen, heard: Heard, brief: bool, asking: str) -> Pen:
    """A pen of its own for each way; who wants no calls is offered none."""
    fresh = Pen(pen.templates, pen.facts, pen.book, pen.now, pen.channel, language=pen.language, brief=brief)
    if "call" in heard.do_not or heard.latest("preferred_contact") in (Channel.TEXT, Channel.EMAIL):
        fresh.ctx.pop("call", None)
    if asking == "short" and is_wanted(pen.facts):
        fresh.ctx["vehicle"] = Known(fresh.speech.word("it"), fresh.ctx["vehicle"].rows)
    return fresh


def _draft(pen: Pen, say: ToSay, asking: str) -> Draft | None:
    """The answer in words, or None where nothing needs to be said."""
    pause = pause_said(pen, say.heard)
    passages, heard = _passages(pen, say, pause)
    if not passages and not say.why:
        passages = list(_small_talk(pen, heard))
    handed = handed_said(pen, heard, say.why) if say.why is not None else None
    passages += [said for said in (handed, _rest(pen, say)) if said]
    passages += [say.passed] if say.passed and passages else []
    asks = asks_next(pen, heard, say.visit, say.why, bool(pause)) if asking else ""
    if asks and asking == "short":
        asks = "visit_day"  # the day takes the least room
    if not passages and (heard.action == "none" or not asks):
        return None
    return written(pen, heard, passages, asks)


def _rest(pen: Pen, say: ToSay) -> Said | None:
    """That what else was asked, and no fact of the store answers, is with the same person as the figures."""
    left = set(say.open) - set(pen.book.words_list("handoff.figures"))
    figures = say.why is not None and say.why[0] == "figures"
    return pen.say("answer.rest_passed", say.heard.message.id) if figures and left else None


def _passages(pen: Pen, say: ToSay, pause: Said | None) -> tuple[list[Said], Heard]:
    """Everything answered, in order, and what was heard without what the bank has answered."""
    answers = answer_all(pen, say.heard.without({"test_drive"} if say.booked else ())).passages
    heard, visit = say.heard.after(answers), say.visit
    if visit is not None:
        pen.ctx |= visit.ctx
    told = [said for key in (visit.passages if visit else ()) if (said := pen.say(key, heard.message.id))]
    left = [] if say.booked else news(pen, heard, visit)
    first = (*_kept_out(pen, heard), *_in_kind(pen, heard))
    return [*first, *left, *told, *answers, *([pause] if pause else [])], heard


def written(pen: Pen, heard: Heard, passages: list[Said], asks: str) -> Draft:
    """The passages and the question as a message, with what it must say of itself (AI-22)."""
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
    row = (f"message:{heard.message.id}",)
    pen.ctx["asked_at"] = Known(pen.speech.as_of(heard.message.at), row)
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


def _small_talk(pen: Pen, heard: Heard) -> Iterator[Said]:
    if heard.action == "none":
        return
    for intent in _SMALL_TALK:
        if intent in heard.intents:
            key = f"answer.{intent}"
            said = pen.fresh(key, heard.message.id) or pen.say(key, heard.message.id)
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
