"""The store's procedure as one list of rules, in the order they are asked.

A rule is ``(facts, playbook, now) -> decisions``: pure, with reasons. The engine asks each in turn, records what is new, and
asks again until all rest. Order matters only for what people read first in the record; the outcome does not depend on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from desk.models.decisions import Decision
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import (
    appointments,
    approvals,
    assignment,
    assistant,
    cadence,
    covering,
    first_response,
    holds,
    hot,
    ladder,
    marks,
    replies,
    restated,
    senior,
    similar,
    stages,
    standing,
    tasks,
    temperature,
)  # fmt: skip

Rule = Callable[[Facts, Playbook, datetime], Iterable[Decision]]

RULES: tuple[Rule, ...] = (
    assignment.decide,
    first_response.decide,
    similar.decide,
    replies.decide,
    restated.decide,
    approvals.decide,
    cadence.decide,
    assistant.decide,
    stages.decide,
    holds.decide,
    appointments.decide,
    marks.decide,
    temperature.decide,
    hot.decide,
    senior.decide,
    covering.decide,
    ladder.decide,
    tasks.decide,
    standing.decide,
)
