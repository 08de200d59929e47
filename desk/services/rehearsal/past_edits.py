"""What people wrote down about a lead and its customer: edits as the events they were, and the inquiry as it stood before them.

The record says which fields an edit touched and holds no value; those that it replaced lie beside it (``models.kept``). Of an
edit of before such values were kept nothing more is known, and an edit that was taken back never was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desk.models.history import History
from desk.models.kept import Replaced
from desk.models.lead import Lead
from desk.models.person import Address
from desk.models.rules.needs import ASSESSED
from desk.models.rules.trade_in import BY_HAND

Line = tuple[str, dict[str, Any]]
_AS_WRITTEN = text("rowid")
_NEEDS, _TRADE_IN = "needs", "trade_in"
_OWN = (ASSESSED, BY_HAND)  # what the desk itself notes beside the answers


def edited(session: Session, lead: Lead, row: History, by: str | None) -> Iterator[Line]:
    """The events of one edit: what was assessed, what was learned of the trade-in, and what else was changed."""
    if row.txn in _taken_back(session, lead.id):
        return
    told: dict[str, dict[str, Any]] = {"lead": {}, "customer": {}, _NEEDS: {}, _TRADE_IN: {}}
    for kept in _replaced(session, lead.id):
        if kept.txn == row.txn:
            column, _, key = kept.name.partition(".")
            part = told[column] if key else told[kept.of]
            part[key or column] = kept.after
    head = {"lead": lead.id, "by": by}
    if answers := _said(told[_NEEDS]):
        yield "needs", {**head, "answers": answers}
    if values := _said(told[_TRADE_IN]):
        yield "trade", {**head, "values": values}
    change = {key: told[key] for key in ("lead", "customer") if told[key]} | _reached(session, lead, row)
    if change:
        yield "change", {**head, **{"of_lead" if key == "lead" else key: it for key, it in change.items()}}


def before(session: Session, lead: Lead) -> Mapping[str, Any]:
    """The columns of lead and customer that were edited since the lead came, with what stood there first."""
    first: dict[str, Any] = {}
    for kept in _replaced(session, lead.id):
        first.setdefault(f"{kept.of}.{kept.name}", kept.before)
    return first


def added_later(session: Session, lead: Lead) -> frozenset[str]:
    """Ids of the customer's addresses that a person added by an edit."""
    edits = _edits(session, lead.id)
    moments = {row.at for row in edits if {"phone", "email"} & set(row.data.get("fields", ()))}
    rows = session.scalars(select(Address).where(Address.customer_id == lead.customer_id))
    return frozenset(row.id for row in rows if row.created_at in moments)


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as a person gives them; an empty one took an answer back."""
    return {key: "" if value is None else value for key, value in values.items() if key not in _OWN}


def _reached(session: Session, lead: Lead, row: History) -> dict[str, str]:
    """A phone or e-mail that came with this edit."""
    if not {"phone", "email"} & set(row.data.get("fields", ())):
        return {}
    made = select(Address).where(Address.customer_id == lead.customer_id, Address.created_at == row.at)
    return {address.kind: address.value for address in session.scalars(made)}


def _replaced(session: Session, lead_id: str) -> list[Replaced]:
    rows = select(Replaced).where(Replaced.lead_id == lead_id)
    return list(session.scalars(rows.order_by(Replaced.at, _AS_WRITTEN)))


def _edits(session: Session, lead_id: str) -> list[History]:
    rows = select(History).where(History.lead_id == lead_id, History.kind.in_(("edit", "undone")))
    return list(session.scalars(rows.order_by(History.at, _AS_WRITTEN)))


def _taken_back(session: Session, lead_id: str) -> set[str]:
    """The transactions of edits that were undone: an undo is always of the last one that stood."""
    standing: list[str] = []
    gone: set[str] = set()
    for row in _edits(session, lead_id):
        if row.kind == "edit":
            standing.append(row.txn)
        elif row.data.get("kind") == "edit" and standing:
            gone.add(standing.pop())
    return gone
