"""Suspected duplicates that wait, and merges that can be taken apart (LEAD-04, LEAD-11)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.duplicate import Merge
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.snapshots_live import InboxItem
from desk.models.snapshots_merge import MergedView
from desk.models.store.asking import Ask, Row
from desk.models.store.queries.signs import sign_title
from desk.models.time import from_micros

GROUP = "duplicate"
_SHOWN_SIGNS = 2
_NAME = """coalesce(nullif({who}."full", ''), trim({who}.first || ' ' || {who}.last))"""
# A lead that was merged since stands where it lives on; a pair that came together there is none any more.
_OPEN = f"""
SELECT duplicate.id, one.id, other.id, {_NAME.format(who="mine")}, {_NAME.format(who="theirs")}, duplicate.signs,
       duplicate.raised_at, one.owner_id, other.owner_id
FROM duplicate
JOIN lead AS told ON told.id = duplicate.lead_id JOIN lead AS hit ON hit.id = duplicate.other_id
JOIN lead AS one ON one.id = coalesce(told.merged_into, told.id)
JOIN lead AS other ON other.id = coalesce(hit.merged_into, hit.id)
JOIN customer AS mine ON mine.id = one.customer_id JOIN customer AS theirs ON theirs.id = other.customer_id
WHERE duplicate.state = 'open' AND mine.id != theirs.id
  AND (:viewer = '' OR one.owner_id = :viewer OR other.owner_id = :viewer)
ORDER BY duplicate.points DESC, duplicate.id
"""


def suspected(ask: Ask, viewer_id: str) -> Iterator[InboxItem]:
    """Pairs that wait for a decision, each once; with ``viewer_id`` those with a customer of that person."""
    seen: set[frozenset[str]] = set()
    for row in ask(_OPEN, {"viewer": viewer_id}):
        pair = frozenset(row[1:3])
        if pair not in seen:
            seen.add(pair)
            yield _item(row)


def _item(row: Row) -> InboxItem:
    pair_id, lead_id, _other, name, other_name, signs, raised, owner, other_owner = row
    titles = [sign_title(sign["kind"]) for sign in json.loads(signs) if sign["points"] > 0][:_SHOWN_SIGNS]
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
