"""A further mailbox is added and taken away in the settings; its password goes to the keyring (LEAD-01, DESK-03)."""

from __future__ import annotations

from typing import Any

import pytest

from desk.views.settings.screen import SettingsScreen
from tests.views.screens.conftest import SeatedDesk
from tests.views.screens.test_sign_in import Probes

pytestmark = pytest.mark.requirement("LEAD-01", "DESK-03")


@pytest.fixture
def probes() -> Probes:
    return Probes()


@pytest.fixture
def more(seated: SeatedDesk, probes: Probes) -> Any:
    made = SettingsScreen(seated.bridge, seated.window.zone, probes)
    seated.window.add_screen("settings-test", made)
    seated.window.show_screen("settings-test")
    seated.until(lambda: made.key == "store")
    made.go("mail")
    page: Any = made.pages["mail"]
    return page.more


def kept(seated: SeatedDesk) -> list[dict[str, Any]]:
    return list(seated.ask(lambda read: read.settings())["mail.more"])


def _type(more: Any, **typed: str) -> None:
    for name, words in typed.items():
        more.fields[name].setText(words)


def test_a_mailbox_is_added_and_taken_away(seated: SeatedDesk, more: Any, probes: Probes) -> None:
    _type(more, name="Used cars", user="used@store.example")
    more.add.click()
    assert "the server it is read from" in more.refusal.text()
    _type(more, host="imap.store.example", password="s3cret", folders="INBOX, Leads")
    more.add.click()
    seated.until(lambda: [told["name"] for told in kept(seated)] == ["Used cars"])
    assert kept(seated)[0]["folders"] == ["INBOX", "Leads"]
    assert probes.secrets == {"mail.password:Used cars": "s3cret"}
    assert "s3cret" not in str(kept(seated))
    seated.until(lambda: more.list.count() == 1)
    _type(more, name="Used cars", user="x", host="y")
    more.add.click()
    assert "already" in more.refusal.text()
    away = more.list.itemAt(0).layout().itemAt(2).widget()
    away.click()
    seated.until(lambda: kept(seated) == [])
