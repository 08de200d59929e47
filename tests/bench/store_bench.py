"""Floors of the store, timed in one run: each read of ours beside the same rows by bare SQL.

`python -m tests.bench.store_bench --leads 20000 --messages 12` prints medians in ms and the ratio to the floor. Rows are
inserted raw, so that the filling takes seconds; names and numbers are invented.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.dialects.sqlite.pysqlite import dialect

from desk.models.conversation import Message
from desk.models.ids import CountedIds
from desk.models.lead import Lead
from desk.models.person import Address, Customer
from desk.models.staff import Staff
from desk.models.time import from_micros, to_micros
from desk.models.words import STAGES

NOW = datetime(2026, 10, 13, 16, 0, tzinfo=UTC)
KEY = bytes(range(32))
FIRST = ("Aisha", "Bruno", "Carmen", "Devon", "Elif", "Farid", "Greta", "Hugo", "Imani", "Jonah", "Kofi", "Lena")
LAST = ("Karim", "Lindgren", "Marsh", "Nowell", "Okonjo", "Pritchard", "Quist", "Rosales", "Solberg", "Teague")
MODELS = ("Highlander XLE", "RAV4 Hybrid", "Tacoma SR5", "Outback", "Telluride EX", "F-150 Lariat", "CX-5 Touring")
WORDS = ("captain", "chairs", "trade", "payoff", "towing", "color", "weekend", "photos", "mileage", "warranty", "visit")
CLOSED = 0.9  # the share of leads that are sold or lost in a store of some years


def template(noun: type[Any], /, **values: Any) -> dict[str, Any]:
    """One row of ``noun`` as it lies in the store, declared defaults filled in."""
    row = noun(**values)
    plain = {}
    for column in noun.__table__.columns:
        bind = column.type.dialect_impl(dialect()).bind_processor(dialect())
        value = getattr(row, column.key)
        plain[column.name] = bind(value) if bind is not None else value
    return plain


def insert(connection: Any, kind: type[Any], rows: Iterator[dict[str, Any]]) -> None:
    names = [column.name for column in kind.__table__.columns]
    places = ", ".join(f":{name}" for name in names)
    quoted = ", ".join(f'"{name}"' for name in names)
    connection.executemany(f"INSERT INTO {kind.__tablename__} ({quoted}) VALUES ({places})", rows)


def fill(connection: Any, leads: int, messages: int, seed: int = 7) -> list[str]:
    """Put invented leads with customers, a phone, an e-mail and ``messages`` messages each into an empty store."""
    chance, ids = random.Random(seed), CountedIds("bench")
    numbered = [(number, ids(NOW), ids(NOW)) for number in range(leads)]
    connection.execute("BEGIN")
    insert(connection, Staff, _staff())
    insert(connection, Customer, _customers(numbered, chance))
    insert(connection, Lead, _leads(numbered, chance))
    insert(connection, Address, _addresses(numbered, ids))
    insert(connection, Message, _messages(numbered, messages, ids, chance))
    connection.execute("INSERT INTO search_todo SELECT id FROM lead")
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    return [lead for _number, lead, _customer in numbered]


def _staff() -> Iterator[dict[str, Any]]:
    for number in range(12):
        yield template(Staff, id=f"staff-{number}", name=f"{FIRST[number]} {LAST[number % 10]}", role="bdc")


def _customers(numbered: list[tuple[int, str, str]], chance: random.Random) -> Iterator[dict[str, Any]]:
    row = template(Customer, id="", created_at=NOW)
    for number, _lead, customer in numbered:
        first, last = chance.choice(FIRST), f"{chance.choice(LAST)}{number % 997}"
        yield row | {"id": customer, "first": first, "last": last, "full": f"{first} {last}"}


def _leads(numbered: list[tuple[int, str, str]], chance: random.Random) -> Iterator[dict[str, Any]]:
    common = {"source": "Cars.com", "source_kind": "marketplace", "source_class": "3rd"}
    row = template(Lead, id="", customer_id="", reply_token="", received_at=NOW, taken_at=NOW, stage="new", stage_at=NOW,
                   ai_at=NOW, **common)  # fmt: skip
    micros = to_micros(NOW)
    for number, lead, customer in numbered:
        closed = chance.random() < CLOSED
        stage = chance.choice(("lost", "lost", "lost", "sold")) if closed else chance.choice(STAGES[:5])
        due = micros + chance.randrange(-5, 95) * 3_600_000_000
        yield row | {
            "id": lead, "customer_id": customer, "reply_token": f"t{number}", "stage": str(stage),
            "owner_id": None if number % 20 == 0 else f"staff-{number % 12}", "stock": f"U{number:05}",
            "vehicle_title": f"2024 {chance.choice(MODELS)}", "received_at": micros - number * 60_000_000,
            "timer_kind": "none" if closed else chance.choice(("unanswered", "answered", "answered")),
            "timer_started": micros, "timer_target": due, "answered_s": 140, "next_text": "Intro call", "next_icon": "call",
            "next_due": None if closed else due, "sort_key": f"{due:020}",
        }  # fmt: skip


def _addresses(numbered: list[tuple[int, str, str]], ids: CountedIds) -> Iterator[dict[str, Any]]:
    row = template(Address, id="", customer_id="", kind="", value="", created_at=NOW)
    for number, _lead, customer in numbered:
        phone = f"+1208555{number % 10_000:04}"
        yield row | {"id": ids(NOW), "customer_id": customer, "kind": "phone", "value": phone}
        email = f"person{number}@example.com"
        yield row | {"id": ids(NOW), "customer_id": customer, "kind": "email", "value": email}


def _messages(
    numbered: list[tuple[int, str, str]], each: int, ids: CountedIds, chance: random.Random
) -> Iterator[dict[str, Any]]:
    row = template(Message, id="", key="", lead_id="", direction="in", channel="text", author="customer", status="received",
                   at=NOW)  # fmt: skip
    micros = to_micros(NOW)
    for _number, lead, _customer in numbered:
        for turn in range(each):
            made = ids(NOW)
            yield row | {
                "id": made, "key": made, "lead_id": lead, "number": turn, "at": micros - (each - turn) * 3_600_000_000,
                "text": " ".join(chance.choices(WORDS, k=12)),
            }  # fmt: skip
