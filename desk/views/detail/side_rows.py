"""Ruled rows of the wide lead's side tabs: a fact under its caption, and a line of icon, words, time and verdict."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.theme import Theme


class Ruled(QWidget):
    """A row with a line under it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setPen(Theme.current().pen("line"))
        p.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def fact(caption: str, words: str, tone: str = "t1") -> QWidget:
    """A fact under its caption at the left, ruled; the fact can be selected."""
    row = Ruled()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 4, 0, 5)
    label = w.Words(caption, "secondary", "t3")
    label.setFixedWidth(Theme.current().px(96))
    value = w.Words(words, "body", tone, wrap=True)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(value, 1)
    return row


def listed(icon: str, words: str, when: str, right: str, tone: str = "t3") -> QWidget:
    """Icon, words, a time and a verdict in one ruled line."""
    row = Ruled()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 4, 0, 5)
    line.setSpacing(8)
    line.addWidget(w.Icon(icon, "t2", 14))
    line.addWidget(w.ElidedWords(words, "secondary", "t2"), 1)
    line.addWidget(w.Words(when, "secondary", "t3"))
    line.addWidget(w.Words(right, "secondary_medium", tone))
    return row
