"""The set-up's steps that ask for text: store and hours, mailbox, texting number, and going live."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.services.typed_lead import sound_email, sound_phone
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import mark_wrong
from desk.views.setup.hours import WeekFields
from desk.views.setup.page import Beside, StepPage, needed
from desk.views.setup.recovery import RecoveryCard
from desk.views.setup.trial import Probes, Steps, Trial
from desk.views.text import say, told

if TYPE_CHECKING:
    from desk.views.settings.machine import Machine

TWO_COLUMNS = 860  # a narrower page has the tests under the form


class StorePlace(StepPage):
    """Name and place of the store: every message shows them."""

    key = "store"

    def __init__(self, bridge: Bridge, title: str, line: str) -> None:
        super().__init__(bridge, title, line)
        zone = self.choice(
            "store.zone", say("Time zone"), tuple((name, name.replace("_", " ")) for name in _zones())
        )
        self.add_rows(
            (
                (say("Store name"), self.text("store.name")),
                (say("Phone customers call"), self.text("store.phone", "(208) 555-0100")),
            ),
            (
                (say("Email customers write to"), self.text("store.email")),
                (say("Web site"), self.text("store.website")),
            ),
            ((say("Postal address, in every email"), self.text("store.address")),),
            ((say("Time zone"), zone), (say("State, two letters"), self.text("store.region", "ID"))),
        )

    def missing(self) -> dict[str, str]:
        wrong = needed(
            self,
            ("store.name", say("The store needs a name.")),
            ("store.address", say("Every email must show a postal address.")),
            ("store.email", say("Customers need an address to write to.")),
        )
        if self.values()["store.email"] and not sound_email(self.values()["store.email"]):
            wrong["store.email"] = say("The email address is not complete.")
        return wrong


class StoreStep(StorePlace):
    """Name, place and hours: every clock reads them."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            bridge,
            say("Your store and its hours"),
            say("Every message names the store; response clocks run in its hours."),
        )
        self.week = WeekFields()
        card = w.Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.addWidget(w.Words(say("Open, for example 09:00-18:00; empty means closed"), "secondary", "t2"))
        column.addWidget(self.week)
        self.column.addWidget(card)
        self.close_column()

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        super().show_settings(settings)
        self.week.show_week(settings.get("store.hours"))

    def values(self) -> dict[str, Any]:
        return super().values() | {"store.hours": self.week.week()}

    def missing(self) -> dict[str, str]:
        hours = self.week.wrong()
        return super().missing() | ({"store.hours": hours} if hours else {})


def _zones() -> tuple[str, ...]:
    """North American zones first, then the rest."""
    known = sorted(available_timezones())
    near = [name for name in known if name.startswith(("America/", "Pacific/Honolulu", "US/"))]
    return (*near, *(name for name in known if name not in set(near) and "/" in name))


class TestedStep(StepPage):
    """A step whose entries are tried against the real server before they are kept; the tests stand beside the form."""

    secret_name = ""

    def __init__(self, bridge: Bridge, probes: Probes | None, title: str, line: str) -> None:
        super().__init__(bridge, title, line)
        self._probes = probes
        self.widen(1180)
        self._beside, self.form = Beside(TWO_COLUMNS), QVBoxLayout()
        self.form.setSpacing(12)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.test = w.Button(say("Test what is entered"), icon="refresh-cw", size="row")
        self.steps = Steps()
        self._trial = Trial(self)
        self._trial.done.connect(self._tested)
        self._trial.failed.connect(self._could_not)
        self.test.clicked.connect(self.try_out)
        self.test.setEnabled(probes is not None)

    def add_test(self, *beside: QWidget, after: tuple[QWidget, ...] = ()) -> None:
        """The last part of a step: its tests at the right, further ones ``after`` them, and where the secret lies."""
        card, column = w.Card(), QVBoxLayout()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 10, 12, 12)
        inside.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(w.Words(say("Tests"), "name"), 1)
        head.addWidget(self.test)
        inside.addLayout(head)
        for part in (*beside, self.steps, *after):
            inside.addWidget(part)
        column.addWidget(card)
        column.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(w.Icon("key-round", "t3", 16))
        kept = say("The password is kept in this computer's keyring, not in the store file.")
        line.addWidget(w.Words(kept, "secondary", "t3", wrap=True), 1)
        self.form.addLayout(line)
        self.form.addWidget(self.refusal)
        self.form.addStretch(1)
        self._beside.addLayout(self.form, 7)
        self._beside.addLayout(column, 4)
        self.column.addLayout(self._beside)
        self.column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._beside.fit(event.size().width())

    def try_out(self) -> None:
        self.steps.wait()
        self.test.setEnabled(False)
        self._trial.start(self.probe())

    def probe(self) -> Any:
        """The test as work for another thread."""
        raise NotImplementedError

    def _tested(self, steps: Any) -> None:
        self.test.setEnabled(True)
        self.steps.show_steps(steps)

    def _could_not(self, words: str) -> None:
        self.test.setEnabled(True)
        self.steps.show_words(words)

    def record(self, values: dict[str, Any], then: Any = None) -> None:
        """The secret first: settings without their password would be a line that is down."""
        if not self.secret.text() or self._kept(self.secret_name, self.secret.text()):
            super().record(values, then)

    def _kept(self, name: str, secret: str) -> bool:
        """Whether the keyring took a secret; if not, it is said why."""
        if self._probes is None:
            return True
        try:
            self._probes.save_secret(name, secret)
        except Exception as error:  # whatever the keyring says is told to the person
            self.refusal.say(told(str(error)))
            return False
        return True


