"""A ladder's rule as one says it: whom it is for, by when somebody answers, which other fits too (ILM-05)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from desk.models.snapshots.monitor import LadderRule
from desk.views import formats
from desk.views.text import say, source_class_words, told

_WEEK = "mon/tue/wed/thu/fri"
_WEEKEND = "sat/sun"


def span(value: timedelta) -> str:
    """15 m: its number and unit stay on one line."""
    return formats.span_exact(value.total_seconds()).replace(" ", "\u00a0")


def typed(value: timedelta) -> str:
    """A span as one types it into the playbook, to the second: 15m, 1h30m, 2d."""
    total = round(value.total_seconds())
    parts = (
        (total // 86400, "d"),
        (total % 86400 // 3600, "h"),
        (total % 3600 // 60, "m"),
        (total % 60, "s"),
    )
    return "".join(f"{count}{unit}" for count, unit in parts if count) or "0m"


def headline(rule: LadderRule) -> str:
    """Its name and its target: "Unanswered lead. Target 15 m."."""
    first = rule.steps[0].after
    if not first:
        return say("{name}. Told at once.", name=told(rule.name))
    return say("{name}. Target {span}.", name=told(rule.name), span=span(first))


def whom_for(rule: LadderRule) -> str:
    """ "Leads nobody has answered: 1st party, used, weekdays"."""
    about = {
        "unanswered": say("Leads nobody has answered"),
        "handoff": say("Customers who asked for a person"),
        "overdue": say("Follow-ups that are late"),
        "untouched_claim": say("Leads claimed and not contacted"),
        "no_show": say("Customers who did not come"),
        "complaint": say("Complaints"),
        "technical": say("Messages that could not be sent"),
        "relief": say("Owners who ask to be relieved"),
    }.get(rule.trigger, say("Any lead"))
    conditions = ", ".join(_condition(kind, value) for kind, value in rule.conditions)
    return say("{about}: {conditions}", about=about, conditions=conditions) if conditions else about


def _condition(kind: str, value: str) -> str:
    if kind == "source_class":
        return say("{class_} party", class_=source_class_words(value))
    if kind == "days":
        return _days(value)
    if kind == "shift":
        return _shift(value)
    return say("{program} program", program=value) if kind == "program" else value


def _days(days: str) -> str:
    if days in (_WEEK, _WEEKEND):
        return say("weekdays") if days == _WEEK else say("weekends")
    names = {
        "mon": say("Mon"), "tue": say("Tue"), "wed": say("Wed"), "thu": say("Thu"), "fri": say("Fri"), "sat": say("Sat"), "sun": say("Sun"),
    }  # fmt: skip
    return ", ".join(names.get(day, day) for day in days.split("/"))


def _shift(shift: str) -> str:
    named = {"open": say("while the store is open"), "closed": say("while the store is closed")}
    return named.get(shift) or formats.hours_of(shift)


def beside(others: Sequence[tuple[str, timedelta]]) -> str:
    """Why this one and no other: "“Unanswered lead” (15 m) fits too; the closer rule counts."."""
    if not others:
        return ""
    named = ", ".join(say("“{name}” ({span})", name=told(name), span=span(after)) for name, after in others)
    if len(others) == 1:
        return say("{named} fits too; the closer rule counts.", named=named)
    return say("{named} fit too; the closest rule counts.", named=named)
