"""The doorbell and the ladders: people are told, step by step, until one of them has answered.

ILM-01, ILM-04 … ILM-10, AI-23. A claim quiets the alerts and stops no clock; a hold lets a clock rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from desk.models.decisions import (
    AskAgain,
    AssignOwner,
    ClearTimer,
    Decision,
    QuietAlerts,
    SetAssistant,
    StartTimer,
    StepTimer,
    Wake,
)
from desk.models.facts import Facts
from desk.models.playbook import Ladder, LadderStep, Playbook
from desk.models.rules import ladders, people, timers
from desk.models.rules.bells import RINGS, Rung, bell_key, escalate, ring
from desk.models.rules.shifts import closing, next_opening, staffed_add
from desk.models.task import Timer
from desk.models.time import local, span_words
from desk.models.words import AiState, AlertKind, TimerKind


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    for timer in facts.open_timers:
        yield from _run(timer, facts, book, now)
    for cause in timers.causes(facts, book, now):
        yield from _start(cause, facts, book, now)
    yield from _ring_new_owner(facts, book, now)
    if (due := timers.claim_wake(facts, book)) is not None and due > now:
        yield Wake(due)
    yield from (AskAgain(due) for due in timers.overdue_from(facts, book) if due > now)


def _start(cause: timers.Cause, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """Start the clock at the next staffed moment, and ring whoever should answer."""
    ladder, why = ladders.choose(facts, book, cause.kind, now)
    if ladder is None:
        return
    started, first = clock(cause.since, ladder, facts)
    target = first if cause.kind in RINGS else None
    late = f"Came outside the shift; the clock starts {local(started, facts.store.zone):%a %H:%M}"
    reasons = (*why, cause.about, *((late,) if started > cause.since else ()))
    yield StartTimer(cause.key, cause.kind, cause.about, ladder.name, started, first, target, reasons)
    yield Wake(first)
    if (
        cause.kind == TimerKind.UNANSWERED
    ):  # a hand-off has rung already, when the assistant asked for a person
        yield from ring(cause.key, cause.kind, facts, book, now, why)


def clock(since: datetime, ladder: Ladder, facts: Facts) -> tuple[datetime, datetime]:
    """When a clock that is asked for ``since`` starts, and when its first step is due (ILM-09)."""
    started = _opening(since, ladder, facts)
    return started, _add(started, ladder.steps[0].after, ladder.steps[0], ladder, facts)


def _ring_new_owner(facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """A lead that changes hands while its clock runs rings its new owner; who claimed it knows already."""
    if facts.owner is None or facts.lead.claimed_at is not None:
        return
    for timer in facts.open_timers:
        if timer.kind in RINGS and f"{bell_key(timer.key)}·{facts.owner.id}" not in facts.done:
            yield from ring(timer.key, timer.kind, facts, book, now, ("The lead is theirs now",))


def _run(timer: Timer, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    proof, over = timers.proof(timer, facts), timers.ended(facts)
    if proof is not None:
        yield from _stop(timer, facts, proof[0], proof[1], by="a person")
    elif over:
        yield from _stop(timer, facts, now, over, by="")
    elif (
        ladder := ladders.named(book, timer.ladder) or ladders.choose(facts, book, timer.kind, now)[0]
    ) is not None:
        yield from _climb(timer, ladder, facts, book, now)


def _stop(timer: Timer, facts: Facts, at: datetime, proof: str, by: str) -> Iterator[Decision]:
    """``by`` is empty where nobody answered and nobody needs to any more."""
    yield ClearTimer(timer.id, at, proof, (f"ladder.{timer.ladder}", f"Stopped: {proof}"), by=by)
    alone = all(other.id == timer.id for other in facts.open_timers)
    bells = (RINGS[TimerKind(timer.kind)],) if timer.kind in RINGS else ()
    yield QuietAlerts((*bells, *((AlertKind.ESCALATION,) if alone else ())), f"Stopped: {proof}")
    if timer.kind == TimerKind.HANDOFF and facts.lead.ai_state == AiState.HANDED_OFF and by:
        back = facts.lead.ai_returns_to or AiState.ON
        yield SetAssistant(to=back, why=("handoff.answered", f"A person answered: {proof}"))


def _climb(timer: Timer, ladder: Ladder, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    if facts.lead.hold_kind:
        yield from _rest(timer, ladder)
    elif (tried := timers.attempt(timer, facts)) is not None:
        yield from _again(timer, ladder, tried, facts, book)
    elif timer.next_at is None:
        yield from _rearm(timer, ladder, facts, now)
    elif timer.next_at > now:
        yield Wake(timer.next_at)
    else:
        yield from _step(timer, ladder, facts, book, now)


def _rest(timer: Timer, ladder: Ladder) -> Iterator[Decision]:
    if timer.next_at is not None:
        why = (f"ladder.{ladder.name}", "Rests while the lead is on hold")
        yield StepTimer(timer.id, timer.level, None, (), why, repeats=timer.repeats)


def _rearm(timer: Timer, ladder: Ladder, facts: Facts, now: datetime) -> Iterator[Decision]:
    """After a hold the next step gets its whole time again."""
    due = _following(timer.level, now, ladder, facts)
    if due is not None:
        why = (f"ladder.{ladder.name}", "Goes on after the hold")
        yield StepTimer(timer.id, timer.level, due, (), why, repeats=timer.repeats)


def _again(timer: Timer, ladder: Ladder, tried: datetime, facts: Facts, book: Playbook) -> Iterator[Decision]:
    """An attempt is shown and counted; it starts the ladder over, once, and does not stop it (ILM-10)."""
    rest = book.span("escalation.after_attempt")
    due = _add(tried, rest, ladder.steps[0], ladder, facts)
    why = (
        f"ladder.{ladder.name}",
        f"An attempt without an answer starts it over, once; next in {span_words(rest)}",
    )
    yield StepTimer(timer.id, 0, due, (), why, reset=True)


def _step(timer: Timer, ladder: Ladder, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """Take the step that is due: tell its people, and say when the next one comes."""
    repeats = timer.repeats + (timer.level >= len(ladder.steps))
    rung = Rung(timer, ladder, min(timer.level + 1, len(ladder.steps)), repeats, now)
    told = people.to_tell(rung.step.to, facts, now)
    due = _following(rung.level, now if repeats else timer.next_at or now, ladder, facts)
    if due is not None and repeats >= book.number("escalation.repeats_in_a_row"):
        due = max(due, _next_day(now, ladder, facts))
    yield StepTimer(timer.id, rung.level, due, tuple(person.id for person in told), rung.why, repeats=repeats)
    yield from escalate(rung, told, facts, book)
    if rung.step.reassign and told and told[0].id != facts.lead.owner_id:
        yield AssignOwner(told[0].id, (*rung.why, "This step gives the lead to them"))


def _following(level: int, taken: datetime, ladder: Ladder, facts: Facts) -> datetime | None:
    """When the next step comes: by its own time, or the last one again where the ladder repeats."""
    if level < len(ladder.steps):
        step, before = ladder.steps[level], ladder.steps[level - 1].after if level else timedelta()
        return _add(taken, step.after - before, step, ladder, facts)
    return _add(taken, ladder.repeat_every, ladder.steps[-1], ladder, facts) if ladder.repeat_every else None


def _next_day(now: datetime, ladder: Ladder, facts: Facts) -> datetime:
    """The start of the next working day: who was told again and again today is told once a day from then on."""
    return _opening(closing(now, facts.store), ladder, facts)


def _opening(since: datetime, ladder: Ladder, facts: Facts) -> datetime:
    """The start of a clock: a lead that came outside the shift starts at the next opening (ILM-09)."""
    who = people.could_be(ladder.steps[0].to, facts)
    return next_opening(since, who, facts.store) if ladder.pause_off_shift else since


def _add(start: datetime, span: timedelta, step: LadderStep, ladder: Ladder, facts: Facts) -> datetime:
    """``span`` after ``start``, counted while anyone the step names is at work (ILM-09)."""
    if not ladder.pause_off_shift:
        return start + span
    return staffed_add(start, span, people.could_be(step.to, facts), facts.store)
