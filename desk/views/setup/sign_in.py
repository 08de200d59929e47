"""Entering the mailbox through the provider's own page: which provider, the store's registration, and the button (R27)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk.models.probe import ProbeStep
from desk.services.resources import load_toml
from desk.views import widgets as w
from desk.views.setup.trial import Steps, Trial
from desk.views.text import say

PASSWORD, MICROSOFT, GOOGLE = "", "microsoft", "google"
CLIENT_SECRET = "mail.client_secret"


class SignIns(Protocol):
    """The provider's page. ``settings`` are as entered; a refusal is told as a step that did not work, never raised.

    ``sign_in`` blocks until the person is done on the page, or ``stop`` was called from another thread.
    """

    def sign_in(self, settings: Mapping[str, Any]) -> Sequence[ProbeStep]: ...
    def sign_out(self, settings: Mapping[str, Any]) -> Sequence[ProbeStep]: ...
    def stop(self) -> None: ...


def servers_of(provider: str) -> dict[str, Any]:
    """The settings of the servers that go with a provider's sign-in."""
    table = load_toml("channels", "signin.toml")[provider]
    return {
        "mail.imap_host": table["imap"], "mail.imap_port": 993, "mail.imap_security": "tls",
        "mail.smtp_host": table["smtp"], "mail.smtp_port": 587, "mail.smtp_security": "starttls",
    }  # fmt: skip


def where_registered(provider: str) -> str:
    """Where the store finds its client id."""
    return str(load_toml("channels", "signin.toml")[provider]["where"])


class SignInPart(QWidget):
    """The buttons beside a mailbox's fields. ``wanted`` asks for what is entered; ``done`` says that it worked."""

    wanted = Signal()
    done = Signal()

    def __init__(self, signs: SignIns | None) -> None:
        super().__init__()
        self._signs, self._provider = signs, PASSWORD
        self._is_waiting = False
        self.client_secret = QLineEdit()
        self.client_secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.button = w.Button(say("Sign in with Microsoft"), "primary", size="row")
        self.leave = w.Button(say("Sign out"), size="row")
        self.told = w.Words("", "secondary", "t2", wrap=True)
        self.steps = Steps()
        self._trial = Trial(self)
        self._trial.done.connect(self._finished)
        self._trial.failed.connect(lambda words: self._finished((ProbeStep(say("Sign in"), False, words),)))
        self.button.clicked.connect(self._clicked)
        self._place()
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self._stop)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.button)
        column.addWidget(self.leave)
        column.addWidget(self.told)
        column.addWidget(self.steps)

    def show_provider(self, provider: str) -> None:
        """Stand for a provider, or for nothing where a password opens the mailbox."""
        self._provider = provider
        self.setVisible(provider != PASSWORD)
        self.client_secret.setEnabled(provider == GOOGLE)
        if provider:
            self.told.setText(
                say(
                    "The client id is that of the store's own registration: {place}.",
                    place=where_registered(provider),
                )
            )
        self._name_button()
        self._fit_words()

    def start(self, settings: Mapping[str, Any]) -> None:
        """Open the provider's page for what is entered."""
        assert self._signs is not None, "the button rests without sign-ins"
        signs = self._signs
        self._is_waiting = True
        self._name_button()
        self.steps.show_waiting(say("Go on in the page that has opened in your browser …"))
        self._trial.start(lambda: signs.sign_in(settings))

    def sign_out(self, settings: Mapping[str, Any]) -> None:
        assert self._signs is not None, "the button rests without sign-ins"
        signs = self._signs
        self._trial.start(lambda: signs.sign_out(settings))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """A scrolled page asks no wrapped words how high they stand; they say it themselves."""
        self.told.setMinimumHeight(max(0, self.told.heightForWidth(max(self.width(), 1))))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    def _clicked(self) -> None:
        if self._is_waiting:
            self._stop()
        else:
            self.wanted.emit()

    def _stop(self) -> None:
        if self._is_waiting and self._signs is not None:
            self._signs.stop()

    def _finished(self, steps: Any) -> None:
        was_signing_in, self._is_waiting = self._is_waiting, False
        self._name_button()
        self.steps.show_steps(steps)
        if was_signing_in and self.steps.passed:
            self.done.emit()

    def _name_button(self) -> None:
        name = say("Sign in with Google") if self._provider == GOOGLE else say("Sign in with Microsoft")
        self.button.setText(say("Stop waiting") if self._is_waiting else name)
        self.button.setEnabled(self._signs is not None)
        self.leave.setEnabled(self._signs is not None and not self._is_waiting)
