"""What only the day sheet asks: numbers that may be called, who owns how much, and whom nobody contacts (DESK-10)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from desk.models.store.asking import asking
from desk.models.words import STAGES

_OPEN = ", ".join(f"'{stage.value}'" for stage in STAGES if stage.is_open)
_NUMBERS = """
SELECT lead.id, coalesce((
    SELECT address.value FROM address
    WHERE address.customer_id = lead.customer_id AND address.kind = 'phone' AND NOT EXISTS (
        SELECT 1 FROM block JOIN json_each(block.channels) AS closed
        WHERE block.address = address.value AND block.lifted_at IS NULL AND closed.value IN ('call', 'all'))
    ORDER BY address.created_at, address.id LIMIT 1), ''), coalesce(staff.name, '')
FROM lead LEFT JOIN staff ON staff.id = lead.owner_id WHERE lead.id IN (SELECT value FROM json_each(:ids))
"""
_OWNED = f"SELECT coalesce(owner_id, ''), count(*) FROM lead WHERE stage IN ({_OPEN}) GROUP BY coalesce(owner_id, '')"
_CLOSED = f"""
SELECT CASE customer."full" WHEN '' THEN trim(customer.first || ' ' || customer.last) ELSE customer."full" END, block.channels
FROM block JOIN lead ON lead.id = block.lead_id JOIN customer ON customer.id = lead.customer_id
WHERE block.lifted_at IS NULL AND block.kind IN ('opt_out', 'do_not_contact') AND lead.stage IN ({_OPEN})
GROUP BY customer.id ORDER BY max(block.at) DESC LIMIT :limit
"""
_NO = {"text": "no texts", "call": "no calls", "email": "no emails"}


def numbers(session: Session, lead_ids: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """By lead: a number that may be called (empty where none may), and the owner's name."""
    rows = asking(session)(_NUMBERS, {"ids": json.dumps(tuple(lead_ids))})
    return {lead_id: (phone, owner) for lead_id, phone, owner in rows}


def owned(session: Session) -> Mapping[str, int]:
    """Open leads by owner; those of nobody under the empty id."""
    return dict(asking(session)(_OWNED, {}))


def closed(session: Session, limit: int = 24) -> tuple[tuple[str, str], ...]:
    """Open leads' customers who said stop, with what they said no to, the latest first."""
    return tuple(
        (name, _words(json.loads(channels))) for name, channels in asking(session)(_CLOSED, {"limit": limit})
    )


def _words(channels: list[str]) -> str:
    if "all" in channels:
        return "no channel at all"
    return ", ".join(_NO.get(channel, channel) for channel in channels)
