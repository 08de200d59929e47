"""Whose lead it is: turns, groups, rules by source and car, the house account and the sweep (FLOW-01,
FLOW-02).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.decisions import AssignOwner
from desk.models.rules import assignment
from desk.models.staff import Staff
from desk.models.vehicle import Vehicle
from desk.services.playbooks import load_playbook
from tests.models.rules.given import MINUTE, MONDAY, PEOPLE, File, facts, lead, log, person, store

BOOK = load_playbook()
CAR = Vehicle(id="V1", stock="T1", make="Toyota", condition="new", seen_at=MONDAY)


def everyone() -> tuple[Staff, ...]:
    return tuple(person(p.id, p.role) for p in PEOPLE)


def file(overlay: dict[str, Any] | None = None, people: tuple[Staff, ...] | None = None, **told: Any) -> File:
    book = load_playbook({"assignment": overlay}) if overlay else BOOK
    the_store = store(everyone() if people is None else people)
    return File(book, facts(lead(owner_id=None, **told), the_store, stock=CAR), assignment.decide)


def given_to(story: File, now: Any = MONDAY) -> list[tuple[str | None, str]]:
    return [(d.to, d.why[0]) for d in story.at(now) if isinstance(d, AssignOwner)]


@pytest.mark.requirement("FLOW-01")
def test_presets_say_who_takes_turns() -> None:
    team = (person("ana", "bdc"), person("ben"), person("ida", team="internet"), person("dana", "manager"))
    assert given_to(file(people=team)) == [("ana", "assignment.bdc")]
    assert given_to(file({"preset": "internet"}, team)) == [("ida", "assignment.internet")]
    assert given_to(
        file({"preset": "everyone"}, (person("ben", last_assigned_at=MONDAY), person("carl")))
    ) == [("carl", "assignment.everyone")]


@pytest.mark.requirement("FLOW-01")
def test_the_next_group_takes_over_where_the_first_is_not_at_work() -> None:
    off = person("ana", "bdc", shift={"tue": "09:00-17:00"})
    assert given_to(file(people=(off, person("ben"), person("dana", "manager")))) == [
        ("ben", "assignment.bdc")
    ]


@pytest.mark.requirement("FLOW-01")
@pytest.mark.parametrize(
    ("when", "to"),
    [
        ({"make": "toyota"}, "carl"),
        ({"condition": "used"}, "ana"),
        ({"source_kind": "marketplace", "condition": "new"}, "carl"),
        ({"source": "CarGurus"}, "ana"),
    ],
)
def test_rules_by_source_and_car_come_before_the_preset(when: dict[str, str], to: str) -> None:
    rule = {"name": "Toyota to Carl", "when": when, "to": ["carl"]}
    decided = given_to(file({"rule": [rule]}))
    assert [who for who, _why in decided] == [to]


@pytest.mark.requirement("FLOW-02")
def test_at_night_it_stays_unowned_until_the_sweep() -> None:
    night = MONDAY + timedelta(hours=12)
    story = file(received_at=night, taken_at=night)
    decided = [
        (at, d) for at, d in story.until(night + timedelta(hours=24), night) if isinstance(d, AssignOwner)
    ]
    assert [(at - night, d.to, d.why[0]) for at, d in decided] == [
        (timedelta(hours=11, minutes=30), "ana", "assignment.sweep")
    ]


@pytest.mark.requirement("FLOW-02")
def test_who_answers_a_lead_nobody_owns_has_it() -> None:
    night = MONDAY + timedelta(hours=12)
    story = file(received_at=night, taken_at=night)
    story.add(logs=log(night + MINUTE, "no_answer", staff_id="carl"))
    assert given_to(story, night + MINUTE) == []
    story.add(logs=log(night + 2 * MINUTE, "connected_assessed", staff_id="ben"))
    assert given_to(story, night + 2 * MINUTE) == [("ben", "assignment.answered")]


@pytest.mark.requirement("FLOW-02")
def test_a_sweep_that_finds_nobody_looks_again() -> None:
    late = person("ben", shift={"mon": "15:00-20:00"})
    story = file(people=(late, person("dana", "manager")))
    assert given_to(story) == []
    decided = [at for at, d in story.until(MONDAY + timedelta(hours=8), MONDAY) if isinstance(d, AssignOwner)]
    assert decided == [MONDAY + timedelta(hours=5)]


@pytest.mark.requirement("FLOW-01")
@pytest.mark.parametrize("told", [{"is_history": True}, {"stage": "lost"}, {"stage": "sold"}])
def test_history_and_closed_leads_are_not_given_away(told: dict[str, Any]) -> None:
    assert given_to(file(**told)) == []


@pytest.mark.requirement("FLOW-01")
@given(st.integers(1, 40))
def test_turns_are_even(leads: int) -> None:
    people = tuple(person(name) for name in ("a", "b", "c"))
    taken = [given_to(file(people=people), MONDAY + n * MINUTE)[0][0] for n in range(leads)]
    assert taken == [("a", "b", "c")[n % 3] for n in range(leads)]
