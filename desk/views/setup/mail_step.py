"""The set-up's mailbox step: where leads arrive, how the mailbox is entered, and through what the store writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.setup.page import Row, needed, security_choices
from desk.views.setup.second_answer import SecondAnswerPart
from desk.views.setup.sign_in import CLIENT_SECRET, GOOGLE, MICROSOFT, PASSWORD, SignInPart, servers_of
from desk.views.setup.steps import TestedStep
from desk.views.setup.trial import Probes
from desk.views.text import say

#: Providers with a password for apps: where they are read and sent through.
_SERVERS = {"gmail": ("imap.gmail.com", "smtp.gmail.com"), "icloud": ("imap.mail.me.com", "smtp.mail.me.com"),
    "yahoo": ("imap.mail.yahoo.com", "smtp.mail.yahoo.com")}  # fmt: skip


class MailStep(TestedStep):
    """The mailbox where leads arrive and from which the store writes."""

    key, secret_name = "mail", "mail.password"

    def __init__(self, bridge: Bridge, probes: Probes | None) -> None:
        super().__init__(
            bridge,
            probes,
            say("The mailbox where leads arrive"),
            say("Leads and replies are read from it, and the store writes from it."),
        )
        self.sign_in = SignInPart(probes.sign_ins if probes else None)
        self.sign_in.wanted.connect(self._go_to_provider)
        self.sign_in.done.connect(self._signed_in)
        self.sign_in.leave.clicked.connect(lambda: self.sign_in.sign_out(self.values()))
        self.second = SecondAnswerPart(bridge, probes)
        self.second.wanted.connect(self._look_for_second)
        presets = QHBoxLayout()
        named = (
            (MICROSOFT, say("Microsoft 365")), (GOOGLE, say("Google")), ("gmail", say("Gmail")),
            ("icloud", say("iCloud")), ("yahoo", say("Yahoo")),
        )  # fmt: skip
        presets.addWidget(w.Words(say("Provider"), "secondary", "t2"))
        for name, words in named:
            button = w.Button(words, size="row")
            button.clicked.connect(lambda _=False, name=name: self._preset(name))
            presets.addWidget(button)
        presets.addStretch(1)
        self.form.addLayout(presets)
        self.add_rows(
            ((say("Sign-in name"), self.text("mail.user")), (say("Entered with"), self._ways()), (say("Password, or app password"), self.secret)),
            ((say("Client id, for a sign-in page"), self.text("mail.client_id")), (say("Client secret, for Google"), self.sign_in.client_secret)),
            ((say("Reads from"), self.text("mail.imap_host", "imap.example.com")), (say("Port"), self.number("mail.imap_port", 1, 65535)),
             (say("Security"), self.choice("mail.imap_security", say("Security of reading"), security_choices()))),
            ((say("Sends through"), self.text("mail.smtp_host", "smtp.example.com")), (say("Port"), self.number("mail.smtp_port", 1, 65535)),
             (say("Security"), self.choice("mail.smtp_security", say("Security of sending"), security_choices()))),
            ((say("Shown as"), self.text("mail.from_name")), (say("Emails a day at most"), self.number("mail.per_day", 1, 100000))),
            *self.more_rows(),
        )  # fmt: skip
        self.add_test(self.sign_in, after=(self.second,))
        self._way_chosen()

    def _ways(self) -> w.Choice:
        """How the mailbox is entered."""
        ways = (
            (PASSWORD, say("A password")),
            (MICROSOFT, say("Microsoft's page")),
            (GOOGLE, say("Google's page")),
        )
        way = self.choice("mail.sign_in", say("Entered with"), ways)
        way.currentIndexChanged.connect(self._way_chosen)
        return way

    def _way_chosen(self) -> None:
        provider = str(self.values()["mail.sign_in"])
        self.sign_in.show_provider(provider)
        self.secret.setEnabled(provider == PASSWORD)
        self.fields["mail.client_id"].setEnabled(provider != PASSWORD)

    def _go_to_provider(self) -> None:
        missing = self.missing()
        if missing:
            self.refusal.say(" ".join(missing.values()))
        elif self._kept_client_secret():
            self.refusal.say("")
            self.sign_in.start(self.values())

    def _signed_in(self) -> None:
        """What the sign-in is for is recorded with it, so that the lines use it at once."""
        super().record(self.values(), then=lambda: None)

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        super().show_settings(settings)
        if "store.zone" in settings:  # the whole of the settings, and not a provider's preset
            self.second.show_last(settings, settings["store.zone"])

    def _look_for_second(self) -> None:
        """A test lead leaves through what is entered, once it is whole."""
        missing = self.missing()
        self.refusal.say(" ".join(missing.values()))
        if not missing:
            self.second.look(self.values(), self.secret.text())

    def _kept_client_secret(self) -> bool:
        told = self.sign_in.client_secret.text()
        return not told or self._kept(CLIENT_SECRET, told)

    def record(self, values: dict[str, Any], then: Any = None) -> None:
        if self._kept_client_secret():
            super().record(values, then)

    def more_rows(self) -> tuple[Row, ...]:
        """Further fields, for a page that asks for more than the set-up does."""
        return ()

    def _preset(self, name: str) -> None:
        if name in (MICROSOFT, GOOGLE):
            self.show_settings(self.values() | servers_of(name) | {"mail.sign_in": name})
            return
        incoming, outgoing = _SERVERS[name]
        told = {"mail.sign_in": PASSWORD, "mail.imap_host": incoming, "mail.imap_port": 993, "mail.imap_security": "tls",
                "mail.smtp_host": outgoing, "mail.smtp_port": 587, "mail.smtp_security": "starttls"}  # fmt: skip
        self.show_settings(self.values() | told)

    def probe(self) -> Any:
        assert self._probes is not None, "the button rests without probes"
        probes, values, password = self._probes, self.values(), self.secret.text()
        return lambda: probes.test_mail(values, password)

    def missing(self) -> dict[str, str]:
        provider = self.values()["mail.sign_in"]
        id_words = say("Enter the client id of the store's own registration.")
        asked = (("mail.client_id", id_words),) if provider else ()
        return needed(
            self,
            *asked,
            ("mail.user", say("The mailbox needs its sign-in name.")),
            ("mail.imap_host", say("Name the server that mail is read from.")),
            ("mail.smtp_host", say("Name the server that mail is sent through.")),
        )
