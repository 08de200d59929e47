"""The one conversation of a lead: every channel and author in the order it happened (DESK-11).

Heights are cached per line and width. What waits for a person carries its buttons; a double-click opens a line
as text that can be selected and copied.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desk.models.attached import FileLine
from desk.models.snapshots.lead import TimelineItem
from desk.views import widgets as w
from desk.views.detail.bubble import Layouts, Row
from desk.views.detail.bubble_files import file_words, touched
from desk.views.detail.bubble_paint import paint_row
from desk.views.detail.bubble_words import WAITING, waits
from desk.views.detail.conversation import ROW, Conversation, Index, spoken
from desk.views.text import say
from desk.views.theme import Theme

_OF_TIME = frozenset({"earlier", "later"})


def _here(item: TimelineItem) -> list[FileLine]:
    """The files of a message that can be opened; some may still be fetched."""
    return [file for file in item.files if file.state == "here"]


class DraftActs(QWidget):
    """What a person can do with a message that waits. ``decided`` carries the verdict."""

    decided = Signal(str)

    def __init__(self, item: TimelineItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, w.Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(6)
        for verdict, words, kind, key in _acts_of(item):
            button = w.Button(words, kind, key=key, size="row")
            button.clicked.connect(lambda _=False, verdict=verdict: self.decided.emit(verdict))
            self.buttons[verdict] = button
            row.addWidget(button)
        row.addStretch(1)
        self._keys = {button: button.key for button in self.buttons.values()}

    def fit(self, width: int) -> None:
        """Where there is too little room the key caps go, and then what the field's clock does as well; the keys stay."""
        for has_keys, has_times in ((True, True), (False, True), (False, False)):
            for verdict in _OF_TIME & self.buttons.keys():
                self.buttons[verdict].setVisible(has_times)
            for button, key in self._keys.items():
                button.key = key if has_keys else ""
                button.updateGeometry()  # else the row remembers how wide it was without, or with, its keys
            if self.sizeHint().width() <= width:
                return


def _acts_of(item: TimelineItem) -> list[tuple[str, str, str, str]]:
    """Verdict, words, kind and key."""
    if item.status == "uncertain":
        return [
            ("sent", say("It was sent"), "default", ""),
            ("again", say("Send again"), "default", ""),
            ("drop", say("Drop"), "ghost", ""),
        ]
    acts = [("approve", say("Approve"), "primary", "A")] if item.status == "pending_approval" else []
    sooner = [("earlier", say("Send now"), "ghost", "")] if item.due else []
    later = ("later", say("Later"), "ghost", "")
    return [
        *acts,
        ("edit", say("Edit"), "default", "F2"),
        *sooner,
        later,
        ("skip", say("Skip"), "ghost", "X"),
    ]


class BubbleDelegate(QStyledItemDelegate):
    """Paints rows; makes the buttons of drafts and the read-only view of a double-clicked line."""

    def __init__(self, view: Timeline, layouts: Layouts, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self._view, self.layouts, self._now = view, layouts, now

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, round(self.layouts.of(index.data(ROW), width).height))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW), option.rect
        p.save()
        p.translate(rect.topLeft())
        paint_row(p, row, self.layouts.of(row, rect.width()), rect.width(), self.layouts.zone, self._now())
        p.restore()
        if self._view.hasFocus() and self._view.currentIndex() == index and row.kind != "day":
            box = self.layouts.of(row, rect.width()).box.translated(rect.topLeft())
            from desk.views.paint import focus_ring

            focus_ring(p, box if box.height() else rect.toRectF().adjusted(8, 0, -8, 0), Theme.current(), 9)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        row: Row = index.data(ROW)
        reading = QPlainTextEdit(parent)
        reading.setReadOnly(True)
        reading.setAccessibleName(say("Text of this message"))
        item = row.item
        words = (
            (item.full_text or item.text)
            if item is not None and row.kind == "bubble"
            else spoken(row, self.layouts.zone)
        )
        reading.setPlainText("\n".join(part for part in (item.subject if item else "", words) if part))
        reading.selectAll()
        return reading

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        return None

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        return None

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        laid = self.layouts.of(index.data(ROW), option.rect.width())
        box = laid.box.translated(option.rect.topLeft()).toRect() if laid.box.height() else option.rect
        editor.setGeometry(box.adjusted(0, 0, 0, max(0, 72 - box.height())))


