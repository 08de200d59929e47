"""Another answer to the store's leads, looked for and kept in the mailbox's settings (DESK-08)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desk.models.commands import SaveSettings
from desk.models.probe import ProbeStep
from desk.views.settings.lines import MailPage
from tests.views.screens.conftest import SeatedDesk

pytestmark = pytest.mark.requirement("DESK-08")
KEY = "mail.second_answer"
FOUND = "A second answer came from sales@store.example: “Thank you”."
WHOLE = {
    "mail.user": "sales@store.example",
    "mail.imap_host": "imap.store.example",
    "mail.smtp_host": "smtp.store.example",
}


class Probes:
    """The mail servers as this test sees them: what a test lead meets."""

    sign_ins = None

    def __init__(self, seated: SeatedDesk) -> None:
        self._seated, self.asked = seated, 0
        self.found = FOUND

    def look_for_second_answer(self, settings: Mapping[str, Any], password: str) -> Sequence[ProbeStep]:
        self.asked += 1
        at = self._seated.clock.now().isoformat()
        self._seated.run(SaveSettings(values={KEY: {"mark": "m", "at": at, "found": self.found}}))
        return (ProbeStep("Test lead", True, "It came back."), ProbeStep("Other answers", not self.found, self.found))  # fmt: skip


@pytest.fixture
def probes(seated: SeatedDesk) -> Probes:
    return Probes(seated)


@pytest.fixture
def page(seated: SeatedDesk, probes: Probes) -> MailPage:
    seated.run(SaveSettings(values=WHOLE))
    made = MailPage(seated.bridge, probes)  # type: ignore[arg-type]  # only the look is asked of it
    seated.window.add_screen("mail-test", made)
    seated.window.show_screen("mail-test")
    made.show_settings(seated.ask(lambda read: read.settings()))
    return made


def test_it_is_looked_for_by_keys_and_what_came_is_said_until_a_manager_keeps_it(
    seated: SeatedDesk, page: MailPage, probes: Probes
) -> None:
    part = page.second
    assert "two first answers" in part.told.text()
    part.button.setFocus()
    seated.qtbot.keyClick(part.button, Qt.Key.Key_Space)
    seated.until(lambda: probes.asked == 1 and part.keep.isVisible())
    part.keep.setFocus()
    seated.qtbot.keyClick(part.keep, Qt.Key.Key_Space)
    seated.until(lambda: bool(seated.ask(lambda read: read.settings())[KEY].get("kept")))
    seated.until(lambda: not part.keep.isVisible())


def test_the_last_look_stands_there_when_the_section_is_opened(seated: SeatedDesk, page: MailPage) -> None:
    at = seated.clock.now().isoformat()
    seated.run(SaveSettings(values={KEY: {"mark": "m", "at": at, "found": ""}}))
    page.show_settings(seated.ask(lambda read: read.settings()))
    assert page.second.told.text() == "Today 10:00 AM: nothing else answered."
    seated.run(SaveSettings(values={KEY: {"mark": "m", "at": at, "found": FOUND}}))
    page.show_settings(seated.ask(lambda read: read.settings()))
    assert page.second.told.text() == f"Today 10:00 AM: {FOUND}"
    assert page.second.keep.isVisible()


def test_a_mailbox_that_is_not_whole_is_not_written_to(
    seated: SeatedDesk, page: MailPage, probes: Probes
) -> None:
    page.fields["mail.smtp_host"].clear()  # type: ignore[attr-defined]  # a line edit
    page.second.button.click()
    assert "Name the server that mail is sent through." in page.refusal.text()
    assert probes.asked == 0
