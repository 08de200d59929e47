"""A mail server's "try again" is tried again half an hour, two, eight and twenty-four hours later, and then no more (R28)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.errors import Refused
from tests.services.desk_fixture import ANA, SmallDesk

pytestmark = pytest.mark.rule("R28")
WAITS = [timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8), timedelta(hours=24)]


def _row(small: SmallDesk, message_id: str) -> Any:
    with small.desk.store.reading() as session:
        return session.get(Message, message_id)


def _staff_mail(small: SmallDesk) -> str:
    """A mail that no rule decides anew meanwhile."""
    return str(
        small.run(c.WriteMessage(lead_id=small.take(), channel="email", text="Come by any time.", by=ANA))
    )


def _answered(small: SmallDesk, message_id: str, outcome: str, **more: Any) -> None:
    assert small.run(c.ClaimSend(message_id=message_id)) is not None
    small.run(
        c.RecordSend(
            message_id=message_id, outcome=outcome, detail="The mail server asks to try again later.", **more
        )
    )


def test_each_try_waits_longer_and_after_the_last_it_has_failed() -> None:
    small = SmallDesk()
    message_id = _staff_mail(small)
    for wait in WAITS:
        _answered(small, message_id, "retry", code="451 4.3.0")
        row = _row(small, message_id)
        assert (row.status, row.not_before - small.clock.now()) == ("queued", wait)
        assert small.run(c.ClaimSend(message_id=message_id)) is None, "not before its time"
        small.clock.turn_to(row.not_before)
    _answered(small, message_id, "retry", code="451 4.3.0")
    assert _row(small, message_id).status == "failed"


def test_a_refusal_is_not_repeated_and_a_dead_address_is_not_used_again() -> None:
    small = SmallDesk()
    message_id = _staff_mail(small)
    _answered(small, message_id, "refused", code="550 5.1.1", address_bad=True)
    row = _row(small, message_id)
    assert row.status == "failed"
    with pytest.raises(Refused, match=r"no email address|does not work"):
        small.run(c.WriteMessage(lead_id=row.lead_id, channel="email", text="Again", by=ANA))


def test_a_hard_bounce_by_mail_marks_the_address_and_is_no_reply() -> None:
    small = SmallDesk()
    message_id = _staff_mail(small)
    _answered(small, message_id, "accepted", code="250")
    header = _row(small, message_id).message_id
    bounce = (
        "From: mailer-daemon@mail.example\r\nTo: sales@store.example\r\nSubject: Undelivered\r\nMessage-ID: <b@mail.example>\r\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; kim1@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\n"
        f"Content-Type: message/rfc822\r\n\r\nMessage-ID: {header}\r\nSubject: x\r\n\r\nx\r\n--b--\r\n"
    )
    assert small.run(c.TakeMail(raw=bounce.encode())) == "bounce"
    assert _row(small, message_id).status == "bounced"
    with small.desk.store.reading() as session:
        assert not session.scalars(select(Message).where(Message.direction == "in")).all()
    with pytest.raises(Refused, match=r"no email address|does not work"):
        small.run(
            c.WriteMessage(lead_id=_row(small, message_id).lead_id, channel="email", text="Again", by=ANA)
        )
