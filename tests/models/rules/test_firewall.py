"""The promise firewall: what no automatic draft may say by itself, whoever worded it."""

from __future__ import annotations

import pytest

from desk.models.rules import firewall
from desk.models.rules.wording import Draft
from tests.models.rules.stage_of_one import book, car, facts

NAME = "Cedar Ridge Motors"


def objections(text: str, *, channel: str = "email", subject: str = "", **more: object) -> tuple[str, ...]:
    return firewall.objections(Draft(subject, f"{text} {NAME}", ()), facts(**more), book(), channel)


@pytest.mark.requirement("AI-24", "AI-12")
@pytest.mark.rule("R19")
@pytest.mark.parametrize(
    "text",
    [
        "It is $21,500 today.", "We can do 18k on that one.", "That would be 350 dollars.", "At 4.9% you would be fine.", "The APR is low.",
        "Your monthly payment stays small.", "You are approved.", "We guarantee it.", "This is our lowest price.", "I will hold it for you.",
        "It will be ready by Friday.", "It is available.", "It's still available.", "The car is delivered by Monday.", "Only today.",
        "See https://evil.example/pay now.", "Its VIN is 1HGCM82633A004352.", "Call 555-555-0199 now.", "Write to boss@evil.example now.",
        "Hurry, it goes fast.", "Hey there.", "Great news!", "COME IN RIGHT NOW please.", "Le bajamos a 20,000 pesos.", "Está disponible.",
        "Queda aprobado su crédito.", "Un descuento del 5 por ciento.",
    ],
)  # fmt: skip
def test_what_the_store_cannot_prove_waits_for_a_person(text: str) -> None:
    assert objections(text)


@pytest.mark.requirement("AI-24", "AI-12")
@pytest.mark.rule("R19")
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It was $21,500 once.", "an amount of money"), ("It was 21k once.", "an amount of money"), ("It is 15% of that.", "a percentage"),
        ("Ask about the APR.", "it speaks of terms"), ("The monthly payment is a topic.", "it speaks of terms"), ("You are approved.", "it promises"),
        ("We guarantee it.", "it promises"), ("Offer ends Monday.", "a date nobody agreed to"), ("It is available.", "availability without its moment"),
        ("We are gonna see.", "not the store's tone"), ("COME IN RIGHT away.", "shouts in capitals"),
        ("See https://evil.example/pay there.", "a link that is not"), ("See evil.example there.", "a web site that is not"),
        ("Its VIN is 1HGCM82633A004352.", "a VIN that is not"), ("The number is 555-555-0199.", "a number that is not"),
        ("Write to boss@evil.example.", "an email address that is not"), ("We sold one to Karla Voss.", "neither this customer nor of the store"),
        ("Dear {{ first }}.", "marks of a template"),
    ],
)  # fmt: skip
def test_each_guard_holds_by_itself_and_names_its_reason(text: str, reason: str) -> None:
    told = objections(text)
    assert told
    assert all(reason in words for words in told), told


@pytest.mark.requirement("AI-24")
def test_another_address_is_held_beside_its_names() -> None:
    assert any(
        "an address that is not the store's" in why for why in objections("Bring it to 18 Elm Street.")
    )


@pytest.mark.requirement("AI-24")
@pytest.mark.parametrize(
    "text",
    [
        "It is in stock as of 9:05 AM.", "It shows 31,200 miles and AWD.", "Would today at 5 PM or Saturday at 10 AM suit you?",
        "Its history report is here: https://history.example/U3401", "You find us at 4410 Cedar Ridge Way, Mesa, AZ 85201.",
        "Our number is 602-555-0100.", "Its VIN is JTMRWRFV5KD000001.", "Marcus answers at 602-555-0110.", "The 2022 Toyota RAV4 XLE AWD SUV.",
    ],
)  # fmt: skip
def test_what_the_facts_hold_may_go(text: str) -> None:
    assert objections(text) == ()


@pytest.mark.requirement("AI-24")
def test_a_link_of_a_vehicle_that_is_not_in_the_facts_is_held() -> None:
    assert objections("Look: https://history.example/U3401", stock=car(history_url=""), similar=()) != ()


@pytest.mark.requirement("AI-24")
@pytest.mark.rule("R26")
def test_too_long_is_held() -> None:
    assert objections("word " * 90, channel="text")
    assert objections("word " * 500, channel="email")
    assert not objections("word " * 90, channel="email")


@pytest.mark.requirement("AI-19")
def test_a_message_without_the_stores_name_is_held() -> None:
    assert firewall.objections(Draft("", "Hello there, how are you.", ()), facts(), book(), "email")


@pytest.mark.requirement("AI-24")
def test_a_claim_in_the_subject_is_held_too() -> None:
    assert objections("A note.", subject="You are approved")
