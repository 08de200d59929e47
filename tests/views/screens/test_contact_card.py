"""The assistant's section hands out its contact card and tells how to file its e-mails (ALERT-04)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desk.models import commands as c
from desk.views.settings.screen import SettingsScreen
from tests.views.screens.conftest import SeatedDesk

pytestmark = pytest.mark.requirement("ALERT-04")


@pytest.fixture
def page(seated: SeatedDesk) -> Any:
    seated.run(c.SaveSettings(values={"store.email": "sales@store.example"}))
    made = SettingsScreen(seated.bridge, seated.window.zone)
    seated.window.add_screen("settings-test", made)
    seated.window.show_screen("settings-test")
    seated.until(lambda: made.key == "store")
    made.go("assistant")
    page: Any = made.pages["assistant"]
    seated.until(lambda: "sales@store.example" in page.card.told.text())
    return page


def test_the_card_is_kept_as_a_file_and_filing_is_told(page: Any, tmp_path: Path) -> None:
    page.card.write(str(tmp_path / "assistant.vcf"))
    text = (tmp_path / "assistant.vcf").read_bytes().decode()
    assert text.startswith("BEGIN:VCARD\r\n")
    assert "EMAIL;TYPE=INTERNET:sales@store.example" in text
    assert "Saved" in page.card.kept.text()
    assert "Outlook" in page.card.told.text()
    assert "Gmail" in page.card.told.text()


def test_a_place_that_cannot_be_written_is_said(page: Any, tmp_path: Path) -> None:
    page.card.write(str(tmp_path / "nowhere" / "assistant.vcf"))
    assert "could not be saved" in page.card.kept.text()
