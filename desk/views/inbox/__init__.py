"""The inbox: everything that waits for a person, in one list (inbox.png)."""

from __future__ import annotations

from desk.views.inbox.screen import InboxScreen

__all__ = ["InboxScreen"]
