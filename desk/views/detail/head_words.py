"""Words of the lead's head that the pane and the wide lead share."""

from __future__ import annotations

from desk.models.snapshots.lead import LeadView
from desk.views.text import told


def vehicle_line(view: LeadView) -> str:
    """2023 Toyota Highlander XLE · U3401 · In stock ..., row B4."""
    first = view.vehicles[0] if view.vehicles else None
    status = first.status_words if first is not None else ""
    return " · ".join(part for part in (view.card.vehicle, view.card.stock, status) if part)


def is_under_cover(view: LeadView) -> bool:
    """Whether the store's own policy, the first row, covers the owner."""
    return bool(view.coverage_rows) and view.coverage_rows[0][0] == "shield-check"


def coverage_line(view: LeadView) -> str:
    """Marcus O. until Oct 21, 8:58 AM; why not, where the owner is not covered."""
    if not view.coverage_rows:
        return view.coverage_words
    words = told(view.coverage_rows[0][2])
    return f"{short_name(view.card.owner_name)} {words}" if is_under_cover(view) else words


def short_name(name: str) -> str:
    """Marcus O. from Marcus Oyelaran."""
    first, _, last = name.partition(" ")
    return f"{first} {last[0]}." if last else first
