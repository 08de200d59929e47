"""The acceptable states: every lead is in exactly one, or on the stuck list (LEAD-07)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.assignment import sweep_at
from desk.models.rules.holds import back_at
from desk.models.rules.shifts import closing, staffed_add
from desk.models.time import from_micros, local
from desk.models.words import AiState, Stage

Name = Literal["active", "on_hold", "won", "lost", "reassigned", "stuck"]
_OWN_STEPS = (AiState.ON, AiState.HANDED_OFF)


@dataclass(frozen=True, slots=True)
class State:
    """Where a lead stands, why, and when that changes by itself if nobody acts."""

    name: Name
    why: str
    until: datetime | None = None

    def __str__(self) -> str:
        return self.name


def state_of(facts: Facts, book: Playbook, now: datetime) -> State:
    """The one state a lead is in at ``now``."""
    stage = Stage(facts.lead.stage)
    if stage is Stage.SOLD:
        return State("won", "The lead is sold")
    if stage is Stage.LOST:
        return State("lost", facts.lead.lost_reason or "Closed without a reason")
    if facts.lead.hold_kind:
        return _held(facts, now)
    return (
        _unowned(facts, book, now)
        or _reassigned(facts, now)
        or _backed_off(facts, book, now)
        or _worked(facts)
    )


def _held(facts: Facts, now: datetime) -> State:
    lead = facts.lead
    if not lead.hold_reason or lead.hold_until is None:
        return State("stuck", "On hold without a reason and a date")
    back = back_at(facts) or lead.hold_until
    if back <= now:
        return State("stuck", "The hold has ended and nobody has taken it up")
    return State("on_hold", lead.hold_reason, back)


def _unowned(facts: Facts, book: Playbook, now: datetime) -> State | None:
    if facts.owner is not None and facts.owner.active:
        return None
    sweep = sweep_at(facts, book)
    if sweep > now:
        return State("active", "Nobody owns it yet; the sweep assigns it", sweep)
    return State("stuck", "Nobody owns it, and the sweep found nobody at work")


def _reassigned(facts: Facts, now: datetime) -> State | None:
    """A lead that changed hands waits for its new owner until the store's day ends."""
    lead = facts.lead
    if (
        lead.owner_at is None
        or lead.claimed_at is not None
        or not _changed_hands(facts)
        or _acted(facts, lead.owner_at)
    ):
        return None
    ends = closing(lead.owner_at, facts.store)
    whose = facts.owner.name if facts.owner else "its new owner"
    if now < ends:
        return State(
            "reassigned", f"{whose} has it since {local(lead.owner_at, facts.store.zone):%a %H:%M}", ends
        )
    return State("stuck", f"{whose} got it and has not acted by the end of the day")


def _changed_hands(facts: Facts) -> bool:
    mark = f"{facts.lead.id}·reassigned·"
    moments = [from_micros(int(key.removeprefix(mark))) for key in facts.done if key.startswith(mark)]
    return any(facts.lead.owner_at is not None and moment <= facts.lead.owner_at for moment in moments)


def _acted(facts: Facts, since: datetime) -> bool:
    """Whether the owner has done anything with the lead: written, logged, finished a task, booked."""
    return any(moment >= since for moment in _acts(facts))


def _acts(facts: Facts) -> Iterator[datetime]:
    yield from (log.at for log in facts.logs if log.staff_id == facts.lead.owner_id)
    yield from (
        m.at for m in facts.messages if m.author == "staff" and m.staff_id in (None, facts.lead.owner_id)
    )
    yield from (task.done_at for task in facts.tasks if task.done_at is not None and task.done_by)


def _backed_off(facts: Facts, book: Playbook, now: datetime) -> State | None:
    """After a back-off a person's next step is owed within one working day."""
    lead = facts.lead
    planned = any(task.due_at and task.kind == "follow_up" for task in facts.open_tasks)
    if lead.ai_state != AiState.BACKED_OFF or planned or _visit(facts):
        return None
    if _acted(facts, lead.ai_at):
        return None
    ends = staffed_add(lead.ai_at, book.span("standing.backed_off_after"), (), facts.store)
    if now < ends:
        return State("active", "The assistant backed off; the owner takes it up", ends)
    return State("stuck", "The assistant backed off and nobody has planned a next step")


def _worked(facts: Facts) -> State:
    step = _next_step(facts)
    return State("active", step) if step else State("stuck", "It has an owner and no next step")


def _next_step(facts: Facts) -> str:
    """What comes next, of people or of the assistant; empty where nothing does."""
    if facts.open_tasks:
        return facts.open_tasks[0].title
    if _visit(facts):
        return "A visit is booked"
    if facts.waiting:
        return "A message waits to leave"
    if facts.open_timers:
        return facts.open_timers[0].about
    if facts.lead.is_history:
        return "History; outreach starts by hand"
    return "The assistant goes on" if facts.lead.ai_state in _OWN_STEPS else ""


def _visit(facts: Facts) -> bool:
    return any(visit.status in ("booked", "confirmed") for visit in facts.appointments)
