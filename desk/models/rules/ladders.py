"""Which ladder a timer climbs: the most specific match wins, and says so (ILM-05)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from desk.models.decisions import Why
from desk.models.facts import Facts
from desk.models.hours import DAYS
from desk.models.playbook import Ladder, LadderWhen, Playbook
from desk.models.rules.shifts import is_open
from desk.models.snapshots.said import said
from desk.models.time import local

#: What a ladder may be for, as its reason names it.
_CONDITIONS = (
    said("trigger"), said("flag"), said("program"), said("source_class"), said("source"), said("make"), said("condition"), said("shift"),
)  # fmt: skip


def choose(facts: Facts, book: Playbook, trigger: str, now: datetime) -> tuple[Ladder | None, Why]:
    """The ladder for a trigger at this lead and moment, with the rule's name and why it won; of equals the
    first listed.
    """
    found = fitting(facts, book, trigger, now)
    if not found:
        return None, (f"ladder.{trigger}", "No ladder fits")
    best = max(found, key=lambda ladder: ladder.when.weight)
    conditions = (
        ", ".join(f"{name.replace('_', ' ')} {told}" for name, told in conditions_of(best.when)) or "any lead"
    )
    others = len(found) - 1
    beside = f"; more specific than {others} other{'s' if others > 1 else ''} that fit" if others else ""
    return best, (f"ladder.{best.name}", f"Chosen for {conditions}{beside}")


def fitting(facts: Facts, book: Playbook, trigger: str, now: datetime) -> list[Ladder]:
    """Every ladder for a trigger that this lead and moment answer to, in the playbook's order."""
    return [ladder for ladder in book.ladders if _fits(ladder.when, facts, trigger, now)]


def named(book: Playbook, name: str) -> Ladder | None:
    """The ladder a running timer climbs; None when a later playbook no longer has it."""
    return next((ladder for ladder in book.ladders if ladder.name == name), None)


def conditions_of(when: LadderWhen) -> Iterator[tuple[str, str]]:
    """What a ladder asks for, each as kind and value; several days stand as ``mon/tue``."""
    if when.days:
        yield said("days"), "/".join(when.days)
    for name in _CONDITIONS:
        if told := getattr(when, name):
            yield name, told


def _fits(when: LadderWhen, facts: Facts, trigger: str, now: datetime) -> bool:
    lead, (make, condition) = facts.lead, _vehicle(facts)
    told = {
        "trigger": trigger,
        "source_class": lead.source_class,
        "source": lead.source,
        "make": make,
        "condition": condition,
    }
    plain = all(_same(getattr(when, name), value) for name, value in told.items())
    marked = _marked(when, facts)
    day = DAYS[local(now, facts.store.zone).weekday()]
    return plain and marked and (not when.days or day in when.days) and _in_shift(when.shift, facts, now)


def _marked(when: LadderWhen, facts: Facts) -> bool:
    """A flag stands on the vehicle or the lead; a manufacturer's program also where the inquiry or its source names it."""
    if not when.flag and not when.program:
        return True
    marks, named = _marks(facts), f"{facts.lead.source} {facts.lead.comments}".lower()
    flag, program = when.flag.lower(), when.program.lower()
    return (not flag or flag in marks) and (not program or program in marks or program in named)


def _same(wanted: str, value: str) -> bool:
    return not wanted or wanted.lower() == value.lower()


def _vehicle(facts: Facts) -> tuple[str, str]:
    """Make and condition: of the car in stock, else as the customer asked."""
    first = facts.stock or (facts.wanted[0] if facts.wanted else None)
    return (first.make, first.condition) if first else ("", "")


def _marks(facts: Facts) -> frozenset[str]:
    """Flags and programs: the stock's features, certified, and what a person noted on the lead."""
    stock, needs = facts.stock, facts.lead.needs or {}
    told = [*(stock.features if stock else ()), needs.get("program", ""), needs.get("flag", "")]
    return frozenset(str(mark).lower() for mark in told) | (
        {"certified"} if stock and stock.certified else frozenset()
    )


def _in_shift(shift: str, facts: Facts, now: datetime) -> bool:
    """``open``, ``closed`` (by the store's hours), or a range of local time such as ``17:00-20:00``."""
    if not shift:
        return True
    if shift in ("open", "closed"):
        return is_open(facts.store, now) is (shift == "open")
    begins, ends = (time.fromisoformat(part.strip()) for part in shift.split("-"))
    at = local(now, facts.store.zone).time()
    return begins <= at < ends if begins <= ends else (at >= begins or at < ends)
