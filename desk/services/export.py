"""What the store gives out on request: leads, conversations, a report, and everything about one customer (COMPLY-06).

Each is a stream of flat rows in the store's own words; moments carry the store's offset.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from desk.models.base import Base
from desk.models.conversation import Log, Message
from desk.models.errors import BadInput
from desk.models.facts import StoreFacts
from desk.models.history import History
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Block, Consent, Customer
from desk.models.task import Appointment, Task
from desk.models.time import local
from desk.services.figures import Figures, Rates, figures
from desk.services.given_out import looks

Row = dict[str, Any]
_AT_ONCE = 500
_LEADS = (
    select(Lead, Customer).join(Customer, Customer.id == Lead.customer_id).order_by(Lead.received_at, Lead.id)
)
_LEAD = (
    "source", "source_kind", "source_class", "stage", "status", "lost_reason", "temperature", "ai_state", "comments", "timeframe", "stock",
)  # fmt: skip
_SAID = ("direction", "channel", "author", "purpose", "status", "subject", "text")
_LOGGED = ("type", "direction", "outcome", "minutes", "summary", "objections", "next_step", "recorded")
#: What is told of each kind of row about a customer; ids of the store are left out, evidence is not.
_ABOUT: tuple[tuple[str, type[Base], tuple[str, ...]], ...] = (
    ("lead", Lead, ("received_at", "vehicle_title", *_LEAD)),
    (
        "wanted",
        Wanted,
        ("interest", "condition", "year", "make", "model", "trim", "stock", "vin", "comments"),
    ),
    ("message", Message, ("at", "sent_at", *_SAID)),
    ("log", Log, ("at", *_LOGGED)),
    ("task", Task, ("made_at", "kind", "title", "done_at")),
    ("appointment", Appointment, ("starts_at", "status", "vehicle")),
    ("record", History, ("at", "kind", "by", "act", "why")),
)


def leads(session: Session, store: StoreFacts, since: datetime) -> Iterator[Row]:
    """One row a lead, under headings that ``desk import leads`` reads."""
    return _lead_rows(session, store, _LEADS.where(Lead.received_at >= since))


def chosen(session: Session, store: StoreFacts, lead_ids: Sequence[str]) -> Iterator[Row]:
    """The rows of these leads alone, for those a person has marked on the board (FLOW-12)."""
    return _lead_rows(session, store, _LEADS.where(Lead.id.in_(lead_ids)))


def _lead_rows(session: Session, store: StoreFacts, query: Select[Lead, Customer]) -> Iterator[Row]:
    for lead, customer in session.execute(query.execution_options(yield_per=_AT_ONCE)):
        ways = _addresses(session, customer.id)
        owner = store.person(lead.owner_id)
        yield {
            "received": _when(lead.received_at, store), "first name": customer.first, "last name": customer.last,
            "email": _first(ways, "email"), "phone": _first(ways, "phone"), "vehicle": lead.vehicle_title,
            "owner": owner.name if owner else "", **{name: getattr(lead, name) for name in _LEAD},
        }  # fmt: skip


def conversations(session: Session, store: StoreFacts, since: datetime) -> Iterator[Row]:
    """What was said with every customer, message by message and call by call, lead after lead."""
    query = select(Lead, Customer).join(Customer, Customer.id == Lead.customer_id)
    query = query.where(Lead.received_at >= since).order_by(Lead.received_at, Lead.id)
    for lead, customer in session.execute(query.execution_options(yield_per=_AT_ONCE)):
        head = {"lead": lead.id, "customer": customer.full or f"{customer.first} {customer.last}".strip()}
        said = [(m.at, "message", _told(m, ("at", *_SAID), store)) for m in _of(session, Message, lead.id)]
        logged = [(it.at, "log", _told(it, ("at", *_LOGGED), store)) for it in _of(session, Log, lead.id)]
        for _at, kind, row in sorted([*said, *logged], key=lambda line: line[0]):
            yield {**head, "kind": kind, **row}


def report(session: Session, store: StoreFacts, since: datetime, now: datetime) -> Iterator[Row]:
    """The store's figures since ``since`` beside those of the same time before, then the rates of each source."""
    found = figures(session, since, now, now, store.zone, "source")
    for name in (field.name for field in fields(Rates)):
        yield _figure(name, "", getattr(found.rates, name), getattr(found.before, name))
    yield from _more_figures(found)
    for source, rates in found.groups.items():
        for name in (field.name for field in fields(Rates)):
            yield _figure(name, source, getattr(rates, name), None)


def customer(session: Session, store: StoreFacts, about: str) -> Iterator[Row]:
    """Everything the store keeps about the customer whom ``about`` names: an email, a phone in E.164, or an id.

    Raises BadInput when nobody is named so.
    """
    for customer_id in customers_named(session, about):
        yield from _everything(session, store, customer_id)


