"""Mail in against real IMAP servers, and against ones that misbehave."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from desk.models.errors import ChannelDown
from desk.services.adapters.clock import SystemClock
from desk.services.adapters.imap_fetch import OVERSIZED, UNREADABLE
from desk.services.adapters.imap_wire import folder_name, moment
from desk.services.adapters.smtp import SmtpMail, SmtpSettings
from desk.services.adapters.wire import Login
from desk.services.outside.certificate import make_certificate
from desk.services.outside.mail_server import OutsideMail
from desk.services.ports import IncomingMail, MailboxCursor
from tests.fakes.wire import Break, Wire
from tests.services.adapters.conftest import SENDER, ReaderOf, letter
from tests.services.adapters.scripted_server import ScriptedImap

START = MailboxCursor()


def lead(number: int, body: str = "I am interested") -> bytes:
    return f"From: lead{number}@customer.example\r\nSubject: Lead {number}\r\n\r\n{body}\r\n".encode()


def subjects(mails: Iterable[IncomingMail]) -> list[str]:
    return [str(message_from_bytes(mail.raw)["Subject"]) for mail in mails]


# What is read


@pytest.mark.requirement("LEAD-01")
def test_all_mails_come_once_oldest_first_in_portions(
    any_mailbox_world: OutsideMail, reader_of: ReaderOf
) -> None:
    for number in range(25):
        any_mailbox_world.post(lead(number))
    reader, cursor, seen = reader_of(any_mailbox_world.imap_login()), START, list[str]()
    for size in (10, 10, 5, 0):
        mails, cursor = reader.fetch(cursor, limit=10)
        assert len(mails) == size
        seen += subjects(mails)
    assert seen == [f"Lead {number}" for number in range(25)]
    any_mailbox_world.post(lead(25))
    mails, _ = reader.fetch(cursor)
    assert subjects(mails) == ["Lead 25"]


@pytest.mark.requirement("LEAD-02")
@pytest.mark.parametrize(
    "raw",
    [
        b"no header at all\r\n\r\nonly words\r\n",
        b"Subject: \xff\xfe broken\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--y\r\n",
        b"Subject: )} UID 999 BODY[] {3}\r\n\r\n* 1 FETCH (UID 7)\r\n)\r\n",
        b"Subject: long\r\n\r\n" + b"x" * 5000 + b"\r\n",
    ],
)
def test_a_mail_arrives_byte_by_byte_as_it_was(
    any_mailbox_world: OutsideMail, reader_of: ReaderOf, raw: bytes
) -> None:
    any_mailbox_world.post(raw)
    mails, _ = reader_of(any_mailbox_world.imap_login()).fetch(START)
    assert [mail.raw for mail in mails] == [raw]
    at = mails[0].internal_date
    assert at is not None
    assert abs(SystemClock().now() - at) < timedelta(minutes=1)


@pytest.mark.requirement("LEAD-01")
def test_reading_leaves_the_mailbox_as_people_left_it(
    any_mailbox_world: OutsideMail, reader_of: ReaderOf
) -> None:
    any_mailbox_world.post(lead(1))
    reader_of(any_mailbox_world.imap_login()).fetch(START)
    assert any_mailbox_world.unread() == 1


@pytest.mark.requirement("LEAD-02")
def test_a_mail_of_thirty_megabytes_is_marked_and_its_words_are_read(
    any_mailbox_world: OutsideMail, reader_of: ReaderOf
) -> None:
    big = EmailMessage()
    big["Subject"] = "With photos"
    big.set_content("The trade-in is a 2016 Civic.")
    big.add_attachment(b"\x00\xff" * 11_500_000, maintype="image", subtype="jpeg", filename="car.jpg")
    any_mailbox_world.post(lead(1))
    any_mailbox_world.post(big.as_bytes())
    any_mailbox_world.post(lead(2))
    mails, cursor = reader_of(any_mailbox_world.imap_login(), command_s=20).fetch(START)
    assert subjects(mails) == ["Lead 1", "With photos", "Lead 2"]
    read = message_from_bytes(mails[1].raw, policy=policy.default)
    body = read.get_body(("plain",))
    assert body is not None
    assert body.get_content().strip() == "The trade-in is a 2016 Civic."
    assert f"uid={mails[1].uid}" in read[OVERSIZED]
    assert len(mails[1].raw) < 300_000
    assert cursor.last_uid == mails[2].uid


@pytest.mark.requirement("LEAD-01")
@pytest.mark.parametrize("name", ["Leads 2026", "Käufer", "A & B", "日本語"])
def test_a_folder_of_any_name_is_read(any_mailbox_world: OutsideMail, reader_of: ReaderOf, name: str) -> None:
    any_mailbox_world.reset_folder(folder_name(name))
    any_mailbox_world.post(lead(1), folder_name(name))
    mails, _ = reader_of(any_mailbox_world.imap_login(), folder=name).fetch(START)
    assert subjects(mails) == ["Lead 1"]


@pytest.mark.requirement("LEAD-01")
def test_a_folder_made_anew_is_read_from_its_start(
    any_mailbox_world: OutsideMail, reader_of: ReaderOf
) -> None:
    for number in range(3):
        any_mailbox_world.post(lead(number), "Leads")
    reader = reader_of(any_mailbox_world.imap_login(), folder="Leads")
    _, cursor = reader.fetch(START)
    any_mailbox_world.reset_folder("Leads")
    any_mailbox_world.post(lead(9), "Leads")
    mails, after = reader_of(any_mailbox_world.imap_login(), folder="Leads").fetch(cursor)
    assert subjects(mails) == ["Lead 9"]
    assert after.uidvalidity != cursor.uidvalidity


# Waiting


@pytest.mark.requirement("LEAD-01", "AI-01")
def test_new_mail_ends_the_wait_at_once(any_mailbox_world: OutsideMail, reader_of: ReaderOf) -> None:
    reader = reader_of(any_mailbox_world.imap_login(), poll_s=60)
    _, cursor = reader.fetch(START)
    poster = threading.Timer(0.2, any_mailbox_world.post, [lead(1)])
    began = time.monotonic()
    poster.start()
    assert reader.wait(30)
    poster.join()
    assert time.monotonic() - began < 5
    assert subjects(reader.fetch(cursor)[0]) == ["Lead 1"]


@pytest.mark.requirement("LEAD-01")
def test_mail_between_the_fetch_and_the_wait_is_noticed(
    any_mailbox_world: OutsideMail, reader_of: ReaderOf
) -> None:
    reader = reader_of(any_mailbox_world.imap_login(), poll_s=60)
    reader.fetch(START)
    any_mailbox_world.post(lead(1))
    assert reader.wait(30)


@pytest.mark.requirement("LEAD-01")
def test_a_wait_without_news_ends_by_itself(any_mailbox_world: OutsideMail, reader_of: ReaderOf) -> None:
    reader = reader_of(any_mailbox_world.imap_login(), poll_s=60)
    _, cursor = reader.fetch(START)
    assert not reader.wait(0.2)
    any_mailbox_world.post(lead(1))
    assert subjects(reader.fetch(cursor)[0]) == ["Lead 1"]


@pytest.mark.requirement("LEAD-01")
def test_a_server_without_idle_is_asked_regularly(reader_of: ReaderOf) -> None:
    world = OutsideMail(idle=False).start()
    reader = reader_of(world.imap_login(), poll_s=0.05)
    reader.fetch(START)
    began = time.monotonic()
    assert reader.wait(30)
    world.stop()
    assert time.monotonic() - began < 2


@pytest.mark.requirement("DESK-02")
def test_closing_ends_a_wait_in_another_thread(any_mailbox_world: OutsideMail, reader_of: ReaderOf) -> None:
    reader, answers = reader_of(any_mailbox_world.imap_login(), poll_s=60), list[bool]()
    reader.fetch(START)
    waiting = threading.Thread(target=lambda: answers.append(reader.wait(30)))
    waiting.start()
    threading.Timer(0.2, reader.close).start()
    waiting.join(5)
    assert answers == [False]


# Trouble


@pytest.mark.requirement("DESK-10")
def test_wherever_the_wire_breaks_nothing_is_lost_or_read_twice(
    mail_world: OutsideMail, reader_of: ReaderOf
) -> None:
    for number in range(4):
        mail_world.post(lead(number))
    wire = Wire(mail_world.imap_login().port)
    login = replace(mail_world.imap_login(), port=wire.port)
    broken = 0
    for count in range(1, 1500, 61):
        wire.always = Break("cut", "answered", after=count)
        try:
            mails, cursor = reader_of(login).fetch(START)
        except ChannelDown:
            broken += 1
            continue
        assert subjects(mails) == [f"Lead {number}" for number in range(4)]
        assert cursor.last_uid == mails[-1].uid
    wire.close()
    assert broken > 10


@pytest.mark.requirement("DESK-10")
def test_a_reader_comes_back_after_its_connection_was_cut(
    mail_world: OutsideMail, reader_of: ReaderOf
) -> None:
    wire = Wire(mail_world.imap_login().port)
    reader = reader_of(replace(mail_world.imap_login(), port=wire.port))
    _, cursor = reader.fetch(START)
    wire.hang_up()
    mail_world.post(lead(1))
    assert reader.wait(30)
    assert subjects(reader.fetch(cursor)[0]) == ["Lead 1"]
    wire.close()


@pytest.fixture
def scripted() -> Iterator[list[ScriptedImap]]:
    servers: list[ScriptedImap] = []
    yield servers
    for each in servers:
        each.close()


def login_of(server: ScriptedImap) -> Login:
    return Login(host="127.0.0.1", port=server.port, security="none", user="sales", password="word")


@pytest.mark.requirement("DESK-10")
@pytest.mark.parametrize("silent_at", [b"greeting", b"CAPABILITY", b"LOGIN", b"EXAMINE", b"SEARCH"])
def test_a_server_that_falls_silent_is_given_up_in_time(
    scripted: list[ScriptedImap], reader_of: ReaderOf, silent_at: bytes
) -> None:
    greeting = b"" if silent_at == b"greeting" else b"* OK ready"
    scripted.append(ScriptedImap([(silent_at, None)], greeting))
    reader = reader_of(login_of(scripted[0]), connect_s=0.3, command_s=0.3)
    began = time.monotonic()
    with pytest.raises(ChannelDown, match="did not answer in time"):
        reader.fetch(START)
    assert time.monotonic() - began < 3


@pytest.mark.requirement("DESK-10")
def test_a_silent_idle_ends_and_the_next_fetch_starts_afresh(
    scripted: list[ScriptedImap], reader_of: ReaderOf
) -> None:
    scripted.append(
        ScriptedImap(
            [(b"IDLE", b"+ idling\r\n"), (b"DONE", None), (b"SEARCH", b"* SEARCH\r\n{tag} OK done\r\n")]
        )
    )
    reader = reader_of(login_of(scripted[0]), connect_s=0.3, command_s=0.3)
    _, cursor = reader.fetch(START)
    assert reader.wait(0.1)
    assert reader.fetch(cursor) == ([], cursor)


@pytest.mark.requirement("LEAD-02")
def test_one_mail_the_server_cannot_hand_over_stops_no_other(
    scripted: list[ScriptedImap], reader_of: ReaderOf
) -> None:
    sizes = b"".join(b"* %d FETCH (UID %d RFC822.SIZE 5)\r\n" % (uid, uid) for uid in (1, 2, 3))
    one = b"* %d FETCH (UID %d BODY[] {5}\r\nmail%d)\r\n{tag} OK done\r\n"
    scripted.append(
        ScriptedImap(
            [
                (b"SEARCH", b"* SEARCH 1 2 3\r\n{tag} OK done\r\n"),
                (b"RFC822.SIZE", sizes + b"{tag} OK done\r\n"),
                (b"FETCH 1,2,3", b"{tag} NO internal error\r\n"),
                (b"FETCH 1 ", one % (1, 1, 1)),
                (b"FETCH 2 ", b"{tag} NO internal error\r\n"),
                (b"FETCH 3 ", one % (3, 3, 3)),
            ]
        )
    )
    mails, cursor = reader_of(login_of(scripted[0])).fetch(START)
    assert [mail.raw for mail in mails][::2] == [b"mail1", b"mail3"]
    assert mails[1].raw.startswith(f'{UNREADABLE}: bytes=5; folder="INBOX"; uid=2'.encode())
    assert cursor.last_uid == 3


@pytest.mark.requirement("DESK-10")
def test_a_wrong_password_is_said_in_words_with_what_to_do(
    any_mailbox_world: OutsideMail, reader_of: ReaderOf
) -> None:
    reader = reader_of(replace(any_mailbox_world.imap_login(), password="guess"))
    with pytest.raises(ChannelDown, match=r"refuses the sign-in of sales\d+@store\.example") as told:
        reader.fetch(START)
    assert "app password" in told.value.do


@pytest.mark.requirement("DESK-10")
def test_a_folder_that_is_not_there_is_named(any_mailbox_world: OutsideMail, reader_of: ReaderOf) -> None:
    with pytest.raises(ChannelDown, match="no folder Nowhere"):
        reader_of(any_mailbox_world.imap_login(), folder="Nowhere").fetch(START)


@pytest.mark.rule("R27")
@pytest.mark.parametrize("token", ["fresh", "stale"])
def test_oauth_opens_the_mailbox_with_a_token(reader_of: ReaderOf, token: str) -> None:
    world = OutsideMail(oauth_token="fresh").start()
    probe = reader_of(replace(world.imap_login(), password="", token=lambda: token)).probe()
    world.stop()
    assert [(step.name, step.ok) for step in probe][2:3] == [("Sign in", token == "fresh")]


@pytest.mark.requirement("DESK-03")
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_the_mailbox_is_reached_encrypted_and_checked(reader_of: ReaderOf, security: str) -> None:
    certificate = make_certificate(SystemClock().now())
    world = OutsideMail(security=security, certificate=certificate).start()  # type: ignore[arg-type]  # two of three
    world.post(lead(1))
    good, bad = reader_of(world.imap_login()), reader_of(replace(world.imap_login(), tls=None))
    mails, cursor = good.fetch(START)
    assert subjects(mails) == ["Lead 1"]
    poster = threading.Timer(0.2, world.post, [lead(2)])
    poster.start()
    assert good.wait(30)
    poster.join()
    assert subjects(good.fetch(cursor)[0]) == ["Lead 2"]
    with pytest.raises(ChannelDown, match="certificate"):
        bad.fetch(START)
    good.close()
    world.stop()


@pytest.mark.requirement("DESK-10")
def test_the_connection_test_names_each_step(any_mailbox_world: OutsideMail, reader_of: ReaderOf) -> None:
    login = any_mailbox_world.imap_login()
    steps = reader_of(login).probe()
    assert all(step.ok for step in steps)
    assert [step.name for step in steps] == [
        "Reach the mailbox",
        "Encryption",
        "Sign in",
        "Open the folder",
        "News",
    ]
    wrong = reader_of(replace(login, password="guess")).probe()
    assert [(step.name, step.ok) for step in wrong][-1] == ("Sign in", False)
    lost = reader_of(login, folder="Nowhere").probe()
    assert [(step.name, step.ok) for step in lost][-1] == ("Open the folder", False)
    assert all(step.do for step in (wrong[-1], lost[-1]))


# Looking after what was sent


@pytest.fixture
def sent_by() -> Iterator[Callable[[OutsideMail], SmtpMail]]:
    made: list[SmtpMail] = []

    def make(world: OutsideMail) -> SmtpMail:
        sender = replace(SENDER, address=world.address)
        made.append(SmtpMail(SmtpSettings(login=world.smtp_login(), sender=sender), SystemClock()))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.mark.rule("R23")
def test_our_own_mail_is_found_in_the_sent_folder(
    any_mailbox_world: OutsideMail, reader_of: ReaderOf, sent_by: Callable[[OutsideMail], SmtpMail]
) -> None:
    reader = reader_of(any_mailbox_world.imap_login())
    assert reader.find_sent("<lead-1.step-1@store.example>") is None
    sent_by(any_mailbox_world).send(letter(1))
    assert reader.find_sent("<lead-1.step-1@store.example>") is True
    assert reader.find_sent("lead-1.step-1@store.example") is True
    assert reader.find_sent("<lead-2.step-1@store.example>") is False


@pytest.mark.rule("R23")
def test_a_mailbox_that_cannot_be_asked_proves_nothing(
    scripted: list[ScriptedImap], reader_of: ReaderOf
) -> None:
    scripted.append(ScriptedImap([(b"LIST", None)]))
    assert reader_of(login_of(scripted[0]), command_s=0.3).find_sent("<a@store.example>") is None


@pytest.mark.requirement("DESK-12")
def test_another_desk_on_the_mailbox_is_noticed(
    any_mailbox_world: OutsideMail, reader_of: ReaderOf, sent_by: Callable[[OutsideMail], SmtpMail]
) -> None:
    line = sent_by(any_mailbox_world)
    reader, hour = reader_of(any_mailbox_world.imap_login()), SystemClock().now() - timedelta(hours=1)
    line.send(letter(1, desk_mark="desk-a"))
    assert reader.foreign_marks("desk-a", hour) == []
    line.send(letter(2, desk_mark="desk-b"))
    assert reader.foreign_marks("desk-a", hour) == ["desk-b"]
    assert reader.foreign_marks("desk-a", SystemClock().now() + timedelta(hours=1)) == []


@pytest.mark.requirement("DESK-12")
def test_of_two_desks_that_start_together_one_sees_the_other(
    any_mailbox_world: OutsideMail, reader_of: ReaderOf
) -> None:
    first, second = (reader_of(any_mailbox_world.imap_login()) for _ in range(2))
    now = SystemClock().now()
    assert first.meet("desk-a", now) == []
    assert second.meet("desk-b", now) == ["desk-a"]
    assert first.meet("desk-a", now) == ["desk-b"]
    assert len(reader_of(any_mailbox_world.imap_login(), folder="Sent").fetch(START)[0]) == 2, "a note each"
    assert first.find_sent("<lead-1.step-1@store.example>") is None, "a note proves nothing about sent mail"


# Words of the wire


@pytest.mark.requirement("LEAD-01")
@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("INBOX", '"INBOX"'),
        ("Sent Items", '"Sent Items"'),
        ("A&B", '"A&-B"'),
        ('say "hi"\\', '"say \\"hi\\"\\\\"'),
        ("Täglich", '"T&AOQ-glich"'),
        ("~peter/mail/台北/日本語", '"~peter/mail/&U,BTFw-/&ZeVnLIqe-"'),
    ],
)
def test_folder_names_are_written_as_the_standard_asks(name: str, wire: str) -> None:
    assert folder_name(name) == wire


@pytest.mark.requirement("LEAD-01")
def test_a_mailbox_date_is_read_and_nonsense_is_none() -> None:
    at = moment(b" 5-Mar-2026 10:00:00 -0700")
    assert at is not None
    assert at.isoformat() == "2026-03-05T10:00:00-07:00"
    assert moment(b"yesterday") is None
