"""A lead and its store for the rules' tests, and a stand-in for the writer that keeps what they decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from desk.models import decisions as d
from desk.models.conversation import Log, Message
from desk.models.facts import Facts, StoreFacts
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Block, Consent, Customer
from desk.models.playbook import Playbook
from desk.models.settings import defaults
from desk.models.staff import Staff
from desk.models.task import Appointment, Task, Timer
from desk.models.vehicle import Vehicle
from desk.services.playbooks import load_playbook
from desk.services.templates import shipped_templates

Rule = Callable[[Facts, Playbook, datetime], Iterable[d.Decision]]
# A Monday, 9:10 in Phoenix.
RECEIVED = datetime(2026, 3, 2, 16, 10, tzinfo=UTC)
HOURS = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "09:00-20:00") | {"sat": "09:00-18:00"}
PHONE, EMAIL = "+16025550142", "dana@example.com"


@cache
def book() -> Playbook:
    plain = load_playbook()
    return replace(plain, parts={**plain.parts, "templates": shipped_templates()})


def car(stock: str = "U3401", **values: Any) -> Vehicle:
    told = {
        "id": stock, "stock": stock, "vin": "JTMRWRFV5KD000001", "year": 2022, "make": "Toyota", "model": "RAV4", "trim": "XLE",
        "body": "SUV", "condition": "used", "mileage": 31200, "exterior": "blue", "drivetrain": "AWD", "status": "available",
        "history_url": f"https://history.example/{stock}", "seen_at": RECEIVED - timedelta(minutes=5), "price_cents": 2_899_500,
    }  # fmt: skip
    return Vehicle(**(told | values))


def marcus(**values: Any) -> Staff:
    shift = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "08:00-17:00")
    told = {"id": "marcus", "name": "Marcus Reyes", "role": "sales", "phone": "+16025550110", "shift": shift}
    return Staff(**(told | values))


def store(**values: Any) -> StoreFacts:
    told = {
        "name": "Cedar Ridge Motors", "zone": "America/Phoenix", "region": "AZ", "address": "4410 Cedar Ridge Way, Mesa, AZ 85201",
        "phone": "+16025550100", "email": "desk@cedarridge.example.com", "hours": HOURS, "staff": (marcus(),), "settings": defaults(),
    }  # fmt: skip
    return StoreFacts(**(told | values))


def lead(**values: Any) -> Lead:
    told = {
        "id": "L1", "customer_id": "C1", "source": "autotrader", "source_kind": "marketplace", "source_class": "3rd",
        "received_at": RECEIVED, "taken_at": RECEIVED, "reply_token": "tok1", "stage": "new", "stage_at": RECEIVED, "ai_at": RECEIVED,
        "owner_id": "marcus", "vehicle_title": "2022 Toyota RAV4 XLE", "stock": "U3401",
    }  # fmt: skip
    return Lead(**(told | values))


def customer(**values: Any) -> Customer:
    return Customer(
        **(
            {
                "id": "C1",
                "first": "Dana",
                "last": "Whitfield",
                "full": "Dana Whitfield",
                "created_at": RECEIVED,
            }
            | values
        )
    )


def address(kind: str, value: str) -> Address:
    return Address(id=value, customer_id="C1", kind=kind, value=value, created_at=RECEIVED)


def written_consent() -> Consent:
    return Consent(
        id="c1", address=PHONE, channel="text", kind="written", at=RECEIVED, evidence="written: web form"
    )


def facts(**values: Any) -> Facts:
    """A marketplace lead of this morning with e-mail and phone, on a RAV4 that is in stock."""
    wanted = Wanted(id="w1", lead_id="L1", year=2022, make="Toyota", model="RAV4", trim="XLE", stock="U3401")
    told = {
        "lead": lead(), "customer": customer(), "store": store(), "addresses": (address("email", EMAIL), address("phone", PHONE)),
        "wanted": (wanted,), "stock": car(),
        "similar": (car(), *(car(f"U34{n:02d}", vin="", model=model, mileage=20000 + n) for n, model in enumerate(("RAV4", "Highlander", "Venza", "4Runner"), 2))),
    }  # fmt: skip
    return Facts(**(told | values))


def inbound(text: str, at: datetime, *, id: str = "in1", channel: str = "text", **reading: Any) -> Message:
    """A customer's message with what was read in it."""
    read = {"intents": ["unclear"], "language": "en", "appointment": None, "vehicles": [], "trade_in": None, "preferred_contact": None,
            "phone": None, "do_not": [], "resume_on": None, "confidence": 0.9, "action": "answer"}  # fmt: skip
    return Message(
        id=id, key=f"in:{id}", lead_id="L1", direction="in", channel=channel, author="customer", text=text, status="received", at=at,
        from_address=PHONE if channel == "text" else EMAIL, reading=read | reading,
    )  # fmt: skip


