"""The language endpoint's section of the settings: tried as entered, its key in the keyring, an empty address for none (AI-20)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from desk.models.probe import ProbeStep
from desk.views.settings.language import LanguagePage
from tests.views.screens.conftest import SeatedDesk


class Probes:
    """Stands at the port for connection tests; keeps what it was given."""

    sign_ins = None

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}
        self.tried: list[tuple[Any, ...]] = []

    def test_mail(self, settings: Mapping[str, Any], password: str) -> Sequence[ProbeStep]:
        return ()

    def test_texts(self, settings: Mapping[str, Any], token: str, to: str) -> Sequence[ProbeStep]:
        return ()

    def test_language(self, settings: Mapping[str, Any], key: str) -> Sequence[ProbeStep]:
        self.tried.append((settings["language.url"], settings["language.redact"], key))
        return (ProbeStep("Answer", True, "tiny at 127.0.0.1 answers in the shape asked."),)

    def save_secret(self, name: str, value: str) -> None:
        self.secrets[name] = value


@pytest.fixture
def probes() -> Probes:
    return Probes()


@pytest.fixture
def page(seated: SeatedDesk, probes: Probes) -> LanguagePage:
    made = LanguagePage(seated.bridge, probes)
    seated.window.add_screen("language-test", made)
    seated.window.show_screen("language-test")
    made.show_settings(seated.ask(lambda read: read.settings()))
    return made


def entered(page: LanguagePage) -> None:
    page.fields["language.url"].setText("http://127.0.0.1:18080/v1")
    page.fields["language.model"].setText("tiny")
    page.secret.setText("a-key")


@pytest.mark.requirement("AI-20", "DESK-03")
def test_what_is_entered_is_tried_and_kept_with_its_key_in_the_keyring(
    seated: SeatedDesk, page: LanguagePage, probes: Probes
) -> None:
    entered(page)
    page.redact.setChecked(False)
    page.test.click()
    seated.until(lambda: page.test.isEnabled() and bool(probes.tried))
    assert probes.tried == [("http://127.0.0.1:18080/v1", False, "a-key")]
    page.redact.setChecked(True)
    page.save()
    seated.until(lambda: seated.ask(lambda read: read.settings())["language.model"] == "tiny")
    kept = seated.ask(lambda read: read.settings())
    assert (kept["language.url"], kept["language.redact"], kept["language.per_day"]) == (
        "http://127.0.0.1:18080/v1",
        True,
        500,
    )
    assert probes.secrets == {"language.key": "a-key"}
    assert "a-key" not in str(kept)


@pytest.mark.requirement("AI-20")
def test_an_address_needs_its_model_and_no_address_is_no_endpoint(
    seated: SeatedDesk, page: LanguagePage
) -> None:
    page.fields["language.url"].setText("https://endpoint.example/v1")
    page.save()
    assert page.refusal.text() == "Name the endpoint's model."
    page.fields["language.url"].setText("")
    page.save()
    assert page.refusal.text() == ""
