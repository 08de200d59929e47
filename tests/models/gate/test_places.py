"""Where a person may be (R29): every witness counts, and the shipped tables are whole."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from phonenumbers import timezone

from desk.models.rules.gate import ANYWHERE, GateRules, Place, PlaceEvidence, whereabouts

#: Where the library is wrong or too coarse: Orlando's overlay is Eastern; Saskatchewan's keeps its own time.
LIBRARY_ERRS = {"689", "474", "867", "257", "879"}
_SEASONS = (datetime(2027, 1, 15, 18, tzinfo=UTC), datetime(2027, 7, 15, 18, tzinfo=UTC))


def _offsets(zones: object) -> set[tuple[object, ...]]:
    return {tuple(moment.astimezone(ZoneInfo(zone)).utcoffset() for moment in _SEASONS) for zone in zones}  # type: ignore[attr-defined]


def _number(code: int) -> phonenumbers.PhoneNumber:
    return phonenumbers.parse(f"+1{code}5552345")


def _placed_codes() -> list[int]:
    """Every area code that the library ties to a place of the United States or Canada."""
    return [
        code
        for code in range(200, 1000)
        if phonenumbers.region_code_for_number(_number(code)) in ("US", "CA")
        and phonenumbers.number_type(_number(code))
        in (phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE)
    ]


@pytest.mark.rule("R29")
def test_every_area_code_the_phone_library_places_is_in_our_table(rules: GateRules) -> None:
    missing = [code for code in _placed_codes() if not rules.places.codes.get(str(code))]
    assert missing == []


@pytest.mark.rule("R29")
def test_our_zones_cover_what_the_phone_library_says(rules: GateRules) -> None:
    for code in map(str, _placed_codes()):
        ours = _offsets(place.zone for place in rules.places.codes[code])
        theirs = {
            zone for zone in timezone.time_zones_for_number(_number(int(code))) if zone != "Etc/Unknown"
        }
        if code not in LIBRARY_ERRS:
            assert len(theirs) > 2 or _offsets(theirs) <= ours, code


@pytest.mark.rule("R29")
@pytest.mark.parametrize(
    ("phone", "states", "zones"),
    [
        ("+12145550100", {"TX"}, {"America/Chicago"}),
        ("+19155550100", {"TX"}, {"America/Denver", "America/Chicago"}),
        ("+18505550100", {"FL"}, {"America/New_York", "America/Chicago"}),
        ("+14235550100", {"TN"}, {"America/New_York", "America/Chicago"}),
        ("+12705550100", {"KY"}, {"America/New_York", "America/Chicago"}),
        ("+12195550100", {"IN"}, {"America/Chicago", "America/Indiana/Indianapolis"}),
        ("+16025550100", {"AZ"}, {"America/Phoenix"}),
        ("+19285550100", {"AZ"}, {"America/Phoenix", "America/Denver"}),
        ("+18085550100", {"HI"}, {"Pacific/Honolulu"}),
        ("+14165550100", {"CA-ON"}, {"America/Toronto"}),
    ],
)
def test_an_area_code_gives_its_state_and_all_its_zones(
    rules: GateRules, phone: str, states: set[str], zones: set[str]
) -> None:
    places = whereabouts(PlaceEvidence(phone=phone), rules.places).places
    assert {place.state for place in places} == states
    assert {place.zone for place in places} == zones


@pytest.mark.rule("R29")
@pytest.mark.parametrize("phone", ["+18005550100", "+18885550100", "", "+12115550100", "5550100"])
def test_a_number_without_a_place_is_anywhere(rules: GateRules, phone: str) -> None:
    assert whereabouts(PlaceEvidence(phone=phone), rules.places).places == {ANYWHERE}


@pytest.mark.rule("R29")
def test_number_zip_and_what_was_told_all_count(rules: GateRules) -> None:
    evidence = PlaceEvidence(phone="+16025550100", postal="32301", told=("Texas", "America/Denver"))
    places = whereabouts(evidence, rules.places).places
    assert {place.state for place in places} == {"AZ", "FL", "TX", "unknown"}
    assert Place("unknown", "America/Denver") in places


@pytest.mark.rule("R29")
def test_a_told_zone_that_another_witness_knows_adds_nothing(rules: GateRules) -> None:
    told = PlaceEvidence(phone="+16025550100", told=("America/Phoenix",))
    assert whereabouts(told, rules.places).places == {Place("AZ", "America/Phoenix")}


@pytest.mark.rule("R29")
@pytest.mark.parametrize(
    ("postal", "state", "zones"),
    [
        ("85201", "AZ", {"America/Phoenix"}),
        ("79901-1234", "TX", {"America/Denver", "America/Chicago"}),
        ("32501", "FL", {"America/Chicago"}),
        ("37402", "TN", {"America/New_York", "America/Chicago"}),
        ("96815", "HI", {"Pacific/Honolulu"}),
        ("46204", "IN", {"America/Indiana/Indianapolis"}),
        ("00907", "PR", {"America/Puerto_Rico"}),
    ],
)
def test_a_zip_gives_its_state_and_zones(rules: GateRules, postal: str, state: str, zones: set[str]) -> None:
    places = whereabouts(PlaceEvidence(postal=postal), rules.places).places
    assert {place.state for place in places} == {state}
    assert {place.zone for place in places} <= zones


@pytest.mark.rule("R29")
def test_a_region_that_contradicts_the_zip_counts_beside_it(rules: GateRules) -> None:
    places = whereabouts(PlaceEvidence(postal="85201", region="Nevada"), rules.places).places
    assert {place.state for place in places} == {"AZ", "NV"}


@pytest.mark.rule("R29")
@pytest.mark.parametrize(
    "evidence",
    [
        PlaceEvidence(phone="+14165550100"),
        PlaceEvidence(phone="+16025550100", postal="k1a 0b1"),
        PlaceEvidence(phone="+16025550100", country="Canada"),
        PlaceEvidence(region="Quebec"),
    ],
)
def test_canada_is_seen_in_number_postal_code_country_and_province(
    rules: GateRules, evidence: PlaceEvidence
) -> None:
    found = whereabouts(evidence, rules.places)
    assert found.in_canada
    assert any(place.in_canada for place in found.places)


@pytest.mark.rule("R29")
@pytest.mark.parametrize("phone", ["+442079460100", "+12425550100"])
def test_a_number_of_another_country_is_abroad(rules: GateRules, phone: str) -> None:
    assert whereabouts(PlaceEvidence(phone=phone), rules.places).abroad == "another country"


@pytest.mark.rule("R29")
def test_every_state_can_be_named_and_found(rules: GateRules) -> None:
    unplaced = [name for name in rules.windows.names if not rules.places.regions[name.casefold()]]
    assert unplaced == []
    assert set(rules.windows.rows) <= set(rules.windows.names)
