"""Who looked at what, and how many customers' data left the store: read from the sealed record (R22).

Ids of the record begin with their moment, so a span of it is found without an index of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desk.models.facts import StoreFacts
from desk.models.history import History
from desk.models.ids import uuid7_of
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.playbook import Playbook
from desk.models.snapshots.sign_in import ExportsView
from desk.models.time import local

_LOOKS = ("viewed", "export", "signed_in", "sign_in_refused", "locked")
_SPARE = timedelta(minutes=5)  # a look is written down a little after it happened


def exports_view(session: Session, store: StoreFacts, book: Playbook, now: datetime) -> ExportsView:
    """Customers whose data left this calendar month and in the last days, counted anew with each export."""
    days = int(book.number("privacy.export_days"))
    month = local(now, store.zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    since = min(now - timedelta(days=days), month)
    told = [(row.at, int(row.data.get("customers", 0))) for row in _lines(session, since, ("export",))]
    return ExportsView(
        this_month=sum(people for at, people in told if at >= month),
        in_days=sum(people for at, people in told if at >= now - timedelta(days=days)),
        days=days,
        line=int(book.number("privacy.export_people")),
        exports=len(told),
    )


def shown_at(session: Session, what: str) -> datetime | None:
    """When ``what`` was last given out, by the record; None where it never was."""
    query = select(History.at, History.data).where(History.kind == "export").order_by(History.id.desc())
    return next((row.at for row in session.execute(query) if row.data.get("what") == what), None)


def looks(session: Session, store: StoreFacts, since: datetime, who: str = "") -> Iterator[dict[str, Any]]:
    """One row for each view, export and sign-in since then; ``who`` is a person's id or name, everybody where it is empty."""
    wanted = {person.name for person in store.staff if not who or who in (person.id, person.name)} or {who}
    for row in _lines(session, since, _LOOKS):
        if who and row.by not in wanted:
            continue
        told = {key: value for key, value in row.data.items() if key != "staff"}
        what = told.pop("what", "") or "; ".join(f"{key} {value}" for key, value in told.items())
        yield {
            "at": local(row.at, store.zone).isoformat(timespec="seconds"), "who": row.by, "did": row.kind, "what": what,
            "lead": row.lead_id or "", "customer": _name(session, row.lead_id), "rows": told.get("rows", ""),
            "customers": told.get("customers", ""),
        }  # fmt: skip


def _lines(session: Session, since: datetime, kinds: tuple[str, ...]) -> list[Any]:
    first = str(uuid7_of(since - _SPARE, bytes(10)))
    query = select(History.at, History.kind, History.by, History.lead_id, History.data)
    query = query.where(History.id >= first, History.kind.in_(kinds), History.at >= since)
    return list(session.execute(query.order_by(History.at, text("rowid"))))


def _name(session: Session, lead_id: str | None) -> str:
    """The customer's name as it is today; empty where they were forgotten since."""
    query = select(Customer.full).join(Lead, Lead.customer_id == Customer.id).where(Lead.id == lead_id)
    return (session.scalar(query) or "") if lead_id else ""
