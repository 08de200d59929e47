"""The doorbell and the ladders, told as stories on a lead that is kept in memory."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.decisions import (
    AssignOwner,
    ClearTimer,
    MarkOverdue,
    RaiseAlert,
    SetAssistant,
    StartTimer,
    StepTimer,
)
from desk.models.rules import ladder, tasks
from desk.models.task import Appointment
from desk.services.playbooks import load_playbook
from tests.models.rules.given import (
    MINUTE,
    MONDAY,
    PEOPLE,
    File,
    facts,
    lead,
    log,
    message,
    person,
    steps,
    store,
    task,
)

BOOK = load_playbook()
HOUR = timedelta(hours=1)


def file(overlay: dict[str, Any] | None = None, **told: Any) -> File:
    the_store = told.pop("the_store", None) or store(tuple(person(p.id, p.role) for p in PEOPLE))
    rows = {
        name: told.pop(name) for name in ("messages", "logs", "tasks", "appointments", "done") if name in told
    }
    return File(
        load_playbook(overlay) if overlay else BOOK,
        facts(lead(**told), the_store, **rows),
        ladder.decide,
        tasks.decide,
    )


def told(kind: type, decisions: list[Any]) -> list[Any]:
    return [d for d in decisions if isinstance(d, kind)]


@pytest.mark.requirement("ILM-01", "ILM-04")
def test_an_unanswered_lead_climbs_the_shipped_ladder() -> None:
    story = file()
    first = story.at(MONDAY)
    assert [(a.staff_id, a.kind) for a in told(RaiseAlert, first)] == [("ben", "doorbell")]
    assert told(StartTimer, first)[0].target == MONDAY + 15 * MINUTE
    assert steps(story.until(MONDAY + 95 * MINUTE, MONDAY)) == [
        (15, 1, ("ana",)),
        (20, 2, ("ben", "carl")),
        (30, 3, ("dana",)),
        (50, 4, ("olga",)),
        (70, 4, ("olga",)),
        (90, 4, ("olga",)),
    ]


@pytest.mark.requirement("ILM-05")
def test_a_lead_of_the_stores_own_site_climbs_faster_and_the_reason_says_so() -> None:
    story = file(source_class="1st")
    why = told(StartTimer, story.at(MONDAY))[0].why
    assert why[0] == "ladder.Unanswered lead of the store's own site"
    assert "source class 1st" in why[1]
    assert "more specific than 1 other" in why[1]
    assert [minute for minute, *_ in steps(story.until(MONDAY + HOUR, MONDAY))] == [10, 15, 25, 45]


@pytest.mark.requirement("ILM-01")
def test_a_lead_that_nobody_owns_rings_everybody_at_work() -> None:
    people = (
        person("ana", "bdc"),
        person("ben"),
        person("carl", shift={"tue": "09:00-17:00"}),
        person("dana", "manager"),
    )
    rung = told(RaiseAlert, file(owner_id=None, the_store=store(people)).at(MONDAY))
    assert [a.staff_id for a in rung] == ["ana", "ben"]
    assert rung[0].title == "New lead: Rosa Vance"


PROOFS = [
    ({"messages": message(MONDAY + 5 * MINUTE)}, "email that left"),
    ({"messages": message(MONDAY + 5 * MINUTE, channel="text")}, "text that left"),
    ({"logs": log(MONDAY + 5 * MINUTE, "connected_assessed")}, "a connected call"),
    ({"logs": log(MONDAY + 5 * MINUTE, "connected_assessed", direction="in")}, "a connected call"),
    ({"logs": log(MONDAY + 5 * MINUTE, "declined_call")}, "a declined call"),
]
NO_PROOFS = [
    {"logs": log(MONDAY + 5 * MINUTE, type="note")},
    {"logs": log(MONDAY + 5 * MINUTE, "no_answer", direction="in")},
    {"messages": message(MONDAY + 5 * MINUTE, "assistant")},
    {"messages": message(MONDAY + 5 * MINUTE, "customer")},
    {"messages": message(MONDAY + 5 * MINUTE, status="queued")},
    {"messages": message(MONDAY + 5 * MINUTE, status="failed")},
]


@pytest.mark.requirement("ILM-10", "ILM-06")
@pytest.mark.parametrize(("row", "proof"), PROOFS)
def test_contact_by_a_person_stops_the_clock_and_quiets_the_alerts(row: dict[str, Any], proof: str) -> None:
    story = file()
    story.at(MONDAY)
    story.add(**row)
    cleared = told(ClearTimer, story.at(MONDAY + 6 * MINUTE))
    assert [(c.proof, c.at, bool(c.by)) for c in cleared] == [(proof, MONDAY + 5 * MINUTE, True)]
    assert all(alert.done_at for alert in story.facts.alerts)
    assert steps(story.until(MONDAY + 2 * HOUR, MONDAY + 6 * MINUTE)) == []


@pytest.mark.requirement("ILM-10", "ILM-03")
@pytest.mark.parametrize("row", NO_PROOFS)
def test_nothing_else_stops_it(row: dict[str, Any]) -> None:
    story = file()
    story.at(MONDAY)
    story.add(**row)
    assert (15, 1, ("ana",)) in steps(story.until(MONDAY + 16 * MINUTE, MONDAY + 6 * MINUTE))


@pytest.mark.requirement("ILM-10")
def test_an_attempt_starts_the_ladder_over_once() -> None:
    story = file()
    story.until(MONDAY + 22 * MINUTE, MONDAY)
    story.add(logs=log(MONDAY + 22 * MINUTE, "no_answer_voicemail"))
    later = story.until(MONDAY + 45 * MINUTE, MONDAY + 22 * MINUTE)
    assert [d.level for _at, d in later if isinstance(d, StepTimer) and d.reset] == [0]
    assert steps(later) == [(37, 1, ("ana",)), (42, 2, ("ben", "carl"))]
    story.add(logs=log(MONDAY + 44 * MINUTE, "no_answer"))
    assert steps(story.until(MONDAY + 53 * MINUTE, MONDAY + 44 * MINUTE)) == [(52, 3, ("dana",))]
    again = [a.key for a in story.facts.alerts if a.staff_id == "ana"]
    assert len(again) == len(set(again)) == 2, "the step is a new alert after an attempt"


@pytest.mark.requirement("ILM-09")
def test_a_lead_at_night_starts_at_the_next_opening_and_says_so() -> None:
    night = MONDAY + timedelta(hours=12)
    story = file(received_at=night, taken_at=night)
    start = told(StartTimer, story.at(night))[0]
    assert start.started == MONDAY + timedelta(hours=23)
    assert start.target == start.started + 15 * MINUTE
    assert "starts Tue 09:00" in start.why[-1]


@pytest.mark.requirement("ILM-10")
def test_an_answer_before_the_clock_starts_counts() -> None:
    night = MONDAY + timedelta(hours=12)
    story = file(received_at=night, taken_at=night)
    story.at(night)
    story.add(messages=message(night + HOUR))
    assert told(ClearTimer, story.at(night + HOUR))


@pytest.mark.requirement("ILM-04")
@pytest.mark.parametrize(("stage", "reason"), [("sold", ""), ("lost", "bought elsewhere")])
def test_a_closed_lead_waits_for_nobody_and_was_not_answered(stage: str, reason: str) -> None:
    story = file()
    story.at(MONDAY)
    story.facts.lead.stage, story.facts.lead.lost_reason = stage, reason
    cleared = told(ClearTimer, story.at(MONDAY + MINUTE))
    assert [c.by for c in cleared] == [""]
    assert stage in cleared[0].proof


@pytest.mark.requirement("FLOW-03")
def test_a_hold_lets_the_clock_rest_and_the_step_starts_anew_after_it() -> None:
    story = file()
    story.at(MONDAY)
    story.facts.lead.hold_kind = "organic"
    assert steps(story.until(MONDAY + 8 * HOUR, MONDAY + MINUTE)) == []
    story.facts.lead.hold_kind = ""
    assert steps(story.until(MONDAY + 3 * HOUR + 16 * MINUTE, MONDAY + 3 * HOUR)) == [(195, 1, ("ana",))]


def handed_off(**more: Any) -> File:
    asked = message(MONDAY, "customer", reading={"intents": ["wants_person"]})
    mark = f"L1·handoff·{asked.id}"
    rows = {
        "messages": (asked,),
        "done": frozenset({mark, f"{mark}·ben"}),
        "ai_state": "handed_off",
        "ai_returns_to": "reactive",
    }
    return file(is_history=True, **(rows | more))


@pytest.mark.requirement("AI-23")
def test_a_hand_off_has_its_own_clock_that_a_claim_does_not_stop() -> None:
    story = handed_off()
    story.at(MONDAY)
    story.facts.lead.claimed_at = MONDAY + MINUTE
    assert steps(story.until(MONDAY + 41 * MINUTE, MONDAY + MINUTE)) == [
        (15, 1, ("ben", "ana")),
        (25, 2, ("ben", "carl", "dana")),
        (40, 3, ("olga",)),
    ]


@pytest.mark.requirement("AI-23")
def test_an_answer_ends_the_hand_off_and_gives_back_the_state() -> None:
    story = handed_off()
    story.at(MONDAY)
    assert not [a for a in story.facts.alerts if a.kind == "handoff"], (
        "the assistant has rung the owner itself"
    )
    story.add(messages=message(MONDAY + 3 * MINUTE))
    assert [d.to for d in told(SetAssistant, story.at(MONDAY + 3 * MINUTE))] == ["reactive"]
    assert steps(story.until(MONDAY + HOUR, MONDAY + 3 * MINUTE)) == []
    assert not [t for t in story.facts.timers if t.cleared_at is None]


@pytest.mark.requirement("FLOW-10", "ILM-04")
def test_an_overdue_task_is_said_once_climbs_and_ends_with_the_task() -> None:
    story = file(is_history=True, tasks=(task("T1", MONDAY + 5 * MINUTE),))
    decided = story.until(MONDAY + 2 * HOUR, MONDAY)
    assert [(at - MONDAY) / MINUTE for at, d in decided if isinstance(d, MarkOverdue)] == [5]
    assert steps(decided) == [(20, 1, ("ben",)), (65, 2, ("ana",))]
    story.add(messages=message(MONDAY + 2 * HOUR))
    assert not told(ClearTimer, story.at(MONDAY + 2 * HOUR)), "the task is what is owed"
    story.facts.tasks[0].done_at = MONDAY + 3 * HOUR
    assert told(ClearTimer, story.at(MONDAY + 3 * HOUR))[0].proof == "the task is done"


@pytest.mark.requirement("ALERT-03")
def test_a_task_does_not_climb_beside_the_leads_own_clock() -> None:
    story = file(tasks=(task("T1", MONDAY + 5 * MINUTE),))
    story.until(MONDAY + 25 * MINUTE, MONDAY)
    assert {timer.kind for timer in story.facts.timers} == {"unanswered"}
    story.add(messages=message(MONDAY + 25 * MINUTE))
    assert steps(story.until(MONDAY + 41 * MINUTE, MONDAY + 25 * MINUTE)) == [(40, 1, ("ben",))]


@pytest.mark.requirement("FLOW-02")
def test_a_claim_without_contact_the_same_day_is_escalated_at_closing() -> None:
    story = file(is_history=True, claimed_at=MONDAY)
    assert steps(story.until(MONDAY + 11 * HOUR, MONDAY)) == [(600, 1, ("ben", "dana"))]
    kept = file(is_history=True, claimed_at=MONDAY, logs=(log(MONDAY + HOUR, "connected_assessed"),))
    assert steps(kept.until(MONDAY + 11 * HOUR, MONDAY)) == []


@pytest.mark.requirement("ILM-08")
def test_no_show_complaint_and_failure_reach_the_manager_at_once() -> None:
    visit = Appointment(
        id="A1",
        key="A1",
        lead_id="L1",
        starts_at=MONDAY,
        ends_at=MONDAY + HOUR,
        status="no_show",
        made_at=MONDAY,
        closed_at=MONDAY,
    )
    angry = message(MONDAY, "customer", reading={"intents": ["complaint"]})
    failed = message(MONDAY, "assistant", status="failed")
    for rows in ({"appointments": (visit,)}, {"messages": (angry,)}, {"messages": (failed,)}):
        assert steps(file(is_history=True, **rows).until(MONDAY + MINUTE, MONDAY)) == [(0, 1, ("dana",))]


@pytest.mark.requirement("ILM-04")
def test_a_step_may_give_the_lead_away_and_the_new_owner_is_rung() -> None:
    ring = {
        "name": "Take it",
        "when": {"trigger": "unanswered"},
        "steps": [{"after": "5m", "to": ["carl"], "reassign": True}],
    }
    story = file({"ladder": [ring]})
    story.at(MONDAY)
    given_away = story.at(MONDAY + 5 * MINUTE)
    assert [d.to for d in told(AssignOwner, given_away)] == ["carl"]
    assert ("carl", "doorbell") in [(a.staff_id, a.kind) for a in story.facts.alerts]


@pytest.mark.requirement("ILM-04")
def test_a_step_whose_role_the_store_does_not_have_goes_to_its_leaders() -> None:
    story = file(the_store=store((person("ben"), person("olga", "owner"))))
    assert steps(story.until(MONDAY + 31 * MINUTE, MONDAY))[0] == (15, 1, ("olga",))


EVENTS = st.lists(
    st.tuples(
        st.integers(0, 240), st.sampled_from(["note", "voicemail", "assistant", "customer", "contact"])
    ),
    max_size=6,
)


@pytest.mark.requirement("ILM-10", "ALERT-03")
@given(EVENTS)
def test_whatever_happens_only_contact_stops_it_levels_rise_and_nobody_is_alerted_twice(
    events: list[tuple[int, str]],
) -> None:
    story = file()
    rows = {
        "note": lambda at: {"logs": log(at, type="note")},
        "voicemail": lambda at: {"logs": log(at, "no_answer_voicemail")},
        "assistant": lambda at: {"messages": message(at, "assistant")},
        "customer": lambda at: {"messages": message(at, "customer")},
        "contact": lambda at: {"logs": log(at, "connected_follow_up")},
    }
    now = MONDAY
    for minute, what in sorted(events):
        story.until(MONDAY + minute * MINUTE, now)
        now = MONDAY + minute * MINUTE
        story.add(**rows[what](now))
        story.at(now)
        assert story.at(now) == [], "deciding twice changes nothing"
    stopped = any(what == "contact" for _minute, what in events)
    assert all((timer.cleared_at is not None) == stopped for timer in story.facts.timers)
    runs = [d for _at, d in story.told if isinstance(d, StepTimer)]
    assert sum(d.reset for d in runs) <= 1
    assert all(one.level <= two.level or two.reset for one, two in pairwise(runs))
    keys = [a.key for a in story.facts.alerts]
    assert len(keys) == len(set(keys))