class Timeline(QListView):
    """The conversation. ``decided``: message id and verdict; ``edit_wanted``, ``later_wanted``: the message to write anew, or to send at another time; ``file_wanted``: open or
    save, and which file; ``files_wanted``: what can be done with these, and where on the screen.
    """

    decided = Signal(str, str)
    edit_wanted = Signal(object)
    later_wanted = Signal(object)
    file_wanted = Signal(str, object)
    files_wanted = Signal(object, QPoint)

    def __init__(self, zone: str, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.layouts = Layouts(zone)
        self.conversation = Conversation(zone)
        self.acts: dict[str, DraftActs] = {}
        self.setModel(self.conversation)
        self.setItemDelegate(BubbleDelegate(self, self.layouts, now))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setAccessibleName(say("Conversation"))
        self.setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._place_acts)
        Theme.current().changed.connect(self._relaid)

    def show_items(self, items: tuple[TimelineItem, ...], *, fresh: bool) -> None:
        """Show a reading. A fresh lead starts at its end; else the place is kept, and the end follows the end."""
        bar = self.verticalScrollBar()
        at_end = fresh or bar.value() >= bar.maximum() - 4
        if fresh:
            self.layouts.clear()
        self.conversation.show_items(items, self._now())
        self._show_acts()
        if at_end:
            self.scrollToBottom()
        self._place_acts()

    def drafts(self) -> list[TimelineItem]:
        """What waits for a person, the one due first at the head."""
        waiting = [r.item for r in self.conversation.rows if r.item and r.item.status in WAITING]
        return sorted(waiting, key=lambda item: item.status != "pending_approval")

    def tick(self) -> None:
        """One second: only countdowns in sight are painted again."""
        for row_number, row in enumerate(self.conversation.rows):
            if row.item is not None and row.item.status in WAITING:
                self.update(self.conversation.index(row_number))

    def decide(self, message_id: str, verdict: str) -> None:
        item = next((r.item for r in self.conversation.rows if r.id == message_id), None)
        if verdict in ("edit", "later"):
            if item is not None and item.status in WAITING:  # it may have left since it was seen
                (self.edit_wanted if verdict == "edit" else self.later_wanted).emit(item)
        else:
            self.decided.emit(message_id, verdict)

    # --- the buttons of what waits ---

    def _show_acts(self) -> None:
        wanted = {r.id: r.item for r in self.conversation.rows if r.item and waits(r.item)}
        for gone in set(self.acts) - set(wanted):
            self.acts.pop(gone).deleteLater()
        for message_id, item in wanted.items():
            known = self.acts.get(message_id)
            if known is not None and list(known.buttons) != [act[0] for act in _acts_of(item)]:
                self.acts.pop(message_id).deleteLater()
            if message_id not in self.acts:
                made = DraftActs(item, self.viewport())
                made.decided.connect(lambda verdict, message_id=message_id: self.decide(message_id, verdict))
                self.acts[message_id] = made

    def _place_acts(self) -> None:
        """Buttons stand in their bubbles; those out of sight are hidden."""
        for number, row in enumerate(self.conversation.rows):
            if row.id not in self.acts:
                continue
            rect = self.visualRect(self.conversation.index(number))
            laid = self.layouts.of(row, rect.width())
            if laid.acts is not None and rect.intersects(self.viewport().rect()):
                self.acts[row.id].fit(round(laid.acts.width()))
                self.acts[row.id].setGeometry(laid.acts.translated(rect.topLeft()).toRect())
                self.acts[row.id].show()
            else:
                self.acts[row.id].hide()

    # --- opening a line ---

    def toggle(self, index: Index) -> None:
        """Show all of a message and of its reasons, or its first lines again."""
        row: Row = index.data(ROW)
        self.layouts.opened ^= {row.id}
        self._relaid()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if (wanted := self._file_at(event.position())) is not None:
            self.file_wanted.emit(*wanted)
        elif self._opens(index, event):
            self.toggle(index)

    # --- files ---

    def _file_at(self, at: QPointF) -> tuple[str, FileLine] | None:
        """Which file stands at this place of the viewport, and what a click there asks."""
        index = self.indexAt(at.toPoint())
        if not index.isValid():
            return None
        rect = self.visualRect(index)
        return touched(self.layouts.of(index.data(ROW), rect.width()).files, at - rect.topLeft().toPointF())

    def files(self) -> list[FileLine]:
        """The files of the row that is chosen, else all of the conversation, the newest first."""
        row: Row | None = self.currentIndex().data(ROW) if self.hasFocus() else None
        if row is not None and row.item is not None and row.item.files:
            return _here(row.item)
        return [file for row in reversed(self.conversation.rows) if row.item for file in _here(row.item)]

    def offer_files(self) -> bool:
        """F: what can be done with the files at hand; whether there are any."""
        if files := self.files():
            self.files_wanted.emit(files, self.viewport().mapToGlobal(self.viewport().rect().center()))
        return bool(files)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        row: Row | None = index.data(ROW) if index.isValid() else None
        if row is not None and row.item is not None and (files := _here(row.item)):
            self.files_wanted.emit(files, event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shape = (
            Qt.CursorShape.PointingHandCursor
            if self._file_at(event.position())
            else Qt.CursorShape.ArrowCursor
        )
        self.viewport().setCursor(shape)

    def _opens(self, index: QModelIndex, event: QMouseEvent) -> bool:
        rect = self.visualRect(index)
        laid = self.layouts.of(index.data(ROW), rect.width())
        at = event.position() - rect.topLeft().toPointF()
        on_why = (
            laid.why is not None
            and laid.why_at.y() <= at.y() <= laid.why_at.y() + laid.why.boundingRect().height()
        )
        return on_why or (laid.more is not None and laid.more.contains(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space opens a line's reasons; Enter its text to copy; letters are the pane's."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self.toggle(index)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
        elif event.text().strip().isalnum() or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F2):
            event.ignore()
        else:
            super().keyPressEvent(event)

    # --- widths ---

    def _relaid(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._place_acts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() or at_end:
            self._relaid()
        if at_end:
            self.scrollToBottom()
        self._place_acts()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            wanted = self._file_at(event.pos().toPointF())
            QToolTip.showText(
                event.globalPos(), file_words(wanted[0], wanted[1].name) if wanted else "", self
            )
            return True
        return super().viewportEvent(event)
