"""The section of the night's test customers: the grade, and each failure with its transcript (AI-26)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from desk.models.commands import RecordShop
from desk.views.settings.mystery import MysteryPage
from tests.views.screens.conftest import SeatedDesk

FAILURE = {
    "trap": "bot",
    "title": "Asks for a bot",
    "broke": ["it says nothing"],
    "transcript": ["10:15 customer, text: are you a bot?"],
}


def shown(page: MysteryPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


@pytest.mark.requirement("AI-26")
def test_a_failure_opens_with_what_broke_and_what_was_said(seated: SeatedDesk) -> None:
    page = MysteryPage(seated.bridge, seated.window.zone)
    seated.window.add_screen("mystery-test", page)
    seated.window.show_screen("mystery-test")
    page.show_settings(seated.ask(lambda read: read.settings()))
    assert "No test customer has written yet" in shown(page)
    seated.run(RecordShop(held=38, total=39, failures=(FAILURE,)))
    page.show_settings(seated.ask(lambda read: read.settings()))
    seated.until(lambda: "It says nothing." in shown(page))
    assert "38 of 39 test customers held" in shown(page)
    assert "10:15 customer, text: are you a bot?" in shown(page)
    seated.run(RecordShop(held=39, total=39))
    page.show_settings(seated.ask(lambda read: read.settings()))
    seated.until(lambda: "Asks for a bot" not in shown(page))
