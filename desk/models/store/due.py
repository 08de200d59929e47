"""When the clock must look again: three indexed questions, never a walk over all leads.

They are asked every second of the day, so they are kept as text and asked without a session (``Store.glance``).
"""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite.pysqlite import dialect

from desk.models.history import Setting
from desk.models.lead import Lead
from desk.models.store import outbox
from desk.models.store.engine import Store
from desk.models.time import from_micros

_LEAD = select(func.min(Lead.due_at)).where(Lead.due_at.is_not(None))
_SUMMARY = select(func.max(Setting.value)).where(Setting.key == "digest.due")
_DECISION, _ANYTHING = (
    str(
        select(*(question.scalar_subquery() for question in questions)).compile(
            dialect=dialect(), compile_kwargs={"literal_binds": True}
        )
    )
    for questions in ((_LEAD, _SUMMARY), (_LEAD, _SUMMARY, outbox.NEXT))
)


def next_decision(store: Store) -> datetime | None:
    """The moment at which a lead, or the store's summary, falls due."""
    lead, summary = store.glance(_DECISION)
    return _first(_moment(lead), _told(summary))


def next_moment(store: Store) -> datetime | None:
    """The moment at which anything falls due: a lead, a message that waits, or the store's summary."""
    lead, summary, message = store.glance(_ANYTHING)
    return _first(_moment(lead), _told(summary), _moment(message))


def _first(*moments: datetime | None) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _told(setting: str | None) -> datetime | None:
    """When the summary is told next: at the store's next opening or closing."""
    words = json.loads(setting).get("value") if setting else ""
    return datetime.fromisoformat(words) if words else None
