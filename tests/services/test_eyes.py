"""A channel counts as read when the last of its sources was: an unseen STOP may wait in any of them (R24)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk.models.words import Channel
from desk.services.eyes import Eyes

pytestmark = pytest.mark.rule("R24")
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_one_source_is_read_when_it_was() -> None:
    eyes = Eyes()
    assert eyes.read_at(Channel.EMAIL, NOON) is None
    eyes.note(Channel.EMAIL, NOON)
    assert eyes.read_at(Channel.EMAIL, NOON) == NOON
    assert eyes.read_at(Channel.TEXT, NOON) is None


def test_of_several_the_one_read_longest_ago_counts() -> None:
    eyes = Eyes()
    eyes.expect(Channel.EMAIL, ["Used cars"])
    eyes.note(Channel.EMAIL, NOON)
    assert eyes.read_at(Channel.EMAIL, NOON) is None, "the other one was not looked at yet"
    eyes.note(Channel.EMAIL, NOON - 9 * MINUTE, "Used cars")
    assert eyes.read_at(Channel.EMAIL, NOON) == NOON - 9 * MINUTE
    eyes.note(Channel.EMAIL, NOON + MINUTE, "Used cars")
    assert eyes.read_at(Channel.EMAIL, NOON) == NOON


def test_a_source_that_was_taken_away_holds_nothing_up_and_a_sleep_forgets_all() -> None:
    eyes = Eyes()
    eyes.expect(Channel.EMAIL, ["Used cars"])
    eyes.note(Channel.EMAIL, NOON)
    eyes.expect(Channel.EMAIL, [])
    assert eyes.read_at(Channel.EMAIL, NOON) == NOON
    eyes.shut(NOON)
    assert eyes.read_at(Channel.EMAIL, NOON) is None
