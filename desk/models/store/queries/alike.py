"""Leads that may be the same customer's: found over indexes alone, compared by the rules (LEAD-04, LEAD-11)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Customer
from desk.models.rules.likeness import Record, house_number, phones_near
from desk.models.store.prepared import Prepared
from desk.models.store.queries.cards import OPEN_STAGES, given, listed, micros, starting_from
from desk.models.time import to_micros

MOST = 60  # candidates of one lead that are compared; a number that half the town shares is nobody's sign
_IDS = select(listed("ids").c.value)
_STREET_END = ":"  # the character after the digits: every street that begins with this house's number


_VALUES, _BOXES, _VINS, _STOCKS = (listed(name) for name in ("near", "mailboxes", "vins", "stocks"))
_BY_ADDRESS = select(Address.customer_id.label("id")).where(Address.value.in_(select(_VALUES.c.value)))
_BY_MAILBOX = (
    select(Address.customer_id)
    .select_from(_BOXES)
    .join(Address, and_(Address.value >= _BOXES.c.value + "@", Address.value < _BOXES.c.value + "A"))
)
_BY_HOUSE = select(Customer.id).where(
    given("house") != "", Customer.postal != "", Customer.postal == given("postal"),
    Customer.street >= given("house"), Customer.street < given("house") + _STREET_END,
)  # fmt: skip
_BY_VIN = (
    select(Lead.customer_id)
    .join(Wanted, Wanted.lead_id == Lead.id)
    .where(Wanted.vin.in_(select(_VINS.c.value)), Wanted.vin != "")
)
_BY_STOCK = (
    select(Lead.customer_id)
    .join(Wanted, Wanted.lead_id == Lead.id)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(
        Wanted.stock.in_(select(_STOCKS.c.value)),
        Wanted.stock != "",
        func.substr(Customer.last, 1, 1) == given("letter"),
    )
)
# Not a plain union: to join sorted halves SQLite would walk all addresses in their order.
_PEOPLE = union_all(_BY_ADDRESS, _BY_MAILBOX, _BY_HOUSE, _BY_VIN, _BY_STOCK).subquery()
_OPEN, _CLOSED = (
    Lead.stage.in_([literal(stage) for stage in stages]) for stages in (OPEN_STAGES, ("sold", "lost"))
)
_CANDIDATES = Prepared(
    select(Lead.id)
    .distinct()
    .select_from(_PEOPLE)
    .join(Lead, Lead.customer_id == starting_from(_PEOPLE.c.id))
    .where(Lead.id != given("lead"), or_(_OPEN, and_(_CLOSED, micros(Lead.stage_at) >= given("since"))))
    .order_by(Lead.received_at.desc())
    .limit(MOST)
)
_RECORDS = Prepared(
    select(
        Lead.id, Customer.id, Customer.first, Customer.last, Customer.full, Customer.street, Customer.city,
        Customer.postal,
    )
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Lead.id.in_(_IDS))
)  # fmt: skip
_ADDRESSES = Prepared(
    select(Address.customer_id, Address.kind, Address.value)
    .where(Address.customer_id.in_(_IDS))
    .order_by(Address.created_at, Address.id)
)
_WANTED = Prepared(
    select(Wanted.lead_id, Wanted.vin, Wanted.stock)
    .where(Wanted.lead_id.in_(_IDS))
    .order_by(Wanted.position, Wanted.id)
)


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
    connection, told = session.connection(), {"ids": json.dumps(list(lead_ids))}
    rows = {row[0]: _Row._make(row[1:]) for row in _RECORDS.run(connection, told)}
    people = {"ids": json.dumps([row.id for row in rows.values()])}
    reached = _grouped(_ADDRESSES.run(connection, people))
    wanted = _grouped(_WANTED.run(connection, told))
    return {
        lead_id: record_of(lead_id, row, reached.get(row.id, ()), wanted.get(lead_id, ()))
        for lead_id, row in rows.items()
    }


def _grouped(rows: Iterable[Any]) -> dict[str, list[Sequence[str]]]:
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


def candidates(connection: Connection, record: Record, since: datetime) -> list[str]:
    """Leads with something in common with ``record``: open ones, and those closed at ``since`` or later; newest first."""
    return [row[0] for row in _CANDIDATES.run(connection, _values(record, since))]


def _values(record: Record, since: datetime) -> Mapping[str, object]:
    near = [near for phone in record.phones for near in phones_near(phone)]
    house = house_number(record.street)
    return {
        "lead": record.lead_id,
        "since": to_micros(since),
        "near": json.dumps([*record.phones, *record.emails, *near]),
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
