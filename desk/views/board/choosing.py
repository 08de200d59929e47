"""One selection for a whole board of columns: choosing in one clears the others, and keys step from lead to lead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desk.views.board.column import Column
from desk.views.board.sideways import Sideways
from desk.views.text import STAGES

if TYPE_CHECKING:
    from desk.models.snapshots.board import CardView

FOLDING = ("sold", "lost")


class Choosing(QWidget):
    """Columns of leads by their stage, of which one lead is ``selected``; empty for none."""

    lead_selected = Signal(str)

    columns: dict[str, Column]
    _scroll: Sideways

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selected = ""
        self.folded = self._unsettled = False

    def select_lead(self, lead_id: str) -> bool:
        """Select a lead's card if it is loaded; says whether it was."""
        for column in self.columns.values():
            row = column.model.row_of(lead_id)
            if row >= 0:
                column.list.select(row)
                return True
        return False

    def selected_card(self) -> CardView | None:
        """The selected lead's card; None where none is selected or its page is not loaded."""
        for column in self.columns.values():
            row = column.model.row_of(self.selected)
            if row >= 0:
                return column.model.card(row)
        return None

    def name_of(self, lead_id: str) -> str:
        """The name on a lead's card; empty where it is not loaded."""
        found = ((column.model, column.model.row_of(lead_id)) for column in self.columns.values())
        return next((model.card(row).name for model, row in found if row >= 0), "")

    def place(self) -> tuple[int, int]:
        """The selected lead's place in its column and the column's count: "3 of 11"."""
        card = self.selected_card()
        if card is None:
            return 0, 0
        column = self.columns[card.stage]
        return column.model.row_of(card.id) + 1, column.count

    def _selected(self, stage: str) -> None:
        """One selection for the whole board: choosing here clears the others."""
        indexes = self.columns[stage].list.selectedIndexes()
        if self._unsettled or not indexes:
            return
        for other, column in self.columns.items():
            if other != stage and column.list.selectedIndexes():
                column.list.clearSelection()
        lead_id = self.columns[stage].model.card(indexes[0].row()).id
        if lead_id != self.selected:
            self.selected = lead_id
            self.lead_selected.emit(lead_id)

    def clear_selection(self) -> None:
        """No lead is selected any more; nobody is told."""
        self.selected = ""
        for column in self.columns.values():
            column.list.clearSelection()

    @contextmanager
    def _settling(self) -> Iterator[None]:
        """While cards move, lists choose neighbours by themselves; then the person's choice stands again."""
        self._unsettled = True
        try:
            yield
        finally:
            self._unsettled = False
        card = self.selected_card()
        for stage, column in self.columns.items():
            if card is None or stage != card.stage:
                column.list.clearSelection()
        if card is not None and not self.columns[card.stage].list.is_selected(card.id):
            self.columns[card.stage].list.select(self.columns[card.stage].model.row_of(card.id))

    # --- steps ---

    def step(self, by: int) -> None:
        """Select the next or the previous lead of the column."""
        card = self.selected_card()
        if card is None:
            self._first()
            return
        column = self.columns[card.stage]
        row = column.model.row_of(card.id) + by
        if 0 <= row < column.model.rowCount():
            column.list.select(row)
            column.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_column(self, by: int) -> None:
        """Select the lead beside: the next column with cards, at the same height."""
        card = self.selected_card()
        if card is None:
            self._first()
            return
        row = self.columns[card.stage].model.row_of(card.id)
        order = [stage for stage in STAGES if not (self.folded and stage in FOLDING)]
        at = order.index(card.stage) if card.stage in order else 0
        beside = order[at + 1 :] if by > 0 else order[:at][::-1]
        for stage in beside:
            count = self.columns[stage].model.rowCount()
            if count:
                self.columns[stage].list.setFocus(Qt.FocusReason.OtherFocusReason)
                self.columns[stage].list.select(min(row, count - 1))
                self._scroll.ensureWidgetVisible(self.columns[stage], 12, 0)
                return

    def _first(self) -> None:
        for column in self.columns.values():
            if column.model.rowCount():
                column.list.setFocus(Qt.FocusReason.OtherFocusReason)
                column.list.select(0)
                return
