"""The store's procedure as one list of rules, in the order they are asked.

A rule is ``(facts, playbook, now) -> decisions``: pure, with reasons. The engine asks each in turn, records what is new, and
asks again until all rest. Order matters only for what people read first in the record; the outcome does not depend on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import StrEnum

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


class Part(StrEnum):
    """What of a lead only few rules look at."""

    CLOCKS = "clocks"  # timers and alerts, and the lead's own ``timer_`` columns
    WARMTH = "warmth"  # its temperature within a band, with the reasons
    BOARD = "board"  # its ``next_`` columns: what the board says of it
    WRITTEN = "written"  # messages of the assistant's that wait to leave
    WAY = "way"  # that such a message leaves: from here to its provider, and there


#: A change of a part bears on these rules alone; a test shows each of the others facts without it, or otherwise.
LOOK_AT: Mapping[Part, frozenset[Rule]] = {
    Part.CLOCKS: frozenset((ladder.decide, standing.decide)),
    Part.WARMTH: frozenset((replies.decide, appointments.decide, temperature.decide, hot.decide)),
    Part.BOARD: frozenset(),
    Part.WRITTEN: frozenset(
        (
            first_response.decide,
            similar.decide,
            replies.decide,
            restated.decide,
            approvals.decide,
            cadence.decide,
            stages.decide,
            appointments.decide,
            standing.decide,
        )
    ),
    Part.WAY: frozenset(
        (replies.decide, stages.decide, appointments.decide, temperature.decide, standing.decide)
    ),
}
