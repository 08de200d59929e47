"""What was drafted as in stock is checked again before it leaves, and who was told so hears when it is gone (AI-05)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.models.rules import restated
from tests.models.rules.stage_of_one import Told, facts, written_consent
from tests.models.rules.test_replies import RULES, answer

pytestmark = pytest.mark.requirement("AI-05", "AI-11", "AI-24")

ALL = (*RULES, restated.decide)


def _waiting() -> Told:
    """A lead whose first messages still wait."""
    one = Told(facts(consents=(written_consent(),)))
    one.run(*ALL)
    return one


def test_what_waits_and_says_that_it_is_here_is_written_anew_when_it_is_sold() -> None:
    one = _waiting()
    first = [m for m in one.queued() if m.purpose == "first_response"]
    assert all("in_stock:U3401" in m.facts for m in first)
    one.facts.stock.status = "sold"
    one.run(*ALL)
    assert {m.status for m in first} == {"superseded"}
    anew = [m for m in one.queued() if m.purpose == "first_response" and m.status == "queued"]
    assert {m.channel for m in anew} == {"email", "text"}
    assert not any("in_stock:U3401" in m.facts for m in anew)
    assert all("no longer available" in m.text for m in anew)


def test_what_a_person_wrote_and_what_claims_nothing_is_left_alone() -> None:
    one = _waiting()
    mine, plain = (m for m in one.queued() if m.purpose == "first_response")
    mine.author, plain.facts = "staff", ["vehicle:U3401"]
    one.facts.stock.status = "gone"
    one.run(*ALL)
    assert (mine.status, plain.status) == ("queued", "queued")


def test_an_answer_is_given_anew_with_all_else_that_was_asked() -> None:
    one = _waiting()
    one.send()
    one.hear("still there? and where are you", intents=["availability", "directions"])
    one.run(*ALL)
    said = one.queued()[-1]
    assert "in stock as of" in said.text
    one.facts.stock.status = "sold"
    one.run(*ALL)
    anew = one.queued()[-1]
    assert said.status == "superseded"
    assert anew.key == f"{said.key}·anew"
    assert "4410 Cedar Ridge Way" in anew.text
    assert "in_stock:U3401" not in anew.facts
    one.run(*ALL)
    assert one.queued()[-1] is anew, "written anew once"


@pytest.mark.parametrize(("status", "words"), [("sold", "longer|left our stock"), ("on_hold", "on hold")])
def test_who_was_told_that_it_is_here_hears_with_the_next_answer_that_it_is_not(
    status: str, words: str
) -> None:
    one = _waiting()
    one.send()
    one.facts.stock.status = status
    reply = answer(one, "when do you close", intents=["hours"])
    assert any(word in reply.text for word in words.split("|"))
    assert "8 PM" in reply.text
    again = answer(one, "and where are you", intents=["directions"])
    assert not any(word in again.text for word in words.split("|")), "told once"


def test_nothing_is_said_of_it_to_who_was_told_nothing() -> None:
    one = Told(facts(consents=(written_consent(),)))
    one.facts.stock.status = "sold"
    one.run(*ALL)
    one.send()
    assert "left our stock" not in answer(one, "when do you close", intents=["hours"]).text


def test_a_message_names_what_it_says_is_here() -> None:
    assert restated.said_here(["vehicle:U3401", "in_stock:U3401", "store:hours"]) == ("U3401",)
    assert restated.said_here(["vehicle:U3401"]) == ()


def test_similar_ones_are_claimed_to_be_here_too() -> None:
    one = _waiting()
    one.send()
    reply = answer(one, "what else do you have", intents=["similar_vehicles"])
    assert "in_stock:U3402" in reply.facts


def _sent_first() -> Told:
    """A lead whose first messages left, and whose message of similar vehicles waits for a line."""
    one = _waiting()
    one.send()
    one.run(*ALL, at=one.now + timedelta(minutes=25))
    return one


def test_a_message_of_similar_vehicles_is_written_anew_with_those_that_are_left() -> None:
    one = _sent_first()
    said = one.queued("similar_vehicles")[-1]
    next(car for car in one.facts.similar if car.stock == "U3402").status = "sold"
    one.run(*ALL)
    anew = one.queued("similar_vehicles")[-1]
    assert (said.status, anew.status) == ("superseded", "queued")
    assert anew.key == f"{said.key}·anew"
    assert (anew.channel, anew.expires_at) == (said.channel, said.expires_at)
    assert "in_stock:U3402" in said.facts
    assert {row for row in anew.facts if row.startswith("in_stock")} == {
        "in_stock:U3403",
        "in_stock:U3404",
        "in_stock:U3405",
    }


def test_it_is_dropped_where_none_is_left() -> None:
    one = _sent_first()
    for car in one.facts.similar:
        car.status = "sold"
    one.run(*ALL)
    assert {m.status for m in one.queued("similar_vehicles")} == {"superseded"}
