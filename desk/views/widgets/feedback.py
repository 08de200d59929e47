"""What shows when there is nothing, not yet, or something wrong; and the grounds things stand on."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from desk.views import paint
from desk.views.icons import mark, paint_icon
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.widgets.buttons import Button, IconButton
from desk.views.widgets.small import Icon, Words

LOADING_MS = 150  # shorter waits show nothing


class Card(QFrame):
    """A surface with a 1 px line and an 8 px radius, tinted by its ``tone`` (see TONES)."""

    TONES: ClassVar[dict[str, tuple[str | None, str]]] = {
        "plain": ("surface", "line"),
        "warn": ("warn_tint", "warn_line"),
        "bad": ("surface", "bad_line"),
        "ai": ("ai_tint", "ai_line"),
        "accent": ("accent_tint", "accent_line"),
        "chosen": ("surface", "accent"),
        "sunken": ("sunken", "line"),
        "dashed": (None, "line2"),
    }

    def __init__(self, tone: str = "plain", radius: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone, self.radius = tone, radius
        Theme.current().changed.connect(self.update)

    def set_tone(self, tone: str) -> None:
        self.tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = Theme.current()
        fill, edge = self.TONES[self.tone]
        style = Qt.PenStyle.DashLine if self.tone == "dashed" else Qt.PenStyle.SolidLine
        width = 2 if self.tone == "chosen" else 1
        paint.rounded(QPainter(self), QRectF(self.rect()), self.radius, fill, t, t.pen(edge, width, style))


class Cells(Card):
    """A card whose parts stand side by side, with a line between each two."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, layout = QPainter(self), self.layout()
        painter.setPen(Theme.current().pen("line"))
        for place in range(1, layout.count() if layout is not None else 0):
            left = layout.itemAt(place).geometry().left()
            painter.drawLine(left, 1, left, self.height() - 2)


class EmptyState(QWidget):
    """Nothing here: one icon, one bold line, one line with what to do, and a button if wished."""

    acted = Signal()

    def __init__(
        self, icon: str, title: str, line: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch()
        self.title, self.line = Words(title, "name"), Words(line, "secondary", "t2", wrap=True)
        self.icon = Icon(icon, "t3", 20)
        self.action = Button(action, size="row")
        self.action.setVisible(bool(action))
        self.action.clicked.connect(self.acted)
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self.icon, 0, middle)
        column.addWidget(self.title, 0, middle)
        column.addWidget(self.line)
        column.addWidget(self.action, 0, middle)
        column.addStretch()
        self.setAccessibleName(f"{title}. {line}")


class Skeleton(QWidget):
    """Still bars at true row heights; nothing at all for the first 150 ms."""

    def __init__(self, row_height: int = 116, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_height = row_height
        self._waited = QTimer(self)
        self._waited.setSingleShot(True)
        self._waited.timeout.connect(self.update)
        self.setAccessibleName(say("Loading"))

    def start(self) -> None:
        self._waited.start(LOADING_MS)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._waited.isActive():
            return
        t, p = Theme.current(), QPainter(self)
        step, width = t.px(self.row_height), self.width() - 2 * t.space(12)
        for top in range(t.space(12), self.height() - step // 2, step):
            for n, share in enumerate((0.7, 0.92, 0.48)):
                bar = QRectF(t.space(12), top + n * t.px(18), width * share, t.px(8))
                paint.rounded(p, bar, t.px(4), "line", t)


class ErrorStrip(QFrame):
    """What failed, why, what to do; red icon, up to two buttons. ``acted``: the words of the button."""

    acted = Signal(str)

    def __init__(self, words: str = "", actions: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        self.words = Words(words, "secondary_medium", "bad", wrap=True)
        row.addWidget(Icon("triangle-alert", "bad", 16))
        row.addWidget(self.words, 1)
        for action in actions:
            button = Button(action, size="row")
            button.clicked.connect(lambda _=False, action=action: self.acted.emit(action))
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.say(words)

    def say(self, words: str) -> None:
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("bad_tint"))
        p.setPen(t.pen("bad_line"))
        p.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class Toast(QFrame):
    """The ground of a toast: title row with the desk's mark, a body to fill, ``closed`` when it is put away.

    A top-level window of its own that never takes the focus; the stack places it.
    """

    closed = Signal()

    def __init__(self, head: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, _TOAST_FLAGS)
        self.stripe, self.share = "", 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(Theme.current().px(380))
        self.body = QVBoxLayout()
        close = IconButton("x", say("Close"), size=24)
        close.clicked.connect(self.close)
        top = QHBoxLayout()
        top.addWidget(Mark(18))
        self.head = Words(head, "secondary", "t3")
        top.addWidget(self.head, 1)
        top.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 12, 12)
        column.setSpacing(4)
        self.body.setSpacing(10)
        column.addLayout(top)
        column.addLayout(self.body)

    def fit(self) -> None:
        """As high as its words need at its width."""
        self.resize(self.width(), self.layout().totalHeightForWidth(self.width()))

    def show_share(self, stripe: str, share: float) -> None:
        """The line at its upper edge: how much of the time is left, 0 to 1, in the colour of ``stripe``."""
        self.stripe, self.share = stripe, share
        self.update()

    def closeEvent(self, event: object) -> None:
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        rect = QRectF(self.rect())
        paint.rounded(p, rect, 12, "surface", t, t.pen("line2"))
        if self.stripe:
            p.setClipPath(paint.rounded_path(rect, 12))
            p.fillRect(QRectF(0, 0, rect.width() * self.share, 3), t.colour(self.stripe))


_TOAST_FLAGS = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class Mark(QWidget):
    """The product's mark, decoration for the eye only."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = Theme.current().px(self.box)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, side = Theme.current(), Theme.current().px(self.box)
        picture = mark(side, t.tokens["accent"], t.tokens["on_accent"], self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, (self.height() - side) // 2, picture)


class Choice(QComboBox):
    """A combo box with our own arrow; a choice that is too long for it ends in an ellipsis."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p, told = Theme.current(), QStylePainter(self), QStyleOptionComboBox()
        side = t.px(14)
        x, y = self.width() - side - t.space(8), (self.height() - side) / 2
        self.initStyleOption(told)
        room = round(x) - t.space(20)
        told.currentText = self.fontMetrics().elidedText(told.currentText, Qt.TextElideMode.ElideRight, room)
        p.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, told)
        p.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, told)
        paint_icon(p, "chevron-down", x, y, side, t.tokens["t2"])
