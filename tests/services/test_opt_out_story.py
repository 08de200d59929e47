"""An opt-out that a person heard: one click, at once, everywhere, for good, with its evidence (R3, COMPLY-01)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.errors import NotAllowed, Refused
from desk.models.history import History
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect
from desk.models.person import Block
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R3"), pytest.mark.requirement("COMPLY-01")]
NUMBER, MAIL = "+12085550101", "kim1@example.com"
WORDS = "Told me on the phone: leave me alone"


def _blocks(small: SmallDesk) -> dict[str, Block]:
    with small.desk.store.reading() as session:
        return {row.address: row for row in session.scalars(select(Block))}


def _waiting(small: SmallDesk, lead_id: str) -> list[str]:
    with small.desk.store.reading() as session:
        rows = session.scalars(
            select(Message).where(
                Message.lead_id == lead_id, Message.status.in_(("queued", "held", "pending_approval"))
            )
        )
        return [row.purpose for row in rows]


def _opted_out(small: SmallDesk, *channels: str) -> str:
    lead_id = small.take()
    assert _waiting(small, lead_id)
    small.run(c.OptOut(lead_id=lead_id, channels=channels or ("all",), words=WORDS, by=ANA))
    return lead_id


def _asks_again(small: SmallDesk, **customer: Any) -> str:
    told = {"first": "Kim", "full": "Kim Doe", "emails": (MAIL,), "phones": (PhoneIn(NUMBER, ""),)} | customer
    prospect = Prospect(customer=CustomerIn(**told), source="Website", source_kind="website")
    taken = small.run(c.TakeLead(prospect=prospect, key=f"again:{customer}", origin="test"))
    assert isinstance(taken, str)
    return taken


def test_one_click_of_anybody_covers_every_way_and_drops_what_waits_in_the_same_transaction() -> None:
    small = SmallDesk()
    lead_id = _opted_out(small)
    assert _waiting(small, lead_id) == []
    assert small.lead(lead_id).ai_state == "opted_out"
    blocks = _blocks(small)
    assert set(blocks) == {NUMBER, MAIL}
    assert set(blocks[NUMBER].channels) >= {"text", "call"}, "a stop by phone is a stop of all phone channels"
    with small.desk.store.reading() as session:
        transactions = set(session.scalars(select(History.txn).where(History.act == c.OptOut.act)))
    assert transactions == {small.last_txn}


def test_who_when_and_the_words_are_kept_and_the_record_says_so() -> None:
    small = SmallDesk()
    lead_id = _opted_out(small)
    row = _blocks(small)[NUMBER]
    assert (row.by, row.words, row.at, row.lead_id) == ("Ana Ruiz", WORDS, small.clock.now(), lead_id)
    with small.desk.store.reading() as session:
        told = session.scalars(select(History).where(History.kind == "block")).all()
    assert {line.by for line in told} == {"Ana Ruiz"}


def test_it_never_ends_by_itself_and_a_second_lead_of_the_person_is_covered() -> None:
    small = SmallDesk()
    _opted_out(small)
    small.later(days=4 * 365)
    again = _asks_again(small)
    assert not [purpose for purpose in _waiting(small, again) if purpose != "opt_out_confirmation"]
    with pytest.raises(Refused):
        small.run(c.WriteMessage(lead_id=again, channel="text", text="Good to see you again", by=DANA))


def test_a_housemate_with_the_same_number_is_covered_and_their_own_address_is_not() -> None:
    small = SmallDesk()
    _opted_out(small, "text", "call")
    again = _asks_again(small, first="Lee", full="Lee Roe", emails=("lee@example.com",))
    with small.desk.store.reading() as session:
        left = session.scalars(
            select(Message).where(Message.lead_id == again, Message.status.in_(("queued", "held")))
        ).all()
    assert {row.channel for row in left} <= {"email"}


def test_only_the_customers_own_word_with_its_evidence_lifts_it_and_the_rows_stay() -> None:
    small = SmallDesk()
    lead_id = _opted_out(small)
    with pytest.raises(NotAllowed):
        small.run(c.OptIn(lead_id=lead_id, channels=("text",), evidence="Asked at the counter", by=ANA))
    with pytest.raises(Refused, match="needs its evidence"):
        small.run(c.OptIn(lead_id=lead_id, channels=("text",), evidence=" ", by=DANA))
    small.run(
        c.OptIn(lead_id=lead_id, channels=("text", "call"), evidence="Text of March 3: start again", by=DANA)
    )
    rows = _blocks(small)
    assert (rows[NUMBER].lifted_by, rows[NUMBER].lift_evidence) == (
        "Dana Whit",
        "Text of March 3: start again",
    )
    assert rows[MAIL].lifted_at is None
    assert small.run(c.WriteMessage(lead_id=lead_id, channel="text", text="As you asked", by=ANA))
