"""The heartbeat: asks what is due. It remembers no timers, so sleep, clock changes and restarts need no special case (DESK-02)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

from desk.models.commands import Command, Tick
from desk.models.store import due
from desk.models.store.engine import Store
from desk.models.time import Clock
from desk.services.eyes import Eyes

log = logging.getLogger("desk.heartbeat")
_SLEPT = timedelta(seconds=90)
_AT_ONCE = 5  # leads in one transaction: a person's command waits for no more


class Breathing(Protocol):
    """What lies between one piece of work and the next."""

    def begin(self) -> None: ...

    def rest(self) -> None: ...


class Heartbeat:
    """One beat asks one indexed question; only when something is due does it give the writer a ``Tick``."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        eyes: Eyes,
        run: Callable[[Command], Any],
        woke: Callable[[timedelta], None],
        beat_ran: Callable[[], None],
        breath: Breathing | None = None,
    ) -> None:
        self._store, self._clock, self._eyes, self._run = store, clock, eyes, run
        self._woke, self._beat_ran, self._breath = woke, beat_ran, breath
        self._last: datetime | None = None

    def beat(self) -> None:
        """Called by the scheduler every second or two, never twice at once."""
        try:
            self._notice_gap()
            self._decide_due()
            self._beat_ran()
        except Exception:
            log.exception("a heartbeat failed; the next one tries again")

    def _notice_gap(self) -> None:
        """After a sleep nothing counts as read: an unseen STOP may be waiting (R24)."""
        now = self._clock.now()
        gap = now - self._last if self._last else timedelta()
        self._last = now
        if abs(gap) > _SLEPT:
            self._eyes.shut(now)
            self._woke(gap)

    def _decide_due(self) -> None:
        while self._anything_due():
            if self._breath:
                self._breath.begin()
            if not self._run(Tick(limit=_AT_ONCE)):
                return
            if self._breath:
                self._breath.rest()

    def _anything_due(self) -> bool:
        moment = due.next_decision(self._store)
        return moment is not None and moment <= self._clock.now()
