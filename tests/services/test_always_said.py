"""What the assistant is, it says in every store and under every playbook (R16, R17)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.errors import BadPlaybook
from desk.models.settings import DECLARED as SETTINGS
from tests.services.desk_fixture import DANA, SmallDesk

pytestmark = pytest.mark.requirement("AI-22")


def _said(small: SmallDesk, lead_id: str, purpose: str) -> list[Any]:
    with small.desk.store.reading() as session:
        rows = session.scalars(
            select(Message)
            .where(Message.lead_id == lead_id, Message.purpose == purpose, Message.author == "assistant")
            .order_by(Message.at)
        )
        return list(rows)


@pytest.mark.rule("R16", "R17")
@pytest.mark.parametrize(
    "toml",
    [
        '[content]\ndisclosure = [["hello"]]',
        '[content]\ndisclosure = [["automated"], ["automated", "assistant"]]',
        "[content]\ndisclose_again_days = 8",
    ],
)
def test_no_playbook_lets_the_assistant_leave_it_out(toml: str) -> None:
    small = SmallDesk()
    with pytest.raises(BadPlaybook) as refused:
        small.run(c.SavePlaybook(toml=toml, why="Try", by=DANA))
    assert "content.disclos" in refused.value.where


@pytest.mark.rule("R16")
@pytest.mark.parametrize(
    "toml",
    [
        "",
        '[content]\ndisclosure = [["automated", "assistant", "ai"]]',
        "[content]\ndisclose_again_days = 1",
        '[approval]\nmarketplace = "queue"',
    ],
)
def test_the_first_words_to_a_person_say_it(toml: str) -> None:
    small = SmallDesk()
    if toml:
        small.run(c.SavePlaybook(toml=toml, why="Try", by=DANA))
    first = _said(small, small.take(), "first_response")
    assert first
    assert all("automated" in row.text and "assistant" in row.text for row in first)


@pytest.mark.rule("R17")
@pytest.mark.parametrize(
    "asked", ["Are you a real person?", "is this a bot", "Am I talking to a computer or a human?"]
)
@pytest.mark.parametrize("name", ["the automated assistant", "Jessica"])
def test_asked_what_it_is_it_says_so_and_offers_a_person_whatever_it_is_called(asked: str, name: str) -> None:
    small = SmallDesk()
    small.run(c.SaveSettings(values={"assistant.name": name}))
    lead_id = small.take()
    small.run(c.TakeReply(lead_id=lead_id, channel="text", text=asked, at=small.clock.now()))
    (reply,) = _said(small, lead_id, "reply")
    assert "automated assistant" in reply.text
    assert reply.text.startswith(("Yes", "I am", "I'm", "You are", "Hi")) or "yes" in reply.text.lower()


@pytest.mark.rule("R17")
def test_there_is_no_setting_for_it() -> None:
    assert not [it.key for it in SETTINGS if "disclos" in it.key or "bot" in it.key]


@pytest.mark.rule("R16")
def test_a_person_s_message_is_marked_as_theirs() -> None:
    small = SmallDesk()
    lead_id = small.take()
    row_id = small.run(c.WriteMessage(lead_id=lead_id, channel="email", text="Come by any time.", by=DANA))
    with small.desk.store.reading() as session:
        row = session.get(Message, row_id)
    assert row is not None
    assert (row.author, row.staff_id) == ("staff", "dana")
    assert "Dana Whit" in row.text
