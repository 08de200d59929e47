"""Asks for a line of words before something is asked of other people: to be relieved, to look at a lead, to take a customer over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.text import say

if TYPE_CHECKING:
    from desk.models.commands import Command
    from desk.models.snapshots.board import CardView
    from desk.views.bridge_protocol import Bridge

TURN, RELIEF, FLAG = "turn", "relief", "flag"


class Question(NamedTuple):
    """What is asked: as the palette names it, the title, what follows from it, and the button."""

    icon: str
    act: str
    title: str
    line: str
    button: str


def question(kind: str, name: str) -> Question:
    return {
        TURN: Question(
            "users", say("Turn {name} over to a manager", name=name), say("Turn {name} over?", name=name),
            say("A manager is rung at once. It counts as a contact of both of you, and the lead stays yours."), say("Turn over"),
        ),
        RELIEF: Question(
            "user-plus", say("Ask to be relieved of {name}", name=name), say("Ask to be relieved of {name}?", name=name),
            say("It stays yours, and the managers hear of it until somebody else has it."), say("Ask"),
        ),
        FLAG: Question(
            "circle-alert", say("Flag {name} to the manager", name=name), say("Flag {name} to the manager?", name=name),
            say("The managers are told at once, with what you write here."), say("Flag"),
        ),
    }[kind]  # fmt: skip


class SayWhy(QDialog):
    """``given`` carries the words. Without any the button rests; a refusal of the desk is said here."""

    given = Signal(str)

    def __init__(self, asked: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(asked.title)
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("In a few words"))
        self.field.setAccessibleName(asked.title)
        self.refusal = w.Words("", "secondary", "bad", wrap=True)
        self.refusal.hide()
        self.button, self.leave = w.Button(asked.button, "primary"), w.Button(say("Leave it"), "ghost")
        self.button.setEnabled(False)
        self.field.textChanged.connect(lambda words: self.button.setEnabled(bool(words.strip())))
        self.field.returnPressed.connect(self.button.click)
        self.button.clicked.connect(lambda: self.given.emit(self.field.text().strip()))
        self.leave.clicked.connect(self.reject)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for part in (
            w.Words(asked.title, "section"),
            w.Words(asked.line, "secondary", "t2", wrap=True),
            self.field,
            self.refusal,
        ):
            column.addWidget(part)
        for button in (self.button, self.leave):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.field.setFocus()

    def taken(self, _answer: object) -> None:
        self.accept()

    def troubled(self, trouble: Any) -> None:
        self.refusal.setText(trouble.said)
        self.refusal.show()
        self.adjustSize()


def ask(bridge: Bridge, card: CardView, kind: str, parent: QWidget) -> SayWhy:
    """Ask for the words and give the command with them."""
    dialog = SayWhy(question(kind, card.name), parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.given.connect(
        lambda words: bridge.run(_command(kind, card.id, words), dialog.taken, dialog.troubled)
    )
    dialog.open()
    return dialog


def _command(kind: str, lead_id: str, words: str) -> Command:
    from desk.models.commands import AskRelief, FlagLead, TurnOver

    if kind == TURN:
        return TurnOver(lead_id=lead_id, summary=words)
    return (
        AskRelief(lead_id=lead_id, reason=words)
        if kind == RELIEF
        else FlagLead(lead_id=lead_id, reason=words)
    )
