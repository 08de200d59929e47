"""The search box: leads by anything known or said about them, and vehicles of the stock (LEAD-10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from desk.models.snapshots import FoundRow
from desk.models.store.asking import Ask, Row, asking
from desk.models.store.queries.first_board import initials
from desk.models.store.search import SHORTEST, leads_found, like, words_of

_LEADS = """
SELECT lead.id, coalesce(nullif(customer."full", ''), trim(customer.first || ' ' || customer.last)),
       lead.vehicle_title, lead.stock, lead.stage, lead.temperature, lead.band, lead.owner_id, staff.name
FROM lead JOIN customer ON customer.id = lead.customer_id LEFT JOIN staff ON staff.id = lead.owner_id
WHERE lead.id IN ({places}) AND lead.merged_into IS NULL
"""
_VEHICLES = """
SELECT id, trim(coalesce(year, '') || ' ' || make || ' ' || model || ' ' || trim) AS title, stock, status
FROM vehicle WHERE status != 'gone' AND {holds} ORDER BY stock LIMIT 10
"""
_HOLDS = r"title || ' ' || stock || ' ' || vin LIKE {word} ESCAPE '\'"
_STATUS = {"available": "In stock", "sold": "Sold", "on_hold": "On hold"}


def find(session: Session, typed: str, limit: int = 50) -> tuple[FoundRow, ...]:
    """Leads, then vehicles, that hold every word of ``typed``; nothing for an empty text."""
    words = words_of(typed)
    if not words:
        return ()
    ask = asking(session)
    return (*_leads(ask, leads_found(session, typed, limit), words), *_vehicles(ask, words))


def _leads(ask: Ask, lead_ids: Sequence[str], words: Sequence[str]) -> Iterator[FoundRow]:
    """The rows in the order they were found; words too short for the index must stand in what is shown."""
    values = {f"id{number}": lead_id for number, lead_id in enumerate(lead_ids)}
    rows = {
        row[0]: row for row in ask(_LEADS.format(places=", ".join(f":{name}" for name in values)), values)
    }
    short = [word.casefold() for word in words if len(word) < SHORTEST]
    for row in map(_lead, (rows[lead_id] for lead_id in lead_ids if lead_id in rows)):
        shown = f"{row.title} {row.detail}".casefold()
        if all(word in shown for word in short):
            yield row


def _lead(row: Row) -> FoundRow:
    lead_id, name, vehicle, stock, stage, degrees, band, owner_id, owner = row
    detail = " · ".join(filter(None, (vehicle, stock)))
    return FoundRow(
        "lead", lead_id, name, detail, stage, degrees, band, owner_id or "", initials(owner or "")
    )


def _vehicles(ask: Ask, words: Sequence[str]) -> Iterator[FoundRow]:
    values = {f"word{number}": like(word) for number, word in enumerate(words)}
    holds = " AND ".join(_HOLDS.format(word=f":{name}") for name in values)
    for vehicle_id, title, stock, status in ask(_VEHICLES.format(holds=holds), values):
        yield FoundRow("vehicle", vehicle_id, title, f"{stock} · {_STATUS.get(status, status)}")
