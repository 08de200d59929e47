"""Duplicates that are in the store already: found a few leads at a time, so that nobody waits for it (LEAD-11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from desk.models.commands import Command, FindDuplicates
from desk.models.playbook import Playbook
from desk.models.time import Clock

_AT_ONCE = 20  # leads of one transaction: a fraction of what a person would notice


class PairSearch:
    """Goes over all open leads, rests for the playbook's time, and begins again."""

    def __init__(self, clock: Clock, book: Callable[[], Playbook], run: Callable[[Command], Any]) -> None:
        self._clock, self._book, self._run = clock, book, run
        self._after = ""
        self._rests_until: datetime | None = None

    def look(self) -> None:
        """Compare the next leads with the store; called now and then, never twice at once."""
        now = self._clock.now()
        if self._rests_until is not None and now < self._rests_until:
            return
        self._after = self._run(FindDuplicates(after=self._after, limit=_AT_ONCE))
        self._rests_until = None if self._after else now + self._book().span("duplicates.search_every")
