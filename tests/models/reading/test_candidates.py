"""The moments among which the visit's is chosen: each way of telling one is heard, whatever the chooser then makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models.rules.reading import MessageIn, read
from desk.models.rules.reading.chooser import Candidate
from desk.services.lexicon import load_lexicon
from tests.models.reading.reads import WEDNESDAY

pytestmark = pytest.mark.requirement("AI-08", "AI-09")

MINUTES = st.integers(min_value=5, max_value=55)
HOUR = st.integers(min_value=1, max_value=6)


class Listens:
    """Hears the candidates and takes none."""

    def __init__(self) -> None:
        self.heard: Sequence[Candidate] = ()

    def pick(self, candidates: Sequence[Candidate]) -> None:
        self.heard = candidates


def candidates(text: str, now: datetime = WEDNESDAY, asked: str | None = None) -> list[datetime]:
    """Gives the moments heard in a text, to the minute, in the order said."""
    listens = Listens()
    message = MessageIn(id="m1", text=text, now=now, timezone="America/Phoenix", asked=asked)
    read(message, replace(load_lexicon(), chooser=listens))
    return [one.moment.start for one in listens.heard if one.moment.start]


def told(text: str, asked: str | None = None) -> list[str]:
    return [start.strftime("%a %d %b %H:%M") for start in candidates(text, asked=asked)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("el sabado tempranito paso a verla", "Sat 28 Nov 09:00"),
        ("el sabado por la mañanita", "Sat 28 Nov 09:00"),
        ("el fin de semana ando libre", "Sat 28 Nov 00:00"),
        ("pasao mañana a las 2", "Fri 27 Nov 14:00"),
        ("tom afternoon good", "Thu 26 Nov 12:00"),
        ("aft work tomorrow", "Thu 26 Nov 17:00"),
        ("nooner tmrw", "Thu 26 Nov 12:00"),
        ("fri noon thirty", "Fri 27 Nov 12:30"),
        ("noon friday or 1", "Fri 27 Nov 12:00"),
        ("el viernes 27 a medio dia", "Fri 27 Nov 12:00"),
        ("el miercoles 2 de 9 a 12 la llevo", "Wed 02 Dec 09:00"),
        ("les caigo el 28 como a la 1", "Sat 28 Nov 13:00"),
        ("mañana sabado no, el viernes 12:30, mi hijo juega", "Fri 27 Nov 12:30"),
        ("la otra semana el martes a las 6", "Tue 01 Dec 18:00"),
        ("next week sometime, tuesday at 5", "Tue 01 Dec 17:00"),
        ("the week of the 14th is clear for us. friday evening?", "Fri 18 Dec 18:00"),
        ("next week is open for me. friday at 5?", "Fri 04 Dec 17:00"),
        ("not this saturday, the one after", "Sat 05 Dec 00:00"),
        ("not this saturday, next one at 11", "Sat 05 Dec 11:00"),
        ("either sat or sun but my vote is sunday, after 12 mass so like 1:30", "Sun 29 Nov 13:30"),
        ("mañana no, pasado mañana sí, como 11", "Fri 27 Nov 11:00"),
        ("a week from tomorrow at 11 is my first open day", "Thu 03 Dec 11:00"),
        ("can u meet me at 7 tomorrow before my route", "Thu 26 Nov 07:00"),
        ("Of the three, Friday at 9:45.", "Fri 27 Nov 09:45"),
        ("forgot i had jury duty weds. can i come the following day at 5", "Thu 26 Nov 17:00"),
        ("christmas wont work. day before is good, 12", "Thu 24 Dec 12:00"),
        ("too wet to stop by today, 6pm friday", "Fri 27 Nov 18:00"),
    ],
)
def test_a_day_and_its_hour_are_heard(text: str, wanted: str) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("i will come friday @ 5 when my shift ends", "Fri 27 Nov 17:00"),
        ("so sunday, 3, when im human", "Sun 29 Nov 15:00"),
        ("2 15 today", "Wed 25 Nov 14:15"),
        ("december 2nd, 9 45, dont be late", "Wed 02 Dec 09:45"),
        ("say 3 30", "Wed 25 Nov 15:30"),
        ("leaving at 10 so figure 1230 1 oclock", "Wed 25 Nov 12:30"),
        ("sunday brunch is at 11 so 130 after that", "Sun 29 Nov 13:30"),
        ("830 9 somewhere in there tomorrow", "Thu 26 Nov 08:30"),
        ("i would pass your showroom about ten to five", "Wed 25 Nov 16:50"),
        ("llegamos como 4 y 20", "Wed 25 Nov 16:20"),
        ("cant do four tomorrow but five's fine", "Thu 26 Nov 17:00"),
        ("fri 27 nov 15h30", "Fri 27 Nov 15:30"),
        ("thur 16h", "Thu 26 Nov 16:00"),
        ("can we bump it up to 1", "Wed 25 Nov 13:00"),
        ("is 8 too late", "Wed 25 Nov 20:00"),
        ("the ride wont get me there til 5:20", "Wed 25 Nov 17:20"),
    ],
)
def test_an_hour_is_heard_however_it_is_written(text: str, wanted: str) -> None:
    assert wanted in told(text, asked="visit_time")


@pytest.mark.parametrize("text", ["afternoon", "evening is better for me"])
def test_a_part_of_the_day_is_an_answer(text: str) -> None:
    assert told(text, asked="visit_time")


@pytest.mark.parametrize(
    "text",
    [
        "test drive of the ioniq 5 on thursday, november 26th at 5:30 pm",
        "taking my mom to see the rav 4 thursday at 5:30 pm",
        "got 3 dealers to see thursday at 5:30 pm",
    ],
)
def test_the_number_of_a_model_or_of_stores_is_no_hour(text: str) -> None:
    assert told(text) == ["Thu 26 Nov 17:30"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I would be glad to come Monday at 2. I could wait until Tuesday", "Mon 30 Nov 14:00"),
        ("4:45. and no im not the 3:30 guy that was my brother", "Wed 25 Nov 16:45"),
        ("sold mine on sunday so no trade now. still coming at 11", "Wed 25 Nov 11:00"),
        ("thursday at 5, no wait, make it 5:30", "Thu 26 Nov 17:30"),
    ],
)
def test_only_a_correction_takes_a_time_back(text: str, wanted: str) -> None:
    assert wanted in told(text)


def test_what_is_taken_back_outright_is_no_candidate() -> None:
    assert told("thursday at 5, no wait, make it 5:30") == ["Thu 26 Nov 17:30"]


@settings(deadline=None, max_examples=20)
@given(
    minutes=MINUTES,
    way=st.sampled_from(
        ("llego en {}", "on my way, {} min", "im {} out", "estoy a {} min", "{} mins away", "{} minutos y llego",
         "dont sell it on me man im {} min away",
         "voy para alla, llego como en {} minutos", "leaving the house soon, {} minutes. keep it there")
    ),
)  # fmt: skip
def test_a_time_from_now_is_counted_from_the_message(minutes: int, way: str) -> None:
    assert WEDNESDAY + timedelta(minutes=minutes) in candidates(way.format(minutes))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("half an hour?", 30), ("couple hrs, finishing a roof", 120), ("on my way, like 15", 15)],
)
def test_a_stretch_of_time_alone_is_counted_from_now(text: str, minutes: int) -> None:
    assert WEDNESDAY + timedelta(minutes=minutes) in candidates(text)


@settings(deadline=None, max_examples=20)
@given(
    minutes=MINUTES,
    hour=HOUR,
    way=st.sampled_from(("running {} min late for my {}", "ill be {} late to {}:00")),
)
def test_late_to_an_hour_is_that_long_after_it(minutes: int, hour: int, way: str) -> None:
    at = WEDNESDAY.replace(hour=hour + 12)
    assert candidates(way.format(minutes, hour)) == [at + timedelta(minutes=minutes)]


@settings(deadline=None, max_examples=20)
@given(minutes=MINUTES, hour=HOUR, way=st.sampled_from(("earlier", "sooner", "later")))
def test_earlier_is_counted_from_the_hour_named_beside_it(minutes: int, hour: int, way: str) -> None:
    moved = timedelta(minutes=minutes) * (1 if way == "later" else -1)
    at = WEDNESDAY.replace(hour=hour + 12) + timedelta(days=1)
    assert at + moved in candidates(f"{minutes} minutes {way} tomorrow possible? have us at {hour}")


@pytest.mark.parametrize("text", ["can we do 30 min later", "could i come half an hour earlier than we said"])
def test_later_than_an_hour_nobody_names_is_no_moment(text: str) -> None:
    assert not told(text)
