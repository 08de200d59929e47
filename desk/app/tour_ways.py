"""How the tour gets to a place: the board, a lead that stands so, a lead as a whole screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desk.app.tour import NotShown, Tour
from desk.models.snapshots.board import CardView
from desk.models.snapshots.lead import LeadView
from desk.models.words import AiState


def back_to_board(tour: Tour) -> None:
    tour.window.close_pane()
    tour.window.show_screen("board")
    tour.settle()


def card_of(tour: Tour, wanted: Callable[[CardView], bool]) -> CardView:
    """The first card on the board that fits. Raises NotShown where none does."""
    page = tour.ask(lambda read: read.board("everyone"))
    found = next((card for column in page.columns for card in column.cards if wanted(card)), None)
    if found is None:
        raise NotShown("no lead of the demo stands so")
    return found


def with_draft(tour: Tour) -> CardView:
    """An engaged lead whose next message waits for approval."""
    return card_of(
        tour,
        lambda card: card.stage == "engaged" and card.ai_state == AiState.ON and waits(view_of(tour, card)),
    )


def waits(view: LeadView) -> bool:
    return any(send.state == "pending_approval" for send in view.next_sends)


def view_of(tour: Tour, card: CardView) -> LeadView:
    view: LeadView = tour.ask(lambda read: read.lead(card.id))
    return view


def open_wide(tour: Tour, card: CardView) -> Any:
    tour.made.open_wide(card.id)
    wide = tour.made.screens["lead"].screen_made
    tour.until(lambda: shows(wide, card.id), "the wide lead")
    return wide


def shows(pane: Any, lead_id: str) -> bool:
    return pane is not None and pane.view is not None and pane.view.card.id == lead_id