def customers_named(session: Session, about: str) -> list[str]:
    """The ids of the customers whom an email, a phone in E.164 or an id names. Raises BadInput where there is none."""
    ids = _customers(session, about.strip().lower() if "@" in about else about.strip())
    if not ids:
        raise BadInput(
            "No customer has this address.", where=about, do="Give an email, +1 and ten digits, or an id."
        )
    return ids


def people_in(session: Session, store: StoreFacts, rows: str, since: datetime, about: str = "") -> int:
    """How many customers an export holds: the number a breach notice would ask for (R22)."""
    if rows == "report":
        return 0
    if rows == "views":
        return len({row["lead"] for row in looks(session, store, since, about)} - {""})
    if rows == "customer":
        return len(_customers(session, about.strip().lower() if "@" in about else about.strip()))
    return len(set(session.scalars(select(Lead.customer_id).where(Lead.received_at >= since))))


def _everything(session: Session, store: StoreFacts, customer_id: str) -> Iterator[Row]:
    person = session.get(Customer, customer_id)
    if person is not None:
        columns = tuple(c.key for c in Customer.__table__.columns if c.key not in ("id", "merged_into"))
        yield {"kind": "customer", **_told(person, columns, store)}
    ways = _addresses(session, customer_id)
    for way in ways:
        yield {"kind": "address", **_told(way, ("kind", "value", "type", "best_time"), store, rename="way")}
    values = [way.value for way in ways]
    for consent in session.scalars(select(Consent).where(Consent.address.in_(values)).order_by(Consent.at)):
        yield {
            "kind": "consent",
            **_told(consent, ("at", "address", "channel", "kind", "evidence"), store, rename="given"),
        }
    for block in session.scalars(select(Block).where(Block.address.in_(values)).order_by(Block.at)):
        yield {
            "kind": "block",
            **_told(
                block, ("at", "address", "channels", "kind", "words", "lifted_at"), store, rename="reason"
            ),
        }
    for lead in session.scalars(
        select(Lead).where(Lead.customer_id == customer_id).order_by(Lead.received_at)
    ):
        yield from _about_lead(session, store, lead.id)


def _about_lead(session: Session, store: StoreFacts, lead_id: str) -> Iterator[Row]:
    for name, noun, columns in _ABOUT:
        for row in _of(session, noun, lead_id):
            yield {"lead": lead_id, **_told(row, columns, store, rename="what"), "kind": name}


def _of(session: Session, noun: Any, lead_id: str) -> Iterator[Any]:
    query: Select[Any] = select(noun).where((noun.id if noun is Lead else noun.lead_id) == lead_id)
    if noun is History:
        query = query.where(History.kind != "key")
    return iter(session.scalars(query.order_by(noun.id)))


def _customers(session: Session, about: str) -> list[str]:
    found = select(Customer.id).outerjoin(Address, Address.customer_id == Customer.id)
    return list(
        dict.fromkeys(session.scalars(found.where(or_(Address.value == about, Customer.id == about))))
    )


def _addresses(session: Session, customer_id: str) -> list[Address]:
    query = select(Address).where(Address.customer_id == customer_id).order_by(Address.created_at, Address.id)
    return list(session.scalars(query))


def _first(ways: list[Address], kind: str) -> str:
    return next((way.value for way in ways if way.kind == kind), "")


def _told(row: Any, columns: tuple[str, ...], store: StoreFacts, *, rename: str = "") -> Row:
    told = {name: _plain(getattr(row, name), store) for name in columns}
    return {rename if name == "kind" and rename else name: value for name, value in told.items()}


def _plain(value: Any, store: StoreFacts) -> Any:
    return _when(value, store) if isinstance(value, datetime) else value


def _when(moment: datetime, store: StoreFacts) -> str:
    return local(moment, store.zone).isoformat(timespec="seconds")


def _figure(name: str, source: str, value: Any, before: Any) -> Row:
    return {"figure": name, "source": source, "value": _round(value), "before": _round(before)}


def _round(value: Any) -> Any:
    return round(value, 4) if isinstance(value, float) else value


def _more_figures(found: Figures) -> Iterator[Row]:
    for who, spread in (("assistant", found.assistant), ("people", found.people)):
        yield from (
            _figure(f"{who} first answer {it} s", "", getattr(spread, it), None)
            for it in ("p50", "p99", "max")
        )
    for name in ("escalations", "overdue", "texts", "text_parts"):
        yield _figure(name, "", getattr(found, name), None)
    yield from (_figure(f"messages {status}", "", count, None) for status, count in found.delivery.items())


KINDS: Mapping[str, Callable[..., Iterator[Row]]] = {
    "leads": leads, "conversations": conversations, "report": report, "customer": customer, "views": looks,
}  # fmt: skip
