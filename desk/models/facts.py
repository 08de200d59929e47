"""What the rules read: one lead with everything recorded about it, and the store it belongs to.

The rows are the stored nouns, used as plain values: a rule reads them and never writes. ``done`` holds the keys of
all decisions already recorded, so that deciding twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from desk.models.alert import Alert
from desk.models.conversation import Log, Message
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Block, Consent, Customer
from desk.models.rules.bank import Bank
from desk.models.staff import Staff
from desk.models.task import Appointment, Task, Timer
from desk.models.vehicle import Vehicle
from desk.models.words import LEFT, PROOF_OUTCOMES, WAITING

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """The store: its settings as declared in ``desk.models.settings``, its people, and its pauses.

    ``hours`` and staff shifts are weekly tables ``{"mon": "09:00-20:00"}`` (several ranges by comma, local time of ``zone``).
    ``automatic`` is False when nothing automatic may leave (not live yet, another desk speaks, store-wide pause);
    ``automatic_words`` says why. ``pauses`` maps ``store``, ``strategy:KIND`` or ``source:NAME`` to the reason (AI-27).
    ``summary_due`` is when the next summary is told (ISO): no rule asks for it, so facts that differ in it alone are equal.
    """

    name: str
    zone: str
    region: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    hours: Mapping[str, str] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()
    staff: tuple[Staff, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    automatic: bool = True
    automatic_words: str = ""
    pauses: Mapping[str, str] = field(default_factory=dict)
    can_email: bool = True
    can_text: bool = True
    channels_down: frozenset[str] = frozenset()
    knowledge: Bank = field(default_factory=Bank)
    summary_due: str = field(default="", compare=False)

    def person(self, staff_id: str | None) -> Staff | None:
        return next((person for person in self.staff if person.id == staff_id), None)


@dataclass(frozen=True)
class Facts:
    """One lead, whole. Rows are oldest first. ``stock`` is the inventory row the inquiry names, ``similar`` what resembles it,
    ``named`` are the rows that the customer's messages name.

    What is derived from the rows is worked out once: they do not change under a rule, and after a change there are new facts.
    """

    lead: Lead
    customer: Customer
    store: StoreFacts
    addresses: tuple[Address, ...] = ()
    blocks: tuple[Block, ...] = ()
    consents: tuple[Consent, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    stock: Vehicle | None = None
    similar: tuple[Vehicle, ...] = ()
    named: tuple[Vehicle, ...] = ()
    messages: tuple[Message, ...] = ()
    logs: tuple[Log, ...] = ()
    tasks: tuple[Task, ...] = ()
    timers: tuple[Timer, ...] = ()
    alerts: tuple[Alert, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    taken_slots: tuple[datetime, ...] = ()
    other_touches: tuple[Message, ...] = ()
    bought_here_at: datetime | None = None
    done: AbstractSet[str] = frozenset()

    @cached_property
    def _worked_out(self) -> dict[Hashable, Any]:
        return {}

    def once(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """What a rule derives from these facts and what ``key`` names beside them; kept as long as the facts stand."""
        if key not in self._worked_out:
            self._worked_out[key] = work_out()
        found: T = self._worked_out[key]
        return found

    def with_clocks(self, timers: tuple[Timer, ...], alerts: tuple[Alert, ...]) -> Facts:
        """These facts with other clocks and bells; what was worked out of all the rest stands."""
        same = object.__new__(type(self))
        vars(same).update(vars(self), timers=timers, alerts=alerts)
        vars(same).pop("open_timers", None)
        return same

    @property
    def owner(self) -> Staff | None:
        return self.store.person(self.lead.owner_id)

    @cached_property
    def inbound(self) -> tuple[Message, ...]:
        return tuple(m for m in self.messages if m.direction == "in")

    @cached_property
    def last_in(self) -> Message | None:
        return next((m for m in reversed(self.messages) if m.direction == "in"), None)

    @cached_property
    def sent(self) -> tuple[Message, ...]:
        """Messages that left, by whomever."""
        return tuple(m for m in self.messages if m.direction == "out" and m.status in LEFT)

    @cached_property
    def waiting(self) -> tuple[Message, ...]:
        """Messages queued, held or awaiting approval."""
        return tuple(m for m in self.messages if m.direction == "out" and m.status in WAITING)

    @cached_property
    def open_timers(self) -> tuple[Timer, ...]:
        """Clocks that run, or rest outside the shift."""
        return tuple(t for t in self.timers if t.cleared_at is None)

    @cached_property
    def open_tasks(self) -> tuple[Task, ...]:
        """Tasks that nobody has done yet."""
        return tuple(t for t in self.tasks if t.done_at is None)

    def contacts_by_people(self) -> tuple[tuple[datetime, str], ...]:
        """Moments of proven contact by a person, each with its proof (ILM-10)."""
        return self._contacts

    @cached_property
    def _contacts(self) -> tuple[tuple[datetime, str], ...]:
        """Moments of proven contact by a person, with the proof: messages that left, connected or declined calls (ILM-10)."""
        written = [(m.sent_at or m.at, f"{m.channel} that left") for m in self.sent if m.author == "staff"]
        logged = [
            (log.at, "a connected call" if log.outcome != "declined_call" else "a declined call")
            for log in self.logs
            if log.outcome in PROOF_OUTCOMES  # whoever called: they have spoken with each other
        ]
        reported = [
            (log.at, f"{log.type} logged as sent")
            for log in self.logs
            if log.type in ("email", "text") and log.direction == "out" and not log.outcome
        ]
        return tuple(sorted(written + logged + reported))

    def address(self, kind: str) -> Address | None:
        """The first usable address of ``kind`` (phone or email): one without a bad-address block."""
        bad = {
            b.address
            for b in self.blocks
            if b.lifted_at is None and b.kind in ("bad_address", "wrong_number")
        }
        return next((a for a in self.addresses if a.kind == kind and a.value not in bad), None)
