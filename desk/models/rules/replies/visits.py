"""Visits out of the conversation: booked, confirmed, moved, cancelled, or two free times offered (AI-08)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from desk.models.decisions import BookVisit, ChangeVisit, Decision
from desk.models.facts import Facts
from desk.models.hours import store_week
from desk.models.playbook import Playbook
from desk.models.rules import slots
from desk.models.rules.known import Known, Speech, title
from desk.models.rules.replies import endings
from desk.models.rules.replies.details import spotted
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.named_times import Named, offered_before
from desk.models.rules.replies.spoken import is_wanted

_TIME_INTENTS = frozenset({"propose_time", "confirm_time", "reschedule", "cancel", "test_drive"})
_AGREES = frozenset({"confirm_time", "yes", "propose_time"})
_MAY_BE_AROUND = frozenset(
    {"reschedule", "unclear", "confirm_time", "propose_time", "not_now", "no", "greeting", "directions"}
)
_AROUND = (
    ("late", "is running late for the visit", "Keep the visit; call if another waits"),
    ("here", "is here for the visit", "Meet them"),
)


@dataclass
class VisitAnswer:
    """What to do in the book, which passages say so, and what to ask next."""

    decisions: list[Decision] = field(default_factory=list)
    passages: list[str] = field(default_factory=list)
    ctx: dict[str, Known] = field(default_factory=dict)
    asks: str = ""
    booked: bool = False


def about_visit(
    facts: Facts, book: Playbook, now: datetime, heard: Heard, speech: Speech
) -> VisitAnswer | None:
    """The answer to what was said about a time; None when nothing was."""
    if (around := _around(facts, book, now, heard)) is not None:
        return around
    if not (heard.intents & _TIME_INTENTS or heard.action in ("book", "reschedule", "cancel")):
        return None
    standing = slots.upcoming(facts, now)
    if "cancel" in heard.intents or heard.action == "cancel":
        return _cancel(facts, book, now, heard, standing)
    named = Named(facts, book, now, heard, standing[0] if standing else None)
    if _is_arriving(facts, now, named):
        return _arriving(facts, book, now, heard)
    start = _meant(named, standing, speech)
    if standing and not _moves(heard, start or named.start, standing[0]):
        return _confirm(heard, standing, speech)
    if start is not None:
        return _at(facts, book, now, heard, speech, start, standing)
    if named.start is None and heard.action == "none":
        return None
    return _offer(facts, book, now, speech, named, standing)


def _around(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> VisitAnswer | None:
    """What is said of a visit close by, with no new time: late, there already, or missed; the people are told at once."""
    if heard.time("start") is not None or not heard.intents <= _MAY_BE_AROUND:
        return None
    live = [a for a in facts.appointments if a.status in slots.LIVE]
    near = any(abs(a.starts_at - now) <= book.span("visit.near") for a in live)
    for name, what, do in _AROUND:
        if near and _says(heard, book, name):
            told = endings.told(facts, book, now, heard, name, what, do)
            return VisitAnswer(list(told), [f"answer.{name}"], booked=True)
    if _missed(facts, book, now) and _says(heard, book, "missed"):
        return VisitAnswer(passages=["answer.missed"], asks="new_time")
    return None


def _says(heard: Heard, book: Playbook, name: str) -> bool:
    """Whether a short message holds one of the words for it."""
    short = len(heard.text.split()) <= book.get("visit.most_words")[name]
    return short and any(spotted(heard.text, book.words_list(f"visit.{name}_words")))


def _missed(facts: Facts, book: Playbook, now: datetime) -> bool:
    return any(
        a.status in slots.LIVE and now - book.span("visit.missed_within") <= a.starts_at <= now
        for a in facts.appointments
    )


def _meant(named: Named, standing: tuple[datetime, str] | None, speech: Speech) -> datetime | None:
    """The one moment that is asked for, as far as the customer's words and what we offered tell it."""
    if named.is_today_by_name:
        return None
    offered = offered_before(named.facts, named.book, speech) if named.heard.intents & _AGREES else ()
    picked = named.chosen(offered) or named.on_offered_day(offered) or named.on_standing_day()
    if picked is not None:
        return picked
    if standing is not None and (same := named.same_time(standing[0])) is not None:
        return same
    return named.start if named.is_exact and not named.spans() else None


def _is_arriving(facts: Facts, now: datetime, named: Named) -> bool:
    """Whether the customer is on the way this moment ("omw")."""
    start = named.start
    near = (
        start is not None
        and named.heard.precision == "minute"
        and abs(start - now) <= named.book.span("visit.arriving_within")
    )
    return near and store_week(facts.store).is_open(now)


