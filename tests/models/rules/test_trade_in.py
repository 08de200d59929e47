"""A trade-in as a person writes it down: what may stand, what the VIN's check digit asks, and what a later message adds (AI-07)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from desk.models.rules.trade_in import heard, in_words, mistakes, taken, vin_question

pytestmark = pytest.mark.requirement("AI-07")
NOW = datetime(2026, 3, 2, tzinfo=UTC)
RIGHT, MISREAD = "1M8GDM9AXKP042788", "1M8GDM9A1KP042788"


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"year": 2018, "make": "Honda", "model": "CR-V", "odometer": 71_000, "owed": 0, "vin": RIGHT, "comments": "Clean"}, []),
        ({"year": None, "vin": "", "comments": ""}, []),  # taken back
        ({"vin": MISREAD}, []),  # a question, not a mistake
        ({"year": 2029}, ["year"]),
        ({"year": 1492}, ["year"]),
        ({"odometer": -1, "owed": 10.5}, ["odometer", "owed"]),
        ({"odometer": True}, ["odometer"]),
        ({"vin": "1M8GDM9AXKP04278"}, ["vin"]),
        ({"vin": "1M8GDM9AXKPO42788"}, ["vin"]),  # the letter O
        ({"make": 3, "wheels": 4}, ["make", "wheels"]),
        ({"title": "Leased", "condition": "Good, one door ding"}, []),
        ({"title": "", "condition": None}, []),
        ({"title": "Somewhere"}, ["title"]),
    ],
)  # fmt: skip
def test_what_may_not_stand_is_named(values: dict[str, Any], wrong: list[str]) -> None:
    assert [name for name, _do in mistakes(values, NOW, ["In hand", "Leased"])] == wrong


@pytest.mark.parametrize(
    ("values", "asks"),
    [
        ({"vin": RIGHT}, False),
        ({"vin": MISREAD}, True),
        ({"vin": MISREAD, "year": 2019}, True),
        ({"vin": MISREAD, "year": 1969}, False),
        ({}, False),
    ],
)
def test_a_wrong_check_digit_asks_to_read_it_again(values: dict[str, Any], asks: bool) -> None:
    assert bool(vin_question(values)) is asks


def test_an_empty_fact_is_taken_back_and_nothing_left_is_no_trade_in() -> None:
    known = taken(None, {"make": "Honda", "odometer": 71_000})
    assert known == {
        "make": "Honda",
        "odometer": 71_000,
        "odometer_unit": "mi",
        "by_hand": ["make", "odometer"],
    }
    assert taken(known, {"odometer": None}) == {"make": "Honda", "odometer_unit": "mi", "by_hand": ["make"]}
    assert taken(known, {"odometer": None, "make": ""}) is None


def test_a_message_adds_what_is_open_and_never_overrules_a_person() -> None:
    known = taken({"make": "Honda", "owed": 4000}, {"odometer": 71_000})
    told = {"make": "Honda", "model": "CR-V", "odometer": 17_000, "owed": None, "year": 2018, "vin": None}
    assert heard(known, told) == {**(known or {}), "model": "CR-V", "year": 2018}
    assert heard({"make": "Ford"}, told) == told
    assert heard(None, told) == told


@pytest.mark.parametrize(
    ("trade", "words"),
    [
        (None, ""),
        ({"owed": 0}, "A trade-in, nothing owed"),
        (
            {"year": 2018, "make": "Honda", "model": "CR-V", "odometer": 71_000, "condition": "good", "owed": 14_200, "title": "Leased"},
            "2018 Honda CR-V, about 71,000 mi, good, owed $14,200, title: Leased",
        ),
    ],
)  # fmt: skip
def test_a_trade_in_in_one_line_tells_all_that_an_appraiser_asks_first(
    trade: dict[str, Any] | None, words: str
) -> None:
    assert in_words(trade) == words
