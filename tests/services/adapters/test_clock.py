"""The computer's clock, ids made from it, and the check against other clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from uuid import UUID

import pytest

from desk.models.time import Clock, TurnedClock
from desk.services.adapters.clock import Breath, DriftWatch, SystemClock, random_ids
from tests.services.adapters.conftest import NOON


@pytest.mark.requirement("DESK-02")
def test_the_computers_clock_is_aware_and_in_utc() -> None:
    clock: Clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert first.tzinfo is UTC
    assert first <= second


@pytest.mark.requirement("SYNC-01")
def test_ids_carry_their_moment_and_never_meet() -> None:
    ids = [random_ids(NOON + timedelta(milliseconds=number // 100)) for number in range(1000)]
    assert len(set(ids)) == 1000
    assert [UUID(each).version for each in ids] == [7] * 1000
    assert datetime.fromtimestamp((UUID(ids[0]).int >> 80) / 1000, UTC) == NOON
    assert [each[:13] for each in ids] == sorted(each[:13] for each in ids)


@pytest.mark.rule("R29")
def test_a_clock_that_is_off_is_measured_against_the_servers() -> None:
    told: list[timedelta] = []
    watch = DriftWatch(TurnedClock(NOON), told.append)
    assert watch.drift is None
    watch.saw(format_datetime(NOON - timedelta(minutes=7), usegmt=True))
    assert watch.drift == timedelta(minutes=7)
    assert told == [timedelta(minutes=7)]


@pytest.mark.rule("R29")
def test_one_confused_server_stops_nothing_and_nonsense_is_passed_over() -> None:
    watch = DriftWatch(TurnedClock(NOON))
    for minutes in (0, 0, 300, 0, 0):
        watch.saw(format_datetime(NOON - timedelta(minutes=minutes), usegmt=True))
    for nonsense in ("", "yesterday", "Tue, 99 Foo 2026 99:99:99 GMT"):
        watch.saw(nonsense)
    assert watch.drift == timedelta(0)


@pytest.mark.requirement("DESK-01")
def test_a_flood_is_decided_with_rests_that_leave_the_window_the_computer_but_never_stall_it():
    breath = Breath(times=5, least_s=0.01, most_s=0.5)
    assert breath.after(0.02) == pytest.approx(
        0.1
    )  # a piece of five leads: the window has the next tenth of a second
    assert breath.after(0.0001) == 0.01
    assert breath.after(3.0) == 0.5  # on a slow computer the flood goes on all the same
