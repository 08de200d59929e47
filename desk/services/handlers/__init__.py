"""Handlers, one module per area of work; importing them registers each command's one handler."""

from __future__ import annotations

from desk.services.handlers import (
    alerts,
    clearing,
    duplicates,
    exports,
    house,
    inbound,
    intake,
    knowledge,
    language,
    leads,
    many,
    numbers,
    playbook,
    sales,
    saved_views,
    sending,
    training,
    turns,
    undo,
    visits,
)

__all__ = [
    "alerts",
    "clearing",
    "duplicates",
    "exports",
    "house",
    "inbound",
    "intake",
    "knowledge",
    "language",
    "leads",
    "many",
    "numbers",
    "playbook",
    "sales",
    "saved_views",
    "sending",
    "training",
    "turns",
    "undo",
    "visits",
]
