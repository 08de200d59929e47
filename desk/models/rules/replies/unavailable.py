"""A customer hears that a vehicle has left the lot: before a visit is booked to see it, and when they write again (AI-05, AI-12)."""

from __future__ import annotations

from dataclasses import replace

from desk.models.decisions import BookVisit
from desk.models.rules import similar
from desk.models.rules.gate.segments import plain
from desk.models.rules.known import IN_STOCK
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.visits import VisitAnswer
from desk.models.rules.wording import Pen, Said

_STATES = {"available": "", "on_hold": "hold"}


def not_unseen(pen: Pen, visit: VisitAnswer | None, heard: Heard) -> VisitAnswer | None:
    """The visit as it may be promised: of one on hold that is said beside it, of one that is gone the time is only asked about."""
    car = pen.facts.stock
    if visit is None or car is None or not any(isinstance(one, BookVisit) for one in visit.decisions):
        return visit
    state = _STATES.get(car.status, "gone")
    said = f"answer.availability_{state}"
    if not state or "availability" in heard.intents or _was_told(pen, said):
        return visit
    if state == "hold":
        return replace(visit, passages=[*visit.passages[:1], said, *visit.passages[1:]])
    near = similar.as_words(pen.facts, pen.book, pen.now, similar.choose(pen.facts, pen.book))
    passages = [said, *(["answer.similar"] if near else [])]
    return VisitAnswer([], passages, visit.ctx | near, "visit_still")


def news(pen: Pen, heard: Heard, visit: VisitAnswer | None) -> list[Said]:
    """Who was told that it is here hears with the next answer that it is not, whatever they ask; once."""
    car = pen.facts.stock
    state = _STATES.get(car.status, "gone") if car is not None else ""
    key = f"answer.availability_{state}"
    if car is None or not state or "availability" in heard.intents or (visit and key in visit.passages):
        return []
    if not any(f"{IN_STOCK}{car.stock}" in (m.facts or ()) for m in pen.facts.sent) or _was_told(pen, key):
        return []
    near = (
        {}
        if pen.brief
        else similar.as_words(pen.facts, pen.book, pen.now, similar.choose(pen.facts, pen.book))
    )
    pen.ctx |= near
    keys = (key, "answer.similar") if near else (key,)
    return [said for one in keys if (said := pen.say(one, heard.message.id))]


def _was_told(pen: Pen, key: str) -> bool:
    """Whether one of our messages said so, in any of its wordings."""
    told = [plain(message.text) for message in pen.facts.sent]
    words = "words.stock_on_hold" if key.endswith("_hold") else "words.stock_gone"
    ways = (*(said.text for said in pen.sayable(key, "")), str(pen.templates.word(pen.language, words)))
    return any(plain(way) in text for way in ways for text in told)
