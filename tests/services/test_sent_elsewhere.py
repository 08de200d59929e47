"""Mail to leads that no desk wrote is told to the managers, once and only where it is hardly a person's (DESK-08)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk.models.alert import Alert
from desk.models.commands import NoteSentElsewhere, SaveSettings
from desk.models.intake.second_answer import MailHead
from desk.services.second_answer import KEY
from tests.services.desk_fixture import SmallDesk

pytestmark = pytest.mark.requirement("DESK-08", "ALERT-01")


def head(small: SmallDesk, number: int, **changes: Any) -> MailHead:
    """A mail to customer ``number`` half a minute from now."""
    told: dict[str, Any] = {
        "message_id": f"<{number}@crm.example>", "sender": "sales@store.example", "to": (f"kim{number}@example.com",),
        "subject": "Thank you for contacting us", "answers": (), "at": small.clock.now() + timedelta(seconds=30),
        "by_desk": False, "automatic": False,
    }  # fmt: skip
    return MailHead(**(told | changes))


def told(small: SmallDesk) -> list[Alert]:
    with small.desk.store.reading() as session:
        return list(session.scalars(select(Alert).where(Alert.key.startswith("line·answers"))))


def note(small: SmallDesk, *heads: MailHead) -> bool:
    return bool(small.run(NoteSentElsewhere(heads=heads)))


def test_one_quick_mail_may_be_a_persons_a_second_one_is_told_and_nothing_twice() -> None:
    small = SmallDesk()
    small.take(1)
    small.take(4)
    first, second = head(small, 1), head(small, 4)
    assert not note(small, first)
    assert not note(small, first), "the same one again is no second one"
    assert note(small, first, second)
    (alert,) = told(small)
    assert alert.staff_id == "dana", "a manager is told, not the whole store"
    assert alert.title == "Something else answers your leads"
    assert "30 s after the lead came: “Thank you for contacting us”" in alert.body
    assert "vacation reply" in alert.next
    small.take(7)
    assert not note(small, head(small, 7))
    assert len(told(small)) == 1


def test_what_says_that_a_machine_wrote_it_is_told_at_once() -> None:
    small = SmallDesk()
    small.take(1)
    assert note(small, head(small, 1, automatic=True))


def test_what_a_manager_keeps_and_what_went_to_nobody_of_ours_is_not_told() -> None:
    small = SmallDesk()
    small.take(1)
    assert not note(small, head(small, 1, automatic=True, to=("somebody@example.com",)))
    small.run(SaveSettings(values={KEY: {"found": "A CRM answers.", "kept": True}}))
    assert not note(small, head(small, 1, automatic=True))
    assert told(small) == []
