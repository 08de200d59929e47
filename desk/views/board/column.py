"""One stage of the board: its head with counts, its list of cards, and the strip it folds to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QItemSelectionModel, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QVBoxLayout, QWidget

from desk.models.snapshots import CardView, ColumnView
from desk.views import formats, paint
from desk.views.board.delegate import GAP, CardDelegate
from desk.views.board.model import LEAD_MIME, StageModel
from desk.views.icons import paint_icon
from desk.views.text import say, stage_words
from desk.views.theme import Theme

HEAD, FOOT, STRIP = 34, 26, 28
LEAST, LEAST_LARGE = 165, 178  # a column's width; below it the columns scroll sideways
#: Keys a list leaves to the board, which moves between columns and leads and asks for moves.
_BOARD_KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Escape}


def carried_lead(event: QDropEvent, stage: str) -> str:
    """The id of the lead dragged over ``stage``; "" for anything else, and for a lead that stands there."""
    data = event.mimeData()
    if not data.hasFormat(LEAD_MIME):
        return ""
    lead_id, _, origin = bytes(data.data(LEAD_MIME).data()).decode().partition("\n")
    return lead_id if origin != stage else ""


class Landing:
    """Mixed into what a card may be dropped on: takes leads of other stages, refuses all else."""

    stage: str

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._answer(event)

    def _answer(self, event: QDropEvent) -> None:
        if carried_lead(event, self.stage):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        lead_id = carried_lead(event, self.stage)
        if not lead_id:
            event.ignore()
            return
        event.accept()
        self.landed(lead_id)

    def landed(self, lead_id: str) -> None:
        """A lead was dropped here. Nothing moves until the desk has answered."""
        raise NotImplementedError


class StageList(Landing, QListView):
    """The cards of a stage. ``dropped`` carries a lead that shall move here, ``opened`` one to open wide."""

    dropped = Signal(str)
    opened = Signal(str)

    def __init__(self, model: StageModel, delegate: CardDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = model.stage
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
        self.dress()

    def dress(self) -> None:
        """Cards are of one height until the text is so large that names wrap."""
        large = Theme.current().is_large
        self.setUniformItemSizes(not large)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if large else policy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(Theme.current().px(40))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows up and down, Home, End and Enter are the list's; letters and digits are the board's."""
        if event.key() in _BOARD_KEYS or event.text().strip().isalnum():
            event.ignore()  # Qt hands it to the column and on to the board
        else:
            super().keyPressEvent(event)

    def visible_rows(self) -> range:
        """The rows that stand in the window now."""
        first = self.indexAt(QPoint(1, 1))
        if not first.isValid():
            return range(0)
        last = self.indexAt(QPoint(1, self.viewport().height() - 1))
        return range(first.row(), (last.row() if last.isValid() else self.cards.rowCount() - 1) + 1)

    def tick(self) -> None:
        """Repaint the timers that stand in the window, and nothing else."""
        for row in self.visible_rows():
            if self.cards.card(row).timer.kind == "running":
                place = self.visualRect(self.cards.index(row))
                self.viewport().update(self.card_delegate.timer_rect(place))

    def hidden_below(self) -> int:
        """Loaded cards whose last row is below the window's edge."""
        rows = self.visible_rows()
        if not rows:
            return 0
        last = self.visualRect(self.cards.index(rows[-1]))
        cut = last.bottom() - GAP > self.viewport().height()
        return self.cards.rowCount() - rows.stop + (1 if cut else 0)

    def is_selected(self, lead_id: str) -> bool:
        return any(self.cards.card(index.row()).id == lead_id for index in self.selectedIndexes())

    def select(self, row: int) -> None:
        """Select a row and bring it into the window."""
        index = self.cards.index(row)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)


