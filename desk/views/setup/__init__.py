"""Setting a store up, step by step, and the welcome before it."""

from __future__ import annotations

from desk.views.setup.screen import SetupScreen
from desk.views.setup.welcome import Welcome

__all__ = ["SetupScreen", "Welcome"]
