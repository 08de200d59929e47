"""Today: who and what waits, in the order a day goes; every list is live and every box ticks itself (FLOW-09)."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCursor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.models import commands as c
from desk.models.changes import Changes
from desk.models.snapshots.frame import PersonView
from desk.models.snapshots.today import DaySheetView, TodayCard, TodayRow, TodayView
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.pulse import Pulse
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.throttle import Throttle
from desk.views.today.cards import ListCard
from desk.views.today.checks import Checklist
from desk.views.today.figures import Figures
from desk.views.today.pile import KEYS, Pile
from desk.views.widgets.rows import emptied

_BEARS_ON_ALL = {"settings", "staff", "stock", "playbook"}
LEAST_TWO = 1080  # a screen below this width has one column of lists


class TodayScreen(QWidget):
    """``opened``, ``call_wanted``, ``reply_wanted``, ``swap_wanted``: a lead; ``edit_wanted``: a lead and its draft;
    ``mail_wanted``: the key of a mail in the inbox."""

    opened = Signal(str)
    call_wanted = Signal(str)
    reply_wanted = Signal(str)
    swap_wanted = Signal(str)
    edit_wanted = Signal(str, str)
    mail_wanted = Signal(str)

    def __init__(self, bridge: Bridge, pulse: Pulse, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._zone = bridge, zone
        self.view: TodayView | None = None
        self.cards: dict[str, ListCard] = {}
        self._made: dict[str, ListCard] = {}
        self._to_make = deque[TodayCard]()
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._make_next)
        self._unfolded: set[str] = set()
        self._was_clear: dict[str, bool] = {}  # by whose list it is; empty is everybody's
        self._person, self._is_narrow = "", False
        self._wanted = (
            "",
            "",
        )  # role and part; empty until the first answer: the person's own, and the present one
        self.greeting, self.date = w.Words("", "title"), w.Words("", "body", "t3")
        self.role = w.Segment((("rep", say("Rep")), ("manager", say("Manager"))), say("Whose day"))
        self.part = w.Segment(
            (("morning", say("Morning")), ("midday", say("Midday")), ("evening", say("End of day")), ("review", say("Week"))), say("Part of the day")
        )  # fmt: skip
        self.head, self.lists = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self.figures, self.columns = Figures(zone), (QVBoxLayout(), QVBoxLayout())
        self.note = w.ErrorStrip()
        self.pile = Pile(bridge, zone)
        self.print = w.IconButton("printer", say("Print day sheet"), key="Ctrl+P")
        self.go_on = w.Button(say("Go on with the pile"), icon="list-checks", key="P")
        self.checks = Checklist(zone)
        self._due = Throttle(self.read, self, pause_ms=1000)
        self._build()
        self._connect(pulse)
        self._dress()

    # --- parts ---

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        inside = QWidget()
        self.body = QScrollArea()
        self.body.setWidgetResizable(True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(12)
        column.addLayout(self._head())
        for part in (self.note, self.figures, self.pile):
            column.addWidget(part)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._beside())
        column.addStretch(1)
        self.body.setWidget(inside)
        row.addWidget(self.body, 1)
        row.addWidget(self.checks)
        self.go_on.hide()
        self.pile.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Today"))

    def _beside(self) -> QHBoxLayout:
        """The two columns of lists."""
        self.lists.setSpacing(12)
        for column in self.columns:
            column.setSpacing(12)
            self.lists.addLayout(column, 1)
        return self.lists

    def _head(self) -> QBoxLayout:
        """Greeting, then whose day and which part of it: below the greeting where the text is large."""
        hello, choice = QHBoxLayout(), QHBoxLayout()
        for row in (self.head, hello, choice):
            row.setSpacing(10)
        for part in (self.greeting, self.date, self.print):
            hello.addWidget(part)
        hello.addStretch(1)
        choice.addWidget(self.role)
        choice.addWidget(self.part)
        choice.addStretch(0)
        self.head.addLayout(hello, 1)
        self.head.addLayout(choice)
        return self.head

    def _dress(self) -> None:
        """Where text is large or the window small there is one column of lists, and the head takes two lines."""
        self._is_narrow = large = self._wants_narrow()
        self.head.setDirection(
            QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        )
        self.lists.setStretch(1, 0 if large else 1)
        if self.view is not None:
            self.figures.show_figures(self.view, self._bridge.now(), self._is_narrow)
            self._show_cards(self.view)

    def _wants_narrow(self) -> bool:
        t = Theme.current()
        return t.is_large or self.width() < t.px(LEAST_TWO)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wants_narrow() != self._is_narrow:
            self._dress()

    def _connect(self, pulse: Pulse) -> None:
        self._bridge.changed.connect(self._changed)
        pulse.minute.connect(self.pile.outdate)
        pulse.minute.connect(self._due)
        self.role.chosen.connect(lambda role: self._choose(role, self._wanted[1]))
        self.part.chosen.connect(lambda part: self._choose(self._wanted[0], part))
        self.pile.left.connect(self.leave_pile)
        self.go_on.clicked.connect(self.open_pile)
        self.pile.call_wanted.connect(self.call_wanted)
        self.pile.reply_wanted.connect(self.reply_wanted)
        self.pile.mail_wanted.connect(self.mail_wanted)
        self.checks.opened.connect(self.opened)
        Theme.current().changed.connect(self._dress)
        self.print.clicked.connect(lambda: self._bridge.ask(lambda read: read.day_sheet(), self.print_sheet))
        QShortcut(
            QKeySequence("Ctrl+P"),
            self,
            self.print.click,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    # --- facts in ---

    def read(self) -> None:
        if self.isVisible():
            role, part = self._wanted
            self._bridge.ask(
                lambda read: read.today(role, part), lambda view: self._answered(view, role, part)
            )

    def _choose(self, role: str, part: str) -> None:
        self._wanted = role, part
        self.read()

    def _answered(self, view: TodayView, role: str, part: str) -> None:
        """An answer to an older choice is dropped: the person has gone on to another part of the day."""
        if (role, part) != self._wanted:
            return
        before, self._person = self._person, view.staff_id
        if role and before not in ("", view.staff_id):  # the one who sat here before chose it
            self._choose("", part)
            return
        self._wanted = view.role, view.part
        self.role.choose(view.role)
        self.part.choose(view.part)
        self._greet(view)
        self.show_view(view)

    def _greet(self, view: TodayView) -> None:
        now, first = self._bridge.now(), view.name.split(" ")[0]
        hello = {
            "morning": say("Good morning"),
            "midday": say("Good afternoon"),
            "evening": say("Good evening"),
        }[view.present]
        self.greeting.setText(f"{hello}, {first}" if first else hello)
        self.date.setText(formats.day_full(now, self._zone))

    def _changed(self, changes: Changes) -> None:
        item = self.pile.item
        if item is not None and (item.lead_id in changes.leads or changes.kinds & _BEARS_ON_ALL):
            self.pile.outdate()
        if changes.leads or changes.kinds & {"cleared", "quarantine", "settings", "staff", "stock"}:
            self._due()

    def show_view(self, view: TodayView) -> None:
        self.view = view
        self.figures.show_figures(view, self._bridge.now(), self._is_narrow)
        if self.go_on.isHidden():
            self.pile.show_items(view.pile, view.pile_count)
        else:
            self.pile.hold_items(view.pile, view.pile_count)
        self._show_cards(view)
        self._note_clear(view)
        self.checks.show_view(view, self._bridge.now())

    def _note_clear(self, view: TodayView) -> None:
        """The record keeps who brought the last check of a list to hold."""
        whose = "" if view.role == "manager" else view.staff_id
        is_clear = all(check.done for check in view.checks)
        if is_clear and self._was_clear.get(whose) is False:
            self._run(c.NoteClear(whose=whose))
        self._was_clear[whose] = is_clear

    def _show_cards(self, view: TodayView) -> None:
        """The lists are made one a turn, so that the window answers in between, and shown together."""
        self._to_make, self._made = deque(view.cards), dict[str, ListCard]()
        self._next.start()

    def finish(self) -> None:
        """Make and show at once what is still to come."""
        while self._next.isActive():
            self._make_next()

    def _make_next(self) -> None:
        if not self._to_make:
            self._next.stop()
            self._place_cards()
            return
        told = self._to_make.popleft()
        card = ListCard(told, self._zone, self._bridge.now(), told.key in self._unfolded)
        card.acted.connect(self.act)
        card.unfolded.connect(self._unfold)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self._made[told.key] = card

    def _place_cards(self) -> None:
        place = self.body.verticalScrollBar().value()
        for column in self.columns:
            emptied(column)
        self.cards = self._made
        across = 1 if self._is_narrow else 2
        for number, card in enumerate(self.cards.values()):
            self.columns[number % across].addWidget(card)
        for column in self.columns[:across]:
            column.addStretch(1)
        self.body.verticalScrollBar().setValue(place)

    def _unfold(self, key: str) -> None:
        self._unfolded.add(key)
        if self.view is not None:
            self._show_cards(self.view)
            self.finish()

    # --- acts ---

    def act(self, row: TodayRow, act: str) -> None:
        """What the button of a line does."""
        self.note.say("")
        goes = {"open": self.opened, "visit": self.opened, "call": self.call_wanted, "answer": self.reply_wanted, "swap": self.swap_wanted}  # fmt: skip
        if act in goes:
            goes[act].emit(row.lead_id)
        elif act == "edit":
            self.edit_wanted.emit(row.lead_id, row.message_id)
        elif act == "assign":
            self._bridge.ask(lambda read: read.people(), lambda people: self._offer(row, people))
        else:
            self._run({"approve": _approval, "confirm": _confirmed, "resume": _resumed}[act](row))

    def _offer(self, row: TodayRow, people: Sequence[PersonView]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in sorted((p for p in people if p.active), key=lambda p: not p.on_shift):
            shift = say("on shift") if person.on_shift else say("off shift")
            act = menu.addAction(f"{person.name} · {person.role_words} · {shift}")
            act.triggered.connect(lambda _=False, to=person.id: self.assign(row.lead_id, to))
        menu.popup(QCursor.pos() if self.underMouse() else self.mapToGlobal(QPoint(self.width() // 3, 200)))

    def assign(self, lead_id: str, to: str) -> None:
        self._run(c.AssignLead(lead_id=lead_id, to=to))

    def _run(self, command: c.Command) -> None:
        self._bridge.run(command, None, self._troubled)

    def _troubled(self, trouble: Any) -> None:
        self.note.say(trouble.said)

    def print_sheet(self, sheet: DaySheetView) -> None:
        """The day on paper, for the hour in which nobody can ask the desk (DESK-10)."""
        from desk.views.printing import print_out
        from desk.views.today.sheet import page

        print_out(page(sheet, self._zone), self)

    # --- the pile ---

    def leave_pile(self) -> None:
        """Esc: the pile folds; it opens again at the same item."""
        self.pile.hide()
        self.go_on.setVisible(bool(self.pile.items))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_pile(self) -> None:
        self.go_on.hide()
        self.pile.show_items(self.pile.items, self.pile.many)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = KEYS.get(event.text().upper())
        if self.pile.isVisible() and act:
            self.pile.act(act)
        elif self.pile.isVisible() and event.key() == Qt.Key.Key_Escape:
            self.leave_pile()
        elif self.go_on.isVisible() and event.key() == Qt.Key.Key_P:
            self.open_pile()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().colour("canvas"))


def _approval(row: TodayRow) -> c.Command:
    return c.DecideDraft(message_id=row.message_id, verdict="approve")


def _confirmed(row: TodayRow) -> c.Command:
    return c.ClearItem(item=row.key, lead_id=row.lead_id)


def _resumed(row: TodayRow) -> c.Command:
    return c.ResumeLead(lead_id=row.lead_id)
