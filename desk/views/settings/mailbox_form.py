"""The form for a further mailbox: how it is entered, read and sent through (LEAD-01, R27, DESK-03)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from desk.models import commands as c
from desk.models.mailbox import as_own, of_mailbox
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import Refusal
from desk.views.setup.page import yielding
from desk.views.setup.sign_in import CLIENT_SECRET, GOOGLE, MICROSOFT, PASSWORD, SignInPart, servers_of
from desk.views.setup.trial import Probes
from desk.views.text import say, told

_TYPED = ("name", "user", "host", "smtp_host", "client_id", "authority")


class MailboxForm(w.Card):
    """``done`` when the mailbox is recorded. Its password and sign-in go to the keyring under its name."""

    done = Signal()

    def __init__(self, bridge: Bridge, probes: Probes | None) -> None:
        super().__init__()
        self._bridge, self._probes = bridge, probes
        self._known: list[Mapping[str, Any]] = []
        self.was: Mapping[str, Any] = {}
        self.title, self.refusal = w.Words("", "name"), Refusal()
        self.fields = {name: QLineEdit() for name in (*_TYPED, "password", "folders")}
        self.fields["password"].setEchoMode(QLineEdit.EchoMode.Password)
        for name, words in (("host", "imap.example.com"), ("smtp_host", say("Only read")), ("folders", "INBOX"), ("authority", say("The usual one"))):  # fmt: skip
            self.fields[name].setPlaceholderText(words)
        self.way = w.Choice(say("Entered with"))
        for value, words in ((PASSWORD, say("A password")), (MICROSOFT, say("Microsoft's page")), (GOOGLE, say("Google's page"))):  # fmt: skip
            self.way.addItem(words, value)
        self.sign_in = SignInPart(probes.sign_ins if probes else None)
        self.add = w.Button(say("Save this mailbox"), "primary", size="row")
        self.leave = w.Button(say("Leave it"), "ghost", size="row")
        self._place()
        self._connect()
        self.hide()

    def _place(self) -> None:
        column, grid, acts = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.title)
        rows = (
            ((say("Its name here"), self.fields["name"]), (say("Sign-in name"), self.fields["user"]), (say("Entered with"), self.way)),
            ((say("Password, or app password"), self.fields["password"]), (say("Client id, for a sign-in page"), self.fields["client_id"]), (say("Client secret, for Google"), self.sign_in.client_secret)),
            ((say("Reads from"), self.fields["host"]), (say("Sends through; empty: only read"), self.fields["smtp_host"]), (say("Folders, with commas"), self.fields["folders"])),
            ((say("Sign-in page of an own tenant"), self.fields["authority"]),),
        )  # fmt: skip
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for number, row in enumerate(rows):
            for place, (caption, field) in enumerate(row):
                grid.addLayout(yielding(caption, field), number, place)
        column.addLayout(grid)
        column.addWidget(self.sign_in)
        column.addWidget(self.refusal)
        acts.addWidget(self.add)
        acts.addWidget(self.leave)
        acts.addStretch(1)
        column.addLayout(acts)

    def _connect(self) -> None:
        self.way.currentIndexChanged.connect(lambda _: self._way_chosen())
        self.add.clicked.connect(self.submit)
        self.leave.clicked.connect(self.hide)
        self.sign_in.wanted.connect(self._go_to_provider)
        self.sign_in.leave.clicked.connect(lambda: self.sign_in.sign_out(as_own(self._told())))
        self._way_chosen()

    # --- the mailbox in hand ---

    def show_known(self, known: list[Mapping[str, Any]]) -> None:
        self._known = known

    def take(self, told: Mapping[str, Any] | None) -> None:
        """Take a further mailbox in hand; None begins one more."""
        self.was = told or {}
        for name in _TYPED:
            self.fields[name].setText(str(self.was.get(name, "")))
        self.fields["folders"].setText(", ".join(self.was.get("folders", ())))
        self.fields["password"].clear()
        self.sign_in.client_secret.clear()
        self.way.setCurrentIndex(max(0, self.way.findData(self.was.get("sign_in", PASSWORD))))
        self.fields["name"].setEnabled(told is None)  # its secrets lie under its name
        self.title.setText(say("A further mailbox") if told is None else say("Change {name}", name=told["name"]))  # fmt: skip
        self.refusal.say("")
        self.show()
        self.fields["user" if told else "name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_chosen(self) -> None:
        """A provider's page brings its servers, where none are entered yet."""
        way = str(self.way.currentData())
        self.sign_in.show_provider(way)
        self.fields["password"].setEnabled(way == PASSWORD)
        for name in ("client_id", "authority"):
            self.fields[name].setEnabled(way != PASSWORD)
        if way != PASSWORD:
            servers = servers_of(way)
            for name, key in (("host", "mail.imap_host"), ("smtp_host", "mail.smtp_host")):
                self.fields[name].setText(self.fields[name].text() or servers[key])

    def _told(self) -> dict[str, Any]:
        """The mailbox as it is kept; ports that are not asked here stay what they were."""
        typed = {name: self.fields[name].text().strip() for name in _TYPED}
        folders = [name.strip() for name in self.fields["folders"].text().split(",") if name.strip()]
        told = {"port": 993, "security": "tls", "smtp_port": 587, "smtp_security": "starttls", **self.was}
        return told | typed | {"folders": folders or ["INBOX"], "sign_in": str(self.way.currentData())}

    def _missing(self, told: Mapping[str, Any]) -> str:
        others = {each["name"] for each in self._known} - {self.was.get("name")}
        if not all(told[name] for name in ("name", "user", "host")):
            return say("A mailbox needs a name, its sign-in name and the server it is read from.")
        if told["name"] in others:
            return say("There is a mailbox of this name already.")
        if told["sign_in"] and not told["client_id"]:
            return say("Enter the client id of the store's own registration.")
        return ""

    # --- acts ---

    def submit(self) -> None:
        """Record what the form holds; what is missing or taken is said in place."""
        self._keep(self._recorded)

    def _keep(self, then: Any) -> None:
        told = self._told()
        wrong = self._missing(told)
        self.refusal.say(wrong)
        if wrong or not self._kept(told):
            return
        places = [each["name"] for each in self._known]
        known = [told if each["name"] == told["name"] else each for each in self._known]
        wanted = known if told["name"] in places else [*known, told]
        self._bridge.run(c.SaveSettings(values={"mail.more": wanted}), lambda _: then(told), self.refusal.show_trouble)  # fmt: skip

    def _kept(self, entered: Mapping[str, Any]) -> bool:
        """Whether the keyring took what was typed; if not, it is said why."""
        own = as_own(entered)
        for secret, words in (("mail.password", self.fields["password"].text()), (CLIENT_SECRET, self.sign_in.client_secret.text())):  # fmt: skip
            if not words or self._probes is None:
                continue
            try:
                self._probes.save_secret(of_mailbox(secret, own), words)
            except Exception as error:  # whatever the keyring says is told to the person
                self.refusal.say(told(str(error)))
                return False
        return True

    def _recorded(self, _told: Mapping[str, Any]) -> None:
        self.hide()
        self.done.emit()

    def _go_to_provider(self) -> None:
        """The mailbox is recorded first, so that its lines use the sign-in at once."""
        self._keep(self._sign_in)

    def _sign_in(self, told: Mapping[str, Any]) -> None:
        self.was = told
        self.done.emit()
        self.sign_in.start(as_own(told))
