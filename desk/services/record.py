"""The one writer: turns decisions into rows and lines of the record (``recorders``). Nothing else changes a lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desk.models import decisions as d
from desk.models.person import Customer
from desk.services.leadfile import LeadFile

Recorder = Callable[[LeadFile, Any], bool]
_RECORDERS: dict[type, Recorder] = {}


def records(kind: type) -> Callable[[Recorder], Recorder]:
    def keep(recorder: Recorder) -> Recorder:
        _RECORDERS[kind] = recorder
        return recorder

    return keep


def record(file: LeadFile, decision: d.Decision) -> bool:
    """Write one decision; False when it is already so (deciding twice changes nothing)."""
    key = getattr(decision, "key", "")
    if key and key in file.done:
        return False
    moved = _RECORDERS[type(decision)](file, decision)
    if moved:
        file.changed()
    return moved


def remember(file: LeadFile, key: str) -> None:
    """Keep the key of a decision that leaves no row of its own."""
    if not key:
        return
    file.work.mark(file.lead.id, key)
    file.remember(key)


def nameless(customer: Customer, words: str) -> str:
    """Words with the customer's name taken out, as the record holds them."""
    return words.replace(customer.full, "the customer") if customer.full else words
