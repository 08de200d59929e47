"""Leads that may be the same customer's: found over indexes alone, compared by the rules (LEAD-04, LEAD-11)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from desk.models.person import Customer
from desk.models.rules.likeness import Record, house_number, phones_near
from desk.models.store.asking import Ask, asking
from desk.models.time import to_micros
from desk.models.words import STAGES

MOST = 60  # candidates of one lead that are compared; a number that half the town shares is nobody's sign
_OPEN = ", ".join(f"'{stage.value}'" for stage in STAGES if stage.is_open)
_CANDIDATES = f"""
SELECT lead.id FROM (
    SELECT customer_id AS id FROM address WHERE value IN (SELECT value FROM json_each(:values))
    UNION SELECT address.customer_id FROM json_each(:mailboxes) AS told
          JOIN address ON address.value >= told.value || '@' AND address.value < told.value || 'A'
    UNION SELECT id FROM customer
          WHERE :house != '' AND postal != '' AND postal = :postal AND street >= :house AND street < :house || ':'
    UNION SELECT lead.customer_id FROM json_each(:vins) AS told
          JOIN wanted ON wanted.vin = told.value AND told.value != '' JOIN lead ON lead.id = wanted.lead_id
    UNION SELECT lead.customer_id FROM json_each(:stocks) AS told
          JOIN wanted ON wanted.stock = told.value AND told.value != '' JOIN lead ON lead.id = wanted.lead_id
          JOIN customer ON customer.id = lead.customer_id AND substr(customer.last, 1, 1) = :letter
) AS person JOIN lead ON lead.customer_id = person.id
WHERE lead.id != :lead AND (lead.stage IN ({_OPEN}) OR (lead.stage IN ('sold', 'lost') AND lead.stage_at >= :since))
ORDER BY lead.received_at DESC LIMIT {MOST}
"""
_RECORDS = """
SELECT lead.id, customer.id, customer.first, customer.last, customer."full" AS full, customer.street, customer.city, customer.postal
FROM lead JOIN customer ON customer.id = lead.customer_id WHERE lead.id IN (SELECT value FROM json_each(:ids))
"""
_ADDRESSES = """
SELECT customer_id, kind, value FROM address WHERE customer_id IN (SELECT value FROM json_each(:ids)) ORDER BY created_at, id
"""
_WANTED = """
SELECT lead_id, vin, stock FROM wanted WHERE lead_id IN (SELECT value FROM json_each(:ids)) ORDER BY position, id
"""


class _Row(NamedTuple):
    id: str
    first: str
    last: str
    full: str
    street: str
    city: str
    postal: str


Pairs = Sequence[Sequence[str]]


def records(session: Session, lead_ids: Sequence[str]) -> dict[str, Record]:
    """What is compared of these leads, by id."""
    if not lead_ids:
        return {}
    ask = asking(session)
    rows = {row[0]: _Row(*row[1:]) for row in ask(_RECORDS, {"ids": json.dumps(list(lead_ids))})}
    reached = _grouped(ask(_ADDRESSES, {"ids": json.dumps([row.id for row in rows.values()])}))
    wanted = _grouped(ask(_WANTED, {"ids": json.dumps(list(rows))}))
    return {
        lead_id: record_of(lead_id, row, reached.get(row.id, ()), wanted.get(lead_id, ()))
        for lead_id, row in rows.items()
    }


def _grouped(rows: Iterable[Sequence[str]]) -> dict[str, list[Sequence[str]]]:
    found: dict[str, list[Sequence[str]]] = {}
    for whose, *values in rows:
        found.setdefault(whose, []).append(values)
    return found


def record_of(lead_id: str, who: Customer | _Row, reached: Pairs, wanted: Pairs) -> Record:
    """A record from its rows: addresses as (kind, value), vehicles as (VIN, stock number)."""
    parts = who.full.split()
    return Record(
        lead_id, who.id, who.first or " ".join(parts[:1]), who.last or " ".join(parts[1:]),
        phones=tuple(value for kind, value in reached if kind == "phone"),
        emails=tuple(value for kind, value in reached if kind == "email"),
        street=who.street, city=who.city, postal=who.postal,
        vins=tuple(vin for vin, _stock in wanted if vin), stocks=tuple(stock for _vin, stock in wanted if stock),
    )  # fmt: skip


def candidates(session: Session, record: Record, since: datetime) -> list[str]:
    """Leads with something in common with ``record``: open ones, and those closed at ``since`` or later; newest first."""
    ask: Ask = asking(session)
    return [row[0] for row in ask(_CANDIDATES, _values(record, since))]


def _values(record: Record, since: datetime) -> Mapping[str, object]:
    near = [near for phone in record.phones for near in phones_near(phone)]
    house = house_number(record.street)
    return {
        "lead": record.lead_id,
        "since": to_micros(since),
        "values": json.dumps([*record.phones, *record.emails, *near]),
        "mailboxes": json.dumps(sorted({name for email in record.emails for name in _names(email)})),
        "postal": record.postal,
        "house": house if record.street.startswith(house) else "",
        "vins": json.dumps(record.vins),
        "stocks": json.dumps(record.stocks),
        "letter": record.last[:1],
    }


def _names(email: str) -> tuple[str, str]:
    """The mailbox as written, and without what follows a plus."""
    name = email.rpartition("@")[0]
    return name, name.partition("+")[0]
