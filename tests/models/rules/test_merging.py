"""The plan of a merge as a table: who wins, what is united, what stays silent; pure, over rows that were never stored (LEAD-04)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desk.models.alert import Alert
from desk.models.conversation import Message
from desk.models.facts import Facts
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Customer
from desk.models.rules.merging import Plan, Side, kept_first, plan
from desk.models.task import Task, Timer
from desk.models.words import AI_PRIORITY
from desk.services.rulebook import whole_playbook
from tests.models.rules.given import MONDAY, lead, log, store

BOOK = whole_playbook()
LATER = MONDAY + timedelta(hours=2)
NOW = MONDAY + timedelta(days=1)


def address(value: str, whose: str, **more: Any) -> Address:
    kind = "email" if "@" in value else "phone"
    return Address(id=f"{whose}{value}", customer_id=whose, kind=kind, value=value, created_at=MONDAY, **more)


def side(
    number: int, *, customer: dict[str, Any] | None = None, facts: dict[str, Any] | None = None, **more: Any
) -> Side:
    """Lead ``L1`` of customer ``C1``, or the second of each, two hours later."""
    told: dict[str, Any] = {
        "id": f"L{number}",
        "customer_id": f"C{number}",
        "received_at": MONDAY if number == 1 else LATER,
    }
    told |= {"owner_id": "ana" if number == 1 else "ben", "reply_token": f"t{number}"}
    person = Customer(
        id=f"C{number}",
        created_at=MONDAY,
        **{"full": "Samuel Brandt" if number == 1 else "Sam Brant", **(customer or {})},
    )
    return Side(Facts(lead=lead(**(told | more)), customer=person, store=store(), **(facts or {})))


def after(made: Plan, row: str, column: str) -> Any:
    """What the plan leaves in a column; "untouched" where it says nothing."""
    told = [change.after for change in made.changes if (change.row, change.column) == (row, column)]
    assert len(told) <= 1, "one change a column"
    return told[0] if told else "untouched"


def made(left: Side, right: Side, **choices: str) -> Plan:
    return plan(left, right, choices, BOOK, NOW)


@pytest.mark.requirement("LEAD-04")
@pytest.mark.parametrize(
    ("left", "right", "choice", "wins", "kept"),
    [
        ("Samuel Brandt", "Sam Brant", "", "left", "untouched"),
        ("Samuel Brandt", "Sam Brant", "right", "right", "Sam Brant"),
        ("Samuel Brandt", "Sam Brant", "left", "left", "untouched"),
        ("", "Sam Brant", "", "right", "Sam Brant"),
        ("", "Sam Brant", "left", "right", "Sam Brant"),  # nothing to choose where one side says nothing
        ("Samuel Brandt", "", "right", "left", "untouched"),
        ("", "", "", "left", "untouched"),
    ],
)
def test_who_wins_a_line(left: str, right: str, choice: str, wins: str, kept: str) -> None:
    it = made(side(1, customer={"full": left}), side(2, customer={"full": right}), name=choice)
    assert (it.wins["name"], after(it, "C1", "full")) == (wins, kept)
    assert ("name" in it.choosable) == bool(left and right and left != right)


@pytest.mark.requirement("LEAD-04", "COVER-01")
def test_the_owner_who_is_covered_is_proposed_and_a_person_may_choose_otherwise() -> None:
    talk = log(LATER, "connected_follow_up", recorded="https://calls.example/1", lead_id="L2", staff_id="ben")
    left, right = side(1), side(2, facts={"logs": (talk,)})
    assert made(left, right).wins["owner"] == "right"
    assert after(made(left, right), "L1", "owner_id") == "ben"
    assert after(made(left, right, owner="left"), "L1", "owner_id") == "untouched"
    assert after(made(left, side(2)), "L1", "owner_id") == "untouched"


@pytest.mark.requirement("LEAD-04")
@pytest.mark.parametrize(
    ("left", "right", "stage"),
    [
        ("new", "engaged", "engaged"),
        ("appointment_set", "new", "untouched"),
        ("engaged", "lost", "untouched"),
        ("lost", "new", "new"),
        ("new", "new", "untouched"),
    ],
)
def test_the_further_stage_stands_and_an_open_one_before_a_lost_one(
    left: str, right: str, stage: str
) -> None:
    assert after(made(side(1, stage=left), side(2, stage=right)), "L1", "stage") == stage


@pytest.mark.requirement("LEAD-04", "AI-14", "COMPLY-01")
@pytest.mark.parametrize("left", AI_PRIORITY)
@pytest.mark.parametrize("right", AI_PRIORITY)
def test_the_quieter_assistant_always_wins(left: str, right: str) -> None:
    it = made(side(1, ai_state=str(left)), side(2, ai_state=str(right)))
    quieter = min(left, right, key=AI_PRIORITY.index)
    found = after(it, "L1", "ai_state")
    assert (str(left) if found == "untouched" else found) == str(quieter)


@pytest.mark.requirement("LEAD-04")
def test_addresses_come_over_once_and_a_landline_stays_one() -> None:
    mine = (address("+12085550136", "C1"),)
    theirs = (address("+12085550136", "C2", can_text=False), address("sam@example.net", "C2"))
    it = made(side(1, facts={"addresses": mine}), side(2, facts={"addresses": theirs}))
    assert it.addresses == ("sam@example.net",)
    assert after(it, "C2sam@example.net", "customer_id") == "C1"
    assert after(it, "C2+12085550136", "customer_id") == "untouched"
    assert after(it, "C1+12085550136", "can_text") is False
    assert after(it, "C2", "merged_into") == "C1"


@pytest.mark.requirement("LEAD-04")
def test_firsts_are_the_earliest_lasts_the_latest_and_unread_adds_up() -> None:
    it = made(
        side(
            1,
            first_sent_at=LATER,
            last_in_at=MONDAY,
            unread=1,
            provider_ids=[["A", "1"]],
            price_shopper=False,
        ),
        side(
            2,
            first_sent_at=MONDAY,
            last_in_at=LATER,
            unread=2,
            provider_ids=[["A", "1"], ["B", "2"]],
            price_shopper=True,
        ),
    )
    told = {
        name: after(it, "L1", name)
        for name in ("first_sent_at", "last_in_at", "unread", "provider_ids", "price_shopper")
    }
    assert told == {
        "first_sent_at": MONDAY, "last_in_at": LATER, "unread": 3, "provider_ids": [["A", "1"], ["B", "2"]], "price_shopper": True,
    }  # fmt: skip


@pytest.mark.requirement("LEAD-04")
def test_what_would_say_the_same_twice_is_put_to_rest() -> None:
    def rows(number: int) -> dict[str, Any]:
        lead_id = f"L{number}"
        first = Message(
            id=f"m{number}", key=f"m{number}", lead_id=lead_id, direction="out", channel="text", author="assistant", purpose="first_response",
            status="queued", at=MONDAY,
        )  # fmt: skip
        reply = Message(
            id=f"r{number}", key=f"r{number}", lead_id=lead_id, direction="out", channel="text", author="assistant", purpose="reply",
            status="queued", at=MONDAY,
        )  # fmt: skip
        task = Task(
            id=f"k{number}", key=f"k{number}", lead_id=lead_id, kind="call", title="Call", made_at=MONDAY
        )
        timer = Timer(
            id=f"c{number}", key=f"c{number}", lead_id=lead_id, kind="unanswered", started_at=MONDAY
        )
        alert = Alert(
            id=f"a{number}",
            key=f"a{number}",
            lead_id=lead_id,
            staff_id="ana",
            kind="doorbell",
            title="",
            raised_at=MONDAY,
        )
        return {"messages": (first, reply), "tasks": (task,), "timers": (timer,), "alerts": (alert,)}

    it = made(side(1, facts=rows(1)), side(2, facts=rows(2)))
    assert after(it, "m2", "status") == "superseded"
    assert after(it, "r2", "status") == "untouched"  # an answer somebody waits for is never dropped
    assert after(it, "k2", "done_at") == NOW
    assert after(it, "c2", "cleared_at") == NOW
    assert {after(it, row, "lead_id") for row in ("m2", "r2", "k2", "c2", "a2")} == {"L1"}
    assert not [change for change in it.changes if change.row in ("m1", "r1", "k1", "c1", "a1")]


@pytest.mark.requirement("LEAD-04")
@pytest.mark.parametrize(("choice", "positions"), [("left", {"w2": 2}), ("right", {"w2": -1})])
def test_each_vehicle_once_and_those_of_the_winner_first(choice: str, positions: dict[str, int]) -> None:
    def car(row: str, lead_id: str, position: int, stock: str) -> Wanted:
        return Wanted(id=row, lead_id=lead_id, position=position, stock=stock, make="Toyota", model="Camry")

    mine = (car("w1", "L1", 0, "N1"), car("w0", "L1", 1, "N3"))
    theirs = (car("w2", "L2", 0, "N2"), car("w3", "L2", 1, "N1"))
    it = made(
        side(1, vehicle_title="Camry", stock="N1", facts={"wanted": mine}),
        side(2, vehicle_title="Corolla", stock="N2", facts={"wanted": theirs}),
        vehicle=choice,
    )
    assert {row: after(it, row, "position") for row in ("w2",)} == positions
    assert after(it, "w3", "lead_id") == "untouched"
    assert after(it, "L1", "stock") == ("N2" if choice == "right" else "untouched")


@pytest.mark.requirement("LEAD-04", "APPT-03")
def test_a_sold_lead_keeps_its_record() -> None:
    it = made(side(1), side(2, stage="sold"))
    assert not it.one_lead
    assert after(it, "L2", "stage") == "untouched"
    assert after(it, "L2", "customer_id") == "C1"


@pytest.mark.requirement("LEAD-04")
def test_two_leads_of_one_customer_leave_the_customer_alone() -> None:
    again = Facts(lead=lead(id="L2", customer_id="C1"), customer=side(1).customer, store=store())
    assert {change.table for change in made(side(1), Side(again)).changes} == {"lead"}


@pytest.mark.requirement("LEAD-04")
@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        ({}, {}, "L1"),
        ({"stage": "lost"}, {}, "L2"),
        ({"stage": "lost"}, {"stage": "lost"}, "L1"),
        ({"received_at": NOW}, {}, "L2"),
    ],
)
def test_the_open_and_earlier_lead_lives_on(left: dict[str, Any], right: dict[str, Any], kept: str) -> None:
    one, other = side(1, **left), side(2, **right)
    assert kept_first(one, other)[0].lead.id == kept
    assert kept_first(other, one)[0].lead.id == kept


@pytest.mark.requirement("LEAD-04")
def test_planning_changes_no_row_and_is_always_the_same() -> None:
    left, right = side(1), side(2, stage="engaged", unread=2)
    before = [vars(row).copy() for row in (left.lead, right.lead, left.customer, right.customer)]
    assert made(left, right) == made(left, right)
    assert [vars(row) for row in (left.lead, right.lead, left.customer, right.customer)] == before
    assert isinstance(left.lead, Lead)
