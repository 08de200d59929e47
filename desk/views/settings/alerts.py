"""Which alerts reach a person and through which doors, and what this store's desks sound like (ALERT-02)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout

from desk.models import commands as c
from desk.models.commands import ChooseAlerts
from desk.models.snapshots.frame import PersonView
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.setup.page import StepPage
from desk.views.sounds import play
from desk.views.text import say
from desk.views.toasts import AlertIcon

KINDS = ("doorbell", "handoff", "escalation", "appointment", "attention", "quarantine", "digest")


def kind_words(kind: str) -> tuple[str, str]:
    """A class of alerts and when it rings."""
    return {
        "doorbell": (say("Doorbell"), say("A new lead came in")),
        "handoff": (say("Handoff"), say("A customer asked for a person")),
        "escalation": (say("Escalation"), say("An answer is overdue, or a lead needs somebody senior")),
        "appointment": (say("Appointments"), say("A visit was set, changed or cancelled")),
        "attention": (say("To see to"), say("Something waits for a decision")),
        "quarantine": (say("Could not read"), say("A mail may be a lead and could not be read")),
        "digest": (say("Summaries"), say("What the night brought, what the day left to do")),
    }[kind]


def door_words(door: str) -> str:
    return {
        "default": say("As the store does it"),
        "text": say("Desktop and text"),
        "email": say("Desktop and email"),
        "both": say("Desktop, text and email"),
        "desktop": say("Desktop only"),
    }.get(door, door)


class AlertsPage(StepPage):
    """One person after the other; people choose for themselves, leaders for anyone."""

    key = "alerts"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "", "")
        self._people: Sequence[PersonView] = ()
        self._at_desk = ""
        self.person = w.Choice(say("Whose alerts"))
        self.reach = w.Words("", "secondary", "t3", wrap=True)
        self.doors = {kind: w.Choice(kind_words(kind)[0]) for kind in KINDS}
        self.sounds = w.Tick(say("Alerts ring in this store, each class with its own sound"))
        for choice in self.doors.values():
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.person.setMinimumContentsLength(6)
        self.person.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._build()
        self.close_column()
        self.person.activated.connect(lambda _: self._show_choices())
        bridge.changed.connect(self._changed)

    def _build(self) -> None:
        card = w.Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        who = QHBoxLayout()
        who.addWidget(w.Words(say("Alerts for"), "name"))
        who.addWidget(self.person, 1)
        column.addLayout(who)
        column.addWidget(self.reach)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, kind in enumerate(KINDS):
            self._add(grid, row, kind)
        column.addLayout(grid)
        told = say(
            "As the store does it: a text while the store is open, an email after hours. The desktop always shows it."
        )
        column.addWidget(w.Words(told, "secondary", "t3", wrap=True))
        self.column.addWidget(card)
        self.column.addWidget(self.sounds)

    def _add(self, grid: QGridLayout, row: int, kind: str) -> None:
        name, when = kind_words(kind)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(w.Words(name, "row"))
        words.addWidget(w.Words(when, "secondary", "t3", wrap=True))
        hear = w.Button(say("Hear it"), "ghost", size="row")
        hear.setAccessibleName(say("Hear the sound of {kind}", kind=name))
        hear.clicked.connect(lambda _=False, kind=kind: play(kind))
        grid.addWidget(AlertIcon(kind), row, 0)
        grid.addLayout(words, row, 1)
        grid.addWidget(hear, row, 2)
        grid.addWidget(self.doors[kind], row, 3)

    # --- facts in ---

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        self.sounds.setChecked(bool(settings.get("look.sounds", True)))
        self.read()

    def read(self) -> None:
        self._bridge.ask(lambda read: (read.people(), read.alert_doors(), read.shell().person), self._show)

    def _changed(self, changes: Any) -> None:
        if "staff" in changes.kinds and self.isVisible():
            self.read()

    def _show(self, read: tuple[Sequence[PersonView], Sequence[str], PersonView | None]) -> None:
        people, doors, here = read
        self._people = [person for person in people if person.active]
        chosen = self.person.currentData() or (here.id if here is not None else "")
        self.person.clear()
        for person in self._people:
            self.person.addItem(person.name, person.id)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
        for choice in self.doors.values():
            choice.clear()
            for door in doors:
                choice.addItem(door_words(door), door)
        self._show_choices()

    def _show_choices(self) -> None:
        person = self._chosen()
        if person is None:
            return
        reach = " · ".join(part for part in (formats.phone(person.phone), person.email) if part)
        self.reach.setText(reach or say("No mobile and no email yet: only the desktop reaches them."))
        for kind, choice in self.doors.items():
            told = person.alerts.get(kind) or person.alerts.get("all") or "default"
            choice.setCurrentIndex(max(0, choice.findData(told)))

    def _chosen(self) -> PersonView | None:
        return next((person for person in self._people if person.id == self.person.currentData()), None)

    # --- saving ---

    def save(self) -> None:
        person = self._chosen()
        self.refusal.say("")
        if person is not None:
            chosen = {kind: str(choice.currentData()) for kind, choice in self.doors.items()}
            command = ChooseAlerts(staff_id=person.id, choices=chosen)
            self._bridge.run(command, lambda _: self._save_sounds(), self.refusal.show_trouble)

    def _save_sounds(self) -> None:
        """The store's sounds are a leader's to change; asked only where they changed."""
        self._bridge.ask(lambda read: read.settings()["look.sounds"], self._sounds_known)

    def _sounds_known(self, before: bool) -> None:
        if before == self.sounds.isChecked():
            self.saved.emit(self.key)
            return
        command = c.SaveSettings(values={"look.sounds": self.sounds.isChecked()})
        self._bridge.run(command, lambda _: self.saved.emit(self.key), self.refusal.show_trouble)
