"""The invented customers: the same town twice, and mails that thread like real ones."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from desk.services.adapters import mime
from desk.services.outside.customers import Customers, reply_mail
from desk.services.outside.mail_server import OutsideLetter
from tests.services.adapters.conftest import NOON, SENDER, letter

PEOPLE = [f"person{number}@customer.example" for number in range(400)]


def conversation(town: Customers, person: str) -> list[object]:
    return [
        town.answer(person, words) for words in ("Hello, are you there?", "See you Saturday?", "Thank you")
    ]


@pytest.mark.requirement("DESK-07")
def test_the_same_seed_gives_the_same_town() -> None:
    first, second, other = Customers("a"), Customers("a"), Customers("b")
    talks = [[conversation(town, person) for person in PEOPLE] for town in (first, second, other)]
    assert talks[0] == talks[1]
    assert talks[0] != talks[2]


@pytest.mark.requirement("DESK-07")
def test_all_kinds_of_people_live_there_and_none_talks_for_ever() -> None:
    town = Customers()
    kinds = Counter(town.personality(person) for person in PEOPLE)
    assert len(kinds) == 10
    assert kinds["eager"] > kinds["wrong number"]
    for person in PEOPLE:
        assert [town.answer(person, "see you at the appointment, what time?") for _ in range(6)][-1] is None


@pytest.mark.requirement("DESK-07")
def test_a_hurried_town_answers_sooner() -> None:
    person = next(each for each in PEOPLE if Customers().personality(each) == "eager")
    calm, hurried = Customers().answer(person, "Hello"), Customers(hurry=60).answer(person, "Hello")
    assert calm is not None
    assert hurried is not None
    assert abs(calm.delay / 60 - hurried.delay) < timedelta(milliseconds=1)


@pytest.mark.requirement("DESK-07")
def test_a_reply_threads_and_quotes_what_it_answers() -> None:
    raw = mime.build(letter(references=("<first@customer.example>",)), SENDER, NOON).as_bytes(
        policy=mime.POLICY
    )
    asked = OutsideLetter("sales@store.example", ("dana@customer.example",), raw)
    reply = message_from_bytes(reply_mail(asked, "Yes please", NOON), policy=policy.default)
    assert reply["To"].addresses[0].addr_spec == "sales+r7k2@store.example"
    assert reply["From"].addresses[0].addr_spec == "dana@customer.example"
    assert reply["In-Reply-To"] == "<lead-1.step-1@store.example>"
    assert reply["References"] == "<first@customer.example> <lead-1.step-1@store.example>"
    assert reply["Subject"] == "Re: Your question about the RAV4"
    body = reply.get_body(("plain",))
    assert body is not None
    assert body.get_content().startswith("Yes please\n\nOn Mar 02, 2026, Cedar Ridge Motors")
    assert "> Hello Dana," in body.get_content()
