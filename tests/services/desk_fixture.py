"""A desk in memory for tests of handlers: the real engine, a clock that is turned by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from desk.models.by import By
from desk.models.changes import Changes
from desk.models.commands import Command, SaveSettings, SaveStaff, TakeLead
from desk.models.ids import CountedIds
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect, WantedVehicle
from desk.models.lead import Lead
from desk.models.store.engine import open_memory
from desk.models.time import TurnedClock
from desk.services.desk import Desk
from desk.services.eyes import OpenEyes
from desk.services.rulebook import whole_playbook

START = datetime(2026, 3, 3, 10, 0, tzinfo=ZoneInfo("America/Boise"))
ANA = By("staff", "ana", "bdc", "Ana Ruiz")
DANA = By("staff", "dana", "manager", "Dana Whit")
STORE = {
    "store.name": "Cedar Ridge Motors", "store.zone": "America/Boise", "store.region": "ID", "store.address": "4410 Example Way, Meridian, ID 83642",
    "store.phone": "(208) 555-0100", "store.email": "sales@store.example", "assistant.live": True, "desk.id": "test", "mail.smtp_host": "here",
    "text.from_number": "+12085550100",
}  # fmt: skip


class SmallDesk:
    """Two people, one store, the whole engine."""

    def __init__(self) -> None:
        self.clock = TurnedClock(START)
        self.desk = Desk(open_memory(), self.clock, CountedIds(), whole_playbook(), OpenEyes())
        self.changes: list[Changes] = []
        self.desk.run(SaveSettings(values=STORE))
        self.desk.run(SaveStaff(staff_id="ana", values={"name": "Ana Ruiz", "role": "bdc"}))
        self.desk.run(SaveStaff(staff_id="dana", values={"name": "Dana Whit", "role": "manager"}))
        self.desk.listen(self.changes.append)

    def run(self, command: Command) -> Any:
        return self.desk.run(command)

    def take(self, number: int = 1, **more: Any) -> str:
        customer = CustomerIn(
            first="Kim",
            last="Doe",
            full="Kim Doe",
            emails=(f"kim{number}@example.com",),
            phones=(PhoneIn(f"+120855501{number:02d}", "555"),),
        )
        prospect = Prospect(
            customer=customer,
            source="AutoTrader",
            source_kind="marketplace",
            **({"vehicles": (WantedVehicle(year=2022, make="Toyota", model="RAV4"),)} | more),
        )
        taken = self.run(TakeLead(prospect=prospect, key=f"test:{number}", origin="test"))
        assert isinstance(taken, str)
        return taken

    def lead(self, lead_id: str) -> Lead:
        with self.desk.store.reading() as session:
            found = session.scalar(select(Lead).where(Lead.id == lead_id))
        assert found is not None
        return found

    def later(self, **span: float) -> None:
        self.clock.turn_to(self.clock.now() + timedelta(**span))

    @property
    def last_txn(self) -> str:
        return self.changes[-1].txn
