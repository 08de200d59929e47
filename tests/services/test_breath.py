"""Many leads due at once are decided a few at a time, and the window is left room in between (DESK-01, DESK-02)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from desk.models.lead import Lead
from desk.services.eyes import OpenEyes
from desk.services.heartbeat import Heartbeat
from tests.services.desk_fixture import SmallDesk

LEADS = 12


class Steps:
    """Notes how many leads were still due whenever the desk rested."""

    def __init__(self, small: SmallDesk) -> None:
        self._small = small
        self.begun = 0
        self.left: list[int] = []

    def begin(self) -> None:
        self.begun += 1

    def rest(self) -> None:
        with self._small.desk.store.reading() as session:
            due = select(func.count()).where(Lead.due_at <= self._small.clock.now())
            self.left.append(session.scalar(due) or 0)


@pytest.mark.requirement("DESK-01", "DESK-02")
def test_many_that_are_due_are_decided_a_few_at_a_time_with_rests_between() -> None:
    small = SmallDesk()
    for number in range(LEADS):
        small.take(number)
    small.clock.turn_to(small.clock.now() + timedelta(days=3))
    steps = Steps(small)
    heart = Heartbeat(
        small.desk.store, small.clock, OpenEyes(), small.run, lambda _gap: None, lambda: None, steps
    )
    heart.beat()
    assert steps.left[-1] == 0
    assert steps.left == sorted(steps.left, reverse=True)
    assert len(steps.left) >= LEADS // 5
    assert steps.begun >= len(steps.left)
