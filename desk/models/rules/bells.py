"""The words and doors of the doorbell and of each step of a ladder (ILM-01, ILM-06, ALERT-02, look §8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desk.models.decisions import RaiseAlert, Why
from desk.models.facts import Facts
from desk.models.playbook import Ladder, LadderStep, Playbook
from desk.models.rules import people
from desk.models.rules.alerts import called, raise_for
from desk.models.staff import Staff
from desk.models.task import Timer
from desk.models.time import span_words, to_micros
from desk.models.words import AlertKind, TimerKind

RINGS = {TimerKind.UNANSWERED: AlertKind.DOORBELL, TimerKind.HANDOFF: AlertKind.HANDOFF}
_ANSWER = "Call, text or email; a note does not stop the clock."
_SAYS: dict[str, tuple[str, str]] = {
    TimerKind.UNANSWERED: ("waits for a first answer", _ANSWER),
    TimerKind.HANDOFF: ("wants a person", _ANSWER),
    TimerKind.OVERDUE: ("has a follow-up overdue", "Do the task or move its date"),
    TimerKind.UNTOUCHED_CLAIM: ("was claimed and not contacted", _ANSWER),
    TimerKind.NO_SHOW: ("did not come to the visit", "Call and offer a new time"),
    TimerKind.COMPLAINT: ("has a complaint", "Read it and call"),
    TimerKind.RELIEF: ("needs another owner", "Assign it to somebody who is at work"),
    TimerKind.TECHNICAL: ("may not have got a message", "Look at the message and send it another way"),
}


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder as it is taken: how high, how often, and why."""

    timer: Timer
    ladder: Ladder
    level: int
    repeats: int
    now: datetime

    @property
    def step(self) -> LadderStep:
        return self.ladder.steps[self.level - 1]

    @property
    def height(self) -> str:
        again = f", repeat {self.repeats}" if self.repeats else ""
        return f"Step {self.level} of {len(self.ladder.steps)}{again}"

    @property
    def waited(self) -> str:
        return span_words(self.now - self.timer.started_at)

    @property
    def why(self) -> Why:
        return (f"ladder.{self.ladder.name}", self.height, f"{self.timer.about}; for {self.waited}")


def ring(
    timer_key: str, kind: str, facts: Facts, book: Playbook, now: datetime, why: Why
) -> Iterator[RaiseAlert]:
    """The bell at 0: the owner, or everybody of the group while nobody owns the lead (ILM-01)."""
    new = kind == TimerKind.UNANSWERED
    title = f"New lead: {called(facts)}" if new else f"{called(facts)} {_SAYS[kind][0]}"
    for person in people.to_tell(("owner",) if facts.owner else ("group",), facts, now):
        yield raise_for(
            person,
            facts,
            book,
            now,
            key=bell_key(timer_key),
            kind=RINGS[TimerKind(kind)],
            title=title,
            body=facts.lead.vehicle_title or facts.lead.source_label or facts.lead.source,
            next=_ANSWER,
            why=("doorbell" if new else "handoff", *why),
        )


def bell_key(timer_key: str) -> str:
    """A bell's key without the person; of a hand-off the mark under which the assistant rang already."""
    return timer_key.removesuffix("·clock") if timer_key.endswith("·clock") else f"{timer_key}·bell"


def escalate(rung: Rung, told: tuple[Staff, ...], facts: Facts, book: Playbook) -> Iterator[RaiseAlert]:
    """One alert for each person a step tells; a step taken again after an attempt is a new one."""
    timer, (waits, next_) = rung.timer, _SAYS[rung.timer.kind]
    again = f"·again{to_micros(timer.reset_at)}" if timer.reset_at else ""
    for person in told:
        yield raise_for(
            person,
            facts,
            book,
            rung.now,
            key=f"{timer.key}·{rung.level}.{rung.repeats}{again}",
            kind=AlertKind.ESCALATION,
            level=rung.level,
            title=f"{called(facts)} {waits}",
            body=f"For {rung.waited}. {rung.height}. {_whose(person, facts)}",
            next=next_,
            why=rung.why,
            also=rung.step.via,
        )


def _whose(person: Staff, facts: Facts) -> str:
    if facts.owner is None:
        return "Nobody owns it; anyone can claim."
    return "It is yours." if facts.owner.id == person.id else f"Owner: {facts.owner.name}."
