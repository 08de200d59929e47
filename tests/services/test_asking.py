"""What people ask of each other: relief, a manager's eye (FLOW-02), and the right attribution (LEAD-09)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.by import By
from desk.models.commands import AskRelief, AssessNeeds, AttributeTo, DescribeTradeIn, EraseCustomer, FlagLead
from desk.models.errors import BadInput, NotAllowed, Refused
from desk.models.history import History
from desk.models.kept import Replaced
from desk.models.task import Appointment, Timer
from tests.services.desk_fixture import ANA, DANA, SmallDesk

BEN = By("staff", "ben", "sales", "Ben Cole")


@pytest.fixture
def small() -> SmallDesk:
    made = SmallDesk()
    made.run(c.SaveStaff(staff_id="ben", values={"name": "Ben Cole", "role": "sales"}))
    return made


def owned(small: SmallDesk) -> str:
    lead_id = small.take()
    small.run(c.AssignLead(by=DANA, lead_id=lead_id, to="ana"))
    small.later(minutes=1)
    return lead_id


def timers(small: SmallDesk, kind: str) -> list[Timer]:
    with small.desk.store.reading() as session:
        return list(session.scalars(select(Timer).where(Timer.kind == kind)))


def marks(small: SmallDesk) -> list[str]:
    with small.desk.store.reading() as session:
        return [row.data["mark"] for row in session.scalars(select(History).where(History.kind == "mark"))]


def visit(small: SmallDesk) -> Appointment:
    with small.desk.store.reading() as session:
        return session.scalars(select(Appointment)).one()


# --- relief ---


@pytest.mark.requirement("FLOW-02")
def test_who_asks_for_relief_keeps_the_lead_until_somebody_else_has_it(small: SmallDesk) -> None:
    lead_id = owned(small)
    small.run(AskRelief(by=ANA, lead_id=lead_id, reason="Away from tomorrow"))
    assert small.lead(lead_id).owner_id == "ana"
    (running,) = timers(small, "relief")
    assert (running.level, running.cleared_at) == (1, None)
    small.run(c.LogActivity(by=ANA, lead_id=lead_id, type="call", outcome="connected_follow_up"))
    assert timers(small, "relief")[0].cleared_at is None, "contact does not relieve anybody"
    small.later(minutes=5)
    small.run(c.AssignLead(by=DANA, lead_id=lead_id, to="ben"))
    assert timers(small, "relief")[0].proof == "somebody else has the lead"


@pytest.mark.requirement("FLOW-02")
def test_unheard_it_climbs_to_the_next_step(small: SmallDesk) -> None:
    lead_id = owned(small)
    small.run(AskRelief(by=ANA, lead_id=lead_id, reason="Leaving the store"))
    small.later(hours=4, minutes=1)
    small.run(c.Tick())
    assert timers(small, "relief")[0].level == 2


@pytest.mark.requirement("FLOW-02")
def test_relief_is_the_owners_to_ask_and_needs_a_reason(small: SmallDesk) -> None:
    lead_id = owned(small)
    with pytest.raises(Refused) as refused:
        small.run(AskRelief(by=BEN, lead_id=lead_id, reason="Not mine"))
    assert refused.value.missing == ("owner",)
    with pytest.raises(Refused) as refused:
        small.run(AskRelief(by=ANA, lead_id=lead_id, reason=" "))
    assert refused.value.missing == ("reason",)


# --- flagged to the manager ---


@pytest.mark.requirement("FLOW-02")
@pytest.mark.parametrize("flagged", [True, False])
def test_a_taken_lead_is_contacted_or_flagged_the_same_day(small: SmallDesk, flagged: bool) -> None:
    lead_id = owned(small)
    small.run(c.ClaimLead(by=ANA, lead_id=lead_id))
    small.later(minutes=10)
    if flagged:
        small.run(FlagLead(by=ANA, lead_id=lead_id, reason="Wants Spanish, I speak none"))
    small.clock.turn_to(small.clock.now() + timedelta(hours=14))
    small.run(c.Tick())
    assert bool(timers(small, "untouched_claim")) is not flagged


@pytest.mark.requirement("FLOW-02")
def test_a_flag_tells_the_manager_and_keeps_its_reason(small: SmallDesk) -> None:
    lead_id = owned(small)
    small.run(FlagLead(by=ANA, lead_id=lead_id, reason="Asks for the general manager"))
    told = [event for change in small.changes for event in change.happened if event.kind == "alert"]
    assert ("dana", "Kim Doe is flagged to you") in [(it.data["to"], it.data["about"]) for it in told]
    with small.desk.store.reading() as session:
        row = session.scalars(select(History).where(History.kind == "flagged")).one()
    assert row.why == ["Asks for the general manager"]


# --- attribution ---


@pytest.mark.requirement("LEAD-09")
def test_a_lead_that_answered_the_assistant_is_its_win_and_keeps_its_source(small: SmallDesk) -> None:
    lead_id = small.take()
    _send(small)
    small.later(minutes=5)
    small.run(c.TakeReply(lead_id=lead_id, channel="email", text="Is it still there?", key="r1"))
    assert (small.lead(lead_id).source, small.lead(lead_id).source_label) == (
        "AutoTrader",
        "AutoTrader · Sales AI",
    )
    assert marks(small).count("Sales AI won it") == 1


@pytest.mark.requirement("LEAD-09")
def test_a_lead_that_a_person_reached_first_is_nobodys_but_the_stores(small: SmallDesk) -> None:
    lead_id = small.take()
    _send(small)
    small.later(minutes=2)
    small.run(c.LogActivity(by=ANA, lead_id=lead_id, type="call", outcome="connected_follow_up"))
    small.later(minutes=5)
    small.run(c.TakeReply(lead_id=lead_id, channel="email", text="Is it still there?", key="r1"))
    assert small.lead(lead_id).source_label == ""


@pytest.mark.requirement("LEAD-09")
def test_a_visit_the_assistant_booked_carries_the_stores_own_label(small: SmallDesk) -> None:
    small.run(c.SaveSettings(values={"assistant.label": "Cedar AI"}))
    lead_id = small.take()
    _send(small)
    small.run(c.LogActivity(by=ANA, lead_id=lead_id, type="call", outcome="connected_follow_up"))
    small.later(hours=25)
    small.run(c.TakeReply(lead_id=lead_id, channel="email", text="Saturday at 11 works for me", key="r1"))
    assert visit(small).label == "Cedar AI"
    assert small.lead(lead_id).source_label == "AutoTrader · Cedar AI"


@pytest.mark.requirement("LEAD-09")
def test_a_store_decides_what_counts_as_a_win(small: SmallDesk) -> None:
    small.run(c.SavePlaybook(by=DANA, toml='[attribution]\nwon_by = ["visit"]\n', why="Visits count"))
    lead_id = small.take()
    _send(small)
    small.later(minutes=5)
    small.run(c.TakeReply(lead_id=lead_id, channel="email", text="Is it still there?", key="r1"))
    assert small.lead(lead_id).source_label == ""


@pytest.mark.requirement("LEAD-09")
def test_what_was_entered_by_hand_gets_the_right_attribution_by_hand(small: SmallDesk) -> None:
    lead_id = owned(small)
    small.run(c.BookAppointment(by=ANA, lead_id=lead_id, starts=small.clock.now() + timedelta(days=2)))
    assert (visit(small).label, visit(small).made_by) == ("", "Ana Ruiz")
    small.run(AttributeTo(by=ANA, lead_id=lead_id, what="visit"))
    small.run(AttributeTo(by=ANA, lead_id=lead_id, what="lead"))
    assert (visit(small).label, small.lead(lead_id).source_label) == ("Sales AI", "AutoTrader · Sales AI")
    small.run(AttributeTo(by=ANA, lead_id=lead_id, what="lead", won=False))
    assert small.lead(lead_id).source_label == "AutoTrader"


@pytest.mark.requirement("LEAD-09")
def test_only_leads_and_visits_are_attributed(small: SmallDesk) -> None:
    lead_id = owned(small)
    with pytest.raises(BadInput):
        small.run(AttributeTo(by=ANA, lead_id=lead_id, what="sale"))
    with pytest.raises(Refused, match="no visit"):
        small.run(AttributeTo(by=ANA, lead_id=lead_id, what="visit"))


def _send(small: SmallDesk) -> None:
    """Everything that is due leaves."""
    from desk.services.outbox import Outbox
    from desk.services.rehearsal.run import RecordingLines

    Outbox(small.desk.store, small.desk.run, RecordingLines(), small.clock.now).pump()


@pytest.mark.requirement("AI-07")
def test_a_trade_in_is_written_down_and_a_misread_vin_asks_once(small: SmallDesk) -> None:
    lead_id = small.take()
    car: dict[str, Any] = {"year": 2018, "make": "Honda", "vin": "1M8GDM9A1KP042788"}
    with pytest.raises(Refused, match="check digit") as refused:
        small.run(DescribeTradeIn(by=ANA, lead_id=lead_id, values=car))
    assert refused.value.missing == ("vin",)
    assert small.lead(lead_id).trade_in is None
    small.run(DescribeTradeIn(by=ANA, lead_id=lead_id, values=car, vin_as_read=True))
    assert small.lead(lead_id).trade_in == {**car, "by_hand": ["make", "vin", "year"]}


@pytest.mark.requirement("AI-07")
def test_a_persons_word_on_the_trade_in_stands_against_a_message_read_later(small: SmallDesk) -> None:
    lead_id = small.take()
    small.run(DescribeTradeIn(by=ANA, lead_id=lead_id, values={"odometer": 71000}))
    small.run(
        c.TakeReply(
            lead_id=lead_id, channel="text", text="I have a 2018 Honda CR-V with 17k miles to trade", key="r1"
        )
    )
    trade = small.lead(lead_id).trade_in
    assert trade is not None
    assert (trade["odometer"], trade["model"]) == (71000, "CR-V")


@pytest.mark.requirement("DESK-04")
@pytest.mark.parametrize("by", [ANA, DANA, BEN])
def test_a_closed_lead_is_its_owners_and_the_managers_to_correct(small: SmallDesk, by: By) -> None:
    lead_id = small.take()
    small.run(c.AssignLead(by=DANA, lead_id=lead_id, to="ana"))
    small.run(c.MoveLead(by=DANA, lead_id=lead_id, stage="lost", reason="bought_elsewhere"))
    given = DescribeTradeIn(by=by, lead_id=lead_id, values={"make": "Honda"})
    if by is BEN:
        with pytest.raises(NotAllowed, match="closed"):
            small.run(given)
    else:
        small.run(given)
    assert bool(small.lead(lead_id).trade_in) is (by is not BEN)


@pytest.mark.requirement("COMPLY-06")
def test_what_an_edit_replaced_goes_with_the_customer(small: SmallDesk) -> None:
    lead_id = small.take()
    for timeline in ("Before the plum harvest", "Soon"):
        small.run(AssessNeeds(by=ANA, lead_id=lead_id, answers={"timeline": timeline}))
    small.run(EraseCustomer(by=DANA, customer_id=small.lead(lead_id).customer_id, reason="Asked by letter"))
    with small.desk.store.reading() as session:
        assert session.scalars(select(Replaced)).all() == []
