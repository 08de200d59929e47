"""The clock, the inbox, the other desk, the night, and moments gone by (R11, R12, R24, R29, DESK-12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.models.rules.gate import GateFacts, GateRules, Outcome, PlaceEvidence, SendingHealth, may_send
from desk.models.words import Channel, Purpose
from desk.services.compliance import load_gate_rules
from tests.models.gate.builders import NOW, by_staff, draft, facts, local, old_lead, wrote

MINUTE = timedelta(minutes=1)
NIGHT = local("America/Phoenix", 2026, 11, 18, 22)
MORNING = local("America/Phoenix", 2026, 11, 19, 8)


def _health(told: GateFacts, **changes: object) -> GateFacts:
    return replace(told, health=replace(told.health, **changes))  # type: ignore[arg-type]


@pytest.mark.rule("R24")
@pytest.mark.parametrize("channel", [Channel.TEXT, Channel.EMAIL])
def test_nothing_automatic_leaves_by_a_channel_whose_inbound_is_not_read(
    rules: GateRules, channel: Channel
) -> None:
    other = Channel.EMAIL if channel is Channel.TEXT else Channel.TEXT
    for read_at, allowed in ((NOW - 10 * MINUTE, True), (NOW - 11 * MINUTE, False), (None, False)):
        read = {other: NOW} | ({channel: read_at} if read_at else {})
        told = _health(facts(), inbound_read_at=read)
        verdict = may_send(draft(channel=channel), told, rules, NOW)
        assert verdict.allowed is allowed
        assert allowed or (verdict.outcome, verdict.rule) == (Outcome.HOLD, "R24")
        assert may_send(by_staff(channel), told, rules, NOW).allowed
        assert may_send(draft(channel=other), told, rules, NOW).allowed


@pytest.mark.rule("R29")
@pytest.mark.parametrize("drift", [timedelta(minutes=5, seconds=1), timedelta(minutes=-40)])
def test_a_wrong_clock_stops_what_depends_on_the_hour(rules: GateRules, drift: timedelta) -> None:
    told = _health(facts(), clock_drift=drift)
    for message in (draft(), draft(channel=Channel.EMAIL), by_staff(), by_staff(Channel.CALL)):
        verdict = may_send(message, told, rules, NOW)
        assert (verdict.outcome, verdict.rule) == (Outcome.HOLD, "R29")
    assert may_send(by_staff(Channel.EMAIL), told, rules, NOW).allowed
    assert may_send(draft(), _health(facts(), clock_drift=5 * MINUTE), rules, NOW).allowed


@pytest.mark.requirement("DESK-12")
def test_while_another_desk_speaks_nothing_automatic_leaves(rules: GateRules) -> None:
    told = _health(facts(), another_desk="Front office")
    verdict = may_send(draft(), told, rules, NOW)
    assert (verdict.outcome, verdict.rule) == (Outcome.HOLD, "DESK-12")
    assert "Front office" in verdict.fact
    assert may_send(by_staff(), told, rules, NOW).allowed


@pytest.mark.rule("R11")
@pytest.mark.requirement("COMPLY-02", "AI-01")
def test_a_night_lead_gets_its_mail_at_once_and_its_text_in_the_morning(rules: GateRules) -> None:
    told = facts(NIGHT)
    assert may_send(draft(channel=Channel.EMAIL), told, rules, NIGHT).allowed
    verdict = may_send(draft(), told, rules, NIGHT)
    assert (verdict.outcome, verdict.rule, verdict.until) == (Outcome.HOLD, "R11", MORNING)
    assert verdict.lifts == "held until Thu 8:00, Arizona window"
    assert may_send(draft(), facts(MORNING), rules, MORNING).allowed


@pytest.mark.rule("R11")
@pytest.mark.parametrize("channel", [Channel.TEXT, Channel.CALL])
def test_a_person_is_held_to_the_hours_too(rules: GateRules, channel: Channel) -> None:
    verdict = may_send(by_staff(channel, reason="He waits"), facts(NIGHT), rules, NIGHT)
    assert (verdict.outcome, verdict.until) == (Outcome.HOLD, MORNING)


@pytest.mark.rule("R11")
def test_a_live_text_is_answered_at_night_only_where_the_store_says_so(rules: GateRules) -> None:
    night = load_gate_rules({"night": {"answer_live_text": True}})
    told = old_lead(NIGHT, inbound=wrote(15 * MINUTE, now=NIGHT))
    assert may_send(draft(Purpose.REPLY), told, rules, NIGHT).outcome is Outcome.HOLD
    assert may_send(draft(Purpose.REPLY), told, night, NIGHT).rule == "R11"
    assert may_send(draft(Purpose.REPLY), told, night, NIGHT).allowed
    for message, given in (
        (draft(Purpose.REPLY), old_lead(NIGHT, inbound=wrote(16 * MINUTE, now=NIGHT))),
        (draft(Purpose.REPLY), old_lead(NIGHT, inbound=wrote(MINUTE, Channel.EMAIL, now=NIGHT))),
        (draft(Purpose.REPLY, marketing=True), told),
        (draft(Purpose.NURTURE), told),
        (by_staff(Channel.CALL), told),
    ):
        assert may_send(message, given, night, NIGHT).outcome is Outcome.HOLD


@pytest.mark.rule("R29")
def test_number_and_address_must_both_be_in_their_hours(rules: GateRules) -> None:
    early = local("America/Phoenix", 2026, 11, 18, 8)
    evening = local("America/New_York", 2026, 11, 18, 21, 30)
    both = PlaceEvidence(phone="+16025550123", postal="10001")
    assert may_send(draft(), facts(early, places=both), rules, early).allowed
    verdict = may_send(draft(), facts(evening, places=both), rules, evening)
    assert "New York" in verdict.fact
    assert verdict.until == MORNING


@pytest.mark.rule("R12")
@pytest.mark.requirement("COMPLY-02")
def test_a_missed_moment_is_held_while_it_may_still_come_and_redecided_once_gone(rules: GateRules) -> None:
    message = draft(expires_at=MORNING)
    assert may_send(message, facts(NIGHT), rules, NIGHT).outcome is Outcome.HOLD
    stale = may_send(message, facts(MORNING), rules, MORNING)
    assert (stale.outcome, stale.rule) == (Outcome.REDECIDE, "COMPLY-02")
    assert (
        may_send(replace(message, channel=Channel.EMAIL), facts(MORNING), rules, MORNING).outcome
        is Outcome.REDECIDE
    )


@pytest.mark.rule("R12")
def test_a_planned_message_waits_for_its_moment_and_that_for_the_window(rules: GateRules) -> None:
    planned = local("America/Phoenix", 2026, 11, 19, 5)
    text = may_send(draft(not_before=planned), facts(), rules, NOW)
    assert (text.outcome, text.until) == (Outcome.HOLD, MORNING)
    assert may_send(draft(channel=Channel.EMAIL, not_before=planned), facts(), rules, NOW).until == planned
    assert may_send(draft(not_before=NOW), facts(), rules, NOW).allowed


@pytest.mark.requirement("COMPLY-05")
def test_health_is_unknown_until_it_is_told(rules: GateRules) -> None:
    assert may_send(draft(), facts(health=SendingHealth()), rules, NOW).rule == "R24"
