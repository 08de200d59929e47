"""All mailboxes of the store in one list: which are read, how each stands, and who writes from which (LEAD-01, R27)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.models import commands as c
from desk.models.mailbox import ASSISTANT, writer_of
from desk.models.snapshots.frame import PersonView
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import Refusal
from desk.views.detail.side import Ruled
from desk.views.text import say
from desk.views.widgets.rows import emptied


class MailboxList(w.Card):
    """The store's own first. ``chosen`` carries a further one that is to be changed, None for one more."""

    chosen = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._settings: Mapping[str, Any] = {}
        self._people: Sequence[PersonView] = ()
        self.list, self.writers = QVBoxLayout(), QVBoxLayout()
        self.choices: dict[str, w.Choice] = {}
        self.refusal = Refusal()
        self.add = w.Button(say("Add a mailbox"), "ghost", icon="plus", size="row")
        self.add.clicked.connect(lambda: self.chosen.emit(None))
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(4)
        head.addWidget(w.Words(say("The store's mailboxes"), "name"), 1)
        head.addWidget(self.add)
        self.list.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self.list)
        column.addLayout(self.writers)
        column.addWidget(self.refusal)

    @property
    def known(self) -> list[Mapping[str, Any]]:
        """The further mailboxes as they are recorded."""
        return list(self._settings.get("mail.more", ()))

    # --- facts in ---

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._show()
        self._bridge.ask(lambda read: read.people(), self._show_people)

    def _show_people(self, people: Sequence[PersonView]) -> None:
        self._people = people
        self._show()

    def _show(self) -> None:
        emptied(self.list)
        settings = self._settings
        if settings["mail.user"]:
            self.list.addWidget(self._row(None))
        for told in settings["mail.more"]:
            self.list.addWidget(self._row(told))
        self._show_writers()

    def _row(self, told: Mapping[str, Any] | None) -> QWidget:
        """A mailbox: its address, what it does, how it stands; the store's own is changed in the fields below."""
        line = Ruled()
        row, words = QHBoxLayout(line), QVBoxLayout()
        row.setContentsMargins(0, 8, 0, 9)
        row.setSpacing(10)
        words.setSpacing(1)
        name = self._settings["mail.user"] if told is None else say("{name}: {user}", name=told["name"], user=told["user"])  # fmt: skip
        words.addWidget(w.ElidedWords(name, "row"))
        words.addWidget(w.Words(self._does(told), "secondary", "t2", wrap=True))
        state, icon, tone = self._state(told)
        words.addWidget(w.Words(state, "secondary", tone, wrap=True))
        row.addWidget(w.Icon(icon, tone, 16))
        row.addLayout(words, 1)
        if told is not None:
            for label, act in ((say("Change"), partial(self.chosen.emit, told)), (say("Take away"), partial(self._take_away, told))):  # fmt: skip
                button = w.Button(label, "ghost", size="row")
                button.setAccessibleName(f"{label}: {told['name']}")
                button.clicked.connect(lambda _=False, act=act: act())
                row.addWidget(button)
        return line

    def _does(self, told: Mapping[str, Any] | None) -> str:
        reads = say("Reads leads and replies") if told is None else say("Reads {folders}", folders=", ".join(told.get("folders") or ["INBOX"]))  # fmt: skip
        name = "" if told is None else told["name"]
        mine = [words for who, words in self._who() if writer_of(self._settings, who) == name]
        if not mine:
            return say("{reads}; writes for nobody", reads=reads)
        whom = say("everyone") if len(mine) == len(self._who()) else ", ".join(mine)
        return say("{reads}; writes for {whom}", reads=reads, whom=whom)

    def _who(self) -> list[tuple[str, str]]:
        """Everybody who may write: the assistant, and who works here."""
        return [(ASSISTANT, say("the assistant")), *((person.id, person.name) for person in self._people)]

    def _state(self, told: Mapping[str, Any] | None) -> tuple[str, str, str]:
        health = self._settings["health"]
        lines = ("mail_in", "mail_out") if told is None else (f"mail_in:{told['name']}",)
        states = [health[line] for line in lines if line in health]
        down = next((state for state in states if not state.get("ok", True)), None)
        if down is not None:
            return str(down.get("words", "")), "triangle-alert", "warn"
        if read := next((state["read_at"] for state in states if state.get("read_at")), ""):
            at = formats.when(datetime.fromisoformat(read), self._settings["store.zone"], self._bridge.now())
            return say("Watching, last read {at}", at=at), "circle-check", "ok"
        return (say("Watching"), "circle-check", "ok") if states else (say("Not read yet"), "minus", "t3")

    # --- who writes from which ---

    def _show_writers(self) -> None:
        """Shown once there is a choice: a further mailbox that sends."""
        emptied(self.writers)
        self.choices = {}
        sends = [told["name"] for told in self._settings["mail.more"] if told.get("smtp_host")]
        if not sends:
            return
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 10, 4, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.addWidget(w.Words(say("Who writes from which"), "name"), 0, 0, 1, 2)
        for number, (who, words) in enumerate(self._who(), start=1):
            grid.addWidget(w.Words(words[0].upper() + words[1:], "body", wrap=True), number, 0)
            grid.addWidget(self._choice(who, words, sends), number, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.writers.addWidget(box)

    def _choice(self, who: str, words: str, sends: Sequence[str]) -> w.Choice:
        choice = self.choices[who] = w.Choice(say("Mailbox of {name}", name=words))
        choice.setMinimumContentsLength(6)
        choice.setSizeAdjustPolicy(w.Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.addItem(self._settings["mail.user"] or say("The store's own"), "")
        for name in sends:
            choice.addItem(name, name)
        choice.setCurrentIndex(max(0, choice.findData(writer_of(self._settings, who))))
        choice.activated.connect(lambda _: self._write_from(who, str(choice.currentData())))
        return choice

    def _write_from(self, who: str, name: str) -> None:
        senders = {key: value for key, value in self._settings["mail.senders"].items() if key != who}
        self._record({"mail.senders": senders | ({who: name} if name else {})})

    # --- acts ---

    def _take_away(self, told: Mapping[str, Any]) -> None:
        name = told["name"]
        kept = [each for each in self._settings["mail.more"] if each["name"] != name]
        senders = {who: box for who, box in self._settings["mail.senders"].items() if box != name}
        self._record({"mail.more": kept, "mail.senders": senders})

    def _record(self, values: dict[str, Any]) -> None:
        self.refusal.say("")
        self._bridge.run(c.SaveSettings(values=values), lambda _: self.read(), self.refusal.show_trouble)

    def read(self) -> None:
        self._bridge.ask(lambda read: read.settings(), self.show_settings)
