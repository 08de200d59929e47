"""The night desk and the gap: who keeps the computer awake, who is told, and which leads waited how long (DESK-13)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk.models.alert import Alert
from desk.models.commands import SaveSettings, SaveStaff, SeeAlert, Tick
from desk.models.snapshots.today import TodayView
from desk.services.day import today
from desk.services.doctor import examine
from desk.services.figures import figures
from desk.services.lines import Ports
from desk.services.night import NightDesk
from tests.services.desk_fixture import DANA, START, SmallDesk

pytestmark = pytest.mark.requirement("DESK-13")


class Computer:
    """A computer that can be kept awake, or whose system lets no program do so."""

    def __init__(self, lets: bool = True) -> None:
        self.lets, self.is_held = lets, False

    def hold(self) -> bool:
        self.is_held = self.lets
        return self.lets

    def release(self) -> None:
        self.is_held = False


@pytest.fixture
def small() -> SmallDesk:
    return SmallDesk()


def make_night_desk(small: SmallDesk, on: bool = True) -> None:
    small.run(SaveSettings(values={"desk.night": on}))


def settings(small: SmallDesk) -> dict[str, Any]:
    return dict(small.desk.facts().settings)


def doctor(small: SmallDesk) -> tuple[str, str]:
    store, facts = small.desk.store, small.desk.facts()
    lines = examine(store, facts, Ports(), None, small.clock.now(), timedelta(), None)
    return next((line.state, line.words) for line in lines if line.name == "Night desk")


def alerts(small: SmallDesk, start: str) -> list[Alert]:
    with small.desk.store.reading() as session:
        return list(
            session.scalars(select(Alert).where(Alert.key.startswith(start)).order_by(Alert.raised_at))
        )


def test_only_the_night_desk_keeps_its_computer_awake(small: SmallDesk) -> None:
    computer = Computer()
    night = NightDesk(small.run, computer)
    night.see_to_it(settings(small))
    assert not computer.is_held
    assert doctor(small)[0] == "off"
    make_night_desk(small)
    night.see_to_it(settings(small))
    assert computer.is_held
    assert doctor(small) == ("ok", "The computer stays awake while the desk runs.")
    make_night_desk(small, on=False)
    night.see_to_it(settings(small))
    assert not computer.is_held


def test_a_computer_that_may_sleep_is_told_to_doctor_and_owner_once(small: SmallDesk) -> None:
    small.run(SaveStaff(staff_id="olga", values={"name": "Olga Reyes", "role": "owner"}))
    computer = Computer(lets=False)
    night = NightDesk(small.run, computer)
    make_night_desk(small)
    for _minute in range(3):
        night.see_to_it(settings(small))
    assert doctor(small)[0] == "bad"
    assert "may fall asleep" in doctor(small)[1]
    told = alerts(small, "line·night")
    assert {alert.staff_id for alert in told} == {"dana", "olga"}
    assert len(told) == 2, "told once each"
    computer.lets = True
    night.see_to_it(settings(small))
    assert doctor(small)[0] == "ok"
    assert all(alert.done_at for alert in alerts(small, "line·night"))


def seen_today(small: SmallDesk) -> TodayView:
    with small.desk.store.reading() as session:
        return today(
            session, small.desk.facts(), small.desk.book, small.clock.now(), "", "manager", "morning"
        )


@pytest.mark.requirement("AI-01")
def test_after_a_gap_the_leads_that_waited_stand_first_and_count(small: SmallDesk) -> None:
    small.take(1, received=START)
    assert seen_today(small).cards[0].key != "waited"
    small.later(hours=9)
    came = small.take(2, received=START + timedelta(hours=2))
    small.take(3, received=START + timedelta(hours=8))
    first = seen_today(small).cards[0]
    assert first.key == "waited"
    assert first.rows[0].lead_id == came, "who waited longest stands first"
    assert [row.said for row in first.rows] == ["waited 7 h", "waited 1 h"]
    with small.desk.store.reading() as session:
        found = figures(session, START, small.clock.now(), small.clock.now(), "America/Boise")
    assert found.rates.leads == 3, "every lead counts, also those that came while the desk was away"
    assert found.rates.quick is not None
    assert found.rates.quick <= 1 / 3


def turned_over_night(small: SmallDesk) -> None:
    small.run(Tick())
    small.later(hours=12)
    small.take(4, received=small.clock.now() - timedelta(hours=1))
    small.later(hours=13)
    small.run(Tick())
    small.run(Tick())


@pytest.mark.requirement("ALERT-02", "ALERT-03", "FLOW-09")
def test_the_overnight_summary_opens_the_day_for_who_leads(small: SmallDesk) -> None:
    turned_over_night(small)
    told = [alert for alert in alerts(small, "digest·") if alert.title.startswith("Overnight")]
    assert [alert.staff_id for alert in told] == ["dana"], "who leads, once"
    assert "1 waited for the desk" in told[0].title
    assert told[0].via == ["desktop"]
    assert "Kim" not in told[0].title + told[0].body + told[0].next, "no customer is named"


@pytest.mark.requirement("ALERT-02")
def test_a_summary_goes_through_the_door_its_reader_chose(small: SmallDesk) -> None:
    small.run(
        SaveStaff(
            staff_id="dana",
            values={"role": "manager", "email": "dana@store.example", "alerts": {"digest": "email"}},
        )
    )
    turned_over_night(small)
    assert {tuple(alert.via) for alert in alerts(small, "digest·")} == {("desktop", "email")}


@pytest.mark.requirement("ALERT-03")
def test_a_summary_stays_until_it_was_seen(small: SmallDesk) -> None:
    turned_over_night(small)
    seen, *unseen = alerts(small, "digest·")
    small.run(SeeAlert(by=DANA, alert_id=seen.id))
    now = {alert.id: alert.done_at for alert in alerts(small, "digest·")}
    assert now[seen.id] is not None
    assert all(now[alert.id] is None for alert in unseen)
