"""The palette: one box over the window that finds leads, vehicles, commands and settings as one types."""

from __future__ import annotations
