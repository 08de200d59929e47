"""The monitor's small parts: its figures, the table's headings, and the table that leaves single keys to the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from desk.views import paint
from desk.views import widgets as w
from desk.views.monitor.delegate import HEAD, PAD
from desk.views.theme import Theme


class Figure(QWidget):
    """A number with its words below."""

    def __init__(self, words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(0)
        self.number = w.Words("–", "title")
        column.addWidget(self.number)
        self.words = w.Words(words, "secondary", "t2", wrap=True)
        column.addWidget(self.words)
        column.addStretch(1)

    def say(self, words: str, tone: str = "t1") -> None:
        self.number.setText(words)
        self.number.set_tone(tone)
        self.setAccessibleName(f"{words} {self.words.text()}")


class Table(QTableView):
    """The lines. Single keys go to the screen; a table of Qt would search by them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Headings(QHeaderView):
    """The columns' titles, each over its words; one that has no room ends in an ellipsis."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), Theme.current().px(HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        t, words = Theme.current(), self.model().headerData(section, Qt.Orientation.Horizontal) or ""
        painter.fillRect(rect, t.colour("surface"))
        left = rect.x() + t.space(6 if section else PAD)
        shown = paint.elided("caption_medium", words, rect.right() - left, t)
        paint.text(painter, "caption_medium", "t3", left, rect.center().y(), shown, t)
        painter.setPen(t.pen("line"))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
