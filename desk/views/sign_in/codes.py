"""A second factor as it is shown once: the secret to type into a phone, its link, and the recovery codes (R22)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desk.models.snapshots.sign_in import NewCodes
from desk.views import widgets as w
from desk.views.text import say


class CodesCard(w.Card):
    """``show_codes`` fills it, ``forget`` empties it: afterwards nobody sees them again."""

    def __init__(self) -> None:
        super().__init__("sunken")
        self.secret, self.uri = _fact(say("Secret for your phone")), _fact(say("Link for an authenticator"))
        self.recovery: tuple[str, ...] = ()
        self._halves = (w.Words("", "secondary_medium"), w.Words("", "secondary_medium"))
        self.copy = w.Button(say("Copy the link"), "ghost", icon="copy", size="row")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.uri.text()))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(8)
        told = say(
            "Add this to the authenticator on your phone, then type the six digits it shows. It is shown this once."
        )
        self.column.addWidget(w.Words(told, "secondary", "t2", wrap=True))
        self.column.addWidget(self.secret)
        row = QHBoxLayout()
        row.addWidget(self.uri, 1)
        row.addWidget(self.copy)
        self.column.addLayout(row)
        kept = say(
            "Recovery codes, each good once, for a day without the phone. Keep them where the phone is not."
        )
        self.column.addWidget(w.Words(kept, "secondary", "t2", wrap=True))
        halves = QHBoxLayout()
        halves.setSpacing(16)
        for words in self._halves:
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            halves.addWidget(words)
        self.column.addLayout(halves)

    def show_codes(self, codes: NewCodes) -> None:
        self.secret.setText(codes.secret)
        self.uri.setText(codes.uri)
        for field in (self.secret, self.uri):
            field.setCursorPosition(0)
        self._show_recovery(codes.recovery)

    def forget(self) -> None:
        for field in (self.secret, self.uri):
            field.clear()
        self._show_recovery(())

    def _show_recovery(self, codes: tuple[str, ...]) -> None:
        self.recovery, middle = codes, (len(codes) + 1) // 2
        for words, half in zip(self._halves, (codes[:middle], codes[middle:]), strict=True):
            words.setText("\n".join(half))


def _fact(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setReadOnly(True)
    field.setAccessibleName(name)
    return field
