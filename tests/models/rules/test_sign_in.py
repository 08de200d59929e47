"""Who may sit down, by the rule alone (R22)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.rules.sign_in import (
    Backoff,
    Sitter,
    Tries,
    Typed,
    after_wrong,
    is_asked,
    verdict,
    waits_until,
)

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-04")]
NOW = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)
MINUTES = Backoff(3, tuple(timedelta(minutes=each) for each in (0.5, 1, 5, 15)))
SITTERS = st.builds(
    Sitter, st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans()
)
TYPED = st.sampled_from(("nothing", "right", "wrong"))


@given(SITTERS, TYPED, TYPED, st.booleans())
def test_nobody_sits_down_without_all_that_is_asked_of_them(
    sitter: Sitter, pin: Typed, code: Typed, leaders: bool
) -> None:
    if verdict(sitter, pin, code, leaders_can=leaders) == "in":
        assert sitter.works_here
        assert pin == "right" if sitter.has_pin else (sitter.is_leader and not leaders)
        assert code == "right" if sitter.has_pin and sitter.has_code else True
        assert sitter.has_code or not (sitter.has_pin and sitter.needs_code)


@given(SITTERS, TYPED, TYPED)
def test_who_has_set_all_up_and_types_it_right_gets_in(sitter: Sitter, pin: Typed, code: Typed) -> None:
    whole = sitter.works_here and sitter.has_pin and (sitter.has_code or not sitter.needs_code)
    if whole and pin == "right" and code == "right":
        assert verdict(sitter, pin, code, leaders_can=True) == "in"


@given(st.lists(st.integers(0, 2000), max_size=20))
def test_tries_come_ever_slower_however_they_are_spread(gaps: list[int]) -> None:
    """In any hour nobody gets more than the free tries and what the waits leave."""
    tries, now, made = Tries(), NOW, list[datetime]()
    for gap in gaps:
        now += timedelta(seconds=gap)
        if waits_until(tries, MINUTES, now) is None:
            tries = after_wrong(tries, MINUTES, now)
            made.append(now)
    for start in made:
        assert sum(start <= at < start + timedelta(minutes=30) for at in made) <= 7


def test_a_clock_set_back_shuts_nobody_out_for_long() -> None:
    tries = Tries(9, NOW + timedelta(days=400))
    assert waits_until(tries, MINUTES, NOW) == NOW + timedelta(minutes=15)
    assert waits_until(tries, MINUTES, NOW + timedelta(days=401)) is None


def test_a_store_that_never_asks_does_not_and_one_without_any_way_in_cannot() -> None:
    with_pin, without = Sitter(has_pin=True), Sitter()
    assert not is_asked("never", [with_pin], is_demo=False)
    assert not is_asked("always", [without], is_demo=False)
    assert not is_asked("auto", [Sitter(works_here=False, has_pin=True)], is_demo=False)
    assert is_asked("auto", [without, with_pin], is_demo=False)
    assert not is_asked("auto", [with_pin], is_demo=True)