def _arriving(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> VisitAnswer:
    """Nothing is booked for somebody who is at the door in minutes: the people are told, and the customer whom to ask for."""
    told = endings.told(
        facts, book, now, heard, "on_the_way", "is on the way to the store", "Be ready for them"
    )
    return VisitAnswer(list(told), ["answer.on_my_way"], booked=True)


def _moves(heard: Heard, start: datetime | None, standing: datetime) -> bool:
    return (
        "reschedule" in heard.intents
        or heard.action == "reschedule"
        or (start is not None and start != standing)
    )


def _at(
    facts: Facts,
    book: Playbook,
    now: datetime,
    heard: Heard,
    speech: Speech,
    start: datetime,
    standing: tuple[datetime, str] | None,
) -> VisitAnswer:
    if not slots.is_free(facts, book, start, now):
        free = slots.offers(facts, book, now, start if start > now else None, None, near=start)
        closed = start >= now - book.span("visit.arriving_within") and not store_week(facts.store).is_open(
            start
        )
        passages = ["answer.closed_then" if closed else "answer.not_free"]
        return replace(_offered(free, speech), passages=passages, asks="new_time")
    why = ("visit", "The customer named this time, and it is free")
    lead = facts.lead
    decisions: list[Decision] = [ChangeVisit(standing[1], "rescheduled", why)] if standing else []
    decisions.append(
        BookVisit(
            key=f"{lead.id}·visit·{heard.message.id}", starts=start, ends=start + book.span("visit.length"), why=why,
            vehicle=title(facts.stock) if facts.stock and not is_wanted(facts) else lead.vehicle_title,
            stock=facts.stock.stock if facts.stock else lead.stock,
            label=str(facts.store.settings.get("assistant.label", "")),
            slot=slots.kind_of(facts, book, start),
        )
    )  # fmt: skip
    ctx = {"time": Known(speech.when(start), ("store:hours",))}
    return VisitAnswer(
        decisions,
        ["answer.moved" if standing else "answer.booked", "answer.visit_tail"],
        ctx,
        "",
        booked=True,
    )


def _confirm(heard: Heard, standing: tuple[datetime, str], speech: Speech) -> VisitAnswer:
    starts, visit = standing
    why = ("visit", "The customer confirmed the time")
    ctx = {"time": Known(speech.when(starts), (f"appointment:{visit}",))}
    return VisitAnswer([ChangeVisit(visit, "confirmed", why)], ["answer.confirmed"], ctx, "", booked=True)


def _cancel(
    facts: Facts, book: Playbook, now: datetime, heard: Heard, standing: tuple[datetime, str] | None
) -> VisitAnswer:
    if standing is None:
        missed = _missed(facts, book, now)
        said = "answer.missed" if missed else "answer.cancel_none"
        return VisitAnswer(passages=[said], asks="new_time" if missed else "visit_time")
    why = ("visit", "The customer cancelled")
    return VisitAnswer([ChangeVisit(standing[1], "cancelled", why)], ["answer.cancelled"], asks="new_time")


def _offer(
    facts: Facts,
    book: Playbook,
    now: datetime,
    speech: Speech,
    named: Named,
    standing: tuple[datetime, str] | None,
) -> VisitAnswer:
    """Times to choose from: one in each of several days named, else within the day or part named, near the hour that stood."""
    near = standing[0] if standing else _near(facts, book, now, named)
    if spans := named.spans():
        free = slots.one_of_each(facts, book, now, spans)
        return _offered(free or slots.offers(facts, book, now), speech)
    free = slots.offers(facts, book, now, named.start, named.end, near=near)
    if named.start is None or named.end is None or any(slot < named.end for slot in free):
        return _offered(free, speech)
    closed = not any(
        opens < named.end for opens, _closes in store_week(facts.store).ahead(max(named.start, now))
    )
    return replace(
        _offered(free, speech),
        passages=["answer.closed_then" if closed else "answer.not_free"],
        asks="new_time",
    )


def _near(facts: Facts, book: Playbook, now: datetime, named: Named) -> datetime | None:
    """The hour that a later time should resemble, where nothing is free in the part of a day that was named."""
    if named.start is None or named.end is None or slots.within(facts, book, now, named.start, named.end):
        return None
    return named.liked


def _offered(free: tuple[datetime, ...], speech: Speech) -> VisitAnswer:
    ctx = {"slots": Known(speech.either(free), ("store:hours",))} if free else {}
    return VisitAnswer([], [], ctx, "visit_time")
