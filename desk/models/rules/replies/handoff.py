"""When a person must take over, why, and what that sets going (AI-10, AI-23)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from desk.models.decisions import Decision, SetAssistant, SetLead, Tell
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.replies.heard import INQUIRY, Heard
from desk.models.rules.shifts import on_shift
from desk.models.staff import Staff
from desk.models.words import MAY_HAVE_STOPPED, AiState

#: reason → the passage that tells the customer, and the words that tell the people
WORDS = {
    "may_have_stopped": ("", MAY_HAVE_STOPPED),
    "legal_threat": ("complaint", "Mentions legal action"),
    "complaint": ("complaint", "Has a complaint"),
    "wants_person": ("wants_person", "Wants a person"),
    "call_me": ("call_me", "Asks to be called"),
    "figures": ("figures", "Asks about price or payment"),
    "unclear": ("unclear", "Wrote something the assistant did not understand"),
    "question": ("question", "Asks something the assistant does not know"),
    "detail": ("detail", "Asks something about the vehicle that the list does not say"),
    "high_value": ("important", "Asks about a high-value vehicle"),
    "repeat": ("important", "Bought here before"),
    "vip": ("important", "Came through people we know"),
    "complex_financing": ("important", "Has a financing question for a specialist"),
    "urgent": ("important", "Is in a hurry"),
}


BY_NAME = ("legal_threat", "complaint", "wants_person", "call_me")
"""The customer asked for a person, or has cause to."""


def reason(facts: Facts, book: Playbook, heard: Heard, open_questions: list[str]) -> tuple[str, str] | None:
    """The weightiest reason for a person as (reason, what was seen), or None."""
    return next(iter(_reasons(facts, book, heard, open_questions)), None)


def _reasons(
    facts: Facts, book: Playbook, heard: Heard, open_questions: list[str]
) -> Iterator[tuple[str, str]]:
    for intent in book.words_list("handoff.always"):
        if intent in heard.intents and not (intent == "wants_person" and "call_me" in heard.intents):
            words = WORDS[intent][1] if intent in WORDS else intent.replace("_", " ")
            yield intent, f"The message reads as: {words}"
    if heard.intents & set(book.words_list("handoff.figures")):
        yield "figures", "Figures are a person's to give (AI-12)"
    if _unclear_again(facts, book, heard):
        yield "unclear", f"Not understood {int(book.number('reply.unclear_before_handoff'))} times in a row"
    if open_questions:
        name = "detail" if open_questions == ["vehicle_detail"] else "question"
        yield name, f"Not in the store's facts: {', '.join(open_questions)}"
    if heard.message.purpose != INQUIRY:  # every new lead rings its people anyway
        yield from _opportunity(facts, book, heard)
    if heard.action == "hand_off":
        yield "wants_person", "The reading asks for a person"


def _opportunity(facts: Facts, book: Playbook, heard: Heard) -> Iterator[tuple[str, str]]:
    """High value, repeat, VIP or referred, complex financing, urgent: once per lead (AI-10)."""
    buying = heard.intents & set(book.words_list("handoff.buying_intents"))
    if f"{facts.lead.id}·important" in facts.done:
        return
    if not buying:
        yield from _urgent(book, heard)
        return
    car, limit = facts.stock, book.number("handoff.high_value_dollars")
    if car is not None and (
        (car.price_cents or 0) >= limit * 100 or car.stock in book.words_list("handoff.high_value_stock")
    ):
        yield "high_value", f"handoff.high_value_dollars: the vehicle is listed at or above {limit:,.0f}"
    if facts.bought_here_at is not None:
        yield "repeat", "Bought here before"
    if facts.lead.source in book.words_list(
        "handoff.vip_sources"
    ) or facts.lead.source_kind in book.words_list("handoff.vip_kinds"):
        yield "vip", f"handoff.vip_kinds: {facts.lead.source_kind}"
    text = heard.text.lower()
    if "financing" in heard.intents and _said(text, book.words_list("handoff.complex_financing_words")):
        yield "complex_financing", "handoff.complex_financing_words"
    yield from _urgent(book, heard)


def _urgent(book: Playbook, heard: Heard) -> Iterator[tuple[str, str]]:
    """A lease that ends, or a word of hurry beside what makes it count."""
    if lease_ends(book, heard):
        yield "urgent", "handoff.lease_words"
    word = _said(heard.text.lower(), book.words_list("handoff.urgent_words"))
    if word and heard.intents & set(book.words_list("handoff.urgent_intents")):
        yield "urgent", f'handoff.urgent_words: "{word}"'


def lease_ends(book: Playbook, heard: Heard) -> bool:
    """Whether the customer's lease is about to end: they need a vehicle, so that this is never a wish to be left alone (AI-10)."""
    return bool(_said(heard.text.lower(), book.words_list("handoff.lease_words")))


def _said(text: str, words: tuple[str, ...]) -> str:
    return next((word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)), "")


def _unclear_again(facts: Facts, book: Playbook, heard: Heard) -> bool:
    if heard.intents != {"unclear"}:
        return False
    own = [m for m in facts.inbound if m.reading and m.at <= heard.message.at]
    row = 0
    for message in reversed(own):
        if (message.reading or {}).get("intents") != ["unclear"]:
            break
        row += 1
    return row >= int(book.number("reply.unclear_before_handoff"))


def hand_over(facts: Facts, heard: Heard, why_: tuple[str, str]) -> Iterator[Decision]:
    """Set the state and leave the mark on which the hand-off ladder rings the people and starts its clock (AI-23)."""
    lead, (name, seen) = facts.lead, why_
    passage, words = WORDS[name]
    mark = f"{lead.id}·handoff·{heard.message.id}"
    why = (f"handoff.{name}", seen)
    if passage == "important":
        yield SetLead({}, key=f"{lead.id}·important")
    yield Tell(key=mark, kind="handoff", data={"reason": words, "message": heard.message.id}, why=why)
    if lead.ai_state in (AiState.ON, AiState.REACTIVE):
        yield SetAssistant(AiState.HANDED_OFF, why, reason=words, returns_to=lead.ai_state)


def left_to_people(facts: Facts) -> bool:
    """Whether the customer asked for a person, or has cause to: then the assistant answers no questions meanwhile."""
    return facts.lead.ai_reason in {WORDS[name][1] for name in BY_NAME}


def in_doubt(facts: Facts) -> bool:
    """Whether a person has yet to say if the customer asked us to stop: until then nothing is written by itself (R4)."""
    return facts.lead.ai_state == AiState.HANDED_OFF and facts.lead.ai_reason == MAY_HAVE_STOPPED


def ask_whether_stopped(facts: Facts, heard: Heard) -> Iterator[Decision]:
    """Hand over a message that may have said stop; a hand-off that stands gets this as its reason (R4)."""
    why = (heard.doubt, "The word lists and the learned reader disagree whether the customer said stop")
    yield from hand_over(facts, heard, why)
    if facts.lead.ai_state == AiState.HANDED_OFF:
        back = facts.lead.ai_returns_to or AiState.ON
        yield SetAssistant(AiState.HANDED_OFF, why, reason=MAY_HAVE_STOPPED, returns_to=AiState(back))


def who(facts: Facts, now: datetime) -> Staff | None:
    """The person the customer is told of: the owner, else a colleague on shift."""
    if facts.owner is not None and facts.owner.active:
        return facts.owner
    return next(
        (
            person
            for person in facts.store.staff
            if person.role != "owner" and on_shift(person, now, facts.store)
        ),
        None,
    )
