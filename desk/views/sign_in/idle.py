"""How long nobody touched the desk: keys and mouse of its own windows, seen where the system hands them in (R22)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_MS = 5000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """``idle`` after ``limit`` without a touch; a limit of nothing never.

    It listens at the windows and not at each widget: there a key is one event, and painting costs nothing.
    """

    idle = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now, self._last = now, now()
        self._limit = timedelta()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)

    @property
    def limit(self) -> timedelta:
        return self._limit

    def set_limit(self, limit: timedelta, window: QWindow | None = None) -> None:
        """Watch from now on, ``window`` first; a limit of nothing stops it, and then no event costs anything."""
        if limit == self._limit:
            return
        self._limit = limit
        self.touched()
        if limit:
            self._timer.start()
            self.watch(window)
            self.watch(QGuiApplication.focusWindow())
        else:
            self._timer.stop()
            for watched in QGuiApplication.allWindows():
                watched.removeEventFilter(self)

    def watch(self, window: QWindow | None) -> None:
        """A window that came to the front is touched from now on, and was by whoever brought it there."""
        if window is not None and self._limit:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            self.touched()

    def touched(self) -> None:
        self._last = self._now()

    def look(self) -> None:
        """Asked every few seconds; a computer that slept meanwhile has been left alone for as long."""
        if self._limit and self._now() - self._last >= self._limit:
            self.touched()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched()
        return False
