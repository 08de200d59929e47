"""The style under the sheet: our focus ring where Qt's own widgets would draw a dotted frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from desk.views.paint import focus_ring
from desk.views.theme import Theme


class DeskStyle(QProxyStyle):
    """Draws our ring where Qt's own widgets would draw a dotted frame."""

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element != QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)
        elif option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.save()
            focus_ring(painter, QRectF(option.rect), Theme.current(), 4)
            painter.restore()
