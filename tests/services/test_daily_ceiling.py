"""A mailbox has a daily ceiling under its provider's: what is automatic waits for room, a person's mail goes (R27)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.conversation import Message
from tests.services.desk_fixture import ANA, SmallDesk

pytestmark = [pytest.mark.rule("R27"), pytest.mark.requirement("COMPLY-05")]
CEILING = 3


def _full() -> SmallDesk:
    """A store whose mailbox has sent its three mails, ten minutes apart."""
    small = SmallDesk()
    small.run(c.SaveSettings(values={"mail.per_day": CEILING}))
    for number in range(1, CEILING + 1):
        _leaves(small, _mail(small, small.take(number)))
        small.later(minutes=10)
    return small


def _mail(small: SmallDesk, lead_id: str) -> Any:
    with small.desk.store.reading() as session:
        row = session.scalars(
            select(Message).where(
                Message.lead_id == lead_id, Message.channel == "email", Message.direction == "out"
            )
        ).first()
    assert row is not None
    return row


def _leaves(small: SmallDesk, row: Message) -> None:
    assert small.run(c.ClaimSend(message_id=row.id)) is not None
    small.run(c.RecordSend(message_id=row.id, outcome="accepted", code="250"))


def test_the_next_automatic_mail_waits_until_the_first_is_a_day_old_and_says_so() -> None:
    small = _full()
    first_left = small.clock.now() - timedelta(minutes=10 * CEILING)
    row = _mail(small, small.take(9))
    assert (row.status, row.not_before) == ("held", first_left + timedelta(hours=24))
    assert "3 emails have left in the last 24 hours" in row.status_words


def test_it_leaves_when_room_has_come_back() -> None:
    small = _full()
    row = _mail(small, small.take(9))
    small.later(hours=23, minutes=31)
    assert small.run(c.ClaimSend(message_id=row.id)) is not None


def test_a_person_s_mail_and_the_word_that_an_opt_out_is_heard_are_not_held() -> None:
    small = _full()
    lead_id = small.take(9)
    written = small.run(c.WriteMessage(lead_id=lead_id, channel="email", text="I am here until six.", by=ANA))
    assert small.run(c.ClaimSend(message_id=written)) is not None
    small.run(c.TakeReply(lead_id=lead_id, channel="email", text="Unsubscribe", at=small.clock.now()))
    with small.desk.store.reading() as session:
        heard = session.scalars(select(Message).where(Message.purpose == "opt_out_confirmation")).one()
    assert heard.status == "queued"


def test_below_the_ceiling_nothing_is_held() -> None:
    small = SmallDesk()
    small.run(c.SaveSettings(values={"mail.per_day": CEILING + 1}))
    for number in range(1, CEILING + 1):
        _leaves(small, _mail(small, small.take(number)))
    assert _mail(small, small.take(9)).status == "queued"
