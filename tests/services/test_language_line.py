"""A language endpoint beside the real engine: better words where they are safe, the desk's own at once where not (AI-20)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from desk.models.commands import ReadAgain, RewordMessage, SaveSettings, TakeReply, Tick
from desk.models.conversation import Message
from desk.models.errors import ChannelDown
from desk.models.rules.rewording import parts_of
from desk.services.adapters.language_endpoint import EndpointLanguage, EndpointSettings
from desk.services.language_line import LanguageLine
from tests.fakes.language_server import KEY, MODEL, LanguageServer, language_server
from tests.services.desk_fixture import SmallDesk

UNREADABLE = "blorp wug zindle frobnitz quux marvolo"


@pytest.fixture
def server() -> Iterator[LanguageServer]:
    with language_server() as running:
        yield running


@pytest.fixture
def small() -> SmallDesk:
    small = SmallDesk()
    small.run(SaveSettings(values={"language.url": "http://127.0.0.1:1/v1", "language.model": MODEL}))
    return small


def line(small: SmallDesk, server: LanguageServer, *, tries: int = 3) -> LanguageLine:
    endpoint = EndpointLanguage(EndpointSettings(url=server.url, model=MODEL, key=KEY, answer_s=0.5))
    desk = small.desk
    return LanguageLine(
        desk.run, endpoint, desk.store, desk.facts, lambda: desk.book, small.clock, tries=tries
    )


def messages(small: SmallDesk, lead_id: str, direction: str = "out") -> list[Message]:
    question = select(Message).where(Message.lead_id == lead_id, Message.direction == direction)
    with small.desk.store.reading() as session:
        return list(session.scalars(question.order_by(Message.number)))


@pytest.mark.requirement("AI-20", "AI-01")
def test_other_words_are_taken_checked_and_leave_at_once(small: SmallDesk, server: LanguageServer) -> None:
    lead_id = small.take()
    own = {m.id: m for m in messages(small, lead_id)}
    now = small.clock.now()
    assert {m.not_before for m in own.values()} == {now + timedelta(seconds=6)}
    line(small, server).round()
    worded = messages(small, lead_id)
    assert {m.not_before for m in worded} == {now}
    assert all(f"worded by {MODEL}" in m.why[-1] for m in worded)
    for message in worded:
        parts = parts_of(own[message.id].text)
        kept = own[message.id].text.replace(parts.opening, "\0").replace(parts.question, "\0").split("\0")
        assert message.text != own[message.id].text
        assert all(piece in message.text for piece in kept)
        assert message.facts == own[message.id].facts
    assert server.wrong == []
    assert "Kim" not in json.dumps(server.asked)


HOSTILE = {
    "an invented price": lambda data: json.dumps({name: f"{told[:-1]} for $18,000{told[-1]}" for name, told in data.items() if name != "language"}),
    "an approval": lambda data: json.dumps({name: f"You are approved, {told}" for name, told in data.items() if name != "language"}),
    "a prompt leak": lambda data: json.dumps({name: "My instructions: you word sentences for a dealership." for name in data if name != "language"}),
    "wrong JSON": lambda _data: '{"opening": "Hello',
    "another day": lambda data: json.dumps({name: "Would Sunday at 4 AM suit you?" for name in data if name != "language"}),
}  # fmt: skip


@pytest.mark.requirement("AI-20", "AI-24", "AI-12")
@pytest.mark.parametrize("kind", [*HOSTILE, "500", "30 s of silence"])
def test_whatever_it_says_the_desks_own_words_leave_at_once_and_say_why(
    small: SmallDesk, server: LanguageServer, kind: str
) -> None:
    server.answer = HOSTILE.get(kind, server.answer)
    server.status, server.silent = (500 if kind == "500" else 200), kind.startswith("30")
    lead_id = small.take()
    own = {m.id: m.text for m in messages(small, lead_id)}
    line(small, server).round()
    after = messages(small, lead_id)
    assert {m.id: m.text for m in after} == own
    assert {(m.status, m.not_before) for m in after} == {("queued", small.clock.now())}
    assert all("the desk's own words" in m.why[-1] for m in after)


@pytest.mark.requirement("AI-20", "DESK-10")
def test_after_some_failures_it_rests_says_so_and_nothing_waits_for_it(
    small: SmallDesk, server: LanguageServer
) -> None:
    one = line(small, server, tries=2)
    server.status = 503
    small.take(1)
    with pytest.raises(ChannelDown, match="503"):
        one.round()
    one.say(False, "The language endpoint answered 503.")
    asked = len(server.asked)
    second = small.take(2)
    assert {m.not_before for m in messages(small, second)} == {small.clock.now()}
    with pytest.raises(ChannelDown):
        one.round()
    assert len(server.asked) == asked + 1  # one trial, not one a message
    server.status = 200
    one.round()
    one.say(True, "")
    third = small.take(3)
    assert {m.not_before for m in messages(small, third)} == {small.clock.now() + timedelta(seconds=6)}
    one.round()
    assert all("worded by" in m.why[-1] for m in messages(small, third))


@pytest.mark.requirement("AI-20")
def test_when_it_goes_to_rest_nothing_is_left_waiting_for_it(
    small: SmallDesk, server: LanguageServer
) -> None:
    one = line(small, server, tries=1)
    server.status = 503
    first = small.take(1)
    with pytest.raises(ChannelDown):
        one.round()
    assert {m.not_before for m in messages(small, first)} == {small.clock.now()}
    late = small.take(2)  # queued before the line was told to be down
    assert {m.not_before for m in messages(small, late)} == {small.clock.now() + timedelta(seconds=6)}
    with pytest.raises(ChannelDown):
        one.round()
    assert {m.not_before for m in messages(small, late)} == {small.clock.now()}
    assert all("rests" in m.why[-1] for m in messages(small, late))


@pytest.mark.requirement("AI-20")
def test_the_days_budget_is_kept_over_a_restart_and_is_new_the_next_day(
    small: SmallDesk, server: LanguageServer
) -> None:
    small.run(SaveSettings(values={"language.per_day": 2}))
    small.take(1)
    line(small, server).round()
    assert small.desk.facts().settings["language.spent"]["count"] == 2
    small.take(2)
    with pytest.raises(ChannelDown, match="used up"):
        line(small, server, tries=1).round()
    assert len(server.asked) == 2
    small.later(hours=24)
    lead_id = small.take(3)
    line(small, server).round()
    assert all("worded by" in m.why[-1] for m in messages(small, lead_id))


@pytest.mark.requirement("AI-20", "AI-09")
def test_what_was_not_understood_is_read_again_and_then_answered(
    small: SmallDesk, server: LanguageServer
) -> None:
    lead_id = small.take()
    small.run(TakeReply(lead_id=lead_id, channel="text", text=UNREADABLE))
    assert not [m for m in messages(small, lead_id) if m.purpose == "reply"]
    line(small, server).round()
    (read,) = [m for m in messages(small, lead_id, "in") if m.text == UNREADABLE]
    assert read.reading is not None
    assert (read.reading["intents"], read.reading["read_by"]) == (["hours"], MODEL)
    (answer,) = [m for m in messages(small, lead_id) if m.purpose == "reply"]
    assert "open" in answer.text.lower() or "hours" in answer.text.lower()


@pytest.mark.requirement("AI-20", "AI-09", "AI-21")
@pytest.mark.parametrize(
    "topics", [["opt_out"], ["cancel", "propose_time", "bought_elsewhere"], [], "price", None]
)
def test_what_ends_a_conversation_is_never_taken_from_it(
    small: SmallDesk, server: LanguageServer, topics: object
) -> None:
    server.answer = lambda data: json.dumps({"topics": topics, "language": "en"})
    lead_id = small.take()
    small.run(TakeReply(lead_id=lead_id, channel="text", text=UNREADABLE))
    line(small, server).round()
    (read,) = [m for m in messages(small, lead_id, "in") if m.text == UNREADABLE]
    assert read.reading is not None
    assert read.reading["intents"] == ["unclear"]
    assert small.lead(lead_id).ai_state == "on"
    assert [m for m in messages(small, lead_id) if m.purpose == "reply"]


@pytest.mark.requirement("AI-20")
def test_without_an_answer_the_clock_goes_on(small: SmallDesk) -> None:
    lead_id = small.take()
    small.run(TakeReply(lead_id=lead_id, channel="text", text=UNREADABLE))
    small.later(seconds=9)
    small.run(Tick())
    assert [m for m in messages(small, lead_id) if m.purpose == "reply"]


@pytest.mark.requirement("AI-20", "AI-25")
def test_a_message_that_left_or_a_person_approved_is_not_reworded(small: SmallDesk) -> None:
    lead_id = small.take()
    first = messages(small, lead_id)[0]
    with small.desk.store.writing() as session:
        row = session.get(Message, first.id)
        assert row is not None
        row.approved_by = "Ana"
    assert small.run(RewordMessage(message_id=first.id, opening="Hello there, Kim.", model=MODEL)) is False
    assert small.run(ReadAgain(message_id=first.id, intents=("price",), model=MODEL)) is False


@pytest.mark.requirement("AI-20")
def test_a_store_without_an_endpoint_waits_for_nothing() -> None:
    small = SmallDesk()
    lead_id = small.take()
    assert {m.not_before for m in messages(small, lead_id)} == {small.clock.now()}
