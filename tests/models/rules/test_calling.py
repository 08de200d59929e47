"""The first call is due when the store is open and the customer may be called (ILM-07, R9, R29)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from desk.models.rules.calling import calling_time
from desk.services.rulebook import whole_playbook
from tests.models.rules.stage_of_one import address, customer, facts

BOOK = whole_playbook()
ARIZONA, HAWAII, NEW_YORK = "+16025550142", "+18085550142", "+12125550142"


def at(hour: int, minute: int = 0, day: int = 2) -> datetime:
    """A moment of March 2026 on the store's clock."""
    return datetime(2026, 3, day, hour, minute, tzinfo=ZoneInfo("America/Phoenix"))


@pytest.mark.requirement("ILM-07")
@pytest.mark.rule("R9", "R29")
@pytest.mark.parametrize(
    ("phone", "asked", "due"),
    [
        (ARIZONA, at(10), at(10)),
        (ARIZONA, at(21, 15), at(9, day=3)),  # night: the store's opening
        (HAWAII, at(9, 30), at(11)),  # 6:30 in Hawaii
        (NEW_YORK, at(19, 30), at(9, day=3)),  # 21:30 in New York
    ],
)
def test_inside_both_hours(phone: str, asked: datetime, due: datetime) -> None:
    nowhere: dict[str, Any] = {"region": "", "postal": "", "country": ""}
    one = facts(customer=customer(**nowhere), addresses=(address("phone", phone),))
    assert calling_time(one, BOOK, asked) == due
