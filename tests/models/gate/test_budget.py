"""How often: the cap on calls and texts, and the one budget of touches (R10, FLOW-13)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.rules.gate import GateRules, Outcome, PlaceEvidence, Touch, in_live_exchange, may_send
from desk.models.rules.gate.budget import touch_times
from desk.models.words import Author, Channel, Purpose
from desk.services.compliance import load_gate_rules
from tests.models.gate.builders import MOBILE, NOW, by_staff, draft, facts, local, old_lead, texts, wrote

RULES = load_gate_rules()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FLORIDA = PlaceEvidence(phone="+13055550100")
MIXED = (
    Touch(NOW - 20 * HOUR, Channel.CALL, Author.STAFF),
    Touch(NOW - 19 * HOUR, Channel.TEXT, Author.ASSISTANT),
    Touch(NOW - 18 * HOUR, Channel.TEXT, Author.SYSTEM),
)


@pytest.mark.rule("R10")
@pytest.mark.requirement("COMPLY-02", "FLOW-13")
def test_three_calls_and_texts_of_anyone_use_up_twenty_four_hours(rules: GateRules) -> None:
    verdict = may_send(draft(Purpose.NURTURE), old_lead(touches=MIXED), rules, NOW)
    assert (verdict.outcome, verdict.rule, verdict.until) == (Outcome.HOLD, "R10", NOW + 4 * HOUR)
    assert may_send(draft(Purpose.NURTURE), old_lead(touches=MIXED), rules, NOW + 4 * HOUR).rule != "R10"


@pytest.mark.rule("R10")
def test_the_end_of_a_cap_waits_for_the_window_too(rules: GateRules) -> None:
    late = local("America/Phoenix", 2026, 11, 18, 20)
    told = old_lead(late, touches=texts(3 * HOUR, 2 * HOUR, HOUR, now=late))
    assert may_send(draft(Purpose.NURTURE), told, rules, late).until == local(
        "America/Phoenix", 2026, 11, 19, 17
    )
    early = old_lead(late, touches=texts(22 * HOUR, 2 * HOUR, HOUR, now=late))
    assert may_send(draft(Purpose.NURTURE), early, rules, late).until == local(
        "America/Phoenix", 2026, 11, 19, 8
    )


@pytest.mark.rule("R10")
def test_a_person_passes_the_stores_cap_with_a_reason_but_never_a_law_row(rules: GateRules) -> None:
    told = old_lead(touches=MIXED)
    assert may_send(by_staff(), told, rules, NOW).outcome is Outcome.PERSON
    assert may_send(by_staff(reason="He asked me to text"), told, rules, NOW).allowed
    lawful = may_send(
        by_staff(reason="He asked me to text"), old_lead(touches=MIXED, places=FLORIDA), rules, NOW
    )
    assert (lawful.outcome, lawful.rule) == (Outcome.HOLD, "R10")


@pytest.mark.rule("R10")
def test_a_direct_reply_in_a_live_exchange_is_not_counted(rules: GateRules) -> None:
    asked = old_lead(touches=MIXED, inbound=wrote(timedelta(minutes=2)))
    for message in (draft(Purpose.REPLY), draft(Purpose.HANDOFF_NOTICE), by_staff()):
        assert may_send(message, asked, rules, NOW).allowed
    answered = old_lead(touches=(*MIXED, *texts(timedelta(minutes=1))), inbound=wrote(timedelta(minutes=2)))
    assert may_send(draft(Purpose.REPLY), answered, rules, NOW).rule == "R10"
    assert in_live_exchange(draft(Purpose.REPLY), asked, rules, NOW)
    assert not in_live_exchange(draft(Purpose.REPLY), answered, rules, NOW)
    long_ago = old_lead(touches=MIXED, inbound=wrote(25 * HOUR))
    assert may_send(draft(Purpose.REPLY), long_ago, rules, NOW).rule == "R10"


@pytest.mark.rule("R10")
def test_a_call_or_a_text_to_a_mail_is_no_direct_reply_but_a_mail_to_a_text_is(rules: GateRules) -> None:
    by_text, by_mail = wrote(timedelta(minutes=2)), wrote(timedelta(minutes=2), Channel.EMAIL)
    assert (
        may_send(by_staff(Channel.CALL), old_lead(touches=MIXED, inbound=by_text), rules, NOW).rule == "R10"
    )
    assert may_send(draft(Purpose.REPLY), old_lead(touches=MIXED, inbound=by_mail), rules, NOW).rule == "R10"
    mails = texts(HOUR, 2 * HOUR, channel=Channel.EMAIL)
    for inbound in (by_text, by_mail):
        assert may_send(
            draft(Purpose.REPLY, Channel.EMAIL), old_lead(touches=mails, inbound=inbound), rules, NOW
        ).allowed


@pytest.mark.rule("R10")
def test_live_replies_and_mails_do_not_fill_the_cap(rules: GateRules) -> None:
    live = tuple(Touch(t.at, t.channel, t.author, live=True) for t in MIXED)
    assert may_send(draft(Purpose.NURTURE), old_lead(touches=live), rules, NOW).allowed
    assert may_send(draft(Purpose.NURTURE, Channel.EMAIL), old_lead(touches=MIXED), rules, NOW).allowed


@pytest.mark.requirement("FLOW-13")
def test_day_0_has_six_touches(rules: GateRules) -> None:
    mails = texts(*(n * timedelta(minutes=15) for n in range(1, 7)), channel=Channel.EMAIL)
    told = {"received_at": NOW - 2 * HOUR, "inquiry_at": NOW - 2 * HOUR, "disclosed_at": NOW - 2 * HOUR}
    assert may_send(
        draft(Purpose.NURTURE, Channel.EMAIL), facts(touches=mails[1:], **told), rules, NOW
    ).allowed
    verdict = may_send(draft(Purpose.NURTURE, Channel.EMAIL), facts(touches=mails, **told), rules, NOW)
    assert (verdict.outcome, verdict.rule) == (Outcome.HOLD, "FLOW-13")
    assert verdict.until == local("America/Phoenix", 2026, 11, 19, 0)


@pytest.mark.requirement("FLOW-13")
def test_two_touches_a_day_after_that(rules: GateRules) -> None:
    two = texts(HOUR, 2 * HOUR, channel=Channel.EMAIL)
    mail = draft(Purpose.NURTURE, Channel.EMAIL)
    assert may_send(mail, old_lead(touches=two[1:]), rules, NOW).allowed
    assert may_send(mail, old_lead(touches=two), rules, NOW).rule == "FLOW-13"
    assert may_send(by_staff(Channel.EMAIL), old_lead(touches=two), rules, NOW).outcome is Outcome.PERSON
    assert may_send(
        by_staff(Channel.EMAIL, reason="He waits for it"), old_lead(touches=two), rules, NOW
    ).allowed
    assert may_send(
        draft(Purpose.APPOINTMENT_CONFIRMATION, Channel.EMAIL), old_lead(touches=two), rules, NOW
    ).allowed


@pytest.mark.requirement("FLOW-13")
def test_eight_touches_a_week_day_0_aside(rules: GateRules) -> None:
    ago = [n * DAY for n in (1, 2, 3, 4, 5, 6)] + [n * DAY + HOUR for n in (1, 6)]
    told = {"received_at": NOW - 30 * DAY, "touches": texts(*ago, channel=Channel.EMAIL)}
    mail = draft(Purpose.NURTURE, Channel.EMAIL)
    verdict = may_send(mail, old_lead(**told), rules, NOW)
    assert (verdict.outcome, verdict.rule) == (Outcome.HOLD, "FLOW-13")
    assert verdict.until == local("America/Phoenix", 2026, 11, 19, 0)
    first_day_within = {**told, "received_at": NOW - 6 * DAY}
    assert may_send(mail, old_lead(**first_day_within), rules, NOW).allowed


@pytest.mark.requirement("FLOW-13")
def test_a_mail_and_a_text_within_five_minutes_are_one_touch(rules: GateRules) -> None:
    apart = RULES.budget.one_touch
    mail = Touch(NOW, Channel.EMAIL, Author.ASSISTANT)
    for minutes, count in ((5, 1), (6, 2)):
        text = Touch(NOW + timedelta(minutes=minutes), Channel.TEXT, Author.ASSISTANT)
        assert len(touch_times((text, mail), apart)) == count
    two = texts(timedelta(minutes=4), 2 * HOUR, channel=Channel.EMAIL)
    assert may_send(draft(Purpose.NURTURE), old_lead(touches=two), rules, NOW).allowed
    assert (
        may_send(draft(Purpose.NURTURE, Channel.EMAIL), old_lead(touches=two), rules, NOW).rule == "FLOW-13"
    )


touches = st.lists(
    st.builds(
        Touch,
        st.integers(0, 48 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
        st.sampled_from([Channel.TEXT, Channel.CALL, Channel.EMAIL]),
        st.sampled_from([Author.ASSISTANT, Author.STAFF, Author.SYSTEM]),
        st.booleans(),
    ),
    max_size=12,
).map(tuple)


@pytest.mark.rule("R10")
@given(touches, st.sampled_from([MOBILE, "+13055550100", "+18005550100"]), st.booleans(), st.text(max_size=3))
def test_no_message_ever_exceeds_the_cap(
    before: tuple[Touch, ...], number: str, by_hand: bool, reason: str
) -> None:
    message = by_staff(reason=reason) if by_hand else draft(Purpose.NURTURE)
    verdict = may_send(message, old_lead(touches=before, places=PlaceEvidence(phone=number)), RULES, NOW)
    counted = [t for t in before if not t.live and t.channel is not Channel.EMAIL and NOW - t.at < DAY]
    if verdict.allowed and (number != MOBILE or not (by_hand and reason)):
        assert len(counted) < 3
    if verdict.until is not None:
        assert verdict.until > NOW


@pytest.mark.rule("R10")
@given(st.lists(st.integers(5, 240), min_size=8, max_size=25))
def test_a_patient_sender_never_gets_a_fourth_in_any_day(gaps: list[int]) -> None:
    sent: list[Touch] = []
    now = NOW
    for gap in gaps:
        now += timedelta(minutes=gap)
        told = old_lead(now, touches=tuple(sent), received_at=NOW - 60 * DAY)
        if may_send(draft(Purpose.NURTURE), told, RULES, now).allowed:
            sent.append(Touch(now, Channel.TEXT, Author.ASSISTANT))
    for last in sent:
        assert sum(last.at - DAY < touch.at <= last.at for touch in sent) <= 3
