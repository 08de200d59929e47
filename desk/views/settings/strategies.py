"""How each kind of lead is treated: what waits for a person's word, and how often the assistant writes (AI-18)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout

from desk.models.changes import Changes
from desk.models.commands import SetStrategy
from desk.models.snapshots.settings import StrategyView
from desk.views import widgets as w
from desk.views.board.narrowing import source_words
from desk.views.bridge_protocol import Bridge
from desk.views.paces import paces
from desk.views.text import say


def pace_words(times: float) -> str:
    """A pace as a manager reads it; one that is none of the choices by its number."""
    named = {
        "twice": say("Twice as often"),
        "usual": say("Usual pace"),
        "slower": say("Somewhat slower"),
        "half": say("Half as often"),
        "quarter": say("A quarter as often"),
    }
    name = next((name for name, known in paces("kind").items() if known == times), "")
    return named[name] if name else say("Intervals × {times}", times=f"{times:g}")


class StrategyRow:
    """The two choices of one kind of lead."""

    def __init__(self, kind: str) -> None:
        self.kind, words = kind, source_words(kind)
        self.waits = w.Choice(say("Messages to {kind} leads", kind=words))
        self.pace = w.Choice(say("How often {kind} leads are written to", kind=words))
        for key, said in ((False, say("Sent by itself")), (True, say("Waits for approval"))):
            self.waits.addItem(said, key)
        for choice in (self.waits, self.pace):
            choice.setMinimumContentsLength(9)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def show(self, view: StrategyView) -> None:
        """What the running playbook says, without a signal."""
        with QSignalBlocker(self.pace):
            self.pace.clear()
            for times in sorted({*paces("kind").values(), view.pace}):
                self.pace.addItem(pace_words(times), times)
            self.pace.setCurrentIndex(self.pace.findData(view.pace))
        with QSignalBlocker(self.waits):
            self.waits.setCurrentIndex(self.waits.findData(view.waits))


class StrategiesCard(w.Card):
    """Each choice is recorded as it is made, in the store's own playbook; a refusal is said and the choice goes back."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.rows: dict[str, StrategyRow] = {}
        self.told = w.Words("", "secondary", "ok", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        for place, share in enumerate((2, 3, 3)):
            self._grid.setColumnStretch(place, share)
        self._build()
        bridge.changed.connect(self._changed)
        self.read()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(w.Words(say("By kind of lead"), "name"))
        line = say(
            "Caps, quiet hours and consent hold at every pace. What waits for approval is in the inbox, for today and tomorrow."
        )
        column.addWidget(w.Words(line, "secondary", "t2", wrap=True))
        column.addLayout(self._grid)
        column.addWidget(self.told)
        self.told.hide()

    def read(self) -> None:
        self._bridge.ask(lambda read: read.strategies(), self._show)

    def _changed(self, changes: Changes) -> None:
        if "playbook" in changes.kinds:
            self.read()

    def _show(self, views: Sequence[StrategyView]) -> None:
        for view in views:
            if view.kind not in self.rows:
                self._add(view.kind)
            self.rows[view.kind].show(view)

    def _add(self, kind: str) -> None:
        row, place = StrategyRow(kind), len(self.rows)
        self.rows[kind] = row
        self._grid.addWidget(w.Words(source_words(kind), "row"), place, 0)
        self._grid.addWidget(row.waits, place, 1)
        self._grid.addWidget(row.pace, place, 2)
        row.waits.activated.connect(
            lambda _: self._run(SetStrategy(kind=kind, waits=row.waits.currentData()))
        )
        row.pace.activated.connect(lambda _: self._run(SetStrategy(kind=kind, pace=row.pace.currentData())))

    def _run(self, command: SetStrategy) -> None:
        self._bridge.run(command, lambda _: self._say("ok", self._done(command)), self._refused)

    def _done(self, command: SetStrategy) -> str:
        return say("{kind}: recorded, for what is written from now on.", kind=source_words(command.kind))

    def _refused(self, trouble: Any) -> None:
        self._say("bad", trouble.said)
        self.read()

    def _say(self, tone: str, words: str) -> None:
        self.told.set_tone(tone)
        self.told.setText(words)
        self.told.show()
