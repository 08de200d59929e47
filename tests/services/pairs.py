"""A desk with two reps and a manager, and two records of one customer: for tests of merging."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.by import By
from desk.models.commands import SaveStaff, TakeLead, TakeMail, TakeText
from desk.models.conversation import Message
from desk.models.duplicate import Duplicate
from desk.models.intake.prospect import AddressIn, CustomerIn, PhoneIn, Prospect, WantedVehicle
from desk.models.person import Address, Block
from desk.services.reader import Reader, reading
from tests.services.desk_fixture import SmallDesk

TOM = By("staff", "tom", "sales", "Tom Becker")
VIN = "4T1G11AK5RU000001"
SAMUEL, SAM = "+12085550136", "+12085550186"
T = TypeVar("T")


class PairDesk(SmallDesk):
    """Ana (BDC) and Tom (sales) enter people by hand; Dana manages."""

    def __init__(self) -> None:
        super().__init__()
        self.run(SaveStaff(staff_id="tom", values={"name": "Tom Becker", "role": "sales"}))
        self._keys = 0

    def enter(
        self,
        name: str,
        phone: str = "",
        email: str = "",
        *,
        owner: str = "",
        by: By | None = None,
        **more: Any,
    ) -> str:
        """A lead typed by ``by``; ``vin``, ``street``, ``postal`` and ``comments`` as told."""
        self._keys += 1
        first, _, last = name.partition(" ")
        customer = CustomerIn(
            first=first or None, last=last or None, full=name or None, emails=(email,) if email else (),
            phones=(PhoneIn(phone, phone, type="cellphone"),) if phone else (),
            address=AddressIn(street=more.get("street"), city=more.get("city"), region="ID", postal=more.get("postal")),
        )  # fmt: skip
        car = WantedVehicle(
            year=2024, make="Toyota", model="Camry", vin=more.get("vin"), stock=more.get("stock")
        )
        prospect = Prospect(
            customer=customer, source=more.get("source", "Website"), source_kind="website", source_class="1st", vehicles=(car,),
            comments=more.get("comments"),
        )  # fmt: skip
        told = {"by": by} if by is not None else {}
        taken = self.run(
            TakeLead(prospect=prospect, key=f"pair:{self._keys}", origin="hand", owner=owner, **told)
        )
        assert isinstance(taken, str)
        return taken

    def brandts(self) -> tuple[str, str]:
        """Ana's Samuel Brandt, and Tom's Sam Brant of the same house with one digit changed."""
        house = {"city": "Meridian", "postal": "83642", "vin": VIN}
        samuel = self.enter(
            "Samuel Brandt", SAMUEL, "s.brandt@example.com", owner="ana", street="1140 Alder Court", **house
        )
        self.later(minutes=20)
        sam = self.enter("Sam Brant", SAM, owner="tom", by=TOM, street="1140 Alder Ct", **house)
        return samuel, sam

    def ask(self, question: Callable[[Reader], T], viewer: str = "dana") -> T:
        read = reading(
            self.desk.store, self.clock.now, lambda: viewer, self.desk.facts, lambda: self.desk.book
        )
        with read() as reader:
            return question(reader)

    def look(self, question: Callable[[Session], T]) -> T:
        with self.desk.store.reading() as session:
            return question(session)

    def all(self, kind: type[T]) -> list[T]:
        return self.look(lambda session: list(session.scalars(select(kind))))

    def pairs(self) -> list[Duplicate]:
        return self.all(Duplicate)

    def said_in(self, lead_id: str) -> set[str]:
        """What the customer wrote that is filed under this lead."""
        return {m.text for m in self.all(Message) if m.lead_id == lead_id and m.direction == "in"}

    def stops(self) -> set[tuple[str, str]]:
        """Every address that may not be used, with the channel."""
        return {
            (b.address, channel) for b in self.all(Block) if b.lifted_at is None for channel in b.channels
        }

    def addresses(self, customer_id: str) -> list[str]:
        return sorted(a.value for a in self.all(Address) if a.customer_id == customer_id)

    def text(self, sender: str, words: str, sid: str) -> str:
        return str(self.run(TakeText(sid=sid, sender=sender, text=words, at=self.clock.now())))

    def mail(self, sender: str, words: str, key: str, **headers: str) -> str:
        """A mail as it comes off the server."""
        told = {"From": sender, "To": "sales@store.example", "Subject": "Re: your Camry", **headers}
        lines = [
            *(f"{name.replace('_', '-')}: {value}" for name, value in told.items()),
            f"Message-ID: <{key}@example.com>",
            f"Date: {self.clock.now():%a, %d %b %Y %H:%M:%S %z}",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
        ]
        return str(self.run(TakeMail(raw="\r\n".join([*lines, "", words, ""]).encode())))
