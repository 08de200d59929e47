"""Giving way: whoever waits for this core, above all the window, runs between two small pieces of an engine's work.

A woken thread is often put behind another one on the same core, though the next core is free, and would wait there until that one's
turn ends, some milliseconds. An engine at work on a Monday's leads gives way many times in such a turn, so that the window is as
quick then as at rest (issue 3).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from time import monotonic, sleep  # noqa: TID251  a sleep of no length, where the system has no other way

from desk.models.quiet import WHILE_PAINTING

#: On a computer that is busy with other things each time may cost a turn of theirs, so it is no more often than this.
_EVERY_S = 0.0002


def _let_others_run() -> None:
    """The system's own call for it; where it has none (Windows), a sleep of no length does the same."""
    if hasattr(os, "sched_yield"):
        os.sched_yield()
    else:
        sleep(0)


class Courtesy:
    """Gives way, and remembers when it last did. Any thread may call it; what two of them do to its memory harms nobody.

    ``seconds`` counts the seconds that pass, ``give`` lets the others run.
    """

    def __init__(
        self, seconds: Callable[[], float] = monotonic, give: Callable[[], None] = _let_others_run
    ) -> None:
        self._seconds, self._give, self._last = seconds, give, 0.0

    def __call__(self, *_told: object) -> None:
        """Let whoever waits for this core run; a microsecond when nobody does. Also an event's listener, whatever it is told."""
        WHILE_PAINTING.wait()
        if self._seconds() - self._last >= _EVERY_S:
            self._give()
            self._last = self._seconds()
