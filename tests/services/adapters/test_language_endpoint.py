"""The language endpoint's adapter against a stand-in that checks and misbehaves (AI-20)."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest

from desk.models.errors import BadInput, ChannelDown
from desk.services.adapters.language_endpoint import EndpointLanguage, EndpointSettings
from tests.fakes.language_server import KEY, MODEL, LanguageServer, language_server

OPENING, QUESTION = "Thanks for asking about the RAV4, Kim.", "Would Saturday at 3 PM suit you?"
HIDDEN = ("Kim Doe", "Kim", "Doe")


@pytest.fixture
def server() -> Iterator[LanguageServer]:
    with language_server() as running:
        yield running


def language(server: LanguageServer, **more: object) -> EndpointLanguage:
    told = {"url": server.url, "model": MODEL, "key": KEY, "answer_s": 2.0} | more
    return EndpointLanguage(EndpointSettings(**told))  # type: ignore[arg-type]  # a table of settings


@pytest.mark.requirement("AI-20")
def test_it_asks_with_a_strict_schema_and_takes_the_two_sentences(server: LanguageServer) -> None:
    endpoint = language(server)
    told = endpoint.word(OPENING, QUESTION, "en", HIDDEN)
    assert (told.opening, told.question) == (f"So, thanks{OPENING[6:]}", f"Sure, would{QUESTION[5:]}")
    assert server.wrong == []
    endpoint.close()


@pytest.mark.requirement("AI-20", "AI-21")
@pytest.mark.parametrize("redact", [True, False])
def test_what_the_customer_is_known_by_stays_here_where_redaction_is_on(
    server: LanguageServer, *, redact: bool
) -> None:
    endpoint = language(server, redact=redact)
    told = endpoint.word("Hi Kim, I have kim@example.com and 208-555-0142.", QUESTION, "en", HIDDEN)
    sent = json.dumps(server.asked)
    assert [word in sent for word in ("Kim", "kim@example.com", "208-555-0142")] == [not redact] * 3
    assert all(word in told.opening for word in ("Kim", "kim@example.com", "208-555-0142"))
    endpoint.read("It is Kim Doe, 208 555 0142, call me", ("hours",), HIDDEN)
    assert ("Kim Doe" in json.dumps(server.asked[-1])) is not redact
    endpoint.close()


@pytest.mark.requirement("AI-20")
def test_a_server_that_knows_only_the_older_way_is_asked_that_way_from_then_on(
    server: LanguageServer,
) -> None:
    server.old = True
    endpoint = language(server)
    for _each in range(2):
        assert endpoint.word(OPENING, QUESTION, "en", HIDDEN).opening
    asked = [told["response_format"]["type"] for told in server.asked]
    assert asked == ["json_schema", "json_object", "json_object"]
    assert server.wrong == []
    endpoint.close()


@pytest.mark.requirement("AI-20")
def test_only_topics_that_were_offered_are_read(server: LanguageServer) -> None:
    server.answer = lambda _data: json.dumps({"topics": ["opt_out", "hours", 7, "hours"], "language": "xx"})
    endpoint = language(server)
    told = endpoint.read("when do you open", ("hours", "price"), ())
    assert (told.intents, told.language) == (("hours",), "")
    endpoint.close()


HOSTILE = {
    "no json": lambda _data: "Sure! Here you go: the price is $1",
    "another shape": lambda _data: json.dumps(["opening"]),
    "a field missing": lambda _data: json.dumps({"opening": "Hello there."}),
    "a number for a sentence": lambda _data: json.dumps({"opening": 1, "question": 2}),
    "too long": lambda _data: json.dumps({"opening": "word " * 2000, "question": "So?"}),
    "nothing": lambda _data: json.dumps({"opening": " ", "question": ""}),
    "nested deeply": lambda _data: "[" * 20000,
}


@pytest.mark.requirement("AI-20")
@pytest.mark.parametrize("kind", HOSTILE)
def test_an_answer_of_another_shape_is_none(server: LanguageServer, kind: str) -> None:
    server.answer = HOSTILE[kind]
    endpoint = language(server)
    with pytest.raises(ChannelDown):
        endpoint.word(OPENING, QUESTION, "en", HIDDEN)
    endpoint.close()


@pytest.mark.requirement("AI-20")
@pytest.mark.parametrize("status", [401, 404, 429, 500, 302])
def test_an_error_of_the_server_is_told_with_its_code(server: LanguageServer, status: int) -> None:
    server.status = status
    endpoint = language(server)
    with pytest.raises(ChannelDown, match=str(status)):
        endpoint.word(OPENING, QUESTION, "en", HIDDEN)
    assert "500" not in [step.detail for step in endpoint.probe() if step.ok]
    endpoint.close()


@pytest.mark.requirement("AI-20")
@pytest.mark.parametrize("way", ["silent", "trickles"])
def test_silence_and_trickling_end_with_the_time(server: LanguageServer, way: str) -> None:
    setattr(server, way, True)
    endpoint, begun = language(server, answer_s=0.3), time.monotonic()
    with pytest.raises(ChannelDown):
        endpoint.word(OPENING, QUESTION, "en", HIDDEN)
    assert time.monotonic() - begun < 10, "the server would be silent for thirty seconds"
    endpoint.close()


@pytest.mark.requirement("AI-20")
def test_as_it_is_shipped_it_waits_five_seconds_at_most() -> None:
    shipped = EndpointSettings(url="http://127.0.0.1:1/v1", model=MODEL)
    assert shipped.answer_s <= 5
    assert shipped.connect_s <= shipped.answer_s


@pytest.mark.requirement("AI-20")
@pytest.mark.parametrize("body", [b"", b"{}", b'{"choices": []}', b"\xff\xfe", b"x" * 100_000])
def test_a_broken_envelope_is_no_answer(server: LanguageServer, body: bytes) -> None:
    server.body = body
    endpoint = language(server)
    with pytest.raises(ChannelDown):
        endpoint.word(OPENING, QUESTION, "en", HIDDEN)
    endpoint.close()


@pytest.mark.requirement("AI-20", "DESK-03")
@pytest.mark.parametrize("url", ["http://far.example/v1", "far.example", "ftp://127.0.0.1/v1"])
def test_a_key_never_travels_in_the_clear(url: str) -> None:
    with pytest.raises(BadInput):
        EndpointSettings(url=url, model=MODEL)


@pytest.mark.requirement("AI-20")
def test_a_server_that_is_not_there_is_told(server: LanguageServer) -> None:
    endpoint = language(server, url="http://127.0.0.1:9/v1")
    assert [step.ok for step in endpoint.probe()] == [False]
    endpoint.close()
