"""Whatever the order of events, these hold (issue "The playbook": rules are property-tested)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from desk.models.words import STAGES
from desk.services.rehearsal import Scenario, rehearse
from tests.properties.stories import PLACES, Ended, Line, automatic, moment, played, stories

_SILENT = ("off", "opted_out", "backed_off", "paused_by_status")
_UNASKED = ("nurture", "similar_vehicles", "reengagement", "first_response")
_PROOFS = ("connected_follow_up", "connected_assessed", "declined_call")
_ABOUT_PEOPLE = ("A new lead waits for a person", "Wants a person")


@pytest.mark.requirement(
    "AI-09", "AI-14", "AI-16", "AI-17", "AI-23", "AI-25", "FLOW-13", "ILM-10", "LEAD-06", "LEAD-07"
)
@pytest.mark.rule("R1", "R3", "R9", "R10", "R11", "R29")
@given(stories())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_in_any_order_of_events_these_hold(scenario: Scenario) -> None:
    """One playing of a story answers every question about it; the last one has the engine decide again."""
    for end in played(scenario):
        no_automatic_message_after_an_opt_out_or_while_the_assistant_is_off(end)
        no_automatic_text_outside_the_hours_at_the_customers_place(end)
        no_cap_is_exceeded(end)
        each_lead_is_in_one_acceptable_state_or_on_the_stuck_list(end)
        the_stage_never_goes_back_by_itself(end)
        a_clock_stops_only_by_proof(end)
        no_message_leaves_twice(end)
        assert end.decided_again() == 0, "deciding twice changes nothing"


@pytest.mark.requirement("DESK-09")
@given(stories())
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_same_story_gives_the_same_bytes(scenario: Scenario) -> None:
    first, second = (json.dumps(list(rehearse(scenario))) for _time in range(2))
    assert first == second


def no_automatic_message_after_an_opt_out_or_while_the_assistant_is_off(end: Ended) -> None:
    """AI-09, AI-14, AI-16, AI-17, R1, R3."""
    state = "on"
    for line in end.lines:
        if line["kind"] == "ai":
            state = line["to"]
        assert not (state in _SILENT and automatic(line) and line["purpose"] != "appointment_confirmation"), (
            line
        )
        assert not (state in ("off", "opted_out") and automatic(line)), line


def no_automatic_text_outside_the_hours_at_the_customers_place(end: Ended) -> None:
    """R9, R11, R29."""
    zone, opens, closes = PLACES[end.phone]
    for line in end.lines:
        if automatic(line) and line["channel"] == "text":
            assert opens <= moment(line).astimezone(zone).hour < closes, line


def no_cap_is_exceeded(end: Ended) -> None:
    """FLOW-13, R10."""
    unasked = [line for line in end.lines if automatic(line) and line["purpose"] in _UNASKED]
    assert _most_within(24, [line for line in unasked if line["channel"] == "text"]) <= 3
    # The first answer is what the customer asked for; no budget of touches holds it back (caps.outside_budget).
    counted = [line for line in unasked if line["purpose"] != "first_response"]
    days = [line["at"][:10] for line in counted]
    later = {
        day: _touches([line for line in counted if line["at"][:10] == day])
        for day in days
        if day != end.rehearsal.scenario.start.date().isoformat()
    }
    assert max(later.values(), default=0) <= 2, later


def _most_within(hours: int, lines: list[Line]) -> int:
    moments = [moment(line) for line in lines]
    return max(
        (sum(at <= other < at + timedelta(hours=hours) for other in moments) for at in moments), default=0
    )


def _touches(lines: list[Line]) -> int:
    """An e-mail and a text within five minutes are one touch."""
    count, last = 0, None
    for line in lines:
        if last is None or moment(line) - last > timedelta(minutes=5):
            count, last = count + 1, moment(line)
    return count


def each_lead_is_in_one_acceptable_state_or_on_the_stuck_list(end: Ended) -> None:
    """LEAD-07."""
    for row in end.lines[-1]["leads"]:
        assert row["state"] in ("active", "on_hold", "won", "lost", "reassigned", "stuck")
        assert (row["state"] == "stuck") is (row["lead"] in end.lines[-1]["stuck"])
        assert (row["state"] == "won") is (row["stage"] == "sold")
        assert (row["state"] == "lost") is (row["stage"] == "lost")


def the_stage_never_goes_back_by_itself(end: Ended) -> None:
    """With one exception: a customer who writes to a lost lead reopens it (LEAD-06)."""
    for line in end.lines:
        if line["kind"] == "stage" and line["by"] == "the desk":
            forward = STAGES.index(line["to"]) >= STAGES.index(line["from"])
            assert forward or (line["from"], line["to"]) == ("lost", "engaged"), line


def a_clock_stops_only_by_proof(end: Ended) -> None:
    """A person's message, a connected or declined call, or the end of the lead; never a note, a claim or the assistant (ILM-10, AI-23)."""
    for line in end.lines:
        if line["kind"] == "escalation_cleared" and line["about"] in _ABOUT_PEOPLE:
            assert _proven(end, line), line


def _proven(end: Ended, cleared: dict[str, Any]) -> bool:
    until = moment(cleared)
    closed = any(
        line["kind"] == "stage" and line["to"] in ("sold", "lost") and moment(line) <= until
        for line in end.lines
    )
    logs = [event for event in end.rehearsal.scenario.events if event.do == "log" and event.at <= until]
    return closed or any(
        log.get("outcome") in _PROOFS or log.get("type") in ("text", "email") for log in logs
    )


def no_message_leaves_twice(end: Ended) -> None:
    """AI-25."""
    numbers = [line["number"] for line in end.lines if line["kind"] == "message" and line["status"] == "sent"]
    assert len(numbers) == len(set(numbers))
