"""Leads that were taken in as history rest until a person starts the assistant on the ones they choose (LEAD-01, FLOW-12)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QMenu

from desk.models.commands import TakeLead
from desk.models.intake.prospect import CustomerIn, Prospect
from desk.models.snapshots.board import CardView
from tests.views.screens.conftest import SeatedDesk
from tests.views.screens.test_many import bar


def older(seated: SeatedDesk, number: int) -> str:
    """A lead of five days ago, as a file brings it."""
    name, received = f"Kim Doe {number}", seated.clock.now() - timedelta(days=5)
    prospect = Prospect(
        customer=CustomerIn(full=name, emails=(f"kim{number}@example.com",)), source="Website",
        source_kind="website", source_class="1st", received=received,
    )  # fmt: skip
    taken = seated.run(TakeLead(prospect=prospect, key=f"file:{number}", origin="csv", history=True))
    assert isinstance(taken, str)
    return taken


def card_of(seated: SeatedDesk, lead_id: str) -> CardView:
    columns = seated.window.board.columns.values()
    seated.until(lambda: any(card.id == lead_id for each in columns for card in each.model.cards()))
    return next(card for each in columns for card in each.model.cards() if card.id == lead_id)


@pytest.mark.requirement("LEAD-01", "FLOW-12")
def test_the_assistant_is_started_on_the_older_leads_one_chooses(seated: SeatedDesk) -> None:
    """From one lead's own menu, then for all that are marked; one that is worked already stays marked and says so."""
    first, second = older(seated, 1), older(seated, 2)
    seated.settle()
    assert seated.messages(first) == []
    pane = seated.open_pane(first)
    assert pane.view is not None
    assert pane.view.assistant.next_send_words == "Nothing by itself: taken in as an older lead"
    pane.offer_more(pane.more_button)
    (menu,) = pane.findChildren(QMenu)
    next(act for act in menu.actions() if act.text().startswith("Start the assistant")).trigger()
    seated.until(lambda: pane.view is not None and not pane.view.is_history)
    seated.settle()
    assert [m.author for m in seated.messages(first) if m.direction == "out"]

    seated.window.close_pane()
    seated.window.refresh()
    for lead_id in (first, second):
        seated.window.board.marks.toggle(card_of(seated, lead_id))
    bar(seated).start.click()
    seated.until(lambda: not seated.view(second).is_history)
    seated.until(lambda: [words for _, _, words in bar(seated).refused.lines] != [])
    ((stays, _, words),) = bar(seated).refused.lines
    assert stays == first
    assert words == "The assistant already works with this lead. Its switch is in the lead."
