"""What every input must end as, and the well-formed ones that fuzzing starts from (LEAD-02)."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from desk.models.commands import TakeFile, TakeMail
from desk.models.conversation import Arrival, Quarantine
from desk.models.intake.adf import read_adf
from desk.models.intake.mail import read_mail
from desk.models.intake.prospect import Prospect, Quarantined
from desk.services.intake_tables import shipped_tables
from tests.e2e.live import ADF
from tests.services.desk_fixture import SmallDesk

T = TypeVar("T")
ZONE = ZoneInfo("America/Boise")
MOST_S = 1.0  # of this thread's own time: a machine that is busy elsewhere proves nothing
RESULTS = {"new", "threaded", "reply", "bounce", "ignored", "quarantined", "repeated"}
FRESH_AFTER = 200
KINDS = {"lead", "quarantined", "newsletter", "bounce", "auto-reply", "reply", "report", "spam", "other"}


def adf(number: int = 1) -> bytes:
    """A document as a marketplace sends it."""
    at = "2026-03-03T10:00:00-07:00"
    return ADF.format(number=number, at=at, email=f"kim{number}@example.com", phone="(208) 555-0142").encode()


def mails() -> dict[str, bytes]:
    """One well-formed mail of each kind that comes in."""
    plain = _mail(
        "New lead from your website",
        "Name: Kim Doe\nEmail: kim@example.com\nPhone: 208-555-0142\nVehicle: 2022 Toyota RAV4",
    )
    inside = _mail("New lead", "A lead:\n\n" + adf().decode())
    beside = _mail("New lead", "See the attachment.")
    beside.add_attachment(adf(2), maintype="application", subtype="x-adf+xml", filename="lead.adf")
    page = _mail("New lead", "")
    page.set_content(
        "<table><tr><td>Name: Kim Doe</td></tr><tr><td>Email: kim@example.com</td></tr></table>",
        subtype="html",
    )
    answer = _mail(
        "Re: Your RAV4",
        "Is it still there?\n\nOn Tue, Mar 3, 2026 at 10:01 AM Cedar Ridge Motors wrote:\n> Hello",
    )
    answer["In-Reply-To"] = "<a1@store.example>"
    away = _mail("Automatic reply: Your RAV4", "I am away until Monday.")
    away["Auto-Submitted"] = "auto-replied"
    forward = _mail("Fwd: New lead", "See below.")
    forward.add_attachment(inside)
    return {name: mail.as_bytes() for name, mail in {
        "plain": plain, "inside": inside, "beside": beside, "page": page, "answer": answer, "away": away, "forward": forward,
    }.items()} | {"bounce": _bounce(), "sealed": _sealed()}  # fmt: skip


def _mail(subject: str, body: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "leads@autotrader.example", "sales@store.example", subject
    mail["Date"] = "Tue, 03 Mar 2026 10:00:00 -0700"
    mail.set_content(body)
    return mail


def _bounce() -> bytes:
    return (
        b"From: MAILER-DAEMON@store.example\r\nTo: sales@store.example\r\nSubject: Undelivered\r\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/plain\r\n\r\nNot delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        b"Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; kim1@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        b"--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <a1@store.example>\r\nSubject: Hello\r\n\r\nHello\r\n--b--\r\n"
    )


def _sealed() -> bytes:
    """Signed and wrapped as TNEF: nothing in it can be read here."""
    return (
        b"From: kim@example.com\r\nTo: sales@store.example\r\nSubject: RAV4\r\nContent-Type: multipart/signed; boundary=s;"
        b' protocol="application/pkcs7-signature"\r\n\r\n--s\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\neJ8+IgAA\r\n--s\r\nContent-Type: application/pkcs7-signature\r\n\r\nMIIB\r\n--s--\r\n"
    )


def within_time(act: Callable[[], T]) -> T:
    """What ``act`` answers, in at most a second of its own."""
    began = time.thread_time()
    found = act()
    spent = time.thread_time() - began
    assert spent <= MOST_S, f"took {spent:.1f} s"
    return found


def read_document(raw: bytes) -> None:
    """An ADF document is prospects and reasons, at least one."""
    found = within_time(lambda: read_adf(raw, store_zone=ZONE, tables=shipped_tables()))
    assert found
    assert all(isinstance(each, Prospect | Quarantined) for each in found)
    assert all(each.reason for each in found if isinstance(each, Quarantined))


def read_letter(raw: bytes) -> None:
    """A mail is of one of the kinds."""
    found = within_time(lambda: read_mail(raw, store_zone=ZONE, tables=shipped_tables()))
    assert found.kind in KINDS


class Ledger:
    """A desk that is given one input after another and asked after each what became of it."""

    def __init__(self) -> None:
        self._small: SmallDesk | None = None
        self._taken = 0

    def take_mail(self, raw: bytes) -> str:
        """Raises AssertionError for an input that is unaccounted for or takes too long."""
        return self._accounted(TakeMail(raw=raw, mailbox="INBOX", uidvalidity=1, uid=self._taken + 1))

    def take_file(self, raw: bytes) -> str:
        return self._accounted(TakeFile(name="lead.xml", raw=raw))

    def _accounted(self, command: Any) -> str:
        small, before = self._desk(), self._counted()
        result: str = within_time(lambda: small.run(command))
        assert result in RESULTS, result
        arrived, kept = (now - then for now, then in zip(self._counted(), before, strict=True))
        assert arrived or result == "repeated", "nothing says what became of it"
        assert kept or result != "quarantined", "said to be kept, and is not"
        return result

    def _desk(self) -> SmallDesk:
        """A fresh one every so often, so that each input meets about the same store."""
        if self._small is None or self._taken % FRESH_AFTER == 0:
            self._small = SmallDesk()
            self._small.run(
                TakeFile(name="first.xml", raw=adf(0))
            )  # word lists and templates are read with the first one
        self._taken += 1
        return self._small

    def _counted(self) -> tuple[int, int]:
        assert self._small is not None
        with self._small.desk.store.reading() as session:
            arrived = session.scalar(select(func.count()).select_from(Arrival)) or 0
            return arrived, session.scalar(select(func.count()).select_from(Quarantine)) or 0
