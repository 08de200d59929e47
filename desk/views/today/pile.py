"""The two-minute pile: one item at a time, by keys alone; it opens again at the item where it was left (FLOW-14)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desk.models import commands as c
from desk.models.snapshots.inbox import InboxItem
from desk.models.snapshots.lead import LeadView, TimelineItem
from desk.models.snapshots.today import Routine
from desk.views import paint
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.text import say
from desk.views.theme import Theme

KEYS = {"A": "approve", "R": "reply", "C": "call", "L": "later", "D": "done", "J": "skip"}


def group_words(group: str) -> str:
    return {
        "handoff": say("Asked for a person"),
        "approval": say("Draft to approve"),
        "unread": say("Overnight answer"),
        "quarantine": say("Mail that could not be read"),
        "flag": say("Opt-out"),
        "visit": say("Appointment today"),
    }.get(group, "")


class Segments(QWidget):
    """How many items there are: done, the present one, and those ahead."""

    def __init__(self) -> None:
        super().__init__()
        self.done, self.of = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(100, Theme.current().px(5))

    def show_progress(self, done: int, of: int) -> None:
        self.done, self.of = done, of
        self.setAccessibleName(say("{done} of {of} done", done=done, of=of))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        many, gap = max(1, min(self.of, 40)), 3.0
        wide = (self.width() - gap * (many - 1)) / many
        for place in range(many):
            fill = "accent" if place < self.done else "accent_line" if place == self.done else "line"
            paint.stretch(p, QRectF(place * (wide + gap), 0, wide, self.height()), 2, fill, t)


class Pile(w.Card):
    """``reply_wanted``, ``call_wanted``: a lead; ``mail_wanted``: the key of a mail in the inbox; ``left``: Esc."""

    reply_wanted = Signal(str)
    call_wanted = Signal(str)
    mail_wanted = Signal(str)
    left = Signal()

    def __init__(self, bridge: Bridge, zone: str, parent: QWidget | None = None) -> None:
        super().__init__("plain", 10, parent)
        self._bridge, self._zone = bridge, zone
        self.items: tuple[InboxItem, ...] = ()
        self.view: LeadView | None = None
        self.at, self.many = 0, 0
        self._is_outdated = False
        self._cleared: set[str] = set()
        self.count, self.where = w.Words("", "body", "t3"), w.Words("", "secondary", "t3")
        self.segments = Segments()
        self.kind, self.name = w.Words("", "secondary", "t2"), w.ElidedWords("", "title")
        self.chip = w.TemperatureChip()
        self.words = w.Words("", "body", "t1", wrap=True)
        self.said, self.draft = _Box("plain"), _Box("ai")
        self.foot = w.ElidedWords("", "secondary", "t3")
        self.one_word, self.note = QLineEdit(), w.Words("", "secondary", "bad", wrap=True)
        self.buttons = {act: w.Button(words, "ghost", key=key) for key, act, words in _acts()}
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(9)
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (
            w.Icon("list-checks", "accent", 16),
            w.Words(say("The two-minute pile"), "name"),
            self.count,
        ):
            head.addWidget(part)
        head.addStretch(1)
        self.leave = w.Button(say("Leave it"), "ghost", key="Esc", size="row")
        self.leave.clicked.connect(self.left)
        head.addWidget(self.where)
        head.addWidget(self.leave)
        column.addLayout(head)
        column.addWidget(self.segments)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(self._facts_column(), 1)
        row.addLayout(self._keys_column())
        column.addLayout(row)
        self.one_word.setPlaceholderText(say("One word on what was done, then Enter"))
        self.one_word.setAccessibleName(say("What was done"))
        self.one_word.returnPressed.connect(self._finish)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _facts_column(self) -> QVBoxLayout:
        column, who = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(6)
        who.setSpacing(8)
        who.addWidget(self.name)
        who.addWidget(self.chip)
        who.addStretch(1)
        column.addWidget(self.kind)
        column.addLayout(who)
        for shown in (self.words, self.said, self.draft, self.foot, self.one_word, self.note):
            column.addWidget(shown)
        column.addStretch(1)
        return column

    def _keys_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        for act, button in self.buttons.items():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, act=act: self.act(act))
            column.addWidget(button)
        column.addStretch(1)
        return column

    # --- facts in ---

    @property
    def item(self) -> InboxItem | None:
        return self.items[self.at] if self.at < len(self.items) else None

    def hold_items(self, items: Sequence[InboxItem], many: int) -> None:
        """Fresh items, the first of ``many``; what is shown stays."""
        self.items, self.many = tuple(items), many

    def show_items(self, items: Sequence[InboxItem], many: int) -> None:
        """Fresh items, the first of ``many``; the one in hand stays in hand while it still waits."""
        kept = self.item.key if self.item is not None else ""
        self.hold_items(items, many)
        place = next((n for n, item in enumerate(items) if item.key == kept), self.at)
        self.at = place if place < len(items) else 0
        self._show(fresh=self.item is None or self.item.key != kept)

    def outdate(self) -> None:
        """What is shown of the item's lead may have changed: it is read again with the next items."""
        self._is_outdated = True

    def _show(self, *, fresh: bool) -> None:
        item, done = self.item, len(self._cleared)
        self.setVisible(item is not None)
        if item is None:
            return
        self.count.setText(say("{n} items", n=self.many))
        self.where.setText(say("{n} of {of}", n=self.at + 1, of=self.many))
        self.segments.show_progress(done, done + self.many)
        self.kind.setText(group_words(item.group))
        self.name.setText(item.name)
        self.words.setText(item.words)
        self.buttons["reply"].set_words(
            say("Read it") if item.group == "quarantine" else say("Reply yourself")
        )
        if fresh:
            self.view = None
            self.one_word.hide()
            self.note.hide()
            self._show_lead(item, None)
        if item.lead_id and (self.view is None or self._is_outdated):
            self._is_outdated = False
            self._bridge.ask(lambda read: read.lead(item.lead_id), lambda view: self._show_lead(item, view))

    def _show_lead(self, item: InboxItem, view: LeadView | None) -> None:
        if self.item is None or self.item.key != item.key:
            return
        self.view = view
        last = (
            next((each for each in reversed(view.timeline) if each.direction == "in"), None) if view else None
        )
        draft = self._draft()
        self.said.show_words(f"{view.first or view.card.name}: {last.text}" if view and last else "")
        self.draft.show_words(say("AI draft, not sent. {text}", text=draft.text) if draft else "")
        self.words.setVisible(not (last or draft))
        self.foot.setText(_facts(view) if view else "")
        self.chip.setVisible(view is not None)
        if view is not None:
            self.chip.show_temperature(view.card.temperature, view.card.band)
        able = {
            "approve": draft is not None,
            "reply": True,
            "call": view is not None and "call" in view.channels,
        }
        for act, button in self.buttons.items():
            button.setEnabled(able.get(act, True) and (bool(item.lead_id) or act in ("reply", "skip")))
            button.kind = "primary" if act == ("approve" if draft else "reply") else "ghost"
            button.update()

    def _draft(self) -> TimelineItem | None:
        """The draft of this item, else the first of its lead."""
        drafts = (
            [each for each in self.view.timeline if each.status == "pending_approval"] if self.view else []
        )
        wanted = self.item.message_id if self.item else ""
        return next((each for each in drafts if each.id == wanted), drafts[0] if drafts else None)

    # --- acts ---

    def act(self, act: str) -> None:
        item = self.item
        if item is None or not self.buttons[act].isEnabled():
            return
        if act == "skip":
            self.at = (self.at + 1) % len(self.items)
            self._show(fresh=True)
        elif act == "done":
            self.one_word.show()
            self.one_word.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif act == "later":
            self._bridge.ask(lambda read: read.routine(), lambda routine: self._later(item, routine))
        elif act == "approve":
            self._approve(item)
        elif item.group == "quarantine":
            self.mail_wanted.emit(item.key)
        else:
            (self.call_wanted if act == "call" else self.reply_wanted).emit(item.lead_id)

    def _later(self, item: InboxItem, routine: Routine) -> None:
        self._clear(item, until=self._bridge.now() + routine.later)

    def _approve(self, item: InboxItem) -> None:
        draft = self._draft()
        if draft is None:
            return
        own = item.group == "approval"
        then = self._gone if own else lambda key: self._clear(item)
        command = c.DecideDraft(message_id=draft.id, verdict="approve")
        self._bridge.run(command, lambda _: then(item.key), self._troubled)

    def _finish(self) -> None:
        words = self.one_word.text().strip()
        if self.item is not None and words:
            self.one_word.clear()
            self.one_word.hide()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._clear(self.item, words=words)

    def _clear(self, item: InboxItem, **more: Any) -> None:
        command = c.ClearItem(item=item.key, lead_id=item.lead_id, **more)
        self._bridge.run(command, lambda _: self._gone(item.key), self._troubled)

    def _gone(self, key: str) -> None:
        """It counts as done at once; the next reading no longer brings it."""
        self._cleared.add(key)
        self.hold_items([item for item in self.items if item.key != key], self.many - 1)
        self.at = self.at if self.at < len(self.items) else 0
        self._show(fresh=True)

    def _troubled(self, trouble: Any) -> None:
        self.note.setText(trouble.said)
        self.note.show()


class _Box(w.Card):
    """Someone's words in a box."""

    def __init__(self, tone: str) -> None:
        super().__init__(tone)
        self.words = w.Words("", "body", "t1", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 10, 7)
        column.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_words(self, words: str) -> None:
        self.words.setText(words)
        self.setVisible(bool(words))


def _acts() -> tuple[tuple[str, str, str], ...]:
    """Key, act and words, the default first."""
    return (
        ("A", "approve", say("Approve the draft")),
        ("R", "reply", say("Reply yourself")),
        ("C", "call", say("Call")),
        ("L", "later", say("Later today")),
        ("D", "done", say("Done, nothing needed")),
        ("J", "skip", say("Skip for now")),
    )


def _facts(view: LeadView) -> str:
    """Vehicle and coverage in one line."""
    return " · ".join(part for part in (view.card.vehicle, view.card.stock, view.coverage_words) if part)
