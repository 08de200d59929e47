"""A line that needs a person: asked once, with what was said, and over when the line is up (R28, ALERT-01, DESK-10)."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.alert import Alert
from desk.models.conversation import Message
from tests.services.desk_fixture import SmallDesk

pytestmark = [pytest.mark.rule("R28"), pytest.mark.requirement("ALERT-01", "DESK-10")]
POLICY = "The mail server refuses this mail by its policy. Look at the mailbox before more is sent."


def _alerts(small: SmallDesk) -> list[Alert]:
    with small.desk.store.reading() as session:
        return list(
            session.scalars(select(Alert).where(Alert.key.startswith("line·")).order_by(Alert.raised_at))
        )


def _sending(small: SmallDesk, lead_id: str, channel: str) -> str:
    with small.desk.store.reading() as session:
        row = session.scalars(
            select(Message).where(Message.lead_id == lead_id, Message.channel == channel)
        ).first()
    assert row is not None
    assert small.run(c.ClaimSend(message_id=row.id)) is not None
    return row.id


def _stopped(small: SmallDesk, message_id: str, words: str = POLICY) -> None:
    small.run(
        c.RecordSend(
            message_id=message_id, outcome="retry", code="550 5.7.1", detail=words, channel_stop=True
        )
    )


def _down(small: SmallDesk, line: str = "mail_in") -> None:
    small.run(c.NoteHealth(line=line, ok=False, words="Google asks to sign in again.", needs_person=True))


def test_a_channel_the_provider_stopped_rings_with_the_managers_and_the_mail_waits() -> None:
    small = SmallDesk()
    message_id = _sending(small, small.take(), "email")
    _stopped(small, message_id)
    (alert,) = _alerts(small)
    assert (alert.staff_id, alert.title, alert.body) == ("dana", "The mailbox needs you", POLICY)
    with small.desk.store.reading() as session:
        row = session.get(Message, message_id)
        assert row is not None
        assert (row.status, row.attempts) == ("queued", 0)


def test_it_rings_once_however_often_the_line_is_tried_and_whoever_has_seen_it() -> None:
    small = SmallDesk()
    message_id = _sending(small, small.take(), "email")
    for _ in range(3):
        _stopped(small, message_id)
        small.run(c.SeeAlert(alert_id=_alerts(small)[0].id))
        small.later(minutes=1)
        assert small.run(c.ClaimSend(message_id=message_id)) is not None
    assert len(_alerts(small)) == 1


def test_reading_and_sending_of_one_mailbox_ask_once_together() -> None:
    small = SmallDesk()
    _down(small, "mail_in")
    _stopped(small, _sending(small, small.take(), "email"))
    assert len(_alerts(small)) == 1


def test_texting_and_mail_are_asked_about_apart() -> None:
    small = SmallDesk()
    _down(small, "mail_in")
    _stopped(small, _sending(small, small.take(), "text"), "The texting account is suspended.")
    assert [alert.title for alert in _alerts(small)] == ["The mailbox needs you", "Texting needs you"]


def test_what_was_asked_is_over_when_the_line_is_up_and_the_next_trouble_rings_again() -> None:
    small = SmallDesk()
    _down(small)
    _down(small, "mail_out")
    small.run(c.NoteHealth(line="mail_in", ok=True))
    assert _alerts(small)[0].done_at is None, "sending still waits"
    small.run(c.NoteHealth(line="mail_out", ok=True))
    assert _alerts(small)[0].done_words == "The line is up again"
    small.later(minutes=5)
    _down(small)
    assert [alert.done_at is None for alert in _alerts(small)] == [False, True]


def test_a_line_that_comes_back_by_itself_asks_nobody() -> None:
    small = SmallDesk()
    small.run(c.NoteHealth(line="mail_in", ok=False, words="The name is not known. The network may be down."))
    assert _alerts(small) == []


def test_a_manager_with_a_phone_is_reached_past_the_mailbox_that_is_down() -> None:
    small = SmallDesk()
    small.run(
        c.SaveStaff(staff_id="dana", values={"name": "Dana Whit", "role": "manager", "phone": "+12085550199"})
    )
    _down(small)
    assert _alerts(small)[0].via == ["desktop", "text"]
