"""What the shipped cadence promises of a lead that never answers, read off a whole rehearsal (AI-02, FLOW-13)."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from desk.models.rules.wording import opening_of
from tests.services.rehearsal.told import event, lead, of, play, row, sent

pytestmark = pytest.mark.requirement("AI-02", "FLOW-13")
Line = dict[str, Any]
LAST_DAY = 51
ONE_TOUCH = timedelta(minutes=5)  # an e-mail and a text this close together are one touch
CONSENT = event("1m", "consent", channel="text", given=True, evidence="written: form")
#: A lead of a marketplace on a Monday, and one of the store's own site that writes Spanish on a Thursday.
STORIES: dict[str, tuple[dict[str, Any], str]] = {
    "en": ({}, "2026-03-02T10:00:00-07:00"),
    "es": (
        {"source": "Website", "comments": "Hola, quiero saber si todavía lo tienen, gracias"},
        "2026-03-05T16:20:00-07:00",
    ),
}


@pytest.fixture(scope="module", params=STORIES)
def lines(request: pytest.FixtureRequest) -> list[Line]:
    told, start = STORIES[request.param]
    return play(lead(**told), CONSENT, start=start, until="53d")


def day_of(at: datetime, lines: list[Line]) -> int:
    return (at.date() - datetime.fromisoformat(lines[0]["at"]).date()).days


def messages(lines: list[Line]) -> list[Line]:
    """Everything the assistant wrote by itself over days 0 to 51."""
    return [
        line
        for line in sent(lines, author="assistant")
        if day_of(datetime.fromisoformat(line["at"]), lines) <= LAST_DAY
    ]


def calls(lines: list[Line]) -> list[datetime]:
    return [datetime.fromisoformat(line["due"]) for line in of(lines, "task", task="call")]


def touches(lines: list[Line]) -> list[datetime]:
    """Messages that left and calls at their time; what lies within five minutes is one."""
    moments = sorted([datetime.fromisoformat(line["at"]) for line in messages(lines)] + calls(lines))
    return [at for n, at in enumerate(moments) if n == 0 or at - moments[n - 1] > ONE_TOUCH]


def test_enough_emails_texts_and_calls_and_nobody_answered(lines: list[Line]) -> None:
    by_channel = Counter(line["channel"] for line in messages(lines))
    assert by_channel["email"] >= 16
    assert by_channel["text"] >= 12
    assert len([at for at in calls(lines) if day_of(at, lines) <= LAST_DAY]) >= 12
    assert row(lines)["stage"] == "lost"


def test_no_silence_is_longer_than_a_week_and_it_lasts_to_the_end(lines: list[Line]) -> None:
    found = touches(lines)
    assert max(later - earlier for earlier, later in pairwise(found)) <= timedelta(days=7)
    assert LAST_DAY - day_of(found[-1], lines) < 7


def test_after_day_three_a_day_holds_one_touch_at_most_and_the_first_days_keep_the_budget(
    lines: list[Line],
) -> None:
    """A call planned for the closed Sunday is made on Monday, beside what Monday holds (FLOW-13 allows two a day)."""
    days = Counter(day_of(at, lines) for at in touches(lines))
    moved = {day_of(at, lines) for at in calls(lines) if at.weekday() == 0}
    assert max(count for day, count in days.items() if day > 3 and day not in moved) == 1
    assert max(count for day, count in days.items() if day > 3) <= 2
    assert days[0] <= 6
    assert max(days[day] for day in (1, 2, 3)) <= 2
    assert max(sum(days[first + n] for n in range(7)) for first in range(1, LAST_DAY)) <= 8


def test_it_thins_out_and_each_lane_ends_at_every_four_to_seven_days(lines: list[Line]) -> None:
    days = Counter(day_of(at, lines) for at in touches(lines))
    week = [sum(days[day] for day in range(first, first + 7)) for first in (0, 7, 14, 42)]
    assert week == sorted(week, reverse=True)
    assert week[0] > week[-1]
    for lane in (_days(lines, "email"), _days(lines, "text"), [day_of(at, lines) for at in calls(lines)]):
        assert {later - earlier for earlier, later in pairwise(lane) if earlier >= 14} <= {4, 5, 6, 7}


def _days(lines: list[Line], channel: str) -> list[int]:
    return [
        day_of(datetime.fromisoformat(line["at"]), lines)
        for line in messages(lines)
        if line["channel"] == channel
    ]


def test_calls_come_in_the_morning_at_midday_in_the_evening_and_on_a_saturday(lines: list[Line]) -> None:
    found = calls(lines)
    assert {"morning", "midday", "evening"} <= {_part(at) for at in found}
    assert 5 in {at.weekday() for at in found}


def _part(at: datetime) -> str:
    return "morning" if at.hour < 11 else "midday" if at.hour < 15 else "evening" if at.hour >= 17 else ""


def test_no_opening_sentence_is_said_twice_to_one_lead(lines: list[Line]) -> None:
    """Without the name in front, which stands before each of them."""
    said = [opening_of(line["text"]).partition(", ")[2] for line in messages(lines)]
    assert [opening for opening, count in Counter(said).items() if count > 1] == []
    assert all(said)
