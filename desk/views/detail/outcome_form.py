"""How a visit went, in place: the outcome by its digit, what follows said before it is done, and the vehicle check (APPT-02, APPT-03)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from desk.models import commands as c
from desk.models.snapshots.lead import LeadView, VisitView
from desk.views import formats
from desk.views import widgets as w
from desk.views.detail.forms import FormCard
from desk.views.detail.open_lead import OpenLead
from desk.views.detail.outcomes import OutcomeButton
from desk.views.text import say

MOST_BESIDE = 3  # outcomes in one row


def result_words(result: str) -> str:
    return {
        "shown": say("They came"),
        "no_show": say("No-show"),
        "rescheduled": say("Put off, no new time"),
        "cancelled": say("Cancelled"),
        "sold": say("Sold"),
    }[result]


class OutcomeForm(FormCard):
    """``move_wanted``: the visit has a new time already, so it is moved instead."""

    move_wanted = Signal()

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__(
            lead, w.Button(say("Record"), "primary", key="↵", icon="calendar-check"), parent=parent
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.visit: VisitView | None = None
        self._columns = 0
        self.check = w.Tick(say("The vehicle is here, ready and in front"))
        self.buttons: dict[str, OutcomeButton] = {}
        self.follows = w.Words("", "secondary", "t1", wrap=True)
        self.move_it = w.IconButton("calendar", say("Move it to another time"), key="B", size=28)
        self._outcomes, self._group = QWidget(), QButtonGroup(self)
        self._grid = QGridLayout(self._outcomes)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self.arrange(self.check, self._outcomes, self.follows)
        self.foot.insertWidget(1, self.move_it)
        self.check.clicked.connect(self._checked)
        self.move_it.clicked.connect(self.move_wanted)

    def ask(self, view: LeadView) -> None:
        """Nothing is chosen at first, so that nothing is recorded by a slip."""
        visit = view.forms.visit if view.forms is not None else None
        if visit is None:
            return
        self._show(visit)
        name = view.first or view.card.name
        asked = (
            say("How did the visit of {name} go?", name=name)
            if visit.is_over
            else say("The visit of {name}", name=name)
        )
        self.begin(asked, visit_line(visit, self.lead))
        self.act.setEnabled(False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_lead(self, view: LeadView) -> None:
        """The same visit as it stands now; one that is over for good closes the form."""
        if self.isHidden() or self.visit is None:
            return
        visit = view.forms.visit if view.forms is not None else None
        if visit is None or visit.id != self.visit.id:
            self.closed.emit()
        elif visit != self.visit:
            self.visit = visit
            self._show_check(visit)
            self.line.setText(visit_line(visit, self.lead))

    def _show(self, visit: VisitView) -> None:
        self.visit = visit
        self._show_check(visit)
        if not self.buttons:
            for number, outcome in enumerate(visit.outcomes, 1):
                button = OutcomeButton(outcome.result, number, result_words(outcome.result))
                button.clicked.connect(lambda _=False, result=outcome.result: self.choose(result))
                self.buttons[outcome.result] = button
                self._group.addButton(button)
            self._place()
        self._group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        self._say("")

    def _place(self) -> None:
        """As many beside each other as this width takes."""
        widest = max((button.sizeHint().width() for button in self.buttons.values()), default=1)
        room = self.contentsRect().width() - 24 + self._grid.spacing()
        columns = max(1, min(MOST_BESIDE, room // (widest + self._grid.spacing())))
        if columns != self._columns or self._grid.count() == 0:
            self._grid.setColumnStretch(self._columns, 0)
            self._columns = columns
            for number, button in enumerate(self.buttons.values()):
                self._grid.addWidget(button, number // columns, number % columns, Qt.AlignmentFlag.AlignLeft)
            self._grid.setColumnStretch(columns, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.buttons:
            self._place()

    def _show_check(self, visit: VisitView) -> None:
        self.check.setVisible(visit.checked or bool(visit.check_task))
        self.check.setChecked(visit.checked)
        self.check.setEnabled(bool(visit.check_task))

    def _checked(self) -> None:
        """Ticked once; Undo takes it back."""
        if self.visit is not None and self.visit.check_task:
            self.check.setEnabled(False)
            words = say("The vehicle is here, ready and in front")
            self.lead.run(c.FinishTask(task_id=self.visit.check_task, words=words), None, self.refuse)

    @property
    def result(self) -> str:
        return next((result for result, button in self.buttons.items() if button.isChecked()), "")

    def choose(self, result: str) -> None:
        """Say what follows; nothing is done yet."""
        assert self.visit is not None, "its outcomes are on the screen"
        self.buttons[result].setChecked(True)
        told = next(each.follows for each in self.visit.outcomes if each.result == result)
        self._say("\n".join(told))
        self.refusal.say("")
        self.act.setEnabled(True)

    def _say(self, words: str) -> None:
        self.follows.setText(words)
        self.follows.setAccessibleName(words)
        self.follows.setVisible(bool(words))

    def submit(self) -> None:
        if self.result:
            self.give(c.CloseAppointment(lead_id=self.lead.id, result=self.result))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_1
        results = list(self.buttons)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif event.key() == Qt.Key.Key_B:
            self.move_wanted.emit()
        elif 0 <= digit < len(results):
            self.choose(results[digit])
        else:
            super().keyPressEvent(event)

    def refuse(self, trouble: Any) -> None:
        super().refuse(trouble)
        if self.visit is not None:
            self._show_check(self.visit)


def visit_words(visit: VisitView, lead: OpenLead) -> str:
    """In one short line: when, and what is still to be done about it."""
    at = formats.when(visit.starts, lead.zone, lead.now())
    if visit.is_over:
        return say("{at} · say how it went (V)", at=at)
    return say("{at} · vehicle checked", at=at) if visit.checked else f"{at} · {visit.car_words}"


def visit_line(visit: VisitView, lead: OpenLead) -> str:
    """Sat 3:00 PM · 2022 Toyota RAV4 · In stock as of 9:12 AM · Sales AI."""
    at = formats.when(visit.starts, lead.zone, lead.now())
    return " · ".join(part for part in (at, visit.vehicle, visit.car_words, visit.label) if part)
