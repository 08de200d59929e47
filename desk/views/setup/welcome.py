"""The first start: look at the demo store, or set up one's own (firstrun.png)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.views import paint
from desk.views import widgets as w
from desk.views.detail.side import Ruled
from desk.views.setup.look import LookButtons
from desk.views.setup.picture import BoardPicture
from desk.views.text import say
from desk.views.theme import Theme


class Welcome(QWidget):
    """``demo_wanted`` or ``setup_wanted``."""

    demo_wanted = Signal()
    setup_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.span = w.Words(say("about 25 minutes, stop any time"), "secondary", "t3")
        self.picture = BoardPicture()
        self.demo = w.Button(say("Open demo"), "primary", size="large", key="↵")
        self.start = w.Button(say("Start"))
        self.demo.clicked.connect(self.demo_wanted)
        self.start.clicked.connect(self.setup_wanted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 10, 20, 20)
        whole.addLayout(self._head())
        row = QHBoxLayout()
        row.setSpacing(60)
        row.addStretch(1)
        row.addLayout(self._words(), 6)
        row.addLayout(self._ways())
        row.addStretch(1)
        whole.addLayout(row, 1)
        self._dress()
        Theme.current().changed.connect(self._dress)

    def _dress(self) -> None:
        """In large text the words need the picture's room, and the facts stand one under the other."""
        large, directions = Theme.current().is_large, QBoxLayout.Direction
        self.facts.setDirection(directions.TopToBottom if large else directions.LeftToRight)
        self.picture.setVisible(not large)
        self.span.setWordWrap(large)

    def _head(self) -> QHBoxLayout:
        """What one may want before anything else: another theme, larger text."""
        row = QHBoxLayout()
        row.addWidget(w.Mark(26))
        row.addWidget(w.Words(say("Sales Desk"), "name"), 1)
        row.addWidget(LookButtons())
        return row

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.picture)
        column.addSpacing(24)
        column.addWidget(w.Words(say("Answer every doorbell.\nLose track of no one."), "welcome", wrap=True))
        line = say(
            "Sales Desk greets each internet lead in seconds, tells the right person, and keeps every customer on one board until they buy or say no."
        )
        column.addWidget(w.Words(line, "body", "t2", wrap=True))
        column.addSpacing(6)
        column.addLayout(self._facts())
        column.addStretch(1)
        return column

    def _facts(self) -> QBoxLayout:
        self.facts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.facts.setSpacing(8)
        for icon, words in (
            ("monitor", say("Runs on this computer")),
            ("key-round", say("Works without sync")),
            ("shield-check", say("Nothing sends until you say so")),
        ):
            fact = QHBoxLayout()
            fact.setSpacing(8)
            fact.addWidget(w.Icon(icon, "accent", 16))
            fact.addWidget(w.Words(words, "secondary", "t2", wrap=True), 1)
            self.facts.addLayout(fact, 1)
        return self.facts

    def _ways(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(1)
        column.addWidget(self._demo_card())
        column.addWidget(w.Words(say("or"), "secondary", "t3"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._steps_card())
        column.addStretch(1)
        return column

    def _demo_card(self) -> w.Card:
        card = w.Card("chosen")
        row = QHBoxLayout(card)
        row.setContentsMargins(18, 18, 18, 18)
        row.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(w.Words(say("Try the demo store"), "section"))
        words.addWidget(
            w.Words(
                say("An invented store with customers and a week of leads. Nothing is sent to anyone."),
                "secondary",
                "t2",
                wrap=True,
            )
        )
        words.addStretch(1)
        row.addWidget(IconTile("store", "accent", 44))
        row.addLayout(words, 1)
        row.addWidget(self.demo)
        card.setFixedWidth(Theme.current().space(480))
        return card

    def _steps_card(self) -> w.Card:
        card = w.Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 10)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(w.Words(say("Set up my store"), "section"), 1)
        head.addWidget(self.span)
        column.addLayout(head)
        column.addSpacing(8)
        steps = (
            ("store", say("Store and hours"), say("Name, place, when you are open")),
            ("mail", say("Mailbox"), say("Where leads arrive and replies go out")),
            ("message-square", say("Texting number"), say("A store number customers can text")),
            ("car", say("Inventory"), say("Answers by stock number, checks visits")),
            ("users", say("Team and shifts"), say("Reps, managers, who is on when")),
        )
        for number, (icon, name, words) in enumerate(steps):
            end = self.start if number == 0 else w.Words(say("5 min"), "secondary", "t3")
            line = Ruled() if number < len(steps) - 1 else QWidget()
            column.addWidget(self._step(line, icon, name, words, end))
        card.setFixedWidth(Theme.current().space(480))
        return card

    def _step(self, line: QWidget, icon: str, name: str, words: str, end: QWidget) -> QWidget:
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 8, 0, 9)
        row.setSpacing(12)
        row.addWidget(IconTile(icon, "accent" if end is self.start else "t2", 30))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(w.Words(name, "row"))
        column.addWidget(w.Words(words, "secondary", "t3", wrap=True))
        row.addLayout(column, 1)
        row.addWidget(end)
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.demo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().colour("canvas"))


class IconTile(w.Painted):
    """An icon on a tinted tile; the words beside it say what it means."""

    def __init__(self, icon: str, tone: str, box: int) -> None:
        self.icon_kind, self.tone, self.box = icon, tone, box
        super().__init__("")

    def measure(self, t: Theme) -> tuple[float, float]:
        return t.px(self.box), t.px(self.box)

    def draw(self, p: QPainter, t: Theme) -> None:
        side = t.px(self.box) * 0.5
        inset = (self.width() - side) / 2
        paint.rounded(p, QRectF(self.rect()), 8, "accent_tint" if self.tone == "accent" else "sunken", t)
        paint.paint_icon(p, self.icon_kind, inset, inset, side, t.tokens[self.tone])
