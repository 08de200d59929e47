"""One line of a connection test, as a person reads it."""

from __future__ import annotations

from dataclasses import dataclass

from desk.models.snapshots.said import Said


@dataclass(frozen=True, slots=True)
class ProbeStep:
    """One line of a connection test: what was tried, whether it worked, and what to do if not."""

    name: Said
    ok: bool
    detail: Said
    do: Said = ""
