"""When a person may be called or texted: section 2 row by row, and the arithmetic of wall clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk.models.rules.gate import (
    ANYWHERE,
    GateRules,
    Halt,
    Outcome,
    Place,
    allowed_at,
    closes_at,
    explain,
    is_open,
    next_opening,
)
from desk.services.compliance import load_gate_rules
from tests.models.gate.builders import local

# A plain weekday, Saturday and Sunday, and a federal holiday; the rows are as section 2 has them.
WEEK = (date(2026, 12, 2), date(2026, 12, 5), date(2026, 12, 6), date(2026, 5, 25))
CLOSED = ""
SECTION_2 = {
    "AL": ("8-20", "8-20", CLOSED, CLOSED),
    "AZ": ("8-21", "8-21", "8-21", "8-21"),
    "CT": ("9-20", "9-20", "9-20", "9-20"),
    "FL": ("8-20", "8-20", "8-20", "8-20"),
    "KY": ("10-21", "10-21", "10-21", "10-21"),
    "LA": ("8-20", "8-20", CLOSED, CLOSED),
    "MA": ("8-20", "8-20", "8-20", "8-20"),
    "MD": ("8-20", "8-20", "8-20", "8-20"),
    "MI": ("9-21", "9-21", "9-21", "9-21"),
    "MN": ("9-21", "9-21", "9-21", "9-21"),
    "MS": ("8-20", "8-20", CLOSED, "8-20"),
    "NM": ("9-21", "9-21", "9-21", "9-21"),
    "NV": ("9-20", "9-20", "9-20", "9-20"),
    "NY": ("8-21", "8-21", "8-21", "8-21"),
    "OK": ("8-20", "8-20", "8-20", "8-20"),
    "PA": ("8-21", "8-21", "8-21", CLOSED),
    "RI": ("9-18", "10-17", CLOSED, CLOSED),
    "SC": ("8-21", "8-21", "8-21", "8-21"),
    "SD": ("9-21", CLOSED, CLOSED, "9-21"),
    "TX": ("9-21", "9-21", "12-21", "9-21"),
    "UT": ("8-21", "8-21", CLOSED, CLOSED),
    "VA": ("8-21", "8-21", "8-21", "8-21"),
    "WA": ("8-20", "8-20", "8-20", "8-20"),
    "unknown": ("10-18", CLOSED, CLOSED, CLOSED),
}
ZONE = "America/Chicago"
RULES = load_gate_rules()
TABLE = RULES.windows


def _at(day: date, hour: int, minute: int = 0, zone: str = ZONE) -> datetime:
    return datetime.combine(day, time(hour, minute), ZoneInfo(zone))


def _open(state: str, day: date, hour: int, minute: int = 0, **how: bool) -> bool:
    return is_open([Place(state, ZONE)], _at(day, hour, minute), TABLE, **how)


@pytest.mark.rule("R9")
@pytest.mark.requirement("COMPLY-02")
@pytest.mark.parametrize("state", SECTION_2)
def test_each_row_opens_and_closes_as_section_2_says(state: str) -> None:
    for day, hours in zip(WEEK, SECTION_2[state], strict=True):
        opening = [hour for hour in range(24) if _open(state, day, hour)]
        expected = list(range(*map(int, hours.split("-")))) if hours else []
        assert opening == expected, (state, day)


@pytest.mark.rule("R9")
@pytest.mark.parametrize(
    ("hour", "minute", "open_"), [(7, 59, False), (8, 0, True), (20, 59, True), (21, 0, False)]
)
def test_the_minute_of_opening_is_inside_and_the_minute_of_closing_is_not(
    hour: int, minute: int, open_: bool
) -> None:
    assert _open("AZ", WEEK[0], hour, minute) is open_


@pytest.mark.rule("R9")
def test_every_row_names_its_law_source_and_mark(rules: GateRules) -> None:
    table = rules.windows
    for row in (*table.rows.values(), table.default, table.unknown, table.canada):
        assert row.law
        assert row.source
        assert row.mark in {"P", "S", "derived"}
    assert table.version == "2026-11"


@pytest.mark.rule("R9")
def test_caps_consent_and_presumptions_are_section_2s(rules: GateRules) -> None:
    rows = rules.windows.rows
    assert {state for state, row in rows.items() if row.cap_24h == 3} == {"FL", "MD", "OK"}
    assert {s: r.written_consent for s, r in rows.items() if r.written_consent != "none"} == {
        "CT": "all",
        "MD": "automated",
    }
    assert {state for state, row in rows.items() if row.presumes} == {"CT", "FL", "OK", "SC", "VA"}
    assert rules.windows.unknown.cap_24h == 3


@pytest.mark.rule("R9")
def test_people_keep_hours_that_only_automation_loses() -> None:
    assert not _open("SD", WEEK[1], 12)
    assert _open("SD", WEEK[1], 12, by_hand=True)
    unknown = [Place("unknown", ZONE)]
    saturday = [h for h in range(24) if is_open(unknown, _at(WEEK[1], h), TABLE, by_hand=True)]
    assert saturday == list(range(10, 17))


@pytest.mark.rule("R29")
def test_texas_holds_in_central_time_too() -> None:
    el_paso = [Place("TX", "America/Denver")]
    assert not is_open(el_paso, local("America/Denver", 2026, 12, 2, 20, 30), TABLE)  # 21:30 Central
    assert is_open(el_paso, local("America/Denver", 2026, 12, 2, 19, 59), TABLE)
    assert not is_open(el_paso, local("America/Denver", 2026, 12, 2, 8, 30), TABLE)
    assert next_opening(el_paso, local("America/Denver", 2026, 12, 6, 6), TABLE) == local(
        "America/Denver", 2026, 12, 6, 12
    )


@pytest.mark.rule("R29")
def test_mississippi_holds_in_central_time_wherever_the_person_is() -> None:
    away = [Place("MS", "America/Los_Angeles")]
    assert not is_open(away, local("America/Los_Angeles", 2026, 12, 2, 18, 30), TABLE)  # 20:30 Central


@pytest.mark.rule("R29")
@pytest.mark.parametrize(
    ("state", "east", "hour"),
    [("FL", "America/New_York", 8), ("TN", "America/New_York", 8), ("KY", "America/New_York", 10),
     ("IN", "America/Indiana/Indianapolis", 8)],
)  # fmt: skip
def test_a_split_state_opens_with_its_western_and_closes_with_its_eastern_part(
    state: str, east: str, hour: int
) -> None:
    both = [Place(state, east), Place(state, "America/Chicago")]
    assert not is_open(both, local(east, 2026, 12, 2, hour, 30), TABLE)
    assert next_opening(both, local(east, 2026, 12, 2, 3), TABLE) == local(
        "America/Chicago", 2026, 12, 2, hour
    )
    last = (
        local("America/Chicago", 2026, 12, 2, 19, 30)
        if state != "FL"
        else local("America/Chicago", 2026, 12, 2, 18, 30)
    )
    assert is_open(both, last, TABLE)
    assert not is_open(both, last + timedelta(minutes=30), TABLE)


@pytest.mark.rule("R29")
def test_arizona_keeps_its_hours_while_its_neighbors_change_theirs() -> None:
    phoenix = [Place("AZ", "America/Phoenix")]
    for day in (date(2027, 1, 20), date(2027, 7, 21)):
        assert next_opening(phoenix, datetime.combine(day, time(9), UTC), TABLE) == datetime.combine(
            day, time(15), UTC
        )
    navajo = [*phoenix, Place("AZ", "America/Denver")]
    summer = local("America/Phoenix", 2027, 7, 21, 20, 30)  # 21:30 on the reservation
    assert not is_open(navajo, summer, TABLE)
    assert is_open(phoenix, summer, TABLE)


@pytest.mark.rule("R29")
def test_hawaii_opens_at_eight_on_its_own_clock() -> None:
    honolulu = [Place("HI", "Pacific/Honolulu")]
    assert next_opening(honolulu, datetime(2027, 1, 20, 12, tzinfo=UTC), TABLE) == datetime(
        2027, 1, 20, 18, tzinfo=UTC
    )


@pytest.mark.rule("R29")
@pytest.mark.parametrize(
    ("night", "opens"),
    [
        (datetime(2027, 3, 14, 1, 30), datetime(2027, 3, 14, 13, tzinfo=UTC)),  # noqa: DTZ001 spring: 8:00 is 13:00 UTC
        (datetime(2026, 11, 1, 1, 30), datetime(2026, 11, 1, 14, tzinfo=UTC)),  # noqa: DTZ001 autumn: 8:00 is 14:00 UTC
    ],
)
def test_both_nights_of_a_changed_clock_open_on_the_new_time(night: datetime, opens: datetime) -> None:
    arkansas = [Place("AR", "America/Chicago")]
    for fold in (0, 1):
        asked = night.replace(tzinfo=ZoneInfo("America/Chicago"), fold=fold)
        assert next_opening(arkansas, asked, TABLE) == opens


@pytest.mark.rule("R29")
def test_someone_unknown_is_only_reached_when_every_coast_is_awake() -> None:
    opening = next_opening([ANYWHERE], local("America/New_York", 2026, 12, 2, 6), TABLE)
    assert opening == local("Pacific/Honolulu", 2026, 12, 2, 10)
    assert closes_at([ANYWHERE], local("Pacific/Honolulu", 2026, 12, 2, 10), TABLE) == local(
        "America/New_York", 2026, 12, 2, 18
    )


@pytest.mark.rule("R9")
def test_a_declared_emergency_closes_a_state_without_a_code_change() -> None:
    row = {
        "state": "LA",
        "first": date(2026, 12, 2),
        "last": date(2026, 12, 3),
        "reason": "hurricane emergency",
    }
    table = load_gate_rules({"states": {"halt": [row]}}).windows
    verdict = allowed_at([Place("LA", ZONE)], _at(date(2026, 12, 2), 12), table)
    assert Halt(**row) in table.halts
    assert (verdict.outcome, verdict.until) == (Outcome.HOLD, _at(date(2026, 12, 4), 8))
    assert "hurricane emergency" in verdict.fact
    assert is_open([Place("TX", ZONE)], _at(date(2026, 12, 2), 12), table)


@pytest.mark.rule("R9")
@pytest.mark.parametrize(
    ("state", "day", "name"),
    [
        ("LA", date(2027, 2, 9), "Mardi Gras"),
        ("UT", date(2028, 7, 24), "Pioneer Day"),
        ("RI", date(2026, 8, 10), "Victory Day"),
        ("PA", date(2027, 3, 26), "Good Friday"),
        ("AL", date(2028, 4, 24), "Confederate Memorial Day"),
        ("UT", date(2026, 7, 3), "Independence Day"),
        ("LA", date(2029, 1, 2), "a day past the holiday list"),
    ],
)
def test_legal_holidays_close_the_states_that_keep_them(state: str, day: date, name: str) -> None:
    verdict = allowed_at([Place(state, ZONE)], _at(day, 12), TABLE)
    assert verdict.outcome is Outcome.HOLD
    assert name in verdict.fact


@pytest.mark.rule("R12")
def test_a_hold_says_until_when_and_whose_window_in_plain_words() -> None:
    late = local("America/Chicago", 2026, 12, 5, 21, 30)
    verdict = allowed_at([Place("TX", "America/Chicago")], late, TABLE)
    assert verdict.lifts == "held until Sun 12:00, Texas window"
    assert explain([Place("AR", "America/Chicago")], late, TABLE) == "held until Sun 8:00, Arkansas window"
    assert (
        explain([Place("UT", "America/Denver")], late + timedelta(hours=1), TABLE)
        == "held until Mon 8:00, Utah window"
    )
    assert explain([ANYWHERE], late, TABLE) == "held until Mon 10:00 HST, window for an unknown place"
    assert explain([Place("AR", "America/Chicago")], late - timedelta(hours=4), TABLE) == "open now"


@pytest.mark.rule("R12")
def test_no_opening_in_sight_is_said_and_ends_the_search() -> None:
    row = {"state": "TX", "first": date(2026, 1, 1), "last": date(2028, 1, 1), "reason": "emergency"}
    table = load_gate_rules({"states": {"halt": [row]}}).windows
    verdict = allowed_at([Place("TX", ZONE)], _at(WEEK[0], 12), table)
    assert (verdict.outcome, verdict.until) == (Outcome.HOLD, None)
    assert verdict.lifts == "no opening within 21 days"


@pytest.mark.rule("R25")
def test_a_texts_validity_ends_with_the_first_window_that_closes() -> None:
    both = [Place("FL", "America/New_York"), Place("CA", "America/Los_Angeles")]
    assert closes_at(both, local("America/New_York", 2026, 12, 2, 15), TABLE) == local(
        "America/New_York", 2026, 12, 2, 20
    )
    assert closes_at(both, local("America/New_York", 2026, 12, 2, 9), TABLE) is None


@pytest.mark.rule("R9")
@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_the_federal_holidays_of_a_year_fall_where_the_law_puts_them(year: int) -> None:
    named: dict[str, list[date]] = {}
    for day, name in TABLE.holidays.federal.items():
        if day.year == year:
            named.setdefault(name, []).append(day)
    assert len(named) == 11
    for name, (weekday, earliest) in {
        "Martin Luther King Jr. Day": (0, (1, 15)),
        "Washington's Birthday": (0, (2, 15)),
        "Memorial Day": (0, (5, 25)),
        "Labor Day": (0, (9, 1)),
        "Columbus Day": (0, (10, 8)),
        "Thanksgiving Day": (3, (11, 22)),
    }.items():
        first = date(year, *earliest)
        assert named[name] == [first + timedelta(days=(weekday - first.weekday()) % 7)]
    fixed = {
        "New Year's Day": (1, 1),
        "Juneteenth": (6, 19),
        "Independence Day": (7, 4),
        "Christmas Day": (12, 25),
    }
    assert all(date(year, *day) in named[name] for name, day in fixed.items())


ALL_PLACES = sorted({place for places in RULES.places.regions.values() for place in places} | {ANYWHERE})
places_of_one = st.frozensets(st.sampled_from(ALL_PLACES), min_size=1, max_size=3)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 1)).map(  # noqa: DTZ001 Hypothesis wants naive bounds
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
)


@pytest.mark.rule("R29")
@given(places_of_one, moments)
def test_nothing_is_allowed_outside_the_window_of_any_place(
    places: frozenset[Place], moment: datetime
) -> None:
    if is_open(places, moment, TABLE):
        for place in places:
            row = TABLE.row(place)
            for zone in filter(None, (*((place.zone,) if place.zone else row.zones), row.also_zone)):
                wall = moment.astimezone(ZoneInfo(zone))
                hours = row.hours(wall.date(), by_hand=False)
                assert hours is not None
                assert hours.opens <= wall.time() < hours.closes
                assert not (row.holidays_closed and TABLE.holidays.on(wall.date(), place.state))


@pytest.mark.rule("R12")
@example(frozenset({Place("unknown", ""), Place("FM", "Pacific/Chuuk")}), datetime(2026, 4, 1, tzinfo=UTC))
@given(places_of_one, moments)
def test_the_next_opening_is_open_and_no_minute_before_it_is(
    places: frozenset[Place], moment: datetime
) -> None:
    opening = next_opening(places, moment, TABLE)
    if opening is None:  # an unknown place and an island twelve hours off: no hour is allowed in both
        quarters = (moment + timedelta(minutes=15 * number) for number in range(8 * 24 * 4))
        assert not any(is_open(places, quarter, TABLE) for quarter in quarters)
        return
    assert is_open(places, opening, TABLE)
    earlier = moment
    while earlier < min(opening, moment + timedelta(hours=12)):
        assert not is_open(places, earlier, TABLE)
        earlier += timedelta(minutes=1)
    if opening > moment:
        assert not is_open(places, opening - timedelta(minutes=1), TABLE)
