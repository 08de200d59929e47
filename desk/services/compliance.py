"""Reads the shipped compliance tables and the gate's numbers into the one value the gate is handed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desk.models.errors import BadPlaybook
from desk.models.rules.gate import GateRules, PlaceTables, StoreRows, WindowTable, overlay
from desk.services.resources import load_toml


def load_gate_rules(store: Mapping[str, Any] | None = None) -> GateRules:
    """The gate's rules: shipped tables with the store's values over them (R9).

    ``store`` is a playbook, whole or partial: its sections overlay ``gate.toml`` key by key, the
    ``rule`` rows of its ``states`` tighten the state table (or pass it where a manager answers for it), the ``halt``
    and ``holiday`` rows close days. Raises ``BadPlaybook`` for a value that may not stand.
    """
    told = store or {}
    regions = load_toml("compliance", "regions.toml")
    places = PlaceTables.from_data(
        load_toml("compliance", "area_codes.toml"), load_toml("compliance", "zip_prefixes.toml"), regions
    )
    rows = StoreRows.from_data(told, {*regions["us"], *regions["canada"]})
    holidays = rows.dated(load_toml("compliance", "holidays.toml"))
    windows = WindowTable.from_data(load_toml("compliance", "states.toml"), holidays, regions["us"])
    return GateRules.from_data(_overlaid(told), overlay(windows, rows.rules, rows.approvals), places)


def _overlaid(store: Mapping[str, Any]) -> dict[str, Any]:
    shipped = load_toml("playbook", "gate.toml")
    _refuse_hidden_author(store.get("content", {}).get("disclosure", ()), shipped["content"]["disclosure"])
    return {section: {**values, **store.get(section, {})} for section, values in shipped.items()}


def _refuse_hidden_author(rows: Sequence[Sequence[str]], shipped: Sequence[Sequence[str]]) -> None:
    """No setting lets the assistant leave out what it is: a store may ask for more words, never for fewer (R16, R17)."""
    for row in rows:
        if not any(set(words) <= set(row) for words in shipped):
            raise BadPlaybook(
                f"{list(row)!r} does not say that an automated assistant writes.",
                where="content.disclosure",
                do=f"Keep the words of one of these rows: {'; '.join(' '.join(words) for words in shipped)}.",
            )
