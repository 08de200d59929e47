"""What a message must carry and must not claim, and how a text travels (R13, R16, R20, R26)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.rules.gate import (
    Draft,
    GateFacts,
    GateRules,
    Outcome,
    duties,
    may_send,
    missing_parts,
    plain,
    segments,
)
from desk.models.words import Author, Channel, Purpose
from tests.models.gate.builders import (
    ADDRESS,
    ADVERT,
    HELLO,
    MAIL,
    MOBILE,
    NOW,
    by_staff,
    draft,
    facts,
    old_lead,
    written,
    wrote,
)

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def _rules_missed(rules: GateRules, message: Draft, told: GateFacts) -> list[str]:
    return [missing.rule for missing in missing_parts(message, told, rules.content, NOW)]


def _advert(**changes: object) -> Draft:
    return draft(Purpose.NURTURE, Channel.EMAIL, marketing=True, **({"text": ADVERT} | changes))


@pytest.mark.rule("R16")
@pytest.mark.requirement("AI-22")
@pytest.mark.parametrize("channel", [Channel.TEXT, Channel.EMAIL])
def test_the_first_message_says_that_the_automated_assistant_writes(
    rules: GateRules, channel: Channel
) -> None:
    silent = draft(
        channel=channel, text="Cedar Ridge Motors here, is the RAV4 still of interest? Reply STOP to stop."
    )
    verdict = may_send(silent, facts(), rules, NOW)
    assert (verdict.outcome, verdict.rule) == (Outcome.PERSON, "R16")
    assert may_send(draft(channel=channel), facts(), rules, NOW).allowed
    spanish = "Hola, soy el asistente automatizado (IA) de Cedar Ridge Motors. Responda STOP para parar."
    assert may_send(draft(channel=channel, text=spanish), facts(), rules, NOW).allowed


@pytest.mark.rule("R16")
@pytest.mark.requirement("AI-22")
def test_it_says_so_again_after_a_week_of_silence(rules: GateRules) -> None:
    short = draft(Purpose.REPLY, text="Yes, it is here. Cedar Ridge Motors. Reply STOP to stop.")
    for silence, owed in ((WEEK - timedelta(seconds=1), False), (WEEK, True)):
        told = old_lead(last_exchange_at=NOW - silence, disclosed_at=NOW - 30 * DAY)
        assert duties(short, told, rules.content, NOW).disclosure is owed
    assert not duties(by_staff(), facts(), rules.content, NOW).disclosure


@pytest.mark.rule("R26")
@pytest.mark.requirement("COMPLY-04")
def test_the_first_text_names_the_store_and_says_how_to_stop(rules: GateRules) -> None:
    assert _rules_missed(rules, draft(text=HELLO.replace("Cedar Ridge Motors", "the store")), facts()) == [
        "R26"
    ]
    assert _rules_missed(rules, draft(text=HELLO.replace("Reply STOP to stop.", "")), facts()) == ["R26"]
    assert _rules_missed(rules, draft(), facts()) == []


@pytest.mark.rule("R26")
def test_the_opt_out_line_comes_back_every_thirty_days(rules: GateRules) -> None:
    bare = draft(Purpose.REPLY, text="Yes, come by any time.")
    for ago, missed in ((30 * DAY - timedelta(minutes=1), []), (30 * DAY, ["R26"])):
        assert _rules_missed(rules, bare, old_lead(opt_out_line_at=NOW - ago)) == missed


@pytest.mark.rule("R26")
def test_more_than_two_parts_do_not_leave(rules: GateRules) -> None:
    long = HELLO + " More about the car." * 12
    assert segments(long).parts == 3
    assert may_send(draft(text=long), facts(), rules, NOW).outcome is Outcome.PERSON
    assert may_send(replace(by_staff(), text=long), facts(), rules, NOW).outcome is Outcome.FORBID
    assert may_send(draft(segments=3), facts(), rules, NOW).rule == "R26"
    assert may_send(draft(channel=Channel.EMAIL, text=long), facts(), rules, NOW).allowed


@pytest.mark.rule("R13")
@pytest.mark.requirement("COMPLY-04")
@pytest.mark.parametrize(
    "lacking",
    [
        ADVERT.replace(ADDRESS, "Mesa"),
        ADVERT.replace("unsubscribe or reply STOP", "tell us").replace("Reply STOP", ""),
    ],
)
def test_advertising_by_mail_carries_address_and_opt_out(rules: GateRules, lacking: str) -> None:
    told = old_lead(disclosed_at=NOW - DAY)
    assert may_send(_advert(), told, rules, NOW).allowed
    assert may_send(_advert(text=lacking), told, rules, NOW).rule == "R13"
    staff = replace(_advert(text=lacking), author=Author.STAFF, purpose=Purpose.STAFF)
    assert may_send(staff, told, rules, NOW).outcome is Outcome.FORBID


@pytest.mark.rule("R13")
def test_without_the_stores_postal_address_advertising_waits(rules: GateRules) -> None:
    told = old_lead()
    verdict = may_send(_advert(), replace(told, store=replace(told.store, postal_address=" ")), rules, NOW)
    assert (verdict.outcome, verdict.rule) == (Outcome.HOLD, "R13")


@pytest.mark.rule("R13")
@pytest.mark.parametrize(
    "subject", ["Re: your RAV4", "FWD: offer", "Only $21,000", "You are approved", "0% today"]
)
def test_a_subject_pretends_and_claims_nothing(rules: GateRules, subject: str) -> None:
    assert may_send(_advert(subject=subject), old_lead(), rules, NOW).rule == "R13"


@pytest.mark.rule("R13")
def test_a_real_reply_may_say_re(rules: GateRules) -> None:
    answer = draft(Purpose.REPLY, Channel.EMAIL, subject="Re: your RAV4")
    assert may_send(answer, old_lead(inbound=wrote(DAY, Channel.EMAIL)), rules, NOW).allowed


@pytest.mark.rule("R20")
def test_in_california_the_first_message_that_names_a_vehicle_states_its_price(rules: GateRules) -> None:
    told = facts()
    told = replace(told, store=replace(told.store, state="CA"))
    mail = draft(channel=Channel.EMAIL, names_vehicle=True)
    assert may_send(mail, told, rules, NOW).rule == "R20"
    assert may_send(replace(mail, states_total_price=True), told, rules, NOW).allowed
    assert may_send(replace(mail, names_vehicle=False), told, rules, NOW).allowed
    assert may_send(mail, facts(), rules, NOW).allowed


@pytest.mark.rule("R26")
@pytest.mark.parametrize(
    ("text", "alphabet", "parts"),
    [
        ("", "GSM-7", 0),
        ("a" * 160, "GSM-7", 1),
        ("a" * 161, "GSM-7", 2),
        ("a" * 306, "GSM-7", 2),
        ("a" * 307, "GSM-7", 3),
        ("€" * 80, "GSM-7", 1),
        ("€" * 81, "GSM-7", 2),
        ("a" * 152 + "€" + "a" * 20, "GSM-7", 2),
        ("ü" * 160, "GSM-7", 1),
        ("á" * 70, "UCS-2", 1),
        ("á" * 71, "UCS-2", 2),
        ("á" * 134, "UCS-2", 2),
        ("á" * 135, "UCS-2", 3),
        ("🚗" * 35, "UCS-2", 1),
        ("🚗" * 36, "UCS-2", 2),
        ("🚗" * 67, "UCS-2", 3),
        ("it’s here", "UCS-2", 1),
    ],
)
def test_parts_are_counted_as_the_carrier_counts_them(text: str, alphabet: str, parts: int) -> None:
    counted = segments(text)
    assert (counted.alphabet, counted.parts) == (alphabet, parts)


@pytest.mark.rule("R26")
@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("It’s “here” – really… 🚗 now", 'It\'s "here" - really... now'),
        ("¿Mañana a las 3? Sí, está aquí", "¿Mañana a las 3? Si, esta aqui"),
        ("two\u00a0words \nnext", "two words\nnext"),
        ("plain", "plain"),
    ],
)
def test_a_text_is_put_into_letters_every_phone_knows(text: str, simple: str) -> None:
    assert plain(text) == simple


@pytest.mark.rule("R26")
@given(st.text(max_size=200))
def test_plain_text_is_always_in_the_short_alphabet_and_stays_as_it_is(text: str) -> None:
    simple = plain(text)
    assert segments(simple).alphabet == "GSM-7"
    assert plain(simple) == simple


@pytest.mark.rule("R26")
@given(st.text(max_size=400))
def test_parts_never_shrink_as_a_text_grows(text: str) -> None:
    assert segments(text + "a").parts >= segments(text).parts
    assert segments(text).room >= 0


@pytest.mark.requirement("COMPLY-04")
def test_a_call_carries_no_text(rules: GateRules) -> None:
    call = by_staff(Channel.CALL, to_address=MOBILE)
    assert list(missing_parts(call, facts(consents=(written("all", MAIL),)), rules.content, NOW)) == []


@pytest.mark.rule("R26")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Autos Ramírez", "Autos Ramirez"),
        ("Autos Ramirez", "Autos Ramírez"),
        ("Müller’s Cars", "Muller's Cars"),
    ],
)
def test_a_stores_name_is_the_same_without_its_accents(rules: GateRules, name: str, said: str) -> None:
    named = facts(store=replace(facts().store, name=name))
    assert _rules_missed(rules, draft(text=HELLO.replace("Cedar Ridge Motors", said)), named) == []
    assert _rules_missed(rules, draft(text=HELLO.replace("Cedar Ridge Motors", "Autos Ram")), named) == [
        "R26"
    ]


@pytest.mark.rule("R26")
@pytest.mark.parametrize(
    ("link", "ok"),
    [
        ("https://bit.ly/3xYz", False),
        ("bit.ly/3xYz", False),
        ("HTTP://WWW.TinyURL.com/abc", False),
        ("https://store.example/cars/T4410", True),
        ("https://rabbit.ly/page", True),
        ("https://store.example/?from=bit.ly", True),
        ("me@t.co", True),
    ],
)
def test_a_text_holds_no_link_that_hides_where_it_leads(rules: GateRules, link: str, ok: bool) -> None:
    verdict = may_send(
        replace(by_staff(), text=f"Here it is: {link} Cedar Ridge Motors"), facts(), rules, NOW
    )
    assert verdict.allowed is ok, verdict.fact
    if not ok:
        assert (verdict.rule, "whole address" in verdict.lifts) == ("R26", True)
    assert may_send(replace(by_staff(Channel.EMAIL), text=f"Here: {link}"), facts(), rules, NOW).allowed
