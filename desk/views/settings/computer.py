"""This computer: starting with it, how the window looks, where backups go, and the demo store thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.settings.machine import Machine
from desk.views.setup.page import StepPage
from desk.views.setup.trial import Trial
from desk.views.text import say
from desk.views.theme import SCALES, Theme


class BackupPage(StepPage):
    """Where backups go, the newest one, and one more at once (DESK-06)."""

    key = "backup"

    def __init__(self, bridge: Bridge, machine: Machine) -> None:
        super().__init__(bridge, "", "")
        self._machine = machine
        folder = self.text("backup.folder", say("Beside the store"))
        self.add_rows(((say("Folder for backups, best on another disk"), folder),))
        self.choose = w.Button(say("Choose a folder"))
        self.now = w.Button(say("Back up now"), icon="hard-drive")
        self.told = w.Words("", "body", "t2", wrap=True)
        row = QHBoxLayout()
        for part in (self.choose, self.now):
            row.addWidget(part)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.told)
        lines = (
            ("shield-check", say("One is made by itself each day, and read whole before it counts; the newest fourteen are kept.")),
            ("key-round", say("It opens with this store's own key. Keep the printed recovery code where the backups are not.")),
            ("rotate-ccw", say("To bring one back: close Sales Desk, then run desk restore with the file.")),
        )  # fmt: skip
        for icon, words in lines:
            line = QHBoxLayout()
            line.addWidget(w.Icon(icon, "t3", 16))
            line.addWidget(w.Words(words, "secondary", "t2", wrap=True), 1)
            self.column.addLayout(line)
        self.close_column()
        self._looked, self._made = Trial(self), Trial(self)
        self._looked.done.connect(self._show_last)
        self._made.done.connect(self._backed_up)
        self._made.failed.connect(self._could_not)
        self.choose.clicked.connect(self._choose)
        self.now.clicked.connect(self.back_up)

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        super().show_settings(settings)
        self._looked.start(self._machine.last_backup)

    def _show_last(self, words: str) -> None:
        self.told.setText(words or say("There is no backup yet."))

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, say("Folder for backups"))
        if folder:
            self.fields["backup.folder"].setText(folder)  # type: ignore[attr-defined]  # it is a line edit

    def back_up(self) -> None:
        """Record the folder, then make a backup into it."""
        self.now.setEnabled(False)
        self.record(self.values(), self._start)

    def _start(self) -> None:
        self.told.setText(say("Backing up …"))
        self._made.start(self._machine.back_up)

    def _backed_up(self, words: str) -> None:
        self.now.setEnabled(True)
        self.told.setText(words)

    def _could_not(self, words: str) -> None:
        self.now.setEnabled(True)
        self.told.setText("")
        self.refusal.say(words)


class ComputerPage(StepPage):
    """What belongs to this computer alone. Theme and text size change at once; the rest is saved."""

    key = "computer"

    def __init__(self, bridge: Bridge, machine: Machine) -> None:
        super().__init__(bridge, "", "")
        self._machine = machine
        self.start = w.Tick(say("Start with the computer"))
        self.start.setEnabled(machine.can_start_with_computer)
        self.night = w.Tick(
            say("Night desk: keep this computer awake while Sales Desk runs, and start with it")
        )
        self.theme, self.scale = w.Choice(say("Theme")), w.Choice(say("Text size"))
        self.throw = w.Button(say("Throw the demo store away"), "destructive")
        self._trial = Trial(self)
        self._trial.done.connect(lambda _: self.saved.emit(self.key))
        self._trial.failed.connect(self.refusal.say)
        self._add_look()
        self.column.addWidget(self.start)
        self.column.addWidget(self.night)
        if not machine.can_start_with_computer:
            self.column.addWidget(
                w.Words(say("This desktop has no list of programs that start with it."), "secondary", "t3")
            )
        if machine.is_demo:
            self._add_demo()
        self.close_column()

    def _add_look(self) -> None:
        for name, words in (
            ("light", say("Light")),
            ("dark", say("Dark")),
            ("high_contrast", say("High contrast")),
            ("system", say("As the system")),
        ):
            self.theme.addItem(words, name)
        for scale in SCALES:
            self.scale.addItem(f"{round(scale * 100)} %", scale)
        theme = Theme.current()
        self.theme.setCurrentIndex(max(0, self.theme.findData(theme.choice)))
        self.scale.setCurrentIndex(max(0, self.scale.findData(theme.scale)))
        self.theme.activated.connect(lambda _: theme.switch(self.theme.currentData()))
        self.scale.activated.connect(lambda _: theme.switch(None, self.scale.currentData()))
        self.add_rows(((say("Theme"), self.theme), (say("Text size"), self.scale)))

    def _add_demo(self) -> None:
        card = w.Card("warn")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.addWidget(w.Words(say("This is the demo store"), "name", "warn"))
        told = say(
            "Its customers are invented and nothing leaves this computer. Throwing it away closes the window and removes its folder."
        )
        column.addWidget(w.Words(told, "secondary", "t1", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.throw)
        row.addStretch(1)
        column.addLayout(row)
        self.column.addWidget(card)
        self.throw.clicked.connect(self._throw)

    def _throw(self) -> None:
        """Asked once more in place, because it cannot be taken back."""
        if not self.throw.property("asked"):
            self.throw.setProperty("asked", True)
            self.throw.set_words(say("Close the window and remove it"))
            return
        self._machine.throw_demo_away()

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        self.start.setChecked(bool(settings.get("start.with_computer")))
        self.night.setChecked(bool(settings.get("desk.night")))

    def save(self) -> None:
        """A night desk starts with its computer (DESK-13), where this desktop has a place to say so."""
        night = self.night.isChecked()
        if night and self.start.isEnabled():
            self.start.setChecked(True)
        on = self.start.isChecked()
        self.refusal.say("")
        self.record(
            {"start.with_computer": on, "desk.night": night},
            lambda: self._trial.start(lambda: self._machine.start_with_computer(on)),
        )
