"""Are these the same customer: signs first, both records beside each other, and what one record would hold (inbox-merge.png)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.models.changes import Changes
from desk.models.commands import MergeLeads, NotDuplicate, TellManager
from desk.models.snapshots.merge import MergeSide, MergeView
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import Refusal
from desk.views.inbox.merge_rows import LEFT, RIGHT, Ground, HeadRow, LineRow, SignCard
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.undo_strip import FOOT
from desk.views.widgets.rows import emptied

NARROW = 760


def _head(view: MergeView) -> tuple[MergeSide, MergeSide, str]:
    """What the head over the columns says."""
    return view.left, view.right, view.result_words


class MergePage(QWidget):
    """One suspected duplicate. ``stepped``: J (+1) or K (-1); ``closed``: back to the list."""

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, bridge: Bridge, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._zone = bridge, zone
        self.view: MergeView | None = None
        self._wanted = ""
        self.choices: dict[str, str] = {}
        self._is_tight = False
        self.rows: dict[str, LineRow] = {}
        self.in_hand = ""
        self.title = w.Words(say("Are these the same customer?"), "title")
        self.skate = w.Badge(say("Skate radar"), "warn", "eye")
        self.raised, self.likely = (
            w.Words("", "secondary", "t3", wrap=True),
            w.Words("", "secondary", "t2", wrap=True),
        )
        self.signs, self.heads, self.table, self.foot = (
            QHBoxLayout(),
            QVBoxLayout(),
            QVBoxLayout(),
            QHBoxLayout(),
        )
        self.says = tuple(w.Words("", "secondary", "t2", wrap=True) for _ in range(3))
        self.refusal = Refusal()
        self.tell, self.above = QCheckBox(), QWidget()
        self.manager = w.Button(say("Tell the manager"), "ghost", key="M", icon="user-round")
        self.different = w.Button(say("Not the same"), key="X")
        self.merge = w.Button(say("Merge"), "primary", key="Ctrl ↵", icon="arrow-left-right")
        self._build()
        self._connect()

    # --- parts ---

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.head, self.strip, self.bar = QFrame(), Ground("canvas"), QFrame()
        self.bar.setObjectName(FOOT)
        whole.addWidget(self._head())
        whole.addWidget(self._middle(), 1)
        whole.addWidget(self._bar())

    def _head(self) -> QWidget:
        column, row = QVBoxLayout(self.head), QHBoxLayout()
        column.setContentsMargins(20, 14, 16, 10)
        column.setSpacing(4)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.skate)
        self.raised.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.raised, 1)
        column.addLayout(row)
        column.addWidget(self.likely)
        return self.head

    def _middle(self) -> QWidget:
        self.body, inside = QScrollArea(), Ground("surface")
        self.body.setWidgetResizable(True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table.setSpacing(0)
        self.strip.setLayout(self.signs)
        self.signs.setContentsMargins(20, 12, 20, 12)
        self.signs.setSpacing(10)
        column.addWidget(self.strip)
        column.addLayout(self.heads)
        column.addLayout(self.table)
        column.addStretch(1)
        self._build_foot()
        column.addLayout(self.foot)
        self.body.setWidget(inside)
        return self.body

    def _build_foot(self) -> None:
        self.foot.setContentsMargins(20, 14, 20, 14)
        self.foot.setSpacing(24)
        for title, words in zip(
            (say("What it does"), say("What it keeps"), say("Coverage")), self.says, strict=True
        ):
            column = QVBoxLayout()
            column.setSpacing(3)
            column.addWidget(w.Words(title, "secondary_strong"))
            column.addWidget(words)
            column.addStretch(1)
            self.foot.addLayout(column, 1)

    def _bar(self) -> QWidget:
        column, row, over = QVBoxLayout(self.bar), QHBoxLayout(), QHBoxLayout(self.above)
        over.setContentsMargins(0, 0, 0, 0)
        column.setContentsMargins(20, 10, 16, 10)
        column.addWidget(self.refusal)
        column.addWidget(self.above)
        row.setSpacing(8)
        self.beside = QHBoxLayout()
        self.beside.addWidget(self.tell)
        row.addLayout(self.beside)
        row.addStretch(1)
        for button in (self.manager, self.different, self.merge):
            row.addWidget(button)
        column.addLayout(row)
        return self.bar

    def _connect(self) -> None:
        Theme.current().changed.connect(self._dress)
        self._bridge.changed.connect(self._changed)
        self.manager.clicked.connect(self.tell_manager)
        self.different.clicked.connect(self.tell_apart)
        self.merge.clicked.connect(self.join)
        w.on_ctrl_enter(self, self.join)

    def _is_narrow(self) -> bool:
        return self.width() < Theme.current().px(NARROW)

    def _fit(self) -> None:
        """Where the foot is narrow, the tick stands in a line of its own."""
        is_narrow = self._is_narrow()
        home = self.above.layout() if is_narrow else self.beside
        if home is not None and home.indexOf(self.tell) < 0:
            home.addWidget(self.tell)
        self.above.setVisible(is_narrow and not self.tell.isHidden())

    def _dress(self) -> None:
        """Another theme, text size or width: all rows are made anew."""
        self._is_tight = Theme.current().is_large or self._is_narrow()
        if self.view is not None:
            view, self.view, self.rows = self.view, None, {}
            self.show_view(view)

    # --- facts in ---

    def select(self, duplicate_id: str) -> None:
        """Show this pair; choices already made on another are forgotten."""
        if duplicate_id != self._wanted:
            self._wanted, self.choices, self.view, self.in_hand = duplicate_id, {}, None, ""
            self.refusal.say("")
        self.read()

    def read(self) -> None:
        wanted, choices = self._wanted, dict(self.choices)
        if wanted:
            self._bridge.ask(
                lambda read: read.duplicate(wanted, choices), lambda view: self._came(wanted, choices, view)
            )

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and self.view is not None and changes.leads & self._shown():
            self.read()

    def _shown(self) -> frozenset[str]:
        assert self.view is not None, "asked while one is shown"
        return frozenset((self.view.left.card.id, self.view.right.card.id))

    def _came(self, wanted: str, choices: dict[str, str], view: MergeView | None) -> None:
        """An answer to an older question is let go."""
        if view is not None and wanted == self._wanted and choices == self.choices:
            self.show_view(view)

    def show_view(self, view: MergeView) -> None:
        before, self.view = self.view, view
        at = formats.when(view.raised, self._zone, self._bridge.now()).removeprefix(say("Today "))
        raised = say("raised {at}, {words}", at=at, words=view.raised_words)
        beside = not self._is_tight  # where there is little room it stands in the line below
        self.raised.setText(raised if beside else "")
        self.likely.setText(f"{view.likely_words}{'' if beside else f', {raised}'}. {view.who_words}")
        self.skate.setVisible(view.skate)
        if before is None or before.signs != view.signs:
            self._lay(self.signs, [SignCard(sign) for sign in view.signs], 1)
        if before is None or _head(before) != _head(view):
            self._lay(
                self.heads, [HeadRow(*_head(view), self._zone, self._bridge.now(), tight=self._is_tight)]
            )
        self._show_table(view)
        for label, words in zip(self.says, (view.does, view.keeps, view.coverage), strict=True):
            label.setText(words)
        self._show_bar(view)

    def _lay(self, layout: QBoxLayout, parts: Sequence[QWidget], stretch: int = 0) -> None:
        """Put parts in the place of others at once, without a moment in which neither is seen."""
        emptied(layout)
        for part in parts:
            layout.addWidget(part, stretch)
            part.show()

    def _show_table(self, view: MergeView) -> None:
        """Rows that are there already take the new words, so that the eye keeps its place."""
        told = [(line.key, bool(line.choices)) for line in view.lines]
        if told != [(key, bool(row.line.choices)) for key, row in self.rows.items()]:
            self._lay_rows(view)
        for line in view.lines:
            self.rows[line.key].show_line(line)
        if self.in_hand not in self._choosable():
            self.in_hand = next(iter(sorted(self._choosable(), key=lambda key: key != "owner")), "")
        self._take(self.in_hand)

    def _lay_rows(self, view: MergeView) -> None:
        self.rows = {line.key: LineRow(line, tight=self._is_tight) for line in view.lines}
        for row in self.rows.values():
            row.chosen.connect(self.choose)
            row.taken.connect(self._take)
        self._lay(self.table, tuple(self.rows.values()))

    def _show_bar(self, view: MergeView) -> None:
        """Who may not decide tells the manager; a decided pair has nothing left to press."""
        self.tell.setText(view.tell_words)
        self.tell.setVisible(bool(view.tell_words) and view.may_decide and view.open)
        tight = self._is_tight
        self.merge.set_words(say("Merge") if tight else say("Merge, keep {name}", name=view.left.first))
        self.manager.set_words(say("Manager") if tight else say("Tell the manager"))
        for button in (self.manager, self.different, self.merge):
            button.setMinimumWidth(button.sizeHint().width())
        for button in (self.different, self.merge):
            button.setEnabled(view.open and view.may_decide)
        self.manager.setEnabled(view.open)
        self._fit()
        if not view.may_decide:
            self.refusal.say(say("Another person's customer is in this pair, so a manager decides."))

    # --- choosing ---

    def _choosable(self) -> tuple[str, ...]:
        return tuple(key for key, row in self.rows.items() if row.line.choices)

    def _take(self, key: str) -> None:
        self.in_hand = key
        for name, row in self.rows.items():
            row.take(name == key)
        if key in self.rows:
            self.body.ensureWidgetVisible(self.rows[key], 0, 20)

    def walk(self, by: int) -> None:
        """Take the next line that has a choice."""
        keys = self._choosable()
        if keys:
            place = keys.index(self.in_hand) if self.in_hand in keys else -by
            self._take(keys[max(0, min(len(keys) - 1, place + by))])

    def choose(self, key: str, side: str) -> None:
        """The side that wins on a line; the preview is made anew."""
        self.choices[key] = side
        self._take(key)
        self.read()

    # --- verdicts ---

    def join(self) -> None:
        view = self.view
        if view is None or not self.merge.isEnabled():
            return
        command = MergeLeads(
            kept_id=view.left.card.id, gone_id=view.right.card.id, choices=dict(self.choices),
            tell=self.tell.isChecked(),
        )  # fmt: skip
        self._bridge.run(command, None, self.refusal.show_trouble)

    def tell_apart(self) -> None:
        if self.view is not None and self.different.isEnabled():
            self._bridge.run(
                NotDuplicate(duplicate_id=self.view.duplicate_id), None, self.refusal.show_trouble
            )

    def tell_manager(self) -> None:
        if self.view is not None and self.manager.isEnabled():
            command = TellManager(duplicate_id=self.view.duplicate_id)
            self._bridge.run(command, lambda _: self._told(), self.refusal.show_trouble)

    def _told(self) -> None:
        self.manager.setEnabled(False)
        self.manager.set_words(say("The manager was told"))

    def take_key(self, event: QKeyEvent) -> bool:
        """A single key of this page, also when the list has the focus; True when it was acted on."""
        acts = dict(self._acts())
        act = acts.get(event.text().upper())
        if act is None:
            return False
        act()
        return True

    def _acts(self) -> Iterator[tuple[str, Any]]:
        yield "1", lambda: self._side(LEFT)
        yield "2", lambda: self._side(RIGHT)
        yield "X", self.tell_apart
        yield "M", self.tell_manager
        yield "J", lambda: self.stepped.emit(1)
        yield "K", lambda: self.stepped.emit(-1)

    def _side(self, side: str) -> None:
        if self.in_hand:
            self.choose(self.in_hand, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.walk(steps[key])
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not self.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_tight != (Theme.current().is_large or self._is_narrow()):
            self._dress()
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("surface"))
        p.fillRect(self.bar.geometry(), t.colour("canvas"))
        p.setPen(t.pen("line"))
        for y in (self.body.y() - 1, self.bar.y()):
            p.drawLine(0, y, self.width(), y)
