"""A small sheet that hangs below what was pressed, and goes when one presses beside it or Esc."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.views import paint
from desk.views.theme import Theme

WIDTH, EDGE = 340, 8


class Popover(QWidget):
    """``column`` takes what stands in it; ``hang_below`` shows it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(8)

    def hang_below(self, pressed: QWidget) -> None:
        """Below what was pressed, its right edges in line, inside the window."""
        self.fit()
        right = pressed.mapToGlobal(QPoint(pressed.width(), pressed.height() + EDGE))
        self.move(right.x() - self.width(), right.y())
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def rise_from(self, pressed: QWidget) -> None:
        """Above what was pressed, for what stands at the foot of the window; its left edges in line, inside the screen."""
        self.fit()
        top = pressed.mapToGlobal(QPoint(0, -EDGE))
        right = self.screen().availableGeometry().right() - self.width()
        self.move(max(0, min(top.x(), right)), max(0, top.y() - self.height()))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """As wide as the look has it, as high as its words need."""
        width = Theme.current().px(WIDTH)
        self.setFixedWidth(width)
        self.setFixedHeight(
            max(self.column.totalHeightForWidth(width), self.column.totalMinimumSize().height())
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        t = Theme.current()
        paint.rounded(QPainter(self), QRectF(self.rect()), 12, "surface", t, t.pen("line2"))
