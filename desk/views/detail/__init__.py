"""One lead: the pane beside the board and the wide lead."""

from __future__ import annotations

from desk.views.detail.pane import LeadPane
from desk.views.detail.wide import WideLead

__all__ = ["LeadPane", "WideLead"]
