"""Number lists in the settings: read and shown first, taken in by a manager, with their age (R8, COMPLY-03)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk.app.number_import import Taking, import_numbers
from desk.models.by import By
from desk.models.scrub import ListedNumber
from desk.models.snapshots.settings import NumbersRead
from desk.views.settings.number_lists import NumberListsPage
from desk.views.widgets import Words
from tests.views.screens.conftest import SeatedDesk
from tests.views.screens.test_settings import Machine

pytestmark = [pytest.mark.rule("R8"), pytest.mark.requirement("COMPLY-03")]


class ReadingMachine(Machine):
    """The settings' port to the computer with the real import behind it."""

    def __init__(self, seated: SeatedDesk) -> None:
        super().__init__()
        self._seated = seated

    def read_numbers(self, path: str, kind: str, dated: str, *, take: bool) -> NumbersRead:
        seated = self._seated
        desk = Taking(seated.store, seated.clock.now, seated.run)
        told, refused = import_numbers(desk, Path(path), kind, dated, seated.sits, dry_run=not take)
        lines = tuple(f"Line {row['row']}: {row['reason']}" for row in refused)
        return NumbersRead(path, Path(path).name, kind, refused=lines, **told)


@pytest.fixture
def page(seated: SeatedDesk) -> NumberListsPage:
    made = NumberListsPage(seated.bridge, seated.window.zone, ReadingMachine(seated))
    seated.window.add_screen("lists-test", made)
    seated.window.show_screen("lists-test")
    made.show_settings({})
    seated.until(lambda: "No do-not-call list is in." in made.age.text())
    return made


def dnc(folder: Path, day: str) -> str:
    file = folder / f"dnc-{day}.csv"
    file.write_text("2085550142\n208,5550143\nnobody\n", "utf-8")
    return str(file)


def said(page: NumberListsPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(Words) if label.isVisible())


def test_a_list_is_looked_at_first_and_then_taken_in_by_keys(
    seated: SeatedDesk, page: NumberListsPage, tmp_path: Path
) -> None:
    page.read_file(dnc(tmp_path, "2026-03-01"))
    seated.until(lambda: "2 numbers, dated 2026-03-01 by the file's name." in page.told.text())
    assert "Line 3:" in page.refused.text()
    assert seated.rows(ListedNumber) == []
    page.take.setFocus()
    seated.qtbot.keyClick(page.take, Qt.Key.Key_Space)
    seated.until(lambda: "2 numbers in 1 area codes; the oldest list is 2 days old." in page.age.text())
    seated.until(lambda: "Do-not-call, of Mar 1, 2026" in said(page))
    assert len(seated.rows(ListedNumber)) == 2


def test_a_list_that_is_too_old_is_said_to_be(
    seated: SeatedDesk, page: NumberListsPage, tmp_path: Path
) -> None:
    page.read_file(dnc(tmp_path, "2026-01-01"))
    seated.until(page.take.isVisible)
    page.take.click()
    seated.until(lambda: "After 31 days no cold call or text leaves on it" in page.age.text())


def test_what_is_no_list_of_its_kind_offers_nothing_to_take(
    seated: SeatedDesk, page: NumberListsPage, tmp_path: Path
) -> None:
    page.kind.setCurrentIndex(page.kind.findData("reassigned"))
    page.read_file(dnc(tmp_path, "2026-03-01"))
    seated.until(lambda: "there is no yes, no or no data" in page.refused.text())
    assert not page.take.isVisible()
    page.read_file(str(tmp_path / "none.csv"))
    seated.until(lambda: "cannot be opened" in page.refusal.text())


@pytest.mark.requirement("DESK-04")
def test_a_rep_takes_in_nothing(seated: SeatedDesk, page: NumberListsPage, tmp_path: Path) -> None:
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    page.read_file(dnc(tmp_path, "2026-03-01"))
    seated.until(page.take.isVisible)
    page.take.click()
    seated.until(lambda: "may not take in a number list" in page.refusal.text())
    assert seated.rows(ListedNumber) == []
