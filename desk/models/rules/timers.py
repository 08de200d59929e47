"""Why a timer starts, and what stops it: each kind with its trigger and its proof (ILM-04, ILM-10, AI-23,
FLOW-02).

A timer stops on proof of contact by a person, or because its matter is settled; never on a note, never on
the assistant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.replies.heard import INQUIRY
from desk.models.rules.shifts import closing
from desk.models.task import Timer
from desk.models.time import from_micros, to_micros
from desk.models.words import AiState, MessageStatus, Stage, TimerKind

CALLING = (TimerKind.UNANSWERED, TimerKind.HANDOFF)
ATTEMPTS = ("no_answer", "no_answer_voicemail")
_COMPLAINTS = frozenset({"complaint", "legal_threat"})
#: Marks in the record: the owner asked to be relieved, the lead was flagged to the manager (FLOW-02).
RELIEF, FLAGGED = "relief", "flagged"
#: A mark with the moment since which a lead waited unread: its clock runs from there (LEAD-02).
ASIDE = "aside"
_TROUBLE = (MessageStatus.UNCERTAIN, MessageStatus.FAILED)


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason for a timer; ``since`` is the moment its clock starts."""

    kind: str
    key: str
    about: str
    since: datetime


def causes(facts: Facts, book: Playbook, now: datetime) -> Iterator[Cause]:
    """Everything that asks for a timer now and has none yet."""
    if _over(facts):
        return
    for cause in (
        *_unanswered(facts, now),
        *_handoff(facts, now),
        *_overdue(facts, book, now),
        *_claim(facts, book, now),
        *_no_show(facts),
        *_complaint(facts),
        *_technical(facts),
        *_relief(facts),
    ):
        if cause.key not in facts.done and cause.since <= now:
            yield cause


def _over(facts: Facts) -> bool:
    """A lead that is won or lost waits for nobody."""
    return not Stage(facts.lead.stage).is_open


def _unanswered(facts: Facts, now: datetime) -> Iterator[Cause]:
    lead, key = facts.lead, f"{facts.lead.id}·unanswered"
    silent = lead.is_history or lead.ai_state == AiState.OPTED_OUT
    if key not in facts.done and not silent and not _contact(facts, lead.received_at):
        since = _marked(facts, ASIDE) or now
        yield Cause(TimerKind.UNANSWERED, key, "A new lead waits for a person", since)


def _handoff(facts: Facts, now: datetime) -> Iterator[Cause]:
    """The clock starts when the assistant asks for a person; one such clock runs at a time."""
    if facts.lead.ai_state != AiState.HANDED_OFF or any(
        t.kind == TimerKind.HANDOFF for t in facts.open_timers
    ):
        return
    asked = f"{facts.lead.id}·handoff·"
    heard = [(INQUIRY, facts.lead.received_at), *((m.id, m.at) for m in facts.inbound)]
    for name, at in reversed(heard):
        if f"{asked}{name}" in facts.done and not _contact(facts, at):
            yield Cause(TimerKind.HANDOFF, f"{asked}{name}·clock", "Wants a person", now)
            return


def _overdue(facts: Facts, book: Playbook, now: datetime) -> Iterator[Cause]:
    """An overdue task climbs its own ladder, but not while the lead's own clock already calls for people."""
    calling = [timer for timer in facts.timers if timer.kind in CALLING]
    if any(timer.cleared_at is None for timer in calling):
        return
    quiet = [timer.cleared_at for timer in calling if timer.cleared_at is not None]
    for task in facts.open_tasks:
        if task.due_at is not None and (due := task.due_at + book.span("task.grace")) <= now:
            yield Cause(
                TimerKind.OVERDUE, f"{facts.lead.id}·overdue·{task.id}", task.title, max([due, *quiet])
            )


def overdue_from(facts: Facts, book: Playbook) -> Iterator[datetime]:
    """When the grace of each open task ends; the rule of tasks wakes for it."""
    grace = book.span("task.grace")
    yield from (task.due_at + grace for task in facts.open_tasks if task.due_at is not None)


def _claim(facts: Facts, book: Playbook, now: datetime) -> Iterator[Cause]:
    claimed = facts.lead.claimed_at
    if claimed is None or _contact(facts, facts.lead.received_at) or _flagged(facts):
        return
    key = f"{facts.lead.id}·claim·{to_micros(claimed)}"
    yield Cause(
        TimerKind.UNTOUCHED_CLAIM,
        key,
        "Claimed and not contacted the same day",
        claim_due(facts, book, claimed),
    )


def _relief(facts: Facts) -> Iterator[Cause]:
    """Its owner asked to be relieved: it stays theirs and calls for managers until somebody else has it."""
    asked = _marked(facts, RELIEF)
    if asked is not None and facts.owner is not None and not _passed_on(facts, asked):
        key = f"{facts.lead.id}·{RELIEF}·{to_micros(asked)}·clock"
        yield Cause(TimerKind.RELIEF, key, "Its owner asks to be relieved", asked)


def _passed_on(facts: Facts, since: datetime) -> bool:
    lead = facts.lead
    return lead.owner_id is not None and lead.owner_at is not None and lead.owner_at > since


