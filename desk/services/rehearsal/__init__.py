"""Rehearsal: the same engine over a store in memory, a turned clock and recording channels (DESK-09)."""

from __future__ import annotations

from desk.services.rehearsal.run import Rehearsal, rehearse
from desk.services.rehearsal.scenario import Scenario, load_scenario

__all__ = ["Rehearsal", "Scenario", "load_scenario", "rehearse"]
