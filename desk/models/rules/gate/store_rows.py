"""The store's own rows over the law's tables, as its playbook holds them: state rules, halts and holidays (R9).

Each is a list of small tables, so that a new emergency or a stricter hour is a line of data with its date, never a
change of code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.models.errors import BadPlaybook
from desk.models.rules.gate.overlay import Approval, StoreRule

Rows = Sequence[Mapping[str, Any]]
_NEEDS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "rule": {"state": str, "key": str, "value": (str, int)},
    "halt": {"state": str, "first": date, "last": date, "reason": str},
    "holiday": {"state": str, "name": str, "dates": list},
}
_MAY = {"rule": frozenset(("manager", "reason"))}
#: As the state of a holiday row: a holiday everywhere.
FEDERAL = "all"


@dataclass(frozen=True, slots=True)
class StoreRows:
    """What a store lays over the shipped tables."""

    rules: tuple[StoreRule, ...] = ()
    approvals: tuple[Approval, ...] = ()
    halts: tuple[Mapping[str, Any], ...] = ()
    holidays: tuple[Mapping[str, Any], ...] = ()

    @classmethod
    def from_data(cls, tree: Mapping[str, Any], states: Collection[str]) -> StoreRows:
        """The rows of a playbook; ``states`` are the known letters. Raises ``BadPlaybook`` naming the row."""
        rules, halts, holidays = (tuple(_checked(tree, name)) for name in _NEEDS)
        _refuse_unknown("halt", halts, states)
        _refuse_unknown("holiday", holidays, {*states, FEDERAL})
        return cls(
            tuple(StoreRule(row["state"], row["key"], row["value"]) for row in rules),
            tuple(Approval(r["state"], r["key"], r.get("manager", ""), r.get("reason", "")) for r in rules),
            halts,
            holidays,
        )

    def dated(self, shipped: Mapping[str, Any]) -> dict[str, Any]:
        """The shipped table of holidays with the store's days and halts added; none is taken away."""
        federal = dict(shipped["federal"])
        by_state = {state: dict(named) for state, named in shipped.get("state", {}).items()}
        for row in self.holidays:
            named = federal if row["state"] == FEDERAL else by_state.setdefault(row["state"], {})
            named[row["name"]] = [*named.get(row["name"], ()), *row["dates"]]
        return {**shipped, "federal": federal, "state": by_state, "halt": [*shipped["halt"], *self.halts]}


def managers_named(tree: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(place, person) of each state rule that names who answers for it."""
    for number, row in enumerate(tree.get("states", {}).get("rule", ()), start=1):
        if row.get("manager"):
            yield f"states.rule[{number}].manager", str(row["manager"])


def _checked(tree: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    for number, row in enumerate(tree.get("states", {}).get(name, ()), start=1):
        where = f"states.{name}[{number}]"
        if not isinstance(row, Mapping):
            raise BadPlaybook(
                "This is no row of values.", where=where, do=f"Write [[states.{name}]] with its values."
            )
        _refuse_row(row, where, _NEEDS[name], _MAY.get(name, frozenset()))
        yield row


def _refuse_row(
    row: Mapping[str, Any],
    where: str,
    needs: Mapping[str, type | tuple[type, ...]],
    may: Collection[str],
) -> None:
    wrong = [key for key, kind in needs.items() if not isinstance(row.get(key), kind)]
    strange = [key for key in row if key not in needs and key not in may]
    if wrong or strange:
        told = (
            f"{', '.join(wrong)} is missing or cannot be read" if wrong else f"there is no {strange[0]} here"
        )
        known = ", ".join((*needs, *sorted(may)))
        raise BadPlaybook(f"{told[0].upper()}{told[1:]}.", where=where, do=f"A row has {known}.")
    if "first" in row and row["last"] < row["first"]:
        raise BadPlaybook("It ends before it begins.", where=where, do="Put first before last.")
    if not all(isinstance(day, date) for day in row.get("dates", ())):
        raise BadPlaybook("One of the dates is no date.", where=where, do="Write them like 2026-11-26.")


def _refuse_unknown(name: str, rows: Sequence[Mapping[str, Any]], states: Collection[str]) -> None:
    for number, row in enumerate(rows, start=1):
        if row["state"] not in states:
            raise BadPlaybook(
                f"{row['state']!r} is no state.",
                where=f"states.{name}[{number}].state",
                do="Use its two letters.",
            )
