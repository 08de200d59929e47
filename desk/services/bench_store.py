"""The store's figures, each beside its floor: the same rows by bare statements, timed in the same run.

A store is filled with invented leads by raw inserts, so that the filling takes seconds, and then asked as the window
asks it. Medians in milliseconds; a machine's speed drifts, so a ratio says more than a time.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import Any

from sqlalchemy.dialects.sqlite.pysqlite import dialect

from desk.models.conversation import Message
from desk.models.facts import StoreFacts
from desk.models.ids import CountedIds
from desk.models.lead import Lead
from desk.models.person import Address, Customer
from desk.models.staff import Staff
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.engine import Store, open_file
from desk.models.store.queries.board import board
from desk.models.store.queries.board_filter import EVERYONE, asked
from desk.models.store.queries.find import find
from desk.models.store.queries.first_board import (
    LATE,
    PAGE,
    PAGE_OF_STAGE,
    first_board,
)
from desk.models.store.queries.lead import lead_view
from desk.models.store.search import index_some
from desk.models.time import to_micros
from desk.models.words import STAGES

NOW = datetime(2026, 10, 13, 16, 0, tzinfo=UTC)
KEY = bytes(range(32))
FIRST = (
    "Aisha",
    "Bruno",
    "Carmen",
    "Devon",
    "Elif",
    "Farid",
    "Greta",
    "Hugo",
    "Imani",
    "Jonah",
    "Kofi",
    "Lena",
)
LAST = (
    "Karim",
    "Lindgren",
    "Marsh",
    "Nowell",
    "Okonjo",
    "Pritchard",
    "Quist",
    "Rosales",
    "Solberg",
    "Teague",
)
MODELS = (
    "Highlander XLE",
    "RAV4 Hybrid",
    "Tacoma SR5",
    "Outback",
    "Telluride EX",
    "F-150 Lariat",
    "CX-5 Touring",
)
SAID = "bacdefghiklmnoprstuvz"
CLOSED = 0.9  # the share of leads that are sold or lost in a store of some years
ROUNDS = 20
BATCH = 500


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing: ours and the floor in ``unit``; a floor of None where there is none."""

    name: str
    ours: float
    floor: float | None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        return self.ours / self.floor if self.floor else None


