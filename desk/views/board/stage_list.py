"""The cards of one stage in a list: drag and drop, keys left to the board, timers that move with the second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDrag,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QListView, QWidget

from desk.views.board.delegate import GAP, CardDelegate
from desk.views.board.landing import Landing
from desk.views.board.model import StageModel
from desk.views.board.seconds import Second, paint_seconds, region
from desk.views.text import say, stage_words
from desk.views.theme import Theme

if TYPE_CHECKING:
    from desk.models.snapshots.board import CardView

#: Keys a list leaves to the board, which moves between columns and leads and asks for moves.
_BOARD_KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Escape}


class StageList(Landing, QListView):
    """The cards of a stage. ``dropped`` carries a lead that shall move here, ``opened`` one to open wide; ``painted``: once, at first.

    ``marked`` carries a row that is marked or unmarked, and whether the range up to it is meant; ``all_marked``: every row.
    """

    dropped = Signal(str)
    opened = Signal(str)
    painted = Signal()
    marked = Signal(int, bool)
    all_marked = Signal()

    def __init__(self, model: StageModel, delegate: CardDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage, self._was_painted = model.stage, False
        self._seconds: list[Second] = []  # what wants to be painted since a second passed
        self._told: dict[
            str, tuple[str, str, str, str]
        ] = {}  # what comes next at each card in the window, a minute ago
        self.cards = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.card_delegate = delegate
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAccessibleName(say("{stage} leads", stage=stage_words(model.stage)))
        self.activated.connect(lambda index: self.opened.emit(self.cards.card(index.row()).id))
        self.verticalScrollBar().rangeChanged.connect(self._cover)
        self.dress()

    def _cover(self, _least: int, most: int) -> None:
        """Cards that scroll cover their column, so that Qt moves what is painted and only the edge is painted anew."""
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, most > 0)

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int] = ()) -> None:
        """Cards of one height stay where they are: only those that changed are painted. Qt would lay the whole column out anew."""
        if not self.uniformItemSizes():
            super().dataChanged(first, last, list(roles))
            return
        for row in range(first.row(), last.row() + 1):
            self.update(self.cards.index(row))

    def paintEvent(self, event: QPaintEvent) -> None:
        seconds, self._seconds = self._seconds, []
        if seconds and event.region().subtracted(region(seconds)).isEmpty():
            paint_seconds(QPainter(self.viewport()), seconds, Theme.current())
            return
        if self.viewport().testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent):
            QPainter(self.viewport()).fillRect(event.rect(), Theme.current().colour("sunken"))
        self.card_delegate.exposed = [(part.top(), part.bottom()) for part in event.region()]
        super().paintEvent(event)
        self.card_delegate.exposed = None
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)  # once the lists beside it are painted too

    def hideEvent(self, event: QHideEvent) -> None:
        self.card_delegate.pictures.clear()
        super().hideEvent(event)

    def dress(self) -> None:
        """Cards are of one height until the text is so large that names wrap."""
        large = Theme.current().is_large
        self.setUniformItemSizes(not large)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if large else policy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(Theme.current().px(40))
        ground = QPalette(Theme.current().ground())
        ground.setColor(QPalette.ColorRole.Base, Theme.current().colour("sunken"))
        self.setPalette(ground)
        self.scheduleDelayedItemsLayout()

    def landed(self, lead_id: str) -> None:
        self.dropped.emit(lead_id)

    def startDrag(self, actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        drag.setMimeData(self.cards.mimeData([index]))
        drag.setPixmap(self._picture(self.cards.card(index.row()), self.visualRect(index).size()))
        drag.setHotSpot(QPoint(24, 16))
        drag.exec(Qt.DropAction.MoveAction)

    def _picture(self, card: CardView, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        p = QPainter(picture)
        p.setOpacity(0.92)
        rect = QRectF(0, 0, size.width(), size.height() - GAP)
        self.card_delegate.paint_card(p, rect, card, Theme.current(), selected=True)
        p.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ctrl or Shift with a click marks instead of opening, and so does a plain click while leads are picked."""
        held = event.modifiers()
        ranged = bool(held & Qt.KeyboardModifier.ShiftModifier)
        index = self.indexAt(event.position().toPoint())
        marks = ranged or bool(held & Qt.KeyboardModifier.ControlModifier) or self.card_delegate.picking
        if marks and index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.marked.emit(index.row(), ranged)
        else:
            super().mousePressEvent(event)

    def _mark_by_key(self, event: QKeyEvent) -> bool:
        """Space marks, Shift with an arrow marks on the way, Ctrl+A all; whether it was one of them."""
        row, ranged = self.currentIndex().row(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_marked.emit()
        elif event.key() == Qt.Key.Key_Space and row >= 0:
            self.marked.emit(row, ranged)
        elif ranged and by and 0 <= row + by < self.cards.rowCount():
            self.marked.emit(row, True)
            self.marked.emit(row + by, True)
            self.select(row + by)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows up and down, Home, End and Enter are the list's; letters and digits are the board's."""
        if self._mark_by_key(event):
            return
        if event.key() in _BOARD_KEYS or event.text().strip().isalnum():
            event.ignore()  # Qt hands it to the column and on to the board
        else:
            super().keyPressEvent(event)

    def visible_rows(self) -> range:
        """The rows that stand in the window now."""
        first = self.indexAt(QPoint(1, 1))
        if not first.isValid():
            return range(0)
        last = self.indexAt(QPoint(1, self.height() - 1))
        return range(first.row(), (last.row() if last.isValid() else self.cards.rowCount() - 1) + 1)

    def tick(self) -> list[CardView]:
        """Repaint the timers that stand in the window, and nothing else; the cards whose timers run there."""
        self.card_delegate.pictures.grow_older()
        t, seconds, rows = Theme.current(), [], self._running_rows()
        for row in rows:
            index = self.cards.index(row)
            found = self.card_delegate.second(
                self.visualRect(index), self.cards.card(row), t, self.selectionModel().isSelected(index)
            )
            if isinstance(found, QRect):
                self.viewport().update(found)
            elif found is not None:
                seconds.append(found)
        if seconds:
            self._seconds = seconds
            self.viewport().update(region(seconds))
        return [self.cards.card(row) for row in rows]

    def minute(self) -> None:
        """Repaint the cards that tell their next step, or when their timer starts, in other words than a minute ago."""
        shown = {row: self.cards.card(row) for row in self.visible_rows()}
        told = {card.id: self.card_delegate.told(card) for card in shown.values()}
        for row, card in shown.items():
            if self._told.get(card.id) != told[card.id]:
                place = self.visualRect(self.cards.index(row))
                self.viewport().update(self.card_delegate.card_rect(place).toRect())
        self._told = told

    def _running_rows(self) -> list[int]:
        return [row for row in self.visible_rows() if self.cards.card(row).timer.kind == "running"]

    def repaint_all(self) -> None:
        self.viewport().update()

    def hidden_below(self) -> int:
        """Loaded cards whose last row is below the window's edge."""
        rows = self.visible_rows()
        if not rows:
            return 0
        last = self.visualRect(self.cards.index(rows[-1]))
        cut = last.bottom() - GAP > self.height()
        return self.cards.rowCount() - rows.stop + (1 if cut else 0)

    def is_selected(self, lead_id: str) -> bool:
        return any(self.cards.card(index.row()).id == lead_id for index in self.selectedIndexes())

    def select(self, row: int) -> None:
        """Select a row and bring it into the window."""
        index = self.cards.index(row)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)
