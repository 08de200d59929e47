"""Two desks on one mailbox and number: each sees the other before it writes, and only the one that is named speaks (DESK-12)."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from desk.models.commands import NameSpeakingDesk
from tests.e2e.live import DANA, LiveDesk
from tests.e2e.test_story import answered

pytestmark = pytest.mark.requirement("DESK-12")


@pytest.fixture
def other(live: LiveDesk, tmp_path: Path) -> Iterator[LiveDesk]:
    """A second desk with a store of its own on the first one's mailbox and number; not started yet."""
    found = LiveDesk(tmp_path / "other", world=live.world)
    yield found
    found.close()


def others(live: LiveDesk) -> dict[str, str]:
    told: dict[str, str] = live.desk.desk.facts().settings["desk.other"]
    return told


def noticed_later(live: LiveDesk) -> dict[str, str]:
    """The other desk, a look later: one that falls between a text's leaving and its being noted leaves it in doubt."""
    live.clock.sleep(timedelta(minutes=2))
    with suppress(AssertionError):
        return live.until(lambda: others(live), 5)
    return {}


def silent(live: LiveDesk) -> bool:
    """Whether the desk took the lead in and holds everything automatic, and says why."""
    out = live.messages(direction="out")
    return bool(out) and all(m.status == "held" and "Another desk" in m.status_words for m in out)


def test_nothing_automatic_leaves_until_one_desk_is_named(live: LiveDesk, other: LiveDesk) -> None:
    other.open()
    live.until(lambda: others(other))
    live.clock.sleep(timedelta(minutes=6))
    live.until(lambda: others(live))
    live.mail_lead(1)
    live.until(lambda: silent(live) and silent(other))
    assert (live.texts(1), live.mails(1)) == ([], [])
    with live.desk.reader()() as reader:
        assert "Another desk" in reader.shell().assistant_words, "the window says so"
    other.run(NameSpeakingDesk(this_desk=False, by=DANA))
    live.run(NameSpeakingDesk(this_desk=True, by=DANA))
    live.until(lambda: answered(live, 1))
    live.clock.sleep(timedelta(minutes=6))
    live.mail_lead(2)
    live.until(lambda: answered(live, 2))
    assert len(live.mails(1)) == len(live.texts(1)) == 1
    assert others(live) == {}, "what was decided is not asked again"


def test_two_desks_that_start_together_on_the_same_lead_answer_it_once_at_most(
    live: LiveDesk, other: LiveDesk
) -> None:
    live.close()
    live.mail_lead(1)
    with ThreadPoolExecutor(2) as both:
        list(both.map(LiveDesk.open, (live, other)))
    live.until(lambda: live.leads() and other.leads())
    live.until(lambda: others(live) or others(other))
    for each in (live, other):
        each.until(
            lambda desk=each: (
                desk.messages(direction="out") and not [m for m in desk.messages() if m.status == "sending"]
            ),
            20,
        )
    live.clock.sleep(timedelta(minutes=6))
    other.clock.sleep(timedelta(minutes=6))
    live.until(lambda: others(live) and others(other))
    assert len(live.mails(1)) <= 1
    assert len(live.texts(1)) <= 1


def test_a_text_that_is_not_ours_silences_the_desk(live: LiveDesk) -> None:
    live.drop_lead(1)
    live.until(lambda: answered(live, 1))
    assert others(live) == {}, "our own texts are no stranger's"
    carrier = live.world.carrier
    carrier.create({"To": "+12085550199", "From": "+12085550100", "Body": "Hello from the other desk"})
    live.until(lambda: noticed_later(live))
    live.drop_lead(2)
    live.until(lambda: live.messages(purpose="first_response")[2:])
    assert live.texts(2) == []
