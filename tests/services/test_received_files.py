"""Files that a customer's email brought stand with it and are read out of it; what could do harm is never put down (FLOW-15)."""

from __future__ import annotations

import os
import stat
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.attached import Attached, FileLine
from desk.models.kept import Attachment
from desk.models.lead import Lead
from desk.services.opened_files import GONE, file_of, put_down, save, sweep
from desk.services.reader import Reader
from tests.services.desk_fixture import SmallDesk

pytestmark = pytest.mark.requirement("FLOW-15")
PDF = b"%PDF-1.7\n% invented"
PHOTO = b"\xff\xd8\xff\xe0 a trade-in from the front" + bytes(20_000)
PROGRAM = b"MZ\x90\x00 invented"


def mailed(small: SmallDesk, *files: tuple[str, bytes, str, str], words: str = "Here is my Civic") -> str:
    """A customer's answer with these files: name, bytes, main and sub type."""
    lead_id, letter = small.take(), EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "kim1@example.com", "sales@store.example", "My trade"
    letter["Message-ID"] = "<files@example.com>"
    letter.set_content(words)
    for name, data, main, sub in files:
        letter.add_attachment(data, maintype=main, subtype=sub, filename=name)
    assert small.run(c.TakeMail(raw=letter.as_bytes())) == "reply"
    return lead_id


def lines(small: SmallDesk, lead_id: str) -> tuple[FileLine, ...]:
    with small.desk.store.reading() as session:
        read = Reader(session, small.clock.now(), "ana", small.desk.facts(), small.desk.book)
        view = read.lead(lead_id)
    assert view is not None
    return next(item for item in view.timeline if item.author == "customer" and item.channel == "email").files


def read_out(small: SmallDesk, line: FileLine) -> tuple[str, Attached] | None:
    with small.desk.store.reading() as session:
        return file_of(session, line.id)


def test_a_customers_files_stand_with_the_email_and_come_out_byte_for_byte() -> None:
    small = SmallDesk()
    lead_id = mailed(small, ("title.pdf", PDF, "application", "pdf"), ("front.jpg", PHOTO, "image", "jpeg"))
    found = lines(small, lead_id)
    assert [(file.name, file.size) for file in found] == [("title.pdf", "1 KB"), ("front.jpg", "20 KB")]
    assert [read_out(small, file) for file in found] == [
        (lead_id, Attached("title.pdf", PDF, "application/pdf")),
        (lead_id, Attached("front.jpg", PHOTO, "image/jpeg")),
    ]


ADF = """<?xml version="1.0"?><adf><prospect><requestdate>2026-03-03T10:00:00-07:00</requestdate>
<vehicle interest="buy"><year>2022</year><make>Toyota</make><model>RAV4</model></vehicle>
<customer><contact><name part="full">Pat Lane</name><email>pat@example.com</email></contact><comments>{words}</comments></customer>
<vendor><contact><name part="full">Cedar Ridge Motors</name></contact></vendor></prospect></adf>"""


def inquired(number: int, *files: tuple[str, bytes, str, str], adf: str = "") -> bytes:
    """An email of somebody who asks about a vehicle, with these files; ``adf``: what a listing site's document beside them says."""
    letter = EmailMessage()
    letter["From"], letter["To"] = "Pat Lane <pat@example.com>", "sales@store.example"
    letter["Subject"], letter["Message-ID"] = (
        "2022 Toyota RAV4, is it available",
        f"<first-{number}@example.com>",
    )
    letter.set_content(
        "Is the RAV4 still available? Photos of my trade are with this. My phone is 208-555-0142."
    )
    for name, data, main, sub in files:
        letter.add_attachment(data, maintype=main, subtype=sub, filename=name)
    if adf:
        letter.replace_header("From", "leads@listing.example")
        document = ADF.format(words=adf).encode()
        letter.add_attachment(document, maintype="application", subtype="xml", filename="lead.xml")
    return letter.as_bytes()


def named(small: SmallDesk, lead_id: str) -> list[tuple[str, list[str]]]:
    with small.desk.store.reading() as session:
        view = Reader(session, small.clock.now(), "ana", small.desk.facts(), small.desk.book).lead(lead_id)
    assert view is not None
    return [(item.kind, [file.name for file in item.files]) for item in view.timeline if item.files]


@pytest.mark.requirement("LEAD-01", "DESK-11")
def test_the_files_of_a_first_email_stand_with_the_lead_and_those_of_a_second_inquiry_with_its_line() -> None:
    small = SmallDesk()
    first, second = ("front.jpg", PHOTO, "image", "jpeg"), ("title.pdf", PDF, "application", "pdf")
    raw = inquired(1, first)
    assert small.run(c.TakeMail(raw=raw)) == "new"
    assert small.run(c.TakeMail(raw=raw)) == "repeated"
    with small.desk.store.reading() as session:
        lead_id = session.scalars(select(Lead.id)).one()
    assert named(small, lead_id) == [("system", ["front.jpg"])]
    small.later(days=1)
    assert small.run(c.TakeMail(raw=inquired(2, second, adf="Do you take a Civic in trade?"))) == "new"
    assert named(small, lead_id) == [("system", ["front.jpg"]), ("message", ["title.pdf"])]
    small.run(c.TakeMail(raw=inquired(3, second, adf="Do you take a Civic in trade?")))
    assert len(named(small, lead_id)) == 3
    with small.desk.store.reading() as session:
        photo = session.scalars(select(Attachment.id).where(Attachment.name == "front.jpg")).one()
        assert file_of(session, photo) == (lead_id, Attached("front.jpg", PHOTO, "image/jpeg"))


