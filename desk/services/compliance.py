"""Reads the shipped compliance tables and the gate's numbers into the one value the gate is handed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desk.models.rules.gate import Approval, GateRules, PlaceTables, StoreRule, WindowTable, overlay
from desk.services.resources import load_toml


def load_gate_rules(
    store: Mapping[str, Mapping[str, Any]] | None = None,
    store_rules: Iterable[StoreRule] = (),
    approvals: Sequence[Approval] = (),
    halts: Iterable[Mapping[str, Any]] = (),
) -> GateRules:
    """The gate's rules: shipped tables with the store's values over them (R9).

    ``store`` overlays ``gate.toml`` key by key within its sections; ``store_rules`` tighten the state table
    (or pass it, with ``approvals``); ``halts`` are imported emergencies, rows as in ``holidays.toml``. Raises
    ``BadPlaybook`` for a value that may not stand.
    """
    regions = load_toml("compliance", "regions.toml")
    places = PlaceTables.from_data(
        load_toml("compliance", "area_codes.toml"), load_toml("compliance", "zip_prefixes.toml"), regions
    )
    holidays = load_toml("compliance", "holidays.toml")
    holidays["halt"] = [*holidays["halt"], *halts]
    windows = WindowTable.from_data(load_toml("compliance", "states.toml"), holidays, regions["us"])
    return GateRules.from_data(_overlaid(store or {}), overlay(windows, store_rules, approvals), places)


def _overlaid(store: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    shipped = load_toml("playbook", "gate.toml")
    return {section: {**values, **store.get(section, {})} for section, values in shipped.items()}
