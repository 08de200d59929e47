"""How each kind of lead is treated by the running playbook: what waits for a person, and how often the assistant writes (AI-18)."""

from __future__ import annotations

from collections.abc import Mapping

from desk.models.playbook import Playbook
from desk.models.snapshots.settings import StrategyView


def strategies(book: Playbook) -> tuple[StrategyView, ...]:
    """One row for each kind of source, in the order of the playbook."""
    approval = book.get("approval")
    return tuple(
        StrategyView(kind, approval.get(kind) == "queue", float(row.get("pace", 1.0)))
        for kind, row in book.get("strategy").items()
        if isinstance(row, Mapping)
    )
