"""Holds that come back, what a record is, and when it may be closed (FLOW-03, FLOW-04, FLOW-17, LEAD-08)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desk.models.by import By
from desk.models.commands import HoldLead, MoveLead
from desk.models.decisions import EndHold, MakeTask, MoveStage, RaiseAlert, SetLead, Wake
from desk.models.errors import Refused
from desk.models.rules import acts, holds, marks
from desk.models.rules.states import state_of
from desk.services.playbooks import load_playbook
from tests.models.rules.given import MINUTE, MONDAY, facts, lead, log, message

BOOK = load_playbook()
DAY = timedelta(days=1)
ANA, DANA = By("staff", "ana", "bdc", "Ana"), By("staff", "dana", "manager", "Dana")
FRIDAY_MIDNIGHT = datetime(2026, 3, 6, 7, tzinfo=UTC)
FRIDAY_OPENING = datetime(2026, 3, 6, 16, tzinfo=UTC)
SUNDAY = datetime(2026, 3, 8, 7, tzinfo=UTC)


def held(until: datetime = FRIDAY_MIDNIGHT, **more: Any) -> Any:
    return lead(
        hold_kind="organic", hold_reason="Away", hold_until=until, hold_note="Ask about the trade", **more
    )


# --- holds ---


@pytest.mark.requirement("FLOW-04")
def test_a_held_lead_rests_until_the_stores_opening_of_its_day() -> None:
    assert list(holds.decide(facts(held()), BOOK, MONDAY)) == [Wake(FRIDAY_OPENING)]
    assert str(state_of(facts(held()), BOOK, FRIDAY_MIDNIGHT + MINUTE)) == "on_hold"


@pytest.mark.requirement("FLOW-04")
def test_then_it_is_back_with_a_task_and_its_owner_knows() -> None:
    found = list(holds.decide(facts(held()), BOOK, FRIDAY_OPENING))
    assert isinstance(found[0], EndHold)
    assert [d.title for d in found if isinstance(d, MakeTask)] == ["Back from hold: Away"]
    assert [d.staff_id for d in found if isinstance(d, RaiseAlert)] == ["ben"]


@pytest.mark.requirement("FLOW-04")
def test_a_date_on_a_closed_day_is_kept() -> None:
    assert list(holds.decide(facts(held(SUNDAY)), BOOK, MONDAY)) == [Wake(SUNDAY)]


@pytest.mark.requirement("FLOW-03")
def test_nothing_the_assistant_wrote_is_an_attempt_for_a_hold() -> None:
    asked = HoldLead(by=ANA, lead_id="L1", kind="organic", reason="Away", until=MONDAY + DAY, note="n")
    assert acts.hold_missing(facts(messages=(message(MONDAY, "assistant"),)), BOOK, MONDAY, asked) == (
        "attempt",
    )
    assert acts.hold_missing(facts(messages=(message(MONDAY, "staff"),)), BOOK, MONDAY, asked) == ()
    assert acts.hold_missing(facts(logs=(log(MONDAY - 2 * DAY, "no_answer"),)), BOOK, MONDAY, asked) == (
        "attempt",
    )


# --- marks ---


def said(after: timedelta, *intents: str) -> Any:
    return message(MONDAY + after, "customer", reading={"intents": list(intents)})


def set_to(**rows: Any) -> list[dict[str, Any]]:
    return [d.values for d in marks.decide(facts(**rows), BOOK, MONDAY + DAY) if isinstance(d, SetLead)]


@pytest.mark.requirement("LEAD-08")
@pytest.mark.parametrize(
    ("intents", "marked"),
    [(("price",), True), (("price", "test_drive"), False), (("availability",), False), (("payment",), True)],
)
def test_a_price_shopper_asks_for_the_price_first(intents: tuple[str, ...], marked: bool) -> None:
    assert set_to(messages=(said(MINUTE, *intents),)) == ([{"price_shopper": True}] if marked else [])
    assert set_to(messages=(said(MINUTE, "availability"), said(2 * MINUTE, "price"))) == []


@pytest.mark.requirement("LEAD-08")
@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ((), "live"),
        ((said(2 * MINUTE, "propose_time"),), "live"),
        ((said(2 * MINUTE, "not_now"),), "organic"),
        ((said(2 * MINUTE, "not_now"), said(3 * MINUTE, "test_drive")), "live"),
    ],
)
def test_an_order_begins_with_a_persons_price_and_is_what_the_customer_said_last(
    rows: tuple[Any, ...], kind: str
) -> None:
    quote = message(MONDAY, "staff", text="It is $24,500 plus tax.")
    assert set_to(messages=(quote, *rows)) == [{"order_kind": kind}]
    assert set_to(messages=rows) == []


@pytest.mark.requirement("LEAD-08")
def test_a_mark_that_a_person_changed_stands_until_something_new_is_said() -> None:
    quote = message(MONDAY, "staff", text="$24,500")
    first = {d.key for d in marks.decide(facts(messages=(quote,)), BOOK, MONDAY) if getattr(d, "key", "")}
    mine = facts(lead(order_kind="organic"), messages=(quote,), done=frozenset(first))
    assert not list(marks.decide(mine, BOOK, MONDAY))
    new = facts(lead(order_kind="organic"), messages=(quote, said(DAY, "test_drive")), done=frozenset(first))
    assert [d.values for d in marks.decide(new, BOOK, MONDAY) if isinstance(d, SetLead)] == [
        {"order_kind": "live"}
    ]


# --- closing ---


def close(by: By = ANA, reason: str = "No response", **rows: Any) -> list[Any]:
    moved = MoveLead(by=by, lead_id="L1", stage="lost", reason=reason)
    return list(acts.move(facts(**rows), BOOK, MONDAY + 11 * DAY, moved))


def tries(count: int, days: float = 2, ways: tuple[str, ...] = ("call", "email")) -> dict[str, Any]:
    logs = tuple(
        log(
            MONDAY + n * days * DAY,
            "no_answer" if ways[n % len(ways)] == "call" else "",
            ways[n % len(ways)],
            id=f"t{n}",
        )
        for n in range(count)
    )
    return {"logs": logs}


@pytest.mark.requirement("FLOW-17")
@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        ({}, ("attempts", "days", "channels")),
        (tries(5), ("attempts",)),
        (tries(6, ways=("call",)), ("channels",)),
        (
            {
                "logs": tuple(
                    log(MONDAY + 8 * DAY + n * MINUTE, "", t, id=f"{n}")
                    for n, t in enumerate(["email", "text"] * 3)
                )
            },
            ("days",),
        ),
    ],
)
def test_closing_for_want_of_an_answer_takes_the_attempts(
    rows: dict[str, Any], missing: tuple[str, ...]
) -> None:
    with pytest.raises(Refused) as refusal:
        close(**rows)
    assert refusal.value.missing == missing


@pytest.mark.requirement("FLOW-17")
@pytest.mark.parametrize(
    "told",
    [
        {**tries(6)},
        {"by": DANA},
        {"reason": "Bought a boat"},
        {"the_lead": lead(ai_state="backed_off")},
    ],
)
def test_it_is_allowed_with_them_or_a_manager_or_another_reason_or_the_customers_own_end(
    told: dict[str, Any],
) -> None:
    moved = close(**told)[-1]
    assert isinstance(moved, MoveStage)
    assert moved.to == "lost"
    assert moved.lost_reason == (told.get("reason") or "no_response")
