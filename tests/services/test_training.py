"""Training items are given, read by their person, and told to the manager when overdue (FLOW-16)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.errors import NotAllowed
from desk.models.rules.training import owed
from desk.models.staff import Staff
from desk.models.training import Training
from desk.services.playbooks import load_playbook
from tests.services.desk_fixture import ANA, DANA, START, SmallDesk

pytestmark = pytest.mark.requirement("FLOW-16")
BOOK = load_playbook()
DAY = timedelta(days=1)


def items(joined: timedelta, after: timedelta, changed: timedelta | None = None) -> dict[str, timedelta]:
    """What a person owes who joined so long after the desk began, and by when, counted from that beginning."""
    who = Staff(id="zoe", name="Zoe", role="sales", joined_at=START + joined)
    told = owed((who,), BOOK, START, START + changed if changed is not None else None, START + after)
    return {it.item: it.due - START for it in told}


@pytest.mark.parametrize(
    ("joined", "after", "changed", "expected"),
    [
        (0 * DAY, DAY, None, {"procedures": 7 * DAY}),
        (-400 * DAY, DAY, None, {}),  # here long before: knows them
        (-400 * DAY, 3 * DAY, 2 * DAY, {"change": 4 * DAY}),
        (5 * DAY, 6 * DAY, 2 * DAY, {"procedures": 12 * DAY}),  # the change was before they came
        (-400 * DAY, 100 * DAY, None, {"quarterly": 97 * DAY}),
        (-400 * DAY, 370 * DAY, None, {"quarterly": 367 * DAY, "compliance": 379 * DAY}),
    ],
)
def test_what_is_owed_and_by_when(
    joined: timedelta, after: timedelta, changed: timedelta | None, expected: Any
) -> None:
    assert items(joined, after, changed) == expected


def rows(small: SmallDesk) -> list[Training]:
    with small.desk.store.reading() as session:
        return list(session.scalars(select(Training).order_by(Training.due_at, Training.staff_id)))


def alerts(small: SmallDesk, about: str) -> list[str]:
    told = [event for change in small.changes for event in change.happened if event.kind == "alert"]
    return [event.data["to"] for event in told if about in event.data["about"]]


def days(small: SmallDesk, count: int) -> None:
    for _half in range(count * 2):
        small.later(hours=12)
        small.run(c.Tick())


def test_a_changed_playbook_is_read_within_two_days_or_the_manager_hears() -> None:
    small = SmallDesk()
    small.run(c.Tick())
    small.run(c.SavePlaybook(by=DANA, toml="[closing]\nattempts = 5", why="Less often"))
    days(small, 1)
    given = [row for row in rows(small) if row.item == "change"]
    assert sorted(row.staff_id for row in given) == ["ana", "dana"]
    ana = next(row for row in given if row.staff_id == "ana")
    with pytest.raises(NotAllowed):
        small.run(c.Acknowledge(by=DANA, training_id=ana.id))
    small.run(c.Acknowledge(by=ANA, training_id=ana.id))
    days(small, 4)
    assert alerts(small, "Dana Whit has not read") == ["dana"]
    assert alerts(small, "Ana Ruiz has not read: Read what changed") == []
    days(small, 2)
    assert len(alerts(small, "Dana Whit has not read: Read what changed")) == 1


def test_the_playbook_is_put_before_its_owner_every_month() -> None:
    small = SmallDesk()
    small.run(c.Tick())
    days(small, 29)
    assert alerts(small, "due for its review") == []
    days(small, 3)
    assert alerts(small, "due for its review") == ["dana"]
