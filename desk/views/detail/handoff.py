"""The customer asked for a person: their words, the clock that runs, and what to do now (AI-21 ... AI-23)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots.lead import LeadView
from desk.models.words import MAY_HAVE_STOPPED
from desk.views import widgets as w
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say, told
from desk.views.theme import Theme


def _holds() -> str:
    return say("The AI holds its next message for you.")


def _in_doubt() -> str:
    return say(
        "Held for a stop until you say: nobody can write there. The same words will be read your way from now on."
    )


class HandoffCard(w.Card):
    """``act``: call | reply | claim, and where the customer may have said stop (R4): stopped | go_on."""

    act = Signal(str)

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent=parent)
        self.title = w.Words("", "name", wrap=True)
        self.quote = w.Words("", "body", "t2", wrap=True)
        self.line = w.Words(_holds(), "body", "t2", wrap=True)
        self.timer: w.TimerTag | None = None
        self._now = lead.now
        self.call = w.Button(say("Call"), "primary", key="C", icon="phone", size="row")
        self.reply = w.Button(say("Reply"), key="R", size="row")
        self.claim = w.Button(say("I take it"), "ghost", key="G", size="row")
        self.stopped = w.Button(say("Yes, they said stop"), "primary", icon="ban", size="row")
        self.go_on = w.Button(say("No, go on"), size="row")
        self._head = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        self._head.addWidget(w.Icon("concierge-bell", "warn", 16))
        self._head.addWidget(self.title, 1)
        column.addLayout(self._head)
        column.addWidget(self.quote)
        column.addWidget(self.line)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        for name, button in (
            ("stopped", self.stopped),
            ("go_on", self.go_on),
            ("call", self.call),
            ("reply", self.reply),
            ("claim", self.claim),
        ):
            button.clicked.connect(lambda _=False, name=name: self.act.emit(name))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def show_lead(self, view: LeadView) -> None:
        self.setVisible(bool(view.handoff_words))
        if not view.handoff_words:
            return
        self.title.setText(view.handoff_words)
        self.quote.setText(f"“{view.handoff_quote}”")
        self.quote.setVisible(bool(view.handoff_quote))
        self.line.setVisible(not Theme.current().is_large)
        in_doubt = view.handoff_words == told(MAY_HAVE_STOPPED)
        self.line.setText(_in_doubt() if in_doubt else _holds())
        for button in (self.stopped, self.go_on):
            button.setVisible(in_doubt)
        can_call = "call" in view.channels and not in_doubt
        self.call.setVisible(can_call)
        self.reply.kind = "default" if can_call or in_doubt else "primary"
        if self.timer is None:
            self.timer = w.TimerTag(view.handoff_timer, self._now)
            self._head.addWidget(self.timer)
        self.timer.show_timer(view.handoff_timer)

    def tick(self) -> None:
        if self.timer is not None:
            self.timer.tick()
