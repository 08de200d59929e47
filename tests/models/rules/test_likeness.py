"""Whether two records look like one customer: a table a manager can read, and properties of the signs (LEAD-04, LEAD-11)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models.rules.likeness import Record, likeness, near_phone, phones_near, street
from desk.services.rulebook import whole_playbook

BOOK = whole_playbook()
VIN = "4T1G11AK5RU000001"
SAMUEL = Record(
    "L1", "C1", "Samuel", "Brandt", ("+12085550136",), ("s.brandt@example.com",), "1140 Alder Court", "Meridian", "83642",
    (VIN,), ("N24161",),
)  # fmt: skip
NOBODY = Record("L2", "C2")


def other(**more: object) -> Record:
    return replace(NOBODY, **more)  # type: ignore[arg-type]  # fields by name


CASES = {
    "one digit, nickname, same house, same vehicle": (
        other(
            first="Sam",
            last="Brant",
            phones=("+12085550186",),
            street="1140 Alder Ct",
            postal="83642",
            vins=(VIN,),
        ),
        "near_phone same_address same_vin nickname",
        "very_likely",
    ),
    "the same name from the same house": (
        other(first="Samuel", last="Brandt", street="1140 Alder Court", city="Meridian"),
        "same_name same_address",
        "likely",
    ),
    "another mailbox of the same name": (
        other(first="Samuel", last="Brandt", emails=("s.brandt@mail.example.com",)),
        "near_email same_name",
        "likely",
    ),
    "the same mailbox with a plus part": (
        other(emails=("s.brandt+cars@example.com",)),
        "near_email",
        "possible",
    ),
    "two digits swapped and a slip in the name": (
        other(first="Samuel", last="Brand", phones=("+12085550163",)),
        "near_phone similar_name",
        "likely",
    ),
    "one household, one phone: shown, for a person to say": (
        other(
            first="Rosa", last="Brandt", phones=("+12085550136",), street="1140 Alder Court", postal="83642"
        ),
        "same_phone same_address same_last_name",
        "possible",
    ),
    "a shared phone under another name": (
        other(first="Walter", last="Quill", phones=("+12085550136",)),
        "same_phone other_name",
        "possible",
    ),
    "the same vehicle and the same name": (
        other(first="Samuel", last="Brandt", stocks=("N24161",)),
        "same_name same_stock",
        "possible",
    ),
    "a name alone is nobody's sign": (other(first="Samuel", last="Brandt"), "same_name", ""),
    "a neighbour's number by chance": (
        other(first="Walter", last="Quill", phones=("+12085550137",)),
        "near_phone other_name",
        "",
    ),
    "a popular vehicle": (other(first="Walter", last="Quill", vins=(VIN,)), "same_vin other_name", ""),
    "family in the same house": (
        other(first="Rosa", last="Brandt", street="1140 Alder Ct", postal="83642"),
        "same_address same_last_name",
        "",
    ),
    "the next house": (
        other(first="Samuel", last="Brandt", street="1142 Alder Court", postal="83642"),
        "same_name",
        "",
    ),
    "the same street of another town": (
        other(first="Samuel", last="Brandt", street="1140 Alder Court", postal="83702"),
        "same_name",
        "",
    ),
    "nothing in common": (other(first="Walter", last="Quill"), "other_name", ""),
}


@pytest.mark.requirement("LEAD-04", "LEAD-11")
@pytest.mark.parametrize("case", CASES)
def test_signs_and_how_likely(case: str) -> None:
    record, kinds, likely = CASES[case]
    found = likeness(SAMUEL, record, BOOK)
    assert (sorted(sign.kind for sign in found.signs), found.likely) == (sorted(kinds.split()), likely)


@pytest.mark.requirement("LEAD-11")
def test_each_sign_says_what_stands_on_either_side_and_how_strong_it_is() -> None:
    found = likeness(SAMUEL, CASES["one digit, nickname, same house, same vehicle"][0], BOOK)
    told = {sign.kind: (sign.strength, sign.left, sign.right) for sign in found.signs}
    assert told["near_phone"] == ("strong", "+12085550136", "+12085550186")
    assert told["nickname"] == ("medium", "Samuel Brandt", "Sam Brant")
    assert told["same_address"] == ("strong", "1140 Alder Court", "1140 Alder Ct")
    assert found.points == sum(sign.points for sign in found.signs)


@pytest.mark.requirement("LEAD-11")
def test_thresholds_and_points_are_the_stores_own() -> None:
    strict = whole_playbook(
        {"duplicates": {"shown_from": 50, "points": {"same_phone": 60, "other_name": -40}}}
    )
    walter = CASES["a shared phone under another name"][0]
    assert likeness(SAMUEL, walter, BOOK).likely == "possible"
    assert likeness(SAMUEL, walter, strict).likely == ""
    assert likeness(SAMUEL, replace(walter, first="", last=""), strict).likely == "likely"


@pytest.mark.requirement("LEAD-04")
def test_street_words_are_written_out() -> None:
    assert street("1140 N. Alder Ct., Apt 3", BOOK) == "1140 north alder court unit 3"


_DIGITS = st.text("0123456789", min_size=7, max_size=10).map(lambda digits: f"+1{digits}")
_NAMES = st.text("abcdeéñ '-", max_size=8)
_RECORDS = st.builds(
    Record, st.just("L"), st.just("C"), _NAMES, _NAMES, st.lists(_DIGITS, max_size=2).map(tuple),
    st.lists(st.sampled_from(["kim@example.com", "kim+1@example.com", "info@example.com", "k@x.example"]), max_size=2).map(tuple),
    st.sampled_from(["", "12 Oak St", "12 Oak Street", "14 Oak St"]), st.sampled_from(["", "Boise"]), st.sampled_from(["", "83702"]),
    st.lists(st.sampled_from([VIN, "B"]), max_size=2).map(tuple), st.lists(st.sampled_from(["N1", "U2"]), max_size=2).map(tuple),
)  # fmt: skip


@pytest.mark.requirement("LEAD-04")
@settings(deadline=None, max_examples=150)
@given(_RECORDS, _RECORDS)
def test_likeness_does_not_depend_on_who_is_looked_at_first(left: Record, right: Record) -> None:
    one, two = likeness(left, right, BOOK), likeness(right, left, BOOK)
    assert (one.points, one.likely) == (two.points, two.likely)
    assert [(s.kind, s.strength) for s in one.signs] == [(s.kind, s.strength) for s in two.signs]


@pytest.mark.requirement("LEAD-11")
@settings(deadline=None, max_examples=100)
@given(_DIGITS)
def test_every_near_number_is_found_and_none_that_is_not(number: str) -> None:
    near = phones_near(number)
    assert number not in near
    assert all(near_phone(number, each) for each in near)
    assert len(near) == len(set(near)) >= 9 * (len(number) - 2)
