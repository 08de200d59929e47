"""What hangs below the top bar: the assistant with its pauses, of the store or a part of it, and what is sent next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desk.views import widgets as w
from desk.views.board.narrowing import SOURCES, source_words
from desk.views.popover import Popover
from desk.views.text import say

if TYPE_CHECKING:
    from desk.models.snapshots.frame import ShellView

_ONE_SOURCE = "source:"


class AssistantPopover(Popover):
    """The assistant's state and its pauses (AI-27). ``pause_wanted``: ``store``, ``strategy:KIND`` or ``source:NAME``, and its
    reason; empty to go on. ``sources_wanted``: one of the store's sources is to be chosen, and which there are is not known yet.

    The desk decides who may; a refusal is said here, where it was asked for.
    """

    pause_wanted = Signal(str, str)
    sources_wanted = Signal()

    def __init__(self, view: ShellView, parent: QWidget) -> None:
        super().__init__(say("Assistant"), parent)
        self._is_on = view.assistant_on
        self.reason = QLineEdit()
        self.refusal = w.Words("", "secondary", "bad", wrap=True)
        self.act = w.Button(say("Pause") if self._is_on else say("Resume"), "primary")
        self.scope, self.source = w.Choice(say("What is paused")), w.Choice(say("Source to pause"))
        self.no_source = w.Words(say("No lead has named a source yet."), "secondary", "t3", wrap=True)
        self.resume: dict[str, w.Button] = {}
        self.keep = w.Button(say("Leave as it is"), "ghost")
        self._build(view)
        self.act.clicked.connect(self._ask)
        self.reason.returnPressed.connect(self._ask)
        self.scope.currentIndexChanged.connect(self._scope_chosen)
        self.keep.clicked.connect(self.close)

    def _build(self, view: ShellView) -> None:
        head = QHBoxLayout()
        head.addWidget(
            w.Icon("sparkles" if self._is_on else "circle-pause", "ai" if self._is_on else "warn", 18)
        )
        head.addWidget(w.Words(say("AI on") if self._is_on else say("AI paused"), "section"), 1)
        self.column.addLayout(head)
        self.column.addWidget(w.Words(view.assistant_words, "secondary", "t2", wrap=True))
        if self._is_on:
            told = say(
                "A pause stops every automatic message of what you choose at once. Timers and alerts go on, and people can write."
            )
        else:
            told = say("When it goes on, what waited is decided anew. Nothing is sent late.")
        self.column.addWidget(w.Words(told, "secondary", "t2", wrap=True))
        self._offer_scopes()
        self.reason.setPlaceholderText(say("Why it is paused"))
        self.reason.setAccessibleName(say("Reason for the pause"))
        self.column.addWidget(self.reason)
        self.reason.setVisible(self._is_on)
        self.column.addWidget(self.refusal)
        self.refusal.hide()
        for scope, why in view.pauses:
            self.column.addLayout(self._standing(scope, why))
        row = QHBoxLayout()
        row.addWidget(self.act)
        row.addWidget(self.keep)
        row.addStretch(1)
        self.column.addLayout(row)
        self.setFocusProxy(self.reason if self._is_on else self.act)

    def _offer_scopes(self) -> None:
        """The whole store first, then the strategies by kind of source, then one of the sources that the store knows."""
        self.scope.addItem(say("The whole store"), "store")
        for kind in SOURCES:
            self.scope.addItem(scope_words(f"strategy:{kind}"), f"strategy:{kind}")
        self.scope.addItem(say("One source"), _ONE_SOURCE)
        for field in (self.scope, self.source, self.no_source):
            self.column.addWidget(field)
        self.scope.setVisible(
            self._is_on
        )  # in its place: shown before it, it would be a window of its own and close the sheet
        self.source.hide()
        self.no_source.hide()

    def _scope_chosen(self) -> None:
        is_source = self.scope.currentData() == _ONE_SOURCE
        self.source.setVisible(is_source and self.source.count() > 0)
        self.no_source.hide()
        self.fit()
        if is_source and not self.source.count():
            self.sources_wanted.emit()

    def show_sources(self, names: Sequence[str]) -> None:
        """The sources that the store knows; one that is paused already has its way back below."""
        self.source.clear()
        self.source.addItems([name for name in names if f"{_ONE_SOURCE}{name}" not in self.resume])
        chosen = self.scope.currentData() == _ONE_SOURCE
        self.source.setVisible(chosen and self.source.count() > 0)
        self.no_source.setVisible(chosen and not self.source.count())
        self.fit()

    def _standing(self, scope: str, why: str) -> QHBoxLayout:
        """A pause of a part of the store that stands, with its way back."""
        row, back = QHBoxLayout(), w.Button(say("Resume"), size="row")
        told = w.Words(
            say("{scope} paused: {why}", scope=scope_words(scope), why=why), "secondary", "warn", wrap=True
        )
        back.setAccessibleName(say("Resume: {scope}", scope=scope_words(scope)))
        back.clicked.connect(lambda: self.pause_wanted.emit(scope, ""))
        self.resume[scope] = back
        row.addWidget(told, 1)
        row.addWidget(back)
        return row

    def _chosen(self) -> str:
        scope = str(self.scope.currentData())
        return f"{scope}{self.source.currentText()}" if scope == _ONE_SOURCE else scope

    def _ask(self) -> None:
        reason = self.reason.text().strip()
        if self._is_on and not reason:
            self.refuse(say("A pause needs its reason."))
            self.reason.setFocus()
            return
        if self._is_on and self._chosen() == _ONE_SOURCE:
            self.refuse(say("Choose the source that is paused."))
            return
        self.act.setEnabled(False)
        self.pause_wanted.emit(self._chosen() if self._is_on else "store", reason if self._is_on else "")

    def refuse(self, words: str) -> None:
        """Say here why not."""
        self.refusal.setText(words)
        self.refusal.show()
        self.act.setEnabled(True)
        self.fit()

    def taken(self, _: Any) -> None:
        """The desk has done it."""
        self.close()

    def done(self, _answer: object) -> None:
        """The desk did it."""
        self.close()

    def troubled(self, trouble: Any) -> None:
        """The desk refused."""
        self.refuse(trouble.said)


def scope_words(scope: str) -> str:
    """What is paused, as people say it."""
    part, _, name = scope.partition(":")
    if part == "source":
        return say("Source {name}", name=name)
    return say("Strategy {kind}", kind=source_words(name)) if part == "strategy" else say("The whole store")


class NextSendPopover(Popover):
    """What leaves next, how long the line is, and what holds it up. ``look_pressed``: see how the desk is doing."""

    look_pressed = Signal(str)

    def __init__(self, view: ShellView, words: str, parent: QWidget) -> None:
        super().__init__(say("What is sent next"), parent)
        self.column.addWidget(w.Words(words, "section"))
        for words, tone in self._lines(view):
            self.column.addWidget(w.Words(words, "secondary", tone, wrap=True))
        look = w.Button(say("How the desk is doing"), size="row")
        look.clicked.connect(self._look)
        row = QHBoxLayout()
        row.addWidget(look)
        row.addStretch(1)
        self.column.addLayout(row)
        self.setFocusProxy(look)

    def _lines(self, view: ShellView) -> list[tuple[str, str]]:
        waits = (
            say("1 message waits")
            if view.queue_length == 1
            else say("{n} messages wait", n=view.queue_length)
        )
        lines = [(waits if view.queue_length else say("The line is empty"), "t2")]
        if view.uncertain:
            lines.append((say("{n} may have gone out. A person must say.", n=view.uncertain), "warn"))
        if not view.assistant_on:
            lines.append((view.assistant_words, "warn"))
        return [*lines, *((line.words, "bad") for line in view.channels if not line.ok)]

    def _look(self) -> None:
        self.close()
        self.look_pressed.emit("")
