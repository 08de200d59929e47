"""Do-not-call and reassigned-number lists: how old they are, and a newer one read, looked at and taken in (R8, COMPLY-03)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots.settings import NumberListsView, NumberListView, NumbersRead
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import captioned
from desk.views.detail.side import Ruled
from desk.views.settings.machine import Machine
from desk.views.setup.page import StepPage
from desk.views.setup.trial import Trial
from desk.views.text import say
from desk.views.widgets.rows import emptied

_SHOWN = 5


def kind_words(kind: str) -> str:
    return say("Do-not-call") if kind == "dnc" else say("Reassigned numbers")


class NumberListsPage(StepPage):
    """A file is read first; what it holds and what is refused is shown, then it is taken in."""

    key, has_save = "lists", False

    def __init__(self, bridge: Bridge, zone: str, machine: Machine) -> None:
        super().__init__(bridge, "", "")
        self._zone, self._machine = zone, machine
        self.read_list: NumbersRead | None = None
        self.list, self.kind = QVBoxLayout(), w.Choice(say("Which list it is"))
        self.age, self.told = w.Words("", "body", wrap=True), w.Words("", "body", "t2", wrap=True)
        self.refused = w.Words("", "secondary", "bad", wrap=True)
        self.choose = w.Button(say("Choose a file"), icon="upload")
        self.take = w.Button(say("Take it in"), "primary")
        self._reads, self._takes = Trial(self), Trial(self)
        self._place()
        self._reads.done.connect(self._show_read)
        self._takes.done.connect(self._taken)
        for trial in (self._reads, self._takes):
            trial.failed.connect(self._could_not)
        self.choose.clicked.connect(self._choose)
        self.take.clicked.connect(self._take)
        self.kind.currentIndexChanged.connect(lambda _: self._again())

    def _place(self) -> None:
        card, form, row = w.Card(), w.Card(), QHBoxLayout()
        column, inside = QVBoxLayout(card), QVBoxLayout(form)
        for each in (column, inside):
            each.setContentsMargins(16, 12, 16, 12)
            each.setSpacing(8)
        column.addWidget(self.age)
        column.addLayout(self.list)
        self.list.setSpacing(0)
        for kind in ("dnc", "reassigned"):
            self.kind.addItem(kind_words(kind), kind)
        inside.addWidget(w.Words(say("Take in a newer one"), "name"))
        inside.addLayout(captioned(say("Which list it is"), self.kind))
        row.addWidget(self.choose)
        row.addWidget(self.take)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(self.told)
        inside.addWidget(self.refused)
        for part in (self.take, self.told, self.refused):
            part.hide()
        self.column.addWidget(card)
        self.column.addWidget(form)
        self.close_column()

    # --- the lists that are in ---

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        self._bridge.ask(lambda read: read.number_lists(), self._show)

    def _show(self, view: NumberListsView) -> None:
        emptied(self.list)
        words, tone = self._age(view)
        self.age.setText(words)
        self.age.set_tone(tone)
        for one in view.lists:
            self.list.addWidget(self._row(one))

    def _age(self, view: NumberListsView) -> tuple[str, str]:
        """What a do-not-call check rests on, and whether it is young enough for a cold call."""
        if view.oldest is None:
            return say(
                "No do-not-call list is in. A store that writes only to people who asked needs none."
            ), "t2"
        days = self._days(view.oldest)
        told = say("{n} numbers in {areas} area codes; the oldest list is {days} days old.", n=formats.count(view.numbers), areas=view.areas, days=days)  # fmt: skip
        if days <= view.most_days:
            return told, "ok"
        late = say("After {most} days no cold call or text leaves on it: take in a newer one.", most=view.most_days)  # fmt: skip
        return f"{told} {late}", "warn"

    def _days(self, dated: datetime) -> int:
        return (self._bridge.now() - dated).days

    def _row(self, one: NumberListView) -> QWidget:
        line = Ruled()
        row, words = QHBoxLayout(line), QVBoxLayout()
        row.setContentsMargins(0, 7, 0, 8)
        words.setSpacing(1)
        words.addWidget(w.Words(say("{kind}, of {day}", kind=kind_words(one.kind), day=formats.calendar_day(one.dated.date())), "row", wrap=True))  # fmt: skip
        told = say("{n} lines, {days} days old", n=formats.count(one.rows), days=self._days(one.dated))
        words.addWidget(w.Words(f"{told} · {one.name}", "secondary", "t2", wrap=True))
        row.addLayout(words, 1)
        if not one.whole:
            row.addWidget(w.Badge(say("not whole: take it in again"), "warn"))
        return line

    # --- a newer one ---

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, say("Number list"), "", say("Lists (*.csv *.txt);;All files (*)")
        )
        if name:
            self.read_file(name)

    def read_file(self, path: str) -> None:
        """Read a file and say what it holds; nothing is recorded yet."""
        self.refusal.say("")
        self._tell(say("Reading …"))
        self._start(self._reads, path, take=False)

    def _again(self) -> None:
        if self.read_list is not None:
            self.read_file(self.read_list.path)

    def _take(self) -> None:
        if self.read_list is not None:
            self.take.setEnabled(False)
            self._tell(say("Taking it in …"))
            self._start(self._takes, self.read_list.path, take=True)

    def _start(self, trial: Trial, path: str, *, take: bool) -> None:
        kind = str(self.kind.currentData())
        trial.start(partial(self._machine.read_numbers, path, kind, "", take=take))

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _show_read(self, read: NumbersRead) -> None:
        self.read_list = read
        told = say("{name}: {n} numbers, dated {day} by {by}.", name=read.name, n=formats.count(read.taken), day=read.dated, by=read.dated_by)  # fmt: skip
        known = say("{n} are in already.", n=formats.count(read.known)) if read.known else ""
        self._tell(f"{told} {known}".strip())
        self._show_refused(read)
        self.take.setVisible(bool(read.taken))
        self.take.setEnabled(True)

    def _show_refused(self, read: NumbersRead) -> None:
        shown = list(read.refused[:_SHOWN])
        if len(read.refused) > _SHOWN:
            shown.append(say("and {n} more", n=formats.count(len(read.refused) - _SHOWN)))
        self.refused.setText("\n".join(shown))
        self.refused.setVisible(bool(shown))

    def _taken(self, read: NumbersRead) -> None:
        self.read_list = None
        told = say("{name} is in: {n} numbers.", name=read.name, n=formats.count(read.taken))
        blocked = (
            say("{n} of them are no longer used.", n=formats.count(read.blocked)) if read.blocked else ""
        )
        self._tell(f"{told} {blocked}".strip())
        self.take.hide()
        self.saved.emit(self.key)
        self.show_settings({})

    def _could_not(self, words: str) -> None:
        self._tell("")
        self.take.setVisible(self.read_list is not None)
        self.take.setEnabled(True)
        self.refusal.say(words)
