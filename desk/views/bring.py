"""Brings in a part of the program that is seldom needed at the start, on another thread, so that the window never waits for it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal


class Brought(QObject):
    """Imports a module away from the window's thread, once. ``here`` fires on the window's thread; at once where it is in already."""

    here = Signal()
    _done = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name, self._is_coming = name, False
        self._done.connect(self._came, Qt.ConnectionType.QueuedConnection)

    @property
    def is_here(self) -> bool:
        return self._name in sys.modules and not self._is_coming

    def want(self) -> None:
        """Asked again while it comes, it is brought once."""
        if self.is_here:
            self.here.emit()
        elif not self._is_coming:
            self._is_coming = True
            QThreadPool.globalInstance().start(_Import(self._name, self._done.emit))

    def _came(self) -> None:
        self._is_coming = False
        self.here.emit()


class _Import(QRunnable):
    def __init__(self, name: str, came: Callable[[], None]) -> None:
        super().__init__()
        self._name, self._came = name, came

    def run(self) -> None:
        import_module(self._name)
        self._came()
