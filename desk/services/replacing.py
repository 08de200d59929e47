"""Values that a person put in place of others, kept beside the record so that the edit can be taken back (FLOW-11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from sqlalchemy import select

from desk.models.errors import NotAllowed
from desk.models.kept import Replaced
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.words import Role, Stage
from desk.services.work import Work

_LEADERS = (Role.MANAGER, Role.OWNER)
#: Columns that hold several values, each with a name of its own.
_TABLES = ("needs", "trade_in")


def check_open(work: Work, lead: Lead, act: str) -> None:
    """A closed lead is its owner's and the managers' to correct. Raises NotAllowed for anybody else."""
    if locked := lock_words(lead.stage, lead.owner_id, work.by.staff_id, work.by.role):
        raise NotAllowed(locked, action=act, missing=("right",), do="Ask its owner or a manager.")


def lock_words(stage: str, owner_id: str | None, staff_id: str, role: str) -> str:
    """Why this person may not edit a lead; empty where they may, and for the desk itself."""
    if not staff_id or stage not in (Stage.SOLD, Stage.LOST) or role in _LEADERS or owner_id == staff_id:
        return ""
    return "This lead is closed: its owner or a manager may still change it."


def put(work: Work, row: Lead | Customer, lead_id: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Set columns of a lead or its customer and keep what stood there; answers the columns that changed."""
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    of: Literal["lead", "customer"] = "lead" if isinstance(row, Lead) else "customer"
    for name, value in changed.items():
        for part, before, after in _parts(name, getattr(row, name), value):
            work.session.add(
                Replaced(
                    id=work.new_id(), txn=work.txn, lead_id=lead_id, at=work.now, of=of, name=part, before=before, after=after
                )
            )  # fmt: skip
        setattr(row, name, value)
    return tuple(changed)


def _parts(name: str, before: Any, after: Any) -> Iterable[tuple[str, Any, Any]]:
    """A column as it is, or the values inside it that differ."""
    if name not in _TABLES:
        return ((name, before, after),)
    old, new = before or {}, after or {}
    keys = dict.fromkeys((*old, *new))
    return tuple(
        (f"{name}.{key}", old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)
    )


def give_back(work: Work, lead: Lead, customer: Customer, txn: str) -> tuple[int, int]:
    """Put back what an edit replaced, as far as nothing replaced it since; answers how many values went back, and how many stay."""
    rows = list(
        work.session.scalars(select(Replaced).where(Replaced.txn == txn, Replaced.lead_id == lead.id))
    )
    back = 0
    for kept in rows:
        row: Lead | Customer = lead if kept.of == "lead" else customer
        if now_is(row, kept.name) == kept.after:
            _put_back(row, kept.name, kept.before)
            back += 1
    return back, len(rows) - back


def now_is(row: Lead | Customer, name: str) -> Any:
    """The value that stands under a name such as ``needs.timeline``."""
    column, _, key = name.partition(".")
    value = getattr(row, column)
    return (value or {}).get(key) if key else value


def _put_back(row: Lead | Customer, name: str, value: Any) -> None:
    column, _, key = name.partition(".")
    if not key:
        setattr(row, column, value)
        return
    held = {**(getattr(row, column) or {}), key: value}
    kept = {each: told for each, told in held.items() if told is not None}
    setattr(row, column, kept or (None if column == "trade_in" else {}))
