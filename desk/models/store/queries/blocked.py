"""Why a message waits or did not go, as the gate told it: what it saw, what lifts it, and its rule (COMPLY-05)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desk.models.rules.gate.verdict import remedy


def explained(messages: Iterable[Any], history: Iterable[Any]) -> Mapping[str, str]:
    """The whole reason, by message, of those whose state is the gate's own doing; ``history`` is in its order."""
    told = {line.data.get("number"): line.data for line in history if line.kind == "blocked"}
    known = ((row, told.get(row.number)) for row in messages if row.direction == "out" and row.status_words)
    return {
        row.id: f"{row.status_words} {remedy(data['rule'], data.get('lifts', ''))}"
        for row, data in known
        if data is not None and data["fact"] == row.status_words
    }