class TextStep(TestedStep):
    """The number customers can text; a store may do without one."""

    key, secret_name = "text", "text.token"

    def __init__(self, bridge: Bridge, probes: Probes | None) -> None:
        super().__init__(
            bridge,
            probes,
            say("The number customers can text"),
            say("A texting account of the store. Skip this step to answer by email only."),
        )
        self.add_rows(
            ((say("Account id"), self.text("text.account")), (say("Account token"), self.secret)),
            ((say("Store's texting number"), self.text("text.from_number", "+12085550100")), (say("Messaging service id, if used"), self.text("text.service"))),
            ((say("Provider's address, empty for the usual one"), self.text("text.base_url")),),
        )  # fmt: skip
        self.to = QLineEdit()
        self.to.setPlaceholderText(say("Your own mobile, for a test text"))
        self.to.setAccessibleName(say("Number for a test text"))
        self.add_test(self.to)

    def try_out(self) -> None:
        """A number that nobody can be texted at is said, rather than leaving the test text out."""
        typed = self.to.text().strip()
        wrong = bool(typed) and sound_phone(typed) is None
        mark_wrong(self.to, wrong)
        if wrong:
            self.steps.show_words(say("Your own number cannot be dialed. Check its digits."))
            self.to.setFocus()
            return
        super().try_out()

    def values(self) -> dict[str, Any]:
        values = super().values()
        return values | {
            "text.from_number": sound_phone(values["text.from_number"]) or values["text.from_number"]
        }

    def probe(self) -> Any:
        assert self._probes is not None, "the button rests without probes"
        probes, values, token = self._probes, self.values(), self.secret.text()
        to = sound_phone(self.to.text()) or ""
        return lambda: probes.test_texts(values, token, to)

    def missing(self) -> dict[str, str]:
        wrong = needed(
            self,
            ("text.account", say("The texting account needs its id.")),
            ("text.from_number", say("Name the store's texting number.")),
        )
        if not wrong and sound_phone(self.values()["text.from_number"]) is None:
            wrong["text.from_number"] = say("The texting number cannot be dialed. Check its digits.")
        return wrong


class LiveStep(StepPage):
    """The last step: the assistant writes by itself only after this."""

    key = "live"

    def __init__(self, bridge: Bridge, machine: Machine | None = None) -> None:
        super().__init__(
            bridge,
            say("Go live"),
            say(
                "Until you switch it on, the assistant writes nothing by itself. Leads are taken in either way."
            ),
        )
        self.add_rows(
            ((say("The assistant calls itself"), self.text("assistant.name")), (say("Label on what it won"), self.text("assistant.label"))),
            ((say("Leads older than this come in as history, hours"), self.number("intake.history_after_hours", 0, 720)),),
        )  # fmt: skip
        self.live = w.Tick(say("The assistant answers new leads by itself"))
        self.column.addWidget(self.live)
        if machine is not None:
            self.column.addWidget(RecoveryCard(bridge, machine))
        self.close_column()

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        super().show_settings(settings)
        self.live.setChecked(bool(settings.get("assistant.live")))

    def values(self) -> dict[str, Any]:
        return super().values() | {"assistant.live": self.live.isChecked()}
