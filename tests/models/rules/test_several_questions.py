"""Several questions in one message: each is answered by what is about it, and what nobody knows is left to a person."""

from __future__ import annotations

import pytest

from desk.models.knowledge import Knowledge
from desk.models.rules.bank import Bank
from tests.models.rules.stage_of_one import RECEIVED, Told, facts, store, written_consent
from tests.models.rules.test_replies import RULES, answer, at

SHIPS = Knowledge(
    id="k1", entry="K1", question="Do you ship out of state?", answer="We ship to every state.", at=RECEIVED
)
PAPERS = Knowledge(
    id="k2", entry="K2", question="What documents should I bring?", answer="Bring your license.", at=RECEIVED
)
BOTH = "What documents should I bring? And do you ship out of state?"


def _one(*entries: Knowledge) -> Told:
    one = Told(facts(store=store(knowledge=Bank(entries)), consents=(written_consent(),)))
    one.run(*RULES)
    one.send()
    return one


@pytest.mark.requirement("AI-11", "AI-13")
def test_each_question_is_answered_by_the_entry_about_it() -> None:
    reply = answer(_one(SHIPS, PAPERS), BOTH, intents=["delivery", "documents"])
    assert "We ship to every state." in reply.text
    assert "Bring your license." in reply.text


@pytest.mark.requirement("AI-11", "AI-13")
def test_an_answer_to_one_question_is_none_to_the_other() -> None:
    one = _one(PAPERS)
    reply = answer(one, BOTH, intents=["delivery", "documents"])
    assert "Bring your license." in reply.text
    assert one.facts.lead.ai_state == "handed_off", "nobody knows about shipping, so a person is asked"


@pytest.mark.requirement("AI-08", "AI-19")
@pytest.mark.parametrize(("language", "said"), [("en", "closed|at the store"), ("es", "cerrad|tienda")])
def test_a_time_outside_the_hours_is_not_said_to_be_taken(language: str, said: str) -> None:
    one = _one()
    reply = answer(
        one,
        "can I come sunday night at ten",
        intents=["propose_time"],
        action="book",
        appointment=at("2026-03-08T22:00:00-07:00"),
        language=language,
    )
    assert any(word in reply.text for word in said.split("|"))
