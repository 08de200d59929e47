"""What follows from a hot lead: a person looks, senior sales and the manager are told, the vehicle is made ready (TEMP-03,
TEMP-04, ILM-08).

A band acts once per crossing. It acts again only when it was left, and is entered again, by the playbook's hysteresis; the
crossings are counted in the keys of what was done, so nothing else has to be remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.models.decisions import CloseTask, Decision, MakeTask, SetLead
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.alerts import called
from desk.models.rules.raised import MANAGERS, SENIOR_SALES, escalated
from desk.models.rules.shifts import staffed_add
from desk.models.rules.slots import LIVE
from desk.models.words import AiState, Stage

_REVIEW, PREPARE = "hot_review", "prepare_vehicle"
_ENDED = (AiState.OPTED_OUT, AiState.BACKED_OFF)


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    if not Stage(facts.lead.stage).is_open or facts.lead.is_history or facts.lead.ai_state in _ENDED:
        return
    yield from _reviewed(facts)
    yield from _hot(facts, book, now)
    yield from _very_hot(facts, book, now)


def _hot(facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    crossing = _crossing(facts, book, "hot", book.number("temperature.hot"))
    if isinstance(crossing, SetLead):
        yield crossing
    if not isinstance(crossing, str):
        return
    score, name = facts.lead.temperature, called(facts)
    why = ("temperature.hot", f"{score} points")
    yield SetLead({}, key=crossing)
    yield from escalated(
        facts, book, now, key=f"{crossing}·told", ladder="Hot lead", to=SENIOR_SALES, title=f"{name} is a hot lead", why=why,
        about=f"Temperature {score}", next="Agree with the owner who calls, and offer a visit within the day",
    )  # fmt: skip
    yield MakeTask(
        key=f"{crossing}·review", kind=_REVIEW, title=f"Review this hot lead: {name}", why=why, recommended=_reasons(facts),
        due=staffed_add(now, book.span("temperature.review_within"), (), facts.store),
    )  # fmt: skip
    if (
        facts.lead.vehicle_title
        and not any(task.kind == PREPARE for task in facts.open_tasks)
        and not _visit(facts)
    ):
        yield MakeTask(
            key=f"{crossing}·vehicle", kind=PREPARE, title=f"Make the {facts.lead.vehicle_title} ready to show", why=why,
            recommended="Check that it is there, clean it and put it in front; a hot lead may come today.",
        )  # fmt: skip


def _very_hot(facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    crossing = _crossing(facts, book, "very_hot", book.number("temperature.alert_above") + 1)
    if isinstance(crossing, SetLead):
        yield crossing
    if not isinstance(crossing, str):
        return
    score = facts.lead.temperature
    yield SetLead({}, key=crossing)
    yield from escalated(
        facts, book, now, key=f"{crossing}·told", ladder="Temperature above the manager's mark", to=MANAGERS,
        title=f"{called(facts)} is extremely interested", about=f"Temperature {score}", next="See that a person calls now",
        why=("temperature.alert_above", f"{score} points"),
    )  # fmt: skip


def _crossing(facts: Facts, book: Playbook, name: str, edge: float) -> str | SetLead | None:
    """The key of a new crossing upwards, the note that the band was left, or None where nothing changed."""
    mark, score, margin = (
        f"{facts.lead.id}·{name}·",
        facts.lead.temperature,
        book.number("temperature.hysteresis"),
    )
    entered = _count(facts, f"{mark}in·")
    left = _count(facts, f"{mark}out·")
    if entered > left:
        return SetLead({}, key=f"{mark}out·{entered}") if score <= edge - margin else None
    again = edge + margin if entered else edge
    return f"{mark}in·{entered + 1}" if score >= again else None


def _count(facts: Facts, prefix: str) -> int:
    """How many crossings were noted: their keys are numbered from 1."""
    count = 0
    while f"{prefix}{count + 1}" in facts.done:
        count += 1
    return count


def _reviewed(facts: Facts) -> Iterator[Decision]:
    """A person who was in touch has looked at it."""
    reviews = [task for task in facts.open_tasks if task.kind == _REVIEW]
    if not reviews:
        return
    latest = max((at for at, _proof in facts.contacts_by_people()), default=None)
    for task in reviews:
        if latest is not None and latest >= task.made_at:
            yield CloseTask(task.id, "A person was in touch", ("temperature.hot", "A person was in touch"))


def _visit(facts: Facts) -> bool:
    return any(visit.status in LIVE for visit in facts.appointments)


def _reasons(facts: Facts) -> str:
    told = "\n".join(f"{words} ({points:+d})" for words, points in facts.lead.temperature_reasons)
    return f"Why it is hot:\n{told}\nCall, and offer a visit within 24 hours."
