"""The questions that stand in an open lead: hold, visit, its outcome, needs, trade-in, temperature. One at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk.views.detail.hold import HoldForm
from desk.views.detail.needs_form import NeedsForm
from desk.views.detail.outcome_form import OutcomeForm
from desk.views.detail.trade_form import TradeForm
from desk.views.detail.visit import VisitForm
from desk.views.detail.warmth_form import WarmthForm

if TYPE_CHECKING:
    from desk.models.snapshots import LeadView
    from desk.views.detail.open_lead import OpenLead

#: What may not be changed at a lead that is locked for this person.
_EDITS = ("needs", "trade")


class LeadCards(QObject):
    """``asked``: one stands. ``closed``: it was answered or left. ``said``: why one is not asked."""

    closed = Signal()
    said = Signal(str)
    asked = Signal()

    def __init__(self, lead: OpenLead) -> None:
        super().__init__(lead)
        self.hold, self.visit, self.outcome = HoldForm(lead), VisitForm(lead), OutcomeForm(lead)
        self.needs, self.trade, self.warmth = NeedsForm(lead), TradeForm(lead), WarmthForm(lead)
        self.all = (self.hold, self.visit, self.outcome, self.needs, self.trade, self.warmth)
        self._asking: Mapping[str, Callable[[LeadView], None]] = {
            "hold": self.hold.ask, "visit": self.visit.ask, "outcome": self.outcome.ask,
            "needs": self.needs.ask, "trade": self.trade.ask, "warmth": self.warmth.ask,
        }  # fmt: skip
        for card in self.all:
            card.closed.connect(self._close)

    def ask(self, name: str, view: LeadView) -> None:
        """Ask one of them; what stood before it is left."""
        locked = view.forms.locked if view.forms is not None else ""
        if name in _EDITS and locked:
            self.said.emit(locked)
            return
        self.hide()
        self._asking[name](view)
        self.asked.emit()

    def show_lead(self, view: LeadView) -> None:
        """The lead was read again: what stands follows it, and keeps what is being typed."""
        self.needs.show_lead(view)
        self.outcome.show_lead(view)

    def hide(self) -> None:
        """Another lead comes, or another question."""
        for card in self.all:
            card.hide()

    @property
    def stand(self) -> bool:
        """Whether one of them is asked just now."""
        return any(not card.isHidden() for card in self.all)

    def leave(self) -> bool:
        """Esc: the one that stands is left; False where none does."""
        standing = [card for card in self.all if not card.isHidden()]
        if standing:
            standing[0].closed.emit()
        return bool(standing)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
