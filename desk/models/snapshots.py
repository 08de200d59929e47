"""Rows for screens: frozen values that cross from a reader to the window. Views know these and nothing below.

All moments are aware UTC; a view shows them in ``zone`` of the shell snapshot. Kinds and states are the plain
words of ``desk.models.words`` (for example stage ``appointment_set``, assistant state ``handed_off``).

The board's rows are made here, since the first paint needs them; all others come from ``snapshots_more`` when first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desk.models.snapshots_more import (
        AlertView,
        AssistantView,
        AuditLine,
        ChannelHealth,
        ConsentTile,
        DoctorLine,
        FoundRow,
        LeadView,
        NextSend,
        PersonView,
        QuarantineView,
        ShellView,
        TaskView,
        TimelineItem,
        VehicleView,
    )

__all__ = [
    "AlertView",
    "AssistantView",
    "AuditLine",
    "BoardView",
    "CardView",
    "ChannelHealth",
    "ColumnView",
    "ConsentTile",
    "DoctorLine",
    "FoundRow",
    "LeadView",
    "NextSend",
    "PersonView",
    "QuarantineView",
    "ShellView",
    "TaskView",
    "TimelineItem",
    "TimerView",
    "VehicleView",
]


@dataclass(frozen=True, slots=True)
class TimerView:
    """A response timer. ``kind`` is none | running | waiting | answered.

    ``running`` counts down from ``started`` to ``target`` and then up; ``waiting`` starts at ``started`` (the next
    opening, ILM-09); ``answered`` took ``took_s`` seconds and names its ``proof`` (ILM-10).
    """

    kind: str = "none"
    started: datetime | None = None
    target: datetime | None = None
    took_s: int | None = None
    proof: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class CardView:
    """A lead's card on the board (design look.md, section 3)."""

    id: str
    stage: str
    status: str
    name: str
    vehicle: str
    stock: str
    source: str
    source_kind: str
    source_class: str
    temperature: int
    band: str
    ai_state: str
    owner_id: str
    owner_name: str
    owner_initials: str
    timer: TimerView
    next_text: str
    next_icon: str
    next_due: datetime | None
    hold_until: datetime | None = None
    hold_reason: str = ""
    coverage_days: int | None = None
    reengage_day: int | None = None
    outcome: str = ""
    unread: int = 0
    sort_key: str = ""
    closed_at: datetime | None = None
    lost_reason: str = ""


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One page of a stage's cards with the counts from SQL: all, overdue, and active."""

    stage: str
    count: int
    over: int
    cards: tuple[CardView, ...]
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class BoardView:
    """The board's first page: seven columns in stage order. ``zone`` is told by the first look, before the shell is read."""

    columns: tuple[ColumnView, ...]
    active: int
    unassigned: int
    zone: str = ""


def __getattr__(name: str) -> Any:
    """A row of a later screen. An import asks for ``__path__`` as well, which is not one."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from desk.models import snapshots_more

    return getattr(snapshots_more, name)
