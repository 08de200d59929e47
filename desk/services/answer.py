"""What a rule last said of a lead, as far as it matters to whether it must be asked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.models.facts import Facts


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule was asked about, and when it wants to be asked again."""

    facts: Facts
    at: datetime
    wakes: tuple[datetime, ...]
    restless: bool

    def is_stale(self, facts: Facts, now: datetime) -> bool:
        """Whether the rule may say something else by now."""
        later = now > self.at and (self.restless or any(wake <= now for wake in self.wakes))
        return later or self.facts is not facts
