"""The knowledge bank: what the assistant may answer, kept by the knowledge administrators, tried before a customer asks (AI-13)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desk.models import commands as c
from desk.models.commands import RetireKnowledge
from desk.models.snapshots.bank import AnswersView, AnswerView, FoundAnswer
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import TextField, captioned
from desk.views.settings.listed import Entry, ListedPage, named
from desk.views.text import say
from desk.views.widgets.rows import emptied


class AnswersPage(ListedPage):
    """In hand is an entry with its versions; below it a question is tried."""

    key, told_by = "answers", "knowledge"

    def __init__(self, bridge: Bridge, zone: str) -> None:
        super().__init__(bridge, say("Find an answer"))
        self._zone, self.entry, self._shown = zone, "", AnswersView()
        self.history, self.tags, self.ask = QVBoxLayout(), QLineEdit(), QLineEdit()
        self.question = TextField(say("Questions it answers, one a line"), 3)
        self.answer = TextField(say("The answer customers get"), 5)
        self.language = w.Choice(say("Language"))
        self.keep = w.Button(say("Save as a new version"), "primary", key="Ctrl ↵")
        self.retire = w.Button(say("Retire it"), "destructive", size="row")
        self.reason, self.said = QLineEdit(), w.Words("", "body", "t2", wrap=True)
        self._build()
        self._connect()

    # --- parts ---

    def _build(self) -> None:
        for value, words in (("en", say("English")), ("es", say("Spanish"))):
            self.language.addItem(words, value)
        self.reason.hide()
        self.right.addWidget(self._form())
        self.right.addWidget(self._trial())
        self.right.addStretch(1)

    def _form(self) -> w.Card:
        card, inside, row, acts = w.Card(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        card.setLayout(inside)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(10)
        named(self.reason, say("Why it is retired, then Enter; the reason is kept"))
        row.addLayout(captioned(say("Tags"), self.tags), 2)
        row.addLayout(captioned(say("Language"), self.language), 1)
        acts.addWidget(self.keep)
        acts.addWidget(self.retire)
        acts.addStretch(1)
        inside.addLayout(captioned(say("Questions, one a line"), self.question))
        inside.addLayout(captioned(say("Answer"), self.answer))
        for part in (row, acts):
            inside.addLayout(part)
        inside.addWidget(self.reason)
        inside.addLayout(self.history)
        return card

    def _trial(self) -> w.Card:
        card = w.Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        named(self.ask, say("Ask as a customer would"))
        column.addWidget(w.Words(say("Try a question"), "name"))
        column.addWidget(self.ask)
        column.addWidget(self.said)
        return card

    def _connect(self) -> None:
        self.keep.clicked.connect(self.save)
        self.question.sent.connect(self.save)
        self.answer.sent.connect(self.save)
        self.retire.clicked.connect(lambda: (self.reason.show(), self.reason.setFocus()))
        self.reason.returnPressed.connect(self._retired)
        self.ask.textChanged.connect(lambda _: self._try())

    # --- facts in ---

    def read(self) -> None:
        words = self.find.text()
        self._bridge.ask(lambda read: read.answers(words), self._show)

    def _show(self, view: AnswersView) -> None:
        self._shown = view
        shown = len(view.entries)
        self.count.setText(
            say("{n} of {count} answers", n=shown, count=view.count)
            if view.count
            else say("Nothing yet. Until then such questions go to a person.")
        )
        self.show_entries(
            Entry(entry.question.splitlines()[0], entry.entry == self.entry, partial(self.choose, entry))
            for entry in view.entries
        )
        self.retire.setVisible(bool(self.entry))

    def choose(self, entry: AnswerView | None) -> None:
        """Take an entry in hand; None begins a new one."""
        self.entry = entry.entry if entry else ""
        self.question.setPlainText(entry.question if entry else "")
        self.answer.setPlainText(entry.answer if entry else "")
        self.tags.setText(entry.tags if entry else "")
        self.language.setCurrentIndex(max(0, self.language.findData(entry.language if entry else "en")))
        self.refusal.say("")
        self.reason.hide()
        self._show(self._shown)
        self._read_history()
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_history(self) -> None:
        emptied(self.history)
        if entry := self.entry:
            self._bridge.ask(lambda read: read.answer_versions(entry), self._show_history)

    def _show_history(self, versions: Sequence[AnswerView]) -> None:
        emptied(self.history)
        for version in versions:
            at = formats.when(version.at, self._zone, self._bridge.now())
            told = say("Version {n}, by {name}, {at}", n=version.version, name=version.approved_by, at=at)
            self.history.addWidget(w.Words(told, "secondary", "t2" if version.in_force else "t3", wrap=True))

    # --- acts ---

    def save(self) -> None:
        """A new version of the entry in hand; it is told from the next question on."""
        command = c.SaveKnowledge(
            question=self.question.toPlainText(), answer=self.answer.toPlainText(), tags=self.tags.text().strip(),
            language=str(self.language.currentData()), entry=self.entry,
        )  # fmt: skip
        self._bridge.run(command, self._saved, self.refusal.show_trouble)

    def _saved(self, entry: str) -> None:
        self.entry = entry
        self._done()
        self._read_history()

    def _retired(self) -> None:
        command = RetireKnowledge(entry=self.entry, reason=self.reason.text())
        self._bridge.run(command, lambda _: self._gone(), self.refusal.show_trouble)

    def _gone(self) -> None:
        self._done()
        self.choose(None)

    def _done(self) -> None:
        self.reason.hide()
        self.reason.clear()
        self.recorded()
        self._try()

    def _try(self) -> None:
        text, language = self.ask.text().strip(), str(self.language.currentData())
        if not text:
            self.said.setText("")
            return
        self._bridge.ask(lambda read: read.bank_says(text, language), self._show_said)

    def _show_said(self, found: FoundAnswer | None) -> None:
        if found is None:
            self.said.setText(say("Nothing like it. A person would be asked."))
        elif found.enough:
            self.said.setText(say("{percent} % alike: {answer}", percent=found.percent, answer=found.answer))
        else:
            self.said.setText(
                say(
                    "The nearest is {percent} % alike, which is not enough. A person would be asked.",
                    percent=found.percent,
                )
            )
