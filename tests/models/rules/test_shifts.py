"""Staffed time: it adds up, it stands still at night and on holidays, and a night of changing clocks is no
trap.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.rules.shifts import closing, next_opening, on_shift, staffed_add, staffed_between
from tests.models.rules.given import MINUTE, MONDAY, WEEK, person, store

HOUSE = store()
SPLIT = person("ana", "bdc", shift={"mon": "08:00-12:00,13:00-17:00"})


def at(text: str, zone: str = "America/Phoenix") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.requirement("ILM-09")
@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2026-03-02T10:00", 15, "2026-03-02T10:15"),
        ("2026-03-02T19:50", 15, "2026-03-03T09:05"),  # ten minutes tonight, five tomorrow
        ("2026-03-02T22:00", 15, "2026-03-03T09:15"),
        ("2026-03-07T17:55", 15, "2026-03-09T09:10"),  # Saturday to Monday: Sunday has no hours
    ],
)
def test_the_clock_runs_in_store_hours_where_no_person_is_named(start: str, minutes: int, end: str) -> None:
    assert staffed_add(at(start), minutes * MINUTE, (), HOUSE) == at(end)


@pytest.mark.requirement("ILM-09")
def test_a_split_shift_rests_over_lunch() -> None:
    assert staffed_add(at("2026-03-02T11:50"), 15 * MINUTE, (SPLIT,), HOUSE) == at("2026-03-02T13:05")
    assert not on_shift(SPLIT, at("2026-03-02T12:30"), HOUSE)
    assert on_shift(SPLIT, at("2026-03-02T16:59"), HOUSE)
    assert not on_shift(SPLIT, at("2026-03-02T17:00"), HOUSE)


@pytest.mark.requirement("ILM-09")
def test_it_runs_while_anyone_named_is_at_work() -> None:
    late = person("ben", shift={"mon": "14:00-20:00"})
    assert staffed_add(at("2026-03-02T11:00"), timedelta(hours=3), (SPLIT, late), HOUSE) == at(
        "2026-03-02T15:00"
    )
    assert staffed_between(at("2026-03-02T00:00"), at("2026-03-03T00:00"), (SPLIT, late), HOUSE) == timedelta(
        hours=11
    )


@pytest.mark.requirement("FLOW-01")
def test_away_and_holidays_take_a_person_out() -> None:
    away = person("ben", away_until=at("2026-03-03T12:00"))
    assert not on_shift(away, MONDAY, HOUSE)
    assert next_opening(MONDAY, (away,), HOUSE) == at("2026-03-03T12:00")
    closed = store(holidays=frozenset({date(2026, 3, 2)}))
    assert next_opening(MONDAY, (), closed) == at("2026-03-03T09:00")
    assert not on_shift(person("carl"), MONDAY, closed)
    assert not on_shift(person("carl", active=False), MONDAY, HOUSE)


@pytest.mark.requirement("FLOW-02")
def test_the_working_day_ends_with_its_last_hours() -> None:
    assert closing(MONDAY, HOUSE) == at("2026-03-02T20:00")
    assert closing(at("2026-03-02T21:00"), HOUSE) == at("2026-03-03T20:00")


@pytest.mark.requirement("ILM-09")
def test_a_store_without_hours_counts_the_plain_clock() -> None:
    assert staffed_add(MONDAY, 15 * MINUTE, (), store(hours={})) == MONDAY + 15 * MINUTE


@pytest.mark.requirement("ILM-09")
@pytest.mark.parametrize(
    ("day", "hours"),
    [("2026-03-08", 7), ("2026-11-01", 9), ("2026-03-09", 8)],
    ids=["spring", "autumn", "plain"],
)
def test_a_night_shift_counts_the_hours_that_really_pass(day: str, hours: int) -> None:
    night = store(zone="America/Denver", hours=dict.fromkeys(WEEK | {"sun": ""}, "00:00-08:00"))
    begin = at(f"{day}T00:00", "America/Denver")
    assert staffed_between(begin, begin + timedelta(hours=10), (), night) == timedelta(hours=hours)
    assert staffed_add(begin, timedelta(hours=hours), (), night) == at(f"{day}T08:00", "America/Denver")


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001
SPANS = st.timedeltas(timedelta(seconds=1), timedelta(days=3))
DENVER = store(zone="America/Denver")


@pytest.mark.requirement("ILM-09")
@given(MOMENTS, SPANS, SPANS)
def test_staffed_time_adds_up(start: datetime, one: timedelta, two: timedelta) -> None:
    assert staffed_add(staffed_add(start, one, (), DENVER), two, (), DENVER) == staffed_add(
        start, one + two, (), DENVER
    )


@pytest.mark.requirement("ILM-09")
@given(MOMENTS, SPANS)
def test_adding_and_measuring_agree(start: datetime, span: timedelta) -> None:
    end = staffed_add(start, span, (), DENVER)
    assert staffed_between(start, end, (), DENVER) == span
    assert next_opening(start, (), DENVER) <= end
