"""Tasks for people: overdue is said once, and the clock wakes for the next one that falls due (FLOW-10)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desk.models.decisions import Decision, MarkOverdue, Wake
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.time import span_words


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    grace = book.span("task.grace")
    for task in facts.open_tasks:
        if task.due_at is None or task.overdue_at is not None:
            continue
        if task.due_at + grace <= now:
            yield MarkOverdue(
                task.id, ("task.overdue", f"{task.title}: due {span_words(now - task.due_at)} ago")
            )
        else:
            yield Wake(task.due_at + grace)
