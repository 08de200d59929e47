"""The form for a row of the store's own: another value, a halt, or a holiday."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.detail.forms import DayField, Refusal, captioned
from desk.views.settings.states_words import EVERYWHERE, hint, keys, typed_value
from desk.views.setup.page import yielding
from desk.views.text import say

RULE, HALT, HOLIDAY = "rule", "halt", "holiday"
_LETTERS = 2  # of a state


class StateRowForm(w.Card):
    """``wanted`` when the row as it stands in the fields is to be recorded."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = ""
        self.was: Mapping[str, Any] | None = None
        self.title, self.refusal = w.Words("", "name"), Refusal()
        self.kind, self.day_key = w.Choice(say("What to lay over it")), w.Choice(say("Which value"))
        self.value, self.reason, self.why, self.name = (QLineEdit() for _ in range(4))
        self.manager = w.Choice(say("Who answers for it"))
        self.first, self.last, self.on = DayField(), DayField(), DayField()
        self.keep = w.Button(say("Save this row"), "primary", key="Ctrl ↵")
        self.fresh = w.Button(say("A further one instead"), "ghost", size="row")
        self.told = w.Words("", "secondary", "t2", wrap=True)
        self._fill_choices()
        self._place()
        self.keep.clicked.connect(self.wanted)
        self.fresh.clicked.connect(lambda: self.begin(self.state, self.last.date().toPython()))

    def _fill_choices(self) -> None:
        self._offer_kinds()
        for key, words in keys():
            self.day_key.addItem(words, key)
        self.kind.currentIndexChanged.connect(lambda _: self._show_kind())
        self.day_key.currentIndexChanged.connect(lambda _: self._hint())
        self._hint()

    def _offer_kinds(self) -> None:
        """A halt is declared for one state, a holiday for one or for all; the table's other rows only take values."""
        chosen = self.kind.currentData()
        self.kind.clear()
        self.kind.addItem(say("Another value"), RULE)
        if len(self.state) == _LETTERS:
            self.kind.addItem(say("A halt: no calls or texts"), HALT)
        if len(self.state) == _LETTERS or self.state == EVERYWHERE:
            self.kind.addItem(say("A holiday"), HOLIDAY)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))

    def _place(self) -> None:
        column, acts = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        self.answers = _box(
            ((say("Past the law's row: who answers for it"), self.manager), (say("And the reason"), self.reason))
        )  # fmt: skip
        self.boxes = {
            RULE: _box(((say("Which value"), self.day_key), (say("Instead"), self.value))),
            HALT: _box(
                ((say("First day"), self.first), (say("Last day"), self.last)),
                ((say("Reason, such as who declared it"), self.why),),
            ),
            HOLIDAY: _box(((say("Its name"), self.name), (say("Day"), self.on))),
        }
        column.addWidget(self.title)
        column.addLayout(captioned(say("What to lay over it"), self.kind))
        for part in (*self.boxes.values(), self.answers, self.told, self.refusal):
            column.addWidget(part)
        acts.addWidget(self.keep)
        acts.addWidget(self.fresh)
        acts.addStretch(1)
        column.addLayout(acts)
        self._show_kind()

    def _hint(self) -> None:
        self.value.setPlaceholderText(hint(str(self.day_key.currentData())))

    def _show_kind(self) -> None:
        kind = str(self.kind.currentData() or RULE)
        for key, box in self.boxes.items():
            box.setVisible(key == kind)
        self.answers.setVisible(kind == RULE and self.state != EVERYWHERE)
        self.told.setText(
            {
                RULE: say("A stricter value is free. One that allows more than the law's row needs a manager who works here, and the reason."),
                HALT: say("Nothing automatic and no call is offered there from the first to the last day, both included."),
                HOLIDAY: say("Where the row closes on holidays, nobody is called or texted on this day."),
            }[kind]
        )  # fmt: skip
        if kind == RULE and self.state == EVERYWHERE:
            self.told.setText(say("Laid over every state, the stricter of the law and this counts."))

    # --- what it stands for ---

    def show_leaders(self, leaders: Sequence[tuple[str, str]]) -> None:
        chosen = self.manager.currentData()
        self.manager.clear()
        self.manager.addItem(say("Nobody"), "")
        for staff_id, name in leaders:
            self.manager.addItem(name, staff_id)
        self.manager.setCurrentIndex(max(0, self.manager.findData(chosen)))

    def begin(self, state: str, today: date) -> None:
        """Stand empty for a further row of a state."""
        self.state, self.was = state, None
        self._offer_kinds()
        self.kind.setEnabled(True)
        for field in (self.value, self.reason, self.why, self.name):
            field.clear()
        self.manager.setCurrentIndex(0)
        for day, on in ((self.first, today), (self.last, today + timedelta(days=7)), (self.on, today)):
            day.setDate(QDate(on.year, on.month, on.day))
        self.title.setText(say("Lay a row over it"))
        self.fresh.hide()
        self.refusal.say("")
        self._show_kind()

    def take(self, kind: str, row: Mapping[str, Any]) -> None:
        """Take a row of the store's in hand, to be changed."""
        self.was = row
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.kind.setEnabled(False)
        self.title.setText(say("Change this row"))
        self.fresh.show()
        self.refusal.say("")
        if kind == RULE:
            self.day_key.setCurrentIndex(max(0, self.day_key.findData(row["key"])))
            self.value.setText(str(row["value"]))
            self.manager.setCurrentIndex(max(0, self.manager.findData(row.get("manager", ""))))
            self.reason.setText(str(row.get("reason", "")))
        elif kind == HALT:
            self.first.setDate(_qt(row["first"]))
            self.last.setDate(_qt(row["last"]))
            self.why.setText(row["reason"])
        else:
            self.name.setText(row["name"])
            self.on.setDate(_qt(row["dates"][0]))

    def row(self) -> tuple[str, dict[str, Any]]:
        """Its kind, and the row as the playbook holds it."""
        kind = str(self.kind.currentData())
        if kind == HALT:
            told: dict[str, Any] = {"first": self.first.date().toPython(), "last": self.last.date().toPython(), "reason": self.why.text().strip()}  # fmt: skip
        elif kind == HOLIDAY:
            further = list(self.was["dates"][1:]) if self.was else []
            told = {"name": self.name.text().strip(), "dates": [self.on.date().toPython(), *further]}
        else:
            key = str(self.day_key.currentData())
            told = {"key": key, "value": typed_value(key, self.value.text()), **self._answer()}
        return kind, {"state": self.state, **told}

    def _answer(self) -> dict[str, str]:
        """Who answers, where somebody is named; a stricter value names nobody."""
        told = {"manager": str(self.manager.currentData() or ""), "reason": self.reason.text().strip()}
        return {key: value for key, value in told.items() if value and self.state != EVERYWHERE}


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _box(*rows: tuple[tuple[str, QWidget], ...]) -> QWidget:
    """Rows of captioned fields that are shown or hidden together."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(10)
    for number, row in enumerate(rows):
        for place, (caption, field) in enumerate(row):
            wide = 2 if len(row) == 1 else 1
            grid.addLayout(yielding(caption, field), number, place, 1, wide)
    for place in range(2):
        grid.setColumnStretch(place, 1)
    return box
