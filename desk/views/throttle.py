"""Once at once, then at most every quarter of a second, and always once more at the end; every other second while it pours."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS, POURING_MS = 250, 2000


class Throttle(QObject):
    """Calls ``act`` when it is called; calls within the pause become one, made when the pause is over.

    While calls keep coming each pause is twice the one before, up to ``most_ms``: a burst of changes costs few readings, and
    leaves the processor to whoever makes them. It is over when none came for as long as that again; a call in such a gap is acted
    on at once all the same. A call that is ``soon``, such as after a person's own act, waits for no long pause.
    """

    def __init__(
        self,
        act: Callable[[], None],
        parent: QObject | None = None,
        pause_ms: int = PAUSE_MS,
        most_ms: int = 0,
    ) -> None:
        super().__init__(parent)
        self._act, self._again, self._acted = act, False, -math.inf
        self._least, self._most = pause_ms, max(pause_ms, most_ms)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._over)

    def __call__(self, *, soon: bool = False) -> None:
        if self._pause.isActive() and not (soon and self._pause.interval() > self._least):
            self._again = True
        else:
            self._go(self._least if soon or self._is_over() else self._longer())

    def _is_over(self) -> bool:
        """Whether no call came for so long that this one begins anew."""
        return time.monotonic() - self._acted > (self._pause.interval() + self._most) / 1000

    def _longer(self) -> int:
        return min(2 * self._pause.interval(), self._most)

    def _go(self, pause_ms: int) -> None:
        self._again, self._acted = False, time.monotonic()
        self._act()
        self._pause.start(pause_ms)

    def _over(self) -> None:
        if self._again:
            self._go(self._longer())
