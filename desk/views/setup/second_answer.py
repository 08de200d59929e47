"""Whether something else answers the store's leads too: a test lead, what it met, and a manager who keeps it (DESK-08)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.models import commands as c
from desk.models.probe import ProbeStep
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.setup.trial import Probes, Steps, Trial
from desk.views.text import say

KEY = "mail.second_answer"


class SecondAnswerPart(QWidget):
    """``wanted`` asks for what is entered; ``look`` mails the test lead and waits for most of a minute."""

    wanted = Signal()

    def __init__(self, bridge: Bridge, probes: Probes | None) -> None:
        super().__init__()
        self._bridge, self._probes = bridge, probes
        self._kept: Mapping[str, Any] = {}
        self.told, self.steps = w.Words("", "secondary", "t2", wrap=True), Steps()
        self.button = w.Button(say("Look for another answer"), icon="refresh-cw", size="row")
        self.keep = w.Button(say("Keep it, I know"), "ghost", size="row")
        self.button.setEnabled(probes is not None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.button, self.told, self.steps, self.keep):
            column.addWidget(part)
        self.keep.hide()
        self._trial = Trial(self)
        self._trial.done.connect(self._looked)
        self._trial.failed.connect(lambda words: self._looked((ProbeStep(say("Test lead"), False, words),)))
        self.button.clicked.connect(self.wanted)
        self.keep.clicked.connect(self._keep)
        self.show_last({}, "UTC")

    def show_last(self, settings: Mapping[str, Any], zone: str) -> None:
        """What the last look found."""
        self._kept = settings.get(KEY) or {}
        found, at = self._kept.get("found", ""), self._kept.get("at", "")
        if self.steps.isVisible():
            return
        told = say("A vacation reply or another system at this mailbox would give a customer two first answers. A test lead shows it.")  # fmt: skip
        if at:
            when = formats.when(datetime.fromisoformat(at), zone, self._bridge.now())
            told = f"{when}: {found or say('nothing else answered.')}"
        self.told.setText(told)
        self.told.set_tone("warn" if found and not self._kept.get("kept") else "t2")
        self.keep.setVisible(bool(found) and not self._kept.get("kept"))

    def look(self, values: Mapping[str, Any], password: str) -> None:
        """Mail a test lead to the mailbox as entered."""
        assert self._probes is not None, "the button rests without probes"
        probes = self._probes
        self.button.setEnabled(False)
        self.keep.hide()
        self.told.setText("")
        self.steps.show_waiting(say("A test lead is on its way; answers are waited for, most of a minute …"))
        self._trial.start(lambda: probes.look_for_second_answer(values, password))

    def _looked(self, steps: Any) -> None:
        self.button.setEnabled(True)
        self.steps.show_steps(steps)
        self._bridge.ask(lambda read: read.settings(), self._offer_keep)

    def _offer_keep(self, settings: Mapping[str, Any]) -> None:
        self._kept = settings.get(KEY) or {}
        self.keep.setVisible(bool(self._kept.get("found")) and not self.steps.passed)

    def _keep(self) -> None:
        """A manager knows of the other answer; the doctor says so from now on and does not warn."""
        values = {KEY: {**self._kept, "kept": True}}
        self._bridge.run(c.SaveSettings(values=values), lambda _: self.keep.hide(), self._refused)

    def _refused(self, trouble: Any) -> None:
        self.told.setText(trouble.said)
