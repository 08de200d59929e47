"""Whether the person agreed to hear from us this way (R6, R7, R8, the CT and MD rows, Canada)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.models.rules.gate import (
    ConsentFact,
    GateRules,
    HumanContact,
    Outcome,
    PlaceEvidence,
    may_send,
)
from desk.models.words import Channel, Purpose
from desk.services.compliance import load_gate_rules
from tests.models.gate.builders import MOBILE, NOW, by_staff, draft, facts, old_lead, texts, written, wrote

CT = PlaceEvidence(phone="+12035550100")
MD = PlaceEvidence(phone="+14105550100")
ONTARIO = PlaceEvidence(phone="+14165550100")
DAY = timedelta(days=1)
EXPRESS = ConsentFact(MOBILE, "text", "express", NOW - DAY)


@pytest.mark.rule("R6")
@pytest.mark.requirement("COMPLY-03")
def test_the_first_text_answers_the_inquiry_without_written_consent(rules: GateRules) -> None:
    assert may_send(draft(), facts(), rules, NOW).allowed


@pytest.mark.rule("R6")
def test_a_first_text_is_the_first_only_once_an_inquiry(rules: GateRules) -> None:
    told = facts(inquiry_at=NOW - timedelta(hours=2), touches=texts(timedelta(hours=1)))
    verdict = may_send(draft(), told, rules, NOW)
    assert (verdict.outcome, verdict.rule) == (Outcome.PERSON, "R6")


@pytest.mark.rule("R6")
@pytest.mark.requirement("COMPLY-03")
@pytest.mark.parametrize("purpose", [Purpose.NURTURE, Purpose.SIMILAR_VEHICLES, Purpose.REENGAGEMENT])
def test_texts_nobody_asked_for_need_written_consent_else_a_person(
    rules: GateRules, purpose: Purpose
) -> None:
    for consents in ((), (EXPRESS,), (written(address="+16025550199"),), (written("email"),)):
        verdict = may_send(draft(purpose), old_lead(consents=consents), rules, NOW)
        assert (verdict.outcome, verdict.rule) == (Outcome.PERSON, "R6")
    assert may_send(draft(purpose), old_lead(), rules, NOW).allowed
    assert may_send(draft(purpose), old_lead(consents=(written("all"),)), rules, NOW).allowed
    assert may_send(draft(purpose, Channel.EMAIL), old_lead(consents=()), rules, NOW).allowed


@pytest.mark.rule("R6")
def test_advertising_in_a_reminder_makes_it_unasked(rules: GateRules) -> None:
    reminder = draft(Purpose.APPOINTMENT_REMINDER)
    assert may_send(reminder, old_lead(consents=()), rules, NOW).allowed
    advert = draft(Purpose.APPOINTMENT_REMINDER, marketing=True)
    assert may_send(advert, old_lead(consents=()), rules, NOW).outcome is Outcome.PERSON


@pytest.mark.rule("R6")
def test_an_answer_and_a_persons_text_need_none(rules: GateRules) -> None:
    answered = old_lead(consents=(), inbound=wrote(timedelta(minutes=1)))
    assert may_send(draft(Purpose.REPLY), answered, rules, NOW).allowed
    assert may_send(by_staff(), old_lead(consents=()), rules, NOW).allowed


@pytest.mark.rule("R6")
def test_without_inquiry_or_consent_no_automatic_text(rules: GateRules) -> None:
    cold = facts(inquiry_at=None, scrub_at=NOW)
    for purpose in (Purpose.FIRST_RESPONSE, Purpose.REPLY, Purpose.APPOINTMENT_REMINDER):
        assert may_send(draft(purpose), cold, rules, NOW).rule == "R6"


@pytest.mark.rule("R7")
@pytest.mark.parametrize(("days", "allowed"), [(90, True), (91, False)])
def test_calls_and_texts_end_ninety_days_after_the_inquiry(
    rules: GateRules, days: int, allowed: bool
) -> None:
    told = facts(received_at=None, inquiry_at=NOW - days * DAY)
    for channel in (Channel.TEXT, Channel.CALL):
        verdict = may_send(by_staff(channel), told, rules, NOW)
        assert verdict.allowed is allowed
        assert allowed or (verdict.outcome, verdict.rule) == (Outcome.FORBID, "R7")
    assert may_send(by_staff(Channel.EMAIL), told, rules, NOW).allowed


@pytest.mark.rule("R7")
def test_a_sale_written_consent_or_the_customers_word_carries_them_on(rules: GateRules) -> None:
    old = {"received_at": None, "inquiry_at": NOW - 200 * DAY}
    assert may_send(by_staff(), facts(sale_at=NOW - 540 * DAY, **old), rules, NOW).allowed
    assert not may_send(by_staff(), facts(sale_at=NOW - 541 * DAY, **old), rules, NOW).allowed
    assert may_send(by_staff(), facts(consents=(written(),), **old), rules, NOW).allowed
    assert may_send(by_staff(), facts(inbound=wrote(DAY), **old), rules, NOW).allowed


@pytest.mark.rule("R8")
@pytest.mark.requirement("COMPLY-03")
def test_a_cold_number_needs_a_fresh_list_that_does_not_name_it(rules: GateRules) -> None:
    cold = {"received_at": None, "inquiry_at": None}
    assert may_send(by_staff(Channel.CALL), facts(scrub_at=NOW - 31 * DAY, **cold), rules, NOW).allowed
    for scrub in (None, NOW - 32 * DAY):
        assert may_send(by_staff(Channel.CALL), facts(scrub_at=scrub, **cold), rules, NOW).rule == "R8"
    listed = facts(scrub_at=NOW, on_national_list=True, **cold)
    assert may_send(by_staff(Channel.CALL), listed, rules, NOW).rule == "R8"


@pytest.mark.rule("R8")
def test_an_inquiry_lifts_the_national_list(rules: GateRules) -> None:
    assert may_send(draft(), facts(on_national_list=True, scrub_at=NOW - 99 * DAY), rules, NOW).allowed


@pytest.mark.rule("R9")
def test_connecticut_lets_people_answer_but_not_sell_without_written_consent(rules: GateRules) -> None:
    answered = HumanContact(NOW - 2 * DAY)
    for channel in (Channel.TEXT, Channel.CALL):
        assert may_send(by_staff(channel), facts(places=CT), rules, NOW).allowed
        sold_to = old_lead(places=CT, human=answered, consents=())
        assert may_send(by_staff(channel), sold_to, rules, NOW).rule == "R6"
        consented = old_lead(places=CT, human=answered, consents=(written("all"),))
        assert may_send(by_staff(channel), consented, rules, NOW).allowed
        wrote_again = old_lead(places=CT, human=answered, consents=(), inbound=wrote(DAY))
        assert may_send(by_staff(channel), wrote_again, rules, NOW).allowed
    assert may_send(by_staff(Channel.EMAIL), old_lead(places=CT, human=answered), rules, NOW).allowed


@pytest.mark.rule("R9")
def test_maryland_allows_one_automatic_answer_to_an_inquiry(rules: GateRules) -> None:
    told = {"places": MD, "consents": (), "inbound": wrote(timedelta(hours=1))}
    assert may_send(draft(Purpose.REPLY), old_lead(**told), rules, NOW).allowed
    again = old_lead(touches=texts(timedelta(minutes=50)), **told)
    assert may_send(draft(Purpose.REPLY), again, rules, NOW).outcome is Outcome.PERSON
    consented = old_lead(touches=texts(timedelta(minutes=50)), **{**told, "consents": (written(),)})
    assert may_send(draft(Purpose.REPLY), consented, rules, NOW).allowed


@pytest.mark.rule("R29")
def test_canada_is_left_to_a_person_unless_the_store_allows_it(rules: GateRules) -> None:
    told = facts(places=ONTARIO)
    for channel in (Channel.TEXT, Channel.EMAIL):
        verdict = may_send(draft(channel=channel), told, rules, NOW)
        assert (verdict.outcome, verdict.rule) == (Outcome.PERSON, "CASL")
    assert may_send(by_staff(), told, rules, NOW).allowed
    allowing = load_gate_rules({"canada": {"allowed": True}})
    assert may_send(draft(), told, allowing, NOW).allowed


@pytest.mark.rule("R29")
def test_canadian_law_is_opt_in_for_everyone(rules: GateRules) -> None:
    lapsed = {"places": ONTARIO, "received_at": None, "inquiry_at": NOW - 183 * DAY}
    mail = by_staff(Channel.EMAIL)
    assert may_send(mail, facts(**lapsed), rules, NOW).rule == "CASL"
    assert may_send(mail, facts(sale_at=NOW - 700 * DAY, **lapsed), rules, NOW).allowed
    agreed = ConsentFact("sam@example.com", "email", "express", NOW - 300 * DAY)
    assert may_send(mail, facts(consents=(agreed,), **lapsed), rules, NOW).allowed


@pytest.mark.rule("R29")
def test_a_number_abroad_gets_nothing_by_itself_but_its_mail_does(rules: GateRules) -> None:
    told = facts(places=PlaceEvidence(phone="+442079460100"))
    assert may_send(draft(), told, rules, NOW).outcome is Outcome.PERSON
    assert may_send(draft(channel=Channel.EMAIL), told, rules, NOW).allowed
