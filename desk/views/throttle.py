"""Once at once, then at most every quarter of a second, and always once more at the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 250


class Throttle(QObject):
    """Calls ``act`` when it is called; calls within the pause become one, made when the pause is over."""

    def __init__(
        self, act: Callable[[], None], parent: QObject | None = None, pause_ms: int = PAUSE_MS
    ) -> None:
        super().__init__(parent)
        self._act, self._again = act, False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._over)

    def __call__(self) -> None:
        if self._pause.isActive():
            self._again = True
            return
        self._act()
        self._pause.start()

    def _over(self) -> None:
        if self._again:
            self._again = False
            self()