@dataclass
class Told:
    """The writer's part: rows out of decisions, so that rules can be run again on what they decided."""

    facts: Facts
    now: datetime = RECEIVED
    decided: list[d.Decision] = field(default_factory=list)
    wakes: list[datetime] = field(default_factory=list)
    count: int = 0

    def run(self, *rules: Rule, at: datetime | None = None) -> list[d.Decision]:
        """Ask the rules until they rest; what they decided in this run."""
        self.now = at or self.now
        before = len(self.decided)
        for _round in range(12):
            moved = False
            self.wakes = []
            for rule in rules:
                for decision in tuple(rule(replace(self.facts), book(), self.now)):  # rows have changed
                    moved |= self._keep(decision)
            if not moved:
                return self.decided[before:]
        raise AssertionError(f"the rules do not rest: {self.decided[-6:]}")

    def send(self) -> None:
        """Everything that is queued and due leaves now."""
        for message in self.facts.messages:
            if message.status == "queued" and (message.not_before or self.now) <= self.now:
                message.status, message.sent_at = "sent", self.now

    def add(self, **rows: Any) -> None:
        """Put rows behind those of the same kind."""
        self.facts = replace(
            self.facts, **{name: (*getattr(self.facts, name), *new) for name, new in rows.items()}
        )

    def hear(self, text: str, after: timedelta = timedelta(minutes=10), **told: Any) -> Message:
        self.now += after
        self.count += 1
        message = inbound(text, self.now, id=told.pop("id", f"in{self.count}"), **told)
        self.add(messages=(message,))
        return message

    def log(self, type_: str, outcome: str, **values: Any) -> None:
        self.count += 1
        self.add(
            logs=(
                Log(
                    id=f"log{self.count}",
                    lead_id="L1",
                    type=type_,
                    outcome=outcome,
                    at=self.now,
                    staff_id="marcus",
                    **values,
                ),
            )
        )

    def queued(self, purpose: str = "") -> list[Message]:
        return [
            m for m in self.facts.messages if m.direction == "out" and (not purpose or m.purpose == purpose)
        ]

    def of(self, kind: type) -> list[Any]:
        return [decision for decision in self.decided if isinstance(decision, kind)]

    def _keep(self, it: d.Decision) -> bool:
        if isinstance(it, d.Wake):
            self.wakes.append(it.at)
            return False
        if isinstance(it, d.AskAgain):
            return False
        key = getattr(it, "key", "")
        if key and key in self.facts.done:
            return False
        moved = self._apply(it)
        if key:
            self.facts = replace(self.facts, done=self.facts.done | {key})
        if moved:
            self.decided.append(it)
        return moved

    def _apply(self, it: d.Decision) -> bool:
        self.count += 1
        keep = _KEEP.get(type(it))
        return keep(self, it) if keep else True


def _message(told: Told, it: d.QueueMessage) -> bool:
    row = Message(
        id=f"m{told.count}", key=it.key, lead_id="L1", direction="out", channel=it.channel, author=it.author, purpose=it.purpose, step=it.step,
        to_address=it.to, subject=it.subject, text=it.text, links=list(it.links), facts=list(it.facts), asks=it.asks, at=told.now,
        status="pending_approval" if it.approval else "queued", not_before=it.not_before, expires_at=it.expires_at, why=list(it.why),
    )  # fmt: skip
    told.add(messages=(row,))
    return True


