"""How warm a lead is, 0 to 100, and why (TEMP-01 … TEMP-05).

The score follows from the facts and the moment alone: the same record at the same time gives the same score, however often
it is asked. Silence cools in steps, and the clock wakes for the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from desk.models.conversation import Message
from desk.models.decisions import AskAgain, Decision, SetTemperature, Wake
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.stages import NO_REPLY
from desk.models.snapshots.said import said
from desk.models.task import UNDONE
from desk.models.time import span, span_words
from desk.models.words import CONNECTED, SIGNS, AiState, Stage

Reason = tuple[str, int]
_SAID: Mapping[str, frozenset[str]] = {
    "wants_person": frozenset({"wants_person", "call_me"}),
    "proposed_time": frozenset({"propose_time", "confirm_time", "reschedule"}),
    "test_drive": frozenset({"test_drive"}),
    "availability": frozenset({"availability"}),
    "trade_in": frozenset({"trade_in"}),
    "financing": frozenset({"financing", "payment", "documents"}),
    "not_now": frozenset({"not_now"}),
    "not_interested": frozenset({"not_interested", "bought_elsewhere"}),
}
_COOLING = ("not_now", "not_interested")
_ENDS = ("stop", "back_off", "close_lost")
_CLASSES = {"1st": "first_class", "2nd": "second_class"}
_KINDS = ("referral", "walk_in", "phone")
_VISITS = {
    "booked": "visit_booked",
    "confirmed": "visit_booked",
    "shown": "visit_shown",
    "no_show": "no_show",
    "cancelled": "cancelled",
}
_LIVE = ("booked", "confirmed")


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    if facts.lead.stage == Stage.SOLD:
        return
    score, reasons = scored(facts, book, now)
    strongest = max(reasons[1:] or reasons, key=lambda reason: abs(reason[1]))
    yield SetTemperature(score, reasons, ("temperature", f"{strongest[0]} ({strongest[1]:+d})"))
    following = min((at for at in _changes_at(facts, book) if at > now), default=None)
    if following is not None:
        yield Wake(following)
    yield from (AskAgain(at) for at in _words_change_at(facts, now))


def scored(facts: Facts, book: Playbook, now: datetime) -> tuple[int, tuple[Reason, ...]]:
    """The score with its reasons; a person's own estimate holds until its term ends (TEMP-05)."""
    lead = facts.lead
    if lead.temperature_set is not None and (
        lead.temperature_set_until is None or lead.temperature_set_until > now
    ):
        return lead.temperature_set, ((f"Set by {lead.temperature_note}", lead.temperature_set),)
    points: Mapping[str, Any] = book.get("temperature.points")
    signs = [(said("Start"), int(book.number("temperature.start")))]
    signs += [(SIGNS[sign], int(points[sign])) for sign in dict.fromkeys(_signs(facts, book, now))]
    signs += _silence(facts, book, now, sum(worth for _words, worth in signs))
    return max(0, min(100, sum(worth for _words, worth in signs))), tuple(signs)


def _signs(facts: Facts, book: Playbook, now: datetime) -> Iterator[str]:
    """Every sign the record shows; each counts once."""
    lead = facts.lead
    if now < lead.received_at + book.span("temperature.fresh"):
        yield "fresh"
    if lead.source_class in _CLASSES:
        yield _CLASSES[lead.source_class]
    if lead.source_kind in _KINDS:
        yield lead.source_kind
    yield from _conversation(facts, book)
    yield from _people(facts)
    if lead.trade_in:
        yield "trade_in"
    if lead.price_shopper:
        yield "price_first"
    if lead.ai_state == AiState.OPTED_OUT:
        yield "opted_out"


def _conversation(facts: Facts, book: Playbook) -> Iterator[str]:
    texts = [facts.lead.comments, facts.lead.timeframe]
    for message in replies(facts):
        yield "replied"
        if _is_quick(message, facts, book):
            yield "quick_reply"
        yield from _said(message.reading or {})
        texts.append(message.text)
    said = " ".join(texts).lower()
    if any(f" {word} " in f" {said} " for word in book.words_list("handoff.urgent_words")):
        yield "urgent"


def _said(reading: Mapping[str, Any]) -> Iterator[str]:
    """The signs of one message; of one that ends the conversation only those that cool."""
    intents, ended = frozenset(reading.get("intents", ())), reading.get("action") in _ENDS
    for sign, told in _SAID.items():
        if told & intents and (sign in _COOLING or not ended):
            yield sign


def _is_quick(message: Message, facts: Facts, book: Playbook) -> bool:
    ours = [at for m in facts.sent if (at := m.sent_at or m.at) <= message.at]
    return bool(ours) and message.at - max(ours) <= book.span("temperature.quick_reply")


def _people(facts: Facts) -> Iterator[str]:
    for log in facts.logs:
        if log.outcome in CONNECTED:
            yield "connected"
        if log.interest in ("high", "low"):
            yield f"{log.interest}_interest"
    latest = next((visit for visit in reversed(facts.appointments) if visit.status != UNDONE), None)
    if latest is not None and latest.status in _VISITS:
        yield _VISITS[latest.status]


def replies(facts: Facts) -> tuple[Message, ...]:
    """What the customer wrote themselves, oldest first."""
    return tuple(m for m in facts.inbound if m.purpose not in NO_REPLY)


def last_sign(facts: Facts) -> datetime:
    """The customer's latest sign of life: the inquiry, a reply, a talk, a visit."""
    logs = [
        log.at
        for log in facts.logs
        if log.outcome in CONNECTED or log.direction == "in" or log.type == "visit"
    ]
    visits = [a.closed_at or a.starts_at for a in facts.appointments if a.status == "shown"]
    return max(
        (facts.lead.received_at, *(m.at for m in facts.inbound if m.purpose != "bounce"), *logs, *visits)
    )


def _silence(facts: Facts, book: Playbook, now: datetime, before: int) -> list[Reason]:
    """What silence takes: nothing while a visit stands; of an unanswered open lead only what lies above the floor."""
    if any(a.status in _LIVE and a.starts_at > now for a in facts.appointments):
        return []
    quiet = now - last_sign(facts)
    taken = next((points for after, points in reversed(_steps(book)) if quiet >= after), 0)
    if not taken:
        return []
    if not replies(facts) and facts.lead.stage != Stage.LOST:
        taken = -min(-taken, max(0, before - int(book.number("temperature.unanswered_floor"))))
    return [(f"Silent for {span_words(timedelta(days=quiet.days))}", taken)] if taken else []


def _steps(book: Playbook) -> list[tuple[timedelta, int]]:
    return [(span(str(row["after"])), int(row["points"])) for row in book.get("temperature.silence.steps")]


def _changes_at(facts: Facts, book: Playbook) -> Iterator[datetime]:
    """When the score may change though nothing happens: the next steps of silence, and the end of an estimate."""
    yield facts.lead.received_at + book.span("temperature.fresh")
    if facts.lead.temperature_set_until is not None:
        yield facts.lead.temperature_set_until
    since = last_sign(facts)
    yield from (since + after for after, _points in _steps(book))


def _words_change_at(facts: Facts, now: datetime) -> Iterator[datetime]:
    """When the reasons may read otherwise, which nobody is woken for: another day of silence, a visit whose hour has come."""
    since = last_sign(facts)
    yield since + timedelta(days=max((now - since).days, 0) + 1)
    yield from (visit.starts_at for visit in facts.appointments if visit.starts_at > now)
