"""A mailbox entered with OAuth 2, as a store lives with it: signed in, signed out by an administrator, signed in again (R27)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk.app.furnish import Trials
from desk.models.alert import Alert
from desk.services.adapters.clock import SystemClock
from desk.services.outside.authority import StandInAuthority
from desk.services.outside.browser import OutsideBrowser
from desk.services.outside.certificate import make_certificate
from desk.services.outside.mail_server import OutsideMail
from desk.services.outside.world import STORE_ADDRESS, OutsideWorld
from tests.e2e.live import TUESDAY_AT_TEN, LiveDesk
from tests.fakes.clock import ShiftedClock

pytestmark = [pytest.mark.rule("R27"), pytest.mark.requirement("DESK-10", "ALERT-01")]
GOOGLE = "https://mail.google.com/"


class Provider:
    """The store's mail provider with its sign-in page, and the person's browser."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        certificate = make_certificate(SystemClock().now())
        (folder / "trust.pem").write_bytes(certificate.certificate)
        monkeypatch.setenv("SSL_CERT_FILE", str(folder / "trust.pem"))
        self.clock = ShiftedClock(TUESDAY_AT_TEN)
        self.authority = StandInAuthority(
            self.clock, certificate, scopes=(GOOGLE,), user=STORE_ADDRESS
        ).start()
        self.browser = OutsideBrowser(certificate.client())
        self.world = OutsideWorld(self.clock)
        self.world.mail = OutsideMail(address=STORE_ADDRESS, knows=self.authority.knows)
        self.world.start()

    def settings(self) -> dict[str, Any]:
        return {
            "mail.sign_in": "google",
            "mail.client_id": "store-client",
            "mail.authority": self.authority.address,
        }


@pytest.fixture
def provider(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    made = Provider(tmp_path, monkeypatch)
    yield made
    made.authority.stop()


@pytest.fixture
def live(tmp_path: Path, provider: Provider) -> Iterator[LiveDesk]:
    desk = LiveDesk(tmp_path / "store", world=provider.world, **provider.settings()).open()
    yield desk
    desk.stop()


def sign_in(live: LiveDesk, provider: Provider) -> bool:
    trials = Trials(live.desk, provider.browser.open)
    return all(step.ok for step in trials.sign_ins.sign_in(live.desk.desk.facts().settings))


def asked(live: LiveDesk, *, done: bool = False) -> list[Alert]:
    """The alerts about the mailbox that stand, or that are over."""
    with live.desk.store.reading() as session:
        rows = session.scalars(
            select(Alert).where(Alert.key.startswith("line·mail·")).order_by(Alert.raised_at)
        )
        return [row for row in rows if (row.done_at is not None) is done]


def test_a_mailbox_that_asks_for_the_person_rings_once_and_goes_on_when_they_come(
    live: LiveDesk, provider: Provider
) -> None:
    live.drop_lead(1)
    (alert,) = live.until(lambda: asked(live))
    assert alert.staff_id == "dana", "a manager is asked, not the whole store"
    assert "Nobody has signed in" in alert.body
    live.until(lambda: live.texts(1))  # the other channel goes on
    assert live.mails(1) == []
    assert sign_in(live, provider)
    live.until(lambda: live.mails(1))
    live.until(lambda: asked(live, done=True) and not asked(live))

    provider.authority.end_sign_in()
    live.desk.reload_lines()  # a line that is open stays so at the provider; the next one is asked for a token
    live.drop_lead(2)
    (again,) = live.until(lambda: asked(live), 60)
    assert "asks to sign in again" in again.body
    assert live.mails(2) == []
    assert sign_in(live, provider)
    live.until(lambda: live.mails(2), 60)
    live.mail_lead(3)
    live.until(lambda: live.mails(3), 60)
    assert [len(live.mails(number)) for number in (1, 2, 3)] == [1, 1, 1], (
        "nothing is lost, nothing leaves twice"
    )


def test_a_sign_in_given_back_leaves_nothing_behind(live: LiveDesk, provider: Provider) -> None:
    assert sign_in(live, provider)
    assert provider.authority.renewable
    (step,) = Trials(live.desk, provider.browser.open).sign_ins.sign_out(live.desk.desk.facts().settings)
    assert step.detail == "Signed out. Nothing of the sign-in is left on this computer."
    assert not provider.authority.renewable
    assert live.desk.secrets.get("mail.refresh_token") is None


def test_a_provider_that_is_gone_leaves_the_sign_out_half_done_and_says_so(
    live: LiveDesk, provider: Provider
) -> None:
    assert sign_in(live, provider)
    provider.authority.is_down = True
    (step,) = Trials(live.desk, provider.browser.open).sign_ins.sign_out(live.desk.desk.facts().settings)
    assert "Take it back at the provider too" in step.detail
    assert live.desk.secrets.get("mail.refresh_token") is None


def test_a_person_who_stops_on_the_page_is_told_and_nothing_is_kept(
    live: LiveDesk, provider: Provider
) -> None:
    trials = Trials(live.desk, lambda _url: trials.sign_ins.stop())
    (step,) = trials.sign_ins.sign_in(live.desk.desk.facts().settings)
    assert (step.ok, step.detail) == (False, "The sign-in was stopped.")
    assert live.desk.secrets.get("mail.refresh_token") is None
