"""The notification centre."""

from __future__ import annotations

from desk.views.alerts.center import AlertCenter

__all__ = ["AlertCenter"]
