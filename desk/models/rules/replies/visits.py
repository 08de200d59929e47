"""Visits out of the conversation: booked, confirmed, moved, cancelled, or two free times offered (AI-08)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from desk.models.decisions import BookVisit, ChangeVisit, Decision
from desk.models.facts import Facts
from desk.models.hours import store_week
from desk.models.playbook import Playbook
from desk.models.rules import slots
from desk.models.rules.known import Known, Speech, title
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.spoken import is_wanted

_EXACT = ("minute", "hour")
_WIDTH = {"day": timedelta(days=1), "part": timedelta(hours=4)}
_TIME_INTENTS = frozenset({"propose_time", "confirm_time", "reschedule", "cancel", "test_drive"})


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
    if not (heard.intents & _TIME_INTENTS or heard.action in ("book", "reschedule", "cancel")):
        return None
    standing = slots.upcoming(facts, now)
    if "cancel" in heard.intents or heard.action == "cancel":
        return _cancel(heard, standing)
    start = heard.time("start")
    if standing and not _moves(heard, start, standing[0]):
        return _confirm(heard, standing, speech)
    if start is None:
        return _offer(facts, book, now, speech, None, None) if heard.action != "none" else None
    if heard.precision in _EXACT:
        return _at(facts, book, now, heard, speech, start, standing)
    return _offer(
        facts,
        book,
        now,
        speech,
        start,
        heard.time("end") or start + _WIDTH.get(heard.precision, timedelta(days=1)),
    )


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
        answer = _offer(facts, book, now, speech, start if start > now else None, None)
        closed = start > now and not store_week(facts.store).is_open(start)
        return replace(
            answer, passages=["answer.closed_then" if closed else "answer.not_free"], asks="new_time"
        )
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


def _cancel(heard: Heard, standing: tuple[datetime, str] | None) -> VisitAnswer:
    if standing is None:
        return VisitAnswer(passages=["answer.cancel_none"], asks="visit_time")
    why = ("visit", "The customer cancelled")
    return VisitAnswer([ChangeVisit(standing[1], "cancelled", why)], ["answer.cancelled"], asks="new_time")


def _offer(
    facts: Facts,
    book: Playbook,
    now: datetime,
    speech: Speech,
    after: datetime | None,
    until: datetime | None,
) -> VisitAnswer:
    free = slots.offers(facts, book, now, after, until)
    ctx = {"slots": Known(speech.either(free), ("store:hours",))} if free else {}
    return VisitAnswer([], [], ctx, "visit_time")
