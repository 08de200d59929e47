"""The store's figures over a period, by hand-counted leads (REPORT-01, REPORT-02, REPORT-05)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.ids import CountedIds
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.staff import Staff
from desk.models.store.engine import Store, open_memory
from desk.models.task import Appointment
from desk.services.figures import Figures, figures
from tests.services.desk_fixture import ANA, START, SmallDesk

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
ZONE = "America/Boise"


class Filled:
    """A store with leads as a test needs them."""

    def __init__(self) -> None:
        self.store: Store = open_memory()
        self.ids, self.count = CountedIds(), 0

    def lead(
        self, at: timedelta = MINUTE, *, wrote: bool = True, visits: tuple[str, ...] = (), **more: Any
    ) -> None:
        self.count += 1
        made = START + at
        told = {
            "id": f"L{self.count}", "customer_id": "C", "source": "Site", "source_kind": "website", "source_class": "1st", "received_at": made,
            "taken_at": made, "stage": "new", "stage_at": made, "ai_at": made, "reply_token": f"t{self.count}",
        }  # fmt: skip
        with self.store.writing() as session:
            if self.count == 1:
                session.add(Customer(id="C", created_at=made))
                session.flush()
            session.add(Lead(**(told | more)))
            session.flush()
            if wrote:
                self._message(session, f"L{self.count}", made + MINUTE)
            for number, status in enumerate(visits):
                session.add(self._visit(f"L{self.count}", number, status, made))

    def _message(self, session: Any, lead_id: str, at: Any) -> None:
        row = Message(
            id=self.ids(at), key=f"{lead_id}m", lead_id=lead_id, direction="out", channel="text", author="assistant", status="sent", at=at, sent_at=at,
            text="Hello there",
        )  # fmt: skip
        session.add(row)

    def _visit(self, lead_id: str, number: int, status: str, made: Any) -> Appointment:
        starts = made + 2 * DAY if status != "booked" else made + 30 * DAY
        return Appointment(
            id=f"{lead_id}v{number}",
            key=f"{lead_id}v{number}",
            lead_id=lead_id,
            status=status,
            starts_at=starts,
            ends_at=starts,
            made_at=made,
        )

    def week(self, by: Any = "", **more: Any) -> Figures:
        with self.store.reading() as session:
            return figures(session, START, START + 7 * DAY, START + 10 * DAY, ZONE, by, **more)


@pytest.mark.requirement("REPORT-01")
def test_each_rate_has_its_own_divisor() -> None:
    filled = Filled()
    filled.lead(first_reply_at=START + 3 * MINUTE, visits=("shown",), stage="sold", temperature=80)
    filled.lead(visits=("no_show", "cancelled"), temperature=40)
    filled.lead(ai_state="opted_out", temperature=0)
    filled.lead(wrote=False, visits=("booked",), temperature=60)
    filled.lead(8 * DAY, first_reply_at=START)  # the week after
    rates = filled.week().rates
    assert rates.leads == 4
    assert rates.response == pytest.approx(1 / 3)  # of the three the assistant wrote to
    assert rates.appointment == pytest.approx(3 / 4)
    assert rates.show == pytest.approx(1 / 2)  # the cancelled one and the one to come are apart
    assert rates.close == pytest.approx(1 / 3)
    assert rates.opt_out == pytest.approx(1 / 3)
    assert rates.temperature == 45


@pytest.mark.requirement("REPORT-01")
def test_against_the_period_before_and_apart_by_source() -> None:
    filled = Filled()
    filled.lead(source="Site")
    filled.lead(source="Friend", first_reply_at=START)
    filled.lead(-DAY)
    found = filled.week("source")
    assert found.before.leads == 1
    assert {name: rates.response for name, rates in found.groups.items()} == {"Friend": 1.0, "Site": 0.0}


@pytest.mark.requirement("REPORT-01")
@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("source_class", {"1st", "3rd"}),
        ("owner_id", {"", "ana"}),
        ("source_kind", {"marketplace", "website"}),
        ("shift", {"closed", "open"}),
    ],
)
def test_apart_by_class_person_strategy_and_shift(by: Any, names: set[str]) -> None:
    filled = Filled()
    with filled.store.writing() as session:
        session.add(Staff(id="ana", name="Ana", role="bdc", joined_at=START))
    filled.lead(owner_id="ana", first_reply_at=START)
    filled.lead(12 * 60 * MINUTE, source_kind="marketplace", source_class="3rd")
    found = filled.week(by, open_at=lambda at: at < START + 9 * 60 * MINUTE)
    assert set(found.groups) == names
    assert sum(rates.leads for rates in found.groups.values()) == 2
    assert {rates.response for rates in found.groups.values()} == {0.0, 1.0}


@pytest.mark.requirement("REPORT-01")
def test_nothing_is_divided_by_nothing() -> None:
    rates = Filled().week().rates
    assert (rates.leads, rates.response, rates.show, rates.close) == (0, None, None, None)


@pytest.mark.requirement("REPORT-02", "REPORT-05")
def test_times_texts_replies_and_who_switched_the_assistant_off() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(c.TakeReply(lead_id=lead_id, channel="text", text="Is it there?"))
    small.run(c.LogActivity(by=ANA, lead_id=lead_id, type="call", outcome="connected_assessed"))
    small.run(c.TurnAssistant(by=ANA, lead_id=lead_id, on=False, reason="Mine"))
    with small.desk.store.reading() as session:
        found = figures(session, START - DAY, START + DAY, START + DAY, ZONE)
    assert found.people.max == 0
    assert found.replies_by_hour == {10: 1}
    assert found.replies_by_weekday == {1: 1}
    assert found.switched_off == {("Ana Ruiz", "Mine"): 1}
    assert found.became == {("Ana Ruiz", "Mine"): {"engaged": 1}}
    assert found.rates.by_person == 1.0


@pytest.mark.requirement("REPORT-01")
def test_the_week_is_told_at_mondays_opening() -> None:
    small = SmallDesk()
    small.take()
    small.run(c.Tick())
    for _hour in range(24 * 7):
        small.later(hours=1)
        small.run(c.Tick())
    weeks = [
        e.data
        for change in small.changes
        for e in change.happened
        if e.kind == "digest" and e.data["period"].startswith("week")
    ]
    assert [row["period"] for row in weeks] == ["week 2026-03-02T09:00 to 2026-03-09T09:00"]
    assert weeks[0]["counts"]["leads"] == 1
