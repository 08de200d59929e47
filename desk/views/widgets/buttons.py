"""Things one presses: the button with its key, the icon button; painted and named."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk.views import paint
from desk.views.icons import paint_icon
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.widgets.focus import RingFocus

KINDS = ("default", "primary", "ghost", "destructive", "ai")
#: Size -> height, side padding, type role.
SIZES = {
    "normal": (28, 12, "row"),
    "bar": (28, 12, "secondary_medium"),
    "row": (24, 10, "secondary_medium"),
    "large": (36, 16, "row"),
}


class Pressable(RingFocus, QAbstractButton):
    """A painted button: repaints on hover, grows with the text size, is named for the ear."""

    def __init__(self, words: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.key = key
        self.setAccessibleName(words)
        self.setAccessibleDescription(say("Key {key}", key=key) if key else "")
        if key:
            self.setToolTip(f"{words} ({key})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        Theme.current().changed.connect(self._resized)

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Button(Pressable):
    """A button of one of KINDS and SIZES, with an icon before and a key cap after its words if wished."""

    def __init__(
        self,
        words: str,
        kind: str = "default",
        *,
        key: str = "",
        icon: str = "",
        size: str = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, key, parent)
        self.kind, self.icon_kind, self.size_kind = kind, icon, size
        self.icon_tone = ""

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self._resized()

    def sizeHint(self) -> QSize:
        t = Theme.current()
        height, pad, role = SIZES[self.size_kind]
        width = t.width(role, self.text()) + 2 * t.space(pad)
        if self.icon_kind:
            width += t.px(14) + t.space(7 if self.text() else 0)
        if self.key:
            width += paint.keycap_width(self.key, t) + t.space(9) - t.space(pad - 8)
        return QSize(round(width), t.px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        fill, ink, edge = self._colours()
        rect = QRectF(self.rect())
        paint.rounded(p, rect, 6, fill, t, t.pen(edge) if edge else None)
        self._paint_inside(p, rect, ink, t)

    def _paint_inside(self, p: QPainter, rect: QRectF, ink: str, t: Theme) -> None:
        _, inset, role = SIZES[self.size_kind]
        pad, middle = t.space(inset), rect.center().y()
        x = float(pad) if self.key else (rect.width() - self._inside_width(t)) / 2
        if self.icon_kind:
            tone = self.icon_tone or ink
            paint_icon(p, self.icon_kind, x, middle - t.px(14) / 2, t.px(14), t.tokens[tone])
            x += t.px(14) + t.space(7)
        paint.text(p, role, ink, x, middle, self.text(), t)
        if self.key:
            left = rect.right() - t.space(8) - paint.keycap_width(self.key, t)
            paint.paint_keycap(p, left, middle, self.key, t, *self._key_colours())

    def _inside_width(self, t: Theme) -> float:
        icon = t.px(14) + t.space(7 if self.text() else 0) if self.icon_kind else 0
        return t.width(SIZES[self.size_kind][2], self.text()) + icon

    def _key_colours(self) -> tuple[str, str]:
        on_fill = self.kind == "primary" and self.isEnabled()
        return ("on_accent", "accent_line") if on_fill else ("t3", "line2")

    def _colours(self) -> tuple[str | None, str, str]:
        """Fill, ink and edge now."""
        over = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return "canvas", "t3", "line"
        return {
            "primary": ("accent_hover" if over else "accent", "on_accent", ""),
            "ghost": ("hover" if over else None, "t2", ""),
            "destructive": ("bad_tint" if over else "surface", "bad", "bad_line"),
            "ai": ("ai_tint", "ai", ""),
        }.get(self.kind, ("hover" if over else "surface", "t1", "line2"))


class IconButton(Pressable):
    """A button that is only an icon; its words are its name and tooltip. ``count`` hangs a bubble on it."""

    def __init__(
        self, icon: str, words: str, *, key: str = "", size: int = 28, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, key, parent)
        self.icon_kind, self.box, self.count, self.ink = icon, size, 0, "t2"
        self.setToolTip(f"{words} ({key})" if key else words)

    def sizeHint(self) -> QSize:
        side = Theme.current().px(self.box)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        if self.underMouse() and self.isEnabled():
            paint.rounded(p, QRectF(self.rect()), 6, "hover", t)
        side = t.px(16)
        x, y = (self.width() - side) / 2, (self.height() - side) / 2
        paint_icon(p, self.icon_kind, x, y, side, t.tokens[self.ink if self.isEnabled() else "ctl"])
        if self.count:
            paint.paint_count(p, self.width(), 0, self.count, t, "bad", "on_bad")
