"""Further mailboxes that are only read: the list, and a form for the next one (LEAD-01)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from desk.models import commands as c
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import Refusal, captioned
from desk.views.setup.trial import Probes
from desk.views.text import say
from desk.views.widgets.rows import emptied


class MoreMailboxes(w.Card):
    """Each is recorded as it is added or taken away; its password goes to the keyring under its name."""

    def __init__(self, bridge: Bridge, probes: Probes | None) -> None:
        super().__init__()
        self._bridge, self._probes = bridge, probes
        self.known: list[Mapping[str, Any]] = []
        self.list, self.refusal = QVBoxLayout(), Refusal()
        self.fields = {name: QLineEdit() for name in ("name", "user", "password", "host", "folders")}
        self.fields["password"].setEchoMode(QLineEdit.EchoMode.Password)
        self.fields["host"].setPlaceholderText("imap.example.com")
        self.fields["folders"].setPlaceholderText("INBOX")
        self.add = w.Button(say("Add this mailbox"), icon="plus", size="row")
        self.add.clicked.connect(self.submit)
        self._place()

    def _place(self) -> None:
        column, grid = QVBoxLayout(self), QGridLayout()
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(w.Words(say("Further mailboxes"), "name"))
        column.addWidget(
            w.Words(
                say("They are only read; the store writes from the one above."), "secondary", "t2", wrap=True
            )
        )
        column.addLayout(self.list)
        captions = (
            (say("Its name here"), "name"), (say("Sign-in name"), "user"), (say("Password, or app password"), "password"),
            (say("Reads from"), "host"), (say("Folders, with commas"), "folders"),
        )  # fmt: skip
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for number, (caption, name) in enumerate(captions):
            grid.addLayout(captioned(caption, self.fields[name]), number // 3, number % 3)
        column.addLayout(grid)
        column.addWidget(self.refusal)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)

    def show_mailboxes(self, known: Sequence[Mapping[str, Any]]) -> None:
        self.known = list(known)
        emptied(self.list)
        for told in self.known:
            self.list.addLayout(self._row(told))

    def _row(self, told: Mapping[str, Any]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(w.Words(str(told["name"]), "row"))
        row.addWidget(
            w.Words(say("{user} at {host}", user=told["user"], host=told["host"]), "secondary", "t2"), 1
        )
        away = w.Button(say("Take away"), size="row")
        away.clicked.connect(
            lambda _=False: self._record([each for each in self.known if each["name"] != told["name"]])
        )
        row.addWidget(away)
        return row

    def submit(self) -> None:
        """Add what the form holds; what is missing or taken is said in place."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        if not all(typed[name] for name in ("name", "user", "host")):
            self.refusal.say(say("A mailbox needs a name, its sign-in name and the server it is read from."))
        elif typed["name"] in {each["name"] for each in self.known}:
            self.refusal.say(say("There is a mailbox of this name already."))
        elif self._kept(typed["name"], self.fields["password"].text()):
            folders = [name.strip() for name in typed["folders"].split(",") if name.strip()]
            told = {
                "name": typed["name"],
                "user": typed["user"],
                "host": typed["host"],
                "port": 993,
                "security": "tls",
                "folders": folders or ["INBOX"],
            }
            self._record([*self.known, told])

    def _kept(self, name: str, password: str) -> bool:
        if self._probes is None or not password:
            return True
        try:
            self._probes.save_secret(f"mail.password:{name}", password)
        except Exception as error:  # whatever the keyring says is told to the person
            self.refusal.say(str(error))
            return False
        return True

    def _record(self, wanted: list[Mapping[str, Any]]) -> None:
        self._bridge.run(
            c.SaveSettings(values={"mail.more": wanted}),
            lambda _: self._recorded(wanted),
            self.refusal.show_trouble,
        )

    def _recorded(self, wanted: list[Mapping[str, Any]]) -> None:
        self.refusal.say("")
        for field in self.fields.values():
            field.clear()
        self.show_mailboxes(wanted)
