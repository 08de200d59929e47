"""What lies about in cycles is swept up on the window's own thread, and on no other.

Python's collector runs on whatever thread happens to ask for memory. Met on an engine thread by a widget that nobody holds any
more, it takes it away there: Qt then waits for the interpreter, the window, which has the interpreter, waits for Qt, and both
wait for ever.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

_LOOKS_MS = 250  # how often it looks at rest
_ASTIR_MS = 50  # while much is made and let go: a small heap is gone through in a fraction of a millisecond
_QUIET = 10  # so many looks without much to do: it has come to rest
_LATEST = (
    100  # so often the youngest are gone through before the older ones must be too, although more pours in
)
_WHOLE_S = 60.0  # the oldest rows are gone through at most this often: that walks all there is


class Housekeeper(QObject):
    """Collects in Python's own measure (``gc.get_threshold``), by a timer of the window's thread; made once per application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._whole_at, self._is_first, self._astir = time.monotonic(), True, 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep)
        self._timer.start(_LOOKS_MS)

    @property
    def pause_ms(self) -> int:
        """How long it waits before it looks again."""
        return self._timer.interval()

    def sweep(self) -> None:
        """Go through the generations that are full: the youngest alone while more pours in, the older ones once it has come to rest."""
        (young, older, oldest), most = gc.get_count(), gc.get_threshold()
        self._astir = _QUIET if young > most[0] else max(0, self._astir - 1)
        if older > (_LATEST if self._astir else most[1]):
            self._sweep_older(oldest > most[2])
        elif young > most[0]:
            gc.collect(0)
        self._timer.setInterval(_ASTIR_MS if self._astir else _LOOKS_MS)

    def _sweep_older(self, is_whole: bool) -> None:
        if is_whole and time.monotonic() - self._whole_at >= _WHOLE_S:
            self.sweep_all()
        else:
            gc.collect(1)

    def sweep_all(self) -> None:
        """Go through all there is. What stays after the first time is mostly the program itself: later sweeps pass it over."""
        self._whole_at = time.monotonic()
        gc.collect(2)
        if self._is_first:
            self._is_first = False
            gc.freeze()

    def retire(self) -> None:
        """Sweep all of it up, and leave the collector to Python again."""
        self._timer.stop()
        gc.collect()
        gc.enable()
