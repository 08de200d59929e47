"""A manager settles a dispute over a sale: who is credited, alone or with another, and why (COVER-05)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.models.snapshots.frame import PersonView
from desk.views import widgets as w
from desk.views.detail.forms import Refusal, captioned, mark_wrong
from desk.views.text import say


class Decide(w.Card):
    """``decided``: the ids of one person for a full deal, or of two for halves, and the reason. ``left``: not now."""

    decided = Signal(tuple, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chosen", parent=parent)
        self.whose, self.shared = w.Choice(say("Credited")), w.Choice(say("Shared with"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(say("Why, in a few words"))
        self.refusal = Refusal()
        self.act = w.Button(say("Decide"), "primary", size="row")
        self.leave = w.Button(say("Not now"), "ghost", size="row")
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(w.Words(say("Who gets this deal?"), "name"))
        line = say("Both people see the decision and its reason, and what the rule had said.")
        column.addWidget(w.Words(line, "secondary", "t2", wrap=True))
        for caption, field in (
            (say("Credited"), self.whose),
            (say("Shared with"), self.shared),
            (say("Reason"), self.reason),
        ):
            column.addLayout(captioned(caption, field))
        column.addWidget(self.refusal)
        row.addWidget(self.act)
        row.addWidget(self.leave)
        row.addStretch(1)
        column.addLayout(row)
        self.act.clicked.connect(self._decide)
        self.reason.returnPressed.connect(self._decide)
        self.leave.clicked.connect(self.left)
        self.setAccessibleName(say("Who gets this deal?"))
        self.hide()

    def ask(self, people: Sequence[PersonView], owner_id: str) -> None:
        """Stands clean with whoever may be credited, the lead's owner first chosen."""
        for choice in (self.whose, self.shared):
            choice.clear()
        self.shared.addItem(say("Nobody: a full deal"), "")
        for person in people:
            if person.active:
                self.whose.addItem(person.name, person.id)
                self.shared.addItem(person.name, person.id)
        self.whose.setCurrentIndex(max(0, self.whose.findData(owner_id)))
        self.reason.clear()
        self.refusal.say("")
        mark_wrong(self.reason, False)
        self.show()
        self.whose.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _decide(self) -> None:
        reason = self.reason.text().strip()
        mark_wrong(self.reason, not reason)
        if not reason:
            self.refusal.say(say("A decision needs its reason."))
            return
        chosen = (str(self.whose.currentData() or ""), str(self.shared.currentData() or ""))
        self.decided.emit(tuple(dict.fromkeys(each for each in chosen if each)), reason)
