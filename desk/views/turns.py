"""One thing a turn of the window: what it changes is painted, and keys are heard, before the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Does what it is asked, each in a turn of its own; what is asked anew under a name takes the place of what waited under it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Callable[[], None]] = {}
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._turn)

    def ask(self, name: str, act: Callable[[], None]) -> None:
        self._waiting[name] = act
        self._next.start()

    def forget(self) -> None:
        """What waits is not wanted any more."""
        self._waiting.clear()
        self._next.stop()

    def finish(self) -> None:
        """Do at once what waits."""
        while self._waiting:
            self._turn()

    def _turn(self) -> None:
        act = self._waiting.pop(next(iter(self._waiting)))
        if not self._waiting:
            self._next.stop()
        act()
