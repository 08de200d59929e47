"""Asks why a lead is lost, beside the board; nothing moves before it is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.text import say


class LostReason(QDialog):
    """``given`` carries the reason as it is kept. ``show_reasons`` takes the store's own; a refusal is said here."""

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, many: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Move to Lost"))
        self.choice = w.Choice(say("Reason"))
        self.refusal = w.Words("", "secondary", "bad", wrap=True)
        self.refusal.hide()
        self.move_button = w.Button(say("Move to Lost"), "primary")
        self.keep_button = w.Button(say("Keep where it is"), "ghost")
        self.move_button.setEnabled(False)
        self.move_button.clicked.connect(self._give)
        self.keep_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        asked = say("Why are {name} lost?", name=name) if many else say("Why is {name} lost?", name=name)
        column.addWidget(w.Words(asked, "section"))
        line = say("Follow-up for this order stops. No answer starts the re-engagement campaign.")
        if many:
            line += " " + say("A lead that may not be closed yet stays, and says why.")
        column.addWidget(w.Words(line, "secondary", "t2", wrap=True))
        column.addWidget(self.choice)
        column.addWidget(self.refusal)
        row = QHBoxLayout()
        row.addWidget(self.move_button)
        row.addWidget(self.keep_button)
        row.addStretch(1)
        column.addLayout(row)
        self.choice.setFocus()

    def show_reasons(self, reasons: Sequence[tuple[str, str]]) -> None:
        for kept, words in reasons:
            self.choice.addItem(words, kept)
        self.move_button.setEnabled(bool(reasons))

    def _give(self) -> None:
        self.move_button.setEnabled(False)
        self.given.emit(str(self.choice.currentData()))

    def taken(self, _answer: object) -> None:
        """The desk moved it."""
        self.accept()

    def troubled(self, trouble: Any) -> None:
        """The desk refused: what is missing and what can be done, beside the choice."""
        self.refusal.setText(trouble.said)
        self.refusal.show()
        self.move_button.setEnabled(True)
        self.adjustSize()
