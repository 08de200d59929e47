"""What befalls a desk from outside: sleep, clocks that jump, lines that are down, a disk that is full (DESK-02, DESK-10)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk.models.snapshots.frame import ChannelHealth
from desk.services.outside.mail_server import MailFault
from tests.e2e.live import ZONE, LiveDesk
from tests.e2e.test_story import answered
from tests.fakes.wire import Break, Wire

LATE_BEFORE = {
    "summer time": datetime(2026, 3, 7, 22, 30, tzinfo=ZoneInfo(ZONE)),
    "standard time": datetime(2026, 10, 31, 22, 30, tzinfo=ZoneInfo(ZONE)),
}


def lines(live: LiveDesk) -> dict[str, ChannelHealth]:
    with live.desk.reader()() as reader:
        return {each.name: each for each in reader.shell().channels}


def said(live: LiveDesk) -> str:
    """Everything the window says about its lines just now."""
    return " ".join(line.words for line in lines(live).values())


@pytest.mark.requirement("DESK-02", "COMPLY-02")
@pytest.mark.rule("R29")
@pytest.mark.parametrize("change", LATE_BEFORE)
def test_ten_hours_of_sleep_over_the_night_the_clocks_change(tmp_path: Path, change: str) -> None:
    live = LiveDesk(tmp_path / "store", start=LATE_BEFORE[change]).open()
    live.drop_lead(1)
    live.until(lambda: live.mails(1))
    (text,) = live.until(lambda: live.messages(channel="text", status="held"))
    assert text.not_before is not None
    opens = text.not_before.astimezone(ZoneInfo(ZONE))
    assert opens.date() > LATE_BEFORE[change].date()
    assert opens.hour >= 8, "morning by the new time"
    live.clock.sleep(timedelta(hours=10))
    live.until(
        lambda: (
            live.clock.now() < opens or live.texts(1) or live.messages(channel="text", status="superseded")
        ),
        30,
    )
    for sent in live.messages(channel="text", status="sent"):
        assert sent.sent_at is not None
        assert sent.sent_at >= opens
    live.until(lambda: len(live.messages(channel="email", purpose="first_response", status="sent")) == 1)
    mails = live.mails(1)
    assert len(set(mails)) == len(mails), "no mail leaves twice"
    assert len(live.texts(1)) <= 1
    live.stop()


@pytest.mark.requirement("DESK-02", "COMPLY-02")
def test_a_text_that_missed_its_window_waits_for_the_next_one(tmp_path: Path) -> None:
    live = LiveDesk(tmp_path / "store").open()
    live.world.carrier.answer_next(429)
    live.drop_lead(1)
    live.until(lambda: live.messages(channel="text", status="queued") and live.mails(1))
    live.clock.sleep(timedelta(hours=13))
    live.until(lambda: [m for m in live.messages(channel="text") if m.status in ("held", "superseded")])
    assert live.texts(1) == [], "nothing at eleven at night"
    live.stop()


@pytest.mark.requirement("DESK-02")
@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(hours=3)], ids=["back", "forward"])
def test_a_clock_that_is_set_sends_nothing_twice_and_the_next_lead_is_answered(
    live: LiveDesk, jump: timedelta
) -> None:
    live.drop_lead(1)
    live.until(lambda: answered(live, 1))
    live.clock.sleep(jump)
    live.drop_lead(2)
    live.until(lambda: answered(live, 2))
    mails = live.mails(1)
    assert len(set(mails)) == len(mails), "no mail leaves twice"
    assert len(set(live.texts(1))) == len(live.texts(1)), "no text leaves twice"


@pytest.mark.requirement("DESK-10")
@pytest.mark.rule("R28")
def test_mail_that_is_down_is_said_with_what_waits_and_goes_on_after(live: LiveDesk) -> None:
    live.world.mail.fail_next(MailFault("mail", "answer", "421 4.3.2 Closing"))
    live.drop_lead(1)
    live.until(lambda: "Mail out" in lines(live) and not lines(live)["Mail out"].ok)
    live.until(lambda: "1 message waits" in lines(live)["Mail out"].words)
    assert "down since" in lines(live)["Mail out"].words
    live.until(lambda: live.messages(channel="email")[0].status != "sending")  # the answer is written down
    live.until(lambda: live.texts(1))  # the other channel goes on
    live.clock.sleep(timedelta(minutes=31))
    live.until(lambda: live.mails(1))
    live.until(lambda: lines(live)["Mail out"].ok)
    (first,) = live.messages(channel="email", purpose="first_response", status="sent")
    assert live.mails(1).count(first.subject) == 1


@pytest.mark.requirement("DESK-10", "AI-01")
def test_a_server_that_cannot_be_reached_costs_no_try_and_no_half_hour(tmp_path: Path) -> None:
    live = LiveDesk(tmp_path / "store")
    wire = Wire(live.world.mail.smtp_login().port)
    wire.always = Break("cut", "answered")
    live.route("mail.smtp_port", wire.port)
    live.open()
    live.drop_lead(1)
    live.until(lambda: "Mail out" in lines(live) and not lines(live)["Mail out"].ok)
    assert live.messages(channel="email")[0].attempts <= 1
    wire.always = None
    live.until(lambda: answered(live, 1))
    live.until(lambda: lines(live)["Mail out"].ok)
    live.stop()
    wire.close()


@contextmanager
def full_disk(live: LiveDesk) -> Iterator[None]:
    """The store may not grow by a page: what a full disk is to it."""
    live.until(lambda: "Mail in" in lines(live))
    limit(live, "(SELECT 1)")
    yield
    limit(live, "1073741823")


def limit(live: LiveDesk, pages: str) -> None:
    with live.desk.store.writer.connect() as connection:
        told = connection.exec_driver_sql("PRAGMA page_count").scalar() if pages.startswith("(") else pages
        connection.exec_driver_sql(f"PRAGMA max_page_count = {told}")


@pytest.mark.requirement("DESK-10", "LEAD-01")
def test_a_full_disk_is_said_and_what_came_meanwhile_is_taken_in_after(live: LiveDesk) -> None:
    with full_disk(live):
        live.world.mail.post(heavy_lead(live))
        live.until(lambda: "disk is full" in said(live))
        assert live.leads() == []
    live.until(lambda: answered(live, 1), 60)
    live.until(lambda: "Store" not in lines(live))
    assert len(live.leads()) == 1


def heavy_lead(live: LiveDesk) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = (
        "leads@autotrader.example",
        "New lead",
        "<heavy@autotrader.example>",
    )
    mail.set_content(live.adf(1))
    mail.add_attachment(os.urandom(400_000), maintype="image", subtype="jpeg", filename="car.jpg")
    return mail.as_bytes()
