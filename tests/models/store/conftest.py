"""Stores for the tests of the store room: in memory, or as an encrypted file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from desk.models.base import Base
from desk.models.facts import StoreFacts
from desk.models.ids import CountedIds
from desk.models.store.connect import raw_connection
from desk.models.store.engine import Store, open_file, open_memory
from desk.models.tables import Address, Customer, Lead, Message, Staff

NOW = datetime(2026, 10, 13, 16, 0, tzinfo=UTC)
KEY = bytes(range(32))


@dataclass
class Filler:
    """Puts invented rows into a store; each method makes one noun with what the test names."""

    session: Session
    ids: CountedIds = field(default_factory=lambda: CountedIds("store tests"))

    def add(self, noun: type[Base], **values: Any) -> Any:
        row = noun(**{"id": self.ids(NOW)} | values)
        self.session.add(row)
        self.session.flush()
        return row

    def person(self, name: str, role: str = "bdc", **values: Any) -> Staff:
        return self.add(Staff, name=name, role=role, **values)

    def lead(self, full: str = "Aisha Karim", **values: Any) -> Lead:
        first, _, last = full.partition(" ")
        customer = self.add(Customer, first=first, last=last, full=full, created_at=NOW)
        common = {
            "source": "Website",
            "source_kind": "website",
            "source_class": "1st",
            "received_at": NOW - timedelta(hours=2),
            "taken_at": NOW,
            "stage": "new",
            "stage_at": NOW,
            "ai_at": NOW,
            "reply_token": self.ids(NOW),
        }
        return self.add(Lead, customer_id=customer.id, **common | values)

    def phone(self, lead: Lead, value: str = "+12085550142", **values: Any) -> Address:
        return self._address(lead, "phone", value, **values)

    def email(self, lead: Lead, value: str = "aisha.k@example.com", **values: Any) -> Address:
        return self._address(lead, "email", value, **values)

    def _address(self, lead: Lead, kind: str, value: str, **values: Any) -> Address:
        common = {"customer_id": lead.customer_id, "kind": kind, "value": value, "created_at": NOW}
        return self.add(Address, **common | values)

    def message(self, lead: Lead, text: str = "Is it still there?", **values: Any) -> Message:
        common = {
            "lead_id": lead.id,
            "key": self.ids(NOW),
            "direction": "in",
            "channel": "text",
            "author": "customer",
            "status": "received",
            "at": NOW,
            "text": text,
        }
        return self.add(Message, **common | values)

    def facts(self, **values: Any) -> StoreFacts:
        staff = tuple(self.session.query(Staff).order_by(Staff.id))
        return StoreFacts(**{"name": "Cedar Ridge Motors", "zone": "America/Denver", "staff": staff} | values)


@pytest.fixture
def store(store_dir: Path) -> Iterator[Store]:
    """An open encrypted store in a folder of its own."""
    opened = open_file(store_dir, KEY)
    yield opened
    opened.close()


@pytest.fixture
def filler() -> Iterator[Filler]:
    """A store in memory, inside one transaction."""
    opened = open_memory()
    with opened.writing() as session:
        yield Filler(session)
    opened.close()


@dataclass
class Asked:
    """Counts the statements of a session's connection."""

    count: int = 0


@pytest.fixture
def asked(filler: Filler) -> Asked:
    counted = Asked()

    def count(*_arguments: Any) -> None:
        counted.count += 1

    event.listen(filler.session.connection().engine, "before_cursor_execute", count)
    return counted


def spoil_a_page(path: Path, key: bytes, table: str) -> None:
    """Overwrite a little of the page that a table begins on, as a bad disk would."""
    connection = raw_connection(path, key, read_only=True)
    size = int(connection.execute("PRAGMA page_size").fetchone()[0])
    (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size + 100)
        file.write(b"spoilt")
