"""Every lead is in exactly one acceptable state, or on the stuck list (LEAD-07)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.rules.standing import decide
from desk.models.rules.states import state_of
from desk.models.task import Appointment
from desk.models.time import to_micros
from desk.services.playbooks import load_playbook
from tests.models.rules.given import MINUTE, MONDAY, facts, lead, log, message, store, task

BOOK = load_playbook()
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
TASK = {"tasks": (task("T1", MONDAY + DAY),)}
VISIT = {
    "appointments": (
        Appointment(
            id="A", key="A", lead_id="L1", starts_at=MONDAY + DAY, ends_at=MONDAY + DAY, made_at=MONDAY
        ),
    )
}
HELD = {"hold_kind": "organic", "hold_reason": "Away", "hold_until": MONDAY + DAY}
CHANGED = {"done": frozenset({f"L1·reassigned·{to_micros(MONDAY)}"})}


def state(told: dict[str, Any], rows: dict[str, Any] | None = None, later: timedelta = MINUTE) -> str:
    return str(state_of(facts(lead(**told), **(rows or {})), BOOK, MONDAY + later))


@pytest.mark.requirement("LEAD-07")
@pytest.mark.parametrize(
    ("told", "rows", "later", "expected"),
    [
        ({"stage": "sold"}, {}, MINUTE, "won"),
        ({"stage": "lost", "lost_reason": "no_response"}, {}, MINUTE, "lost"),
        (HELD, {}, HOUR, "on_hold"),
        (HELD, {}, DAY, "stuck"),
        ({**HELD, "hold_reason": ""}, {}, HOUR, "stuck"),
        ({**HELD, "hold_until": None}, {}, HOUR, "stuck"),
        ({"owner_id": None}, {}, 29 * MINUTE, "active"),
        ({"owner_id": None}, TASK, 31 * MINUTE, "stuck"),
        ({"owner_id": "nobody"}, TASK, 31 * MINUTE, "stuck"),
        ({}, {}, MINUTE, "active"),
        ({"ai_state": "reactive"}, {}, MINUTE, "stuck"),
        ({"ai_state": "off"}, {}, MINUTE, "stuck"),
        ({"ai_state": "opted_out"}, TASK, MINUTE, "active"),
        ({"ai_state": "off"}, VISIT, MINUTE, "active"),
        ({"ai_state": "off"}, {"messages": (message(MONDAY, status="queued"),)}, MINUTE, "active"),
        ({"owner_at": MONDAY}, CHANGED, HOUR, "reassigned"),
        ({"owner_at": MONDAY}, CHANGED, 11 * HOUR, "stuck"),
        ({"owner_at": MONDAY}, {**CHANGED, "logs": (log(MONDAY + HOUR, "no_answer"),)}, 11 * HOUR, "active"),
        ({"owner_at": MONDAY, "claimed_at": MONDAY}, CHANGED, HOUR, "active"),
        ({"owner_at": MONDAY}, {}, HOUR, "active"),
        ({"ai_state": "backed_off"}, {}, 7 * HOUR, "active"),
        ({"ai_state": "backed_off"}, {}, DAY, "stuck"),
        ({"ai_state": "backed_off"}, TASK, DAY, "active"),
        ({"ai_state": "backed_off"}, {"tasks": (task("T1", None),)}, DAY, "stuck"),
    ],
)
def test_each_state_by_its_facts(
    told: dict[str, Any], rows: dict[str, Any], later: timedelta, expected: str
) -> None:
    assert state(told, rows, later) == expected


@pytest.mark.requirement("LEAD-07")
def test_the_clock_looks_again_when_a_state_changes_by_itself() -> None:
    held = facts(lead(**HELD))
    wakes = [d.at for d in decide(held, BOOK, MONDAY) if type(d).__name__ == "Wake"]
    assert wakes == [MONDAY + DAY]


@pytest.mark.requirement("LEAD-07")
@given(
    st.sampled_from(["new", "contacted", "engaged", "sold", "lost"]),
    st.sampled_from(["on", "reactive", "off", "handed_off", "backed_off", "opted_out", "paused_by_status"]),
    st.sampled_from([None, "ben", "gone"]),
    st.booleans(),
    st.integers(0, 10000),
)
def test_there_is_always_one_and_it_says_why(
    stage: str, ai: str, owner: str | None, held: bool, minute: int
) -> None:
    told = {"stage": stage, "ai_state": ai, "owner_id": owner} | (HELD if held else {})
    found = state_of(facts(lead(**told), store()), BOOK, MONDAY + minute * MINUTE)
    assert found.name in ("active", "on_hold", "won", "lost", "reassigned", "stuck")
    assert found.why
    assert found.until is None or found.until > MONDAY
