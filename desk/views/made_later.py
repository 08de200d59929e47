"""A screen that is made when it is first looked at, its code brought in on another thread before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.views.bring import Brought


class MadeLater(QWidget):
    """Holds a screen's place until it is looked at or asked for. ``code`` is the module it is made of."""

    def __init__(self, make: Callable[[], QWidget], module: str) -> None:
        super().__init__()
        self._make, self._made, self.code = make, None, Brought(module, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def screen_made(self) -> Any:
        if self._made is None:
            self._made = self._make()
            self._column.addWidget(self._made)
            self.setFocusProxy(self._made)
        return self._made

    def showEvent(self, event: QShowEvent) -> None:
        self.screen_made.show()
        super().showEvent(event)
