"""What the assistant can say to each thing asked, out of the store's facts alone (AI-05 … AI-07, AI-11, AI-12)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from desk.models.rules import similar
from desk.models.rules.replies import knowledge
from desk.models.rules.replies.heard import Heard
from desk.models.rules.wording import Pen, Said

_WORD = re.compile(r"\w+")


@dataclass
class Answered:
    """The passages in order, and the intents that the facts could not answer."""

    passages: list[Said] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def add(self, said: Said | None) -> None:
        if said is not None and said not in self.passages:
            self.passages.append(said)


def answer_all(pen: Pen, heard: Heard) -> Answered:
    """Every question of the message in one answer; what is not known is left open for a person."""
    out = Answered()
    for intent in pen.book.words_list("answers.order"):
        if intent in heard.intents:
            found = list(_answer(pen, heard, intent))
            for said in found:
                out.add(said)
            if _still_open(pen, heard, intent, found):
                out.open.append(intent)
    if (
        "unclear" in heard.intents
    ):  # what is no topic of its own may still be a question the store has answered
        out.add(knowledge.find(pen.facts, pen.book, pen.now, heard.message.text, pen.language))
    return out


def _answer(pen: Pen, heard: Heard, intent: str) -> Iterator[Said]:
    bank, first = (
        pen.book.words_list("answers.from_knowledge"),
        pen.book.words_list("answers.knowledge_first"),
    )
    if intent in (*bank, *first):
        text = heard.message.text
        said = knowledge.find(
            pen.facts, pen.book, pen.now, text, pen.language, intent if intent != "vehicle_detail" else ""
        )
        if said is not None:
            yield said
            return
    if intent not in bank:
        yield from (said for said in _PLAIN[intent](pen, heard) if said)


def _still_open(pen: Pen, heard: Heard, intent: str, found: list[Said]) -> bool:
    facts = pen.facts
    if intent == "vehicle_detail" and facts.stock is not None and _unlisted(pen, heard):
        return True
    unknown_car = intent in ("availability", "history_report") and facts.stock is None
    no_report = intent == "history_report" and facts.stock is not None and not facts.stock.history_url
    return not found or unknown_car or no_report


def _unlisted(pen: Pen, heard: Heard) -> bool:
    """Whether it asks for something about the vehicle that the list does not say, such as its colour."""
    asked = set(_WORD.findall(heard.message.text.casefold()))
    table: Mapping[str, list[str]] = pen.book.get("answers.attributes")
    return any(
        asked & set(words) and getattr(pen.facts.stock, name) in (None, "") for name, words in table.items()
    )


def _availability(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    car = pen.facts.stock
    key = "unknown" if car is None else {"available": "yes", "on_hold": "hold"}.get(car.status, "gone")
    yield pen.fresh(f"answer.availability_{key}", heard.message.id) or pen.say(
        f"answer.availability_{key}", heard.message.id
    )
    if key == "gone":
        yield from _similar(pen, heard)


def _detail(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    yield pen.say("answer.detail", heard.message.id)
    yield pen.say("answer.features", heard.message.id)
    yield pen.say("answer.photos", heard.message.id)


def _history(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    """The report's link, by itself, for a used vehicle that has one (AI-06)."""
    car = pen.facts.stock
    used = car is not None and car.condition != "new" and bool(car.history_url)
    yield pen.say("answer.history_yes" if used else "answer.history_no", heard.message.id)


def _similar(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    chosen = similar.choose(pen.facts, pen.book)
    pen.ctx |= similar.as_words(pen.facts, pen.book, pen.now, chosen)
    yield pen.say("answer.similar" if chosen else "answer.similar_none", heard.message.id)


def _hours(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    yield pen.say("answer.hours_open", heard.message.id) or pen.say("answer.hours_closed", heard.message.id)


def _plain(key: str) -> Callable[[Pen, Heard], Iterator[Said | None]]:
    def say(pen: Pen, heard: Heard) -> Iterator[Said | None]:
        yield pen.say(f"answer.{key}", heard.message.id)

    return say


_PLAIN: Mapping[str, Callable[[Pen, Heard], Iterator[Said | None]]] = {
    "is_bot": _plain("is_bot"),
    "preferred_contact": _plain("preferred"),
    "availability": _availability,
    "vehicle_detail": _detail,
    "history_report": _history,
    "test_drive": _plain("test_drive"),
    "similar_vehicles": _similar,
    "price": _plain("price"),
    "payment": _plain("payment"),
    "financing": _plain("financing"),
    "trade_in": _plain("trade"),
    "hours": _hours,
    "directions": _plain("directions"),
}