class Column(QFrame):
    """A stage in full: head, cards, and how many more there are."""

    def __init__(
        self,
        stage: str,
        zone: str,
        now: Callable[[], datetime],
        more: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.stage, self.count, self.over, self.note = stage, 0, 0, ""
        self.empty_words = ""
        self.model = StageModel(stage, zone, now, more, self)
        self.list = StageList(self.model, CardDelegate(now, zone), self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.list.verticalScrollBar().valueChanged.connect(lambda _: self.update())
        self.list.verticalScrollBar().rangeChanged.connect(lambda *_: self.update())
        self.dress()

    def dress(self) -> None:
        t = Theme.current()
        self._column.setContentsMargins(4, t.px(HEAD), 4, t.px(FOOT))
        self.setMinimumWidth(t.px(LEAST_LARGE if t.is_large else LEAST))
        self.list.dress()

    def show_page(self, page: ColumnView) -> None:
        self.set_counts(page)
        self.model.show(page)

    def set_counts(self, page: ColumnView) -> None:
        if (self.count, self.over) == (page.count, page.over) and self.accessibleName():
            return
        self.count, self.over = page.count, page.over
        words = say("{stage}, {n} leads", stage=stage_words(self.stage), n=page.count)
        over = say(", {n} over", n=page.over) if page.over else ""
        self.setAccessibleName(words + over)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        paint.rounded(p, QRectF(self.rect()), 10, "sunken", t)
        self._paint_head(p, t)
        self._paint_foot(p, t)

    def _paint_head(self, p: QPainter, t: Theme) -> None:
        middle, right = t.px(HEAD) / 2, self.width() - t.space(10)
        if self.over:
            words = say("{n} over", n=self.over)
            right -= paint.text_right(p, "caption_strong", "bad", right, middle, words, t) + t.space(6)
        elif self.note:
            right -= paint.text_right(p, "caption", "t3", right, middle, self.note, t) + t.space(4)
            right -= t.px(12)
            paint_icon(p, "rotate-ccw", right, middle - t.px(12) / 2, t.px(12), t.tokens["t3"])
        count = formats.count(self.count)
        room = right - t.space(10) - t.width("secondary", count) - t.space(6)
        title = paint.elided("secondary_strong", stage_words(self.stage), room, t)
        x = t.space(10) + paint.text(p, "secondary_strong", "t1", t.space(10), middle, title, t) + t.space(6)
        paint.text(p, "secondary", "t3", x, middle, count, t)

    def _paint_foot(self, p: QPainter, t: Theme) -> None:
        if not self.model.rowCount():
            words, middle = self.empty_words, t.px(HEAD) + t.px(20)
        else:
            loaded_below = self.list.hidden_below()
            left = self.count - self.model.rowCount() + loaded_below
            if left <= 0:
                return
            words, middle = say("{n} more", n=formats.count(left)), self._foot_middle(t)
        paint.text(p, "caption", "t3", (self.width() - t.width("caption", words)) / 2, middle, words, t)

    def _foot_middle(self, t: Theme) -> float:
        """Under the last card, or at the column's foot when cards fill it."""
        last = self.list.visualRect(self.model.index(self.model.rowCount() - 1)).bottom()
        return min(self.height() - t.px(FOOT) / 2, t.px(HEAD) + last + t.px(FOOT) / 2 - 2)


class Strip(Landing, QFrame):
    """A folded stage, 28 px: name and counts on their side; takes drops; pressing it asks to unfold."""

    dropped = Signal(str)
    pressed = Signal()

    def __init__(self, stage: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage, self.count, self.note = stage, 0, ""
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedWidth(Theme.current().px(STRIP))

    def set_count(self, count: int, note: str = "") -> None:
        self.count, self.note = count, note
        self.setAccessibleName(say("{stage}, {n} leads, folded", stage=stage_words(self.stage), n=count))
        self.setToolTip(self.accessibleName())
        self.update()

    def landed(self, lead_id: str) -> None:
        self.dropped.emit(lead_id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        paint.rounded(p, QRectF(self.rect()), 10, "sunken", t)
        if self.hasFocus():
            paint.focus_ring(p, QRectF(self.rect()), t, 10)
        p.translate(self.width() / 2, t.space(11))
        p.rotate(90)
        x = paint.text(p, "secondary_strong", "t1", 0, 0, stage_words(self.stage), t) + t.space(8)
        x += paint.text(p, "secondary", "t3", x, 0, formats.count(self.count), t) + t.space(10)
        paint.text(p, "caption", "t3", x, 0, self.note, t)
