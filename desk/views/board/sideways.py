"""The columns side by side; where they do not fit they scroll sideways."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget


class Sideways(QScrollArea):
    """Columns share the width, strips keep theirs. Keys are the board's, which brings the chosen column into view."""

    def __init__(
        self, row: QHBoxLayout, columns: Sequence[QWidget], strips: Sequence[QWidget], parent: QWidget
    ) -> None:
        super().__init__(parent)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for column in columns:
            row.addWidget(column, 1)
        for strip in strips:
            row.addWidget(strip)
        inside = QWidget()
        inside.setLayout(row)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def cover(self, width: int) -> None:
        """Something lies over so much of the right end: the last column can be scrolled out from under it."""
        self.setViewportMargins(0, 0, width, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
