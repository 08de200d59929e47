"""Putting a lead on hold, in place: reason, date, note; a refusal names exactly what is missing (FLOW-03)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.models import commands as c
from desk.models.snapshots.lead import LeadView
from desk.views import formats
from desk.views import widgets as w
from desk.views.detail.forms import DayField, Refusal, TextField, captioned, mark_wrong, saves
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say
from desk.views.widgets.wrapped import wrapped


class HoldForm(w.Card):
    """``closed`` when the lead is on hold or stays where it is."""

    closed = Signal()

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent=parent)
        self._lead = lead
        self.title = w.Words("", "name", "warn")
        self.kind = w.Segment(
            (("organic", say("Organic order")), ("live", say("Live order"))), say("Kind of order")
        )
        self.reason, self.note = QLineEdit(), TextField(say("Note to the manager"), 1)
        self.until = DayField()
        self.refusal = Refusal()
        self.hold_button = w.Button(say("Put on hold"), "primary", icon="pause", key="Ctrl ↵")
        self.leave_button = w.Button(say("Keep working"), "ghost", key="Esc")
        self._build()
        self.hold_button.clicked.connect(self.submit)
        self.leave_button.clicked.connect(self.closed)
        self.note.sent.connect(self.submit)
        self.note.left.connect(self.closed)
        self.reason.returnPressed.connect(self.submit)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(7)
        column.addWidget(self.title)
        line = say(
            "An organic order may rest with a reason, a date and a note. A live order is worked or closed."
        )
        column.addWidget(w.Words(line, "secondary", "t2", wrap=True))
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addLayout(captioned(say("Reason"), self.reason), 1)
        row.addLayout(captioned(say("Comes back on"), self.until))
        column.addLayout(row)
        column.addLayout(captioned(say("Note to the manager"), self.note))
        column.addWidget(self.refusal)
        column.addLayout(wrapped(8, (self.hold_button, self.leave_button)))

    def ask(self, view: LeadView) -> None:
        self.title.setText(say("Put {name} on hold?", name=view.first or view.card.name))
        self.kind.choose("live" if view.order_kind == "live" else "organic")
        for field in (self.reason, self.note):
            field.clear()
        tomorrow = formats.local(self._lead.now() + timedelta(days=7), self._lead.zone)
        self.until.setDate(QDate(tomorrow.year, tomorrow.month, tomorrow.day))
        self._show_missing(())
        self.refusal.say("")
        self.show()
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if saves(event):
            self.hold_button.click()
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        day = self.until.date()
        until = datetime(day.year(), day.month(), day.day(), 9, tzinfo=ZoneInfo(self._lead.zone))
        command = c.HoldLead(
            lead_id=self._lead.id,
            kind=self.kind.choice(),
            reason=self.reason.text().strip(),
            until=until,
            note=self.note.toPlainText().strip(),
        )
        self._lead.run(command, lambda _: self.closed.emit(), self._refused)

    def _refused(self, trouble: Any) -> None:
        self.refusal.show_trouble(trouble)
        self._show_missing(trouble.missing)

    def _show_missing(self, missing: tuple[str, ...]) -> None:
        for name, field in (("reason", self.reason), ("note", self.note), ("date", self.until)):
            mark_wrong(field, name in missing)
