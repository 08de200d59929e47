"""One way to answer, at the head of the composer."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent

from desk.views import paint
from desk.views import widgets as w
from desk.views.icons import paint_icon
from desk.views.theme import Theme


class ChannelTab(w.Pressable):
    """Icon and word, tinted when chosen."""

    def __init__(self, words: str, icon: str, key: str = "") -> None:
        super().__init__(words, key)
        self.icon_kind = icon
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(round(t.width("secondary_medium", self.text())) + t.px(14) + t.space(7 + 18), t.px(24))

    def minimumSizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.px(14) + t.space(18), t.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        fill = "accent_tint" if self.isChecked() else ("hover" if self.underMouse() else None)
        paint.rounded(p, self.rect().toRectF(), 6, fill, t)
        ink, x, middle = ("accent" if self.isChecked() else "t2"), t.space(9), self.height() / 2
        paint_icon(p, self.icon_kind, x, middle - t.px(7), t.px(14), t.tokens[ink])
        if self.width() < self.sizeHint().width() - t.space(9):
            return  # where there is no room for the word, half of it says less than the picture
        role = "secondary_strong" if self.isChecked() else "secondary_medium"
        paint.text(p, role, ink, x + t.px(14) + t.space(7), middle, self.text(), t)
