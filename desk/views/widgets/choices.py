"""What is chosen or switched: one of a few, side by side, and on or off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desk.views import paint
from desk.views.theme import Theme
from desk.views.widgets.buttons import Pressable
from desk.views.widgets.focus import RingFocus


class _Choice(Pressable):
    """One choice of a segment."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, "", parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(round(t.width("secondary_medium", self.text()) + 2 * t.space(10)), t.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            paint.rounded(p, rect, 5, "hover" if t.name == "dark" else "surface", t, t.pen("line2"))
        ink = "t1" if self.isChecked() or self.underMouse() else "t2"
        x = (rect.width() - t.width("secondary_medium", self.text())) / 2
        paint.text(p, "secondary_medium", ink, x, rect.center().y(), self.text(), t)


class Segment(QWidget):
    """One of a few: a 28 px well with the choice raised. ``chosen`` carries the key of the choice."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons = {key: _Choice(words, self) for key, words in choices}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(0)
        for key, button in self._buttons.items():
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
        next(iter(self._buttons.values())).setChecked(True)

    def choose(self, key: str) -> None:
        """Show ``key`` as chosen, without a signal."""
        self._buttons[key].setChecked(True)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Every key with its present words."""
        return tuple((key, button.text()) for key, button in self._buttons.items())

    def choice(self) -> str:
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_words(self, key: str, words: str) -> None:
        """Change a choice's words, such as the count in "Unassigned 3"."""
        button = self._buttons[key]
        if button.text() != words:
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()
            button.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = Theme.current()
        paint.rounded(QPainter(self), QRectF(self.rect()), 7, "sunken", t, t.pen("line"))


class Switch(RingFocus, QAbstractButton):
    """On or off. Disabled it is at half strength, with the reason beside it."""

    ring_radius = 9.0

    def __init__(self, name: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.px(30), t.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setOpacity(1.0 if self.isEnabled() else 0.5)
        rect, high = QRectF(self.rect()), self.height()
        knob = high - t.px(4 if self.isChecked() else 6)
        if self.isChecked():
            paint.rounded(p, rect, high / 2, "ai", t)
        else:
            paint.rounded(p, rect, high / 2, None, t, t.pen("ctl", 1.5))
        edge = (high - knob) / 2
        left = rect.width() - knob - edge if self.isChecked() else edge
        paint.rounded(p, QRectF(left, edge, knob, knob), knob / 2, "on_ai" if self.isChecked() else "ctl", t)
