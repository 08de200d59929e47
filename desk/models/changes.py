"""What one commit changed: which leads, which kinds, whose act. Views re-read only what they show."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

#: Kinds of events that a person's act leaves and that undo knows how to take back (FLOW-11).
UNDOABLE = (
    "stage",
    "owner",
    "hold",
    "message",
    "task_done",
    "credit",
    "merged",
    "ai",
    "estimate",
    "appointment",
    "edit",
)


@dataclass(frozen=True, slots=True)
class Happened:
    """One recorded event, as the rehearsal prints it: ``kind`` and fields of spec commands, with its reasons."""

    at: datetime
    kind: str
    lead_id: str | None
    data: dict[str, Any]
    why: tuple[str, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """Sent once per commit. ``kinds``: leads, messages, alerts, staff, settings, stock, quarantine, tasks, health."""

    leads: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    act: str = ""
    by: str = ""
    happened: tuple[Happened, ...] = field(default_factory=tuple)
    new_alerts: tuple[str, ...] = field(default_factory=tuple)
    outbox: bool = False
    txn: str = ""
