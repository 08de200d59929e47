"""The one writer: turns decisions into rows and lines of the record (``recorders``). Nothing else changes a lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desk.models import decisions as d
from desk.models.person import Customer
from desk.models.rules.procedure import Part
from desk.services.leadfile import LeadFile

Recorder = Callable[[LeadFile, Any], bool]
_RECORDERS: dict[type, Recorder] = {}
_PARTS = {
    d.StepTimer: Part.CLOCKS,
    d.RaiseAlert: Part.CLOCKS,
    d.QuietAlerts: Part.CLOCKS,
    d.SetTemperature: Part.WARMTH,
    d.QueueMessage: Part.WRITTEN,
}
_ON_THE_BOARD = frozenset({"next_text", "next_icon", "next_due"})


def records(kind: type) -> Callable[[Recorder], Recorder]:
    """The recorder of one kind of decision: it writes the decision, and answers False where all was so already."""

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
        file.changed(_part(decision))
    return moved


def _part(decision: d.Decision) -> Part | None:
    """What of the lead a decision bears on, where that is a part that few rules look at."""
    if isinstance(decision, d.SetLead):
        return Part.BOARD if decision.values.keys() <= _ON_THE_BOARD else None
    return _PARTS.get(type(decision))


def remember(file: LeadFile, key: str) -> None:
    """Keep the key of a decision that leaves no row of its own."""
    if not key:
        return
    file.work.mark(file.lead.id, key)
    file.remember(key)


def nameless(customer: Customer, words: str) -> str:
    """Words with the customer's name taken out, as the record holds them."""
    return words.replace(customer.full, "the customer") if customer.full else words
