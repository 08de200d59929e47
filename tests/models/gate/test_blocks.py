"""Opt-outs, dead addresses, and the one confirmation (R3, R5, R8, R15, R18, R28)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.models.rules.gate import ConsentFact, GateRules, OptOutFact, Outcome, Verdict, may_send
from desk.models.words import AiState, Author, BlockKind, Channel, Purpose
from tests.models.gate.builders import MAIL, MOBILE, NOW, block, by_staff, draft, facts, old_lead, wrote

CONFIRM = draft(
    Purpose.OPT_OUT_CONFIRMATION, text="Cedar Ridge Motors: you are opted out and get no more texts."
)


def _opted_out(**how: object) -> OptOutFact:
    return replace(OptOutFact(MOBILE, Channel.TEXT, NOW - timedelta(minutes=1)), **how)  # type: ignore[arg-type]


def _after_stop(**changes: object):  # type: ignore[no-untyped-def]
    changes = {"opt_out": _opted_out(), "assistant": AiState.OPTED_OUT, "blocks": (block(),)} | changes
    return facts(inbound=wrote(timedelta(minutes=1)), **changes)


@pytest.mark.rule("R1")
@pytest.mark.requirement("COMPLY-05")
def test_an_ordinary_first_text_may_go(rules: GateRules) -> None:
    assert may_send(draft(), facts(), rules, NOW).allowed


@pytest.mark.rule("R3")
@pytest.mark.requirement("COMPLY-01", "COMPLY-05")
@pytest.mark.parametrize("message", [draft(), by_staff()])
def test_a_blocked_address_gets_nothing_from_anyone(rules: GateRules, message: object) -> None:
    verdict = may_send(message, facts(blocks=(block(),)), rules, NOW)  # type: ignore[arg-type]
    assert (verdict.outcome, verdict.rule) == (Outcome.FORBID, "R3")
    assert "stop texting me" in verdict.fact
    assert verdict.lifts == "The customer's own opt-in, with evidence."


@pytest.mark.rule("R3")
@pytest.mark.parametrize("kind", [BlockKind.OPT_OUT, BlockKind.DO_NOT_CONTACT])
def test_no_contact_covers_every_channel(rules: GateRules, kind: BlockKind) -> None:
    wide = (block(kind, MOBILE, "all"), block(kind, MAIL, "all"))
    for message in (by_staff(), by_staff(Channel.CALL), by_staff(Channel.EMAIL)):
        assert may_send(message, facts(blocks=wide), rules, NOW).outcome is Outcome.FORBID


@pytest.mark.rule("R3")
def test_a_block_is_about_its_address_and_channel_only(rules: GateRules) -> None:
    other = (block(BlockKind.OPT_OUT, "+16025550199"), block(BlockKind.OPT_OUT, MAIL, "email"))
    assert may_send(draft(), facts(blocks=other), rules, NOW).allowed
    assert may_send(draft(channel=Channel.EMAIL), facts(blocks=(block(),)), rules, NOW).allowed


@pytest.mark.rule("R3")
def test_after_stop_by_text_a_hand_dialled_call_asks_for_a_reason(rules: GateRules) -> None:
    stopped = facts(blocks=(block(BlockKind.OPT_OUT, MOBILE, "text", "automated_call"),))
    verdict = may_send(by_staff(Channel.CALL), stopped, rules, NOW)
    assert (verdict.outcome, verdict.rule) == (Outcome.PERSON, "R3")
    assert may_send(by_staff(Channel.CALL, reason="She asked me to call"), stopped, rules, NOW).allowed


@pytest.mark.rule("R3")
@pytest.mark.requirement("COMPLY-03")
def test_revoked_consent_blocks_until_it_is_given_anew(rules: GateRules) -> None:
    revoked = ConsentFact(MOBILE, "text", "revoked", NOW - timedelta(days=2))
    inquiry = ConsentFact(MOBILE, "text", "inquiry", NOW - timedelta(days=1))
    express = ConsentFact(MOBILE, "text", "express", NOW - timedelta(days=1))
    for message in (draft(), by_staff()):
        assert may_send(message, facts(consents=(revoked, inquiry)), rules, NOW).rule == "R3"
        assert may_send(message, facts(consents=(revoked, express)), rules, NOW).allowed


@pytest.mark.rule("R5")
@pytest.mark.requirement("COMPLY-01")
def test_one_confirmation_passes_block_and_state(rules: GateRules) -> None:
    assert may_send(CONFIRM, _after_stop(), rules, NOW).allowed


@pytest.mark.rule("R5")
@pytest.mark.parametrize(
    ("opt_out", "says"),
    [
        (_opted_out(confirmed=True), "confirmed already"),
        (_opted_out(carrier_answered=True), "confirmed already"),
        (_opted_out(at=NOW - timedelta(minutes=5, seconds=1)), "moment"),
        (_opted_out(address="+16025550199"), "no opt-out"),
        (_opted_out(channel=Channel.EMAIL), "no opt-out"),
        (None, "no opt-out"),
    ],
)
def test_no_second_late_or_unfounded_confirmation(rules: GateRules, opt_out: OptOutFact, says: str) -> None:
    verdict = may_send(CONFIRM, _after_stop(opt_out=opt_out), rules, NOW)
    assert (verdict.outcome, verdict.rule) == (Outcome.FORBID, "R5")
    assert says in verdict.fact


@pytest.mark.rule("R5")
def test_a_confirmation_carries_no_advertising(rules: GateRules) -> None:
    assert may_send(replace(CONFIRM, marketing=True), _after_stop(), rules, NOW).rule == "R5"


@pytest.mark.rule("R5")
def test_five_minutes_are_still_in_time(rules: GateRules) -> None:
    late = _opted_out(at=NOW - timedelta(minutes=5))
    assert may_send(CONFIRM, _after_stop(opt_out=late), rules, NOW).allowed


def _appointment_mail(rules: GateRules, author: Author, *channels: str, marketing: bool = False) -> Verdict:
    message = draft(Purpose.APPOINTMENT_CONFIRMATION, Channel.EMAIL, author=author, marketing=marketing)
    given = old_lead(blocks=(block(BlockKind.OPT_OUT, MAIL, *channels),), assistant=AiState.OPTED_OUT)
    return may_send(message, given, rules, NOW)


@pytest.mark.rule("R15")
def test_an_appointment_asked_for_is_confirmed_by_mail_after_an_unsubscribe(rules: GateRules) -> None:
    assert _appointment_mail(rules, Author.SYSTEM, "email").allowed
    assert _appointment_mail(rules, Author.STAFF, "email").allowed
    assert _appointment_mail(rules, Author.SYSTEM, "email", marketing=True).rule == "R3"
    assert _appointment_mail(rules, Author.ASSISTANT, "email").rule == "R3"


@pytest.mark.rule("R15")
@pytest.mark.parametrize("author", [Author.SYSTEM, Author.STAFF])
def test_but_not_after_no_contact(rules: GateRules, author: Author) -> None:
    assert _appointment_mail(rules, author, "all").rule == "R3"


@pytest.mark.rule("R28")
def test_an_address_that_bounced_for_good_is_left_alone(rules: GateRules) -> None:
    bounced = facts(blocks=(block(BlockKind.BAD_ADDRESS, MAIL, "email"),))
    for message in (draft(channel=Channel.EMAIL), by_staff(Channel.EMAIL)):
        assert may_send(message, bounced, rules, NOW).rule == "R28"


@pytest.mark.rule("R8")
def test_a_wrong_number_is_left_alone(rules: GateRules) -> None:
    wrong = facts(blocks=(block(BlockKind.WRONG_NUMBER, MOBILE, "text", "call"),))
    for message in (draft(), by_staff(), by_staff(Channel.CALL)):
        assert may_send(message, wrong, rules, NOW).rule == "R8"


@pytest.mark.rule("R18")
@pytest.mark.parametrize("author", [Author.ASSISTANT, Author.SYSTEM])
def test_no_machine_places_a_call(rules: GateRules, author: Author) -> None:
    assert may_send(draft(channel=Channel.CALL, author=author), facts(), rules, NOW).rule == "R18"
    assert may_send(by_staff(Channel.CALL), facts(), rules, NOW).allowed
