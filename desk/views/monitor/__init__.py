"""The monitor: who waits for a person, how long, and how high the ladder has climbed (ILM-02)."""

from __future__ import annotations

from desk.views.monitor.screen import MonitorScreen

__all__ = ["MonitorScreen"]
