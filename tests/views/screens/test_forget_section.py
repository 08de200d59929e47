"""Forgetting a customer in the settings: found, counted, confirmed twice by a manager, and told by the record (COMPLY-06)."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from desk.models import commands as c
from desk.models.by import By
from desk.models.history import History
from desk.models.person import Address, Block
from desk.views.settings.forget import ForgetPage
from desk.views.widgets import Words
from tests.views.screens.conftest import SeatedDesk

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("COMPLY-06")]


@pytest.fixture
def page(seated: SeatedDesk) -> ForgetPage:
    lead = seated.take()
    seated.run(c.OptOut(lead_id=lead, channels=("text",), words="Stop it"))
    seated.run(c.IndexSome())
    made = ForgetPage(seated.bridge, seated.window.zone)
    seated.window.add_screen("forget-test", made)
    seated.window.show_screen("forget-test")
    made.find.setText("kim doe")
    seated.until(lambda: made.list.count() == 1)
    return made


def said(page: ForgetPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(Words) if label.isVisible())


def rows(seated: SeatedDesk, kind: type[Any]) -> list[Any]:
    return seated.rows(kind)


def test_what_goes_and_what_stays_is_shown_before_anything_happens(
    seated: SeatedDesk, page: ForgetPage
) -> None:
    page.list.itemAt(0).widget().click()
    seated.until(lambda: "Phone numbers and email addresses (2)" in said(page))
    assert "Opt-outs and blocks (1), for good" in said(page)
    assert "kim1@example.com" in page.who.text()
    assert len(rows(seated, Address)) == 2


def test_a_manager_confirms_twice_by_keys_and_the_record_proves_it(
    seated: SeatedDesk, page: ForgetPage
) -> None:
    page.list.itemAt(0).widget().click()
    seated.until(page.reason.hasFocus)
    page.go.click()
    assert "needs its reason" in page.refusal.text()
    seated.qtbot.keyClicks(page.reason, "Their letter of March 2")
    page.go.setFocus()
    seated.qtbot.keyClick(page.go, Qt.Key.Key_Space)
    assert page.go.text() == "Forget Kim Doe for good"
    assert len(rows(seated, Address)) == 2, "it is asked once more"
    seated.qtbot.keyClick(page.go, Qt.Key.Key_Space)
    seated.until(lambda: "one lead forgotten: Their letter of March 2, by Dana Whit" in said(page))
    assert rows(seated, Address) == []
    assert len(rows(seated, Block)) == 1, "an opt-out outlives the person"
    seated.until(lambda: page.list.count() == 0)
    with seated.store.reading() as session:
        assert session.scalar(select(History.by).where(History.kind == "erased")) == "Dana Whit"


def test_another_reason_or_keep_them_asks_anew(seated: SeatedDesk, page: ForgetPage) -> None:
    page.list.itemAt(0).widget().click()
    seated.until(page.reason.hasFocus)
    seated.qtbot.keyClicks(page.reason, "Their letter")
    page.go.click()
    page.back.click()
    assert page.go.text() == "Forget them"
    page.go.click()
    assert len(rows(seated, Address)) == 2


@pytest.mark.requirement("DESK-04")
def test_a_rep_forgets_nobody(seated: SeatedDesk, page: ForgetPage) -> None:
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    page.list.itemAt(0).widget().click()
    seated.until(page.reason.hasFocus)
    seated.qtbot.keyClicks(page.reason, "They asked")
    page.go.click()
    page.go.click()
    seated.until(lambda: "may not erase a customer" in page.refusal.text())
    assert len(rows(seated, Address)) == 2
