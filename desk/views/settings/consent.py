"""What the sources' own forms ask their customers to agree to: entered by a manager, with a copy (R6, COMPLY-03)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout

from desk.models.commands import SaveConsentWording
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import captioned
from desk.views.setup.page import StepPage, yielding
from desk.views.text import say
from desk.views.widgets.rows import emptied

_ROWS = 4


class ConsentPage(StepPage):
    """One row a source, and a form for the next one. Each is recorded as it is entered."""

    key, has_save = "consent", False

    def __init__(self, bridge: Bridge, zone: str) -> None:
        super().__init__(bridge, "", "")
        self._zone = zone
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        self.source, self.page, self.wording = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.kind = w.Choice(say("What it is"))
        self.enter = w.Button(say("Enter this wording"), icon="plus")
        self.enter.clicked.connect(self.submit)
        self.column.addWidget(
            w.Words(
                say("Leads of a source named here come with this consent. Without one, the assistant's further texts wait for a person."),
                "secondary", "t2", wrap=True,
            )
        )  # fmt: skip
        self.column.addLayout(self.list)
        self.column.addWidget(self._form())
        self.close_column()

    def _form(self) -> w.Card:
        card = w.Card()
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 14, 16, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        self.kind.addItem(say("Written consent to automated texts"), "written")
        self.kind.addItem(say("Consent to be contacted"), "express")
        self.page.setPlaceholderText("https://")
        self.wording.setFixedHeight(self.wording.fontMetrics().lineSpacing() * _ROWS + 16)
        self.wording.setTabChangesFocus(True)
        grid.addLayout(yielding(say("Source, as leads name it"), self.source), 0, 0)
        grid.addLayout(yielding(say("Where the form stands"), self.page), 0, 1)
        grid.addLayout(yielding(say("What it is"), self.kind), 0, 2)
        grid.addLayout(captioned(say("The wording, copied from the form"), self.wording), 1, 0, 1, 3)
        grid.addWidget(self.enter, 2, 0)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        return card

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        emptied(self.list)
        for told in settings.get("sources.consent", {}).values():
            self.list.addWidget(self._row(told))

    def _row(self, told: Mapping[str, Any]) -> w.Card:
        card, words = w.Card(), QVBoxLayout()
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(12)
        at = formats.when(datetime.fromisoformat(told["at"]), self._zone, self._bridge.now())
        words.setSpacing(1)
        words.addWidget(w.Words(told["source"], "row"))
        words.addWidget(w.Words(f"“{told['wording']}”", "secondary", "t2", wrap=True))
        words.addWidget(
            w.Words(
                say("{page}, entered by {name} {at}", page=told["page"], name=told["by"], at=at),
                "secondary",
                "t3",
                wrap=True,
            )
        )
        back = w.Button(say("Take back"), size="row")
        back.clicked.connect(lambda _=False, source=told["source"]: self._give(source, ""))
        row.addLayout(words, 1)
        row.addWidget(back)
        return card

    def submit(self) -> None:
        """Enter what the form holds; what is missing is said in place."""
        self._give(self.source.text(), self.wording.toPlainText())

    def _give(self, source: str, wording: str) -> None:
        command = SaveConsentWording(
            source=source, wording=wording, kind=str(self.kind.currentData()), page=self.page.text()
        )
        self._bridge.run(command, lambda _: self._done(), self.refusal.show_trouble)

    def _done(self) -> None:
        self.refusal.say("")
        for field in (self.source, self.page, self.wording):
            field.clear()
        self.saved.emit(self.key)
