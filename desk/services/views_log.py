"""Who looked at whose data, gathered where it is read and written down a few seconds later, off every thread that a person waits
for (R22).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from desk.models.commands import NoteViews, Viewed

Key = tuple[str, str, str]


class ViewsLog:
    """``saw`` may be called from any thread and only remembers; ``write`` puts what is new into the record.

    One line for each person, thing and ``every``: whoever flicks through the board, or keeps a lead open all morning while it
    changes, leaves one line and not hundreds.
    """

    def __init__(
        self, run: Callable[[NoteViews], Any], now: Callable[[], datetime], every: Callable[[], timedelta]
    ) -> None:
        self._run, self._now, self._every = run, now, every
        self._last: dict[Key, datetime] = {}
        self._waiting: list[Viewed] = []
        self._lock = threading.Lock()

    def saw(self, staff_id: str, what: str, lead_id: str = "") -> None:
        key, now = (staff_id, what, lead_id), self._now()
        with self._lock:
            before = self._last.get(key)
            if before is None or now - before >= self._every():
                self._last[key] = now
                self._waiting.append(Viewed(staff_id, what, lead_id, now))

    def write(self) -> None:
        """In one transaction; what could not be written is tried again with the next call. Raises DeskError then."""
        with self._lock:
            views, self._waiting = self._waiting, []
            self._forget_old()
        if not views:
            return
        try:
            self._run(NoteViews(views=tuple(views)))
        except Exception:
            with self._lock:
                self._waiting = views + self._waiting
            raise

    def _forget_old(self) -> None:
        since = self._now() - self._every()
        self._last = {key: at for key, at in self._last.items() if at > since}
