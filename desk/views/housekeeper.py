"""What lies about in cycles is swept up on the window's own thread, and on no other.

Python's collector runs on whatever thread happens to ask for memory. Met on an engine thread by a widget that nobody holds any
more, it takes it away there: Qt then waits for the interpreter, the window, which has the interpreter, waits for Qt, and both
wait for ever.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

_LOOKS_MS = 250  # how often it looks; what comes together meanwhile takes a few milliseconds to go through
_WHOLE_S = 60.0  # the oldest rows are gone through at most this often: that walks all there is


class Housekeeper(QObject):
    """Collects in Python's own measure (``gc.get_threshold``), by a timer of the window's thread; made once per application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._whole_at, self._is_first = time.monotonic(), True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep)
        self._timer.start(_LOOKS_MS)

    def sweep(self) -> None:
        """Go through the generations that are full, the youngest alone most of the time."""
        full = [held > most for held, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if all(full) and time.monotonic() - self._whole_at >= _WHOLE_S:
            self.sweep_all()
        elif full[0]:
            gc.collect(1 if full[1] else 0)

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
