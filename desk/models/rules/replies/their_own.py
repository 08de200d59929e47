"""What a message is about that reads like something else: the vehicle they would trade, or two of ours side by side (AI-05, AI-07)."""

from __future__ import annotations

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.replies.details import spotted
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.spoken import at_hand, is_named, named_in

_SEVERAL = 2
_MISREAD = frozenset({"directions", "unclear", "similar_vehicles", "availability"})
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


def of_several(facts: Facts, book: Playbook, heard: Heard) -> Heard:
    """Whoever names two of ours and asks which is better asks to see them side by side."""
    named = {
        car.stock for one in named_in(facts, heard.readings) for car in at_hand(facts) if is_named(car, one)
    }
    compares = any(spotted(heard.text, book.words_list("answers.compare")))
    if len(named) < _SEVERAL or not compares or "vehicle_detail" in heard.intents:
        return heard
    return heard.instead(heard.intents & _MISREAD, "vehicle_detail")
