"""Records that lie in a lead, each with its way out again; and saying that it is another lead's customer (LEAD-04)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from desk.models.commands import SuspectDuplicate, UnmergeLeads
from desk.models.snapshots.frame import FoundRow
from desk.models.snapshots.lead import LeadView
from desk.models.snapshots.merge import MergedView
from desk.views import formats
from desk.views import widgets as w
from desk.views.detail.forms import Refusal
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say, stage_words
from desk.views.widgets.rows import emptied


class RecordsCard(w.Card):
    """Stands in the lead while there is something in it. ``closed``: the question about another lead was left."""

    closed = Signal()

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__("accent", parent=parent)
        self._lead = lead
        self.rows = QVBoxLayout()
        self.unmerge: list[w.Button] = []
        self.other, self.said, self.refusal = (
            QLineEdit(),
            w.Words("", "secondary", "t2", wrap=True),
            Refusal(),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        self.rows.setSpacing(4)
        column.addLayout(self.rows)
        self.other.setPlaceholderText(say("Name, phone or email of the other lead, then Enter"))
        self.other.setAccessibleName(say("Which lead is the same customer"))
        for part in (self.other, self.said, self.refusal):
            part.hide()
            column.addWidget(part)
        self.other.returnPressed.connect(self._find)
        self._merged: tuple[MergedView, ...] | None = None
        self.hide()

    def show_lead(self, view: LeadView, *, fresh: bool) -> None:
        if fresh:
            self._leave()
        if view.merged != self._merged:
            self._merged = view.merged
            emptied(self.rows)
            self.unmerge = []
            for merged in view.merged:
                self.rows.addWidget(self._row(merged))
        self.setVisible(bool(view.merged) or not self.other.isHidden() or not self.said.isHidden())

    def _row(self, merged: MergedView) -> QWidget:
        line, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        at = formats.when(merged.at, self._lead.zone, self._lead.now())
        words = say(
            "{name}’s record lies in this lead. Merged {at} by {by}.",
            name=merged.name or say("Another"),
            at=at,
            by=merged.by,
        )
        button = w.Button(say("Un-merge"), icon="undo-2", size="row")
        button.clicked.connect(lambda: self.take_apart(merged.merge_id))
        self.unmerge.append(button)
        row.addWidget(w.Icon("users", "accent", 14))
        row.addWidget(w.Words(words, "secondary", "t1", wrap=True), 1)
        row.addWidget(button)
        line.setLayout(row)
        return line

    def take_apart(self, merge_id: str) -> None:
        self._lead.run(UnmergeLeads(merge_id=merge_id), self._apart, self.refusal.show_trouble)

    def _apart(self, stays: Any) -> None:
        """What was changed since stays with this lead, and is said."""
        self._say(" ".join((say("Taken apart. Each stands for itself again."), *stays)))

    # --- the same customer as another lead ---

    def ask(self) -> None:
        self._say("")
        self.other.clear()
        self.other.show()
        self.show()
        self.other.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self) -> None:
        self.other.hide()
        self._say("")
        self.refusal.say("")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            self.show()

    def _find(self) -> None:
        words = self.other.text().strip()
        if words:
            self._lead.ask(lambda read: read.found(words), self._offer)

    def _offer(self, found: Sequence[FoundRow]) -> None:
        leads = [row for row in found if row.kind == "lead" and row.id != self._lead.id]
        if not leads:
            self.refusal.say(say("No other lead is found by these words."))
            return
        self.refusal.say("")
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in leads[:10]:
            act = menu.addAction(f"{row.title} · {row.detail} · {stage_words(row.stage)}")
            act.triggered.connect(lambda _=False, lead_id=row.id: self.suspect(lead_id))
        menu.popup(self.other.mapToGlobal(self.other.rect().bottomLeft()))

    def suspect(self, other_id: str) -> None:
        command = SuspectDuplicate(lead_id=self._lead.id, other_id=other_id)
        self._lead.run(command, self._suspected, self.refusal.show_trouble)

    def _suspected(self, _duplicate_id: Any) -> None:
        self.other.hide()
        self._say(say("Both stand beside each other in the inbox, under Possible duplicates."))
