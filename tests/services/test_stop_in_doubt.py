"""A message that may have said stop: the desk falls silent and asks a person, whose word is done and remembered (R4)."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.commands import SettleStop
from desk.models.conversation import Message
from desk.models.errors import Refused
from desk.models.person import Address, Block
from desk.models.words import MAY_HAVE_STOPPED
from tests.services.desk_fixture import ANA, SmallDesk

pytestmark = [pytest.mark.rule("R4"), pytest.mark.requirement("AI-09", "COMPLY-01")]

DOUBTFUL = "can i come saturday at 3? out of the loop since i lost my phone"
WAITING = ("queued", "held", "pending_approval")


def _asked(small: SmallDesk) -> str:
    lead_id = small.take()
    small.later(minutes=30)
    _says(small, lead_id, DOUBTFUL)
    return lead_id


def _says(small: SmallDesk, lead_id: str, text: str) -> None:
    small.run(c.TakeReply(lead_id=lead_id, channel="text", text=text))


def _blocks(small: SmallDesk) -> list[Block]:
    with small.desk.store.reading() as session:
        return list(session.scalars(select(Block)))


def _waiting(small: SmallDesk, lead_id: str) -> list[str]:
    with small.desk.store.reading() as session:
        rows = session.scalars(select(Message).where(Message.lead_id == lead_id))
        return [row.purpose for row in rows if row.direction == "out" and row.status in WAITING]


def _readings(small: SmallDesk, lead_id: str) -> list[dict[str, object]]:
    with small.desk.store.reading() as session:
        rows = session.scalars(
            select(Message).where(Message.lead_id == lead_id, Message.direction == "in").order_by(Message.at)
        )
        return [row.reading or {} for row in rows]


def test_it_is_held_for_a_stop_and_a_person_is_asked() -> None:
    small = SmallDesk()
    lead_id = _asked(small)
    lead = small.lead(lead_id)
    assert (lead.ai_state, lead.ai_reason) == ("handed_off", MAY_HAVE_STOPPED)
    assert _readings(small, lead_id)[-1]["doubt"] == "may_have_stopped"
    held = _blocks(small)
    assert {channel for block in held for channel in block.channels} == {"text", "automated_call"}, (
        "as after a stop"
    )
    assert _waiting(small, lead_id) == [], "neither outreach nor a confirmation"
    small.later(minutes=10)
    _says(small, lead_id, "or sunday at 3?")
    assert _waiting(small, lead_id) == [], "what they write meanwhile waits for the person too"


def test_a_person_says_they_did_and_it_is_an_opt_out_like_any_other() -> None:
    small = SmallDesk()
    lead_id = _asked(small)
    small.run(SettleStop(lead_id=lead_id, stopped=True, by=ANA))
    assert small.lead(lead_id).ai_state == "opted_out"
    assert {channel for block in _blocks(small) for channel in block.channels} >= {"text", "automated_call"}
    assert _waiting(small, lead_id) == ["opt_out_confirmation"]


def test_a_person_says_they_did_not_and_the_message_is_answered() -> None:
    small = SmallDesk()
    lead_id = _asked(small)
    small.run(SettleStop(lead_id=lead_id, stopped=False, by=ANA))
    assert small.lead(lead_id).ai_state == "on"
    held = _blocks(small)
    assert held
    assert all(block.lifted_at and ANA.words in block.lifted_by for block in held), (
        "open again, by whose word"
    )
    assert all("did not say stop" in block.lift_evidence for block in held)
    assert "propose_time" in _readings(small, lead_id)[-1]["intents"]
    assert "appointment_confirmation" in _waiting(small, lead_id), "Saturday at three is booked after all"


def test_a_stop_of_another_time_stays_where_a_person_lifts_a_doubt() -> None:
    small = SmallDesk()
    lead_id = small.take()
    _says(small, lead_id, "please stop emailing me")
    small.later(minutes=30)
    _says(small, lead_id, DOUBTFUL)
    small.run(SettleStop(lead_id=lead_id, stopped=False, by=ANA))
    assert [block.channels for block in _blocks(small) if block.lifted_at is None] == [["email"]]


def test_a_stop_of_which_no_words_were_kept_stays_too() -> None:
    small = SmallDesk()
    lead_id = small.take(comments="")
    _says(small, lead_id, DOUBTFUL)
    with small.desk.store.writing() as session:
        mailbox = session.scalars(select(Address.value).where(Address.kind == "email")).one()
        session.add(Block(id="b1", kind="opt_out", address=mailbox, channels=["email"], at=small.clock.now()))
    small.run(SettleStop(lead_id=lead_id, stopped=False, by=ANA))
    assert [block.id for block in _blocks(small) if block.lifted_at is None] == ["b1"]


@pytest.mark.parametrize("stopped", [True, False])
def test_the_same_words_are_read_that_way_from_then_on(stopped: bool) -> None:
    small = SmallDesk()
    first = _asked(small)
    small.run(SettleStop(lead_id=first, stopped=stopped, by=ANA))
    second = small.take(2)
    _says(small, second, f"  {DOUBTFUL.upper()} ")
    (reading,) = _readings(small, second)
    assert "doubt" not in reading
    assert ("opt_out" in reading["intents"]) is stopped


def test_the_word_is_given_once() -> None:
    small = SmallDesk()
    lead_id = _asked(small)
    small.run(SettleStop(lead_id=lead_id, stopped=False, by=ANA))
    with pytest.raises(Refused):
        small.run(SettleStop(lead_id=lead_id, stopped=True, by=ANA))


def test_an_inquiry_that_may_say_stop_is_not_written_to_before_somebody_read_it() -> None:
    small = SmallDesk()
    lead_id = small.take(comments=DOUBTFUL)
    assert small.lead(lead_id).ai_reason == MAY_HAVE_STOPPED
    assert _waiting(small, lead_id) == []
    assert _blocks(small)
    small.run(SettleStop(lead_id=lead_id, stopped=False, by=ANA))
    assert all(block.lifted_at for block in _blocks(small)), "open again"
    assert "first_response" in _waiting(small, lead_id)
