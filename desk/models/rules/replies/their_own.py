"""What a message is about that reads like something else: the vehicle they would trade, or two of ours side by side (AI-05, AI-07)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.replies.details import spotted
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.spoken import at_hand, by_trims, is_named, named_in

_SEVERAL = 2
_NAMED_BY = ("year", "make", "model")
_MISREAD = frozenset({"directions", "unclear", "similar_vehicles", "availability"})
_OF_TIME = frozenset({"propose_time", "confirm_time"})
_OF_OURS = frozenset({"vehicle_detail", "history_report"})


def of_their_own(facts: Facts, book: Playbook, heard: Heard) -> Heard:
    """ "It is in good shape, no accidents", said after a trade-in was spoken of, tells of that and asks about none of ours (AI-07)."""
    said = heard.intents & _OF_OURS
    before = next((m for m in reversed(facts.inbound) if m.reading and m.at < heard.message.at), None)
    spoke = before is not None and "trade_in" in (before.reading or {}).get("intents", ())
    if (
        not said
        or not spoke
        or "?" in heard.text
        or not any(spotted(heard.text, book.words_list("answers.their_own")))
    ):
        return heard
    return heard.instead(said, "trade_in")


def of_trade(facts: Facts, heard: Heard) -> Heard:
    """The one vehicle of a message about a trade-in that no list of ours holds is what they would trade: noted, and asked for no more."""
    readings = tuple(_traded(facts, reading) for reading in heard.readings)
    return heard if readings == heard.readings else replace(heard, readings=readings)


def _traded(facts: Facts, reading: Mapping[str, Any]) -> Mapping[str, Any]:
    named, told = list(reading.get("vehicles") or ()), dict(reading.get("trade_in") or {})
    theirs = (
        "trade_in" in reading.get("intents", ())
        and len(named) == 1
        and not told.get("model")
        and not any(is_named(car, named[0]) for car in at_hand(facts))
    )
    if not theirs:
        return reading
    known = {part: value for part, value in told.items() if value}
    return {**reading, "vehicles": [], "trade_in": {**{p: named[0].get(p) for p in _NAMED_BY}, **known}}


def going_on(facts: Facts, book: Playbook, heard: Heard) -> Heard:
    """A few words that no topic was heard in, yet one of a vehicle's own ("and inside?", "and the LE?"), ask about that (AI-05)."""
    short = len(heard.text.split()) <= book.number("answers.few_words")
    if heard.intents != {"unclear"} or not short or facts.stock is None:
        return heard
    if by_trims(facts, heard.text):
        return heard.instead({"unclear"}, "availability")
    tables = (book.get("answers.attributes"), book.get("answers.equipment"))
    words = tuple(word for table in tables for told in table.values() for word in told)
    return heard.instead({"unclear"}, "vehicle_detail") if any(spotted(heard.text, words)) else heard


def of_call(facts: Facts, heard: Heard) -> Heard:
    """An hour named in answer to "when is a good time for a call" is the call's, not a visit's: a person is to make it (AI-09)."""
    ours = next((m for m in reversed(facts.messages) if m.direction == "out"), None)
    asked = ours is not None and ours.asks == "call"
    if not asked or not heard.intents & _OF_TIME or heard.time("start") is not None:
        return heard
    named = any(letter.isdigit() for letter in heard.text)
    return heard.without((), action="hand_off").instead(_OF_TIME, "call_me") if named else heard


def of_several(facts: Facts, book: Playbook, heard: Heard) -> Heard:
    """Whoever names two of ours and asks which is better asks to see them side by side."""
    named = {
        car.stock for one in named_in(facts, heard.readings) for car in at_hand(facts) if is_named(car, one)
    }
    compares = any(spotted(heard.text, book.words_list("answers.compare")))
    by_trim = {car.stock for car in by_trims(facts, heard.text)}
    if max(len(named), len(by_trim)) < _SEVERAL or not compares or "vehicle_detail" in heard.intents:
        return heard
    of_price = any(spotted(heard.text, tuple(book.get("answers.matters")["price"])))
    return heard.instead(heard.intents & (_MISREAD if of_price else {*_MISREAD, "price"}), "vehicle_detail")
