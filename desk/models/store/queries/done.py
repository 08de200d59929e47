"""What a person did lately and may take back, latest first (FLOW-11)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desk.models.snapshots_live import DoneAct
from desk.models.store.asking import asking
from desk.models.time import from_micros

#: Ids of the record grow with time, so the latest lines are its last; older acts are changed by hand.
_LOOKED_AT = 3000
_DONE = f"""
SELECT told.txn, told.act, max(told.at), CASE
    WHEN count(DISTINCT told.lead_id) > 1 THEN count(DISTINCT told.lead_id) || ' leads'
    WHEN customer."full" = '' THEN trim(customer.first || ' ' || customer.last)
    ELSE customer."full" END
FROM (SELECT * FROM history ORDER BY id DESC LIMIT {_LOOKED_AT}) AS told
JOIN lead ON lead.id = told.lead_id JOIN customer ON customer.id = lead.customer_id
WHERE told.by = :by AND told.txn != '' AND told.act != 'undo'
  AND told.kind IN ('stage', 'owner', 'hold', 'message', 'task_done', 'credit', 'merged')
GROUP BY told.txn ORDER BY max(told.at) DESC LIMIT :limit
"""


def done_acts(session: Session, by: str, limit: int = 20) -> tuple[DoneAct, ...]:
    """Acts signed ``by`` this person's name that undo knows how to take back."""
    rows = asking(session)(_DONE, {"by": by, "limit": limit})
    return tuple(DoneAct(txn, words, name, from_micros(at)) for txn, words, at, name in rows)
