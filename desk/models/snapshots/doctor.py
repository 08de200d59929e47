"""What the doctor found."""

from __future__ import annotations

from dataclasses import dataclass

from desk.models.snapshots.said import Said


@dataclass(frozen=True, slots=True)
class DoctorLine:
    """One check of ``desk doctor``: state ok | warn | bad | off, what was seen, and what to do."""

    name: Said
    state: str
    words: Said
    do: Said = ""
