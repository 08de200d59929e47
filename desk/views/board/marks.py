"""The leads a person has marked on the board, to do one thing with all of them (FLOW-12)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desk.models.snapshots.board import CardView


class Marks(QObject):
    """Kept by lead, so that they stand through every reading of the board and across its columns.

    ``picking``: a plain click marks as well. ``changed`` fires after every change of either.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, CardView] = {}
        self.picking = False
        self._last = ""

    def __contains__(self, lead_id: str) -> bool:
        return lead_id in self.cards

    @property
    def any(self) -> bool:
        """Whether there is something to put away with Esc."""
        return bool(self.cards) or self.picking

    def toggle(self, card: CardView) -> None:
        """Mark a lead, or unmark it; a range goes on from here."""
        if self.cards.pop(card.id, None) is None:
            self.cards[card.id] = card
        self._last = card.id
        self.changed.emit()

    def reach(self, column: list[CardView], row: int) -> None:
        """Mark all from the one touched last to ``row`` of the same column; alone where that one stands elsewhere."""
        ids = [card.id for card in column]
        start = ids.index(self._last) if self._last in ids else row
        first, last = sorted((start, row))
        self.add(column[first : last + 1])

    def add(self, cards: Iterable[CardView]) -> None:
        for card in cards:
            self.cards[card.id] = self.cards.get(card.id, card)
            self._last = self._last or card.id
        self.changed.emit()

    def keep(self, lead_ids: Iterable[str]) -> None:
        """Let all go but these."""
        kept = set(lead_ids)
        self.cards = {lead_id: card for lead_id, card in self.cards.items() if lead_id in kept}
        self.changed.emit()

    def pick(self, picking: bool) -> None:
        """Turn on or off that a plain click marks; turned off, nothing stays marked."""
        if not picking and not self.any:
            return
        self.picking = picking
        if not picking:
            self.cards, self._last = {}, ""
        self.changed.emit()
