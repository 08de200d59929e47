"""The store's recovery code, shown to who leads and printed: without it a lost keyring takes store and backups along (DESK-03)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.models.commands import NoteExport
from desk.models.words import RECOVERY_CODE
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.setup.trial import Trial
from desk.views.text import say

if TYPE_CHECKING:
    from desk.views.settings.machine import Machine


class RecoveryCard(w.Card):
    """The code is asked of the computer once the record has it that it was shown."""

    def __init__(self, bridge: Bridge, machine: Machine, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._bridge, self._machine, self._trial = bridge, machine, Trial(self)
        self.show_button = w.Button(say("Show the recovery code"), icon="key-round")
        self.print_button = w.Button(say("Print"), icon="printer", size="row")
        self.code, self.refusal = w.Words("", "name", wrap=True), w.Words("", "secondary", "bad", wrap=True)
        self._build()
        self.show_button.clicked.connect(self.ask)
        self.print_button.clicked.connect(self._print)
        self._trial.done.connect(self.show_code)
        self._trial.failed.connect(self.refuse)

    def _build(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(w.Words(say("Recovery code"), "name"))
        words = say("It opens this store and its backups where the key on this computer is lost. Print it, and keep it where neither of them is.")  # fmt: skip
        column.addWidget(w.Words(words, "secondary", "t2", wrap=True))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for part in (self.code, self.refusal):
            column.addWidget(part)
            part.hide()
        for button in (self.show_button, self.print_button):
            foot.addWidget(button)
        foot.addStretch(1)
        column.addLayout(foot)
        self.print_button.hide()

    def ask(self) -> None:
        """Who leads may see it; that they did stands in the record."""
        note = NoteExport(what=RECOVERY_CODE, rows=1, customers=0)
        start = partial(self._trial.start, self._machine.recovery_code)
        self._bridge.run(note, lambda _: start(), lambda trouble: self.refuse(trouble.words))

    def show_code(self, code: str) -> None:
        """The code in full, and a way to paper."""
        self.refuse("")
        self.code.setText(code)
        for part in (self.code, self.print_button):
            part.show()
        self.show_button.hide()

    def refuse(self, words: str) -> None:
        """Why it is not shown; empty takes that away."""
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def hideEvent(self, event: object) -> None:
        """It does not stay on the screen when the page is left."""
        self.code.setText("")
        for part in (self.code, self.print_button, self.refusal):
            part.hide()
        self.show_button.show()

    def _print(self) -> None:
        from desk.views import printing

        title, code = printing.text(say("Recovery code of this store")), printing.text(self.code.text())
        keep = printing.text(say("Keep this where neither the computer nor its backups are."))
        printing.print_out(f"<h2>{title}</h2><p><code>{code}</code></p><p>{keep}</p>", self)
