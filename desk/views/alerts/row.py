"""One alert of the notification centre, with its clock and its acts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from desk.models.snapshots.frame import AlertView
from desk.views import formats
from desk.views import widgets as w
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.toasts import KINDS, AlertIcon, acts_of

_KEYS = {"claim": "G", "call": "C", "open": "↵", "snooze": "S"}


def _headline(alert: AlertView) -> str:
    """Its class and what it is about; the name, which a notice outside the window begins with, stands below."""
    about = alert.title.removeprefix(alert.name).strip() if alert.name else alert.title
    return f"{row_words(alert.kind)}: {about}" if about != alert.title else alert.title


def row_words(kind: str) -> str:
    return {
        "doorbell": say("Doorbell"),
        "handoff": say("Handoff"),
        "escalation": say("Overdue"),
        "appointment": say("Visit"),
    }.get(kind, say("To see to"))


class AlertRow(QFrame):
    """One alert: class, who, what, the clock, and its acts. ``acted``: the act."""

    acted = Signal(str)

    def __init__(self, alert: AlertView, now: object, zone: str, keys: bool) -> None:
        super().__init__()
        self.alert, self.chosen = alert, keys
        self.timer = w.TimerTag(alert.timer, now)  # type: ignore[arg-type]  # the moment's giver
        self._zone = zone
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 11, 12, 12)
        row.setSpacing(11)
        row.addWidget(AlertIcon(alert.kind), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addLayout(self._head())
        column.addLayout(self._who())
        body = " ".join(part for part in (alert.body, alert.next) if part)
        column.addWidget(w.Words(body, "secondary", "t2", wrap=True))
        column.addLayout(self._acts(keys))
        row.addLayout(column, 1)
        self.setAccessibleName(f"{alert.title}. {alert.name}. {body}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _head(self) -> QHBoxLayout:
        row, ink = QHBoxLayout(), KINDS[self.alert.kind][2]
        row.addWidget(w.Words(_headline(self.alert), "secondary_strong", ink, wrap=True), 1)
        if self.alert.timer.kind in ("running", "waiting") and not self.alert.done:
            row.addWidget(self.timer, 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addWidget(w.Words(formats.clock_full(self.alert.raised, self._zone), "secondary", "t3"))
        return row

    def _who(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self.alert.name:
            row.addWidget(w.ElidedWords(self.alert.name, "name"))
        if self.alert.temperature is not None and self.alert.band:
            row.addWidget(w.TemperatureChip(self.alert.temperature, self.alert.band))
        row.addStretch(1)
        return row

    def _acts(self, keys: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 5, 0, 0)
        row.setSpacing(6)
        acts = acts_of(self.alert) if not self.alert.done else [("open", say("Open"))]
        for place, (act, words) in enumerate(acts):
            kind = "ghost" if act == "snooze" else "default" if place else "primary"
            key = _KEYS[act] if keys and act in ("claim", "call") and not place else ""
            button = w.Button(words, kind, key=key, size="row")
            button.setToolTip(f"{words} ({_KEYS[act]})")
            button.clicked.connect(lambda _=False, act=act: self.acted.emit(act))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def tick(self) -> None:
        self.timer.tick()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        if self.chosen:
            p.fillRect(self.rect(), t.colour("hover"))
        p.setPen(t.pen("line"))
        p.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
