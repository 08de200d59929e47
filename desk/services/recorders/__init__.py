"""Who writes each kind of decision; imported once, so that ``record`` finds them all."""

from __future__ import annotations

from desk.services.recorders import clocks, knowledge, lead, messages, tasks, visits

__all__ = ["clocks", "knowledge", "lead", "messages", "tasks", "visits"]
