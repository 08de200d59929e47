"""The file of one lead inside a transaction: its rows, gathered once, and the facts rules are given of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from operator import attrgetter
from typing import Any

from sqlalchemy import Select, bindparam, func, literal, select

from desk.models.alert import Alert
from desk.models.base import Base, Moment, N, plain
from desk.models.conversation import Log, Message
from desk.models.facts import Facts
from desk.models.history import History
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Block, Consent, Customer
from desk.models.rules.procedure import LOOK_AT, RULES, Part, Rule
from desk.models.store.prepared import Prepared
from desk.models.store.queries.cards import listed, micros
from desk.models.task import Appointment, Task, Timer
from desk.models.time import from_micros
from desk.models.vehicle import Vehicle
from desk.services import cars
from desk.services.answer import Answer
from desk.services.work import Work

_TOUCH_MEMORY = timedelta(days=8)  # the widest window of the touch budget is a week (FLOW-13)


def _rows_of(kind: Any, named: Any, order: Any) -> Select[Any]:
    """Rows of ``kind`` that ``named`` (one id, or several addresses) picks, oldest first."""
    return select(kind).where(named).order_by(order, kind.id)


# Questions are written once: building one costs more than asking it, and every change of a lead asks them all.
_LEAD: Any = bindparam("lead")
_CUSTOMER: Any = bindparam("customer")
_NOW: Any = bindparam("now", type_=Moment())
_VALUES: Any = bindparam("values", expanding=True)
_ADDRESSES = _rows_of(Address, Address.customer_id == _CUSTOMER, Address.created_at)
_BLOCKS = _rows_of(Block, Block.address.in_(_VALUES), Block.at)
_CONSENTS = _rows_of(Consent, Consent.address.in_(_VALUES), Consent.at)
_WANTED = _rows_of(Wanted, Wanted.lead_id == _LEAD, Wanted.position)
_MESSAGES = _rows_of(Message, Message.lead_id == _LEAD, Message.at)
_LOGS = _rows_of(Log, Log.lead_id == _LEAD, Log.at)
_TASKS = _rows_of(Task, Task.lead_id == _LEAD, Task.made_at)
_TIMERS = _rows_of(Timer, Timer.lead_id == _LEAD, Timer.started_at)
_ALERTS = _rows_of(Alert, Alert.lead_id == _LEAD, Alert.raised_at)
_VISITS = _rows_of(Appointment, Appointment.lead_id == _LEAD, Appointment.starts_at)
_TOLD = select(History.act).where(History.lead_id == _LEAD, History.kind == "key")
_TAKEN = Prepared(
    select(Appointment.starts_at)
    .where(
        Appointment.starts_at >= _NOW,
        Appointment.status.in_([literal(status) for status in ("booked", "confirmed")]),
        Appointment.lead_id != _LEAD,
    )
    .order_by(Appointment.starts_at)
)
_OTHERS = select(Message).where(
    Message.to_address.in_(_VALUES), Message.sent_at > _NOW, Message.lead_id != _LEAD
)
#: When this customer last bought on another lead, and whether anything left to these addresses from other leads.
_BESIDE = Prepared(
    select(
        select(micros(func.max(Lead.stage_at)))
        .where(Lead.customer_id == _CUSTOMER, Lead.id != _LEAD, Lead.stage == "sold")
        .scalar_subquery(),
        select(Message.id)
        .where(
            Message.to_address.in_(select(listed("values").c.value)),
            Message.sent_at > _NOW,
            Message.lead_id != _LEAD,
        )
        .exists(),
    )
)


class LeadFile:
    """Rows of one lead, kept current while decisions are recorded, so that rules run again without asking the store again.

    A lead or customer that came in with this very transaction has no past: nothing is asked about it, and nothing is written
    before all is decided. Whoever changes a row of the file says so with ``changed``; new rows come in by ``keep``.
    """

    taken: tuple[datetime, ...] = ()
    _visits = -1
    _ticked = False
    _facts: Facts | None = None
    _named: tuple[Vehicle, ...] | None = None

    def __init__(self, work: Work, lead: Lead) -> None:
        self.work, self.lead = work, lead
        self.is_new = lead.id in work.born
        self.is_alone = self.is_new and lead.customer_id in work.born and work.bore_one_lead
        if not self.is_alone:  # what was written in this transaction is asked for below
            work.flush()
        self.customer = customer = self._customer()
        self.addresses: list[Address] = self._born(Address) or self._rows(_ADDRESSES, customer=customer.id)
        values = [a.value for a in self.addresses]
        self.person = frozenset((customer.id, *values))
        heard_of = not (self.is_alone and self.work.unheard.issuperset(values))
        self.blocks: list[Block] = self._rows(_BLOCKS, values=[*values, lead.id]) if heard_of else []
        self.consents: list[Consent] = self._rows(_CONSENTS, values=values) if heard_of else []
        self.consents += [row for row in self._born(Consent) if row not in self.consents]
        self.wanted: list[Wanted] = self._born(Wanted) or self._rows(_WANTED, lead=lead.id)
        self.messages: list[Message] = self._past(_MESSAGES)
        self.logs: list[Log] = self._past(_LOGS)
        self.tasks: list[Task] = self._past(_TASKS)
        self.timers: list[Timer] = self._past(_TIMERS)
        self.alerts: list[Alert] = self._past(_ALERTS)
        self.appointments: list[Appointment] = self._past(_VISITS)
        self.stock = cars.asked_about(work, self.wanted)
        self.similar, self.taken = cars.alike(work, self.stock, self.wanted), self._taken_slots()
        self.bought_at, self.others = self._beside(values)
        keyed = (self.messages, self.tasks, self.timers, self.alerts, self.appointments)
        self.done = {row.key for rows in keyed for row in rows} | set(self._past(_TOLD))
        self.answers: dict[Rule, Answer] = {}
        self.stale = set(RULES)  # rules that are shown something they were not yet asked about
        self._plainly: dict[Any, Any] = {}
        self._grown: dict[str, int] = {}  # how many rows stood in order on a shelf before more came

    @classmethod
    def of(cls, work: Work, lead_id: str) -> LeadFile:
        """The file of a lead that somebody kept current, else one gathered now; from here on it is kept."""
        file = work.files.get(lead_id)
        if file is None:
            file = cls(work, work.lead(lead_id))
            work.files.put(file)
        elif file.work is not work:
            file._reopen(work)
        elif not work.through_files:
            file.changed()
        return file

    def _reopen(self, work: Work) -> None:
        """In a later transaction: only what the hour, the stock and other people's visits may have changed is asked again.

        What happens to other leads of the same person takes this file out of the cabinet (``Cabinet.let_go``).
        """
        around, self.work = self._around(), work
        if work.visits_moved:
            work.flush()
        self._put_in_order()
        self.stock = cars.asked_about(work, self.wanted)
        self.similar, self.taken = cars.alike(work, self.stock, self.wanted), self._taken_slots()
        since = work.now - _TOUCH_MEMORY
        self.others = [touch for touch in self.others if touch.sent_at and touch.sent_at > since]
        if self._around() != around:
            self.changed()

    def _around(self) -> tuple[object, ...]:
        """What bears on this lead and is not its own."""
        return self.stock, self.similar, self.taken, self.others, self.work.store

    def _put_in_order(self) -> None:
        """New rows stand where they would if the file were gathered now."""
        for shelf, stood in self._grown.items():
            rows: list[Any] = getattr(self, shelf)
            place = attrgetter(_ORDERS[shelf], "id")
            if any(place(row) > place(after) for row, after in pairwise(rows[max(stood - 1, 0) :])):
                rows.sort(key=place)
                self.changed()
        self._grown.clear()

    def _customer(self) -> Customer:
        found = self.work.born.get(self.lead.customer_id) or self.work.session.get(
            Customer, self.lead.customer_id
        )
        assert isinstance(found, Customer), "a lead always has a customer (foreign key)"
        return found

    def _born(self, kind: type[Any]) -> list[Any]:
        """Rows of a lead that is alone with its customer in this transaction: at hand, and not yet in the store."""
        mine = (row for row in self.work.born.values() if isinstance(row, kind)) if self.is_alone else ()
        return sorted(mine, key=lambda row: row.id)

    def _rows(self, question: Select[Any], **values: Any) -> list[Any]:
        with self.work.session.no_autoflush:  # written before the first question, or no question's business
            return list(self.work.session.scalars(question, values))

    def _past(self, question: Select[Any]) -> list[Any]:
        return [] if self.is_new else self._rows(question, lead=self.lead.id)

    def keep(self, row: Message | Task | Timer | Alert | Appointment | Block) -> None:
        """Add a new row to the store and to this file."""
        if self.is_alone:
            self.work.add(row)
        else:
            self.work.session.add(row)
        shelf = _SHELVES[type(row)]
        rows: list[Any] = getattr(self, shelf)
        self._grown.setdefault(shelf, len(rows))
        rows.append(row)
        if isinstance(row, Block):
            self.work.files.let_go(self)
        else:
            self.done.add(row.key)
        self.changed(_part_of(row))

    def remember(self, key: str) -> None:
        """Keep the key of a decision that leaves no row of its own."""
        self.done.add(key)
        self.changed()

    def moved(self, visit: Appointment) -> None:
        """A visit stands at another hour, or was just booked: its slot is another one to other leads as well."""
        self._grown[_SHELVES[type(visit)]] = 0
        self.work.visits_moved = True
        self.work.files.visits += 1
        self.changed()

    def changed(self, part: Part | None = None) -> None:
        """A row of this file is not what it was: the facts are gathered anew. ``part`` tells that nothing else changed."""
        self.stale |= _SHOWN[part]
        if part is Part.CLOCKS:
            self._ticked = True
        elif part is not Part.BOARD:  # the lead's own columns are read from its row
            self._facts = None
        if part is None:
            self._named = None

    def _taken_slots(self) -> tuple[datetime, ...]:
        """Hours still to come at which other leads have a visit; asked of the store only when one of them may have moved."""
        now, visits = self.work.now, self.work.files.visits
        if self._visits != visits:
            asked = {"now": now, "lead": self.lead.id}
            self._visits = visits
            return tuple([from_micros(row[0]) for row in _TAKEN.run(self.work.connection, asked)])
        return tuple([hour for hour in self.taken if hour >= now])

    def _beside(self, values: Sequence[str]) -> tuple[datetime | None, list[Message]]:
        """When this customer last bought here on another lead (AI-10, R7), and what else left to the same person lately, from other
        leads of theirs: one budget per customer (FLOW-13). Most have no other lead: one look tells.
        """
        if self.customer.id in self.work.born:
            return None, []
        asked = {
            "customer": self.lead.customer_id,
            "lead": self.lead.id,
            "now": self.work.now - _TOUCH_MEMORY,
        }
        sold_at, is_written_to = _BESIDE.run(self.work.connection, {**asked, "values": json.dumps(values)})[0]
        bought = from_micros(sold_at) if sold_at is not None else None
        others = (
            self._rows(_OTHERS, values=values, now=asked["now"], lead=self.lead.id) if is_written_to else []
        )
        return bought, others

    def facts(self) -> Facts:
        """What rules are given; the same object until something of this file changes."""
        if self._named is None:
            self._named = cars.named(self.work, self.messages)
        if self._facts is None:
            self._ticked = False
            seen, stock = self._seen, (self.stock,) if self.stock else ()
            self._facts = Facts(
                lead=seen((self.lead,))[0], customer=seen((self.customer,))[0], store=self.work.store, addresses=seen(self.addresses),
                blocks=seen(self.blocks), consents=seen(self.consents), wanted=seen(self.wanted), stock=next(iter(seen(stock)), None),
                similar=seen(self.similar), named=seen(self._named), messages=seen(self.messages), logs=seen(self.logs),
                tasks=seen(self.tasks), timers=seen(self.timers), alerts=seen(self.alerts), appointments=seen(self.appointments),
                taken_slots=self.taken, other_touches=seen(self.others), bought_here_at=self.bought_at, done=self.done,
            )  # fmt: skip
        if self._ticked:
            self._ticked = False
            self._facts = self._facts.with_clocks(self._seen(self.timers), self._seen(self.alerts))
        return self._facts

    def _seen(self, rows: Iterable[N]) -> tuple[N, ...]:
        """Rows as rules read them: of each the same value, as often as it is shown."""
        plainly = self._plainly
        return tuple([plainly.get(row) or plainly.setdefault(row, plain(row)) for row in rows])


#: Rules that a change of a part shows something new; of anything else, all.
_SHOWN: Mapping[Part | None, frozenset[Rule]] = {
    None: frozenset(RULES),
    **{part: LOOK_AT[part] for part in Part},
}


def _part_of(row: Base) -> Part | None:
    """What of the lead a new row is, where that is a part that few rules look at."""
    if isinstance(row, Message) and row.author == "assistant":
        return Part.WRITTEN
    return Part.CLOCKS if isinstance(row, Alert) else None


_ORDERS = {
    "messages": "at", "tasks": "made_at", "timers": "started_at", "alerts": "raised_at", "appointments": "starts_at", "blocks": "at",
}  # fmt: skip
_SHELVES: dict[type[Base], str] = {
    Message: "messages", Task: "tasks", Timer: "timers", Alert: "alerts", Appointment: "appointments", Block: "blocks",
}  # fmt: skip
