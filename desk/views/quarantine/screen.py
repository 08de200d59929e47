"""What could not be read, kept whole, until a person makes it a lead, joins it to one, or says it is none (LEAD-02)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.models import commands as c
from desk.models.changes import Changes
from desk.models.commands import TeachReader
from desk.models.intake.lessons import Lesson, address_of, learn
from desk.models.snapshots.board import TimerView
from desk.models.snapshots.frame import FoundRow
from desk.models.snapshots.inbox import QuarantineView
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import Refusal
from desk.views.quarantine.fields import PickedFields
from desk.views.quarantine.hints import Hints
from desk.views.quarantine.raw import PICKS, RawMail
from desk.views.quarantine.strip import PickStrip
from desk.views.quarantine.teach import TeachCard
from desk.views.text import say, stage_words
from desk.views.theme import Theme
from desk.views.timers import timer_words

SIDE, LEAST_SIDE, SHARE = 430, 260, 0.5


class QuarantineScreen(QWidget):
    """One such mail beside the inbox's list. ``made``: the lead that came of it; ``stepped``: J (+1) or K (-1)."""

    made = Signal(str)
    stepped = Signal(int)

    def __init__(self, bridge: Bridge, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = ""
        self._bridge, self._zone = bridge, zone
        self._open: Sequence[QuarantineView] = ()
        self.shown: QuarantineView | None = None
        self.subject, self.why = w.ElidedWords("", "title"), w.Words("", "secondary", "t2", wrap=True)
        self.head = w.Words("", "secondary", "t2", wrap=True)
        self.raw, self.fields, self.teach = RawMail(), PickedFields(), TeachCard()
        self.strip, self.hints = PickStrip(), Hints(bridge)
        self.badge = w.Badge(say("Could not read"), "warn", "mail-warning")
        self.timer = w.TimerTag(TimerView(), bridge.now)
        self.picked = w.Words("", "body", "t3")
        self.join_words, self.reason = QLineEdit(), QLineEdit()
        self.refusal = Refusal()
        self.make = w.Button(say("Make it a lead"), "primary", key="Ctrl ↵")
        self.join = w.Button(say("Join a lead"), "ghost")
        self.none = w.Button(say("Not a lead"), key="X")
        self.pages = QStackedWidget()
        self._build()
        self._connect()

    # --- parts ---

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        empty = w.EmptyState(
            "mail-open",
            say("Everything could be read"),
            say("A mail or file that is not understood waits here."),
        )
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(18, 12, 18, 10)
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(self.subject)
        title.addWidget(self.badge)
        title.addStretch(1)
        title.addWidget(self.timer)
        head.addLayout(title)
        head.addWidget(self.why)
        right.addLayout(head)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(self._middle(), 1)
        below.addWidget(self._side())
        right.addLayout(below, 1)
        row.addLayout(right, 1)
        self.pages.addWidget(empty)
        self.pages.addWidget(page)
        whole.addWidget(self.pages)

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(10)
        self.head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.head)
        self.raw.setProperty("bare", True)
        column.addWidget(self.raw, 1)
        column.addWidget(self.strip)
        return column

    def _side(self) -> QWidget:
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(w.Words(say("Fields"), "section"))
        head.addWidget(self.picked)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._scrolled(), 1)
        self.join_words.setPlaceholderText(say("Name, phone or email of the lead, then Enter"))
        self.join_words.setAccessibleName(say("Which lead to join"))
        self.reason.setPlaceholderText(say("Why it is no lead, then Enter; the reason is kept"))
        self.reason.setAccessibleName(say("Why it is no lead"))
        for part in (self.join_words, self.reason, self.refusal):
            part.hide()
            column.addWidget(part)
        self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        rest = QHBoxLayout()
        rest.addStretch(1)
        rest.addWidget(self.join)
        rest.addWidget(self.none)
        self._acts.addWidget(self.make)
        self._acts.addLayout(rest, 1)
        column.addLayout(self._acts)
        return self.side

    def _scrolled(self) -> QScrollArea:
        """Fields and lesson scroll where they do not fit; what one presses stays in sight."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        for part in (self.fields, self.hints, self.teach):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side takes what the mail can spare; its acts stand in two rows where one is too narrow."""
        super().resizeEvent(event)
        t = Theme.current()
        side = max(t.space(LEAST_SIDE), min(t.space(SIDE), round(event.size().width() * SHARE)))
        self.side.setFixedWidth(side)
        acts = sum(each.sizeHint().width() for each in (self.make, self.join, self.none)) + 60
        self._acts.setDirection(
            QBoxLayout.Direction.LeftToRight if side >= acts else QBoxLayout.Direction.TopToBottom
        )

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self.raw.picked.connect(self.fields.take)
        self.strip.picked.connect(self.raw.pick)
        self.hints.join_wanted.connect(self.join_lead)
        self.fields.cleared.connect(self.raw.forget)
        self.fields.changed.connect(self._count)
        self.fields.changed.connect(self._show_lesson)
        self.make.clicked.connect(self.make_lead)
        self.join.clicked.connect(lambda: self._ask(self.join_words))
        self.none.clicked.connect(lambda: self._ask(self.reason))
        self.join_words.returnPressed.connect(self._find)
        self.reason.returnPressed.connect(self.dismiss)
        w.on_ctrl_enter(self, self.make_lead)

    # --- facts in ---

    def read(self) -> None:
        self._bridge.ask(lambda read: read.quarantine(), self._show)

    def _changed(self, changes: Changes) -> None:
        if "quarantine" in changes.kinds:
            self.read()

    def _show(self, rows: Sequence[QuarantineView]) -> None:
        """What is being worked on stays in hand while others come and go."""
        self._open = rows
        self.pages.setCurrentIndex(1 if rows else 0)
        in_hand = self.shown.id if self.shown is not None else ""
        keep, self._wanted = self._wanted or in_hand, ""
        if not rows:
            self.shown = None
        elif self._is_news(row := next((row for row in rows if row.id == keep), rows[0])):
            self._show_mail(row)

    def _is_news(self, row: QuarantineView) -> bool:
        """Another mail, or the reader understands more of this one and nobody has begun to pick."""
        shown = self.shown
        if shown is None or row.id != shown.id:
            return True
        return row.guesses != shown.guesses and self.fields.is_untouched()

    def select(self, quarantine_id: str) -> None:
        """Show this one, as the list or its alert asks; when it is not read yet, once it is."""
        row = next((row for row in self._open if row.id == quarantine_id), None)
        if row is None:
            self._wanted = quarantine_id
            self.read()
        elif self.shown is None or row.id != self.shown.id:
            self._show_mail(row)

    def _show_mail(self, row: QuarantineView) -> None:
        self.shown = row
        self.subject.setText(row.subject or say("Without a subject"))
        self.why.setText(row.reason)
        at = formats.when(row.received, self._zone, self._bridge.now())
        size = say("{n} KB", n=max(1, round(row.size / 1024)))
        head = say(
            "From {sender}\nTo {to}\nReceived {at} · {size}", sender=row.sender, to=row.to, at=at, size=size
        )
        self.head.setText(head)
        self.timer.show_timer(row.timer)
        self.timer.say_words(timer_words(row.timer, self._bridge.now()))
        self.raw.show_text(row.text)
        self.fields.show_guesses(row.guesses)
        self.teach.start_anew()
        self._ask(None)

    def _count(self) -> None:
        self.picked.setText(say("{n} of 5 picked", n=self.fields.filled()))
        told = {field: line.text().strip() for field, line in self.fields.lines.items()}
        self.strip.show_filled([field for field, words in told.items() if words])
        self.hints.look(told["phone"], told["email"], told["vehicle"])

    def _show_lesson(self) -> None:
        """What could be learned from what is picked now."""
        shown, picks = self.shown, self.raw.picks()
        if shown is None or not picks or "@" not in shown.sender:
            self.teach.hide()
            return
        source = self.fields.lines["source"].text().strip()
        lesson = learn(shown.sender, shown.text, picks, source)
        others = [row.text for row in self._open if row.sender == shown.sender and row.id != shown.id]
        self.teach.show_lesson(lesson, address_of(shown.sender), others)

    # --- verdicts ---

    def _ask(self, field: QLineEdit | None) -> None:
        """Open the one question an act needs, or close both."""
        self.refusal.say("")
        for each in (self.join_words, self.reason):
            each.setVisible(each is field)
            each.clear()
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def make_lead(self) -> None:
        if self.shown is None:
            return
        prospect = self.fields.prospect()
        if not prospect.customer.named_or_reachable:
            self.refusal.say(say("Pick at least a name, a phone or an email."))
            return
        mail, lesson = self.shown.id, self.teach.lesson
        self._resolve(
            c.ResolveQuarantine(quarantine_id=mail, verdict="lead", prospect=prospect),
            lambda lead_id: self._made(lead_id, mail, lesson),
        )

    def _made(self, lead_id: Any, mail: str = "", lesson: Lesson | None = None) -> None:
        if lesson is not None:
            command = TeachReader(quarantine_id=mail, lesson=lesson)
            self._bridge.run(command, None, self.refusal.show_trouble)
        if lead_id:
            self.made.emit(lead_id)

    def dismiss(self) -> None:
        reason = self.reason.text().strip()
        if self.shown is None or not reason:
            self.refusal.say(say("Say why it is no lead; the reason is kept."))
            return
        self._resolve(c.ResolveQuarantine(quarantine_id=self.shown.id, verdict="none", reason=reason))

    def _find(self) -> None:
        words = self.join_words.text().strip()
        if words:
            self._bridge.ask(lambda read: read.found(words), self._offer)

    def _offer(self, found: Sequence[FoundRow]) -> None:
        leads = [row for row in found if row.kind == "lead"]
        if not leads:
            self.refusal.say(say("No lead is found by these words."))
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in leads[:10]:
            act = menu.addAction(f"{row.title} · {row.detail} · {stage_words(row.stage)}")
            act.triggered.connect(lambda _=False, lead_id=row.id: self.join_lead(lead_id))
        menu.popup(self.join_words.mapToGlobal(self.join_words.rect().bottomLeft()))

    def join_lead(self, lead_id: str) -> None:
        if self.shown is not None:
            command = c.ResolveQuarantine(quarantine_id=self.shown.id, verdict="join", lead_id=lead_id)
            self._resolve(command, self._made)

    def _resolve(self, command: c.ResolveQuarantine, then: Any = None) -> None:
        self._bridge.run(command, then, self.refusal.show_trouble)

    def take_key(self, event: QKeyEvent) -> bool:
        """A single key of this screen, also when another part has the focus; True when it was acted on."""
        field = PICKS.get(event.text().upper())
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_X:
            self._ask(self.reason)
        elif event.key() == Qt.Key.Key_Escape:
            self._ask(None)
        elif event.key() == Qt.Key.Key_T and self.teach.isVisible():
            self.teach.box.click()
        elif step:
            self.stepped.emit(step)
        elif field:
            self.raw.pick(field)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.read()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("canvas"))
        if self.pages.currentIndex() == 0:
            return
        side = self.side.geometry().translated(self.side.parentWidget().pos())
        p.fillRect(side, t.colour("surface"))
        p.setPen(t.pen("line"))
        p.drawLine(side.left(), side.top(), side.left(), side.bottom())
        p.drawLine(0, side.top(), self.width(), side.top())
