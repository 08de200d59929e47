"""What a rule last said of a lead, as far as it matters to whether it must be asked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

#: How often what a rule looks at has changed.
Turn = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """At which turn of a file a rule was asked, and when it wants to be asked again."""

    turn: Turn
    at: datetime
    wakes: tuple[datetime, ...]
    restless: bool

    def is_stale(self, turn: Turn, now: datetime) -> bool:
        """Whether the rule may say something else by now."""
        later = now > self.at and (self.restless or any(wake <= now for wake in self.wakes))
        return later or self.turn != turn
