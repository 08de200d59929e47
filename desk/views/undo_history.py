"""History: what this person did lately and may take back, for as long as it can be (FLOW-11, look section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.models import commands as c
from desk.models.snapshots.frame import DoneAct
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.text import say


class UndoHistory(QDialog):
    """One line per act with its Undo; what has moved on since is said in place."""

    def __init__(self, bridge: Bridge, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("History"))
        self._bridge, self._zone = bridge, zone
        self.buttons: dict[str, w.Button] = {}
        self.note = w.Words("", "secondary_medium", "bad", wrap=True)
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(w.Words(say("What you did lately"), "section"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)
        column.addWidget(self.note)
        close = w.Button(say("Close"), key="Esc")
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(460)
        bridge.ask(lambda read: read.done_acts(), self.show_acts)

    def show_acts(self, acts: Sequence[DoneAct]) -> None:
        if not acts:
            self._rows.addWidget(w.Words(say("Nothing of yours can be taken back now."), "secondary", "t3"))
        for act in acts:
            self._rows.addLayout(self._line(act))
        self.adjustSize()

    def _line(self, act: DoneAct) -> QHBoxLayout:
        words = say("{act}: {name}", act=act.words[:1].upper() + act.words[1:], name=act.name)
        at = formats.when(act.at, self._zone, self._bridge.now())
        undo = self.buttons[act.txn] = w.Button(say("Undo"), size="row")
        undo.setAccessibleName(say("Undo: {act}", act=words))
        undo.clicked.connect(lambda: self._undo(act.txn))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(w.ElidedWords(words, "row"), 1)
        row.addWidget(w.Words(at, "secondary", "t3"))
        row.addWidget(undo)
        return row

    def _undo(self, txn: str) -> None:
        self.buttons[txn].setEnabled(False)
        self._bridge.run(c.Undo(txn=txn), lambda told: self._undone(txn, told), self._refused)

    def _undone(self, txn: str, told: Sequence[str]) -> None:
        """Taken back; what was changed since and stays is said."""
        self.buttons[txn].set_words(say("Undone"))
        self._say(" ".join(told))

    def _refused(self, trouble: Any) -> None:
        self._say(trouble.said)

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))
