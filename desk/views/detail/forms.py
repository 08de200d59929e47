"""Small parts that the pane's forms share: a captioned field, a line for a refusal, and a grown text field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QDateTimeEdit,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.models import commands as c
from desk.views import widgets as w
from desk.views.detail.open_lead import OpenLead
from desk.views.icons import paint_icon
from desk.views.text import say
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


class FormCard(w.Card):
    """A question in place: a title, a line, its fields, a refusal, and what to do. ``closed`` when it is answered or left."""

    closed = Signal()

    def __init__(
        self, lead: OpenLead, act: w.Button, tone: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(tone, parent=parent)
        self.lead = lead
        self.title, self.line = w.Words("", "name", wrap=True), w.Words("", "secondary", "t2", wrap=True)
        self.act, self.leave, self.refusal = (
            act,
            w.IconButton("x", say("Leave it"), key="Esc", size=24),
            Refusal(),
        )
        self.column, self.foot = QVBoxLayout(self), QHBoxLayout()
        self.column.setContentsMargins(12, 9, 12, 10)
        self.column.setSpacing(7)
        self.act.clicked.connect(self.submit)
        self.leave.clicked.connect(self.closed)
        self.hide()

    def arrange(self, *parts: QWidget | QLayout) -> None:
        """The parts below the title, one under the other, and the acts at the foot."""
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)
        for part in (head, self.line, *parts, self.refusal):
            if isinstance(part, QWidget):
                self.column.addWidget(part)
            else:
                self.column.addLayout(part)
        self.foot.addWidget(self.act)
        self.foot.addStretch(1)
        self.column.addLayout(self.foot)

    def begin(self, title: str, line: str = "") -> None:
        """Stands clean under this title."""
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.setAccessibleName(title)
        self.refusal.say("")
        self.act.setEnabled(True)
        self.show()

    def submit(self) -> None:
        """Give the command; told by the form."""
        raise NotImplementedError

    def give(self, command: c.Command, then: Callable[[Any], None] | None = None) -> None:
        """One act at a time: its answer closes the form, a refusal is said in it."""
        self.act.setEnabled(False)
        self.lead.run(command, then or (lambda _: self.closed.emit()), self.refuse)

    def refuse(self, trouble: Any) -> None:
        self.refusal.show_trouble(trouble)
        self.act.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not entered:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()  # a plain Enter was its field's own, and opens nothing wide


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
        self.say(trouble.said)

    def say(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if words:  # once its line is laid out: where the form scrolls it may stand below what is seen
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._come_into_sight))

    def _come_into_sight(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea) and self.isVisible():
            around.ensureWidgetVisible(self)


def saves(event: QKeyEvent) -> bool:
    """Whether this is Ctrl+Enter, which saves a form (look, section 5)."""
    entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return entered and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _no_files(_data: QMimeData) -> bool:
    return False


class TextField(QPlainTextEdit):
    """A field of a few lines. Ctrl+Enter is ``sent``, Tab leaves it, Esc is ``left``.

    ``files_wanted`` says whether what is pasted or dropped is taken as files; then ``files_given`` carries it.
    """

    sent = Signal()
    left = Signal()
    files_given = Signal(object)

    def __init__(self, name: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.files_wanted: Callable[[QMimeData], bool] = _no_files
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
        return QSize(Theme.current().px(80), self.sizeHint().height())

    def canInsertFromMimeData(self, data: QMimeData) -> bool:
        return self.files_wanted(data) or super().canInsertFromMimeData(data)

    def insertFromMimeData(self, data: QMimeData) -> None:
        """Pasted or dropped: files go where somebody wants them, words into the field."""
        if self.files_wanted(data):
            self.files_given.emit(data)
        else:
            super().insertFromMimeData(data)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if saves(event):
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
