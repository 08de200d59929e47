"""An area that scrolls where the window is too low for its parts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def scrolling(parent: QWidget) -> tuple[QScrollArea, QVBoxLayout]:
    """An area that scrolls up and down where it is too low for its parts, and the column that takes them.

    It stands in its parent before they come: whatever gets another parent is dressed anew with all that it holds.
    """
    area = QScrollArea(parent)
    inside = QWidget(area)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for ground in (area.viewport(), inside):
        ground.setAutoFillBackground(False)
    return area, QVBoxLayout(inside)
