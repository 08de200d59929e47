"""What is said while a person is awaited: the store's facts, and that the rest is with the person (AI-10, AI-23)."""

from __future__ import annotations

from desk.models.facts import Facts
from desk.models.rules import slots
from desk.models.rules.known import Known, who_is_asked
from desk.models.rules.replies import handoff
from desk.models.rules.replies.answers import Answered
from desk.models.rules.replies.details import spotted
from desk.models.rules.replies.draft import ToSay, fitting, written
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.noted import options
from desk.models.rules.replies.parts import is_left_until, last_asked, pause_said
from desk.models.rules.replies.visits import VisitAnswer
from desk.models.rules.wording import Draft, Pen, Said

_SHRUGS = frozenset({"thanks", "yes", "no", "confirm_time", "not_now"})
_NOTHING_NEW = _SHRUGS | {"greeting", "unclear"}
_COURTESY = frozenset({"thanks", "greeting", "yes"})
_TIMES = ("propose_time", "confirm_time", "reschedule", "cancel")
"""A time that led to nothing in the book is no topic while a person is awaited."""


def goes_on(facts: Facts, visit: VisitAnswer | None, heard: Heard) -> bool:
    """After a hand-off a visit is still settled, and the question what one is writing with still answered (R17).

    "When can I come?" is offered times as well, save by who asked for a person.
    """
    settles = visit is not None and bool(visit.decisions or visit.passages or heard.time("start"))
    asks = visit is not None and heard.intents - _COURTESY == {"propose_time"}
    return settles or "is_bot" in heard.intents or (asks and not handoff.left_to_people(facts))


def meanwhile(pen: Pen, heard: Heard, answered: Answered) -> Draft | None:
    """While a person is awaited: what the store's facts answer is answered, the rest is passed on and said to be, not again and again.

    A customer who asked for a price and then where we are expects the address now, and the person loses nothing by it (AI-10 leaves
    the question to the person, and AI-25 silences the machine only once a person is in touch). Who asked for a person, or complained,
    waits for one: to them each answer of a machine's would be one more refusal.
    """
    theirs = (*pen.book.words_list("handoff.figures"), *pen.book.words_list("handoff.always"), *answered.open)
    rest = heard.after(answered.passages).without((*theirs, *_TIMES, "unclear"))
    helps = bool(rest.intents - _SHRUGS) or ("unclear" in heard.intents and bool(answered.passages))
    if helps and not handoff.left_to_people(pen.facts):
        passed = _passed_on(pen, heard) if heard.intents & set(theirs) else None
        draft = fitting(pen, ToSay(rest, passed=passed))
        if draft is not None:
            return draft
    if told := options(pen.facts, pen.book, heard):
        pen.ctx["options"] = Known(", ".join(told.get("vehicles", ())), (f"message:{heard.message.id}",))
        thanked = pen.unsaid("answer.options_noted", heard.message.id)
        asks = "" if slots.upcoming(pen.facts, pen.now) else "visit_day"
        return written(pen, heard, [thanked], asks) if thanked else None
    if pause := pause_said(pen, heard):
        return written(pen, heard, [pause], "")
    waits = any(spotted(heard.text, pen.book.words_list("handoff.waiting_words")))
    if heard.intents <= _SHRUGS and not waits and not _says_more(pen, heard):
        return None
    said = _passed_on(pen, heard)
    return written(pen, heard, [said], _invites(pen, heard)) if said else None


def _invites(pen: Pen, heard: Heard) -> str:
    """A visit is asked about all the while, though not of who asked for a person, nor in two messages on end."""
    has_cause = handoff.left_to_people(pen.facts) or bool(heard.intents & set(handoff.BY_NAME))
    settled = slots.upcoming(pen.facts, pen.now) or is_left_until(pen, heard) or last_asked(pen)
    return "" if has_cause or settled or heard.intents <= _NOTHING_NEW else "visit_day"


def _says_more(pen: Pen, heard: Heard) -> bool:
    """Whether it says more than the shrug it reads as: "no one called" is no bare no, and a question is not silently passed on."""
    if "no" in heard.intents:
        return len(heard.text.split()) > 1
    return not heard.intents <= {"thanks"} and (
        len(heard.text.split()) > pen.book.number("reply.shrug_words") or "?" in heard.text
    )


def _passed_on(pen: Pen, heard: Heard) -> Said | None:
    """That a person has this as well; None where it was said in all its words."""
    pen.ctx["who"] = who_is_asked(pen.speech, handoff.who(pen.facts, pen.now))
    if "call_me" in heard.intents and (said := pen.unsaid("handoff.call_me", heard.message.id)):
        return said
    key = "answer.passed_on_sorry" if "complaint" in heard.intents else "answer.passed_on"
    if heard.intents <= _NOTHING_NEW and _times_said(pen, key) >= pen.book.number("reply.most_passed_on"):
        return None
    return pen.unsaid(key, heard.message.id)


def _times_said(pen: Pen, key: str) -> int:
    """In how many of its wordings this customer was told so."""
    told = [message.text for message in pen.facts.messages if message.direction == "out"]
    return sum(any(said.text in text for text in told) for said in pen.sayable(key, ""))
