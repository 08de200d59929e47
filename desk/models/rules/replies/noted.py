"""What is noted beside an answer: trade-in, financing, price-first, dates, open questions, and how they want to be written to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from desk.models.conversation import Message
from desk.models.decisions import AskKnowledge, Decision, MakeTask, PauseUntil, SetCustomer, SetLead
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import bank, needs, trade_in
from desk.models.rules.known import language_of
from desk.models.rules.replies import endings, knowledge
from desk.models.rules.replies.answers import Answered
from desk.models.rules.replies.details import spotted
from desk.models.rules.replies.heard import INQUIRY, NO_READING, Heard
from desk.models.words import Channel

_TO_OWNER = (
    ("trade_in", "Look at the trade-in details", "told us about a trade-in"),
    ("financing", "Answer the financing question", "asks about financing"),
)
_WAYS = (Channel.EMAIL, Channel.TEXT, Channel.CALL)


def speaks(facts: Facts, language: str) -> Iterator[Decision]:
    """The language the customer writes in, for this lead and for the next one (AI-19)."""
    if language != language_of(facts):
        why = ("AI-19", "The customer writes in this language")
        yield SetLead({"language": language}, why=why)
        yield SetCustomer({"language": language}, why)


def prefers(facts: Facts, heard: Heard) -> Iterator[Decision]:
    """The way they asked to be reached by, kept on the customer."""
    told = heard.latest("preferred_contact")
    if told in _WAYS and told != facts.customer.preferred_channel:
        yield SetCustomer({"preferred_channel": str(told)}, ("AI-09", "The customer asked for this way"))


def noted(
    facts: Facts, book: Playbook, now: datetime, heard: Heard, answered: Answered
) -> Iterator[Decision]:
    """Trade-in, financing, price-first, a date to resume, and questions the bank could not answer (AI-07, AI-13, LEAD-08)."""
    lead, message = facts.lead, heard.message
    trade = heard.latest("trade_in")
    told_already = message.purpose == INQUIRY and lead.trade_in  # the form's own fields say it better
    known = trade_in.heard(lead.trade_in, trade) if trade and not told_already else lead.trade_in
    if known != lead.trade_in:
        yield SetLead({"trade_in": known}, why=("AI-07", "Trade-in details from the customer's message"))
    beside = {"trade_in": f"\nKnown of it: {trade_in.in_words(known)}." if known else ""}
    for intent, title, said in _TO_OWNER:
        if intent in heard.intents:
            yield MakeTask(
                key=f"{lead.id}·{intent}·{message.id}", kind=intent, title=title, why=("AI-07", title),
                recommended=f"They wrote: {message.text[:200]}{beside.get(intent, '')}\nThe assistant noted it and named no figures.",
            )  # fmt: skip
            yield from endings.told(facts, book, now, heard, intent, said, "See the task")
    if _first_word(facts, message) and heard.intents & {"price", "payment"} and not lead.price_shopper:
        yield SetLead({"price_shopper": True}, why=("LEAD-08", "The first thing asked was the price"))
    if heard.latest("resume_on") and (heard.action == "pause_until" or "not_now" in heard.intents):
        yield from endings.pause(facts, heard, heard.latest("resume_on"))
    if "not_now" in heard.intents and not heard.latest("resume_on") and _said_before(facts, heard, "not_now"):
        on = now + book.span("reply.not_now_pause")
        yield PauseUntil(
            key=f"{lead.id}·pause·{message.id}",
            on=on,
            why=("reply.not_now_pause", "The customer said not now, twice"),
        )
    yield from _needs(facts, book, heard)
    for intent in answered.open:
        yield AskKnowledge(
            key=f"{lead.id}·knowledge·{message.id}·{intent}",
            question=bank.asked_about(
                message.text, knowledge.words_of(book), book.get("knowledge.about").get(intent, ())
            ),
            about=intent,
            why=("AI-13", f"Nothing in the bank about {intent}"),
        )


def _needs(facts: Facts, book: Playbook, heard: Heard) -> Iterator[Decision]:
    if told := options(facts, book, heard):
        why = ("AI-12", "The customer told what else would do, or what matters most")
        yield SetLead({"needs": needs.taken(facts.lead.needs or {}, told, book)}, why=why)


def options(facts: Facts, book: Playbook, heard: Heard) -> dict[str, Any]:
    """What an answer to "what else would you consider, and what matters most" tells of the customer's needs (AI-12, FLOW-07)."""
    ours = next((m for m in reversed(facts.messages) if m.direction == "out"), None)
    if ours is None or ours.asks != "options" or "complaint" in heard.intents:
        return {}
    told = [vehicle for reading in heard.readings for vehicle in reading.get("vehicles") or ()]
    named = [" ".join(str(one[part]) for part in ("year", "make", "model") if one.get(part)) for one in told]
    known = list((facts.lead.needs or {}).get("vehicles") or ())
    table = book.get("answers.matters")
    matters = next((name for name, words in table.items() if any(spotted(heard.text, tuple(words)))), "")
    found = {
        "vehicles": [*dict.fromkeys((*known, *named))] if named else [],
        "matters_most": matters.replace("_", " "),
    }
    return {key: value for key, value in found.items() if value}


def _first_word(facts: Facts, message: Message) -> bool:
    """Whether nothing of the customer's was read before it: the inquiry's own words, or the first answer."""
    first = next((m for m in facts.inbound if m.reading and m.purpose not in NO_READING), None)
    return message.id == INQUIRY or first is message


def _said_before(facts: Facts, heard: Heard, intent: str) -> bool:
    return any(
        intent in (m.reading or {}).get("intents", ()) for m in facts.inbound if m.id != heard.message.id
    )
