"""Bad input and bad surroundings: each ends in a clear sentence, a log line without personal data, and nothing lost."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import select, text

from desk.app.opening import opened
from desk.app.window import application, open_window
from desk.models.commands import SaveSettings, SaveStaff
from desk.models.conversation import Quarantine, Raw
from desk.models.errors import BadInput, CannotOpenStore, NoSecrets
from desk.models.snapshots.frame import ChannelHealth
from desk.models.store.engine import open_file
from desk.services.outside.carrier_terms import Fault
from desk.services.outside.mail_server import MailFault
from desk.services.unlock import StoreLock
from tests.e2e.live import DANA, LiveDesk
from tests.e2e.test_story import answered

BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE adf [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b']><adf><prospect><customer><contact><name part="full">&j;</name></contact></customer></prospect></adf>'
)

UNREADABLE = {
    "broken.xml": b"<adf><prospect><vehicle><year>2022</year><make>Toyota</make>",
    "bomb.xml": BOMB,
    "nobody.xml": b"<adf><prospect><vehicle><make>Toyota</make><model>RAV4</model></vehicle><customer/></prospect></adf>",
    "picture.xml": bytes(range(256)) * 40,
    "empty.xml": b"   \n",
}


def kept(live: LiveDesk) -> list[Quarantine]:
    with live.desk.store.reading() as session:
        return list(session.scalars(select(Quarantine).order_by(Quarantine.received_at)))


def line(live: LiveDesk, name: str) -> ChannelHealth:
    """What the window shows about a line."""
    with live.desk.reader()() as reader:
        return next(each for each in reader.shell().channels if each.name == name)


@pytest.mark.requirement("LEAD-02")
def test_what_cannot_be_read_is_kept_whole_and_the_next_lead_is_taken(
    live: LiveDesk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name, data in UNREADABLE.items():
        (live.drop / name).write_bytes(data)
    live.drop_lead(7)
    live.until(lambda: answered(live, 7))
    live.until(lambda: len(kept(live)) == len(UNREADABLE))
    assert all(row.reason for row in kept(live)), "each says why"
    with live.desk.store.reading() as session:
        sizes = set(session.scalars(select(Raw.size)))
    assert {len(data) for data in UNREADABLE.values()} <= sizes, "the bytes are kept whole"
    assert sorted(path.name for path in (live.drop / "not-read").iterdir()) == sorted(UNREADABLE)
    told = " ".join(record.getMessage() for record in caplog.records if record.name.startswith("desk"))
    assert not any(word in told for word in ("kim7", "Doe", "555"))


@pytest.mark.requirement("LEAD-01", "LEAD-02")
@pytest.mark.parametrize("charset", ["utf-16", "cp1252", "x-unknown-9", "utf-8"])
def test_a_lead_in_any_encoding_is_taken_or_kept(live: LiveDesk, charset: str) -> None:
    body = live.adf(1).replace('encoding="UTF-8"', "").replace(">Doe<", ">D\u00f6e<")
    raw = body.encode("utf-8" if charset.startswith("x-") else charset)
    head = f"From: leads@autotrader.example\r\nSubject: New lead\r\nMessage-ID: <c@autotrader.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    live.world.mail.post(head.encode() + raw)
    live.until(lambda: live.arrivals("mail:<c@autotrader.example>") or kept(live))
    assert live.leads() or kept(live)


@pytest.mark.requirement("LEAD-02", "LEAD-04")
def test_a_mail_delivered_again_changes_nothing_and_a_stray_answer_is_kept(live: LiveDesk) -> None:
    live.mail_lead(1)
    live.until(lambda: answered(live))
    live.mail_lead(1)
    stray = EmailMessage()
    stray["From"], stray["To"], stray["Subject"] = (
        "who@example.com",
        "sales@cedarridge.example",
        "Re: your mail",
    )
    stray["In-Reply-To"], stray["Message-ID"] = "<never-sent@cedarridge.example>", "<stray@example.com>"
    stray.set_content("Yes, that works for me.")
    live.world.mail.post(stray.as_bytes())
    live.until(lambda: live.arrivals("mail:<stray@example.com>"))
    assert len(live.leads()) == 1
    assert len(live.mails()) == 1
    assert live.arrivals("mail:<stray@example.com>") != ["ignored"] or kept(live)


@pytest.mark.requirement("LEAD-02")
def test_a_mail_of_thirty_megabytes_ends_as_a_lead(live: LiveDesk) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = (
        "leads@autotrader.example",
        "New lead",
        "<big@autotrader.example>",
    )
    mail.set_content(live.adf(1))
    mail.add_attachment(
        b"\xff\xd8" + os.urandom(22_500_000), maintype="image", subtype="jpeg", filename="car.jpg"
    )
    live.world.mail.post(mail.as_bytes())
    live.until(lambda: live.leads() or kept(live), 60)
    live.until(lambda: not live.leads() or answered(live))


@pytest.mark.requirement("DESK-10")
def test_a_wrong_password_is_said_and_the_mail_waits(tmp_path: Path) -> None:
    live = LiveDesk(tmp_path / "store")
    password, live.world.mail.password = live.world.mail.password, "guess"
    live.open()
    live.until(lambda: not line(live, "Mail in").ok)
    assert "refuses the sign-in" in line(live, "Mail in").words
    live.drop_lead()
    live.until(live.leads)
    live.until(lambda: live.texts() or live.messages(channel="text", purpose="first_response"))
    assert live.mails() == []
    live.world.mail.password = password
    live.close()
    live.open()
    live.until(lambda: answered(live))
    live.stop()


@pytest.mark.requirement("DESK-10")
@pytest.mark.rule("R26", "R28")
@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (Fault("answer", 400, 21211), "failed"), (Fault("answer", 429, 20429), "queued"),
        (Fault("answer", 500), "uncertain"), (Fault("drop"), "uncertain"), (Fault("garbage"), "uncertain"),
    ],
    ids=["400", "429", "500", "drop", "garbage"],
)  # fmt: skip
def test_each_answer_of_the_carrier_has_its_own_end(live: LiveDesk, fault: Fault, status: str) -> None:
    live.world.carrier.answer_next(fault)
    live.drop_lead()
    (text_row,) = live.until(
        lambda: [m for m in live.messages(channel="text") if m.status == status and m.attempts]
    )
    assert text_row.status_words, "a sentence says what happened"
    live.until(live.mails)
    assert live.texts() == []


@pytest.mark.requirement("DESK-10")
@pytest.mark.rule("R28")
def test_a_mail_server_that_breaks_off_is_tried_again_and_one_that_may_have_it_is_not(live: LiveDesk) -> None:
    live.world.mail.fail_next(MailFault("data", "drop", stored=True))
    live.drop_lead(1)
    live.until(lambda: [m for m in live.messages(channel="email") if m.status in ("uncertain", "sent")])
    live.desk.look_up()
    assert live.messages(channel="email")[0].status == "sent", "found in the Sent folder"
    assert len(live.mails(1)) == 1


@pytest.mark.requirement("DESK-02", "DESK-03")
def test_the_command_line_says_why_a_store_cannot_be_opened(tmp_path: Path, repo: Path) -> None:
    live = LiveDesk(tmp_path / "store").open()
    live.stop()
    found = desk(repo, live.folder, "doctor")
    assert found.returncode == 1
    assert "Traceback" not in found.stdout + found.stderr
    assert "key" in found.stdout.lower()
    found = desk(repo, live.folder, "backup")
    assert found.returncode == 1
    assert found.stderr.startswith("desk: ")


def desk(repo: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-m", "desk", "--store", str(folder), *command],
        cwd=repo, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.requirement("DESK-06")
def test_a_store_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    key = b"k" * 32
    store = open_file(tmp_path, key)
    with store.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(CannotOpenStore, match="A newer Sales Desk wrote this store"):
        open_file(tmp_path, key)


@pytest.mark.requirement("DESK-02")
def test_a_second_desk_on_the_same_store_is_told(tmp_path: Path) -> None:
    told = pytest.raises(CannotOpenStore, match="Another Sales Desk")
    with StoreLock(tmp_path), told, opened(tmp_path, lambda: "a passphrase"):
        raise AssertionError("two desks on one store")


@pytest.mark.requirement("DESK-02")
def test_a_second_start_brings_the_open_window_forward_and_ends(tmp_path: Path) -> None:
    from desk.app import window

    qt, knocks = application(), list[bool]()
    door = window._door(tmp_path, lambda: knocks.append(True))
    with StoreLock(tmp_path):
        assert open_window(tmp_path) == 0, "the second start ends at once"
    for _ in range(50):
        qt.processEvents()
    assert knocks
    door.close()


@pytest.mark.requirement("DESK-03")
def test_a_store_whose_keyring_is_gone_says_so(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"not opened")
    with pytest.raises(NoSecrets) as told, opened(tmp_path, lambda: ""):
        pass
    assert told.value.do


@pytest.mark.requirement("FLOW-01", "ILM-09")
def test_hours_that_cannot_be_read_are_refused_with_an_example(live: LiveDesk) -> None:
    with pytest.raises(BadInput, match="09:00-17:00"):
        live.run(SaveSettings(values={"store.hours": {"mon": "9-5"}}, by=DANA))
    with pytest.raises(BadInput, match="09:00-17:00"):
        live.run(SaveStaff(staff_id="ana", values={"shift": {"mon": "17:00-09:00"}}, by=DANA))
    with pytest.raises(BadInput, match="no weekday"):
        live.run(SaveSettings(values={"store.hours": {"monday": "09:00-17:00"}}, by=DANA))
