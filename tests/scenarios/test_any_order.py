"""Whatever happens in whatever order, the procedure keeps its promises (the rehearsal as a property)."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.services.rehearsal import rehearse
from desk.services.rehearsal.scenario import Scenario, scenario_of

STATES = {"active", "on_hold", "won", "lost", "reassigned", "stuck"}
STAFF = [
    {"id": "ana", "name": "Ana", "role": "bdc", "team": "internet"},
    {"id": "ben", "name": "Ben", "role": "sales", "team": "floor"},
    {"id": "dana", "name": "Dana", "role": "manager"},
]
LEAD = {
    "at": "0s",
    "do": "lead",
    "lead": "L1",
    "source": "Autotrader",
    "customer": {"first": "Kim", "last": "Doe", "emails": ["kim@example.com"], "phones": ["602-555-0142"]},
    "vehicles": [{"year": 2022, "make": "Toyota", "model": "RAV4", "stock": "T4410"}],
    "comments": "Is it available?",
}
CAR = {
    "stock": "T4410",
    "year": 2022,
    "make": "Toyota",
    "model": "RAV4",
    "condition": "used",
    "status": "available",
}
WORDS = (
    "Could come Saturday at 3",
    "What is your best price?",
    "STOP",
    "I want to talk to a person",
    "not now",
    "thanks",
)

_REPLY = st.builds(
    lambda text, channel: {"do": "reply", "channel": channel, "text": text},
    st.sampled_from(WORDS),
    st.sampled_from(("text", "email")),
)
_LOG = st.builds(
    lambda kind, outcome: {"do": "log", "by": "ana", "type": kind, "outcome": outcome if kind == "call" else "", "summary": "x"},
    st.sampled_from(("call", "note", "email")), st.sampled_from(("connected_follow_up", "no_answer", "declined_call")),
)  # fmt: skip
_ACTS = st.sampled_from(
    (
        {"do": "ai", "by": "ana", "set": "off", "reason": "Mine"},
        {"do": "ai", "by": "ana", "set": "on"},
        {"do": "claim", "by": "ben"},
        {"do": "hold", "by": "ana", "kind": "organic", "reason": "Away", "until": "2026-03-05", "note": "n"},
        {"do": "resume"},
        {"do": "book", "by": "ana", "starts": "2026-03-06T11:00:00-07:00"},
        {"do": "appointment", "by": "ana", "result": "no_show"},
        {"do": "appointment", "by": "ana", "result": "shown"},
        {"do": "temperature", "by": "ana", "score": 90, "reason": "Hot"},
        {"do": "lost", "by": "dana", "reason": "No response"},
        {"do": "sold", "by": "ben"},
        {"do": "stage", "by": "ana", "stage": "contacted", "status": "Deposit taken"},
        {"do": "coverage", "sold_by": "ben"},
        {"do": "leave", "staff": "ana"},
        {"do": "inventory", "stock": "T4410", "status": "sold"},
    )
)
_EVENTS = st.lists(st.tuples(st.integers(1, 4 * 24 * 60), st.one_of(_REPLY, _LOG, _ACTS)), max_size=7)


def story(events: Iterable[tuple[int, dict[str, Any]]]) -> Scenario:
    gone = False
    told: list[dict[str, Any]] = [LEAD]
    for minute, event in sorted(events, key=lambda each: each[0]):
        instead = {"by": "ben"} if gone and event.get("by") == "ana" else {}
        told.append({"at": f"{minute}m", "lead": "L1"} | event | instead)
        gone = gone or event["do"] == "leave"
    whole = {
        "title": "Any order",
        "start": "2026-03-02T10:00:00-07:00",
        "until": "5d",
        "store": {"name": "Cedar Ridge Motors", "timezone": "America/Phoenix", "region": "AZ"},
        "staff": STAFF,
        "vehicle": [CAR],
        "event": told,
    }
    return scenario_of(whole, Path("any.toml"))


def sent(lines: list[dict[str, Any]], **told: str) -> list[dict[str, Any]]:
    found = (line for line in lines if line["kind"] == "message" and line["status"] == "sent")
    return [line for line in found if all(line.get(name) == value for name, value in told.items())]


def silent_spans(lines: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """When the assistant was off or opted out, as spans of printed moments."""
    spans, since = [], ""
    for line in (line for line in lines if line["kind"] == "ai"):
        if line["to"] in ("off", "opted_out"):
            since = since or line["at"]
        elif since:
            spans.append((since, line["at"]))
            since = ""
    return [*spans, (since, "9")] if since else spans


@pytest.mark.requirement("AI-14", "AI-16", "LEAD-07", "FLOW-13", "DESK-09")
@pytest.mark.rule("R3", "R10", "R11")
@given(events=_EVENTS)
@settings(
    deadline=None,
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_the_order(
    events: list[tuple[int, dict[str, Any]]], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    lines = list(rehearse(story(events)))
    automatic = sent(lines, author="assistant")
    for since, until in silent_spans(lines):
        late = [m for m in automatic if since < m["at"] < until and m["purpose"] != "opt_out_confirmation"]
        assert late == [], "nothing automatic after an opt-out or while switched off"
    texts = [datetime.fromisoformat(m["at"]) for m in sent(lines, channel="text", author="assistant")]
    assert all(8 <= at.hour < 21 for at in texts), "no text outside the hours of Arizona, 8 to 21"
    unasked = [datetime.fromisoformat(m["at"]) for m in sent(lines, channel="text", purpose="nurture")]
    assert all(sum(at <= other < at + timedelta(days=1) for other in unasked) <= 3 for at in unasked), (
        "no cap exceeded"
    )
    assert {row["state"] for row in lines[-1]["leads"]} <= STATES
    assert caplog.messages == [], "the rules rest"
    assert json.dumps(lines) == json.dumps(list(rehearse(story(events)))), "the same story, the same bytes"
