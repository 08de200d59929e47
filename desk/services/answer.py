"""What a rule last said of a lead, as far as it matters to whether it must be asked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

#: How often what a rule looks at has changed.
Turn = int


@dataclass(frozen=True, slots=True)
class Answer:
    """At which turn of a file a rule was asked, when it wants to be asked again, and when it need be once somebody looks."""

    turn: Turn
    at: datetime
    wakes: tuple[datetime, ...]
    again: tuple[datetime, ...]

    def is_stale(self, turn: Turn, now: datetime) -> bool:
        """Whether the rule may say something else by now."""
        return self.turn != turn or (now > self.at and any(at <= now for at in (*self.wakes, *self.again)))
