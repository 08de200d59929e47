"""The appointment phrases of the trade, said at any hour and anywhere: around midnight, on both nights the clocks change, at a year's end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.models.reading.reads import reads

pytestmark = pytest.mark.requirement("AI-08", "AI-09")

ZONES = ("America/New_York", "America/Denver", "America/Phoenix")
DAYS = (
    date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 9), date(2026, 11, 1), date(2026, 11, 2), date(2026, 12, 31),
    date(2027, 1, 1), date(2028, 2, 29), date(2026, 6, 18), date(2026, 6, 19),
)  # fmt: skip
CLOCKS = (
    time(0, 0),
    time(0, 30),
    time(1, 30),
    time(12, 0),
    time(14, 59),
    time(17, 30),
    time(20, 30),
    time(23, 59),
)
SATURDAY, THURSDAY = 5, 3

Wanted = Callable[[datetime], datetime]


def on(day: date, hour: int, minute: int = 0) -> datetime:
    """A wall-clock time, without its zone."""
    return datetime.combine(day, time(hour, minute))


def ahead(now: datetime, hour: int) -> datetime:
    """That hour today, or tomorrow where it has passed."""
    today = on(now.date(), hour)
    return today if today >= now.replace(tzinfo=None) else today + timedelta(days=1)


def coming(now: datetime, weekday: int) -> date:
    return now.date() + timedelta(days=(weekday - now.weekday()) % 7)


def saturday_morning(now: datetime) -> datetime:
    day = coming(now, SATURDAY)
    past = day == now.date() and now.hour >= 12
    return on(day + timedelta(days=7 if past else 0), 9)


def after_work(now: datetime) -> datetime:
    return on(now.date() + timedelta(days=1 if now.hour >= 20 else 0), 17)


def the_14th(now: datetime) -> datetime:
    first = now.date().replace(day=1)
    return on((first if now.day <= 14 else (first + timedelta(days=32)).replace(day=1)).replace(day=14), 12)


PHRASES: list[tuple[str, str, Wanted]] = [
    ("can i come in at 3", "hour", lambda now: ahead(now, 15)),
    ("after work", "part", after_work),
    ("Sat morning", "part", saturday_morning),
    ("the 14th around noon", "hour", the_14th),
    ("Thursday or Friday", "day", lambda now: on(coming(now, THURSDAY), 0)),
    ("not before 6", "hour", lambda now: ahead(now, 18)),
    ("mañana a las 4", "hour", lambda now: on(now.date() + timedelta(days=1), 16)),
]


def moments() -> list[tuple[str, datetime]]:
    """Each base once: what a clock shows there, also in the hour that comes twice."""
    told = {
        (zone, datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC))
        for zone in ZONES
        for day in DAYS
        for clock in CLOCKS
    }
    twice = {("America/New_York", datetime(2026, 11, 1, hour, 30, tzinfo=UTC)) for hour in (5, 6)}
    return sorted(told | twice)


@pytest.mark.parametrize(("text", "precision", "wanted"), PHRASES, ids=[text for text, _p, _w in PHRASES])
def test_a_phrase_means_the_same_at_any_hour_anywhere(text: str, precision: str, wanted: Wanted) -> None:
    for zone, moment in moments():
        now = moment.astimezone(ZoneInfo(zone))
        appointment = reads(text, now=now, timezone=zone, asked="visit_time").appointment
        assert appointment is not None, (zone, now)
        assert appointment.start is not None, (zone, now)
        local = appointment.start.astimezone(ZoneInfo(zone))
        assert (local.replace(tzinfo=None), appointment.precision) == (wanted(now), precision), (zone, now)


def test_in_two_hours_is_two_hours_of_time_on_every_night() -> None:
    for zone, moment in moments():
        appointment = reads("in 2 hrs", now=moment.astimezone(ZoneInfo(zone)), timezone=zone).appointment
        assert appointment is not None, (zone, moment)
        assert appointment.start is not None, (zone, moment)
        assert appointment.start - moment.replace(second=0) == timedelta(hours=2), (zone, moment)
