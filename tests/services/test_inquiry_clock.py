"""How long an inquiry and a sale carry calls and texts, from the lead's rows to the refusal a person reads (R7, R6, R5)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.errors import Refused
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect
from tests.services.desk_fixture import ANA, DANA, SmallDesk


def _text(small: SmallDesk, lead_id: str, channel: str = "text") -> Any:
    return small.run(c.WriteMessage(lead_id=lead_id, channel=channel, text="Hello from Ana", by=ANA))


@pytest.mark.rule("R7")
@pytest.mark.parametrize(("days", "goes"), [(89, True), (91, False)])
def test_a_text_without_written_consent_ends_ninety_days_after_the_inquiry_and_mail_goes_on(
    days: int, goes: bool
) -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.later(days=days)
    if goes:
        assert _text(small, lead_id)
    else:
        with pytest.raises(Refused, match="more than 90 days old"):
            _text(small, lead_id)
    assert _text(small, lead_id, "email")


@pytest.mark.rule("R7")
def test_the_customer_s_own_word_begins_it_anew_and_written_consent_ends_the_count() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.later(days=100)
    small.run(c.TakeReply(lead_id=lead_id, channel="email", text="Any news?", at=small.clock.now()))
    assert _text(small, lead_id)
    small.later(days=100)
    with pytest.raises(Refused, match="more than 90 days old"):
        _text(small, lead_id)
    small.run(
        c.SetConsent(lead_id=lead_id, channel="text", given=True, evidence="written: form of June 3", by=DANA)
    )
    assert _text(small, lead_id)


@pytest.mark.rule("R7")
def test_a_sale_carries_them_on_for_a_year_and_a_half() -> None:
    small = SmallDesk()
    first = small.take()
    small.run(c.RecordSale(lead_id=first, by=DANA))
    kim = CustomerIn(
        first="Kim", full="Kim Doe", emails=("kim1@example.com",), phones=(PhoneIn("+12085550101", "555"),)
    )
    second = small.run(
        c.TakeLead(
            prospect=Prospect(customer=kim, source="Website", source_kind="website"),
            key="second",
            origin="test",
        )
    )
    small.later(days=200)
    assert _text(small, second)
    small.later(days=360)
    with pytest.raises(Refused):
        _text(small, second)


@pytest.mark.rule("R5")
@pytest.mark.parametrize(
    ("words", "minutes", "count"),
    [("Please stop texting me", 0, 1), ("STOP", 0, 0), ("Please stop texting me", 6, 0)],
)
def test_one_confirmation_within_minutes_and_none_where_the_carrier_answered(
    words: str, minutes: int, count: int
) -> None:
    small = SmallDesk()
    lead_id = small.take()
    heard = small.clock.now()
    small.later(minutes=minutes)
    for _ in range(2):
        small.run(c.TakeReply(lead_id=lead_id, channel="text", text=words, at=heard))
    with small.desk.store.reading() as session:
        rows = session.scalars(
            select(Message).where(
                Message.purpose == "opt_out_confirmation", Message.status.in_(("queued", "held", "sent"))
            )
        ).all()
    assert len(rows) == count