def _drop(told: Told, it: d.DropMessage) -> bool:
    row = next(m for m in told.facts.messages if m.id == it.message_id)
    if row.status not in ("queued", "held", "pending_approval"):
        return False
    row.status = it.status
    return True


def _state(told: Told, it: d.SetAssistant) -> bool:
    if told.facts.lead.ai_state == it.to:
        return False
    lead = told.facts.lead
    lead.ai_state, lead.ai_returns_to, lead.ai_at, lead.ai_reason = it.to, it.returns_to, told.now, it.reason
    return True


def _stage(told: Told, it: d.MoveStage) -> bool:
    one = told.facts.lead
    status = one.status if it.status is None else it.status
    if (one.stage, one.status) == (it.to, status):
        return False
    one.stage, one.status, one.stage_at, one.lost_reason = (
        it.to,
        status,
        told.now,
        it.lost_reason or one.lost_reason,
    )
    return True


def _set(told: Told, it: d.SetLead) -> bool:
    changed = {name: value for name, value in it.values.items() if getattr(told.facts.lead, name) != value}
    for name, value in changed.items():
        setattr(told.facts.lead, name, value)
    return bool(changed)


def _customer(told: Told, it: d.SetCustomer) -> bool:
    changed = {
        name: value for name, value in it.values.items() if getattr(told.facts.customer, name) != value
    }
    for name, value in changed.items():
        setattr(told.facts.customer, name, value)
    return bool(changed)


def _block(told: Told, it: d.BlockAddress) -> bool:
    told.add(
        blocks=(
            Block(
                id=f"b{told.count}", kind=it.kind, address=it.address, channels=list(it.channels), at=told.now
            ),
        )
    )
    return True


def _visit(told: Told, it: d.BookVisit) -> bool:
    row = Appointment(
        id=f"a{told.count}",
        key=it.key,
        lead_id="L1",
        starts_at=it.starts,
        ends_at=it.ends,
        vehicle=it.vehicle,
        made_at=told.now,
    )
    told.add(appointments=(row,))
    return True


def _change(told: Told, it: d.ChangeVisit) -> bool:
    row = next(a for a in told.facts.appointments if a.id == it.appointment_id)
    if row.status == it.status:
        return False
    row.status = it.status
    return True


def _task(told: Told, it: d.MakeTask) -> bool:
    row = Task(
        id=f"t{told.count}",
        key=it.key,
        lead_id="L1",
        kind=it.kind,
        title=it.title,
        due_at=it.due,
        made_at=told.now,
    )
    told.add(tasks=(row,))
    return True


def _close_task(told: Told, it: d.CloseTask) -> bool:
    row = next(t for t in told.facts.tasks if t.id == it.task_id)
    if row.done_at is not None:
        return False
    row.done_at = told.now
    return True


def _pause(told: Told, it: d.PauseUntil) -> bool:
    told.facts.lead.resume_on = it.on
    return True


def timer(kind: str = "handoff") -> Timer:
    return Timer(id="timer1", key="timer1", lead_id="L1", kind=kind, started_at=RECEIVED)


def each(decisions: Iterable[d.Decision], kind: type) -> Iterator[Any]:
    return (it for it in decisions if isinstance(it, kind))


_KEEP: dict[type, Callable[[Told, Any], bool]] = {
    d.QueueMessage: _message, d.DropMessage: _drop, d.SetAssistant: _state, d.MoveStage: _stage, d.SetLead: _set, d.SetCustomer: _customer, d.BlockAddress: _block,
    d.BookVisit: _visit, d.ChangeVisit: _change, d.MakeTask: _task, d.CloseTask: _close_task, d.PauseUntil: _pause,
}  # fmt: skip
