"""Today: the day's routine as live lists, the two-minute pile, and "Nothing is stuck" (today.png, today-rep.png)."""

from __future__ import annotations

from desk.views.today.screen import TodayScreen

__all__ = ["TodayScreen"]
