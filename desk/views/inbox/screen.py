"""The inbox: one list at the left; at the right the lead, the mail that could not be read, or the question (inbox.png)."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.models import commands as c
from desk.models.changes import Changes
from desk.models.snapshots.inbox import InboxItem, InboxView
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.wide import WideLead
from desk.views.inbox.answer import AnswerPage
from desk.views.inbox.lines import LINE_ROLE, Head, InboxDelegate, InboxModel, More
from desk.views.inbox.merge_page import MergePage
from desk.views.pulse import Pulse
from desk.views.quarantine import QuarantineScreen
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.throttle import POURING_MS, Throttle
from desk.views.turns import Turns

LIST, WITH_SIDE = 340, 800


class InboxList(QListView):
    """Single keys go to the screen; a list of Qt would search by them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F2):
            event.ignore()
        else:
            super().keyPressEvent(event)


class InboxScreen(QWidget):
    """``move_wanted``: lead and stage; ``made``: a lead that came of a mail."""

    move_wanted = Signal(str, str)
    made = Signal(str)

    def __init__(self, bridge: Bridge, pulse: Pulse, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._pulse, self._zone = bridge, pulse, zone
        self.item: InboxItem | None = None
        self.was_read = False
        self._wanted = ""
        self.model, self.list = InboxModel(), InboxList()
        self.count, self.caps = w.Badge("", "plain"), (w.KeyCap("J"), w.KeyCap("K"))
        self.whose = w.Segment((("everyone", say("All")), ("mine", say("Mine"))), say("Whose"))
        self.empty = w.EmptyState(
            "inbox", say("Nothing waits"), say("Drafts, replies and hand-offs come here.")
        )
        self.flag_words = w.Words("", "secondary", "t1", wrap=True)
        self.confirm = w.Button(say("Confirm"), "primary", size="row", key="D")
        self.note = w.ErrorStrip()
        self.right, self._coming = QStackedWidget(), QWidget()
        self._turns = Turns(self)
        self._due = Throttle(self.read, self, most_ms=POURING_MS)
        self._build(zone)
        self._connect()

    # --- parts ---

    def _build(self, zone: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.left = QWidget()
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        head = self._list_head = QHBoxLayout()
        head.setContentsMargins(16, 10, 12, 10)
        head.setSpacing(8)
        head.addWidget(w.Words(say("Inbox"), "title"))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.whose)
        for cap in self.caps:
            head.addWidget(cap)
        column.addLayout(head)
        self._set_up_list(zone)
        column.addWidget(self.list, 1)
        row.addWidget(self.left)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        for strip in (self.note, self._flag_strip()):
            beside.addWidget(strip)
        for page in (self.empty, self._coming):
            self.right.addWidget(page)
        beside.addWidget(self.right, 1)
        row.addLayout(beside, 1)
        self._dress()
        Theme.current().changed.connect(self._dress)

    def _set_up_list(self, zone: str) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(InboxDelegate(self._bridge.now, zone))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(say("What waits for a person"))
        self.setFocusProxy(self.list)

    def _flag_strip(self) -> QWidget:
        self.flag = w.Card("warn", radius=0)
        self.flag.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self.flag)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(w.Icon("flag", "warn", 14))
        row.addWidget(self.flag_words, 1)
        row.addWidget(self.confirm)
        return self.flag

    def _fit_list(self) -> None:
        """As wide as the look has it, or as the words of its head need."""
        t = Theme.current()
        self._list_head.invalidate()
        wide = t.px(LIST) if not t.is_large else t.px(220)
        self.left.setFixedWidth(max(wide, self._list_head.minimumSize().width() + 1))

    def _dress(self) -> None:
        t = Theme.current()
        self._fit_list()
        for part in (self.count, *self.caps):
            part.setVisible(not t.is_large)
        self.list.doItemsLayout()

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._pulse.second.connect(self._tick)
        self._pulse.minute.connect(self._due)
        self.list.selectionModel().currentChanged.connect(self._went)
        self.list.clicked.connect(self._pressed)
        self.whose.chosen.connect(lambda _: self.read())
        self.confirm.clicked.connect(self.clear_flag)

    # --- what stands at the right, each made when the first item wants it ---

    @cached_property
    def lead(self) -> WideLead:
        page = WideLead(self._bridge, self._pulse, self._zone)
        page.move_wanted.connect(self.move_wanted)
        page.stepped.disconnect(page.neighbours.step)
        page.stepped.connect(self.step)
        page.closed.connect(self._back_to_list)
        page.back.hide()
        page.least_with_side = WITH_SIDE
        self.right.addWidget(page)
        return page

    @cached_property
    def mail(self) -> QuarantineScreen:
        page = QuarantineScreen(self._bridge, self._zone)
        page.stepped.connect(self.step)
        page.made.connect(self.made)
        self.right.addWidget(page)
        return page

    @cached_property
    def answer(self) -> AnswerPage:
        page = AnswerPage(self._bridge)
        page.opened.connect(self.made)
        self.right.addWidget(page)
        return page

    @cached_property
    def merge(self) -> MergePage:
        page = MergePage(self._bridge, self._zone)
        page.stepped.connect(self.step)
        page.closed.connect(self._back_to_list)
        self.right.addWidget(page)
        return page

    def _back_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- facts in ---

    def read(self) -> None:
        if self.isVisible():
            who = self.whose.choice()
            self._bridge.ask(lambda read: read.inbox(who), self.show_view)

    def _changed(self, changes: Changes) -> None:
        if changes.leads or changes.kinds & {"quarantine", "cleared", "knowledge", "messages", "duplicates"}:
            self._due()

    def show_view(self, view: InboxView) -> None:
        """Fresh facts; the item in hand stays where it is, though it may no longer wait."""
        self.was_read = True
        self.count.say_words(say("{n} to clear", n=view.count))
        self._fit_list()
        gone = self.item is not None and self.item.key not in {i.key for g in view.groups for i in g.items}
        keep = self.item if gone and self.item is not None and self.item.group == "unread" else None
        place = self.list.currentIndex().row()
        self.model.show(view, keep or (None if gone else self.item))
        self._settle(place)

    def _settle(self, place: int) -> None:
        """Select the wanted item, the one in hand, or whatever has taken its place."""
        wanted, self._wanted = self._wanted, ""
        found = self.model.place_of(wanted) if wanted else -1
        if found < 0 and self.item is not None:
            found = self.model.place_of(self.item.key)
        if found < 0:
            places = [n for n, line in enumerate(self.model.lines) if isinstance(line, InboxItem)]
            found = next((n for n in places if n >= place), places[-1] if places else -1)
        if found < 0:
            self.item = None
            self._show_right(None)
        else:
            self._select(found)

    def _select(self, place: int) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        index = self.model.index(place)
        self.list.selectionModel().setCurrentIndex(index, flag)
        self.list.scrollTo(index)

    def select_key(self, key: str) -> None:
        """Show this item, as an alert asks; when the list is not read yet, once it is."""
        place = self.model.place_of(key)
        if place >= 0:
            self._select(place)
        else:
            self._wanted = key
            self.read()

    def _went(self, now: QModelIndex, before: QModelIndex) -> None:
        line = now.data(LINE_ROLE) if now.isValid() else None
        if isinstance(line, InboxItem):
            self.item = line
            self._show_right(line)

    def _pressed(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, More):
            self._unfold(line.key, index.row())

    def _unfold(self, key: str, place: int) -> None:
        self.model.unfold(key)
        self._select(place)

    def _show_right(self, item: InboxItem | None) -> None:
        self.note.say("")
        self._turns.forget()
        is_flag = item is not None and item.group == "flag"
        self.flag.setVisible(is_flag)
        if item is None:
            self.right.setCurrentWidget(self.empty)
        elif item.group == "quarantine":
            self.right.setCurrentWidget(self.mail)
            self.mail.select(item.quarantine_id)
        elif item.group == "knowledge":
            self.right.setCurrentWidget(self.answer)
            self.answer.show_item(item)
        elif item.group == "duplicate":
            self.right.setCurrentWidget(self.merge)
            self.merge.select(item.key.partition(":")[2])
        else:
            self.flag_words.setText(f"{item.name}: {item.words}.")
            self._show_lead(item.lead_id)

    def _show_lead(self, lead_id: str) -> None:
        """The first lead waits two turns of the window: its page is made in one and shown in the next, since each takes as long."""
        if "lead" in self.__dict__:
            self.right.setCurrentWidget(self.lead)
            self.lead.show_lead(lead_id)
            return
        self.right.setCurrentWidget(self._coming)
        self._turns.ask("make", lambda: self.lead)
        self._turns.ask("show", lambda: self._show_lead(lead_id))

    def finish(self) -> None:
        """Make at once what would be made in the next turns."""
        self._turns.finish()

    def _tick(self) -> None:
        """One second: only lines with a running clock are painted anew."""
        if not self.isVisible():
            return
        for place, line in enumerate(self.model.lines):
            if isinstance(line, InboxItem) and line.timer.kind == "running":
                self.list.viewport().update(self.list.visualRect(self.model.index(place)))
        if "mail" in self.__dict__ and self.mail.isVisible():
            self.mail.timer.tick()

    # --- acts ---

    def step(self, by: int) -> None:
        """J and K: over the headings; a folded group opens as one comes to it."""
        place = self.list.currentIndex().row() + by
        while 0 <= place < len(self.model.lines) and isinstance(self.model.lines[place], Head):
            place += by
        if not 0 <= place < len(self.model.lines):
            return
        line = self.model.lines[place]
        if isinstance(line, More):
            self.model.unfold(line.key)
            place = place if by > 0 else self._last_of(line.key)
        self._select(place)

    def _last_of(self, key: str) -> int:
        return max(
            n for n, line in enumerate(self.model.lines) if isinstance(line, InboxItem) and line.group == key
        )

    def clear_flag(self) -> None:
        """D: the flag was seen to; the stop behind it stays."""
        if self.item is not None and self.item.group == "flag":
            command = c.ClearItem(item=self.item.key, lead_id=self.item.lead_id)
            self._bridge.run(command, None, self._troubled)

    def _troubled(self, trouble: Any) -> None:
        self.note.say(trouble.said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}
        key, shown = Qt.Key(event.key()), self.right.currentWidget()
        if key in steps:
            self.step(steps[key])
        elif key == Qt.Key.Key_D and self.flag.isVisible():
            self.clear_flag()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shown is not None:
            self._enter(shown, is_send=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif not (isinstance(shown, WideLead | QuarantineScreen | MergePage) and shown.take_key(event)):
            super().keyPressEvent(event)

    def _enter(self, shown: QWidget, *, is_send: bool) -> None:
        """Enter goes into what stands at the right, Esc comes back; with Ctrl two records become one from the list too."""
        if is_send and isinstance(shown, MergePage):
            shown.join()
            return
        target = (
            shown.raw
            if isinstance(shown, QuarantineScreen)
            else shown.field
            if isinstance(shown, AnswerPage)
            else shown
        )
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("canvas"))
        p.setPen(t.pen("line"))
        p.drawLine(self.left.width(), 0, self.left.width(), self.height())
