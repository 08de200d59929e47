"""The store's mailboxes in one list: added, changed, taken away, and who writes from which (LEAD-01, R27, DESK-03)."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from desk.models.by import By
from desk.models.commands import SaveSettings
from desk.views.settings.screen import SettingsScreen
from desk.views.widgets import Button, Words
from tests.views.screens.conftest import SeatedDesk
from tests.views.screens.test_sign_in import Probes

pytestmark = pytest.mark.requirement("LEAD-01", "DESK-03")


@pytest.fixture
def probes() -> Probes:
    return Probes()


@pytest.fixture
def page(seated: SeatedDesk, probes: Probes) -> Any:
    seated.run(SaveSettings(values={"mail.user": "leads@store.example"}))
    made = SettingsScreen(seated.bridge, seated.window.zone, probes)
    seated.window.add_screen("settings-test", made)
    seated.window.show_screen("settings-test")
    seated.until(lambda: made.key == "store")
    made.go("mail")
    page: Any = made.pages["mail"]
    seated.until(lambda: page.boxes.list.count() == 1 and "everyone" in said(page))
    return page


def kept(seated: SeatedDesk, key: str = "mail.more") -> Any:
    return seated.ask(lambda read: read.settings())[key]


def said(page: Any) -> str:
    return " | ".join(label.text() for label in page.boxes.findChildren(Words) if label.isVisible())


def press(seated: SeatedDesk, page: Any, words: str) -> None:
    """The button of the list with these words, once it is there, by its key."""

    def seen() -> list[Button]:
        return [each for each in page.boxes.findChildren(Button) if each.text() == words and each.isVisible()]

    seated.until(lambda: len(seen()) == 1)
    seated.qtbot.keyClick(seen()[0], Qt.Key.Key_Space)


def enter(page: Any, **typed: str) -> None:
    for name, words in typed.items():
        page.more.fields[name].setText(words)


def add_anas(seated: SeatedDesk, page: Any) -> None:
    press(seated, page, "Add a mailbox")
    enter(
        page, name="Ana", user="ana@store.example", host="imap.store.example", smtp_host="smtp.store.example"
    )
    page.more.add.click()
    seated.until(lambda: len(kept(seated)) == 1)


def test_a_mailbox_is_added_changed_and_taken_away_in_the_one_list(
    seated: SeatedDesk, page: Any, probes: Probes
) -> None:
    press(seated, page, "Add a mailbox")
    seated.until(page.more.fields["name"].hasFocus)
    enter(page, name="Used cars", user="used@store.example")
    page.more.add.click()
    assert "the server it is read from" in page.more.refusal.text()
    enter(page, host="imap.store.example", password="s3cret", folders="INBOX, Leads")
    page.more.add.click()
    seated.until(lambda: [told["name"] for told in kept(seated)] == ["Used cars"])
    assert kept(seated)[0]["folders"] == ["INBOX", "Leads"]
    assert probes.secrets == {"mail.password:Used cars": "s3cret"}
    assert "s3cret" not in str(kept(seated))
    seated.until(lambda: "Reads INBOX, Leads; writes for nobody" in said(page))
    press(seated, page, "Add a mailbox")
    enter(page, name="Used cars", user="x", host="y")
    page.more.add.click()
    assert "already" in page.more.refusal.text()
    press(seated, page, "Change")
    assert not page.more.fields["name"].isEnabled()
    enter(page, host="mail.store.example")
    page.more.add.click()
    seated.until(lambda: kept(seated)[0]["host"] == "mail.store.example")
    press(seated, page, "Take away")
    seated.until(lambda: kept(seated) == [])


@pytest.mark.rule("R27")
def test_who_writes_from_which_is_said_and_chosen_in_one_place(seated: SeatedDesk, page: Any) -> None:
    add_anas(seated, page)
    seated.until(lambda: "ana" in page.boxes.choices)
    choice = page.boxes.choices["ana"]
    choice.setCurrentIndex(choice.findData("Ana"))
    choice.activated.emit(choice.currentIndex())
    seated.until(lambda: kept(seated, "mail.senders") == {"ana": "Ana"})
    seated.until(
        lambda: "writes for Ana Ruiz" in said(page) and "writes for the assistant, Dana Whit" in said(page)
    )
    press(seated, page, "Take away")
    seated.until(lambda: kept(seated, "mail.senders") == {})
    seated.until(lambda: "writes for everyone" in said(page))


@pytest.mark.rule("R27")
def test_a_further_mailbox_is_entered_through_its_providers_page(
    seated: SeatedDesk, page: Any, probes: Probes
) -> None:
    press(seated, page, "Add a mailbox")
    enter(page, name="Trade-ins", user="trade@store.example")
    page.more.way.setCurrentIndex(page.more.way.findData("microsoft"))
    assert page.more.fields["host"].text() == "outlook.office365.com"
    page.more.sign_in.button.click()
    assert "Enter the client id" in page.more.refusal.text()
    enter(page, client_id="store-client")
    page.more.sign_in.button.click()
    seated.until(lambda: bool(probes.sign_ins.asked))
    (asked,) = probes.sign_ins.asked
    assert (asked["mail.mailbox"], asked["mail.user"], asked["mail.sign_in"]) == ("Trade-ins", "trade@store.example", "microsoft")  # fmt: skip
    assert kept(seated)[0]["client_id"] == "store-client", "it is recorded before the page opens"
    seated.until(lambda: page.more.sign_in.steps.passed)


@pytest.mark.requirement("DESK-04")
def test_a_rep_changes_no_mailbox(seated: SeatedDesk, page: Any) -> None:
    add_anas(seated, page)
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    press(seated, page, "Take away")
    seated.until(lambda: "may not save settings" in page.boxes.refusal.text())
    assert len(kept(seated)) == 1
