"""The keyboard map (?): every key of the window on one sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.keys import Key, key_groups
from desk.views.text import say


class KeyMap(QDialog):
    """Closed by Esc or by its button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Keyboard map"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(w.Words(say("Keyboard map"), "title"))
        row = QHBoxLayout()
        row.setSpacing(32)
        for title, keys in key_groups():
            row.addLayout(_group(title, keys))
        column.addLayout(row)
        told = say("Single keys work while no text field has the focus.")
        column.addWidget(w.Words(told, "secondary", "t2"))
        close = w.Button(say("Close"), key="Esc")
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _group(title: str, keys: tuple[Key, ...]) -> QVBoxLayout:
    column, grid = QVBoxLayout(), QGridLayout()
    column.setSpacing(8)
    column.addWidget(w.Words(title, "caption_strong", "t3"))
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for line, key in enumerate(keys):
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for cap in key.keys.split():
            caps.addWidget(w.KeyCap(cap))
        caps.addStretch(1)
        grid.addLayout(caps, line, 0)
        grid.addWidget(w.Words(key.words, "body"), line, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return column
