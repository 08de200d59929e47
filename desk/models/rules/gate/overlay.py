"""A store's values over the state table: tighter is free, past a law row a manager answers for it (R9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desk.models.errors import BadPlaybook
from desk.models.rules.gate.states import (
    CLOSED,
    DAY_KINDS,
    WRITTEN_CONSENT,
    DayKind,
    Hours,
    StateRow,
    WindowTable,
    read_hours,
)

#: As the state of a store rule: lay it over every row; it can then only tighten.
EVERYWHERE = "all"
_DEFAULT, _UNKNOWN = "default", "unknown"
_KEYS = frozenset((*DAY_KINDS, "holidays", "cap_24h", "written_consent"))
#: What a value may be, where it is no hours.
_ALLOWED: Mapping[str, str] = {
    "holidays": f"Write open or {CLOSED}.",
    "cap_24h": "Write a whole number, 0 or more.",
    "written_consent": f"Write one of {', '.join(WRITTEN_CONSENT)}.",
}


@dataclass(frozen=True, slots=True)
class StoreRule:
    """One value of the store's, ``key`` and ``value`` as in the table, for a state, unknown or all."""

    state: str
    key: str
    value: Any


@dataclass(frozen=True, slots=True)
class Approval:
    """A manager's leave to pass one value of one law row; kept with its reason."""

    state: str
    key: str
    manager: str
    reason: str


def overlay(
    table: WindowTable, rules: Iterable[StoreRule], approvals: Sequence[Approval] = ()
) -> WindowTable:
    """The table under the store's rules. Raises ``BadPlaybook`` for a loosening that nobody answers for."""
    for rule in rules:
        table = _everywhere(table, rule) if rule.state == EVERYWHERE else _one_state(table, rule, approvals)
    return table


def _everywhere(table: WindowTable, rule: StoreRule) -> WindowTable:
    """Take the stricter of law and store in every row."""
    rows = {state: _tighter(row, rule) for state, row in table.rows.items()}
    default, unknown, canada = (_tighter(row, rule) for row in (table.default, table.unknown, table.canada))
    return replace(table, rows=rows, default=default, unknown=unknown, canada=canada)


def _tighter(row: StateRow, rule: StoreRule) -> StateRow:
    wished = _with(row, rule)
    if rule.key in DAY_KINDS:
        hours = _common(row.week[rule.key], wished.week[rule.key])
        return _with_hours(
            row, rule.key, hours, _common(row.staff_week[rule.key], wished.staff_week[rule.key])
        )
    return row if _loosened(row, wished, rule.key) else wished


def _one_state(table: WindowTable, rule: StoreRule, approvals: Sequence[Approval]) -> WindowTable:
    law = _row_named(table, rule.state)
    wished = _with(law, rule)
    if not _loosened(law, wished, rule.key):
        return _put(table, rule.state, wished)
    leave = next((a for a in approvals if (a.state, a.key) == (rule.state, rule.key)), None)
    if leave is None or not leave.manager.strip() or not leave.reason.strip():
        raise BadPlaybook(
            f"{rule.value!r} goes past the law row for {law.name} ({law.law})",
            where=f"{rule.state}, {rule.key}",
            do="Keep within the row, or name the manager who answers for it and the reason.",
        )
    note = f"{rule.state} {rule.key} {rule.value}: {leave.manager}, {leave.reason}"
    return replace(_put(table, rule.state, wished), overruled=(*table.overruled, note))


def _row_named(table: WindowTable, state: str) -> StateRow:
    if state == _UNKNOWN:
        return table.unknown
    if state == _DEFAULT:
        return table.default
    if state not in table.names:
        raise BadPlaybook(
            f"{state!r} is no state", where="store rules", do="Use its two letters, unknown, or all."
        )
    return table.rows.get(state) or replace(table.default, name=table.names[state])


def _put(table: WindowTable, state: str, row: StateRow) -> WindowTable:
    if state == _UNKNOWN:
        return replace(table, unknown=row)
    if state == _DEFAULT:
        return replace(table, default=row)
    return replace(table, rows={**table.rows, state: row})


def _with(row: StateRow, rule: StoreRule) -> StateRow:
    where = f"{rule.state}, {rule.key}"
    if rule.key in DAY_KINDS:
        hours = read_hours(str(rule.value), where)
        return _with_hours(row, rule.key, hours, hours)
    changes: Mapping[str, Any] = {
        "holidays": {"holidays_closed": rule.value == CLOSED},
        "cap_24h": {"cap_24h": rule.value},
        "written_consent": {"written_consent": rule.value},
    }.get(rule.key, {})
    _refuse_unreadable(rule, where)
    return replace(row, **changes)


def _refuse_unreadable(rule: StoreRule, where: str) -> None:
    readable = {
        "holidays": rule.value in (CLOSED, "open"),
        "cap_24h": isinstance(rule.value, int) and rule.value >= 0,
        "written_consent": rule.value in WRITTEN_CONSENT,
    }.get(rule.key, False)
    if not readable:
        told = _ALLOWED.get(rule.key, f"The keys of a row are {', '.join(sorted(_KEYS))}.")
        raise BadPlaybook(f"{rule.value!r} cannot be read", where=where, do=told)


def _with_hours(row: StateRow, kind: DayKind, hours: Hours | None, staff: Hours | None) -> StateRow:
    return replace(row, week={**row.week, kind: hours}, staff_week={**row.staff_week, kind: staff})


def _common(law: Hours | None, store: Hours | None) -> Hours | None:
    if law is None or store is None:
        return None
    opens, closes = max(law.opens, store.opens), min(law.closes, store.closes)
    return Hours(opens, closes) if opens < closes else None


def _loosened(law: StateRow, wished: StateRow, key: str) -> bool:
    if key in DAY_KINDS:
        weeks = ((law.week, wished.week), (law.staff_week, wished.staff_week))
        return any(_common(before[key], after[key]) != after[key] for before, after in weeks)
    if key == "holidays":
        return law.holidays_closed and not wished.holidays_closed
    if key == "cap_24h":
        return law.cap_24h is not None and (wished.cap_24h or 0) > law.cap_24h
    return WRITTEN_CONSENT.index(wished.written_consent) < WRITTEN_CONSENT.index(law.written_consent)