def aside_key(lead_id: str, since: datetime) -> str:
    """The mark of a lead that waited unread since this moment."""
    return f"{lead_id}·{ASIDE}·{to_micros(since)}"


def _marked(facts: Facts, mark: str) -> datetime | None:
    """When a mark was last set at this lead."""
    begins = f"{facts.lead.id}·{mark}·"
    moments = (key.removeprefix(begins) for key in facts.done if key.startswith(begins))
    return max((from_micros(int(told)) for told in moments if told.isdecimal()), default=None)


def claim_due(facts: Facts, book: Playbook, claimed: datetime) -> datetime:
    """By when a claimed lead must be contacted: the end of the store's day (FLOW-02)."""
    return max(closing(claimed, facts.store) - book.span("claim.before_closing"), claimed)


def claim_wake(facts: Facts, book: Playbook) -> datetime | None:
    """When to look at a claimed lead that nobody has contacted yet."""
    lead = facts.lead
    waits = lead.claimed_at is not None and lead.answered_at is None and not _over(facts)
    return claim_due(facts, book, lead.claimed_at) if waits and lead.claimed_at else None


def _no_show(facts: Facts) -> Iterator[Cause]:
    for visit in facts.appointments:
        if visit.status == "no_show" and visit.closed_at is not None:
            yield Cause(
                TimerKind.NO_SHOW,
                f"{facts.lead.id}·no_show·{visit.id}",
                "Did not come to the visit",
                visit.closed_at,
            )


def _complaint(facts: Facts) -> Iterator[Cause]:
    for message in facts.inbound:
        if _COMPLAINTS & set((message.reading or {}).get("intents", ())):
            yield Cause(
                TimerKind.COMPLAINT,
                f"{facts.lead.id}·complaint·{message.id}",
                "Complains, or speaks of the law",
                message.at,
            )


def _technical(facts: Facts) -> Iterator[Cause]:
    for message in facts.messages:
        if message.direction == "out" and message.status in _TROUBLE:
            words = "may not have left" if message.status == MessageStatus.UNCERTAIN else "did not leave"
            about = f"The {message.channel} to this customer {words}"
            yield Cause(TimerKind.TECHNICAL, f"{facts.lead.id}·technical·{message.id}", about, message.at)


def proof(timer: Timer, facts: Facts) -> tuple[datetime, str] | None:
    """The contact or fact that stops this timer, with its moment, or None while it runs."""
    if timer.kind == TimerKind.OVERDUE:
        return _task_done(timer, facts)
    if timer.kind == TimerKind.TECHNICAL and (settled := _settled(timer, facts)):
        return settled
    if timer.kind == TimerKind.RELIEF:
        return _relieved(facts)
    if timer.kind == TimerKind.UNTOUCHED_CLAIM and (flagged := _flagged(facts)):
        return flagged
    return _contact(facts, _counts_from(timer, facts))


def _relieved(facts: Facts) -> tuple[datetime, str] | None:
    at, asked = facts.lead.owner_at, _marked(facts, RELIEF)
    return (at, "somebody else has the lead") if at and asked and _passed_on(facts, asked) else None


def _flagged(facts: Facts) -> tuple[datetime, str] | None:
    """Who took a lead and cannot work it today may flag it to the manager instead (FLOW-02)."""
    at, claimed = _marked(facts, FLAGGED), facts.lead.claimed_at
    return (at, "flagged to the manager") if at and claimed and at >= claimed else None


def _counts_from(timer: Timer, facts: Facts) -> datetime:
    """A lead that came at night may be answered before its clock starts; that answer counts."""
    return (
        facts.lead.received_at
        if timer.kind in (TimerKind.UNANSWERED, TimerKind.UNTOUCHED_CLAIM)
        else timer.started_at
    )


def _contact(facts: Facts, since: datetime) -> tuple[datetime, str] | None:
    return next(((at, words) for at, words in facts.contacts_by_people() if at >= since), None)


def _task_done(timer: Timer, facts: Facts) -> tuple[datetime, str] | None:
    task = next((t for t in facts.tasks if timer.key.endswith(t.id)), None)
    return (task.done_at, "the task is done") if task and task.done_at else None


def _settled(timer: Timer, facts: Facts) -> tuple[datetime, str] | None:
    message = next((m for m in facts.messages if timer.key.endswith(m.id)), None)
    if message is None or message.status in _TROUBLE:
        return None
    return message.sent_at or timer.started_at, "the message has left after all"


def ended(facts: Facts) -> str:
    """Why nobody needs to answer any more: sold, lost, or opted out; empty while the lead is open."""
    lead = facts.lead
    if lead.stage == Stage.SOLD:
        return "the lead is sold"
    if lead.stage == Stage.LOST:
        return f"the lead is lost: {lead.lost_reason}" if lead.lost_reason else "the lead is lost"
    return ""


def attempt(timer: Timer, facts: Facts) -> datetime | None:
    """The first voicemail or unanswered call since the timer started, where it has not been counted yet
    (ILM-10).
    """
    if timer.reset_at is not None or timer.kind not in CALLING:
        return None
    tries = (
        log.at
        for log in facts.logs
        if log.outcome in ATTEMPTS and log.direction == "out" and log.at >= _counts_from(timer, facts)
    )
    return min(tries, default=None)
