"""A language endpoint beside a whole desk: messages leave in other words, and without it in the desk's own (AI-20, DESK-10)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.models.commands import SavePlaybook
from tests.e2e.live import DANA, PLAYBOOK, LiveDesk
from tests.e2e.test_weather import lines
from tests.fakes.language_server import KEY, MODEL, LanguageServer, language_server


@pytest.fixture
def server() -> Iterator[LanguageServer]:
    with language_server() as running:
        yield running


@pytest.fixture
def live(tmp_path: Path, server: LanguageServer) -> Iterator[LiveDesk]:
    desk = LiveDesk(tmp_path / "store", **{"language.url": server.url, "language.model": MODEL})
    desk.make().secrets.set("language.key", KEY)
    desk.desk.desk.run(
        SavePlaybook(by=DANA, toml=f'{PLAYBOOK}[language]\nwait = "30s"', why="A busy machine")
    )
    desk.desk.start()
    yield desk
    desk.stop()


def whys(live: LiveDesk, number: int) -> list[str]:
    """What the sent first messages of customer ``number`` say about their words."""
    sent = [m for m in live.messages(purpose="first_response") if m.status in ("sent", "delivered")]
    own = [m for m in sent if m.to_address in (f"kim{number}@example.com", f"+1208555{100 + number:04d}")]
    return [words for message in own for words in message.why if words.startswith("language:")]


@pytest.mark.requirement("AI-20", "AI-01", "DESK-10")
def test_first_messages_leave_in_other_words_and_in_the_desks_own_once_it_is_down(
    live: LiveDesk, server: LanguageServer
) -> None:
    live.drop_lead(1)
    live.until(lambda: live.mails(1) and live.texts(1), 60)
    live.until(lambda: len(whys(live, 1)) == 2, 60)
    assert all(f"worded by {MODEL}" in words for words in whys(live, 1))
    assert server.wrong == []
    server.status = 503
    for number in (2, 3):
        live.drop_lead(number)
        live.until(lambda number=number: live.mails(number) and live.texts(number), 60)  # type: ignore[misc]  # asked at once
    live.until(lambda: not lines(live)["Language endpoint"].ok, 60)
    assert all("the desk's own words" in words for words in whys(live, 2))
    live.drop_lead(4)
    live.until(lambda: live.mails(4) and live.texts(4), 60)
    server.status = 200
    live.until(lambda: lines(live)["Language endpoint"].ok, 60)
