"""State rules: the law's table by state, and the store's halts, holidays and other values laid over it (R9, COMPLY-02)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.models.commands import SaveStateRow
from desk.models.snapshots.settings import StateLaw, StateRulesView, StoreStateRow
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.side import Ruled
from desk.views.settings.listed import Entry, ListedPage
from desk.views.settings.states_form import StateRowForm
from desk.views.settings.states_words import (
    EVERYWHERE,
    entry_words,
    key_words,
    law_words,
    row_words,
    value_words,
)
from desk.views.text import say
from desk.views.widgets.rows import emptied

_CANADA, _DEFAULT = "canada", "default"


class StatesPage(ListedPage):
    """In hand is a state: the law's row beside what counts now, the store's own rows, and a form for one more."""

    key, told_by, wide, shares = "states", "playbook", 820, (3, 7)

    def __init__(self, bridge: Bridge, zone: str) -> None:
        super().__init__(bridge, say("Find a state"), adds=False)
        self.widen(1180)
        self._zone, self.state, self.view = zone, EVERYWHERE, StateRulesView()
        self.law, self.own = w.Card(), QVBoxLayout()
        self._law = QVBoxLayout(self.law)
        self._law.setContentsMargins(16, 12, 16, 14)
        self._law.setSpacing(6)
        self.own.setSpacing(0)
        self.form = StateRowForm()
        self.form.wanted.connect(self.save)
        self.right.addWidget(self.law)
        self.right.addLayout(self.own)
        self.right.addWidget(self.form)
        self.right.addStretch(1)
        self.form.begin(self.state, self._today())

    # --- facts in ---

    def read(self) -> None:
        self._bridge.ask(lambda read: read.state_rules(), self._show)

    def _today(self) -> date:
        return formats.local(self._bridge.now(), self._zone).date()

    def _show(self, view: StateRulesView) -> None:
        self.view = view
        self.form.show_leaders(view.leaders)
        shown = [law for law in self._laws() if self._lists(law)]
        self.show_entries(
            Entry(
                entry_words(law, self._rows(law.state), self._today()),
                law.state == self.state,
                partial(self.choose, law.state),
            )
            for law in shown
        )
        self.count.setText(
            say("States without a row of their own follow the federal rule; type a name to find one.")
            if not self.find.text().strip()
            else ""
        )
        self._show_state()

    def _laws(self) -> list[StateLaw]:
        return [StateLaw(EVERYWHERE, say("Everywhere"), True, (), "", "", ""), *self.view.states]

    def _lists(self, law: StateLaw) -> bool:
        if self.find.text().strip():
            return self.finds(f"{law.name} {law.state}")
        return law.own or law.state == self.state or bool(self._rows(law.state))

    def _rows(self, state: str) -> list[StoreStateRow]:
        return [row for row in self.view.rows if row.state == state]

    def choose(self, entry: str | None) -> None:
        """Take a state in hand."""
        self.state = entry or EVERYWHERE
        self.form.begin(self.state, self._today())
        self._show(self.view)
        self.bring(self.law)
        self.form.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the state in hand ---

    def _show_state(self) -> None:
        law = next(each for each in self._laws() if each.state == self.state)
        emptied(self._law)
        self._law.addWidget(w.Words(law.name, "section"))
        if law.state == EVERYWHERE:
            told = say("Laid over every state: the stricter of the law and the store counts in each.")
            self._law.addWidget(w.Words(told, "secondary", "t2", wrap=True))
        else:
            self._show_law(law)
        emptied(self.own)
        for row in self._rows(law.state):
            self.own.addWidget(self._own_row(row))
        self.form.setVisible(law.state != _CANADA)

    def _show_law(self, law: StateLaw) -> None:
        follows = "" if law.own else say("The federal rule. ")
        told = say(
            "{follows}{law}, source {source}, checked {day}; {read}.", follows=follows, law=law.law, source=law.source,
            day=formats.calendar_day(self.view.checked), read=law.read,
        )  # fmt: skip
        self._law.addWidget(w.Words(told, "secondary", "t2", wrap=True))
        table, grid = QWidget(), QGridLayout()
        table.setLayout(grid)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        for place, words in enumerate((say("Value"), say("The law"), say("Here now"))):
            grid.addWidget(w.Words(words, "caption_medium", "t3"), 0, place)
            grid.setColumnStretch(place, 1)
        for number, value in enumerate(law.values, start=1):
            changed = value.now != value.law
            now = value_words(value.key, value.now) if changed else say("as the law")
            grid.addWidget(w.Words(key_words(value.key), "body", "t2", wrap=True), number, 0)
            grid.addWidget(w.Words(law_words(value), "body", wrap=True), number, 1)
            grid.addWidget(w.Words(now, "row" if changed else "body", "accent" if changed else "t3", wrap=True), number, 2)  # fmt: skip
        self._law.addWidget(table)
        if any(value.key == "holidays" and value.now == "closed" for value in law.values):
            known = say("Legal holidays are known through {day}; after it such a state counts as closed.", day=formats.calendar_day(self.view.holidays_through))  # fmt: skip
            self._law.addWidget(w.Words(known, "secondary", "t3", wrap=True))

    def _own_row(self, row: StoreStateRow) -> QWidget:
        line = Ruled()
        box, told = QHBoxLayout(line), QVBoxLayout()
        box.setContentsMargins(0, 7, 0, 8)
        box.setSpacing(8)
        words, more, tone = row_words(row, dict(self.view.leaders), self._today())
        told.setSpacing(1)
        told.addWidget(w.Words(words, "row", tone, wrap=True))
        told.addWidget(w.Words(more, "secondary", "t2", wrap=True))
        box.addLayout(told, 1)
        for name, act in (
            (say("Change"), partial(self._change, row)), (say("Take back"), partial(self._run, row.kind, None, row.row)),
        ):  # fmt: skip
            button = w.Button(name, "ghost", size="row")
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(lambda _=False, act=act: act())
            box.addWidget(button)
        return line

    # --- acts ---

    def _change(self, row: StoreStateRow) -> None:
        self.form.take(row.kind, row.row)
        self.bring(self.form)
        self.form.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Record the row in the form; one that may not stand is refused in place and the running rules stay."""
        kind, row = self.form.row()
        self._run(kind, row, self.form.was)

    def _run(self, kind: str, row: Mapping[str, Any] | None, was: Mapping[str, Any] | None) -> None:
        command = SaveStateRow(kind=kind, row=row, was=was)
        self._bridge.run(command, lambda _: self._saved(), self._refused)

    def _saved(self) -> None:
        self.form.begin(self.state, self._today())
        self.recorded()

    def _refused(self, trouble: Any) -> None:
        where = f"{trouble.where}: " if trouble.where else ""
        self.form.refusal.say(f"{where}{trouble.words} {trouble.do}".strip())
        self.bring(self.form.refusal)
