"""The channels from end to end: out to a customer, and the answer back in."""

from __future__ import annotations

import pytest

from desk.models.time import TurnedClock
from desk.services.adapters.smtp import SmtpMail
from desk.services.adapters.texting import TwilioTexts
from desk.services.outside.carrier import StandInCarrier
from desk.services.outside.mail_server import OutsideMail
from desk.services.ports import MailboxCursor, MailIn, MailOut, OutgoingText, Texts
from tests.services.adapters.conftest import CUSTOMER, STORE, ReaderOf, letter


@pytest.mark.requirement("LEAD-01")
def test_a_mail_goes_out_and_its_answer_comes_in(
    mail_world: OutsideMail, smtp: SmtpMail, reader_of: ReaderOf
) -> None:
    out: MailOut = smtp
    reader: MailIn = reader_of(mail_world.imap_login())
    assert out.send(letter()).outcome == "accepted"
    answer_to = mail_world.outbox[0].message["Reply-To"].addresses[0].addr_spec
    mail_world.post(f"From: dana@customer.example\r\nTo: {answer_to}\r\n\r\nYes please\r\n".encode())
    mails, cursor = reader.fetch(MailboxCursor())
    assert [b"Yes please" in mail.raw for mail in mails] == [True]
    assert reader.fetch(cursor) == ([], cursor)


@pytest.mark.requirement("LEAD-01")
def test_a_text_goes_out_and_its_answer_comes_in(
    carrier: StandInCarrier, texts: TwilioTexts, clock: TurnedClock
) -> None:
    line: Texts = texts
    result = line.send(OutgoingText("row-1", CUSTOMER, "Hello from Cedar Ridge Motors"))
    assert (result.outcome, [text.sid for text in carrier.sent]) == ("accepted", [result.provider_id])
    sid = carrier.receive(CUSTOMER, STORE, "Is it still there?")
    assert [(text.sid, text.sender, text.text) for text in line.inbound(clock.now())] == [
        (sid, CUSTOMER, "Is it still there?")
    ]
