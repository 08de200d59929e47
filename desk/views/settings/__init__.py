"""Settings: ten sections at the left, what is set at the right (settings.png)."""

from __future__ import annotations

from desk.views.settings.screen import SettingsScreen

__all__ = ["SettingsScreen"]
