"""The knowledge bank: what the assistant may answer, kept by the knowledge administrators, tried before a customer asks (AI-13)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desk.models import commands as c
from desk.models.commands_more import RetireKnowledge
from desk.models.snapshots_live import AnswersView, AnswerView, FoundAnswer
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import TextField, captioned
from desk.views.setup.page import Beside, StepPage
from desk.views.text import say
from desk.views.widgets.rows import emptied

TWO_COLUMNS, TYPED_MS = 760, 150
_LONGEST = 60


class AnswersPage(StepPage):
    """Entries at the left, found by a few words; at the right the one in hand with its versions, and a question to try."""

    key, has_save = "answers", False

    def __init__(self, bridge: Bridge, zone: str) -> None:
        super().__init__(bridge, "", "")
        self._zone, self.entry, self._shown = zone, "", AnswersView()
        self.list, self.history = QVBoxLayout(), QVBoxLayout()
        self.find, self.tags, self.ask = QLineEdit(), QLineEdit(), QLineEdit()
        self.count = w.Words("", "secondary", "t3", wrap=True)
        self.question = TextField(say("Questions it answers, one a line"), 3)
        self.answer = TextField(say("The answer customers get"), 5)
        self.language = w.Choice(say("Language"))
        self.fresh = w.Button(say("New"), icon="plus", size="row")
        self.keep = w.Button(say("Save as a new version"), "primary", key="Ctrl ↵")
        self.retire = w.Button(say("Retire it"), "destructive", size="row")
        self.reason, self.said = QLineEdit(), w.Words("", "body", "t2", wrap=True)
        self._typing = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._build()
        self._connect()

    # --- parts ---

    def _build(self) -> None:
        for value, words in (("en", say("English")), ("es", say("Spanish"))):
            self.language.addItem(words, value)
        self.reason.hide()
        self._beside = Beside(TWO_COLUMNS)
        self._beside.addLayout(self._left(), 4)
        self._beside.addLayout(self._right(), 6)
        self.column.addLayout(self._beside)
        self.close_column()

    def _left(self) -> QVBoxLayout:
        column, head = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(6)
        self.list.setSpacing(4)
        _named(self.find, say("Find an answer"))
        head.addWidget(self.find, 1)
        head.addWidget(self.fresh)
        column.addLayout(head)
        column.addWidget(self.count)
        column.addLayout(self.list)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        card, inside, row, acts = w.Card(), QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        card.setLayout(inside)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(10)
        _named(self.reason, say("Why it is retired, then Enter; the reason is kept"))
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
        column.addWidget(card)
        column.addWidget(self._trial())
        column.addStretch(1)
        return column

    def _trial(self) -> w.Card:
        card = w.Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        _named(self.ask, say("Ask as a customer would"))
        column.addWidget(w.Words(say("Try a question"), "name"))
        column.addWidget(self.ask)
        column.addWidget(self.said)
        return card

    def _connect(self) -> None:
        self.find.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self.read)
        self.fresh.clicked.connect(lambda: self.choose(None))
        self.keep.clicked.connect(self.save)
        self.question.sent.connect(self.save)
        self.answer.sent.connect(self.save)
        self.retire.clicked.connect(lambda: (self.reason.show(), self.reason.setFocus()))
        self.reason.returnPressed.connect(self._retired)
        self.ask.textChanged.connect(lambda _: self._try())
        self._bridge.changed.connect(self._changed)

    # --- facts in ---

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        self.read()

    def read(self) -> None:
        words = self.find.text()
        self._bridge.ask(lambda read: read.answers(words), self._show)

    def _changed(self, changes: Any) -> None:
        if "knowledge" in changes.kinds and self.isVisible():
            self.read()

    def _show(self, view: AnswersView) -> None:
        self._shown = view
        shown = len(view.entries)
        self.count.setText(
            say("{n} of {count} answers", n=shown, count=view.count)
            if view.count
            else say("Nothing yet. Until then such questions go to a person.")
        )
        emptied(self.list)
        for entry in view.entries:
            self.list.addWidget(self._row(entry))
        self.retire.setVisible(bool(self.entry))

    def _row(self, entry: AnswerView) -> w.Button:
        first = entry.question.splitlines()[0]
        words = first if len(first) <= _LONGEST else f"{first[: _LONGEST - 1]}…"
        button = w.Button(words, "default" if entry.entry == self.entry else "ghost", size="row")
        button.clicked.connect(lambda: self.choose(entry))
        return button

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
        self.refusal.say("")
        self.reason.hide()
        self.reason.clear()
        self.saved.emit(self.key)
        self.read()
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

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._beside.fit(event.size().width())


def _named(field: QLineEdit, words: str) -> None:
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
