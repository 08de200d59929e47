"""State rules in the settings: the law read by state, the store's rows laid over it by keys alone, mistakes told in place."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt

from desk.models.by import By
from desk.services.rulebook import stored_overlay
from desk.views.settings.states import StatesPage
from desk.views.widgets import Button, Words
from tests.views.screens.conftest import SeatedDesk

pytestmark = [pytest.mark.rule("R9"), pytest.mark.requirement("COMPLY-02")]


@pytest.fixture
def page(seated: SeatedDesk) -> StatesPage:
    made = StatesPage(seated.bridge, seated.window.zone)
    seated.window.add_screen("states-test", made)
    seated.window.show_screen("states-test")
    made.read()
    seated.until(lambda: "Alabama" in rows(made))
    return made


def rows(page: StatesPage) -> list[str]:
    found = (page.list.itemAt(place) for place in range(page.list.count()))
    return [item.widget().text() for item in found if item is not None and item.widget() is not None]


def said(page: StatesPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(Words) if label.isVisible())


def press(seated: SeatedDesk, page: StatesPage, words: str) -> None:
    """The button of these words, once it is there."""

    def seen() -> list[Button]:
        return [each for each in page.findChildren(Button) if each.text() == words and each.isVisible()]

    seated.until(lambda: len(seen()) == 1)
    seen()[0].click()


def take(seated: SeatedDesk, page: StatesPage, typed: str, name: str) -> None:
    page.find.setText(typed)
    seated.until(lambda: rows(page) == [name])
    page.list.itemAt(0).widget().click()


def store_rows(seated: SeatedDesk) -> Any:
    return stored_overlay(seated.store).get("states", {})


def test_the_law_is_read_by_state_with_where_it_is_written(seated: SeatedDesk, page: StatesPage) -> None:
    assert "Idaho" not in rows(page), "it has no row of its own"
    take(seated, page, "fl", "Florida")
    seated.until(
        lambda: "Fla. Stat. 501.616(6), source F1 F2, checked Nov 1, 2026; the text was read." in said(page)
    )
    seated.until(lambda: "3 at most" in said(page))
    take(seated, page, "idaho", "Idaho")
    seated.until(lambda: "The federal rule. 47 CFR 64.1200(c)(1)" in said(page))


def test_a_halt_is_laid_over_a_state_by_keys_and_stands_in_the_list(
    seated: SeatedDesk, page: StatesPage
) -> None:
    take(seated, page, "idaho", "Idaho")
    form = page.form
    seated.qtbot.keyClick(form.kind, Qt.Key.Key_Down)
    form.first.setDate(QDate(2026, 3, 3))
    form.last.setDate(QDate(2026, 3, 5))
    seated.qtbot.keyClicks(form.why, "flood emergency")
    form.keep.setFocus()
    seated.qtbot.keyClick(form.keep, Qt.Key.Key_Space)
    seated.until(lambda: rows(page) == ["Idaho · halt until Mar 5, 2026"])
    seated.until(lambda: "No calls or texts, Mar 3, 2026 to Mar 5, 2026" in said(page))
    press(seated, page, "Take back")
    seated.until(lambda: not store_rows(seated).get("halt"))
    seated.until(lambda: rows(page) == ["Idaho"])


def test_past_the_law_is_refused_until_a_manager_answers_for_it(seated: SeatedDesk, page: StatesPage) -> None:
    take(seated, page, "texas", "Texas")
    form = page.form
    form.day_key.setCurrentIndex(form.day_key.findData("sun"))
    form.value.setText("09:00-21:00")
    form.keep.click()
    seated.until(lambda: "goes past the law row for Texas" in form.refusal.text())
    assert "the store's playbook, TX, sun" in form.refusal.text()
    assert store_rows(seated) == {}
    form.manager.setCurrentIndex(form.manager.findData("dana"))
    form.reason.setText("counsel's letter")
    form.keep.click()
    seated.until(lambda: rows(page) == ["Texas · past the law"])
    seated.until(lambda: "Dana Whit answers for it: counsel's letter" in said(page))
    press(seated, page, "Change")
    assert (form.value.text(), form.manager.currentData()) == ("09:00-21:00", "dana")
    form.value.setText("13:00-18:00")
    form.manager.setCurrentIndex(0)
    form.reason.clear()
    form.keep.click()
    seated.until(lambda: rows(page) == ["Texas · own rows"])


def test_a_mistake_is_told_with_what_is_allowed_and_nothing_changes(
    seated: SeatedDesk, page: StatesPage
) -> None:
    take(seated, page, "idaho", "Idaho")
    page.form.value.setText("nine to five")
    page.form.keep.click()
    seated.until(lambda: "Write them like 09:00-20:00, or closed." in page.form.refusal.text())
    assert "the store's playbook, ID, mon_fri" in page.form.refusal.text()
    assert page.form.value.text() == "nine to five"
    assert store_rows(seated) == {}


def test_a_halt_is_for_one_state_and_a_holiday_for_one_or_all(seated: SeatedDesk, page: StatesPage) -> None:
    def kinds() -> list[str]:
        return [page.form.kind.itemData(place) for place in range(page.form.kind.count())]

    assert kinds() == ["rule", "holiday"], "everywhere"
    page.choose("unknown")
    assert kinds() == ["rule"]
    page.choose("ID")
    assert kinds() == ["rule", "halt", "holiday"]


def test_everywhere_only_tightens(seated: SeatedDesk, page: StatesPage) -> None:
    page.form.day_key.setCurrentIndex(page.form.day_key.findData("sun"))
    page.form.value.setText("closed")
    assert not page.form.answers.isVisible()
    page.form.keep.click()
    seated.until(lambda: "Everywhere · own rows" in rows(page))
    take(seated, page, "idaho", "Idaho")
    seated.until(lambda: "closed" in said(page))


@pytest.mark.requirement("DESK-04")
def test_a_rep_reads_and_is_refused(seated: SeatedDesk, page: StatesPage) -> None:
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    page.form.value.setText("10:00-12:00")
    page.form.keep.click()
    seated.until(lambda: "may not change the state rules" in page.form.refusal.text())
