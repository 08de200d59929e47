"""What a reply and a first message have in common: the language, the date to wait for, the hand-off's words, the one question."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import outbound, slots
from desk.models.rules.known import Known, language_of, who_is_asked
from desk.models.rules.replies import handoff
from desk.models.rules.replies.details import details
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.visits import VisitAnswer
from desk.models.rules.wording import Pen, Said

_TRADE = ("year", "model", "odometer")
_COURTESY = frozenset({"greeting", "thanks", "yes"})
"""Beside a topic a "no" is part of it ("no social, I have an ITIN"), and refuses nothing."""
_STILL_INVITES = ("figures", "question", "detail")
"""What a person is asked for the customer: the invitation stands all the same."""


def language_for(facts: Facts, book: Playbook, heard: Heard) -> str:
    """The language of the message, where there are wordings in it and enough words to tell (AI-19)."""
    told, words = str(heard.latest("language") or ""), len(heard.message.text.split())
    known = told in outbound.templates(book).lines
    return (
        told
        if known and (told != "en" or words >= book.number("reply.language_words"))
        else language_of(facts)
    )


def pause_said(pen: Pen, heard: Heard) -> Said | None:
    day = heard.latest("resume_on") if heard.action == "pause_until" or "not_now" in heard.intents else None
    if not day:
        return None
    told, speech = date.fromisoformat(str(day)[:10]), pen.speech
    shown = speech.word("date").format(
        day=speech.listed("days")[told.weekday()],
        month=speech.listed("months")[told.month - 1],
        number=told.day,
    )
    pen.ctx["resume"] = Known(shown, (f"message:{heard.message.id}",))
    return pen.say("answer.pause", heard.message.id)


def handed_said(pen: Pen, heard: Heard, why: tuple[str, str]) -> Said | None:
    """That a person takes over, who it is, and when that person is there (AI-23)."""
    pen.ctx["who"] = who_is_asked(pen.speech, handoff.who(pen.facts, pen.now))
    if why[0] == "detail":
        pen.ctx["unlisted"] = Known(pen.speech.word("and").join(filter(None, details(pen, heard).unknown)))
    key = f"handoff.{handoff.WORDS[why[0]][0]}"
    return pen.fresh(key, heard.message.id) or pen.say(key, heard.message.id)


def asks_next(
    pen: Pen, heard: Heard, visit: VisitAnswer | None, why: tuple[str, str] | None, paused: bool
) -> str:
    """The one question that ends the message; none where a visit stands or a person takes over."""
    proposes = why is None or (why[0] not in handoff.BY_NAME and heard.time("start") is not None)
    if visit is not None and (visit.booked or visit.asks) and proposes:
        return visit.asks
    if (
        paused
        or is_left_until(pen, heard)
        or (visit is not None and visit.booked)
        or heard.intents == {"thanks"}
    ):
        return ""
    if why is not None and why[0] not in _STILL_INVITES:
        named = heard.time("start") or any(letter.isdigit() for letter in heard.message.text)
        return "call" if why[0] == "call_me" and not named else ""
    table = pen.book.get("answers.asks")
    if why is not None and why[0] == "figures":
        return str(table["price"])
    if slots.upcoming(pen.facts, pen.now) and not (visit and "answer.cancelled" in visit.passages):
        return "clarify_booked" if "unclear" in heard.intents else ""
    said = heard.latest("trade_in") or {}
    told = {**(pen.facts.lead.trade_in or {}), **{part: value for part, value in said.items() if value}}
    known = (
        {"trade_in"} if all(told.get(part) for part in _TRADE) else set()
    )  # nobody is asked what they just said
    topics = heard.intents - _COURTESY
    wanted = topics - known - ({"no"} if len(topics) > 1 else set())
    asked = next((str(asks) for intent, asks in table.items() if intent in wanted), "visit_time")
    if asked == "call" and last_asked(pen) == "call":
        return "when"  # no to a visit and no to a call: the rest is theirs to say
    if asked == "trade" and told.get("year") and told.get("model"):
        return "trade_miles"
    return "visit_day" if asked == "visit_time" and _offered_in_vain(pen) else asked


def is_left_until(pen: Pen, heard: Heard) -> bool:
    """Whether they asked to be left until a later day, and speak of no time now: their questions are answered, and no visit pressed on them."""
    until = pen.facts.lead.resume_on
    return until is not None and until > pen.now and heard.time("start") is None


def last_asked(pen: Pen) -> str:
    """What our last message on this channel asked for; empty where it asked nothing."""
    return next(
        (m.asks for m in reversed(pen.facts.messages) if m.direction == "out" and m.channel == pen.channel),
        "",
    )


def _offered_in_vain(pen: Pen) -> bool:
    """Whether our last message held out times that this answer passes over: then the day is asked for, and times only the turn after."""
    asked = [m.asks for m in pen.facts.messages if m.direction == "out" and m.channel == pen.channel]
    in_a_row = len(list(takewhile(lambda told: told == "visit_time", reversed(asked))))
    return in_a_row % 2 == 1
