"""The box in the top bar: a customer, a stock number, a phone; what is found hangs below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk.models.snapshots import FoundRow
from desk.views import paint
from desk.views.icons import paint_icon
from desk.views.text import say, stage_words
from desk.views.theme import Theme

ROW, SHOWN = 38, 8
PAUSE_MS = 60  # a breath between keys, so that a fast typist asks once
_LIST_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SearchBox(QLineEdit):
    """``asked`` carries what was typed, ``show_found`` takes the answer, ``chosen`` carries the row taken."""

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(say("Find a customer, stock number or phone"))
        self.setAccessibleName(say("Find"))
        self.setToolTip(say("Find (Ctrl+K or /)"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.asked.emit(self.text().strip()))
        self.textEdited.connect(self._typed)
        self._found: FoundList | None = None
        Theme.current().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        t = Theme.current()
        self.setFixedHeight(t.px(30))
        self.setMaximumWidth(t.px(420))
        self.setTextMargins(t.px(22), 0, t.px(56), 0)

    def sizeHint(self) -> QSize:
        return QSize(Theme.current().px(420), Theme.current().px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(160), Theme.current().px(30))

    def _typed(self, words: str) -> None:
        if words.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.hide_found()

    def show_found(self, rows: Sequence[FoundRow]) -> None:
        """Hang what was found below the box; nothing found says so."""
        if not self.text().strip():
            return
        if self._found is None:
            self._found = FoundList(self.window())
            self._found.taken.connect(self._take)
            self.installEventFilter(self)
        self._found.show_rows(rows, self.text().strip())
        self._found.move(self.mapTo(self.window(), QPoint(0, self.height() + 4)))
        self._found.setFixedWidth(self.width())
        self._found.show()
        self._found.raise_()

    def hide_found(self) -> None:
        if self._found is not None:
            self._found.hide()

    def _take(self, row: FoundRow) -> None:
        self.hide_found()
        self.clear()
        self.chosen.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._found is not None and self._found.isVisible():
            key = event.key()  # type: ignore[attr-defined]  # a key press is a QKeyEvent
            if key in _LIST_KEYS:
                self._found.step(1 if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._found.take_current()
                return True
            if key == Qt.Key.Key_Escape:
                self.hide_found()
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self.hide_found()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        t, p = Theme.current(), QPainter(self)
        side, middle = t.px(14), self.height() / 2
        paint_icon(p, "search", t.space(10), middle - side / 2, side, t.tokens["t2"])
        x = self.width() - t.space(8)
        for key in ("K", "Ctrl"):
            x -= paint.keycap_width(key, t)
            paint.paint_keycap(p, x, middle, key, t)
            x -= t.space(6)


class FoundList(QFrame):
    """The rows found; the focus stays in the box."""

    taken = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._list = QListWidget(self)
        self._list.setItemDelegate(_FoundDelegate())
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(say("Found"))
        self._list.itemClicked.connect(self._take)

    def show_rows(self, rows: Sequence[FoundRow], asked: str) -> None:
        t = Theme.current()
        self._list.clear()
        for row in rows[:SHOWN]:
            item = QListWidgetItem(f"{row.title}, {row.detail}")
            item.setData(Qt.ItemDataRole.UserRole, row)
            self._list.addItem(item)
        if not rows:
            self._list.addItem(QListWidgetItem(say("Nothing found for “{words}”", words=asked)))
        self._list.setCurrentRow(0)
        height = t.px(ROW) * self._list.count() + 10
        self.setFixedHeight(height)
        self._list.setGeometry(4, 4, self.parentWidget().width(), height - 8)

    def resizeEvent(self, event: object) -> None:
        self._list.setGeometry(4, 4, self.width() - 8, self.height() - 8)

    def step(self, by: int) -> None:
        count = self._list.count()
        self._list.setCurrentRow((self._list.currentRow() + by) % count)

    def take_current(self) -> None:
        self._take(self._list.currentItem())

    def _take(self, item: QListWidgetItem) -> None:
        row = item.data(Qt.ItemDataRole.UserRole)
        if row is not None:
            self.taken.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = Theme.current()
        paint.rounded(QPainter(self), QRectF(self.rect()), 10, "surface", t, t.pen("line2"))


class _FoundDelegate(QStyledItemDelegate):
    """Icon, title, detail, stage."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        return QSize(100, Theme.current().px(ROW))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        t, row = Theme.current(), index.data(Qt.ItemDataRole.UserRole)
        rect, middle = QRectF(option.rect), QRectF(option.rect).center().y()
        p.save()
        if row is None:
            paint.text(p, "secondary", "t3", rect.x() + t.space(10), middle, index.data(), t)
            p.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            paint.rounded(p, rect.adjusted(0, 1, 0, -1), 6, "accent_tint", t)
        icon = "user-round" if row.kind == "lead" else "car"
        paint_icon(p, icon, rect.x() + t.space(10), middle - t.px(14) / 2, t.px(14), t.tokens["t2"])
        x = rect.x() + t.space(10) + t.px(14) + t.space(8)
        right = rect.right() - t.space(10)
        if row.stage:
            right -= paint.text_right(p, "caption", "t3", right, middle, stage_words(row.stage), t) + t.space(
                8
            )
        x += paint.text(p, "name", "t1", x, middle, paint.elided("name", row.title, (right - x) * 0.6, t), t)
        x += t.space(8)
        paint.text(p, "secondary", "t2", x, middle, paint.elided("secondary", row.detail, right - x, t), t)
        p.restore()
