"""One line of a connection test, as a person reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProbeStep:
    """One line of a connection test: what was tried, whether it worked, and what to do if not."""

    name: str
    ok: bool
    detail: str
    do: str = ""
