"""The first start: look at the demo store, or set up one's own (firstrun.png)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.detail.side import Ruled
from desk.views.text import say
from desk.views.theme import Theme


class Welcome(QWidget):
    """``demo_wanted`` or ``setup_wanted``."""

    demo_wanted = Signal()
    setup_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.demo = w.Button(say("Open demo"), "primary", size="large", key="↵")
        self.start = w.Button(say("Start"))
        self.demo.clicked.connect(self.demo_wanted)
        self.start.clicked.connect(self.setup_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(90, 40, 90, 40)
        row.setSpacing(80)
        row.addLayout(self._words(), 1)
        row.addLayout(self._ways())

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(w.Mark(48))
        column.addWidget(w.Words(say("Answer every doorbell.\nLose track of no one."), "welcome"))
        line = say(
            "Sales Desk greets each internet lead in seconds, tells the right person, and keeps every customer on one board until they buy or say no."
        )
        column.addWidget(w.Words(line, "body", "t2", wrap=True))
        facts = QHBoxLayout()
        facts.setSpacing(8)
        for icon, words in (
            ("monitor", say("Runs on this computer")),
            ("shield-check", say("Nothing sends until you say so")),
        ):
            facts.addWidget(w.Icon(icon, "accent", 16))
            facts.addWidget(w.Words(words, "secondary", "t2"))
            facts.addSpacing(12)
        facts.addStretch(1)
        column.addLayout(facts)
        column.addStretch(1)
        return column

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
        card = w.Card("accent")
        row = QHBoxLayout(card)
        row.setContentsMargins(18, 18, 18, 18)
        row.setSpacing(14)
        words = QVBoxLayout()
        words.addWidget(w.Words(say("Try the demo store"), "section"))
        words.addWidget(
            w.Words(
                say("An invented store at work. Nothing is sent to anyone."), "secondary", "t2", wrap=True
            )
        )
        row.addWidget(w.Icon("store", "accent", 24))
        row.addLayout(words, 1)
        row.addWidget(self.demo)
        card.setFixedWidth(Theme.current().px(480))
        return card

    def _steps_card(self) -> w.Card:
        card = w.Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 10)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(w.Words(say("Set up my store"), "section"), 1)
        head.addWidget(w.Words(say("about 25 minutes, stop any time"), "secondary", "t3"))
        head.addWidget(self.start)
        column.addLayout(head)
        column.addSpacing(8)
        steps = (
            ("store", say("Store and hours"), say("Name, place, when you are open")),
            ("mail", say("Mailbox"), say("Where leads arrive and replies go out")),
            ("message-square", say("Texting number"), say("A store number customers can text")),
            ("car", say("Inventory"), say("Answers by stock number, checks visits")),
            ("users", say("Team and shifts"), say("Reps, managers, who is on when")),
        )
        for icon, name, words in steps:
            column.addWidget(self._step(icon, name, words))
        card.setFixedWidth(Theme.current().px(480))
        return card

    def _step(self, icon: str, name: str, words: str) -> QWidget:
        line = Ruled()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 8, 0, 9)
        row.setSpacing(12)
        row.addWidget(w.Icon(icon, "accent", 18))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(w.Words(name, "row"))
        column.addWidget(w.Words(words, "secondary", "t3"))
        row.addLayout(column, 1)
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.demo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().colour("canvas"))
