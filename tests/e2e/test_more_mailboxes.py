"""A store with a second mailbox: leads are taken from both, and one that is down holds up no other (LEAD-01, DESK-10)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.app.furnish import looked_at
from desk.services.outside.mail_server import OutsideMail
from tests.e2e.live import LiveDesk
from tests.e2e.test_weather import lines

pytestmark = pytest.mark.requirement("LEAD-01", "DESK-10")
NAME = "Used cars"


@pytest.fixture
def second() -> Iterator[OutsideMail]:
    world = OutsideMail(address="used@store.example", password="other-password").start()
    yield world
    world.stop()


@pytest.fixture
def live(tmp_path: Path, second: OutsideMail) -> Iterator[LiveDesk]:
    login = second.imap_login()
    told = {"name": NAME, "user": login.user, "host": login.host, "port": login.port, "security": "none"}
    desk = LiveDesk(tmp_path / "store", **{"mail.more": [told]})
    desk.make().secrets.set(f"mail.password:{NAME}", "other-password")
    desk.desk.start()
    yield desk
    desk.stop()


def _post(live: LiveDesk, where: OutsideMail, number: int) -> None:
    where.post(
        f"From: leads@autotrader.example\r\nSubject: New lead\r\nMessage-ID: <lead{number}@autotrader.example>\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{live.adf(number)}".encode()
    )


def test_leads_of_both_mailboxes_are_taken_once_and_answered_from_the_store(
    live: LiveDesk, second: OutsideMail
) -> None:
    _post(live, second, 1)
    _post(live, live.world.mail, 2)
    live.until(lambda: len(live.leads()) == 2 and live.mails(1) and live.mails(2))
    _post(live, live.world.mail, 1)  # the same mail, forwarded into the other box too
    _post(live, second, 3)
    live.until(lambda: len(live.leads()) == 3 and live.mails(3))
    assert len(live.mails(1)) == 1
    (line,) = [line for line in looked_at(live.desk, has_tray=False) if line.name == f"Mailbox {NAME}"]
    assert (line.state, "Signed in as used@store.example" in line.words) == ("ok", True)
    assert second.outbox == [], "the store writes from its own mailbox alone"


def test_one_that_is_down_is_named_and_the_other_goes_on(live: LiveDesk, second: OutsideMail) -> None:
    live.until(
        lambda: f"Mail in, {NAME}" in lines(live) or live.desk.desk.facts().settings["mail.cursor"], 20
    )
    second.stop()
    shown = f"Mail in, {NAME}"
    live.until(lambda: shown in lines(live) and not lines(live)[shown].ok)
    _post(live, live.world.mail, 5)
    live.until(lambda: len(live.leads()) == 1)
    assert lines(live)["Mail in"].ok
