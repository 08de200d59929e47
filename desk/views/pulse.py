"""The one second hand of the window: every timer on the screen moves with it, none has a timer of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class Pulse(QObject):
    """Ticks once a second while the window shows. ``now`` gives the moment; ``minute``: another one began."""

    second = Signal()
    minute = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._minute = now().minute
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        self._timer.start(1000)

    def stop(self) -> None:
        self._timer.stop()

    def tick(self) -> None:
        """One second; said by the timer, or by a test that turned the clock."""
        self.second.emit()
        if self.now().minute != self._minute:
            self._minute = self.now().minute
            self.minute.emit()
