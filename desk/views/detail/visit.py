"""Booking a visit, in place: day and time of the store; a time that is full names the free ones (APPT-01)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.models import commands as c
from desk.models.snapshots.lead import LeadView
from desk.views import formats
from desk.views import widgets as w
from desk.views.detail.forms import MomentField, Refusal, captioned, saves
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say

FIRST_HOUR = 10  # what is offered first, the next day


class VisitForm(w.Card):
    """``closed`` when the visit is booked or left."""

    closed = Signal()

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__("accent", parent=parent)
        self._lead = lead
        self.title, self.line = w.Words("", "name"), w.Words("", "secondary", "t2", wrap=True)
        self.starts, self.refusal = MomentField(), Refusal()
        self.book_button = w.Button(say("Book"), "primary", icon="calendar-check", key="Ctrl ↵")
        self.leave_button = w.Button(say("Leave it"), "ghost", key="Esc")
        self._build()
        self.book_button.clicked.connect(self.submit)
        self.leave_button.clicked.connect(self.closed)
        self.hide()

    def _build(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(7)
        column.addWidget(self.title)
        column.addWidget(self.line)
        row.addLayout(captioned(say("Day and time, the store's"), self.starts))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.refusal)
        foot = QHBoxLayout()
        foot.addWidget(self.book_button)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        column.addLayout(foot)

    def ask(self, view: LeadView) -> None:
        """A visit that is open already moves to the time given here; the customer hears of either."""
        self.title.setText(say("Book a visit for {name}", name=view.first or view.card.name))
        moves = view.card.stage == "appointment_set"
        booked = say("A visit stands already; it moves to this time. The assistant tells the customer.")
        new = say("The assistant confirms it to the customer, as far as they may be written to.")
        self.line.setText(booked if moves else new)
        day = formats.local(self._lead.now() + timedelta(days=1), self._lead.zone)
        self.starts.setDateTime(QDateTime(day.year, day.month, day.day, FIRST_HOUR, 0, 0))
        self.refusal.say("")
        self.book_button.setEnabled(True)
        self.show()
        self.starts.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if saves(event):
            self.book_button.click()
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        told = self.starts.dateTime().toPython()
        assert isinstance(told, datetime), "Qt gives the field's moment"
        self.book_button.setEnabled(False)
        starts = told.replace(tzinfo=ZoneInfo(self._lead.zone))
        command = c.BookAppointment(lead_id=self._lead.id, starts=starts)
        self._lead.run(command, lambda _: self.closed.emit(), self._refused)

    def _refused(self, trouble: Any) -> None:
        self.refusal.show_trouble(trouble)
        self.book_button.setEnabled(True)
