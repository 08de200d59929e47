"""Suspected duplicates that wait, and merges that can be taken apart (LEAD-04, LEAD-11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, aliased

from desk.models.duplicate import Duplicate, Merge
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.snapshots.inbox import InboxItem
from desk.models.snapshots.merge import MergedView
from desk.models.store.queries.cards import VIEWER, micros, name_of, whose
from desk.models.store.queries.signs import sign_title
from desk.models.time import from_micros

GROUP = "duplicate"
_SHOWN_SIGNS = 2
# A lead that was merged since stands where it lives on; a pair that came together there is none any more.
_TOLD, _HIT, _ONE, _OTHER = (aliased(Lead) for _each in range(4))
_MINE, _THEIRS = aliased(Customer), aliased(Customer)
_OPEN = (
    select(
        Duplicate.id, _ONE.id, _OTHER.id, name_of(_MINE), name_of(_THEIRS), Duplicate.signs, micros(Duplicate.raised_at),
        _ONE.owner_id, _OTHER.owner_id,
    )
    .select_from(Duplicate)
    .join(_TOLD, _TOLD.id == Duplicate.lead_id)
    .join(_HIT, _HIT.id == Duplicate.other_id)
    .join(_ONE, _ONE.id == func.coalesce(_TOLD.merged_into, _TOLD.id))
    .join(_OTHER, _OTHER.id == func.coalesce(_HIT.merged_into, _HIT.id))
    .join(_MINE, _MINE.id == _ONE.customer_id)
    .join(_THEIRS, _THEIRS.id == _OTHER.customer_id)
    .where(Duplicate.state == "open", _MINE.id != _THEIRS.id, or_(whose(_ONE.owner_id), _OTHER.owner_id == VIEWER))
    .order_by(Duplicate.points.desc(), Duplicate.id)
)  # fmt: skip


def suspected(connection: Connection, viewer_id: str) -> Iterator[InboxItem]:
    """Pairs that wait for a decision, each once; with ``viewer_id`` those with a customer of that person."""
    seen: set[frozenset[str]] = set()
    for row in connection.execute(_OPEN, {"viewer": viewer_id}):
        pair = frozenset(row[1:3])
        if pair not in seen:
            seen.add(pair)
            yield _item(row)


def _item(row: Any) -> InboxItem:
    pair_id, lead_id, _other, name, other_name, signs, raised, owner, other_owner = row
    titles = [sign_title(sign["kind"]) for sign in signs if sign["points"] > 0][:_SHOWN_SIGNS]
    said = ", ".join(title if n == 0 else title[0].lower() + title[1:] for n, title in enumerate(titles))
    people = " · two reps" if owner and other_owner and owner != other_owner else ""
    names = " and ".join(name or "Nobody" for name in (other_name, name))
    return InboxItem(f"{GROUP}:{pair_id}", GROUP, names, f"{said}{people}", lead_id, from_micros(raised))


def merges_of(session: Session, lead_id: str) -> tuple[MergedView, ...]:
    """Merges into this lead that stand, latest first."""
    query: Any = (
        select(Merge.id, Customer.full, Merge.at, Merge.by)
        .join(Lead, Lead.id == Merge.gone_id)
        .join(Customer, Customer.id == Lead.customer_id)
        .where(Merge.kept_id == lead_id, Merge.undone_at.is_(None))
        .order_by(Merge.id.desc())
    )
    return tuple(MergedView(*row) for row in session.execute(query))
