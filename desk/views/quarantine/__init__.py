"""Mails and files that could not be read."""

from __future__ import annotations

from desk.views.quarantine.screen import QuarantineScreen

__all__ = ["QuarantineScreen"]
