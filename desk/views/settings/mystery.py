"""The night's test customers: the grade, and of each failure what broke and what was said (AI-26)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.setup.page import StepPage
from desk.views.text import say
from desk.views.widgets.rows import emptied


class MysteryPage(StepPage):
    """Nothing is set here: the hour is the playbook's, the customers are the desk's own."""

    key, has_save = "mystery", False

    def __init__(self, bridge: Bridge, zone: str) -> None:
        super().__init__(bridge, "", "")
        self._zone = zone
        self.grade, self.at = w.Words("", "title"), w.Words("", "secondary", "t2", wrap=True)
        self.none = w.EmptyState(
            "sparkles",
            say("No test customer has written yet"),
            say("They write every night, to a store apart, and nothing leaves this computer."),
        )
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        for part in (self.grade, self.at, self.none):
            self.column.addWidget(part)
        self.column.addLayout(self.list)
        self.close_column()

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        last: Mapping[str, Any] = settings.get("mystery.last", {})
        emptied(self.list)
        self.none.setVisible(not last)
        self.grade.setVisible(bool(last))
        self.at.setVisible(bool(last))
        if last:
            self._show(last)

    def _show(self, last: Mapping[str, Any]) -> None:
        at = formats.when(datetime.fromisoformat(last["at"]), self._zone, self._bridge.now())
        self.grade.setText(
            say("{held} of {total} test customers held", held=last["held"], total=last["total"])
        )
        self.at.setText(
            say(
                "{at}. They ask for prices, stop in other words, want sold cars, give instructions instead of questions.",
                at=at,
            )
        )
        for failure in last["failures"]:
            self.list.addWidget(_failure(failure))


def _failure(told: Mapping[str, Any]) -> w.Card:
    card = w.Card("warn")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(4)
    column.addWidget(w.Words(told["title"], "row", wrap=True))
    broke = "; ".join(told["broke"])
    column.addWidget(w.Words(f"{broke[:1].upper()}{broke[1:]}.", "body", "warn", wrap=True))
    for line in told["transcript"]:
        column.addWidget(w.Words(line, "secondary", "t2", wrap=True))
    return card
