"""Moments and spans as people read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.snapshots.board import TimerView
from desk.views import formats, timers
from desk.views.gallery.samples import NOW, ZONE, running


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize(
    ("away", "shown"),
    [
        (timedelta(minutes=-6), ("6 m over", True)),
        (timedelta(days=-1, minutes=-5), ("1 d over", True)),
        (timedelta(seconds=-30), ("now", False)),
        (timedelta(minutes=1), ("in 1 m", False)),
        (timedelta(minutes=23), ("9:35", False)),
        (timedelta(hours=5), ("2:12", False)),
        (timedelta(days=1), ("Wed 9:12", False)),
        (timedelta(days=7), ("Oct 21", False)),
    ],
)
def test_due_times(away: timedelta, shown: tuple[str, bool]) -> None:
    assert formats.due(NOW + away, NOW, ZONE) == shown


@pytest.mark.requirement("DESK-02")
def test_a_moment_is_shown_in_the_zone_asked_for() -> None:
    moment = datetime(2025, 10, 14, 15, 35, tzinfo=UTC)
    assert formats.clock_full(moment, "America/Boise") == "9:35 AM"
    assert formats.clock_full(moment, "America/New_York") == "11:35 AM"
    assert formats.day_long(moment - timedelta(days=1), "America/Boise", moment) == "Yesterday"


@pytest.mark.requirement("ILM-10")
@pytest.mark.parametrize(
    ("left", "whole", "tone", "words"),
    [
        (820, 900, "ok", "13:40"),
        (300, 900, "ok", "5:00"),
        (299, 900, "warn", "4:59"),
        (46, 600, "warn", "0:46"),
        (-228, 900, "bad", "+3:48"),
        (-7500, 900, "bad", "+2 h 5 m"),
    ],
)
def test_timer_counts_down_then_up(left: int, whole: int, tone: str, words: str) -> None:
    face = timers.timer_face(running(left, whole), NOW)
    assert face is not None
    assert (face.tone, face.text) == (tone, words)


@pytest.mark.requirement("ILM-10")
def test_an_answered_timer_shows_the_time_taken() -> None:
    face = timers.timer_face(TimerView("answered", took_s=120), NOW)
    assert face is not None
    assert (face.tone, face.text) == ("quiet", "2 m")
    assert timers.timer_face(TimerView(), NOW) is None


@pytest.mark.requirement("DESK-01")
@given(st.integers(0, 10**7))
def test_a_span_never_says_sixty(seconds: int) -> None:
    """A carried minute is an hour: 60 s and 60 m do not exist."""
    assert not {"60 s", "60 m"} & {formats.span_exact(seconds)[:4], formats.span_exact(seconds)[-4:]}
    assert formats.span(seconds).split()[0].isdigit()


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("08:30-18:30", "8:30 – 6:30"),
        ("09:00-20:00", "9 – 8"),
        ("09:00-12:00,13:00-17:00", "9 – 12,1 – 5"),
        ("00:00-12:30", "12 – 12:30"),
        ("off today", "off today"),
    ],
)
def test_shifts_read_as_people_say_them(kept: str, read: str) -> None:
    assert formats.hours_of(kept) == read


@pytest.mark.requirement("DESK-01")
def test_a_day_in_full() -> None:
    assert (
        formats.day_full(datetime(2026, 10, 15, 2, 0, tzinfo=UTC), "America/Boise") == "Wednesday, October 14"
    )
