"""What the doctor found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DoctorLine:
    """One check of ``desk doctor``: state ok | warn | bad | off, what was seen, and what to do."""

    name: str
    state: str
    words: str
    do: str = ""
