"""No sequence of events gets a message past the gate to someone who said stop (R1, R3, COMPLY-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.rules.gate import (
    ConsentFact,
    Draft,
    GateFacts,
    HumanContact,
    OptOutFact,
    Said,
    Touch,
    may_send,
    opt_out_scope,
)
from desk.models.words import AiState, Author, Channel, Purpose
from desk.services.compliance import load_gate_rules
from tests.models.gate.builders import ADVERT, HELLO, MAIL, MOBILE, NOW, facts, wrote

RULES = load_gate_rules()
MINUTE = timedelta(minutes=1)

minutes_ago = st.integers(0, 60 * 24 * 120).map(lambda minutes: NOW - minutes * MINUTE)
channels = st.sampled_from([Channel.TEXT, Channel.EMAIL, Channel.CALL])
authors = st.sampled_from([Author.ASSISTANT, Author.SYSTEM, Author.STAFF])
touches = st.lists(st.builds(Touch, minutes_ago, channels, authors, st.booleans()), max_size=6).map(tuple)
consents = st.lists(
    st.builds(
        ConsentFact,
        st.sampled_from([MOBILE, MAIL]),
        st.sampled_from(["text", "email", "call", "all"]),
        st.sampled_from(["inquiry", "express", "written", "revoked"]),
        minutes_ago,
    ),
    max_size=4,
).map(tuple)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    channel = draw(channels)
    author = draw(authors)
    return Draft(
        channel=channel,
        author=author,
        purpose=draw(st.sampled_from(Purpose)),
        to_address=MAIL if channel is Channel.EMAIL else MOBILE,
        text=draw(st.sampled_from([HELLO, ADVERT, "Yes."])),
        created_at=NOW,
        marketing=draw(st.booleans()),
        reason=draw(st.sampled_from(["", "He asked me to"])),
    )


@st.composite
def situations(draw: st.DrawFn) -> GateFacts:
    """Anything may be true of the lead, apart from the opt-out that the test adds."""
    inbound = draw(st.none() | st.builds(wrote, st.integers(0, 3000).map(lambda m: m * MINUTE), channels))
    return facts(
        assistant=draw(st.sampled_from(AiState)),
        consents=draw(consents),
        touches=draw(touches),
        inbound=inbound,
        human=draw(st.none() | st.builds(HumanContact, minutes_ago)),
        inquiry_at=draw(st.none() | minutes_ago),
        sale_at=draw(st.none() | minutes_ago),
        received_at=draw(st.none() | minutes_ago),
        scrub_at=draw(st.none() | minutes_ago),
        staffed_wait_ends_at=draw(st.none() | minutes_ago),
        disclosed_at=draw(st.none() | minutes_ago),
    )


def _said(do_not: tuple[str, ...], at: datetime) -> Said:
    return Said(do_not, ("opt_out",), Channel.TEXT, MOBILE, (MOBILE,), (MAIL,), at, "stop")


@pytest.mark.rule("R1", "R3")
@pytest.mark.requirement("COMPLY-01", "COMPLY-05")
@given(drafts(), situations(), st.sampled_from([("text",), ("text", "call"), ("all",), ()]))
def test_after_an_opt_out_nothing_but_its_one_confirmation_leaves_by_itself(
    message: Draft, before: GateFacts, do_not: tuple[str, ...]
) -> None:
    scope = opt_out_scope(_said(do_not, NOW - MINUTE))
    assert scope.opted_out
    stop = OptOutFact(MOBILE, Channel.TEXT, NOW - MINUTE)
    after = replace(before, blocks=scope.blocks, assistant=AiState.OPTED_OUT, opt_out=stop)
    verdict = may_send(message, after, RULES, NOW)
    if message.automatic and verdict.allowed:
        confirms_stop = message.purpose is Purpose.OPT_OUT_CONFIRMATION and message.channel is Channel.TEXT
        confirms_visit = (message.author, message.purpose, message.channel) == (
            Author.SYSTEM,
            Purpose.APPOINTMENT_CONFIRMATION,
            Channel.EMAIL,
        )
        assert confirms_stop or (confirms_visit and "all" not in do_not and not message.marketing)
    once = replace(after, opt_out=replace(stop, confirmed=True))
    if message.purpose is Purpose.OPT_OUT_CONFIRMATION:
        assert not may_send(message, once, RULES, NOW).allowed


@pytest.mark.rule("R3")
@pytest.mark.requirement("COMPLY-01")
@given(drafts(), situations())
def test_nobody_reaches_a_blocked_address_not_even_with_a_reason(message: Draft, before: GateFacts) -> None:
    blocks = opt_out_scope(_said(("all",), NOW - MINUTE)).blocks
    if message.purpose is not Purpose.OPT_OUT_CONFIRMATION:
        assert not may_send(message, replace(before, blocks=blocks), RULES, NOW).allowed


@pytest.mark.rule("R12")
@pytest.mark.requirement("COMPLY-05")
@given(drafts(), situations(), minutes_ago)
def test_every_refusal_says_which_rule_which_fact_and_what_lifts_it(
    message: Draft, told: GateFacts, moment: datetime
) -> None:
    verdict = may_send(message, told, RULES, moment)
    assert verdict.rule
    assert verdict.fact
    assert verdict.allowed or verdict.lifts
    assert verdict.until is None or (verdict.until > moment and verdict.until.tzinfo is not None)
