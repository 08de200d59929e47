"""A manager enters what a source's form asks for, and takes it back (R6)."""

from __future__ import annotations

from typing import Any

import pytest

from desk.views.settings.screen import SettingsScreen
from tests.views.screens.conftest import SeatedDesk

pytestmark = [pytest.mark.rule("R6"), pytest.mark.requirement("COMPLY-03")]


@pytest.fixture
def page(seated: SeatedDesk) -> Any:
    made = SettingsScreen(seated.bridge, seated.window.zone)
    seated.window.add_screen("settings-test", made)
    seated.window.show_screen("settings-test")
    seated.until(lambda: made.key == "store")
    made.go("consent")
    return made.pages["consent"]


def kept(seated: SeatedDesk) -> dict[str, Any]:
    return dict(seated.ask(lambda read: read.settings())["sources.consent"])


def test_a_wording_is_entered_shown_and_taken_back(seated: SeatedDesk, page: Any) -> None:
    page.source.setText("AutoTrader")
    page.wording.setPlainText("I agree to automated texts.")
    page.enter.click()
    seated.until(lambda: "Where does the form stand" in page.refusal.text())
    page.page.setText("https://cars.example/contact")
    page.enter.click()
    seated.until(lambda: "autotrader" in kept(seated))
    seated.until(lambda: page.list.count() == 1)
    assert page.source.text() == ""
    assert kept(seated)["autotrader"]["by"] == "Dana Whit"
    row = page.list.itemAt(0).widget()
    back = next(button for button in row.findChildren(type(page.enter)) if button.text() == "Take back")
    back.click()
    seated.until(lambda: kept(seated) == {})
    seated.until(lambda: page.list.count() == 0)
