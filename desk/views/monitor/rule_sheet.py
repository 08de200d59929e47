"""The rule of a ladder as a sheet: read by everyone, its times changed by a manager (ILM-04, ILM-05).

It hangs below "Edit rule". Whom a step tells is the playbook's; the sheet changes when.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desk.models.commands import SetLadder
from desk.models.snapshots.monitor import LadderRule
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.monitor.rule_words import beside, typed, whom_for
from desk.views.popover import Popover
from desk.views.text import say, told
from desk.views.theme import Theme

_FIELD = 76


class RuleSheet(Popover):
    """``saved``: the times were recorded."""

    saved = Signal()

    def __init__(self, bridge: Bridge, rule: LadderRule, may_change: bool, parent: QWidget) -> None:
        super().__init__(told(rule.name), parent)
        self._bridge, self.rule, self.may_change = bridge, rule, may_change
        self.fields = [self._field(step.who, typed(step.after)) for step in rule.steps]
        self.again = self._field(say("Again, until answered"), typed(rule.repeat_every or timedelta()))
        self.refusal = w.Words("", "secondary", "bad", wrap=True)
        self.refusal.hide()
        self.save_button, self.leave = (
            w.Button(say("Save times"), "primary", key="↵"),
            w.Button(say("Leave it"), "ghost"),
        )
        self._build()

    def _field(self, who: str, words: str) -> QLineEdit:
        field = QLineEdit(words)
        field.setReadOnly(not self.may_change)
        field.setFixedWidth(Theme.current().px(_FIELD))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(say("{who}, after", who=who))
        field.returnPressed.connect(self.save)
        return field

    def _build(self) -> None:
        self.column.addWidget(w.Words(told(self.rule.name), "section", wrap=True))
        self.column.addWidget(w.Words(whom_for(self.rule), "secondary", "t2", wrap=True))
        self.column.addLayout(self._times())
        for note in self._notes():
            self.column.addWidget(w.Words(note, "secondary", "t3", wrap=True))
        self.column.addWidget(self.refusal)
        if self.may_change:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(self.save_button)
            row.addWidget(self.leave)
            row.addStretch(1)
            self.column.addLayout(row)
        self.save_button.setVisible(self.may_change)
        self.leave.setVisible(self.may_change)
        self.save_button.clicked.connect(self.save)
        self.leave.clicked.connect(self.close)

    def _times(self) -> QGridLayout:
        """A step a row: its number, whom it tells, after how long."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        told = [(str(n), step.who) for n, step in enumerate(self.rule.steps, start=1)]
        fields = list(self.fields)
        if self.rule.repeat_every:
            told.append(("", say("again, until answered")))
            fields.append(self.again)
        for row, ((number, who), field) in enumerate(zip(told, fields, strict=True)):
            grid.addWidget(w.Words(number, "secondary", "t3"), row, 0)
            grid.addWidget(w.Words(who[:1].upper() + who[1:], "body", wrap=True), row, 1)
            grid.addWidget(field, row, 2)
        return grid

    def _notes(self) -> list[str]:
        clock = (
            say("Counted from the start, in staffed time only.")
            if self.rule.pauses
            else say("Counted from the start, by night as well.")
        )
        acts = (
            say("Times such as 15m or 1h30m. A clock that runs keeps the moment of its next step.")
            if self.may_change
            else say("A desk manager may change these times.")
        )
        return [note for note in (beside(self.rule.others), clock, acts) if note]

    def save(self) -> None:
        """Record the times; a refusal stands in the sheet."""
        if not self.may_change:
            return
        after = tuple(field.text().strip() for field in self.fields)
        again = self.again.text().strip() if self.rule.repeat_every else ""
        self._bridge.run(
            SetLadder(name=self.rule.name, after=after, repeat_every=again), self._taken, self._refused
        )

    def _taken(self, _version: object) -> None:
        self.saved.emit()
        self.close()

    def _refused(self, trouble: Any) -> None:
        self.refusal.setText(trouble.said)
        self.refusal.show()
        self.fit()
