"""The leads of the same stage beside the wide lead; J and K walk them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk.models.snapshots.board import CardView, ColumnView
from desk.views import paint, timers
from desk.views import widgets as w
from desk.views.text import say
from desk.views.theme import Theme

CARD = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class NeighbourDelegate(QStyledItemDelegate):
    """Name and timer, vehicle, next step, temperature and assistant: four lines."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, Theme.current().px(86))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, card, rect = Theme.current(), index.data(CARD), option.rect.toRectF()
        left, right = rect.left() + t.space(14), rect.right() - t.space(10)
        p.save()
        if option.state & QStyle.StateFlag.State_Selected:
            p.fillRect(rect, t.colour("accent_tint"))
            p.fillRect(rect.adjusted(0, 0, 3 - rect.width(), 0), t.colour("accent"))
        p.setPen(t.pen("line"))
        p.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._lines(p, card, rect.top(), left, right, t)
        p.restore()

    def _lines(self, p: QPainter, card: CardView, top: float, left: float, right: float, t: Theme) -> None:
        face = timers.timer_face(card.timer, self._now())
        used = timers.paint_timer(p, right, top + t.px(17), face, t) if face is not None else 0.0
        name = paint.elided("name", card.name, right - left - used - 8, t)
        paint.text(p, "name", "t1", left, top + t.px(17), name, t)
        vehicle = paint.elided_car("secondary", card.vehicle, card.stock, right - left, t)
        for line, (words, ink) in enumerate(((vehicle, "t2"), (card.next_text, "t3"))):
            shown = paint.elided("secondary", words, right - left, t)
            paint.text(p, "secondary", ink, left, top + t.px(34 + 16 * line), shown, t)
        paint.paint_temperature(p, left, top + t.px(70), card.temperature, card.band, t)
        paint.paint_ai_glyph(p, right - t.px(18), top + t.px(70), card.ai_state, t)


class Neighbours(QWidget):
    """``chosen``: the id of another lead."""

    chosen = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.count = w.Words("", "name"), w.Words("", "body", "t3")
        self.model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(NeighbourDelegate(now, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setAccessibleName(say("Leads of this stage"))
        self.list.clicked.connect(lambda index: self.chosen.emit(index.data(CARD).id))
        self.list.activated.connect(lambda index: self.chosen.emit(index.data(CARD).id))
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 10, 8)
        head.setSpacing(6)
        for part in (self.title, self.count):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(w.KeyCap("J"))
        head.addWidget(w.KeyCap("K"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_column(self, title: str, page: ColumnView, lead_id: str) -> None:
        self.title.setText(title)
        self.count.setText(str(page.count))
        self.list.setAccessibleName(say("Leads in {stage}", stage=title))
        cards = [self.model.item(n).data(CARD) for n in range(self.model.rowCount())]
        if cards != list(page.cards):
            place = self.list.verticalScrollBar().value()
            self.model.clear()
            for card in page.cards:
                item = QStandardItem(f"{card.name}, {card.vehicle}")
                item.setData(card, CARD)
                self.model.appendRow(item)
            self.list.verticalScrollBar().setValue(place)
        self._select(lead_id)

    def _select(self, lead_id: str) -> None:
        for number in range(self.model.rowCount()):
            if self.model.item(number).data(CARD).id == lead_id:
                self.list.setCurrentIndex(self.model.index(number, 0))
                return
        self.list.clearSelection()

    def step(self, by: int) -> None:
        """J and K: the next or the previous lead of this stage."""
        number = self.list.currentIndex().row() + by
        if 0 <= number < self.model.rowCount():
            self.chosen.emit(self.model.item(number).data(CARD).id)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("canvas"))
        p.setPen(t.pen("line"))
        p.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
