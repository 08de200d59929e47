"""A filter with its count: tinted when chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent

from desk.views import paint
from desk.views import widgets as w
from desk.views.theme import Theme


class FilterChip(w.Pressable):
    """One of a row of filters."""

    ring_radius = 12.0

    def __init__(self) -> None:
        super().__init__("")
        self.setCheckable(True)

    def say_words(self, words: str) -> None:
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(round(t.width("secondary_medium", self.text())) + 2 * t.space(8), t.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        fill = "accent_tint" if self.isChecked() else ("hover" if self.underMouse() else None)
        paint.rounded(p, self.rect().toRectF(), self.height() / 2, fill, t)
        ink = "accent" if self.isChecked() else "t2"
        paint.text(p, "secondary_medium", ink, t.space(8), self.height() / 2, self.text(), t)
