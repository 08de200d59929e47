"""What a customer says around a visit that stands: late, there already, or missed (AI-08)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.models import decisions as d
from desk.models.words import AiState
from tests.models.rules.stage_of_one import Told, facts, written_consent
from tests.models.rules.test_replies import RULES, SATURDAY_3, answer, at

pytestmark = pytest.mark.requirement("AI-08", "APPT-02")


@pytest.fixture
def one() -> Told:
    """A visit at three on Saturday; it is now ten minutes before."""
    one = Told(facts(consents=(written_consent(),)))
    one.run(*RULES)
    one.send()
    answer(one, "saturday at 3", intents=["propose_time"], action="book", appointment=at(SATURDAY_3))
    one.now = one.facts.appointments[0].starts_at - timedelta(minutes=10)
    return one


@pytest.mark.parametrize(
    ("text", "intents", "about"),
    [
        ("running 15 min late", ["reschedule"], "late"),
        ("stuck in traffic", ["unclear"], "late"),
        ("here", ["unclear"], "here"),
        ("im outside", ["unclear"], "here"),
    ],
)
def test_late_or_there_the_people_are_told_and_no_other_time_is_offered(
    one: Told, text: str, intents: list[str], about: str
) -> None:
    reply = answer(one, text, intents=intents, action="ask")
    assert "?" not in reply.text
    assert " or " not in reply.text
    assert [alert.key for alert in one.of(d.RaiseAlert) if f"·{about}·" in alert.key]
    assert [a.status for a in one.facts.appointments] == ["booked"]
    assert one.facts.lead.ai_state == AiState.ON


def test_a_visit_that_was_missed_is_offered_anew(one: Told) -> None:
    one.now += timedelta(hours=3)
    reply = answer(one, "sorry i missed it", intents=["unclear"], action="ask")
    assert reply.asks == "new_time"


def test_far_from_a_visit_nobody_is_here(one: Told) -> None:
    one.now -= timedelta(days=2)
    assert "ask at the desk" not in answer(one, "here", intents=["unclear"], action="ask").text
