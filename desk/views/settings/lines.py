"""Mailboxes and texting: everything the set-up asks, and what a running store may want to change (settings.png)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desk.models import commands as c
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.settings.mailbox_form import MailboxForm
from desk.views.settings.mailboxes import MailboxList
from desk.views.setup.mail_step import MailStep
from desk.views.setup.page import Beside, Row
from desk.views.setup.steps import TextStep
from desk.views.setup.trial import Probes
from desk.views.text import say

_ACTS_BELOW = 640  # a narrower card has its buttons under its words


class OtherDesk(w.Card):
    """Another desk works on the same mailbox: nothing automatic leaves until a person names the one that speaks (DESK-12)."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("warn")
        self._bridge = bridge
        self.told = w.Words("", "secondary", "t1", wrap=True)
        self.here = w.Button(say("This desk speaks"), "primary", size="row")
        self.there = w.Button(say("The other one does"), size="row")
        self._beside, words, acts = Beside(_ACTS_BELOW), QHBoxLayout(), QHBoxLayout()
        self._beside.setContentsMargins(12, 9, 10, 9)
        words.setSpacing(10)
        words.addWidget(w.Icon("monitor", "warn", 16))
        words.addWidget(self.told, 1)
        for button in (self.here, self.there):
            acts.addWidget(button)
        acts.addStretch(1)
        self._beside.addLayout(words, 1)
        self._beside.addLayout(acts)
        self.setLayout(self._beside)
        self.here.clicked.connect(lambda: self._name(True))
        self.there.clicked.connect(lambda: self._name(False))
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._beside.fit(event.size().width())

    def show_other(self, other: Mapping[str, str], user: str) -> None:
        marks = ", ".join(sorted(set(other.values())))
        self.told.setText(
            say(
                "Another desk works on {mailbox}: its mark {marks} was seen. Nothing automatic goes out from here until someone names the desk that speaks. Leads are still taken in, people can still write.",
                mailbox=user, marks=marks,
            )
        )  # fmt: skip
        self.setVisible(bool(other))

    def _name(self, this_desk: bool) -> None:
        self._bridge.run(c.NameSpeakingDesk(this_desk=this_desk), lambda _: self.hide(), self._refused)

    def _refused(self, trouble: Any) -> None:
        self.told.setText(trouble.said)


class LineState(w.Card):
    """A line as it stands: whose it is, and whether it works."""

    def __init__(self, icon: str, told: str) -> None:
        super().__init__()
        self.name, self.sign = w.ElidedWords("", "row"), w.Icon("minus", "t3", 16)
        self.state = w.Words("", "body", "t2", wrap=True)
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(12)
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addWidget(w.Words(told, "secondary", "t2", wrap=True))
        row.addWidget(w.Icon(icon, "t2", 18))
        row.addLayout(words, 1)
        row.addWidget(self.sign)
        row.addWidget(self.state, 1)

    def show_state(self, name: str, states: Sequence[Mapping[str, Any]], zone: str, now: datetime) -> None:
        """``states`` are the last words of the line's ways in and out, as the store keeps them."""
        self.name.setText(name)
        self.setVisible(bool(name))
        down = next((state for state in states if not state.get("ok", True)), None)
        read = next((state["read_at"] for state in states if state.get("read_at")), "")
        if down is not None:
            words, icon, tone = str(down.get("words", "")), "triangle-alert", "warn"
        elif read:
            at = formats.when(datetime.fromisoformat(read), zone, now)
            words, icon, tone = say("Watching, last read {at}", at=at), "circle-check", "ok"
        else:
            words, icon, tone = say("Not read yet"), "minus", "t3"
        self.state.setText(words)
        self.state.set_tone(tone)
        self.sign.show_icon(icon, tone)


class MailPage(MailStep):
    """All mailboxes in one list; below it the store's own with its folders and its pace."""

    def __init__(self, bridge: Bridge, probes: Probes | None) -> None:
        super().__init__(bridge, probes)
        self.other = OtherDesk(bridge)
        self.boxes, self.more = MailboxList(bridge), MailboxForm(bridge, probes)
        self.boxes.chosen.connect(self._take)
        self.more.done.connect(self.boxes.read)
        self.column.insertWidget(0, self.other)
        self.form.insertWidget(0, self.boxes)
        self.form.insertWidget(1, self.more)
        self.form.insertWidget(2, w.Words(say("The store's own mailbox"), "name"))

    def more_rows(self) -> tuple[Row, ...]:
        self.folders = QLineEdit()
        self.folders.setPlaceholderText("INBOX")
        sent = self.text("mail.sent_folder", say("Found by itself"))
        return (
            ((say("Leads arrive in, folders with commas"), self.folders), (say("Sent mail lies in"), sent)),
            ((say("Emails a minute at most"), self.number("mail.per_minute", 1, 600)),
             (say("Older mails come in as history after, hours"), self.number("intake.history_after_hours", 0, 720))),
            ((say("Sign-in page of an own tenant"), self.text("mail.authority", say("The usual one"))),
             (say("One-click unsubscribe page, with {token}"), self.text("mail.unsubscribe_url", say("Customers leave by email")))),
        )  # fmt: skip

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        super().show_settings(settings)
        if "mail.folders" in settings:
            self.folders.setText(", ".join(settings["mail.folders"]))
        if "desk.other" in settings:  # the whole of the settings, and not a provider's preset
            self.more.show_known(settings["mail.more"])
            self.boxes.show_settings(settings)
            self.other.show_other(settings["desk.other"], settings["mail.user"])

    def _take(self, told: Mapping[str, Any] | None) -> None:
        self.more.show_known(self.boxes.known)
        self.more.take(told)
        QTimer.singleShot(0, self.more, lambda: self.ensureWidgetVisible(self.more))

    def values(self) -> dict[str, Any]:
        folders = [name.strip() for name in self.folders.text().split(",") if name.strip()]
        return super().values() | {"mail.folders": folders or ["INBOX"]}


class TextPage(TextStep):
    """The texting number with its state."""

    def __init__(self, bridge: Bridge, probes: Probes | None) -> None:
        super().__init__(bridge, probes)
        self.state = LineState("message-square", say("Texts with customers, alerts to the team"))
        self.form.insertWidget(0, self.state)

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        super().show_settings(settings)
        if "health" in settings:
            states = [
                settings["health"][line] for line in ("texts", "texts_out") if line in settings["health"]
            ]
            self.state.show_state(
                settings["text.from_number"], states, settings["store.zone"], self._bridge.now()
            )
