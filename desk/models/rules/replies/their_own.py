"""What a customer tells of the vehicle they would trade, which reads like a question about ours (AI-07)."""

from __future__ import annotations

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.replies.details import spotted
from desk.models.rules.replies.heard import Heard

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
