"""The wide lead's coverage and audit by keys, and the warning before coverage lapses (COVER-04, DESK-04, LEAD-06)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.views import widgets as w
from desk.views.detail.wide import WideLead
from tests.views.screens.conftest import START, SeatedDesk
from tests.views.screens.test_shifts import ANA
from tests.views.screens.test_today import opened
from tests.views.screens.test_tower import worked

__all__ = ["worked"]
ALT = Qt.KeyboardModifier.AltModifier


def tab(seated: SeatedDesk, lead: WideLead, number: int) -> list[str]:
    """What a side tab says, gone to by its key."""
    seated.qtbot.keyClick(lead, Qt.Key(Qt.Key.Key_0 + number), ALT)
    seated.until(lambda: lead.side.currentIndex() == number - 1)
    page = lead.side.currentWidget()
    return [each.text() for each in page.findChildren(w.Words) if each.isVisibleTo(page)]


@pytest.mark.requirement("COVER-04", "DESK-04", "LEAD-06", "DESK-11")
def test_every_policy_stands_side_by_side_and_the_record_says_who_and_why(
    seated: SeatedDesk, worked: str
) -> None:
    seated.assembled.open_wide(worked)
    lead = seated.assembled.screens["lead"].screen_made
    seated.until(lambda: lead.view is not None)
    told = tab(seated, lead, 5)
    assert told[0] == "Ana Ruiz is covered until Mar 10, 12:00 PM"
    policies = [at for at, words in enumerate(told) if "every 7 days" in words or "every 3 days" in words]
    assert [told[at + 2] for at in policies] == ["Covered"] * 3
    assert told[policies[2] + 1] == "until Fri 11:00 AM"
    evidence = told[told.index("Evidence") :]
    assert evidence[evidence.index("Email answer from the customer") + 2] == "Counts"
    assert evidence[evidence.index("Text by the assistant") + 2] == "Not evidence"
    record = tab(seated, lead, 6)
    assert any(words.startswith("Contacted to Engaged (The customer replied)") for words in record)
    assert any(words.startswith("Email sent (Written by Ana Ruiz)") for words in record)
    assert record[-1] == "The record cannot be edited."
    assert not [words for words in record if "Ladder." in words]


@pytest.mark.requirement("COVER-04", "FLOW-09")
def test_a_rep_is_warned_before_coverage_lapses(seated: SeatedDesk, worked: str) -> None:
    seated.clock.turn_to((START + timedelta(days=6)).replace(hour=9, minute=30))
    seated.settle()
    seated.sits = ANA
    screen = opened(seated)
    seated.until(lambda: "lapsing" in screen.cards)
    (line,) = screen.cards["lapsing"].lines
    assert line.row.lead_id == worked
    assert line.button.text() == "Call"
    assert seated.view(worked).card.coverage_days is not None
