"""What a rule last said of a lead, as far as it matters to whether it must be asked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """When a rule was asked and moved nothing, when it wants to be asked again, and when it need be once somebody looks.

    What it is shown meanwhile makes it stale as well (``LeadFile.stale``).
    """

    at: datetime
    wakes: tuple[datetime, ...]
    due: datetime | None

    @classmethod
    def of(cls, at: datetime, wakes: tuple[datetime, ...], again: tuple[datetime, ...]) -> Answer:
        """``wakes`` are the moments the clock looks for, ``again`` those at which it need only be asked if somebody looks."""
        return cls(at, wakes, min((*wakes, *again), default=None))

    def is_over(self, now: datetime) -> bool:
        """Whether the rule may say something else by now, though it is shown nothing new."""
        return self.due is not None and self.due <= now and self.at < now
