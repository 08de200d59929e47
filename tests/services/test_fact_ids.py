"""Every factual clause carries the row it came from, and each of those rows exists (AI-11)."""

from __future__ import annotations

import re
from typing import Any

import pytest

from desk.models.rules.known import known
from desk.models.rules.outbound import templates
from desk.services.mystery import Played, as_scenario
from desk.services.rehearsal.run import Rehearsal
from desk.services.resources import load_toml
from desk.services.rulebook import whole_playbook
from tests.models.rules.stage_of_one import RECEIVED, book, facts

_PLAIN = {
    "moment",
    "assistant",
    "call",
}  # the hour it is now, what the assistant calls itself, and the word for a call that may be offered
_SAID = {
    "vehicle": re.compile(r"in stock|on hold|no longer|has left|miles|history\.example", re.IGNORECASE),
    "store:hours": re.compile(r"\b\d{1,2}(?::\d\d)? (?:AM|PM)\b[^.]*\?"),
    "knowledge": re.compile(r"leash|license"),
}


@pytest.mark.requirement("AI-11")
@pytest.mark.parametrize("language", ["en", "es"])
def test_each_fact_the_assistant_may_speak_of_names_its_row(language: str) -> None:
    told = known(templates(book()), facts(), book(), RECEIVED, language)
    nameless = {name for name, it in told.items() if it.text and not it.rows}
    assert nameless <= _PLAIN


@pytest.mark.requirement("AI-11", "AI-05", "AI-13")
@pytest.mark.parametrize(
    "trap", ["available", "history", "bank", "two-at-once", "sold", "no-stop", "spanish", "price"]
)
def test_what_a_message_says_rests_on_rows_that_exist(trap: str) -> None:
    store = load_toml("mystery", "store.toml")
    told = next(row for row in load_toml("mystery", "traps.toml")["trap"] if row["id"] == trap)
    rehearsal = Rehearsal(as_scenario(store, told), whole_playbook())
    played = Played(tuple(rehearsal.run()))
    stocks = {f"vehicle:{row['stock']}" for row in store["vehicle"]}
    assert played.left
    for message in played.left:
        for fact in message["facts"]:
            assert fact.partition(":")[0] in {
                "vehicle",
                "store",
                "lead",
                "customer",
                "staff",
                "knowledge",
                "message",
                "appointment",
                "feed",
                "in_stock",
            }
            assert not fact.startswith("vehicle:") or fact in stocks
        for kind, said in _SAID.items():
            assert not said.search(message["text"]) or _rests_on(kind, message), (
                kind,
                message["text"],
                message["facts"],
            )


def _rests_on(kind: str, message: dict[str, Any]) -> bool:
    return any(fact.startswith(kind) for fact in message["facts"])
