"""The focus ring: 2 px of accent outside a 2 px gap, for whoever uses the keyboard, never after a click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk.views.paint import focus_ring
from desk.views.theme import Theme

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_REACH = 4  # the gap and the ring


class FocusRing(QWidget):
    """A transparent sheet over the window that frames the focused widget and follows it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._around: QWidget | None = None
        self.hide()

    @staticmethod
    def of(window: QWidget) -> FocusRing:
        """The window's ring, made when first needed."""
        found = window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found or FocusRing(window)

    def frame(self, widget: QWidget) -> None:
        self.leave()
        self._around = widget
        widget.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()

    def leave(self) -> None:
        if self._around is not None:
            self._around.removeEventFilter(self)
        self._around = None
        self.hide()

    def _follow(self) -> None:
        if self._around is not None:
            corner = self._around.mapTo(self.parentWidget(), self._around.rect().topLeft())
            place = QRect(corner, self._around.size())
            self.setGeometry(place.adjusted(-_REACH, -_REACH, _REACH, _REACH))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif event.type() == QEvent.Type.Hide:
            self.leave()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        radius = getattr(self._around, "ring_radius", 6.0) + _REACH
        focus_ring(QPainter(self), QRectF(self.rect()), Theme.current(), radius)


class RingFocus:
    """Mixed into a painted widget: shows the ring while it holds the focus by keyboard."""

    ring_radius = 6.0

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)  # type: ignore[misc]  # the widget stands to the right of the mixin
        if event.reason() in _BY_KEYBOARD and isinstance(self, QWidget) and not self.isWindow():
            FocusRing.of(self.window()).frame(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[misc]  # the widget stands to the right of the mixin
        if isinstance(self, QWidget) and not self.isWindow():
            FocusRing.of(self.window()).leave()
