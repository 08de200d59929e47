"""Which ladder is climbed: the most specific that fits, by every condition a store may name (ILM-05)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.lead import Wanted
from desk.models.playbook import Playbook
from desk.models.rules.ladders import choose
from desk.models.vehicle import Vehicle
from desk.services.playbooks import load_playbook
from tests.models.rules.given import MONDAY, facts, lead

CAR = Vehicle(
    id="V1", stock="T1", make="Toyota", condition="used", certified=True, features=["Demo"], seen_at=MONDAY
)


def book(**when: Any) -> Playbook:
    """A playbook with one ladder of the store's own beside the shipped ones."""
    steps = [{"after": "5m", "to": ["owner"]}]
    return load_playbook(
        {"ladder": [{"name": "Ours", "when": {"trigger": "unanswered"} | when, "steps": steps}]}
    )


def chosen(**when: Any) -> str:
    ladder, _why = choose(facts(lead(source="Cars.com"), stock=CAR), book(**when), "unanswered", MONDAY)
    return ladder.name if ladder else ""


@pytest.mark.requirement("ILM-05")
@pytest.mark.parametrize(
    ("fits", "fits_not"),
    [
        ({"source_class": "3rd"}, {"source_class": "2nd"}),
        ({"source": "cars.com"}, {"source": "CarGurus"}),
        ({"make": "Toyota"}, {"make": "Ford"}),
        ({"condition": "used"}, {"condition": "new"}),
        ({"flag": "certified"}, {"flag": "fleet"}),
        ({"program": "demo"}, {"program": "loyalty"}),
        ({"days": ["mon", "tue"]}, {"days": ["sun"]}),
        ({"shift": "open"}, {"shift": "closed"}),
        ({"shift": "08:00-12:00"}, {"shift": "17:00-20:00"}),
        ({"shift": "22:00-11:00"}, {"shift": "22:00-09:00"}),
    ],
)
def test_a_condition_that_fits_wins_over_the_plain_ladder(
    fits: dict[str, Any], fits_not: dict[str, Any]
) -> None:
    assert chosen(**fits) == "Ours"
    assert chosen(**fits_not) == "Unanswered lead"


@pytest.mark.requirement("ILM-05")
@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"needs": {"program": "College Grad"}}, "Ours"),
        ({"comments": "I saw the College Grad program on your page"}, "Ours"),
        ({"source": "Toyota College Grad"}, "Ours"),
        ({"comments": "I graduated from college"}, "Unanswered lead"),
    ],
)
def test_a_manufacturers_program_is_noted_or_named_by_the_inquiry(told: dict[str, Any], found: str) -> None:
    ladder, why = choose(facts(lead(**told)), book(program="college grad"), "unanswered", MONDAY)
    assert ladder
    assert ladder.name == found
    assert ("program college grad" in why[1]) is (found == "Ours")


@pytest.mark.requirement("ILM-05")
def test_without_stock_the_wish_tells_make_and_condition() -> None:
    wanted = Wanted(id="W1", lead_id="L1", make="ford", condition="new")
    ladder, _why = choose(facts(wanted=(wanted,)), book(make="Ford", condition="new"), "unanswered", MONDAY)
    assert ladder
    assert ladder.name == "Ours"


@pytest.mark.requirement("ILM-05")
def test_of_two_as_specific_the_stores_own_wins_and_the_reason_says_which_and_why() -> None:
    ladder, why = choose(facts(), book(days=["mon"]), "unanswered", MONDAY)
    assert ladder
    assert why == (
        "ladder.Ours",
        "Chosen for days mon, trigger unanswered; more specific than 1 other that fit",
    )
    assert choose(facts(), book(source_class="2nd"), "nothing_such", MONDAY)[0] is None


CONDITIONS = {
    "source_class": "3rd",
    "make": "Toyota",
    "condition": "used",
    "flag": "certified",
    "shift": "open",
}


@pytest.mark.requirement("ILM-05")
@given(
    st.lists(
        st.sets(st.sampled_from(sorted(CONDITIONS))),
        min_size=1,
        max_size=5,
        unique_by=lambda keys: tuple(sorted(keys)),
    )
)
def test_the_most_specific_of_any_ladders_wins(rows: list[set[str]]) -> None:
    ladders = [
        {
            "name": f"N{n}",
            "when": {"trigger": "unanswered"} | {key: CONDITIONS[key] for key in keys},
            "steps": [{"after": "5m", "to": ["owner"]}],
        }
        for n, keys in enumerate(rows)
    ]
    ladder, _why = choose(facts(stock=CAR), load_playbook({"ladder": ladders}), "unanswered", MONDAY)
    assert ladder
    assert ladder.when.weight == 1 + max(map(len, rows))
