"""The queue of drafts: approve, edit, skip, earlier, later; today's and tomorrow's (AI-18)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from desk.models.commands import ClaimSend, DecideDraft, SavePlaybook, Tick
from desk.models.conversation import Message
from desk.models.errors import BadInput, Refused
from desk.models.store.queries.inbox import inbox
from tests.services.desk_fixture import ANA, DANA, SmallDesk

QUEUE = '[approval]\nmarketplace = "queue"\n'


@pytest.fixture
def small() -> SmallDesk:
    desk = SmallDesk()
    desk.run(SavePlaybook(by=DANA, toml=QUEUE, why="We read them first"))
    return desk


def drafts(small: SmallDesk, lead_id: str) -> list[Message]:
    question = select(Message).where(Message.lead_id == lead_id, Message.direction == "out")
    with small.desk.store.reading() as session:
        return list(session.scalars(question.order_by(Message.number)))


def one(small: SmallDesk, message_id: str) -> Message:
    with small.desk.store.reading() as session:
        found = session.get(Message, message_id)
    assert found is not None
    return found


@pytest.mark.requirement("AI-18")
def test_nothing_leaves_until_it_is_approved(small: SmallDesk) -> None:
    lead_id = small.take()
    first = drafts(small, lead_id)[0]
    assert first.status == "pending_approval"
    assert small.run(ClaimSend(message_id=first.id)) is None
    small.run(DecideDraft(by=ANA, message_id=first.id, verdict="approve"))
    approved = one(small, first.id)
    assert (approved.status, approved.approved_by) == ("queued", "Ana Ruiz")
    assert small.run(ClaimSend(message_id=first.id)) is not None


@pytest.mark.requirement("AI-18")
def test_an_edited_draft_leaves_in_the_persons_words_without_our_sources(small: SmallDesk) -> None:
    first = drafts(small, small.take())[0]
    with pytest.raises(Refused):
        small.run(DecideDraft(by=ANA, message_id=first.id, verdict="edit", text="  "))
    words = first.text.replace("Hi Kim", "Good morning Kim")
    small.run(DecideDraft(by=ANA, message_id=first.id, verdict="edit", text=words))
    edited = one(small, first.id)
    assert (edited.text, edited.facts, edited.status) == (words, [], "queued")


@pytest.mark.requirement("AI-18")
def test_skipped_is_gone_and_is_not_decided_again(small: SmallDesk) -> None:
    lead_id = small.take()
    first = drafts(small, lead_id)[0]
    small.run(DecideDraft(by=ANA, message_id=first.id, verdict="skip"))
    assert one(small, first.id).status == "skipped"
    with pytest.raises(Refused):
        small.run(DecideDraft(by=ANA, message_id=first.id, verdict="approve"))
    small.later(minutes=10)
    small.run(Tick())
    assert [m.key for m in drafts(small, lead_id)].count(first.key) == 1


@pytest.mark.requirement("AI-18")
def test_later_waits_for_its_moment_and_earlier_leaves_now(small: SmallDesk) -> None:
    first = drafts(small, small.take())[0]
    at = small.clock.now() + timedelta(hours=2)
    with pytest.raises(Refused, match="when"):
        small.run(DecideDraft(by=ANA, message_id=first.id, verdict="later"))
    small.run(DecideDraft(by=ANA, message_id=first.id, verdict="later", at=at))
    assert one(small, first.id).not_before == at
    assert small.run(ClaimSend(message_id=first.id)) is None
    small.run(DecideDraft(by=ANA, message_id=first.id, verdict="earlier"))
    assert one(small, first.id).not_before == small.clock.now()
    assert small.run(ClaimSend(message_id=first.id)) is not None


@pytest.mark.requirement("AI-18")
def test_todays_is_put_off_to_tomorrow_and_tomorrows_brought_forward_to_now(small: SmallDesk) -> None:
    ahead = [m for m in drafts(small, small.take()) if m.status == "pending_approval"]
    now, tomorrow = small.clock.now(), small.clock.now() + timedelta(hours=23)
    todays = next(m for m in ahead if m.not_before is None or m.not_before <= now)
    tomorrows = next(
        m for m in ahead if m.not_before is not None and m.not_before > now + timedelta(hours=14)
    )
    small.run(DecideDraft(by=ANA, message_id=todays.id, verdict="later", at=tomorrow))
    small.run(DecideDraft(by=ANA, message_id=tomorrows.id, verdict="earlier"))
    assert small.run(ClaimSend(message_id=todays.id)) is None
    assert one(small, tomorrows.id).not_before == now
    assert (one(small, todays.id).not_before, one(small, todays.id).approved_by) == (tomorrow, "Ana Ruiz")
    small.later(hours=23)
    assert small.run(ClaimSend(message_id=todays.id)) is not None


@pytest.mark.requirement("AI-18")
def test_a_word_that_is_no_decision_is_refused(small: SmallDesk) -> None:
    first = drafts(small, small.take())[0]
    with pytest.raises(BadInput):
        small.run(DecideDraft(by=ANA, message_id=first.id, verdict="burn"))
    assert one(small, first.id).status == "pending_approval"


@pytest.mark.requirement("AI-18")
def test_tomorrows_drafts_stand_in_the_queue_today(small: SmallDesk) -> None:
    ahead = [m for m in drafts(small, small.take()) if m.status == "pending_approval" and m.not_before]
    midnight = small.clock.now() + timedelta(hours=14)  # it is ten in the morning
    assert {m.not_before is not None and m.not_before > midnight for m in ahead} == {True, False}
    with small.desk.store.reading() as session:
        shown = next(
            g for g in inbox(session, small.clock.now(), "America/Boise").groups if g.key == "approval"
        )
    assert {item.message_id for item in shown.items} >= {m.id for m in ahead}