def measure_store(folder: Path, leads: int, messages: int) -> Iterator[Figure]:
    """Fill a store in the empty ``folder`` with ``leads`` and about ``messages`` messages, and measure it."""
    store = open_file(folder, KEY)
    raw = raw_connection(folder / FILE_NAME, KEY, read_only=False)
    try:
        filled, seconds = timed(lambda: fill(raw, leads, messages // max(1, leads)))
        yield Figure("store filled", leads / seconds, None, "leads/s")
        _left, seconds = timed(lambda: _index_all(store))
        yield Figure("search index filled", leads / seconds, None, "leads/s")
        yield from _reads(store, raw, filled)
    finally:
        raw.close()
        store.close()


def _reads(store: Store, raw: Any, filled: list[str]) -> Iterator[Figure]:
    facts = StoreFacts("Bench", "America/Denver")
    ours, theirs = cycle(filled[:: max(1, len(filled) // 97)]), cycle(filled[:: max(1, len(filled) // 89)])
    rows = median(lambda: [list(_page(raw, str(stage))) for stage in STAGES])
    with store.reading() as session:
        yield Figure("board, 7 columns of 100 cards", median(lambda: board(session, NOW)), rows)
        yield Figure("the same for the first paint", median(lambda: first_board(raw, NOW)), rows)
        yield Figure(
            "counts of all stages, late ones too", median(lambda: _counts(raw)), median(lambda: _grouped(raw))
        )
        seen = median(lambda: lead_view(session, next(ours), NOW, facts))
        yield Figure("one lead with all that was said", seen, median(lambda: _lead_rows(raw, next(theirs))))
        for name, typed, table, question in SEARCHES:
            bare = median(lambda: _found(raw, table, question))  # noqa: B023  called before the loop goes on
            yield Figure(f"search: {name}", median(lambda: find(session, typed)), bare)  # noqa: B023


SEARCHES = (
    ("three letters of a name", "kar", "find_lead", '"kar"'),
    ("last digits of a phone", "0142", "find_lead", '"0142"'),
    ("two words that were said", "aebe cibe", "find_said", '"aebe" AND "cibe"'),
    ("nothing to be found", "xqxqxq", "find_lead", '"xqxqxq"'),
)


def timed(act: Callable[[], Any]) -> tuple[Any, float]:
    """What ``act`` answers, and the seconds it took."""
    began = time.perf_counter()
    answer = act()
    return answer, time.perf_counter() - began


def median(act: Callable[[], Any]) -> float:
    """Milliseconds: the median of some rounds after a warm-up."""
    act()
    return statistics.median(timed(act)[1] for _round in range(ROUNDS)) * 1000


def _index_all(store: Store) -> None:
    left = 1
    while left:
        with store.writing() as session:
            left = index_some(session, BATCH)


def _page(raw: Any, stage: str) -> list[Any]:
    values = {"stage": stage, "sort_key": "", "id": "", "limit": PAGE + 1}
    rows: list[Any] = raw.execute(asked(PAGE_OF_STAGE, EVERYONE), values).fetchall()
    return rows


def _counts(raw: Any) -> None:
    raw.execute("SELECT stage, count FROM stage_count").fetchall()
    raw.execute(asked(LATE, EVERYONE), {"now": to_micros(NOW)}).fetchall()


def _grouped(raw: Any) -> None:
    raw.execute("SELECT stage, count(*) FROM lead GROUP BY stage").fetchall()


def _lead_rows(raw: Any, lead_id: str) -> None:
    for question in (
        "SELECT * FROM lead JOIN customer ON customer.id = lead.customer_id WHERE lead.id = ?",
        "SELECT address.* FROM lead JOIN address USING (customer_id) WHERE lead.id = ?",
        "SELECT * FROM message WHERE lead_id = ? ORDER BY at",
        "SELECT * FROM history WHERE lead_id = ? ORDER BY at",
    ):
        raw.execute(question, (lead_id,)).fetchall()


def _found(raw: Any, table: str, question: str) -> None:
    raw.execute(
        f"SELECT lead.id, lead.vehicle_title, lead.stock, lead.stage FROM {table}"
        f" JOIN search_lead ON search_lead.doc = {table}.rowid JOIN lead ON lead.id = search_lead.lead_id"
        f" WHERE {table} MATCH ? ORDER BY {table}.rowid DESC LIMIT 50",
        (question,),
    ).fetchall()


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


def fill(connection: Any, leads: int, messages: int, seed: int = 7, closed: float = CLOSED) -> list[str]:
    """Put invented leads with customers, a phone, an e-mail and ``messages`` messages each into an empty store.

    ``closed`` is the share of them that are sold or lost.
    """
    chance, ids = random.Random(seed), CountedIds("bench")
    numbered = [(number, ids(NOW), ids(NOW)) for number in range(leads)]
    connection.execute("BEGIN")
    insert(connection, Staff, _staff())
    insert(connection, Customer, _customers(numbered, chance))
    insert(connection, Lead, _leads(numbered, chance, closed))
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


def _leads(
    numbered: list[tuple[int, str, str]], chance: random.Random, closed_share: float
) -> Iterator[dict[str, Any]]:
    common = {"source": "Cars.com", "source_kind": "marketplace", "source_class": "3rd"}
    row = template(Lead, id="", customer_id="", reply_token="", received_at=NOW, taken_at=NOW, stage="new", stage_at=NOW,
                   ai_at=NOW, **common)  # fmt: skip
    micros = to_micros(NOW)
    for number, lead, customer in numbered:
        closed = chance.random() < closed_share
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
                "text": " ".join(_word(chance) for _ in range(12)),
            }  # fmt: skip


def _word(chance: random.Random) -> str:
    """An invented word; common ones come often and rare ones seldom, as in real talk."""
    rank = int(8000 ** chance.random())
    return f"{SAID[rank % 20]}{'aeiou'[rank % 5]}{SAID[rank // 20 % 20]}{'eiaou'[rank // 5 % 5]}" + (
        SAID[rank // 400 % 20] if rank >= 400 else ""
    )
