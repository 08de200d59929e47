"""Small parts that the pane's forms share: a captioned field, a line for a refusal, and a grown text field."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.icons import paint_icon
from desk.views.theme import Theme

US = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def captioned(caption: str, field: QWidget) -> QVBoxLayout:
    """A field under its caption; the caption is its name for the ear."""
    column = QVBoxLayout()
    column.setSpacing(3)
    label = w.Words(caption, "caption_medium", "t2")
    label.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(caption)
    column.addWidget(label)
    column.addWidget(field)
    return column


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Outline a field that is missing or wrong, or take the outline away."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().polish(field)


class _Arrowed:
    """Mixed into a field that opens a calendar: our own arrow at its right."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # type: ignore[misc]  # the field stands to the right of the mixin
        if isinstance(self, QWidget):
            t = Theme.current()
            side = t.px(14)
            x, y = self.width() - side - t.space(8), (self.height() - side) / 2
            paint_icon(QPainter(self), "chevron-down", x, y, side, t.tokens["t2"])


class DayField(_Arrowed, QDateEdit):
    """A day of the store's calendar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("MMM d, yyyy")
        self.setLocale(US)


class MomentField(_Arrowed, QDateTimeEdit):
    """A day and time in the store's zone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("MMM d, h:mm AP")
        self.setLocale(US)


class Refusal(w.Words):
    """Why an act was refused and what is missing, in place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "secondary_medium", "bad", wrap=True, parent=parent)
        self.hide()

    def show_trouble(self, trouble: Any) -> None:
        self.say(" ".join(part for part in (trouble.words, trouble.do) if part))

    def say(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))


class TextField(QPlainTextEdit):
    """A field of a few lines. Ctrl+Enter is ``sent``, Tab leaves it, Esc is ``left``."""

    sent = Signal()
    left = Signal()

    def __init__(self, name: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.current().changed.connect(self.updateGeometry)

    def set_lines(self, lines: int) -> None:
        self._lines = lines
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.px(200), self._lines * t.line("body") + 2 * t.space(4) + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