@pytest.mark.requirement("LEAD-02", "DESK-11")
def test_the_files_of_an_email_that_names_two_stand_with_each_and_may_be_anothers() -> None:
    small = SmallDesk()
    one = ADF.format(words="Photos are with this").partition("<prospect>")[2].partition("</adf>")[0]
    other = one.replace("Pat Lane", "Lou Reyes").replace("pat@example.com", "lou@example.com")
    raw = inquired(1, ("front.jpg", PHOTO, "image", "jpeg"), adf="PLACE")
    whole = f'<?xml version="1.0"?><adf><prospect>{one}<prospect>{other}</adf>'
    letter = message_from_bytes(raw, policy=policy.default)
    document = next(part for part in letter.iter_attachments() if part.get_filename() == "lead.xml")
    document.set_content(whole.encode(), maintype="application", subtype="xml", filename="lead.xml")
    assert small.run(c.TakeMail(raw=letter.as_bytes())) == "new"
    with small.desk.store.reading() as session:
        leads = session.scalars(select(Lead.id)).all()
    assert len(leads) == 2
    for lead_id in leads:
        assert named(small, lead_id) == [("system", ["front.jpg"])]
        with small.desk.store.reading() as session:
            read = Reader(session, small.clock.now(), "ana", small.desk.facts(), small.desk.book)
            view = read.lead(lead_id)
        assert view is not None
        assert any("names 2 people; they may be another's" in item.text for item in view.timeline)


def test_a_signatures_logo_and_an_invitation_are_no_files_of_the_customer() -> None:
    small = SmallDesk()
    logo, invitation = (
        ("logo.png", b"\x89PNG\r\n\x1a\n small", "image", "png"),
        ("a.ics", b"BEGIN:VCALENDAR", "text", "calendar"),
    )
    found = lines(small, mailed(small, logo, invitation, ("title.pdf", PDF, "application", "pdf")))
    assert [file.name for file in found] == ["title.pdf"]


@pytest.mark.rule("R21")
def test_an_email_with_private_numbers_names_no_file_that_is_not_kept() -> None:
    small = SmallDesk()
    lead_id = mailed(small, ("a.pdf", PDF, "application", "pdf"), words="My SSN is 219-09-9999")
    assert all(read_out(small, file) is not None for file in lines(small, lead_id))


def test_it_is_put_down_for_this_account_alone_and_swept(tmp_path: Path) -> None:
    folder = tmp_path / "opened"
    down = put_down(folder, Attached("../../front.png", PHOTO))
    place = Path(down.path)
    assert (place.name, place.read_bytes()) == (
        "front.png.jpg",
        PHOTO,
    )  # named by what it is, and nowhere else
    assert place.parent.parent == folder
    assert [stat.S_IMODE(each.stat().st_mode) for each in (folder, place.parent, place)] == [
        0o700,
        0o700,
        0o600,
    ]
    now = SmallDesk().clock.now()
    os.utime(place.parent, (now.timestamp(), now.timestamp()))
    sweep(folder, now - timedelta(hours=1))
    assert place.exists()
    sweep(folder, now + timedelta(hours=1))
    assert list(folder.iterdir()) == []
    put_down(folder, Attached("a.pdf", PDF))
    sweep(folder)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("offer.pdf", PROGRAM, "offer.pdf is a program"),
        ("run.txt", b"#!/bin/sh\nrm -r .", "run.txt is a script"),
        ("page.jpg", b"<html><script>", "page.jpg is a web page"),
        ("papers.zip", b"PK\x03\x04 broken", "papers.zip is a packed folder"),
        ("odd.bin", bytes(range(256)), "odd.bin is of a kind that nobody here can tell"),
    ],
)
def test_what_could_do_harm_is_saved_and_never_opened(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    folder = tmp_path / "opened"
    down = put_down(folder, Attached(name, data))
    assert (down.path, words in down.words) == ("", True)
    assert not folder.exists()
    assert save(tmp_path / "kept", Attached(name, data)) == ""
    assert (tmp_path / "kept").read_bytes() == data


def test_words_open_as_words_whatever_their_name(tmp_path: Path) -> None:
    for name in ("sums.csv", "start.bat", "list.txt"):
        assert put_down(tmp_path, Attached(name, b"=cmd()")).path.endswith(".txt")


def test_a_place_that_takes_no_file_is_said_and_nothing_half_written_stays(tmp_path: Path) -> None:
    place = tmp_path / "taken"
    place.mkdir()
    assert "was not saved" in save(place, Attached("a.pdf", PDF))
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.requirement("COMPLY-06")
def test_what_was_forgotten_cannot_be_opened() -> None:
    small = SmallDesk()
    with small.desk.store.reading() as session:
        read = Reader(session, small.clock.now(), "ana", small.desk.facts(), small.desk.book, folder=Path())
        assert read.put_down("none").words == GONE
        assert read.save_file("none", "anywhere") == GONE
