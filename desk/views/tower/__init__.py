"""The tower: who is covered on the person standing here (tower.png)."""

from __future__ import annotations

from desk.views.tower.screen import TowerScreen

__all__ = ["TowerScreen"]
