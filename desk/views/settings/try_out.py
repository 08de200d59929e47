"""How the words of a template read for a lead, while they are being written (FLOW-08)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.models.snapshots.bank import PreviewView
from desk.models.snapshots.board import BoardView
from desk.models.snapshots.frame import FoundRow
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.text import say
from desk.views.throttle import Throttle


class TryOut(w.Card):
    """A lead, and the words filled in for it; what it has no fact for is named."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self._bridge, self._lead = bridge, ""
        self._words = ("text", "", "")
        self.whose, self.other = w.Words("", "secondary", "t2"), QLineEdit()
        self.subject, self.text = w.Words("", "name", wrap=True), w.Words("", "body", wrap=True)
        self.told = w.Words("", "secondary", "warn", wrap=True)
        self._due = Throttle(self._ask, self)
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(8)
        self.other.setPlaceholderText(say("Try another lead: name, phone or stock number"))
        self.other.setAccessibleName(say("Try another lead"))
        head.addWidget(w.Words(say("Preview"), "name"))
        head.addWidget(self.whose)
        head.addWidget(self.other, 1)
        column.addLayout(head)
        for part in (self.subject, self.text, self.told):
            column.addWidget(part)
        self.other.returnPressed.connect(self._find)

    def show_words(self, kind: str, subject: str, body: str) -> None:
        self._words = (kind, subject, body)
        self._due()

    def find_lead(self) -> None:
        """Try it on a lead of the board until somebody names another."""
        if not self._lead:
            self._bridge.ask(lambda read: read.board("everyone"), self._take_first)

    def _take_first(self, board: BoardView) -> None:
        card = next((card for column in board.columns for card in column.cards), None)
        if card is not None:
            self._try_on(card.id, card.name)

    def _find(self) -> None:
        words = self.other.text().strip()
        if words:
            self._bridge.ask(lambda read: read.found(words), self._take_found)

    def _take_found(self, found: Sequence[FoundRow]) -> None:
        lead = next((row for row in found if row.kind == "lead"), None)
        if lead is None:
            self.told.setText(say("No lead is found by these words."))
            return
        self._try_on(lead.id, lead.title)

    def _try_on(self, lead_id: str, name: str) -> None:
        self._lead = lead_id
        self.whose.setText(say("for {name}", name=name))
        self._ask()

    def _ask(self) -> None:
        kind, subject, body = self._words
        if self._lead and body.strip():
            self._bridge.ask(
                lambda read: read.try_out(kind, subject, body, self._lead), self._show, self._cannot
            )
        else:
            self._show(None)

    def _show(self, found: PreviewView | None) -> None:
        self.subject.setText(found.subject if found is not None else "")
        self.subject.setVisible(bool(self.subject.text()))
        self.text.setText(
            found.text if found is not None else say("What you write is shown here as a customer reads it.")
        )
        self.told.setText(_missing(found) if found is not None else "")

    def _cannot(self, trouble: Any) -> None:
        self.told.setText(trouble.said)


def _missing(found: PreviewView) -> str:
    names = ", ".join(name.replace("_", " ") for name in found.missing)
    lacks = say("This lead has no {names}; for such a lead it is not offered.", names=names) if names else ""
    size = say("1 segment") if found.parts == 1 else say("{n} segments", n=found.parts)
    return " ".join(part for part in (lacks, size if found.parts else "") if part)
