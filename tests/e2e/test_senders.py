"""Which mailbox writes for whom: the assistant from the store's, a person from their own, entered through a sign-in page (R27, LEAD-01)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.app.furnish import Trials, looked_at
from desk.models.commands import SaveSettings, WriteMessage
from desk.models.mailbox import as_own
from desk.services.adapters.clock import SystemClock
from desk.services.outside.authority import StandInAuthority
from desk.services.outside.browser import OutsideBrowser
from desk.services.outside.certificate import make_certificate
from desk.services.outside.mail_server import OutsideMail
from desk.services.outside.world import STORE_ADDRESS
from tests.e2e.live import ANA, TUESDAY_AT_TEN, LiveDesk
from tests.fakes.clock import ShiftedClock

pytestmark = [pytest.mark.rule("R27"), pytest.mark.requirement("LEAD-01", "DESK-10")]
NAME, ANAS = "Ana's own", "ana@cedarridge.example"


class Anas:
    """Ana's mailbox at a provider with a sign-in page, and her browser."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        certificate = make_certificate(SystemClock().now())
        (folder / "trust.pem").write_bytes(certificate.certificate)
        monkeypatch.setenv("SSL_CERT_FILE", str(folder / "trust.pem"))
        clock = ShiftedClock(TUESDAY_AT_TEN)
        self.authority = StandInAuthority(
            clock, certificate, scopes=("https://mail.google.com/",), user=ANAS
        ).start()
        self.browser = OutsideBrowser(certificate.client())
        self.mail = OutsideMail(address=ANAS, knows=self.authority.knows).start()

    def told(self) -> dict[str, Any]:
        imap, smtp = self.mail.imap_login(), self.mail.smtp_login()
        return {
            "name": NAME, "user": ANAS, "host": imap.host, "port": imap.port, "security": "none", "sign_in": "google",
            "client_id": "store-client", "authority": self.authority.address,
            "smtp_host": smtp.host, "smtp_port": smtp.port, "smtp_security": "none",
        }  # fmt: skip


@pytest.fixture
def anas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Anas]:
    made = Anas(tmp_path, monkeypatch)
    yield made
    made.mail.stop()
    made.authority.stop()


@pytest.fixture
def live(tmp_path: Path, anas: Anas) -> Iterator[LiveDesk]:
    settings = {"mail.more": [anas.told()], "mail.senders": {"ana": NAME}}
    desk = LiveDesk(tmp_path / "store", **settings).open()
    yield desk
    desk.stop()


def sign_in(live: LiveDesk, anas: Anas) -> None:
    trials = Trials(live.desk, anas.browser.open)
    (step,) = trials.sign_ins.sign_in(as_own(anas.told()))
    assert step.ok, step.detail


def is_read(live: LiveDesk) -> bool:
    """Whether her mailbox was entered and read since the sign-in."""
    return bool(live.desk.desk.facts().settings["health"].get(f"mail_in:{NAME}", {}).get("ok"))


def written(mail: OutsideMail) -> list[str]:
    return [str(letter.message["From"]) for letter in mail.outbox]


def test_a_person_writes_from_their_own_mailbox_and_the_assistant_from_the_stores(
    live: LiveDesk, anas: Anas
) -> None:
    sign_in(live, anas)
    live.drop_lead(1)
    live.until(lambda: live.mails(1), 60)
    lead = live.leads()[0].id
    live.run(WriteMessage(lead_id=lead, channel="email", subject="The RAV4", text="It is here. Ana", by=ANA))
    live.until(lambda: anas.mail.outbox, 60)
    (letter,) = anas.mail.outbox
    assert ANAS in str(letter.message["From"])
    assert f"@{STORE_ADDRESS.rpartition('@')[2]}" in str(letter.message["Reply-To"])
    assert "+" in str(letter.message["Reply-To"]), "the answer finds its lead at the store's own address"
    assert all(STORE_ADDRESS in sender for sender in written(live.world.mail))


def test_her_mailbox_has_a_sign_in_of_its_own_in_the_keyring_and_the_doctor_tries_both_ways(
    live: LiveDesk, anas: Anas
) -> None:
    sign_in(live, anas)
    assert live.desk.secrets.get(f"mail.refresh_token:{NAME}")
    assert live.desk.secrets.get("mail.refresh_token") is None, "the store's own is entered by its password"
    live.until(lambda: is_read(live), 60)
    lines = {line.name: line for line in looked_at(live.desk, has_tray=False)}
    for name in (f"Mailbox {NAME}", f"Sending from {NAME}"):
        assert lines[name].state == "ok", lines[name]
    (step,) = Trials(live.desk, anas.browser.open).sign_ins.sign_out(as_own(anas.told()))
    assert step.ok
    assert live.desk.secrets.get(f"mail.refresh_token:{NAME}") is None


def test_where_the_named_mailbox_is_taken_away_the_stores_own_writes(live: LiveDesk, anas: Anas) -> None:
    live.run(SaveSettings(values={"mail.more": []}))
    live.desk.reload_lines()
    live.drop_lead(2)
    live.until(lambda: live.mails(2), 60)
    lead = live.leads()[0].id
    live.run(WriteMessage(lead_id=lead, channel="email", subject="The RAV4", text="It is here. Ana", by=ANA))
    live.until(lambda: len(live.mails(2)) == 2, 60)
    assert anas.mail.outbox == []
