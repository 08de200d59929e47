"""One transaction in hand: the session, the moment, who asked, and what has happened so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.orm import Session

from desk.models.base import Base, Moment
from desk.models.by import By
from desk.models.changes import Changes, Happened
from desk.models.conversation import Delivery
from desk.models.errors import BadInput
from desk.models.facts import StoreFacts
from desk.models.history import History
from desk.models.ids import IdSource
from desk.models.lead import Lead
from desk.models.playbook import Playbook
from desk.models.staff import Staff
from desk.models.store.prepared import Prepared
from desk.models.store.writing import adding
from desk.models.vehicle import Vehicle
from desk.services.cabinet import Cabinet
from desk.services.eyes import Eyes

_ASSIGNED = Prepared(
    update(Staff)
    .where(Staff.id == bindparam("staff"))
    .values(last_assigned_at=bindparam("at", type_=Moment()))
)
_VEHICLE = {
    name: select(Vehicle).where(column == bindparam("value")).limit(1)
    for name, column in (("vin", Vehicle.vin), ("stock", Vehicle.stock))
}


def go_on() -> None:
    """Nobody waits for this core."""


@dataclass(slots=True)
class Work:
    """What a handler works with. Everything it tells is written to the record and later published as ``Changes``.

    ``born`` are the rows that came in with this transaction, by id: a lead and a customer among them have no past to ask the store
    for. ``shelf`` remembers looks at the stock until it changes.
    ``files`` are files of leads that are current, so that settling need not gather them again. ``holds_rows`` says that rows are held
    from one transaction to the next, and so must be the session's own. ``arrived`` are the deliveries noted in this transaction;
    of the addresses in ``unheard`` no consent and no block stood when it began. ``visits_moved`` says that slots were taken or given back,
    ``through_files`` that rows of a lead change by way of its file alone, which is told of each.
    ``give_way`` lets whoever waits for this core run first; it is called between two small pieces of work that ask the store nothing.
    """

    session: Session
    now: datetime
    ids: IdSource
    book: Playbook
    store: StoreFacts
    by: By
    act: str
    txn: str
    eyes: Eyes = field(default_factory=Eyes)
    happened: list[Happened] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    leads: set[str] = field(default_factory=set)
    to_settle: list[str] = field(default_factory=list)
    new_alerts: list[str] = field(default_factory=list)
    outbox: bool = False
    numbers: int = 0
    new_book: Playbook | None = None
    born: dict[str, Base] = field(default_factory=dict)
    shelf: dict[Any, tuple[Vehicle, ...]] = field(default_factory=dict)
    files: Cabinet = field(default_factory=Cabinet)
    holds_rows: bool = False
    arrived: set[str] = field(default_factory=set)
    unheard: frozenset[str] = frozenset()
    visits_moved: bool = False
    give_way: Callable[[], None] = go_on
    through_files: bool = False
    _connection: Connection | None = None
    _rows: list[Base] = field(default_factory=list)
    _lines: list[dict[str, Any]] = field(default_factory=list)
    _deliveries: list[dict[str, Any]] = field(default_factory=list)

    @property
    def connection(self) -> Connection:
        """What plain questions of this transaction are put to: the session looks for it anew each time it is asked."""
        if self._connection is None:
            self._connection = self.session.connection()
        return self._connection

    def bear(self, row: Base) -> None:
        """Add a row that came in with this transaction."""
        self.born[row.id] = row  # type: ignore[attr-defined]  # every noun but the ledgers has an id
        self.add(row)

    @property
    def bore_one_lead(self) -> bool:
        """Whether one lead alone came in: then what came in with it is its own. A document may bring several people."""
        return sum(isinstance(row, Lead) for row in self.born.values()) == 1

    def add(self, row: Base) -> None:
        """Add a row that nobody asks the store for in this transaction; ``flush`` comes before such a question."""
        if self.holds_rows:
            self.session.add(row)
        else:
            self._rows.append(row)

    def flush(self) -> None:
        """Bring the store up to date with what was added and told, so that it can be asked."""
        self.session.add_all(self._rows)
        self._rows.clear()
        self.session.flush()
        self.write_trail()

    def new_id(self) -> str:
        return self.ids(self.now)

    def tell(
        self,
        kind: str,
        lead_id: str | None,
        data: dict[str, Any],
        why: tuple[str, ...] = (),
        *,
        by: str = "",
        private: tuple[str, ...] = (),
        instead: Mapping[str, Any] | None = None,
    ) -> None:
        """Record one event. Fields named in ``private`` are published but never written to the trail; ``instead`` holds what is
        written for some of them (COMPLY-06).
        """
        kept = {key: value for key, value in data.items() if key not in private} | dict(instead or {})
        author = by or self.by.words
        self._trail(kind, lead_id, author, self.act, kept, list(why))
        self.happened.append(Happened(self.now, kind, lead_id, data, why, author))
        if lead_id:
            self.leads.add(lead_id)

    def vehicle(self, name: str, value: str | None) -> Vehicle | None:
        """The inventory row whose ``name`` (vin or stock) is ``value``."""
        if not value:
            return None
        if (name, value) not in self.shelf:
            with self.session.no_autoflush:  # what is written here does not change the stock
                self.shelf[name, value] = tuple(self.session.scalars(_VEHICLE[name], {"value": value}))
        return next(iter(self.shelf[name, value]), None)

    def mark(self, lead_id: str, key: str) -> None:
        """Keep the key of a decision that leaves no row of its own, so that it is not taken twice."""
        self._trail("key", lead_id, "", key, {}, [])

    def note(self, kind: str, lead_id: str | None, by: str, data: dict[str, Any], at: datetime) -> None:
        """A line of the record, at its own moment, by which nothing changes: nobody is told of it (R22)."""
        self._trail(kind, lead_id, by, self.act, data, [])
        self._lines[-1]["at"] = at

    def note_delivery(self, message_id: str, status: str, code: str, words: str) -> None:
        """One fact about a message's way out."""
        self._deliveries.append(
            {"id": self.new_id(), "message_id": message_id, "at": self.now, "status": status, "code": code, "words": words}
        )  # fmt: skip

    def note_assigned(self, person: Staff) -> None:
        """Whose turn it was (assignment goes round). The store's facts are kept by the desk, outside this session."""
        person.last_assigned_at = self.now
        if person not in self.session:
            _ASSIGNED.run(self.connection, {"staff": person.id, "at": self.now})

    def _trail(
        self, kind: str, lead_id: str | None, by: str, act: str, data: dict[str, Any], why: list[Any]
    ) -> None:
        self._lines.append(
            {
                "id": self.new_id(), "at": self.now, "kind": kind, "lead_id": lead_id, "by": by, "act": act, "txn": self.txn,
                "data": data, "why": why, "playbook": self.book.version,
            }
        )  # fmt: skip

    def write(self) -> None:
        """At the end: the rows that were added, one batch for each kind, and what was told of them."""
        batches: dict[type[Base], list[dict[str, Any]]] = {}
        for row in self._rows:
            told = {name: value for name, value in vars(row).items() if name[0] != "_"}
            batches.setdefault(type(row), []).append(told)
        for kind, rows in batches.items():
            adding(kind).run_all(self.connection, rows)
        self._rows.clear()
        self.write_trail()

    def write_trail(self) -> None:
        """Write what was told so far. These rows are only ever added, so they go in as one batch and never become objects."""
        for kind, rows in ((History, self._lines), (Delivery, self._deliveries)):
            if rows:
                adding(kind).run_all(self.connection, rows)
                rows.clear()

    def settle(self, lead_id: str) -> None:
        """Ask for this lead's rules to be run before the transaction ends."""
        self.leads.add(lead_id)
        self.kinds.add("leads")
        if lead_id not in self.to_settle:
            self.to_settle.append(lead_id)

    def lead(self, lead_id: str) -> Lead:
        """The lead of a command. Raises BadInput when the store has none of that id."""
        found = self.born.get(lead_id) or self.session.get(Lead, lead_id)
        if not isinstance(found, Lead):
            raise BadInput(
                "There is no such lead in this store.",
                where=lead_id,
                do="It may have been merged; search for the customer.",
            )
        return found

    def changes(self) -> Changes:
        return Changes(
            leads=frozenset(self.leads), kinds=frozenset(self.kinds), act=self.act, by=self.by.staff_id, happened=tuple(self.happened),
            new_alerts=tuple(self.new_alerts), outbox=self.outbox, txn=self.txn,
        )  # fmt: skip
