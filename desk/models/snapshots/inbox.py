"""Rows of the inbox: groups with what waits for a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from desk.models.snapshots.board import NO_TIMER, TimerView
from desk.models.snapshots.said import Said


@dataclass(frozen=True, slots=True)
class InboxItem:
    """One thing that waits for a person. ``key`` names it for good (``opt_out:ID``), so that it can be cleared or put off.

    Its right edge is its ``timer`` or its moment ``at``, never both; ``at_words`` stand before the moment.
    """

    key: str
    group: str
    name: Said
    words: Said
    lead_id: str = ""
    at: datetime | None = None
    at_words: Said = ""
    timer: TimerView = NO_TIMER
    message_id: str = ""
    quarantine_id: str = ""
    temperature: int | None = None


@dataclass(frozen=True, slots=True)
class InboxGroup:
    """``key``: approval | handoff | unread | quarantine | uncertain | knowledge | duplicate | flag.

    ``count`` may exceed the items."""

    key: str
    items: tuple[InboxItem, ...]
    count: int


@dataclass(frozen=True, slots=True)
class InboxView:
    """The groups in their fixed order; an empty one is not among them."""

    groups: tuple[InboxGroup, ...]

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


@dataclass(frozen=True, slots=True)
class QuarantineView:
    """A mail or file that could not be read, kept whole; its answer clock runs since it came (LEAD-02)."""

    id: str
    received: datetime
    sender: str
    to: str
    subject: str
    source: str
    reason: Said
    text: str
    size: int
    guesses: tuple[tuple[str, str], ...] = ()
    state: str = "open"
    timer: TimerView = field(default_factory=TimerView)
