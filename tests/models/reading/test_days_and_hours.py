"""Each way to name a day with each way to name an hour, in the frames people put them in, at moments on which a calendar turns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from tests.models.reading.reads import reads, start_of

pytestmark = pytest.mark.requirement("AI-08", "AI-09")

TUESDAY, THURSDAY, FRIDAY, SATURDAY = 1, 3, 4, 5
WEEK = timedelta(days=7)
MOMENTS = (
    ("2026-03-05T10:20:00-07:00", "America/Denver"),  # the clocks go forward on Sunday
    ("2026-10-30T08:45:00-04:00", "America/New_York"),  # the month ends and they go back on Sunday
    ("2026-12-27T09:10:00-07:00", "America/Phoenix"),  # the year ends
    ("2028-02-28T09:05:00-08:00", "America/Los_Angeles"),  # and a leap day follows
)

EVERY = 5
"""Of all pairs of an hour and a frame, each day is put to this one in so many, a different share each."""

Day = Callable[[date], date]


def coming(weekday: int) -> Day:
    return lambda today: today + timedelta(days=(weekday - today.weekday()) % 7)


def next_week(weekday: int) -> Day:
    return lambda today: today - timedelta(days=today.weekday()) + WEEK + timedelta(days=weekday)


def dated(matches: Callable[[date], bool]) -> Day:
    """The first day from today on that matches."""
    return lambda today: next(day for ahead in range(400) if matches(day := today + timedelta(days=ahead)))


DAYS: dict[str, Day] = {
    "tomorrow": lambda today: today + timedelta(days=1),
    "the day after tomorrow": lambda today: today + timedelta(days=2),
    "sat": coming(SATURDAY),
    "this saturday": coming(SATURDAY),
    "next tuesday": next_week(TUESDAY),
    "next week on thursday": next_week(THURSDAY),
    "friday after next": lambda today: next_week(FRIDAY)(today) + WEEK,
    "a week from friday": lambda today: coming(FRIDAY)(today) + WEEK,
    "two weeks from saturday": lambda today: coming(SATURDAY)(today) + WEEK + WEEK,
    "a week from today": lambda today: today + WEEK,
    "the 14th": dated(lambda day: day.day == 14),
    "the 31st": dated(lambda day: day.day == 31),
    "the twentieth": dated(lambda day: day.day == 20),
    "dec 2nd": dated(lambda day: (day.month, day.day) == (12, 2)),
    "the 21st of june": dated(lambda day: (day.month, day.day) == (6, 21)),
}
HOURS: dict[str, time] = {
    "at 3": time(15),
    "at 10": time(10),
    "at 5:30": time(17, 30),
    "at 4 sharp": time(16),
    "around 2ish": time(14),
    "about 545ish": time(17, 45),
    "at half past 4": time(16, 30),
    "at quarter to 5": time(16, 45),
    "at four thirty": time(16, 30),
    "at noon": time(12),
    "on my lunch hour": time(12),
    "in the morning": time(9),
    "in the am": time(9),
    "right when you open": time(9),
    "at 9 when the doors open": time(9),
    "in the afternoon": time(12),
    "after work": time(17),
    "in the evening": time(18),
    "after 4": time(16),
    "not before 11": time(11),
    "between 2 and 4": time(14),
}
FRAMES = (
    ("{day} {hour}", "visit_time"),
    ("can i come by {day} {hour}", None),
    ("how about {hour} {day}?", None),
    ("i could do {day} {hour}", None),
    ("me and the wife will stop in {day} {hour}", None),
    ("{day} {hour} works for us", "visit_time"),
    ("lets say {day} {hour}", "visit_time"),
    ("I would like to see it {day} {hour} if that is alright.", None),
)


@pytest.mark.parametrize("day", DAYS)
def test_a_day_and_an_hour_are_read_together_in_whatever_frame(day: str) -> None:
    pairs = list(product(HOURS, FRAMES))
    first = list(DAYS).index(day) % EVERY
    for at in range(first, len(pairs), EVERY):
        hour, (frame, asked) = pairs[at]
        moment, zone = MOMENTS[(at // EVERY) % len(MOMENTS)]
        now = datetime.fromisoformat(moment)
        wanted = datetime.combine(DAYS[day](now.date()), HOURS[hour], ZoneInfo(zone))
        text = frame.format(day=day, hour=hour)
        appointment = reads(text, now=now, timezone=zone, asked=asked).appointment
        assert appointment is not None, f"{text!r} at {moment}"
        assert appointment.start == wanted, f"{text!r} at {moment}"


@pytest.mark.parametrize(
    ("text", "asked", "start"),
    [
        ("i get off at 5 so anytime after that today", None, "Wed 25 Nov 17:00"),
        ("doctor is at 10 tomorrow so like 11:15", "visit_time", "Thu 26 Nov 11:15"),
        ("i drop my son at 530 so 545ish tomorrow", "visit_time", "Thu 26 Nov 17:45"),
        ("if i leave now i hit traffic so 8", "visit_time", "Wed 25 Nov 20:00"),
        ("give me til 12:30, finishing a job", "visit_time", "Wed 25 Nov 12:30"),
        ("i would not make it until 7:30 tonight", "visit_time", "Wed 25 Nov 19:30"),
        ("any time friday except lunch", "visit_time", "Fri 27 Nov 00:00"),
        ("cualquier dia menos el martes", "visit_time", None),
        ("mejor el jueves, el miercoles no puedo", "visit_time", "Thu 26 Nov 00:00"),
        ("saturday, not friday", "visit_time", "Sat 28 Nov 00:00"),
        ("el viernes salgo temprano, a las 2 les caigo", None, "Fri 27 Nov 14:00"),
        ("weekend after next", "visit_time", "Sat 12 Dec 00:00"),
        ("the week of the 16th", "visit_time", "Wed 16 Dec 00:00"),
        ("let us say 11 sharp on the second", "visit_time", "Wed 02 Dec 11:00"),
        ("saturday 530 works", "visit_time", "Sat 28 Nov 17:30"),
        ("530", "visit_time", "Wed 25 Nov 17:30"),
        ("an hour", "visit_time", "Wed 25 Nov 11:00"),
        ("24 hours from now", "visit_time", "Thu 26 Nov 10:00"),
        ("after the holidays, say the 5th at 4", "visit_time", "Sat 05 Dec 16:00"),
        ("friday morning if you are open", None, "Fri 27 Nov 09:00"),
        ("four this afternoon", "visit_time", "Wed 25 Nov 16:00"),
        ("friday, six", "visit_time", "Fri 27 Nov 18:00"),
        ("around 5 december 14", "visit_time", "Mon 14 Dec 17:00"),
        ("dec 5th, saturday, ten am", "visit_time", "Sat 05 Dec 10:00"),
        ("practice lets out 5:15, we would roll up about 5:40", None, "Wed 25 Nov 17:40"),
        ("ando saliendo a las 6, llego 6:40", None, "Wed 25 Nov 18:40"),
        ("could do friday before i go in at 2, like 12:30", "visit_time", "Fri 27 Nov 12:30"),
        ("noon does not work but 1 would", "visit_time", "Wed 25 Nov 13:00"),
        ("i could do early tomorrow", "visit_time", "Thu 26 Nov 09:00"),
        ("saturday's wide open for me", "visit_time", "Sat 28 Nov 00:00"),
        ("wed or thurs next week, afternoon", "visit_time", "Wed 02 Dec 12:00"),
        ("can you do 430 a month", None, None),
        ("i can put 500 down", None, None),
    ],
)
def test_a_visit_is_told_by_what_stands_around_it(text: str, asked: str | None, start: str | None) -> None:
    assert start_of(reads(text, asked=asked)) == start
