"""When the assistant is silent: states, statuses, pauses, holds, people who spoke (AI-14 to AI-27)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.models.rules.gate import GateRules, HumanContact, LeadHold, OptOutFact, Outcome, Pause, may_send
from desk.models.words import AiState, Author, BlockKind, Channel, Purpose
from tests.models.gate.builders import (
    MAIL,
    MOBILE,
    NOW,
    block,
    by_staff,
    draft,
    facts,
    local,
    old_lead,
    wrote,
)

EVERY = frozenset(Purpose) - {Purpose.STAFF}
CONFIRMED_STOP = OptOutFact(MAIL, Channel.EMAIL, NOW - timedelta(minutes=1))
PASSES = {
    AiState.ON: EVERY,
    AiState.REACTIVE: {
        Purpose.REPLY,
        Purpose.HANDOFF_NOTICE,
        Purpose.APPOINTMENT_CONFIRMATION,
        Purpose.OPT_OUT_CONFIRMATION,
    },
    AiState.HANDED_OFF: {Purpose.FIRST_RESPONSE, Purpose.HANDOFF_NOTICE, Purpose.OPT_OUT_CONFIRMATION},
    AiState.BACKED_OFF: {Purpose.OPT_OUT_CONFIRMATION},
    AiState.PAUSED_BY_STATUS: {Purpose.OPT_OUT_CONFIRMATION},
    AiState.OFF: {Purpose.OPT_OUT_CONFIRMATION},
    AiState.OPTED_OUT: {Purpose.OPT_OUT_CONFIRMATION},
}
RULE = {
    AiState.REACTIVE: "AI-15",
    AiState.HANDED_OFF: "AI-10",
    AiState.BACKED_OFF: "AI-17",
    AiState.PAUSED_BY_STATUS: "AI-16",
    AiState.OFF: "AI-14",
    AiState.OPTED_OUT: "R3",
}


@pytest.mark.requirement("AI-14", "AI-15", "AI-16", "AI-17")
@pytest.mark.parametrize("author", [Author.ASSISTANT, Author.SYSTEM])
@pytest.mark.parametrize("state", AiState)
def test_each_state_lets_exactly_its_purposes_pass(rules: GateRules, state: AiState, author: Author) -> None:
    for purpose in EVERY:
        message = draft(purpose, Channel.EMAIL, author=author)
        told = old_lead(
            assistant=state, opt_out=CONFIRMED_STOP, inbound=wrote(timedelta(minutes=1), Channel.EMAIL)
        )
        verdict = may_send(message, told, rules, NOW)
        outlives = state is AiState.OPTED_OUT and (purpose, author) == (
            Purpose.APPOINTMENT_CONFIRMATION,
            Author.SYSTEM,
        )
        if purpose in PASSES[state] or outlives:
            assert verdict.allowed, (purpose, verdict)
        else:
            assert (verdict.outcome, verdict.rule) == (Outcome.FORBID, RULE[state])


@pytest.mark.requirement("AI-14")
@pytest.mark.parametrize("state", AiState)
def test_no_state_silences_a_person(rules: GateRules, state: AiState) -> None:
    assert may_send(by_staff(), old_lead(assistant=state), rules, NOW).allowed


@pytest.mark.requirement("AI-14")
def test_the_assistant_off_for_an_address_is_off_on_every_lead_of_it(rules: GateRules) -> None:
    off = facts(blocks=(block(BlockKind.AI_OFF, MOBILE, "all"),))
    assert may_send(draft(Purpose.REPLY), off, rules, NOW).rule == "AI-14"
    assert may_send(by_staff(), off, rules, NOW).allowed


@pytest.mark.requirement("AI-16")
def test_a_stopping_status_stops_even_before_the_state_says_so(rules: GateRules) -> None:
    verdict = may_send(draft(), facts(stopping_status="Deposit Taken"), rules, NOW)
    assert (verdict.outcome, verdict.rule) == (Outcome.FORBID, "AI-16")
    assert "Deposit Taken" in verdict.fact
    assert may_send(by_staff(), facts(stopping_status="Deposit Taken"), rules, NOW).allowed


@pytest.mark.requirement("AI-27")
@pytest.mark.parametrize(
    ("pause", "held"),
    [
        (Pause("store", "", "Dana", "stock count"), True),
        (Pause("strategy", "marketplace", "Dana", "new wording"), True),
        (Pause("strategy", "referral", "Dana", "new wording"), False),
        (Pause("source", "AutoTrader", "Dana", "bad leads"), True),
        (Pause("source", "Cars.com", "Dana", "bad leads"), False),
    ],
)
def test_a_pause_holds_what_it_names(rules: GateRules, pause: Pause, held: bool) -> None:
    given = facts(pauses=(pause,), strategy="marketplace", source="AutoTrader")
    verdict = may_send(draft(), given, rules, NOW)
    assert (verdict.outcome is Outcome.HOLD and verdict.rule == "AI-27") is held
    if held:
        assert "Dana" in verdict.fact
        assert pause.reason in verdict.fact
    assert may_send(by_staff(), given, rules, NOW).allowed


@pytest.mark.requirement("FLOW-03")
def test_on_hold_the_assistant_starts_nothing_but_answers(rules: GateRules) -> None:
    until = NOW + timedelta(days=3)
    held = old_lead(hold=LeadHold("waiting for the 2027 model", until), inbound=wrote(timedelta(minutes=1)))
    verdict = may_send(draft(Purpose.NURTURE), held, rules, NOW)
    assert (verdict.outcome, verdict.rule, verdict.until) == (Outcome.HOLD, "FLOW-03", until)
    assert may_send(draft(Purpose.REPLY), held, rules, NOW).allowed
    assert may_send(draft(Purpose.NURTURE), old_lead(hold=LeadHold("over", NOW)), rules, NOW).allowed


@pytest.mark.requirement("AI-25")
def test_outreach_rests_a_day_after_a_persons_message_and_then_waits_for_the_window(rules: GateRules) -> None:
    spoke = local("America/Phoenix", 2026, 11, 17, 21, 30)
    verdict = may_send(draft(Purpose.NURTURE), old_lead(human=HumanContact(spoke, "Ana")), rules, NOW)
    assert (verdict.outcome, verdict.rule) == (Outcome.HOLD, "AI-25")
    assert verdict.until == local("America/Phoenix", 2026, 11, 19, 8)
    assert "Ana" in verdict.fact
    rested = old_lead(human=HumanContact(NOW - timedelta(hours=24), "Ana"))
    assert may_send(draft(Purpose.NURTURE), rested, rules, NOW).allowed


@pytest.mark.requirement("AI-25")
def test_a_customer_whom_a_person_has_answered_gets_no_second_answer(rules: GateRules) -> None:
    given = old_lead(
        inbound=wrote(timedelta(minutes=9)), human=HumanContact(NOW - timedelta(minutes=3), "Ana")
    )
    verdict = may_send(draft(Purpose.REPLY), given, rules, NOW)
    assert (verdict.outcome, verdict.rule) == (Outcome.FORBID, "AI-25")


@pytest.mark.requirement("AI-25")
def test_in_the_rest_the_assistant_answers_only_after_the_staffed_wait(rules: GateRules) -> None:
    for waited, allowed in ((NOW + timedelta(minutes=4), False), (NOW, True), (None, False)):
        given = old_lead(
            inbound=wrote(timedelta(minutes=11)),
            human=HumanContact(NOW - timedelta(hours=2), "Ana"),
            staffed_wait_ends_at=waited,
        )
        verdict = may_send(draft(Purpose.REPLY), given, rules, NOW)
        assert verdict.allowed is allowed
        if not allowed:
            assert verdict.until == (waited or NOW + timedelta(hours=22))


@pytest.mark.requirement("AI-25", "AI-01")
def test_a_new_inquiry_after_a_persons_contact_waits_no_longer_than_the_staffed_wait(
    rules: GateRules,
) -> None:
    yesterday = HumanContact(NOW - timedelta(hours=20), "Ana")
    wait = NOW + timedelta(minutes=14)
    assert may_send(draft(), facts(human=yesterday, staffed_wait_ends_at=wait), rules, NOW).until == wait
    assert may_send(draft(), facts(human=yesterday, staffed_wait_ends_at=NOW), rules, NOW).allowed


@pytest.mark.requirement("AI-25")
def test_a_confirmation_goes_on_while_the_lane_rests(rules: GateRules) -> None:
    given = old_lead(human=HumanContact(NOW - timedelta(minutes=1), "Ana"))
    assert may_send(draft(Purpose.APPOINTMENT_CONFIRMATION), given, rules, NOW).allowed
