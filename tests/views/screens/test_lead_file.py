"""Leads from a file in the settings: read, columns named, shown, and taken in; the same file again changes nothing (LEAD-01)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk.models.lead import Lead
from desk.views.settings.lead_file import LeadFilePage
from tests.views.screens.conftest import SeatedDesk

pytestmark = pytest.mark.requirement("LEAD-01")
KNOWN = (
    "Name,Email,Vehicle,Lead Source,Date\n"
    "Kim Doe,kim@example.com,2022 Toyota RAV4,CarGurus,2025-11-02 10:00\n"
    "Lee Roe,lee@example.com,2021 Honda Civic,Website,2026-03-03 09:58\n"
    ",,2020 Ford F-150,Website,2026-03-01\n"
)
STRANGE = "Who,Where,Car\nKim Doe,kim@example.com,2022 Toyota RAV4\n"


@pytest.fixture
def page(seated: SeatedDesk) -> LeadFilePage:
    made = LeadFilePage(seated.bridge)
    seated.window.add_screen("lead-file-test", made)
    seated.window.show_screen("lead-file-test")
    return made


def written(folder: Path, text: str) -> str:
    file = folder / "leads.csv"
    file.write_text(text, "utf-8")
    return str(file)


def test_it_is_looked_at_first_then_taken_in_by_keys_and_a_second_time_changes_nothing(
    seated: SeatedDesk, page: LeadFilePage, tmp_path: Path
) -> None:
    path = written(tmp_path, KNOWN)
    page.read_file(path)
    seated.until(page.take.isVisible)
    assert page.take.text() == "Take in 2 leads"
    assert page.told.text().startswith("2 good rows, 1 refused. 1 come in as history")
    assert [line[0] for line in page.preview.model.lines] == ["Kim Doe", "Lee Roe"]
    assert [line[1] for line in page.preview.model.lines] == ["History", "New lead"]
    assert page.refused.model.lines[0][1] == "Name"
    assert seated.rows(Lead) == [], "nothing is recorded before it was looked at"
    page.take.setFocus()
    seated.qtbot.keyClick(page.take, Qt.Key.Key_Space)
    seated.until(lambda: page.told.text() == "2 leads of leads.csv are in.")
    assert sorted(lead.is_history for lead in seated.leads()) == [False, True]
    page.read_file(path)
    seated.until(lambda: "2 are in already." in page.told.text())
    assert not page.take.isVisible()
    assert len(seated.leads()) == 2


def test_columns_that_nobody_knows_are_named_by_a_person(
    seated: SeatedDesk, page: LeadFilePage, tmp_path: Path
) -> None:
    page.read_file(written(tmp_path, STRANGE))
    seated.until(lambda: "Say which column holds what." in page.told.text())
    assert page.columns is not None
    for heading, field in (("Who", "full"), ("Where", "email"), ("Car", "vehicle")):
        choice = page.columns.choices[heading]
        choice.setCurrentIndex(choice.findData(field))
        choice.activated.emit(choice.currentIndex())
    shown = ("Kim Doe", "kim@example.com", "2022 Toyota RAV4")
    seated.until(lambda: [(line[0], *line[2:4]) for line in page.preview.model.lines] == [shown])
    assert page.take.isEnabled()
    page.columns.choices["Car"].setCurrentIndex(page.columns.choices["Car"].findData("email"))
    page.columns.choices["Car"].activated.emit(0)
    assert page.refusal.text() == "Only one column can be taken as: Email."
    assert not page.take.isEnabled()


def test_what_is_no_table_says_so(seated: SeatedDesk, page: LeadFilePage, tmp_path: Path) -> None:
    page.read_file(str(tmp_path / "gone.csv"))
    seated.until(lambda: "gone.csv could not be read" in page.refusal.text())
    assert not page.take.isVisible()
