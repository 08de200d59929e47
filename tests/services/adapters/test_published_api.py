"""Our texts against the provider's published OpenAPI description: what we ask, what our carrier answers, what we read (R23-R26).

``tests/data/texting_api.toml`` holds the facts of that description, so that the desk and its stand-in are not only right about
each other.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from desk.models.time import TurnedClock
from desk.services.adapters.data import channel_table
from desk.services.adapters.texting import TextSettings, TwilioTexts
from desk.services.outside.carrier import StandInCarrier
from desk.services.ports import OutgoingText
from tests.services.adapters.conftest import CUSTOMER, NOON, STORE

pytestmark = [pytest.mark.rule("R23", "R24", "R25", "R26"), pytest.mark.requirement("FLOW-05")]
Facts = Mapping[str, Any]
_TYPES = {"string": str, "integer": int, "object": dict, "array": list, "boolean": bool}


@pytest.fixture(scope="module")
def published(repo_data: Path) -> Facts:
    return tomllib.loads((repo_data / "texting_api.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def repo_data() -> Path:
    return Path(__file__).parents[2] / "data"


class Heard:
    """Every request and answer of a client, as they went over the wire."""

    def __init__(self, line: TwilioTexts) -> None:
        self.calls: list[tuple[httpx.Request, Any]] = []
        line._client.event_hooks = {"response": [self._hear]}

    def _hear(self, answer: httpx.Response) -> None:
        answer.read()
        self.calls.append((answer.request, answer.json()))


@pytest.fixture(params=["", "service"])
def heard(carrier: StandInCarrier, clock: TurnedClock, request: pytest.FixtureRequest) -> Iterator[Heard]:
    """One of each call that the desk makes, from a number and from a messaging service."""
    service = carrier.service if request.param else ""
    settings = TextSettings(
        account=carrier.account, token=carrier.token, numbers=(STORE,), service=service, base_url=carrier.base_url, page_size=2
    )  # fmt: skip
    line = TwilioTexts(settings, clock)
    found = Heard(line)
    for number in range(3):
        line.send(
            OutgoingText(f"row-{number}", CUSTOMER, f"Hello {number}", valid_until=NOON + timedelta(hours=1))
        )
    carrier.receive(CUSTOMER, STORE, "Is it there?")
    sid = carrier.sent[0].sid
    for _look in range(3):
        line.status(sid)
    list(line.inbound(NOON))
    line.find(CUSTOMER, NOON, "Hello 0")
    line.sent_sids(NOON - timedelta(days=1))
    yield found
    line.close()


def wrong(facts: Facts, name: str, value: Any) -> str:
    """What contradicts the description, or an empty string."""
    known = facts.get(name)
    if known is None:
        return f"{name} is not in the description"
    if value is None:
        return "" if known.get("null") else f"{name} may not be null"
    if not isinstance(value, _TYPES[known["type"]]):
        return f"{name} is no {known['type']}: {value!r}"
    if "pattern" in known and not re.fullmatch(known["pattern"].strip("^$"), value):
        return f"{name} does not fit {known['pattern']}: {value!r}"
    if "values" in known and value not in known["values"]:
        return f"{name} is none of the known: {value!r}"
    if known.get("format") == "rfc2822" and parsedate_to_datetime(value).tzinfo is None:
        return f"{name} is no date with its zone: {value!r}"
    return ""


def sent_as(facts: Facts, fields: list[tuple[str, str]]) -> list[str]:
    """A form or a query: everything is a word there, and a whole number must be one."""
    typed = [
        (name, int(value) if facts.get(name, {}).get("type") == "integer" else value)
        for name, value in fields
    ]
    return [found for name, value in typed if (found := wrong(facts, name, value))]


def test_what_is_asked_is_what_the_description_knows(heard: Heard, published: Facts) -> None:
    posts = [request for request, _ in heard.calls if request.method == "POST"]
    assert len(posts) == 3
    for request in posts:
        assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
        assert request.headers["Authorization"].startswith("Basic ")
        form = parse_qsl(request.content.decode(), keep_blank_values=True)
        assert sent_as(published["create"], form) == []
        assert 1 <= int(dict(form)["ValidityPeriod"]) <= 36_000
    for request, _ in heard.calls:
        query = parse_qsl(request.url.query.decode())
        assert sent_as(published["list"], query) == []
        assert fits(published["path"], request) or fits(published["one"], request)


def fits(path: str, request: httpx.Request) -> bool:
    return bool(
        re.fullmatch(
            path.replace("{AccountSid}", "AC[0-9a-f]{32}").replace("{Sid}", "SM[0-9a-f]{32}"),
            request.url.path,
        )
    )


def test_what_the_stand_in_answers_is_what_the_description_promises(heard: Heard, published: Facts) -> None:
    messages = list(answered(heard, published))
    assert len(messages) > 10
    for message in messages:
        assert [
            found for name, value in message.items() if (found := wrong(published["message"], name, value))
        ] == []


def answered(heard: Heard, published: Facts) -> Iterator[Facts]:
    for _, body in heard.calls:
        if "messages" in body:
            assert [
                found for name, value in body.items() if (found := wrong(published["page"], name, value))
            ] == []
            yield from body["messages"]
        else:
            yield body


def test_every_status_that_may_come_is_known_to_be_final_or_not(published: Facts) -> None:
    statuses = set(published["message"]["status"]["values"])
    assert set(channel_table("text_codes")["final"]["statuses"]) <= statuses
    assert {"queued", "sending", "sent", "delivered", "undelivered", "failed", "received"} <= statuses
