"""A needs assessment walks the store's questions and qualifies the lead once enough is known (FLOW-07, LEAD-06)."""

from __future__ import annotations

from typing import Any

import pytest

from desk.models import commands as c
from desk.models.commands import AssessNeeds
from desk.models.errors import BadInput
from desk.models.rules.needs import questions
from desk.services.playbooks import load_playbook
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = pytest.mark.requirement("FLOW-07")


def test_the_shipped_questions_are_those_of_the_procedure() -> None:
    asked = {question["key"] for question in questions(load_playbook())}
    assert asked == set(
        "vehicles timeline matters_most budget_range financing who_decides location brand model years mileage colours "
        "preferences".split()
    )


def test_each_answer_is_kept_and_the_next_question_named() -> None:
    small = SmallDesk()
    lead_id = small.take()
    left = small.run(AssessNeeds(by=ANA, lead_id=lead_id, answers={"vehicles": ["RAV4", "CR-V"]}))
    assert left[0] == "timeline"
    assert small.lead(lead_id).needs == {"vehicles": ["RAV4", "CR-V"]}


@pytest.mark.requirement("LEAD-06")
def test_vehicle_and_timeline_known_it_is_qualified_by_the_desk_itself() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(AssessNeeds(by=ANA, lead_id=lead_id, answers={"vehicles": ["RAV4"], "matters_most": "price"}))
    assert small.lead(lead_id).stage == "new"
    small.later(minutes=1)
    small.run(AssessNeeds(by=ANA, lead_id=lead_id, answers={"timeline": "This month"}))
    assert small.lead(lead_id).stage == "qualified"
    assert small.lead(lead_id).needs["assessed"] is True


def test_an_answer_is_taken_back_and_the_assessment_is_open_again() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(AssessNeeds(by=ANA, lead_id=lead_id, answers={"vehicles": ["RAV4"], "timeline": "This month"}))
    left = small.run(AssessNeeds(by=ANA, lead_id=lead_id, answers={"timeline": ""}))
    assert left[0] == "timeline"
    assert "assessed" not in small.lead(lead_id).needs


@pytest.mark.parametrize(
    ("answers", "do"),
    [
        ({"shoe_size": "9"}, "vehicles"),
        ({"matters_most": "luck"}, "delivery time"),
        ({"timeline": ["soon", "later"]}, "Give words."),
        ({"vehicles": [3]}, "list"),
    ],
)
def test_an_answer_that_may_not_stand_is_refused_with_what_may(answers: dict[str, Any], do: str) -> None:
    small = SmallDesk()
    lead_id = small.take()
    with pytest.raises(BadInput) as refused:
        small.run(AssessNeeds(by=ANA, lead_id=lead_id, answers=answers))
    assert do in refused.value.do
    assert small.lead(lead_id).needs == {}


def test_a_store_asks_its_own_questions() -> None:
    small = SmallDesk()
    own = '[needs]\nenough = ["towing"]\n[[needs.question]]\nkey = "towing"\nask = "How much will it tow?"\n'
    small.run(c.SavePlaybook(by=DANA, toml=own, why="We sell trucks"))
    lead_id = small.take()
    assert small.run(AssessNeeds(by=ANA, lead_id=lead_id, answers={"towing": "A horse trailer"})) == ()
