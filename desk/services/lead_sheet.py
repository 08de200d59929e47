"""A file of leads as the desk would take it: for ``desk import leads`` and for the settings (LEAD-01)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.commands import TakeLead
from desk.models.conversation import Arrival
from desk.models.errors import BadInput
from desk.models.facts import StoreFacts
from desk.models.intake.columns import FeedColumn, headings_of
from desk.models.intake.csv_leads import LeadSheet, read_lead_csv
from desk.models.intake.tables import IntakeTables
from desk.models.snapshots.settings import LeadRow, LeadsRead

_HOUR = 3600


def lead_fields(tables: IntakeTables) -> tuple[str, ...]:
    """The desk's own names of what a column can hold, in the order of its table."""
    return tuple(dict.fromkeys(tables.lead_columns.names.values()))


def read_leads(
    raw: bytes, store: StoreFacts, tables: IntakeTables, mapping: Mapping[str, str] | None = None
) -> LeadSheet:
    """Raises ValueError, in words for a person, when the file is no table of leads."""
    return read_lead_csv(raw, store_zone=ZoneInfo(store.zone), tables=tables, mapping=mapping)


def commands_of(raw: bytes, sheet: LeadSheet, store: StoreFacts, now: datetime) -> Iterator[TakeLead]:
    """Older leads come in as history: no outreach, no timers, until a person starts it.

    So do leads without a date: nothing shows that they asked, so their numbers are cold ones (R8). The same row of the same
    file again changes nothing.
    """
    digest = _digest(raw)
    hours = float(store.settings["intake.history_after_hours"])
    for row in sheet.taken:
        received = row.prospect.received or now
        old = (now - received).total_seconds() > hours * _HOUR
        yield TakeLead(
            prospect=row.prospect, key=f"csv:{digest}:{row.row}", origin="csv", received=received,
            history=old or not row.prospect.received, asked=bool(row.prospect.received),
        )  # fmt: skip


def _digest(raw: bytes) -> str:
    return sha256(raw).hexdigest()[:16]


def look_at_leads(
    session: Session,
    path: str,
    mapping: Mapping[str, str] | None,
    store: StoreFacts,
    tables: IntakeTables,
    now: datetime,
) -> LeadsRead:
    """Read a file a person chose and say what it holds; nothing is recorded. Raises BadInput where it cannot be read."""
    try:
        raw = Path(path).read_bytes()
        headings = headings_of(raw)
    except (OSError, ValueError) as error:
        words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInput(f"{Path(path).name} could not be read: {words}.", do="Choose a CSV file.") from error
    fields = tables.lead_columns.map_headers([heading for heading, _cell in headings], mapping)
    columns = tuple(FeedColumn(heading, cell, fields.get(heading, "")) for heading, cell in headings)
    if not fields:
        return LeadsRead(path, Path(path).name, columns, lead_fields(tables))
    sheet = read_leads(raw, store, tables, mapping)
    rows = tuple(commands_of(raw, sheet, store, now))
    like = select(Arrival.key).where(Arrival.key.like(f"csv:{_digest(raw)}:%"))
    known = set(session.scalars(like))
    fresh = tuple(row for row in rows if row.key not in known)
    return LeadsRead(
        path, Path(path).name, columns, lead_fields(tables), fresh, len(rows) - len(fresh), sheet.refused,
        tuple(_shown(row) for row in rows),
    )  # fmt: skip


def _shown(row: TakeLead) -> LeadRow:
    customer, wanted = row.prospect.customer, row.prospect.vehicles
    name = customer.full or " ".join(part for part in (customer.first, customer.last) if part)
    phone = next((phone.number or phone.raw for phone in customer.phones), "")
    reach = next(iter(customer.emails), "") or phone
    return LeadRow(name, reach, str(wanted[0]) if wanted else "", row.history)
