"""Sign-in in the settings: the store's rules, each person's PIN, codes and account, and what left the store (R22)."""

from __future__ import annotations

from base64 import b32decode
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desk.models.by import By
from desk.models.commands import NoteExport, SetPin, TrySignIn
from desk.services import one_time
from desk.views import widgets as w
from desk.views.settings.sign_in import SignInPage
from tests.views.screens.conftest import SeatedDesk

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-04")]
HERE = "dana (1002) at front-desk"
DANA = By("staff", "dana", "manager", "Dana Whit")


@pytest.fixture
def page(seated: SeatedDesk) -> SignInPage:
    """Both have a PIN; Dana, a manager, looks at the section."""
    for who, pin in (("dana", "8642"), ("ana", "4711")):
        seated.run(SetPin(staff_id=who, pin=pin))
    made = SignInPage(seated.bridge, HERE)
    seated.qtbot.addWidget(made)
    made.resize(900, 700)
    made.show_settings(seated.ask(lambda read: read.settings()))
    made.show()
    seated.until(lambda: made.list.count() == 2)
    return made


def button(page: SignInPage, name: str) -> Any:
    """By its name for the ear; the one that stands now."""
    return next(
        (it for it in page.findChildren(w.Button) if it.accessibleName() == name and it.isVisible()), None
    )


def test_the_rules_of_the_store_are_saved(seated: SeatedDesk, page: SignInPage) -> None:
    page.asked.setCurrentIndex(page.asked.findData("always"))
    page.minutes.setText("5")
    next(tick for role, tick in page.roles.items() if role.value == "bdc").setChecked(True)
    page.save()
    seated.until(lambda: seated.ask(lambda read: read.settings())["sign_in.lock_minutes"] == 5)
    told = seated.ask(lambda read: read.settings())
    assert (told["sign_in.asked"], told["sign_in.code_roles"], told["sign_in.alerts"]) == (
        "always",
        ["bdc"],
        "plain",
    )
    seated.until(lambda: any("code wanted" in it.text() for it in page.findChildren(w.ElidedWords)))


def test_codes_are_set_up_with_what_the_phone_shows(seated: SeatedDesk, page: SignInPage) -> None:
    assert button(page, "Ana Ruiz: Set up codes") is None, "only oneself sees one's secret"
    button(page, "Dana Whit: Set up codes").click()
    seated.until(lambda: page.sheet is not None)
    sheet: Any = page.sheet
    assert len(sheet.card.recovery) == 10
    assert sheet.card.uri.text().startswith("otpauth://")
    sheet.field.setText("000000")
    seated.qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    seated.until(lambda: "not the code" in sheet.told.text())
    sheet.field.setText(
        one_time.code_at(b32decode(sheet.card.secret.text().replace(" ", "")), seated.clock.now())
    )
    seated.qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    seated.until(lambda: seated.ask(lambda read: read.sign_in().person("dana").has_code))
    assert seated.run(TrySignIn(staff_id="dana", pin="8642")).verdict == "code"
    seated.until(lambda: button(page, "Dana Whit: Take codes away") is not None)
    button(page, "Dana Whit: Take codes away").click()
    seated.until(lambda: not seated.ask(lambda read: read.sign_in().person("dana").has_code))


def test_this_computers_account_is_bound_and_unbound(seated: SeatedDesk, page: SignInPage) -> None:
    button(page, "Dana Whit: Bind this account").click()
    seated.until(lambda: seated.ask(lambda read: read.sign_in().person("dana").account) == HERE)
    seated.until(lambda: button(page, "Dana Whit: Unbind account") is not None)
    button(page, "Ana Ruiz: Bind this account").click()
    seated.until(lambda: "signs in Dana Whit" in page.refusal.text())
    button(page, "Dana Whit: Unbind account").click()
    seated.until(lambda: seated.ask(lambda read: read.sign_in().person("dana").account) == "")


def test_a_manager_lets_somebody_in_again(seated: SeatedDesk, page: SignInPage) -> None:
    for _ in range(3):
        seated.run(TrySignIn(staff_id="ana", pin="0000"))
    seated.until(lambda: button(page, "Ana Ruiz: Let in again") is not None)
    button(page, "Ana Ruiz: Let in again").click()
    seated.until(lambda: seated.ask(lambda read: read.sign_in().person("ana").wrong) == 0)
    assert seated.run(TrySignIn(staff_id="ana", pin="4711")).verdict == "in"


def test_what_left_the_store_is_counted_against_the_laws_line(seated: SeatedDesk, page: SignInPage) -> None:
    seated.run(NoteExport(what="leads", rows=40, customers=37, by=DANA))
    page.show_settings(seated.ask(lambda read: read.settings()))
    seated.until(
        lambda: "Data of 37 customers left in the last 30 days, of 37 this month" in page.left.text()
    )
    assert "From 500 on" in page.left.text()
