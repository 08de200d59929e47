"""The night's test customers: once a day, at the playbook's hour or as soon after it as this computer is on (AI-26)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from desk.models.commands import Command, RecordShop
from desk.models.facts import StoreFacts
from desk.models.playbook import Playbook
from desk.models.time import Clock, as_utc, local

if TYPE_CHECKING:
    from desk.services.mystery import Grade

_REST_S = 0.25  # between two of them: a window that is open meanwhile stays smooth


class _ClosingError(Exception):
    """The desk is being closed while the test customers write."""


class NightShop:
    """Asked now and then whether a grade is due; ``stop`` ends a round that is under way."""

    def __init__(
        self, clock: Clock, facts: Callable[[], StoreFacts], book: Callable[[], Playbook], call: Callable[[Command], Any], *,
        traps: Sequence[str] = (), rest_s: float = _REST_S,
    ) -> None:  # fmt: skip
        self._clock, self._facts, self._book, self._call = clock, facts, book, call
        self._traps, self._rest_s, self._stopping = traps, rest_s, threading.Event()

    def look(self) -> bool:
        """Run the test customers where their hour has passed since the last grade; answers whether it did."""
        if not self._is_due():
            return False
        from desk.services.mystery import shop  # the rehearsal, which nothing else of a running desk needs

        try:
            self._call(as_command(shop(self._book(), self._traps, self._rest)))
        except _ClosingError:
            return False
        return True

    def stop(self) -> None:
        self._stopping.set()

    def _rest(self) -> None:
        if self._stopping.wait(self._rest_s):
            raise _ClosingError

    def _is_due(self) -> bool:
        facts, now = self._facts(), self._clock.now()
        at = time.fromisoformat(self._book().words("mystery.at"))
        today = local(now, facts.zone)
        due = as_utc(datetime.combine(today.date(), at, tzinfo=today.tzinfo))
        told = facts.settings["mystery.last"].get("at", "")
        return due <= now and (not told or as_utc(datetime.fromisoformat(told)) < due)


def as_command(grade: Grade) -> RecordShop:
    """The grade as it is recorded."""
    return RecordShop(
        held=grade.held, total=len(grade.shopped), failures=tuple(asdict(one) for one in grade.failures)
    )
