"""One stage of the board: its head with counts, its list of cards, and the strip it folds to.

The head is painted at once; the list is made when the first cards are here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desk.views import formats, paint
from desk.views.board.landing import Landing
from desk.views.icons import paint_icon
from desk.views.text import say, stage_words
from desk.views.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from desk.models.snapshots.board import ColumnView
    from desk.views.board.marks import Marks
    from desk.views.board.model import StageModel
    from desk.views.board.stage_list import StageList

HEAD, FOOT, STRIP = 34, 26, 28
LEAST, LEAST_LARGE = 165, 178  # a column's width; below it the columns scroll sideways
BAR, BARS = 122, (0.7, 0.92, 0.48)  # a card's place while the board is read, and its still bars


class Column(QFrame):
    """A stage in full: head, cards, and how many more there are. ``wire`` is told once, when the list is made."""

    def __init__(
        self,
        stage: str,
        zone: str,
        now: Callable[[], datetime],
        more: Callable[[str], None],
        wire: Callable[[Column], None],
        marks: Marks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.stage, self.count, self.over, self.note = stage, 0, 0, ""
        self.empty_words, self.is_slow = "", False
        self._zone, self._now, self._more, self._wire, self._marks = zone, now, more, wire, marks
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.dress()

    @property
    def is_furnished(self) -> bool:
        """Whether the list is there: it is made with the first cards, or by whoever asks for it."""
        return "list" in self.__dict__

    @cached_property
    def model(self) -> StageModel:
        from desk.views.board.model import StageModel

        return StageModel(self.stage, self._zone, self._now, self._more, self, self._marks)

    @cached_property
    def list(self) -> StageList:
        from desk.views.board.delegate import CardDelegate
        from desk.views.board.stage_list import StageList

        made = self.__dict__["list"] = StageList(
            self.model, CardDelegate(self._now, self._zone, self._marks), self
        )
        self._column.addWidget(made)
        made.verticalScrollBar().valueChanged.connect(self._update_foot)
        made.verticalScrollBar().rangeChanged.connect(lambda *_: self.update_ends())
        self._wire(self)
        return made

    def _update_foot(self) -> None:
        """How many more there are; the cards have moved by themselves and are not painted again for it."""
        foot = Theme.current().px(FOOT)
        self.update(0, self.height() - foot, self.width(), foot)

    def update_ends(self) -> None:
        """The head and how many more there are; cards that fill the column stand between them and are not painted again for it."""
        if self.is_furnished and self.list.verticalScrollBar().maximum() > 0:
            self.update(0, 0, self.width(), Theme.current().px(HEAD))
            self._update_foot()
        else:
            self.update()

    def set_zone(self, zone: str) -> None:
        """Times are shown in ``zone`` from now on."""
        self._zone = zone
        if self.is_furnished:
            self.model.zone = self.list.card_delegate.zone = zone
            self.list.repaint_all()

    def dress(self) -> None:
        t = Theme.current()
        self._column.setContentsMargins(4, t.px(HEAD), 4, t.px(FOOT))
        self.setMinimumWidth(t.px(LEAST_LARGE if t.is_large else LEAST))
        if self.is_furnished:
            self.list.dress()

    def show_page(self, page: ColumnView) -> None:
        self.set_counts(page)
        self.model.show(page)
        self.list.show()

    def set_counts(self, page: ColumnView) -> None:
        if (self.count, self.over) == (page.count, page.over) and self.accessibleName():
            return
        self.count, self.over = page.count, page.over
        words = say("{stage}, {n} leads", stage=stage_words(self.stage), n=page.count)
        over = say(", {n} over", n=page.over) if page.over else ""
        self.setAccessibleName(words + over)
        self.update_ends()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        paint.rounded(p, QRectF(self.rect()), 10, "sunken", t)
        self._paint_head(p, t)
        if self.is_furnished:
            self._paint_foot(p, t)
        elif self.is_slow:
            self._paint_bars(p, t)

    def _paint_bars(self, p: QPainter, t: Theme) -> None:
        """Still bars where the cards will stand."""
        left, whole = t.space(12), self.width() - 2 * t.space(12)
        for top in range(t.px(HEAD) + t.space(12), self.height() - t.px(BAR) // 2, t.px(BAR)):
            for n, share in enumerate(BARS):
                bar = QRectF(left, top + n * t.px(18), whole * share, t.px(8))
                paint.rounded(p, bar, t.px(4), "line", t)

    def _paint_head(self, p: QPainter, t: Theme) -> None:
        middle, right = t.px(HEAD) / 2, self.width() - t.space(10)
        if self.over:
            words = say("{n} over", n=self.over)
            right -= paint.text_right(p, "caption_strong", "bad", right, middle, words, t) + t.space(6)
        elif self.note:
            right -= paint.text_right(p, "caption", "t3", right, middle, self.note, t) + t.space(4)
            right -= t.px(12)
            paint_icon(p, "rotate-ccw", right, middle - t.px(12) / 2, t.px(12), t.tokens["t3"])
        count = formats.count(self.count) if self.is_furnished else ""
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
