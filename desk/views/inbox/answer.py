"""A question the store's answers could not meet: who asked, and the answer a person writes for the next time (AI-13)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.models import commands as c
from desk.models.snapshots.inbox import InboxItem
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import Refusal, TextField
from desk.views.text import say
from desk.views.theme import Theme


class AnswerPage(QWidget):
    """``opened``: the lead that asked. Saving the answer clears the request."""

    opened = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.item: InboxItem | None = None
        self.question, self.times = w.Words("", "title", wrap=True), w.Words("", "secondary", "t2")
        self.field, self.refusal = TextField(say("The answer customers get"), 6), Refusal()
        self.save = w.Button(say("Save the answer"), "primary", key="Ctrl ↵")
        self.drop = w.Button(say("No answer needed"))
        self.open = w.Button(say("Open the lead"), "ghost")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        line = say("Only approved answers are given. What you write here is used from the next question on.")
        for part in (
            self.question,
            self.times,
            self.field,
            w.Words(line, "secondary", "t3", wrap=True),
            self.refusal,
        ):
            column.addWidget(part)
        row = QHBoxLayout()
        for button in (self.save, self.drop, self.open):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.save.clicked.connect(self.keep)
        self.drop.clicked.connect(self.clear)
        self.open.clicked.connect(lambda: self.opened.emit(self.item.lead_id if self.item else ""))
        w.on_ctrl_enter(self, self.keep)

    def show_item(self, item: InboxItem) -> None:
        if self.item is not None and self.item.key == item.key:
            return
        self.item = item
        self.question.setText(item.words)
        self.times.setText(item.name)
        self.field.clear()
        self.refusal.say("")
        self.open.setVisible(bool(item.lead_id))

    def keep(self) -> None:
        if self.item is None:
            return
        command = c.SaveKnowledge(question=self.item.words, answer=self.field.toPlainText().strip())
        self._bridge.run(command, lambda _: self.clear(), self.refusal.show_trouble)

    def clear(self) -> None:
        if self.item is not None:
            command = c.ClearItem(item=self.item.key, lead_id=self.item.lead_id)
            self._bridge.run(command, None, self.refusal.show_trouble)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().colour("surface"))
