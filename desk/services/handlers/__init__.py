"""Handlers, one module per area of work; importing them registers each command's one handler."""

from __future__ import annotations

from desk.services.handlers import (
    alerts,
    clearing,
    exports,
    house,
    inbound,
    intake,
    leads,
    language,
    numbers,
    playbook,
    sales,
    sending,
    training,
    turns,
    undo,
    visits,
)

__all__ = [
    "alerts",
    "clearing",
    "house",
    "exports",
    "inbound",
    "intake",
    "leads",
    "numbers",
    "language",
    "playbook",
    "sales",
    "sending",
    "training",
    "turns",
    "undo",
    "visits",
]
