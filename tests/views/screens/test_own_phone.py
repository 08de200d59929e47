"""The texting account is tried as it is entered, with a text to one's own phone (DESK-08)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desk.app.furnish import Trials
from desk.models.ids import CountedIds
from desk.services.adapters.sealed_file import FileKey
from desk.services.outside.carrier import StandInCarrier
from desk.views import widgets as w
from desk.views.setup import SetupScreen
from tests.views.screens.conftest import SeatedDesk
from tests.views.screens.test_people import settings

MINE = "+12085550177"


@pytest.fixture
def carrier(seated: SeatedDesk) -> Iterator[StandInCarrier]:
    made = StandInCarrier(seated.clock, numbers=("+12085550100",)).start()
    yield made
    made.stop()


@pytest.fixture
def page(seated: SeatedDesk, carrier: StandInCarrier, tmp_path: Path) -> Any:
    """The texting step over the real adapter, filled in for this carrier; nothing of it is saved yet."""
    desk = SimpleNamespace(
        desk=seated.desk, clock=seated.clock, writer=seated.writer, ids=CountedIds("trial"),
        secrets=FileKey(tmp_path / "secrets"), try_again=lambda: None,
    )  # fmt: skip
    screen = SetupScreen(seated.bridge, Trials(desk))
    seated.window.add_screen("setup-test", screen)
    seated.window.show_screen("setup-test")
    seated.until(lambda: screen.pages["store"].values()["store.name"] == "Cedar Ridge Motors")
    screen.go("text")
    step: Any = screen.pages["text"]
    for key, value in (
        ("account", carrier.account),
        ("from_number", "(208) 555-0100"),
        ("base_url", carrier.base_url),
    ):
        step.fields[f"text.{key}"].setText(value)
    step.secret.setText(carrier.token)
    return step


def told(page: Any) -> str:
    return "\n".join(label.text() for label in page.steps.findChildren(w.Words))


@pytest.mark.requirement("DESK-08")
def test_a_text_comes_to_ones_own_phone_before_anything_is_saved(
    seated: SeatedDesk, page: Any, carrier: StandInCarrier
) -> None:
    page.to.setText("208 555 017")
    page.test.click()
    assert "Your own number cannot be dialed. Check its digits." in told(page)
    assert page.test.isEnabled()
    page.to.setText("208 555 0177")
    page.test.click()
    seated.until(page.test.isEnabled)
    assert f"Sent to {MINE}" in told(page)
    assert page.steps.passed
    assert [(text.to, text.sender) for text in carrier.sent] == [(MINE, "+12085550100")]
    assert settings(seated)["text.account"] == ""

    carrier.answer_next(500)
    page.test.click()
    seated.until(page.test.isEnabled)
    assert "the text may be out" in told(page)
    page.secret.setText("another token")
    page.test.click()
    seated.until(lambda: page.test.isEnabled() and "may be out" not in told(page))
    assert not page.steps.passed
    assert len(carrier.sent) == 1
