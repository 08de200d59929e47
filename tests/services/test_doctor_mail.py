"""``desk doctor`` on the store's mail: passwords that end, what others think of the sender, how people leave (R14, R27)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.intake.authentication import authentication
from desk.models.snapshots.doctor import DoctorLine
from desk.services.doctor_mail import mail_lines
from tests.services.desk_fixture import SmallDesk

BEFORE, AFTER = datetime(2026, 11, 26, tzinfo=UTC), datetime(2027, 1, 2, tzinfo=UTC)
GMAIL = """mx.google.com;
 dkim=pass header.i=@store.example header.s=sel header.b=abc;
 spf=pass (google.com: domain of sales@store.example designates 192.0.2.1 as permitted sender) smtp.mailfrom=sales@store.example;
 dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=store.example"""
OFFICE = "spf=fail (sender IP is 192.0.2.9) smtp.mailfrom=store.example; dkim=none (message not signed) header.d=none;dmarc=fail action=none header.from=store.example;"


def _lines(small: SmallDesk, now: datetime | None = None) -> dict[str, DoctorLine]:
    found = mail_lines(small.desk.store, small.desk.facts(), now or small.clock.now())
    return {line.name: line for line in found}


def _set(small: SmallDesk, **values: Any) -> None:
    small.run(c.SaveSettings(values={f"mail.{key}": value for key, value in values.items()}))


def _own_mail(small: SmallDesk, results: str, sender: str = "sales@store.example", number: int = 1) -> None:
    raw = f"Authentication-Results: {results}\r\nFrom: {sender}\r\nTo: sales@store.example\r\nSubject: A test\r\nMessage-ID: <t{number}@store.example>\r\n\r\nHi\r\n"
    small.run(c.TakeMail(raw=raw.encode()))


@pytest.mark.rule("R27")
@pytest.mark.parametrize(("now", "state"), [(BEFORE, "warn"), (AFTER, "bad")])
def test_a_password_that_the_provider_is_about_to_refuse_is_said_with_its_date(
    now: datetime, state: str
) -> None:
    small = SmallDesk()
    _set(small, smtp_host="smtp.office365.com")
    line = _lines(small, now)["Mailbox password"]
    assert (line.state, "December 2026" in line.words, "Sign in with Microsoft" in line.do) == (
        state,
        True,
        True,
    )
    _set(small, sign_in="microsoft")
    assert "Mailbox password" not in _lines(small, now)
    _set(small, sign_in="", smtp_host="smtp.store.example")
    assert "Mailbox password" not in _lines(small, now)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (GMAIL, {"spf": "pass", "dkim": "pass", "dmarc": "pass"}),
        (OFFICE, {"spf": "fail", "dkim": "none", "dmarc": "fail"}),
        ("mx.example; dkim=fail; dkim=pass", {"spf": "none", "dkim": "pass", "dmarc": "none"}),
        ("mx.example; none", {}),
        ("mx.example; auth=pass (spf=pass)", {}),
        ("", {}),
    ],
)
def test_the_results_of_each_provider_are_read(header: str, told: dict[str, str]) -> None:
    assert authentication(header) == told


@pytest.mark.requirement("COMPLY-04")
def test_what_the_own_mail_server_thinks_of_the_store_is_told_with_what_to_do() -> None:
    small = SmallDesk()
    assert _lines(small)["Sender check"].state == "off"
    _own_mail(small, OFFICE)
    line = _lines(small)["Sender check"]
    assert (line.state, line.words) == ("warn", "SPF fail, DKIM none, DMARC fail. Mail may land in spam.")
    assert all(word in line.do for word in ("SPF:", "DKIM:", "DMARC:"))
    _own_mail(small, GMAIL.replace("\n", "\r\n"), number=2)
    assert _lines(small)["Sender check"].state == "ok"


def test_a_mail_of_anyone_else_says_nothing_about_the_store() -> None:
    small = SmallDesk()
    _own_mail(small, OFFICE, sender="kim@example.com")
    assert _lines(small)["Sender check"].state == "off"


@pytest.mark.rule("R14")
@pytest.mark.parametrize(
    ("page", "state"),
    [
        ("", "ok"),
        ("https://store.example/leave/{token}", "ok"),
        ("http://store.example/leave/{token}", "bad"),
        ("https://store.example/leave", "bad"),
    ],
)
def test_a_one_click_page_must_name_the_person_and_be_encrypted(page: str, state: str) -> None:
    small = SmallDesk()
    _set(small, unsubscribe_url=page)
    assert _lines(small)["Unsubscribing"].state == state


@pytest.mark.rule("R14")
@pytest.mark.parametrize(
    ("sent", "page", "state"),
    [(1999, "", "ok"), (2000, "", "warn"), (2000, "https://store.example/{token}", "ok")],
)
def test_the_days_volume_warns_before_the_providers_line(sent: int, page: str, state: str) -> None:
    small = SmallDesk()
    lead_id = small.take()
    _set(small, unsubscribe_url=page)
    at = small.clock.now() - timedelta(hours=23)
    with small.desk.store.writing() as session:
        rows = [
            Message(
                id=f"m{number}", key=f"k{number}", lead_id=lead_id, direction="out", channel="email", author="assistant", status="sent", at=at, sent_at=at
            )
            for number in range(sent)
        ]  # fmt: skip
        session.add_all(rows)
    line = _lines(small)["Unsubscribing"]
    assert line.state == state
    assert f"{sent:,} mails" in line.words
    assert _lines(small, small.clock.now() + timedelta(hours=2))["Unsubscribing"].state == "ok"


def test_without_a_mailbox_nothing_is_said_about_it() -> None:
    small = SmallDesk()
    _set(small, smtp_host="")
    assert _lines(small) == {}
