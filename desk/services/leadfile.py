"""The file of one lead inside a transaction: its rows, gathered once, and the facts rules are given of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from desk.models.alert import Alert
from desk.models.conversation import Log, Message
from desk.models.facts import Facts
from desk.models.history import History
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Block, Consent, Customer
from desk.models.task import Appointment, Task, Timer
from desk.models.vehicle import Vehicle
from desk.services.work import Work

_TOUCH_MEMORY = timedelta(days=8)  # the widest window of the touch budget is a week (FLOW-13)


class LeadFile:
    """Rows of one lead, kept current while decisions are recorded, so that rules run again without asking the store again."""

    def __init__(self, work: Work, lead: Lead) -> None:
        self.work, self.lead = work, lead
        session = work.session
        customer = session.get(Customer, lead.customer_id)
        assert customer is not None, "a lead always has a customer (foreign key)"
        self.customer = customer
        self.addresses = self._rows(Address, Address.customer_id == lead.customer_id, Address.created_at)
        values = [a.value for a in self.addresses]
        self.blocks = self._rows(Block, Block.address.in_([*values, lead.id]), Block.at)
        self.consents = self._rows(Consent, Consent.address.in_(values), Consent.at)
        self.wanted = self._rows(Wanted, Wanted.lead_id == lead.id, Wanted.position)
        self.messages = self._rows(Message, Message.lead_id == lead.id, Message.at)
        self.logs = self._rows(Log, Log.lead_id == lead.id, Log.at)
        self.tasks = self._rows(Task, Task.lead_id == lead.id, Task.made_at)
        self.timers = self._rows(Timer, Timer.lead_id == lead.id, Timer.started_at)
        self.alerts = self._rows(Alert, Alert.lead_id == lead.id, Alert.raised_at)
        self.appointments = self._rows(Appointment, Appointment.lead_id == lead.id, Appointment.starts_at)
        self.told = set(
            session.scalars(select(History.act).where(History.lead_id == lead.id, History.kind == "key"))
        )
        self.stock = self._stock()
        self.similar: tuple[Vehicle, ...] | None = None
        self.taken: tuple[datetime, ...] | None = None
        self.others = self._other_touches(values)
        self.bought_at = self._bought_at()

    def _rows(self, table: Any, condition: Any, order: Any) -> list[Any]:
        return list(self.work.session.scalars(select(table).where(condition).order_by(order, table.id)))

    def _stock(self) -> Vehicle | None:
        """The inventory row the first wanted vehicle names, by VIN or by stock number."""
        for wanted in self.wanted:
            for column, value in ((Vehicle.vin, wanted.vin), (Vehicle.stock, wanted.stock)):
                found: Vehicle | None = (
                    self.work.session.scalar(select(Vehicle).where(column == value).limit(1))
                    if value
                    else None
                )
                if found is not None:
                    return found
        return None

    def _similar(self) -> tuple[Vehicle, ...]:
        """Available vehicles near the one asked about, widest net that an index serves; rules choose among them."""
        year, body, make = self._likeness()
        if not (body or make):
            return ()
        query = select(Vehicle).where(Vehicle.status == "available")
        query = query.where(Vehicle.body == body) if body else query.where(Vehicle.make == make)
        if year:
            query = query.where(Vehicle.year.between(year - 2, year + 2))
        return tuple(self.work.session.scalars(query.order_by(Vehicle.stock).limit(60)))

    def _likeness(self) -> tuple[int | None, str, str]:
        if self.stock:
            return self.stock.year, self.stock.body, self.stock.make
        first = self.wanted[0] if self.wanted else None
        if first is None:
            return None, "", ""
        like = (
            select(Vehicle.body)
            .where(Vehicle.make == first.make, Vehicle.model == first.model, Vehicle.body != "")
            .limit(1)
        )
        body = self.work.session.scalar(like) if first.model else None
        return first.year, body or "", first.make

    def _taken_slots(self) -> tuple[datetime, ...]:
        query = select(Appointment.starts_at).where(
            Appointment.starts_at >= self.work.now,
            Appointment.status.in_(("booked", "confirmed")),
            Appointment.lead_id != self.lead.id,
        )
        return tuple(self.work.session.scalars(query.order_by(Appointment.starts_at)))

    def _other_touches(self, values: Sequence[str]) -> list[Message]:
        """What else left to the same person lately, from other leads of theirs: one budget per customer (FLOW-13)."""
        query = select(Message).where(
            Message.to_address.in_(values),
            Message.sent_at > self.work.now - _TOUCH_MEMORY,
            Message.lead_id != self.lead.id,
        )
        return list(self.work.session.scalars(query))

    def _bought_at(self) -> datetime | None:
        """When this customer last bought here, on another lead (AI-10, R7)."""
        query = select(func.max(Lead.stage_at)).where(
            Lead.customer_id == self.lead.customer_id, Lead.id != self.lead.id, Lead.stage == "sold"
        )
        return self.work.session.scalar(query)

    def facts(self) -> Facts:
        if self.similar is None:
            self.similar = self._similar()
        if self.taken is None:
            self.taken = self._taken_slots()
        return Facts(
            lead=self.lead, customer=self.customer, store=self.work.store, addresses=tuple(self.addresses), blocks=tuple(self.blocks),
            consents=tuple(self.consents), wanted=tuple(self.wanted), stock=self.stock, similar=self.similar,
            messages=tuple(self.messages), logs=tuple(self.logs), tasks=tuple(self.tasks), timers=tuple(self.timers),
            alerts=tuple(self.alerts), appointments=tuple(self.appointments), taken_slots=self.taken,
            other_touches=tuple(self.others), bought_here_at=self.bought_at, done=self.facts_done(),
        )  # fmt: skip

    def facts_done(self) -> frozenset[str]:
        """Keys of all decisions already recorded for this lead."""
        keyed = (self.messages, self.tasks, self.timers, self.alerts, self.appointments)
        return frozenset(row.key for rows in keyed for row in rows) | self.told
