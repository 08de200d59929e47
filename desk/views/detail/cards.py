"""The questions that stand in an open lead: hold, visit, its outcome, needs, trade-in, temperature, consent, facts. One at a time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # each of these when it is asked for the first time
    from desk.models.snapshots.lead import LeadView
    from desk.views.detail.consent_form import ConsentForm
    from desk.views.detail.facts_form import FactsForm
    from desk.views.detail.forms import FormCard
    from desk.views.detail.hold import HoldForm
    from desk.views.detail.needs_form import NeedsForm
    from desk.views.detail.open_lead import OpenLead
    from desk.views.detail.outcome_form import OutcomeForm
    from desk.views.detail.trade_form import TradeForm
    from desk.views.detail.visit import VisitForm
    from desk.views.detail.warmth_form import WarmthForm

    Card = TypeVar("Card", bound=FormCard)

#: What may not be changed at a lead that is locked for this person.
_EDITS = ("needs", "trade", "facts")


class LeadCards(QObject):
    """``asked``: one stands. ``closed``: it was answered or left. ``said``: why one is not asked.

    A card is made when it is first wanted; ``made`` carries it, hidden, to whoever gives it its place. ``move_wanted``: the visit
    whose outcome was asked is moved instead.
    """

    closed = Signal()
    said = Signal(str)
    asked = Signal()
    made = Signal(object)
    move_wanted = Signal()

    def __init__(self, lead: OpenLead) -> None:
        super().__init__(lead)
        self._lead = lead
        self.all: list[FormCard] = []

    @cached_property
    def hold(self) -> HoldForm:
        from desk.views.detail.hold import HoldForm

        return self._joined(HoldForm(self._lead))

    @cached_property
    def visit(self) -> VisitForm:
        from desk.views.detail.visit import VisitForm

        return self._joined(VisitForm(self._lead))

    @cached_property
    def outcome(self) -> OutcomeForm:
        from desk.views.detail.outcome_form import OutcomeForm

        card = self._joined(OutcomeForm(self._lead))
        card.move_wanted.connect(self.move_wanted)
        return card

    @cached_property
    def needs(self) -> NeedsForm:
        from desk.views.detail.needs_form import NeedsForm

        return self._joined(NeedsForm(self._lead))

    @cached_property
    def trade(self) -> TradeForm:
        from desk.views.detail.trade_form import TradeForm

        return self._joined(TradeForm(self._lead))

    @cached_property
    def warmth(self) -> WarmthForm:
        from desk.views.detail.warmth_form import WarmthForm

        return self._joined(WarmthForm(self._lead))

    @cached_property
    def consent(self) -> ConsentForm:
        from desk.views.detail.consent_form import ConsentForm

        return self._joined(ConsentForm(self._lead))

    @cached_property
    def facts(self) -> FactsForm:
        from desk.views.detail.facts_form import FactsForm

        return self._joined(FactsForm(self._lead))

    def _joined(self, card: Card) -> Card:
        card.closed.connect(self._close)
        self.all.append(card)
        self.made.emit(card)
        return card

    def ask(self, name: str, view: LeadView) -> None:
        """Ask one of them; what stood before it is left."""
        locked = view.forms.locked if view.forms is not None else ""
        if name in _EDITS and locked:
            self.said.emit(locked)
            return
        self.hide()
        getattr(self, name).ask(view)
        self.asked.emit()

    def show_lead(self, view: LeadView) -> None:
        """The lead was read again: what stands follows it, and keeps what is being typed."""
        for name in {"needs", "outcome"} & self.__dict__.keys():
            getattr(self, name).show_lead(view)

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
