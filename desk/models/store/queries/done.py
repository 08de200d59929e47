"""What a person did lately and may take back, latest first (FLOW-11)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text, bindparam, case, distinct, func, select
from sqlalchemy.orm import Session

from desk.models.changes import UNDOABLE
from desk.models.history import History
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.snapshots.frame import DoneAct
from desk.models.store.queries.cards import micros, name_of
from desk.models.time import from_micros

_LOOKED_AT = 3000
"""Ids of the record grow with time, so the latest lines are its last; older acts are changed by hand."""
_TOLD: Any = select(History).order_by(History.id.desc()).limit(_LOOKED_AT).subquery()
_LEADS = func.count(distinct(_TOLD.c.lead_id))
_LATEST = func.max(micros(_TOLD.c.at))
_DONE = (
    select(
        _TOLD.c.txn, _TOLD.c.act, _LATEST, case((_LEADS > 1, _LEADS.cast(Text) + " leads"), else_=name_of())
    )
    .join(Lead, Lead.id == _TOLD.c.lead_id)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(
        _TOLD.c.by == bindparam("by"), _TOLD.c.txn != "", _TOLD.c.act != "undo", _TOLD.c.kind.in_(UNDOABLE)
    )
    .group_by(_TOLD.c.txn)
    .order_by(_LATEST.desc())
    .limit(bindparam("limit"))
)


def done_acts(session: Session, by: str, limit: int = 20) -> tuple[DoneAct, ...]:
    """Acts signed ``by`` this person's name that undo knows how to take back."""
    rows = session.connection().execute(_DONE, {"by": by, "limit": limit})
    return tuple(DoneAct(txn, words, name, from_micros(at)) for txn, words, at, name in rows)
