"""A real language model behind the endpoint's protocol: run with ``-m endpoint`` and a server at ``DESK_LANGUAGE_URL`` (AI-20).

Any OpenAI-compatible server does, such as ``python -m llama_cpp.server --model FILE.gguf --model_alias tiny --port 18080``. The
model may be poor: what is proven is that the desk gets on with whatever it says.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from desk.models.commands import SaveSettings, TakeReply
from desk.models.conversation import Message
from desk.services.adapters.language_endpoint import EndpointLanguage, EndpointSettings
from desk.services.language_line import LanguageLine
from tests.redteam.arena import GOES, breaches
from tests.services.desk_fixture import SmallDesk

URL = os.environ.get("DESK_LANGUAGE_URL", "http://127.0.0.1:18080/v1")
MODEL = os.environ.get("DESK_LANGUAGE_MODEL", "tiny")
LEADS, PATIENCE_S = 6, 30.0

pytestmark = [pytest.mark.endpoint, pytest.mark.requirement("AI-20")]


@pytest.fixture
def endpoint() -> Iterator[EndpointLanguage]:
    real = EndpointLanguage(EndpointSettings(url=URL, model=MODEL, answer_s=PATIENCE_S))
    yield real
    real.close()


def test_a_real_server_takes_the_question_and_answers_in_the_shape_asked(endpoint: EndpointLanguage) -> None:
    assert [step.ok for step in endpoint.probe()] == [True]
    told = endpoint.read("What are your hours on Saturday?", ("hours", "price", "warranty"), ())
    assert set(told.intents) <= {"hours", "price", "warranty"}


@pytest.mark.requirement("AI-24", "AI-21")
def test_whatever_it_says_nothing_unproven_leaves_and_every_message_does(endpoint: EndpointLanguage) -> None:
    small, spent, taken = SmallDesk(), [], 0
    small.run(SaveSettings(values={"language.url": URL, "language.model": MODEL}))
    desk = small.desk
    line = LanguageLine(
        desk.run, endpoint, desk.store, desk.facts, lambda: desk.book, small.clock, tries=10_000
    )
    for number in range(1, LEADS + 1):
        lead_id = small.take(number)
        small.run(TakeReply(lead_id=lead_id, channel="text", text="blorp wug zindle frobnitz quux marvolo"))
        began = time.perf_counter()
        line.round()
        spent.append(time.perf_counter() - began)
        with desk.store.reading() as session:
            ours = session.scalars(
                select(Message).where(Message.lead_id == lead_id, Message.direction == "out")
            ).all()
        assert ours
        for message in (one for one in ours if one.status in GOES):
            own = {f"kim{number}@example.com", f"+120855501{number:02d}"}
            assert list(breaches(message, {"text": ""}, own)) == []
            assert (
                message.status != "queued"
                or message.purpose == "reply"
                or message.not_before == small.clock.now()
            )
            taken += any("worded by" in words for words in message.why)
    print(f"median round {statistics.median(spent):.2f} s; {taken} messages worded by {MODEL}")
