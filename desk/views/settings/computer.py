"""This computer: starting with it, how the window looks, and the demo store thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.settings.machine import Machine
from desk.views.setup.page import StepPage
from desk.views.setup.trial import Trial
from desk.views.text import say
from desk.views.theme import SCALES, Theme


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
