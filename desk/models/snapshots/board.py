"""Rows of the board: the first look needs them, so they stand apart from all others (a frozen class costs about a millisecond to make)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.models.snapshots.said import Said


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
    proof: Said = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class CardView:
    """A lead's card on the board (design look.md, section 3)."""

    id: str
    stage: str
    status: Said
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
    next_text: Said
    next_icon: str
    next_due: datetime | None
    hold_until: datetime | None = None
    hold_reason: Said = ""
    coverage_days: int | None = None
    reengage_day: int | None = None
    outcome: Said = ""
    unread: int = 0
    sort_key: str = ""
    closed_at: datetime | None = None
    lost_reason: Said = ""


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


NO_TIMER = TimerView()
