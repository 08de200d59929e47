"""Appointment phrases with a dealership's sense of the hour, in the store's zone (AI-08, AI-09)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.models.reading.reads import reads, start_of

pytestmark = pytest.mark.requirement("AI-09", "AI-08")

# Said on Wednesday 25 November 2026 at 10:00.
PHRASES = [
    ("we close on the house at 1 thursday so more like 3 for the truck", "Thu 26 Nov 15:00", "hour"),
    ("school pickup is at 2:50, could do 3:20 today", "Wed 25 Nov 15:20", "minute"),
    ("saturday but not before noon", "Sat 28 Nov 12:00", "hour"),
    ("Wednesday next at half past ten would suit me", "Wed 02 Dec 10:30", "minute"),
    ("tues, same 4 o clock", "Tue 01 Dec 16:00", "hour"),
    ("Thursday eleven locked in", "Thu 26 Nov 11:00", "hour"),
    ("can you squeeze me in at 7:30 before i go to work tomorrow", "Thu 26 Nov 07:30", "minute"),
    ("just left the house, probably 45 minutes", "Wed 25 Nov 10:45", "minute"),
    ("eleven in the morning on the 28th", "Sat 28 Nov 11:00", "hour"),
    ("omw\nmaps says 22 min", "Wed 25 Nov 10:22", "minute"),
    ("2morow at 5 ok?", "Thu 26 Nov 17:00", "hour"),
    ("fri 5 30", "Fri 27 Nov 17:30", "minute"),
    ("i knock off at 330, be there by 4", "Wed 25 Nov 16:00", "hour"),
    ("be there in like 20 if the bridge is up", "Wed 25 Nov 10:20", "minute"),
    ("tomorrow 1 or 2 whatever works", "Thu 26 Nov 13:00", "hour"),
    ("el sabado 12 a las 9:30", "Sat 12 Dec 09:30", "minute"),
    ("they finish Wednesday and i can be there Thursday at 9:30", "Thu 26 Nov 09:30", "minute"),
    ("i get my check the 15th can i come at 9 30 that morning", "Tue 15 Dec 09:30", "minute"),
    ("estoy a 10 minutos", "Wed 25 Nov 10:10", "minute"),
    ("can i come in at 3", "Wed 25 Nov 15:00", "hour"),
    ("tomorrow at 3", "Thu 26 Nov 15:00", "hour"),
    ("tmrw 10:30 ok?", "Thu 26 Nov 10:30", "minute"),
    ("Sat morning", "Sat 28 Nov 09:00", "part"),
    ("saturday afternoon works", "Sat 28 Nov 12:00", "part"),
    ("friday after work", "Fri 27 Nov 17:00", "part"),
    ("thursday evening", "Thu 26 Nov 18:00", "part"),
    ("the 14th around noon", "Mon 14 Dec 12:00", "hour"),
    ("Thursday or Friday", "Thu 26 Nov 00:00", "day"),
    ("in 2 hrs", "Wed 25 Nov 12:00", "minute"),
    ("i can be there in half an hour", "Wed 25 Nov 10:30", "minute"),
    ("not before 6 tomorrow", "Thu 26 Nov 18:00", "hour"),
    ("any time after 5 on friday", "Fri 27 Nov 17:00", "hour"),
    ("half past 4 on Monday", "Mon 30 Nov 16:30", "minute"),
    ("quarter to 5 today", "Wed 25 Nov 16:45", "minute"),
    ("day after tomorrow at 11", "Fri 27 Nov 11:00", "hour"),
    ("next tuesday 2pm", "Tue 01 Dec 14:00", "hour"),
    ("12/3 at 9:15am", "Thu 03 Dec 09:15", "minute"),
    ("Dec 5th 1 pm", "Sat 05 Dec 13:00", "hour"),
    ("between 2 and 4 tomorrow", "Thu 26 Nov 14:00", "hour"),
    ("this weekend", "Sat 28 Nov 00:00", "day"),
    ("tonight at 7", "Wed 25 Nov 19:00", "hour"),
    ("first thing tomorrow", "Thu 26 Nov 09:00", "part"),
    ("Monday at 12", "Mon 30 Nov 12:00", "hour"),
    ("mañana a las 4", "Thu 26 Nov 16:00", "hour"),
    ("pasado mañana a las 10 de la mañana", "Fri 27 Nov 10:00", "hour"),
    ("el sábado a las 3 y media", "Sat 28 Nov 15:30", "minute"),
    ("el viernes después del trabajo", "Fri 27 Nov 17:00", "part"),
    ("el lunes por la mañana", "Mon 30 Nov 09:00", "part"),
    ("sunday 1ish", "Sun 29 Nov 13:00", "hour"),
    ("sat @ 11", "Sat 28 Nov 11:00", "hour"),
    ("tmrw 1030a", "Thu 26 Nov 10:30", "minute"),
    ("1400 tomorrow", "Thu 26 Nov 14:00", "hour"),
    ("ten past four on friday", "Fri 27 Nov 16:10", "minute"),
    ("the first saturday in february at 11", "Sat 06 Feb 11:00", "hour"),
    ("Thursday at 5, no wait, make it 5:30", "Thu 26 Nov 17:30", "minute"),
    ("Monday is out but tuesday 12:30 is wide open", "Tue 01 Dec 12:30", "minute"),
    ("in three days, 9:30 in the morning", "Sat 28 Nov 09:30", "minute"),
    ("put me down for friday three pm", "Fri 27 Nov 15:00", "hour"),
    ("Two thirty on Friday is fine", "Fri 27 Nov 14:30", "minute"),
    ("a week from tomorrow at 11 i can come", "Thu 03 Dec 11:00", "hour"),
    ("Afternoons are best. Is Friday at 3:30 open?", "Fri 27 Nov 15:30", "minute"),
    ("is memorial day sale on? hold the truck til friday, i can come at 4", "Fri 27 Nov 16:00", "hour"),
    ("friday 9:45am sharp, i hate waiting", "Fri 27 Nov 09:45", "minute"),
]

NO_VISIT = [
    "call me at 3", "can someone call me tomorrow after 5", "llámeme mañana a las 4", "is it a 2019", "how about 18,500",
    "87,000 miles", "what time do you close saturday", "i was there saturday", "i called monday and no answer",
    "602-555-0142", "my lease ends in march", "72 months", "it is a 2 hour drive", "cancel my 3 pm", "24/7 service?",
    "payment under 400 a month", "owe 12 on it", "I bought it in October 2024", "need it delivered by friday",
    "not saturday", "3 owners", "check back in january",
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "precision"), PHRASES)
def test_a_phrase_names_its_moment(text: str, start: str, precision: str) -> None:
    reading = reads(text)
    assert start_of(reading) == start, reading
    assert reading.appointment is not None
    assert reading.appointment.precision == precision
    assert reading.action in ("book", "reschedule"), "one day for another sounds like a visit that is moved"


@pytest.mark.parametrize("text", NO_VISIT)
def test_other_numbers_and_times_are_no_visit(text: str) -> None:
    assert reads(text).appointment is None


def test_a_range_has_an_end() -> None:
    two_to_four = reads("tomorrow between 2 and 4").appointment
    days = reads("thursday or friday").appointment
    assert two_to_four is not None
    assert two_to_four.end == datetime.fromisoformat("2026-11-26T16:00:00-07:00")
    assert days is not None
    assert days.end == datetime.fromisoformat("2026-11-28T00:00:00-07:00")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("can i come before 9am saturday", "Sat 28 Nov 00:00", "Sat 28 Nov 09:00"),
        ("before 9am", "Thu 26 Nov 00:00", "Thu 26 Nov 09:00"),
        ("can i come before 6", "Wed 25 Nov 10:00", "Wed 25 Nov 18:00"),
        ("before 10 tomorrow", "Thu 26 Nov 09:00", "Thu 26 Nov 10:00"),
        ("antes de las 9 el sabado", "Sat 28 Nov 00:00", "Sat 28 Nov 09:00"),
        ("im free until 3 today", "Wed 25 Nov 10:00", "Wed 25 Nov 15:00"),
        ("no later than 5", "Wed 25 Nov 10:00", "Wed 25 Nov 17:00"),
        ("i can come before work tomorrow", "Thu 26 Nov 09:00", "Thu 26 Nov 12:00"),
    ],
)
def test_a_bound_is_no_hour_of_its_own(text: str, start: str, end: str) -> None:
    reading = reads(text)
    assert reading.appointment is not None
    assert reading.appointment.precision == "part"
    assert start_of(reading) == start
    if reading.appointment.end is not None:
        assert reading.appointment.end.strftime("%a %d %b %H:%M") == end


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("i work until 6 tomorrow, can i come after that", "Thu 26 Nov 18:00"),
        ("is it still for sale? im at work till 5, could swing by after", "Wed 25 Nov 17:00"),
        ("estoy trabajando hasta las 5, puedo pasar despues", "Wed 25 Nov 17:00"),
        ("530?", "Wed 25 Nov 17:30"),
    ],
)
def test_what_stands_in_the_way_until_an_hour_ends_then(text: str, start: str) -> None:
    assert start_of(reads(text, asked="visit_time")) == start


def test_before_an_hour_reaches_from_the_stores_own_opening() -> None:
    hours = {weekday: (time(7, 30), time(20)) for weekday in range(7)}
    assert start_of(reads("before 9 tomorrow", store_open=hours)) == "Thu 26 Nov 07:30"


def test_the_phrase_is_the_customers_own_wording() -> None:
    appointment = reads("hey!! could i come TMRW @ 3pm?").appointment
    assert appointment is not None
    assert appointment.phrase == "TMRW @ 3pm"


def test_a_later_opening_moves_the_part_of_the_day() -> None:
    hours = {weekday: (time(10), time(20)) for weekday in range(7)}
    assert start_of(reads("tomorrow morning", store_open=hours)) == "Thu 26 Nov 10:00"


@pytest.mark.parametrize(
    ("text", "asked", "intents", "action"),
    [
        ("3 works", "visit_time", {"confirm_time"}, "book"),
        ("yes", "visit_time", {"yes", "confirm_time"}, "book"),
        ("yes", "call", {"yes", "call_me"}, "hand_off"),
        ("no", "visit_time", {"no"}, "ask"),
        ("still on for 3?", None, {"confirm_time"}, "book"),
        ("can we move it to 5 instead", None, {"propose_time", "reschedule"}, "reschedule"),
        ("actually 11", "visit_time", {"propose_time"}, "book"),
        ("no, 3", "visit_time", {"propose_time"}, "book"),
        ("a las 7 estoy libre", "call", {"call_me"}, "hand_off"),
    ],
)
def test_an_answer_is_read_with_its_question(
    text: str, asked: str | None, intents: set[str], action: str
) -> None:
    reading = reads(text, asked=asked)
    assert set(reading.intents) - {"unclear"} >= intents
    assert reading.action == action


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("can we push my 2 to 3:30", "Wed 25 Nov 15:30"),
        ("move me from friday to saturday at 12:30 please", "Sat 28 Nov 12:30"),
        ("may be 1:30 instead of 1 tomorrow, still ok?", "Thu 26 Nov 13:30"),
        ("ignore my 2 oclock, can we do tomorrow same time instead", "Thu 26 Nov 14:00"),
    ],
)
def test_what_an_appointment_is_moved_to_is_its_time(text: str, start: str) -> None:
    assert start_of(reads(text)) == start


@pytest.mark.parametrize(
    ("text", "start"),
    [("on my way, 15 min", "Wed 25 Nov 10:15"), ("voy en camino, como 20 minutos", "Wed 25 Nov 10:20")],
)
def test_who_is_under_way_arrives_when_they_say(text: str, start: str) -> None:
    assert start_of(reads(text)) == start


@pytest.mark.parametrize(
    ("text", "day"),
    [("surgery tuesday. check back on december 30", "2026-12-30"),
     ("back on the 7th, give me until the 9th", "2026-12-09"), ("circle back june 1st", "2027-06-01"), ("hit me up in two weeks", "2026-12-09"), ("bug me monday", "2026-11-30"),
     ("deployed through March 15, 2027", "2027-03-15"), ("text me the day after christmas", "2026-12-26"),
     ("not now, try me the monday after thanksgiving", "2026-11-30"), ("not now, ask me in a fortnight", "2026-12-09"),
     ("not ready, my bonus comes on dec 15, write the day after", "2026-12-16"),
     ("not ready yet, baby due December 10, try me a month after that", "2027-01-10"),
     ("not ready. done with harvest Nov 27, reach out the week after", "2026-12-04"),
     ("not now. my mother moves on the 5th, write on December 28", "2026-12-28"),
     ("not now. remind me the second of february", "2027-02-02"), ("not now, try again end of january", "2027-01-31"),
     ("not before feb", "2027-02-01"), ("try me after memorial day", "2027-05-31"),
     ("not now, buying a house. june at the soonest", "2027-06-01"), ("cant yet, im in a cast. 5 weeks the man says", "2026-12-30"),
     ("not until I sell mine. figure a month", "2026-12-25"), ("not now, hold off till after hay season call it September", "2027-09-01"),
     ("not now. after labor day, say the 8th", "2027-09-08"), ("not now, come february when my bonus lands, ping me the 15th", "2027-02-15")],
)  # fmt: skip
def test_a_wish_to_be_asked_again_names_its_date(text: str, day: str) -> None:
    reading = reads(text)
    assert (reading.action, str(reading.resume_on)) == ("pause_until", day)


def test_a_later_date_pauses_until_it() -> None:
    reading = reads("not now, try me again on january 10")
    assert (reading.action, str(reading.resume_on), reading.appointment) == (
        "pause_until",
        "2027-01-10",
        None,
    )


def test_an_hour_of_a_weekday_that_has_passed_today_is_next_weeks_and_not_tonights() -> None:
    saturday = datetime.fromisoformat("2026-11-28T14:00:00-07:00")
    assert start_of(reads("could drive it saturday 10", now=saturday)) == "Sat 05 Dec 10:00"
    assert start_of(reads("saturday at 8 works", now=saturday)) == "Sat 28 Nov 20:00"


@pytest.mark.parametrize(
    ("now", "zone", "text", "start"),
    [
        ("2026-10-31T22:00:00-04:00", "America/New_York", "tomorrow at 9", "2026-11-01T09:00:00-05:00"),
        ("2026-03-07T22:00:00-05:00", "America/New_York", "tomorrow at 3", "2026-03-08T15:00:00-04:00"),
        (
            "2026-03-08T01:30:00-05:00",
            "America/New_York",
            "in 2 hours i can come",
            "2026-03-08T04:30:00-04:00",
        ),
        ("2026-12-31T23:58:00-07:00", "America/Phoenix", "tomorrow at noon", "2027-01-01T12:00:00-07:00"),
        ("2026-11-26T05:30:00+00:00", "America/Phoenix", "tomorrow at 3", "2026-11-26T15:00:00-07:00"),
    ],
)
def test_the_stores_own_clock_counts(now: str, zone: str, text: str, start: str) -> None:
    appointment = reads(text, now=datetime.fromisoformat(now), timezone=zone).appointment
    assert appointment is not None
    assert appointment.start == datetime.fromisoformat(start)


ZONES = [
    "America/Phoenix",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "Pacific/Honolulu",
    "America/Anchorage",
]


@settings(deadline=None, max_examples=150)
@given(
    now=st.datetimes(datetime(2024, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES),
    hour=st.integers(9, 19),
)
def test_tomorrow_at_an_hour_is_that_wall_clock_hour_of_the_next_day(
    now: datetime, zone: str, hour: int
) -> None:
    said = f"{hour % 12 or 12} {'am' if hour < 12 else 'pm'}"
    appointment = reads(f"tomorrow at {said}", now=now, timezone=zone).appointment
    assert appointment is not None
    assert appointment.start is not None
    local = appointment.start.astimezone(ZoneInfo(zone))
    today = now.astimezone(ZoneInfo(zone)).date()
    assert (local.date(), local.hour, local.minute) == (today + timedelta(days=1), hour, 0)


@settings(deadline=None, max_examples=100)
@given(
    now=st.datetimes(datetime(2024, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    day=st.sampled_from(
        ["monday", "tuesday", "wed", "thu", "friday", "sat", "sunday", "lunes", "sábado", "domingo"]
    ),
)
def test_a_weekday_is_within_the_next_seven_days(now: datetime, day: str) -> None:
    appointment = reads(f"{day} at 2pm works", now=now).appointment
    assert appointment is not None
    assert appointment.start is not None
    assert now - timedelta(hours=24) <= appointment.start <= now + timedelta(days=8)


def test_a_time_refused_for_another_moves_the_visit() -> None:
    reading = reads("Tomorrow will not work. Is Sunday at 1:30 possible?")
    assert reading.action == "reschedule"
    assert start_of(reading) == "Sun 29 Nov 13:30"


def test_an_answer_that_begins_with_a_number_names_the_hour() -> None:
    assert start_of(reads("thats too early i deliver til 2. 3?", asked="visit_time")) == "Wed 25 Nov 15:00"
