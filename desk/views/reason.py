"""Asks why a lead is lost, beside the board; nothing moves before it is said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.text import say


def lost_reasons() -> tuple[tuple[str, str], ...]:
    """Reasons a person can give, as stored and as shown. No answer starts re-engagement (AI-02)."""
    return (
        ("no_response", say("No answer from the customer")),
        ("bought_elsewhere", say("Bought elsewhere")),
        ("not_in_market", say("No longer looking")),
        ("price", say("Price or payment")),
        ("no_vehicle", say("We have no fitting vehicle")),
        ("credit", say("Financing did not work out")),
        ("duplicate", say("Same customer twice")),
        ("other", say("Another reason")),
    )


class LostReason(QDialog):
    """``given`` carries the reason as it is stored."""

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Move to Lost"))
        self.choice = w.Choice(say("Reason"))
        for key, words in lost_reasons():
            self.choice.addItem(words, key)
        self.move_button = w.Button(say("Move to Lost"), "primary")
        self.keep_button = w.Button(say("Keep where it is"), "ghost")
        self.move_button.clicked.connect(self.accept)
        self.keep_button.clicked.connect(self.reject)
        self.accepted.connect(lambda: self.given.emit(str(self.choice.currentData())))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(w.Words(say("Why is {name} lost?", name=name), "section"))
        line = say("Follow-up for this order stops. No answer starts the re-engagement campaign.")
        column.addWidget(w.Words(line, "secondary", "t2", wrap=True))
        column.addWidget(self.choice)
        row = QHBoxLayout()
        row.addWidget(self.move_button)
        row.addWidget(self.keep_button)
        row.addStretch(1)
        column.addLayout(row)
        self.choice.setFocus()
