"""The store's facts, gathered from settings and staff: what every rule may know about the house itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models.facts import StoreFacts
from desk.models.history import Setting
from desk.models.knowledge import Knowledge
from desk.models.rules.bank import Bank
from desk.models.settings import defaults
from desk.models.staff import Staff

_IN_FORCE = (
    select(*Knowledge.__table__.columns).where(Knowledge.replaced_at.is_(None)).order_by(Knowledge.entry)
)
_STAMP = select(func.count(), func.count(Knowledge.replaced_at), func.max(Knowledge.id)).select_from(
    Knowledge
)
#: The last bank of each open store: its index is costly, and facts are gathered anew whenever a line changes.
_BANKS: WeakKeyDictionary[Any, tuple[tuple[Any, ...], Bank]] = WeakKeyDictionary()
STALE_AFTER = frozenset({"settings", "staff", "knowledge", "health"})


def settings(session: Session) -> dict[str, Any]:
    """All settings: the declared defaults under what the store has set."""
    found = {row.key: row.value.get("value") for row in session.scalars(select(Setting))}
    return defaults() | found


def gather(session: Session) -> StoreFacts:
    known = settings(session)
    health: Mapping[str, Any] = known["health"]
    words, summary_due = _silent_words(known), known.pop("digest.due")
    return StoreFacts(
        name=known["store.name"], zone=known["store.zone"], region=known["store.region"], address=known["store.address"],
        phone=known["store.phone"], email=known["store.email"], hours=known["store.hours"],
        holidays=frozenset(date.fromisoformat(day) for day in known["store.holidays"]),
        staff=tuple(session.scalars(select(Staff).order_by(Staff.id))), settings=known, automatic=not words, automatic_words=words,
        pauses=known["assistant.pauses"],
        can_email=bool(known["mail.smtp_host"]), can_text=bool(known["text.from_number"]),
        channels_down=frozenset(line for line, state in health.items() if not state.get("ok", True)),
        knowledge=bank(session), summary_due=summary_due,
    )  # fmt: skip


def bank(session: Session) -> Bank:
    """The entries in force. Rows are only added and retired, so two counts and the last id tell whether the bank is as it was.

    They are copies that belong to no transaction: one that is refused would take back the rows it had read, and the bank outlives it.
    """
    stamp = session.execute(_STAMP).one()
    kept = _BANKS.get(session.get_bind())
    if kept is not None and kept[0] == tuple(stamp):
        return kept[1]
    found = Bank(tuple(Knowledge(**row) for row in session.execute(_IN_FORCE).mappings()))
    _BANKS[session.get_bind()] = tuple(stamp), found
    return found


def _silent_words(known: Mapping[str, Any]) -> str:
    """Why nothing automatic may leave this desk, or an empty string (DESK-12, go-live)."""
    if known["desk.other"]:
        return (
            "Another desk was seen on the same line. Name the one that speaks, then automatic messages go on."
        )
    if not known["desk.speaks"]:
        return "Another desk speaks for this store."
    if not known["assistant.live"]:
        return "The assistant is not live yet. Switch it on in the last set-up step."
    return ""
