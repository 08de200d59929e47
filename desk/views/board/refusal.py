"""Why a card did not move, beside the column it was meant for; goes by itself, by a press or by Esc."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.text import say
from desk.views.theme import Theme

SHOWN_MS, LEAST = 12_000, 260


class RefusalNote(w.Card):
    """``tell`` shows it over the top of a column of the board."""

    def __init__(self, board: QWidget) -> None:
        super().__init__("bad", 10, board)
        self.words = w.Words("", "secondary", "bad", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(w.Icon("circle-alert", "bad", 16))
        row.addWidget(self.words, 1)
        self._shown = QTimer(self)
        self._shown.setSingleShot(True)
        self._shown.timeout.connect(self.hide)
        self.setToolTip(say("Press to put it away"))
        self.hide()

    def tell(self, words: str, column: QWidget, below: int) -> None:
        """Show ``words`` over ``column``, ``below`` its upper edge, inside the board."""
        board = self.parentWidget()
        self.words.setText(words)
        self.setAccessibleName(words)
        width = min(max(column.width() - 8, Theme.current().px(LEAST)), board.width() - 16)
        corner = column.mapTo(board, column.rect().topLeft())
        left = max(8, min(corner.x() + 4, board.width() - width - 8))
        self.setGeometry(left, corner.y() + below, width, self.layout().totalHeightForWidth(width))
        self.show()
        self.raise_()
        self._shown.start(SHOWN_MS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()
