"""Paints a row of the palette: icon, title with what was typed marked, detail, stage or temperature, keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.views import paint
from desk.views.icons import paint_icon
from desk.views.palette.rows import Row, marked
from desk.views.theme import Theme

ROW, HEAD, STAGE = 38, 34, 130
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """``typed`` is what stands in the box now."""

    typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        t, row = Theme.current(), index.data(Qt.ItemDataRole.UserRole)
        return QSize(100, t.px(HEAD if row.is_head else ROW))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, row = Theme.current(), index.data(Qt.ItemDataRole.UserRole)
        rect = QRectF(option.rect)
        p.save()
        if row.is_head:
            self._paint_head(p, rect, row, t)
        else:
            self._paint_row(p, rect, row, t, bool(option.state & QStyle.StateFlag.State_Selected))
        p.restore()

    def _paint_head(self, p: QPainter, rect: QRectF, row: Row, t: Theme) -> None:
        x, middle = rect.x() + t.space(10), rect.center().y() + t.px(3)
        x += paint.text(p, "caption_strong", "t2", x, middle, row.title, t) + t.space(6)
        paint.text(p, "caption", "t3", x, middle, row.count, t)

    def _paint_row(self, p: QPainter, rect: QRectF, row: Row, t: Theme, chosen: bool) -> None:
        if chosen:
            paint.rounded(p, rect, 6, "accent_tint", t)
        middle, x = rect.center().y(), rect.x() + t.space(10)
        self._paint_sign(p, x, middle, row, t)
        x += t.px(24) + t.space(10)
        right = self._paint_right(p, rect, row, t, chosen)
        x += self._paint_marked(p, "row", "t1", x, middle, row.title, (right - x) * 0.62, t) + t.space(8)
        self._paint_marked(p, "secondary", "t3", x, middle, row.detail, right - x, t)

    def _paint_sign(self, p: QPainter, x: float, middle: float, row: Row, t: Theme) -> None:
        """A lead's owner, else the icon of the kind."""
        if row.kind == "lead" and row.payload.kind == "lead":
            paint.paint_avatar(p, x, middle, row.payload.owner_initials, t, row.payload.owner_id, 24)
            return
        side = t.px(16)
        paint_icon(p, row.icon, x + (t.px(24) - side) / 2, middle - side / 2, side, t.tokens["t2"])

    def _paint_right(self, p: QPainter, rect: QRectF, row: Row, t: Theme, chosen: bool) -> float:
        """What stands at the right, from the edge inwards; where the rest must end."""
        middle, right = rect.center().y(), rect.right() - t.space(10)
        keys = ["↵"] if chosen and not row.keys else row.keys.split()[::-1]
        for key in keys:
            right -= paint.keycap_width(key, t)
            paint.paint_keycap(p, right, middle, key, t)
            right -= t.space(4)
        if row.kind == "lead" and row.right:
            edge = rect.right() - t.space(10) - t.px(36)
            paint.text_right(p, "secondary", "t1", edge, middle, row.right, t)
            right = edge - t.px(STAGE)
            degrees = getattr(row.payload, "temperature", None)
            if degrees is not None:
                band = row.payload.band
                right += t.px(20) - paint.temperature_width(degrees, band, t)
                paint.paint_temperature(p, right, middle, degrees, band, t)
        elif row.right:
            right -= paint.text_right(p, "secondary", "t2", right, middle, row.right, t)
        return right - t.space(10)

    def _paint_marked(
        self, p: QPainter, role: str, ink: str, x: float, middle: float, words: str, room: float, t: Theme
    ) -> float:
        """The words with the typed letters in accent; how wide they came out."""
        left = x
        for part, hit in marked(paint.elided(role, words, room, t), self.typed):
            strong = "secondary_strong" if role == "secondary" else "name"
            x += paint.text(p, strong if hit else role, "accent" if hit else ink, x, middle, part, t)
        return x - left
