"""No visit is booked for a vehicle that has left the lot before the customer was told that it has (AI-05, AI-12)."""

from __future__ import annotations

from dataclasses import replace

from desk.models.decisions import BookVisit
from desk.models.rules import similar
from desk.models.rules.gate.segments import plain
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.visits import VisitAnswer
from desk.models.rules.wording import Pen

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


def _was_told(pen: Pen, key: str) -> bool:
    """Whether one of our messages said so, in any of its wordings."""
    told = [plain(message.text) for message in pen.facts.messages if message.direction == "out"]
    return any(plain(said.text) in text for said in pen.sayable(key, "") for text in told)
