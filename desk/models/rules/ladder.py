"""The doorbell and the ladders: people are told, step by step, until one of them has answered (ILM-01, ILM-04 … ILM-10, AI-23)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from desk.models.decisions import (
    AssignOwner, ClearTimer, Decision, QuietAlerts, RaiseAlert, SetAssistant, StartTimer, StepTimer, Wake, Why,
)  # fmt: skip
from desk.models.facts import Facts
from desk.models.playbook import Ladder, LadderStep, Playbook
from desk.models.rules import ladders, people, timers
from desk.models.rules.alerts import called, raise_for
from desk.models.rules.shifts import next_opening, staffed_add
from desk.models.staff import Staff
from desk.models.task import Timer
from desk.models.time import local, span_words, to_micros
from desk.models.words import AiState, AlertKind, TimerKind

_RING = {TimerKind.UNANSWERED: AlertKind.DOORBELL, TimerKind.HANDOFF: AlertKind.HANDOFF}
_WAITS = {
    TimerKind.UNANSWERED: "waits for a first answer", TimerKind.HANDOFF: "wants a person", TimerKind.OVERDUE: "has a follow-up overdue",
    TimerKind.UNTOUCHED_CLAIM: "was claimed and not contacted", TimerKind.NO_SHOW: "did not come to the visit",
    TimerKind.COMPLAINT: "complains", TimerKind.TECHNICAL: "may not have got a message",
}  # fmt: skip
_NEXT = {
    TimerKind.OVERDUE: "Do the task or move its date", TimerKind.TECHNICAL: "Look at the message and send it another way",
    TimerKind.COMPLAINT: "Read it and call", TimerKind.NO_SHOW: "Call and offer a new time",
}  # fmt: skip


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    for timer in facts.open_timers:
        yield from _run(timer, facts, book, now)
    for cause in timers.causes(facts, book, now):
        yield from _start(cause, facts, book, now)
    yield from _claim_wake(facts, book, now)
    yield from _ring_owner(facts, book, now)


def _start(cause: timers.Cause, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """Start the clock at the next staffed moment, and ring whoever should answer."""
    ladder, why = ladders.choose(facts, book, cause.kind, now)
    if ladder is None:
        return
    who = people.could_be(ladder.steps[0].to, facts)
    started = next_opening(cause.since, who, facts.store) if ladder.pause_off_shift else cause.since
    first = _add(started, ladder.steps[0].after, ladder.steps[0], ladder, facts)
    target = first if cause.kind in _RING else None
    later = (f"Came outside the shift; the clock starts at {_clock(started, facts)}",) if started > cause.since else ()
    yield StartTimer(cause.key, cause.kind, cause.about, ladder.name, started, first, target, (*why, cause.about, *later))
    yield Wake(first)
    if cause.kind in _RING:
        yield from _ring(cause.kind, cause.key, facts, book, now, why)


def _ring(kind: str, key: str, facts: Facts, book: Playbook, now: datetime, why: Why) -> Iterator[RaiseAlert]:
    """The bell at 0: the owner, or everybody of the group while nobody owns the lead (ILM-01)."""
    names = ("owner",) if facts.owner else ("group",)
    title = f"New lead: {called(facts)}" if kind == TimerKind.UNANSWERED else f"{called(facts)} {_WAITS[TimerKind(kind)]}"
    about = facts.lead.vehicle_title or facts.lead.source_label or facts.lead.source
    for person in people.to_tell(names, facts, now):
        yield raise_for(
            person, facts, book, now, key=f"{key}·bell", kind=_RING[TimerKind(kind)], title=title, body=about,
            why=("doorbell" if kind == TimerKind.UNANSWERED else "handoff", *why), next="Call, text or e-mail; a note does not stop the clock",
        )  # fmt: skip


def _ring_owner(facts: Facts, book: Playbook, now: datetime) -> Iterator[RaiseAlert]:
    """A lead that changes hands while its clock runs rings its new owner; who claimed it knows already."""
    if facts.owner is None or facts.lead.claimed_at is not None:
        return
    for timer in facts.open_timers:
        if timer.kind in _RING and f"{timer.key}·bell·{facts.owner.id}" not in facts.done:
            yield from _ring(timer.kind, timer.key, facts, book, now, ("The lead is theirs now",))


def _run(timer: Timer, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    proof, over = timers.proof(timer, facts), timers.ended(facts)
    if proof is not None:
        yield from _stop(timer, facts, proof[0], proof[1], by="a person")
    elif over:
        yield from _stop(timer, facts, now, over, by="")
    elif (ladder := ladders.named(book, timer.ladder)) is not None:
        yield from _climb(timer, ladder, facts, book, now)


def _stop(timer: Timer, facts: Facts, at: datetime, proof: str, by: str) -> Iterator[Decision]:
    why = (f"ladder.{timer.ladder}", f"Stopped by {proof}")
    yield ClearTimer(timer.id, at, proof, why, by=by)
    others = {t.kind for t in facts.open_timers if t.id != timer.id}
    kinds = [_RING[TimerKind(timer.kind)]] if timer.kind in _RING else []
    yield QuietAlerts((*kinds, *(() if others else (AlertKind.ESCALATION,))), f"Stopped by {proof}")
    if timer.kind == TimerKind.HANDOFF and facts.lead.ai_state == AiState.HANDED_OFF and by:
        back = facts.lead.ai_returns_to or AiState.ON
        yield SetAssistant(to=back, why=("handoff.answered", f"A person answered: {proof}"))


def _climb(timer: Timer, ladder: Ladder, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    if facts.lead.hold_kind:
        if timer.next_at is not None:
            yield StepTimer(timer.id, timer.level, None, (), (f"ladder.{ladder.name}", "Rests while the lead is on hold"), repeats=timer.repeats)
        return
    if (tried := timers.attempt(timer, facts)) is not None:
        yield from _again(timer, ladder, tried, facts, book)
    elif timer.next_at is None:
        yield from _rearm(timer, ladder, facts, now)
    elif timer.next_at > now:
        yield Wake(timer.next_at)
    else:
        yield from _step(timer, ladder, facts, book, now)


def _again(timer: Timer, ladder: Ladder, tried: datetime, facts: Facts, book: Playbook) -> Iterator[Decision]:
    """An attempt is shown and counted; it starts the ladder over, once, and does not stop it."""
    rest = book.span("escalation.after_attempt")
    due = _add(tried, rest, ladder.steps[0], ladder, facts)
    why = (f"ladder.{ladder.name}", f"An attempt without an answer: back to the start, next in {span_words(rest)}")
    yield StepTimer(timer.id, 0, due, (), why, reset=True)
    yield Wake(due)


def _rearm(timer: Timer, ladder: Ladder, facts: Facts, now: datetime) -> Iterator[Decision]:
    """After a hold the present step gets its whole time again."""
    due = _following(timer.level, now, ladder, facts)
    if due is not None:
        yield StepTimer(timer.id, timer.level, due, (), (f"ladder.{ladder.name}", "The hold has ended"), repeats=timer.repeats)
        yield Wake(due)


def _step(timer: Timer, ladder: Ladder, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """Take the step that is due: tell its people, and say when the next one comes."""
    assert timer.next_at is not None
    repeats = timer.repeats + (timer.level >= len(ladder.steps))
    level = min(timer.level + 1, len(ladder.steps))
    step = ladder.steps[level - 1]
    told = people.to_tell(step.to, facts, now)
    due = _following(level, timer.next_at if not repeats else now, ladder, facts)
    why = _why(timer, ladder, level, repeats, now)
    yield StepTimer(timer.id, level, due, tuple(p.id for p in told), why, repeats=repeats)
    for person in told:
        yield _escalation(person, timer, ladder, level, repeats, facts, book, now, why)
    if step.reassign and told and told[0].id != facts.lead.owner_id:
        yield AssignOwner(told[0].id, (*why, "The step gives the lead to them"))
    if due is not None:
        yield Wake(due)


def _why(timer: Timer, ladder: Ladder, level: int, repeats: int, now: datetime) -> Why:
    waited = f"{timer.about}; since {span_words(now - timer.started_at)}"
    return (f"ladder.{ladder.name}", f"Step {level} of {len(ladder.steps)}" + (f", repeat {repeats}" if repeats else ""), waited)


def _escalation(
    person: Staff, timer: Timer, ladder: Ladder, level: int, repeats: int, facts: Facts, book: Playbook, now: datetime, why: Why
) -> RaiseAlert:
    again = f"·again{to_micros(timer.reset_at)}" if timer.reset_at else ""
    owner = facts.owner
    whose = f"Owner: {owner.name}." if owner and owner.id != person.id else "It is yours." if owner else "Nobody owns it; anyone can claim."
    over = span_words(now - timer.started_at)
    return raise_for(
        person, facts, book, now, key=f"{timer.key}·{level}.{repeats}{again}", kind=AlertKind.ESCALATION, level=level, why=why,
        title=f"{called(facts)} {_WAITS[TimerKind(timer.kind)]}", body=f"Since {over}. Step {level} of {len(ladder.steps)}. {whose}",
        next=_NEXT.get(TimerKind(timer.kind), "Call, text or e-mail; a note does not stop the clock"),
    )  # fmt: skip


def _following(level: int, taken: datetime, ladder: Ladder, facts: Facts) -> datetime | None:
    """When the step after ``level`` comes: by its own time, or the last one again where the ladder repeats."""
    if level < len(ladder.steps):
        before = ladder.steps[level - 1].after if level else timedelta()
        return _add(taken, ladder.steps[level].after - before, ladder.steps[level], ladder, facts)
    return _add(taken, ladder.repeat_every, ladder.steps[-1], ladder, facts) if ladder.repeat_every else None


def _add(start: datetime, span: timedelta, step: LadderStep, ladder: Ladder, facts: Facts) -> datetime:
    """``span`` after ``start``, counted while anyone the step names is at work (ILM-09)."""
    return staffed_add(start, span, people.could_be(step.to, facts), facts.store) if ladder.pause_off_shift else start + span


def _claim_wake(facts: Facts, book: Playbook, now: datetime) -> Iterator[Wake]:
    if facts.lead.claimed_at is not None and facts.lead.answered_at is None:
        due = timers.claim_due(facts, book, facts.lead.claimed_at)
        if due > now:
            yield Wake(due)


def _clock(moment: datetime, facts: Facts) -> str:
    return f"{local(moment, facts.store.zone):%a %H:%M}"
