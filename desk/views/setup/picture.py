"""What the welcome shows beside its words: a doorbell that leads to a board of three columns (firstrun.png). For the eye only."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.views import paint
from desk.views.icons import paint_icon
from desk.views.theme import Theme

WIDE, HIGH = 480, 256
_COLUMNS, _CARD = (44, 178, 312), (120, 74)
#: Column, row, and the tokens of a card's chip and face; one without is still to come.
_CARDS = (
    (0, 0, "hot_fill", 0), (0, 1, "warm_fill", 1), (1, 0, "warm_fill", 2), (1, 1, "", 0), (2, 0, "ok_tint", 1), (2, 1, "", 0),
)  # fmt: skip


class BoardPicture(QWidget):
    """Drawn in the tokens of the theme, at the size of the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        Theme.current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.space(WIDE), t.space(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().space(WIDE) // 2, Theme.current().space(HIGH) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = min(self.width() / WIDE, self.height() / HIGH)
        p.scale(share, share)
        for left in _COLUMNS:
            paint.rounded(p, QRectF(left, 50, 134 - 6, 200), 8, "sunken", t)
            paint.rounded(p, QRectF(left + 8, 62, 52, 7), 3, "line2", t)
        for column, row, chip, face in _CARDS:
            self._card(p, t, QRectF(_COLUMNS[column] + 4, 78 + row * 82, *_CARD), chip, face)
        self._bell(p, t)

    def _card(self, p: QPainter, t: Theme, place: QRectF, chip: str, face: int) -> None:
        if not chip:
            paint.rounded(p, place, 7, None, t, t.pen("line2", 1, Qt.PenStyle.DashLine))
            return
        first = place.top() < 100 and place.left() < 60
        paint.rounded(p, place, 7, "surface", t, t.pen("accent" if first else "line", 2 if first else 1))
        x, y = place.left() + 10, place.top() + 10
        paint.rounded(p, QRectF(x, y, 66, 7), 3, "line2", t)
        paint.rounded(p, QRectF(x, y + 16, 84, 5), 2, "line", t)
        paint.rounded(p, QRectF(x, y + 38, 40, 13), 6, chip, t)
        paint.rounded(
            p, QRectF(place.right() - 24, y + 36, 16, 16), 8, ("ok_tint", "ai_tint", "accent_tint")[face], t
        )

    def _bell(self, p: QPainter, t: Theme) -> None:
        way = QPainterPath(QPointF(66, 24))
        way.lineTo(108, 24)
        way.quadTo(116, 24, 116, 32)
        way.lineTo(116, 74)
        p.setPen(QPen(t.colour("accent_line"), 2, Qt.PenStyle.DotLine))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawPath(way)
        paint.rounded(p, QRectF(12, 0, 48, 48), 24, "accent", t)
        paint_icon(p, "concierge-bell", 24, 12, 24, t.tokens["on_accent"])
