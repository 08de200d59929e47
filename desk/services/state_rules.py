"""The law's table of states with the store's rows over it, as a manager reads it (R9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desk.models.errors import BadPlaybook
from desk.models.facts import StoreFacts
from desk.models.playbook import Playbook
from desk.models.rules.gate import StateRow, StoreRows, StoreRule, WindowTable, overlay
from desk.models.rules.gate.states import CLOSED, DAY_KINDS
from desk.models.snapshots.settings import LawValue, StateLaw, StateRulesView, StoreStateRow
from desk.models.words import Role
from desk.services.resources import load_toml

EVERYWHERE, DEFAULT, UNKNOWN, CANADA = "all", "default", "unknown", "canada"
_READ = {"P": "the text was read", "S": "from summaries; counsel decides", "derived": "drawn from the others"}


def state_rules(book: Playbook, facts: StoreFacts) -> StateRulesView:
    """Rows that stand by themselves first, then each state by its name."""
    told = load_toml("compliance", "states.toml")
    holidays = load_toml("compliance", "holidays.toml")
    names: Mapping[str, str] = load_toml("compliance", "regions.toml")["us"]
    law = WindowTable.from_data(told, holidays, names)
    now: WindowTable = book.part("gate").windows
    leaders = tuple((p.id, p.name) for p in facts.staff if p.active and p.role in (Role.MANAGER, Role.OWNER))
    return StateRulesView(
        states=tuple(_states(law, now, names)),
        rows=tuple(_store_rows(book.parts["tree"], law, names)),
        leaders=leaders,
        checked=told["checked"],
        holidays_through=holidays["last"],
    )


def _states(law: WindowTable, now: WindowTable, names: Mapping[str, str]) -> Iterator[StateLaw]:
    for key, row, present in (
        (DEFAULT, law.default, now.default), (UNKNOWN, law.unknown, now.unknown), (CANADA, law.canada, now.canada),
    ):  # fmt: skip
        yield _law(key, row.name[0].upper() + row.name[1:], row, present, own=True)
    for state, name in sorted(names.items(), key=lambda item: item[1]):
        row, present = law.rows.get(state, law.default), now.rows.get(state, now.default)
        yield _law(state, name, row, present, own=state in law.rows)


def _law(state: str, name: str, law: StateRow, now: StateRow, *, own: bool) -> StateLaw:
    values = (
        *(
            LawValue(day, _hours(law.week[day]), _hours(law.staff_week[day]), _hours(now.week[day]))
            for day in DAY_KINDS
        ),
        LawValue("holidays", _open(law), _open(law), _open(now)),
        LawValue("cap_24h", _cap(law), _cap(law), _cap(now)),
        LawValue("written_consent", law.written_consent, law.written_consent, now.written_consent),
    )
    return StateLaw(state, name, own, values, law.law, law.source, _READ.get(law.mark, law.mark), law.zones)


def _hours(hours: Any) -> str:
    return CLOSED if hours is None else str(hours)


def _open(row: StateRow) -> str:
    return CLOSED if row.holidays_closed else "open"


def _cap(row: StateRow) -> str:
    return "" if row.cap_24h is None else str(row.cap_24h)


def _store_rows(
    tree: Mapping[str, Any], law: WindowTable, names: Mapping[str, str]
) -> Iterator[StoreStateRow]:
    known = {*names, *load_toml("compliance", "regions.toml")["canada"]}
    rows = StoreRows.from_data(tree, known)
    for row, rule in zip(tree["states"]["rule"], rows.rules, strict=True):
        yield StoreStateRow("rule", rule.state, row, _passes(law, rule))
    for kind, told in (("halt", rows.halts), ("holiday", rows.holidays)):
        yield from (StoreStateRow(kind, row["state"], row) for row in told)


def _passes(law: WindowTable, rule: StoreRule) -> bool:
    """Whether a value goes past the law's row, so that somebody answers for it."""
    try:
        overlay(law, (rule,))
    except BadPlaybook:
        return True
    return False
