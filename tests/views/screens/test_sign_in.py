"""The set-up's mailbox step with a provider's own page instead of a password (R27, DESK-02)."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from desk.models.probe import ProbeStep
from desk.views.setup import SetupScreen
from tests.views.screens.conftest import SeatedDesk

pytestmark = [pytest.mark.rule("R27"), pytest.mark.requirement("DESK-02", "DESK-03")]


class Page:
    """Stands at the port of the provider's page: the person is let in, or leaves."""

    def __init__(self) -> None:
        self.asked: list[Mapping[str, Any]] = []
        self.lets_in, self.is_open = True, threading.Event()
        self.left, self.signed_out = threading.Event(), False

    def sign_in(self, settings: Mapping[str, Any]) -> Sequence[ProbeStep]:
        self.asked.append(settings)
        self.is_open.set()
        if not self.lets_in:
            self.left.wait(60)
            return (
                ProbeStep("Sign in", False, "The sign-in was stopped.", "Start it again when you are ready."),
            )
        return (ProbeStep("Sign in", True, "Google lets you in."),)

    def sign_out(self, settings: Mapping[str, Any]) -> Sequence[ProbeStep]:
        self.signed_out = True
        return (ProbeStep("Sign out", True, "Signed out."),)

    def stop(self) -> None:
        self.left.set()


class Probes:
    """The set-up's port for connection tests and secrets, here for its sign-ins."""

    def __init__(self) -> None:
        self.sign_ins, self.secrets = Page(), dict[str, str]()

    def test_mail(self, settings: Mapping[str, Any], password: str) -> Sequence[ProbeStep]:
        return ()

    def test_texts(self, settings: Mapping[str, Any], token: str, to: str) -> Sequence[ProbeStep]:
        return ()

    def save_secret(self, name: str, value: str) -> None:
        self.secrets[name] = value


@pytest.fixture
def probes() -> Probes:
    return Probes()


@pytest.fixture
def page(seated: SeatedDesk, probes: Probes) -> Any:
    screen = SetupScreen(seated.bridge, probes)
    seated.window.add_screen("setup-test", screen)
    seated.window.show_screen("setup-test")
    seated.until(lambda: screen.pages["store"].values()["store.name"] == "Cedar Ridge Motors")
    screen.go("mail")
    return screen.pages["mail"]


def settings(seated: SeatedDesk) -> dict[str, Any]:
    return dict(seated.ask(lambda read: read.settings()))


def choose(page: Any, provider: str) -> None:
    page.fields["mail.sign_in"].setCurrentIndex(page.fields["mail.sign_in"].findData(provider))


def test_a_mailbox_is_entered_by_password_until_someone_chooses_otherwise(page: Any) -> None:
    assert not page.sign_in.isVisible()
    assert page.secret.isEnabled()
    assert not page.fields["mail.client_id"].isEnabled()


@pytest.mark.parametrize(
    ("provider", "words", "has_secret"), [("microsoft", "Microsoft", False), ("google", "Google", True)]
)
def test_a_provider_brings_its_button_and_what_it_asks_for(
    page: Any, provider: str, words: str, has_secret: bool
) -> None:
    choose(page, provider)
    assert page.sign_in.isVisible()
    assert page.sign_in.button.text() == f"Sign in with {words}"
    assert not page.secret.isEnabled()
    assert page.fields["mail.client_id"].isEnabled()
    assert page.sign_in.client_secret.isEnabled() is has_secret
    assert "registration" in page.sign_in.told.text()


def test_without_a_client_id_the_button_says_what_to_enter(page: Any, probes: Probes) -> None:
    choose(page, "microsoft")
    page.fields["mail.user"].setText("sales@store.example")
    page.sign_in.button.click()
    assert "Enter the client id" in page.refusal.text()
    assert probes.sign_ins.asked == []


def test_the_preset_of_a_provider_fills_in_its_servers(page: Any) -> None:
    page._preset("microsoft")
    told = page.values()
    assert (told["mail.sign_in"], told["mail.imap_host"]) == ("microsoft", "outlook.office365.com")
    assert (told["mail.smtp_host"], told["mail.smtp_security"]) == ("smtp.office365.com", "starttls")
    page._preset("icloud")
    assert page.values()["mail.sign_in"] == ""


def _fill(page: Any) -> None:
    page._preset("google")
    page.fields["mail.user"].setText("sales@store.example")
    page.fields["mail.client_id"].setText("store-client")
    page.sign_in.client_secret.setText("desktop-secret")


def test_signed_in_is_said_and_recorded_with_the_servers_it_is_for(
    seated: SeatedDesk, page: Any, probes: Probes
) -> None:
    _fill(page)
    page.sign_in.button.click()
    seated.until(lambda: page.sign_in.steps.passed)
    seated.until(lambda: settings(seated)["mail.sign_in"] == "google")
    assert probes.sign_ins.asked[0]["mail.client_id"] == "store-client"
    assert settings(seated)["mail.smtp_host"] == "smtp.gmail.com"
    assert probes.secrets == {"mail.client_secret": "desktop-secret"}
    assert "desktop-secret" not in str(settings(seated))
    page.sign_in.leave.click()
    seated.until(lambda: probes.sign_ins.signed_out)


def test_who_does_not_want_to_go_on_stops_waiting(seated: SeatedDesk, page: Any, probes: Probes) -> None:
    probes.sign_ins.lets_in = False
    _fill(page)
    page.sign_in.button.click()
    seated.until(probes.sign_ins.is_open.is_set)
    assert page.sign_in.button.text() == "Stop waiting"
    assert "your browser" in page.sign_in.steps.findChildren(type(page.title))[0].text()
    page.sign_in.button.click()
    seated.until(lambda: page.sign_in.button.text() == "Sign in with Google")
    assert not page.sign_in.steps.passed
    assert settings(seated)["mail.sign_in"] == ""


def test_leaving_the_step_ends_the_wait(seated: SeatedDesk, page: Any, probes: Probes) -> None:
    probes.sign_ins.lets_in = False
    _fill(page)
    page.sign_in.button.click()
    seated.until(probes.sign_ins.is_open.is_set)
    page.hide()
    assert probes.sign_ins.left.is_set()
    seated.until(lambda: page.sign_in.button.text() == "Sign in with Google")
