"""Through which doors a person is alerted, and that an alert says no more than it must (ALERT-01 …
ALERT-03).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desk.models.rules.alerts import raise_for, via
from desk.services.playbooks import load_playbook
from tests.models.rules.given import MONDAY, facts, person

BOOK = load_playbook()
NIGHT = MONDAY + timedelta(hours=12)
BOTH = ("desktop", "text", "email")


@pytest.mark.requirement("ALERT-02")
@pytest.mark.parametrize(
    ("choice", "kind", "open_", "closed"),
    [
        ({}, "doorbell", ("desktop", "text"), ("desktop", "email")),
        ({"doorbell": "both"}, "doorbell", BOTH, BOTH),
        ({"doorbell": "text"}, "doorbell", ("desktop", "text"), ("desktop", "text")),
        ({"doorbell": "email"}, "doorbell", ("desktop", "email"), ("desktop", "email")),
        ({"doorbell": "desktop"}, "doorbell", ("desktop",), ("desktop",)),
        ({"all": "both"}, "escalation", BOTH, BOTH),
        ({"all": "both", "escalation": "desktop"}, "escalation", ("desktop",), ("desktop",)),
        ({}, "attention", ("desktop",), ("desktop",)),
        ({"attention": "text"}, "attention", ("desktop", "text"), ("desktop", "text")),
        ({"doorbell": "pager"}, "doorbell", ("desktop", "text"), ("desktop", "email")),
    ],
)
def test_doors_by_choice_and_hour(choice: dict[str, str], kind: str, open_: Any, closed: Any) -> None:
    who = person("ben", alerts=choice)
    assert via(who, kind, facts().store, BOOK, MONDAY) == open_
    assert via(who, kind, facts().store, BOOK, NIGHT) == closed


@pytest.mark.requirement("ALERT-02")
def test_an_administrator_narrows_what_may_be_chosen() -> None:
    book = load_playbook({"alerts": {"allowed": ["default", "desktop"]}})
    assert via(person("ben", alerts={"doorbell": "both"}), "doorbell", facts().store, book, MONDAY) == (
        "desktop",
        "text",
    )


@pytest.mark.requirement("ALERT-02")
def test_a_person_without_a_number_is_not_texted() -> None:
    assert via(person("ben", phone=""), "doorbell", facts().store, BOOK, MONDAY) == ("desktop",)
    assert via(person("ben", phone="", email=""), "doorbell", facts().store, BOOK, MONDAY) == (
        "desktop",
        "text",
    )


@pytest.mark.requirement("ALERT-03")
def test_an_alert_is_keyed_by_step_and_person() -> None:
    alert = raise_for(
        person("ben"),
        facts(),
        BOOK,
        MONDAY,
        key="L1·step",
        kind="escalation",
        title="t",
        why=("w",),
        also=("email",),
    )
    assert (alert.key, alert.staff_id, alert.via) == ("L1·step·ben", "ben", BOTH)
