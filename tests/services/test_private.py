"""Numbers that must not lie in the store lie nowhere in it, whatever way they came (R21)."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.base import Base
from desk.models.conversation import Message, Raw
from desk.models.intake.mime import parse
from desk.models.task import Task
from desk.services.private import kept_mail
from tests.services.desk_fixture import SmallDesk

pytestmark = [pytest.mark.rule("R21"), pytest.mark.requirement("COMPLY-06")]
NUMBER = "219-09-9999"
WORDS = f"Here is my SSN {NUMBER} for the application."
HEAD = (
    "From: kim1@example.com\r\nTo: sales@store.example\r\nSubject: Papers\r\nMessage-ID: <p@example.com>\r\n"
)
ENCODED = base64.encodebytes(WORDS.encode()).decode()
MAILS = {
    "plain": f"{HEAD}\r\n{WORDS}\r\n",
    "quoted-printable": f"{HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n{WORDS.replace('219', '=32=31=39')}\r\n",
    "base64": f"{HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{ENCODED}",
    "html": f"{HEAD}Content-Type: text/html\r\n\r\n<p>{WORDS}</p>\r\n",
    "parts": f"{HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee below.\r\n--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n{ENCODED}--b--\r\n",
}  # fmt: skip


def _everything(small: SmallDesk) -> Iterator[str]:
    """Every value of every table, raw mails unpacked and decoded as a reader would."""
    with small.desk.store.reading() as session:
        for table in Base.metadata.sorted_tables:
            for row in session.execute(select(table)):
                yield str(tuple(value for value in row if not isinstance(value, bytes)))
        for raw in session.scalars(select(Raw)):
            body = zlib.decompress(raw.body)
            read = parse(body)
            yield body.decode("latin-1")
            yield read.text if read else ""


def _is_gone(small: SmallDesk) -> bool:
    return not any(NUMBER in told or ENCODED[:20] in told for told in _everything(small))


@pytest.mark.parametrize("raw", MAILS.values(), ids=MAILS.keys())
def test_a_mail_with_a_private_number_is_kept_without_it(raw: str) -> None:
    small = SmallDesk()
    small.take()
    assert small.run(c.TakeMail(raw=raw.encode())) == "reply"
    assert _is_gone(small)
    with small.desk.store.reading() as session:
        row = session.scalars(select(Message).where(Message.direction == "in")).one()
        kept = session.scalars(select(Raw)).one()
    assert "***-**-****" in row.full_text
    assert b"Subject: Papers" in zlib.decompress(kept.body), "who wrote, when and about what stays"


def test_a_text_and_a_stranger_s_text_are_kept_without_it() -> None:
    small = SmallDesk()
    small.take()
    at = small.clock.now()
    for sid, sender in (("S1", "+12085550101"), ("S2", "+12085550999")):
        small.run(c.TakeText(sid=sid, sender=sender, to="+12085550100", text=WORDS, at=at))
    assert _is_gone(small)


@pytest.mark.parametrize("raw", [f"<adf>{WORDS}", WORDS, f"{HEAD}\r\n<adf><prospect>{WORDS}"])
def test_what_could_not_be_read_is_kept_aside_without_it(raw: str) -> None:
    small = SmallDesk()
    small.run(c.TakeFile(name="lead.xml", raw=raw.encode()))
    small.run(c.KeepAside(raw=raw.encode() + b" ", origin="mail"))
    assert _is_gone(small)


def test_staff_are_asked_to_point_to_the_secure_way_once_per_message() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(c.TakeReply(lead_id=lead_id, channel="text", text=WORDS, at=small.clock.now()))
    small.run(c.TakeReply(lead_id=lead_id, channel="text", text="Is it still there?", at=small.clock.now()))
    with small.desk.store.reading() as session:
        tasks = [row for row in session.scalars(select(Task)) if "secure application" in row.title]
    assert len(tasks) == 1


def test_a_mail_without_such_a_number_is_kept_as_it_came() -> None:
    raw = MAILS["parts"].replace(ENCODED, base64.encodebytes(b"Call me at 208-555-0142.").decode()).encode()
    read = parse(raw)
    assert read is not None
    assert kept_mail(raw, read.text) is raw
