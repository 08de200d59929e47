"""A store may tighten any value of the state table; past a law row a named manager answers for it (R9)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from desk.models.errors import BadPlaybook
from desk.models.rules.gate import Approval, GateRules, Place, StoreRule, is_open, overlay
from desk.services.compliance import load_gate_rules
from tests.models.gate.builders import local

TEXAS = [Place("TX", "America/Chicago")]


@pytest.mark.rule("R9")
@pytest.mark.parametrize(
    ("state", "key", "value"),
    [
        ("TX", "sun", "closed"),
        ("TX", "mon_fri", "10:00-19:00"),
        ("FL", "cap_24h", 2),
        ("AZ", "cap_24h", 2),
        ("AZ", "holidays", "closed"),
        ("AZ", "written_consent", "all"),
        ("unknown", "mon_fri", "11:00-17:00"),
    ],
)
def test_tightening_is_free(rules: GateRules, state: str, key: str, value: Any) -> None:
    assert overlay(rules.windows, [StoreRule(state, key, value)]) != rules.windows


@pytest.mark.rule("R9")
@pytest.mark.parametrize(
    ("state", "key", "value"),
    [
        ("TX", "sun", "09:00-21:00"),
        ("TX", "mon_fri", "09:00-21:30"),
        ("LA", "sun", "12:00-13:00"),
        ("LA", "holidays", "open"),
        ("FL", "cap_24h", 4),
        ("CT", "written_consent", "none"),
        ("AZ", "mon_fri", "07:00-21:00"),
        ("default", "sat", "07:00-21:00"),
        ("unknown", "sat", "10:00-17:00"),
    ],
)
def test_loosening_past_the_law_row_needs_a_manager_and_a_reason(
    rules: GateRules, state: str, key: str, value: Any
) -> None:
    rule = StoreRule(state, key, value)
    with pytest.raises(BadPlaybook, match="goes past the law row"):
        overlay(rules.windows, [rule])
    for manager, reason in (("", "counsel agreed"), ("Dana", " ")):
        with pytest.raises(BadPlaybook):
            overlay(rules.windows, [rule], [Approval(state, key, manager, reason)])
    loosened = overlay(rules.windows, [rule], [Approval(state, key, "Dana", "counsel agreed on 2026-11-02")])
    assert loosened.overruled == (f"{state} {key} {value}: Dana, counsel agreed on 2026-11-02",)


@pytest.mark.rule("R9")
def test_an_approval_of_one_value_approves_no_other(rules: GateRules) -> None:
    leave = [Approval("TX", "sat", "Dana", "counsel agreed")]
    with pytest.raises(BadPlaybook):
        overlay(rules.windows, [StoreRule("TX", "sun", "09:00-21:00")], leave)


@pytest.mark.rule("R9")
def test_hours_for_everywhere_are_cut_to_each_states_own(rules: GateRules) -> None:
    table = overlay(
        rules.windows, [StoreRule("all", "mon_fri", "08:30-19:00"), StoreRule("all", "cap_24h", 2)]
    )
    assert not is_open(TEXAS, local("America/Chicago", 2026, 12, 2, 8, 45), table)
    assert is_open(TEXAS, local("America/Chicago", 2026, 12, 2, 9), table)
    assert not is_open([Place("AZ", "America/Phoenix")], local("America/Phoenix", 2026, 12, 2, 19), table)
    assert {row.cap_24h for row in (*table.rows.values(), table.default, table.unknown)} == {2}


@pytest.mark.rule("R9")
def test_everywhere_never_loosens(rules: GateRules) -> None:
    wide = [
        StoreRule("all", "sun", "06:00-22:00"),
        StoreRule("all", "holidays", "open"),
        StoreRule("all", "cap_24h", 9),
    ]
    table = overlay(rules.windows, wide)
    assert table.rows["LA"].week == rules.windows.rows["LA"].week
    assert table.rows["LA"].holidays_closed
    assert table.rows["FL"] == rules.windows.rows["FL"]


@pytest.mark.rule("R9")
@pytest.mark.parametrize(
    ("state", "key", "value", "says"),
    [
        ("TX", "sun", "noon till nine", "no hours"),
        ("TX", "sun", "21:00-09:00", "no day"),
        ("TX", "sun", "02:00-21:00", "no day"),
        ("ZZ", "sun", "closed", "no state"),
        ("TX", "cap_24h", "many", "cannot be read"),
        ("TX", "moon", "closed", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    rules: GateRules, state: str, key: str, value: Any, says: str
) -> None:
    with pytest.raises(BadPlaybook, match=says) as caught:
        overlay(rules.windows, [StoreRule(state, key, value)])
    assert caught.value.do


@pytest.mark.rule("R9")
@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("caps", "calls_and_texts_24h", 4),
        ("consent", "after_inquiry_days", 91),
        ("consent", "scrub_days", 32),
        ("night", "answer_minutes", 16),
        ("opt_out", "confirm_minutes", 6),
        ("health", "inbound_minutes", 11),
        ("health", "clock_minutes", 6),
        ("content", "parts", 3),
        ("content", "opt_out_line_days", 31),
        ("content", "disclose_again_days", 8),
    ],
)
def test_the_gates_own_numbers_stop_at_the_laws_limit(section: str, key: str, value: int) -> None:
    with pytest.raises(BadPlaybook, match="past the limit"):
        load_gate_rules({section: {key: value}})
    load_gate_rules({section: {key: value - 2}})


@pytest.mark.rule("R9")
def test_the_loader_lays_the_stores_rules_over_what_ships() -> None:
    table = load_gate_rules({"states": {"rule": [{"state": "AZ", "key": "sun", "value": "closed"}]}}).windows
    assert not is_open([Place("AZ", "America/Phoenix")], datetime(2026, 12, 6, 19, tzinfo=UTC), table)
