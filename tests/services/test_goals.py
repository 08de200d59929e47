"""The week's goals of the store and of each person, by hand-counted acts (REPORT-05)."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desk.models import commands as c
from desk.models.by import By
from desk.services.goals import Progress, progress, week_began
from tests.services.desk_fixture import ANA, DANA, START, SmallDesk

pytestmark = pytest.mark.requirement("REPORT-05")
BEN = By("staff", "ben", "sales", "Ben Cole")
ZONE = "America/Boise"


@pytest.fixture
def small() -> SmallDesk:
    """A Tuesday: Ana answers one of two leads and books a visit that comes about; Ben sells it, so each has a half."""
    made = SmallDesk()
    made.run(c.SaveStaff(staff_id="ben", values={"name": "Ben Cole", "role": "sales"}))
    first, second = made.take(1), made.take(2)
    for lead_id, owner in ((first, "ana"), (second, "ben")):
        made.run(c.AssignLead(by=DANA, lead_id=lead_id, to=owner))
    made.later(minutes=5)
    made.run(
        c.LogActivity(by=ANA, lead_id=first, type="call", outcome="connected_follow_up", recorded="call-1")
    )
    made.run(c.BookAppointment(by=ANA, lead_id=first, starts=made.clock.now() + timedelta(hours=4)))
    made.later(hours=5)
    made.run(c.CloseAppointment(by=ANA, lead_id=first, result="shown"))
    made.run(c.RecordSale(by=BEN, lead_id=first))
    return made


def reached(small: SmallDesk) -> dict[tuple[str, str], Progress]:
    desk, now = small.desk, small.clock.now()
    with desk.store.reading() as session:
        since = week_began(now, ZONE)
        told = progress(session, desk.facts(), desk.book, since, now + timedelta(seconds=1))
    return {(it.staff_id, it.name): it for it in told}


@pytest.mark.parametrize(
    ("now", "began"),
    [
        (START, "2026-03-02T00:00:00-07:00"),
        (datetime(2026, 3, 2, 0, 0, 1, tzinfo=ZoneInfo(ZONE)), "2026-03-02T00:00:00-07:00"),
        (
            datetime(2026, 11, 1, 23, 30, tzinfo=ZoneInfo(ZONE)),
            "2026-10-26T00:00:00-06:00",
        ),  # clocks went back
        (datetime(2026, 3, 8, 0, 30, tzinfo=ZoneInfo(ZONE)), "2026-03-02T00:00:00-07:00"),
    ],
)
def test_the_week_begins_on_monday_in_the_stores_zone(now: datetime, began: str) -> None:
    assert week_began(now, ZONE) == datetime.fromisoformat(began)


def test_the_stores_goals_count_everybody(small: SmallDesk) -> None:
    found = reached(small)
    assert found["", "answered_by_person"].done == 50
    assert [found["", name].done for name in ("booked", "shown", "sold")] == [1, 1, 1]
    assert found["", "booked"].goal == 20
    assert not found["", "booked"].met


def test_each_person_has_their_part_and_a_half_deal_is_a_half(small: SmallDesk) -> None:
    found = reached(small)
    assert (found["ana", "answered_by_person"].done, found["ben", "answered_by_person"].done) == (100, 0)
    assert (found["ana", "booked"].done, found["ben", "booked"].done) == (1, 0)
    assert (found["ana", "sold"].done, found["ben", "sold"].done) == (0.5, 0.5)
    assert ("dana", "booked") not in found, "goals are for those who sell"


def test_a_person_may_have_goals_of_their_own(small: SmallDesk) -> None:
    small.run(
        c.SavePlaybook(by=DANA, toml="[goals.staff.ana]\nbooked = 1\n", why="Ana is new, and part time")
    )
    found = reached(small)
    assert (found["ana", "booked"].goal, found["ana", "booked"].met) == (1, True)
    assert (found["ana", "sold"].goal, found["ben", "booked"].goal) == (2, 6)


def test_a_sale_taken_back_reaches_nothing(small: SmallDesk) -> None:
    lead_id = next(
        event.lead_id for change in small.changes for event in change.happened if event.kind == "credit"
    )
    small.run(c.UndoSale(by=DANA, lead_id=lead_id, reason="The lender said no"))
    assert reached(small)["", "sold"].done == 0


def test_without_a_lead_there_is_no_share() -> None:
    found = reached(SmallDesk())
    assert found["", "answered_in_90s"].done is None
    assert not found["", "answered_in_90s"].met
