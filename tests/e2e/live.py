"""A real desk for a test: encrypted file, SMTP, IMAP and carrier on loopback, all threads running."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from secrets import token_bytes
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select

from desk.app.running import Running
from desk.models.by import By
from desk.models.commands import Command, ImportStock, SavePlaybook, SaveSettings, SaveStaff
from desk.models.conversation import Arrival, Message
from desk.models.lead import Lead
from desk.models.snapshots.lead import LeadView
from desk.models.store.engine import open_file
from desk.models.words import Channel
from desk.services.adapters.clock import random_ids
from desk.services.outside.world import OutsideWorld
from tests.fakes.clock import ShiftedClock

T = TypeVar("T")
ZONE = "America/Boise"
TUESDAY_AT_TEN = datetime(2026, 3, 3, 10, 0, tzinfo=ZoneInfo(ZONE))
ANA = By("staff", "ana", "bdc", "Ana Ruiz")
DANA = By("staff", "dana", "manager", "Dana Whit")

ADF = """<?xml version="1.0" encoding="UTF-8"?>
<?adf version="1.0"?>
<adf><prospect><id sequence="1" source="AutoTrader">{number}</id><requestdate>{at}</requestdate>
<vehicle interest="buy" status="used"><year>2022</year><make>Toyota</make><model>RAV4</model><stock>T4410</stock></vehicle>
<customer><contact><name part="first">Kim</name><name part="last">Doe</name><email>{email}</email>
<phone type="cellphone">{phone}</phone></contact><comments>Is it still available?</comments></customer>
<vendor><vendorname>Cedar Ridge Motors</vendorname></vendor><provider><name>AutoTrader</name></provider></prospect></adf>"""

VEHICLES = tuple(
    {"stock": stock, "year": year, "make": "Toyota", "model": model, "trim": "XLE", "body": "SUV", "condition": "used", "mileage": miles}
    for stock, year, model, miles in (("T4410", 2022, "RAV4", 31200), ("T4411", 2021, "RAV4", 40100), ("T4412", 2023, "Highlander", 22000),
                                      ("T4413", 2022, "Venza", 18000))
)  # fmt: skip


#: Area codes of the store's own time zone, so that every number stands under the same hours.
AREAS = ("208", "307", "406", "303", "505", "720", "970", "575", "986", "719")


def phone(number: int) -> str:
    """The invented number of customer ``number``, of the hundred that are kept free in each area."""
    return f"+1{AREAS[number // 100]}55501{number % 100:02d}"


#: What waits for a line to be read is asked about as soon as a store may choose, so that a story does not wait five seconds.
PLAYBOOK = '[health]\nask_again = "2s"\n'


class Kept:
    """Secrets held in memory: the operating system's keyring is the outside world here."""

    name = "a test's memory"

    def __init__(self, told: dict[str, str]) -> None:
        self._told = dict(told)

    def get(self, key: str) -> str | None:
        return self._told.get(key)

    def set(self, key: str, value: str) -> None:
        self._told[key] = value

    def delete(self, key: str) -> None:
        self._told.pop(key, None)


class LiveDesk:
    """One store and its outside. ``open`` starts the desk on the same file again, as after a restart."""

    def __init__(
        self,
        folder: Path,
        start: datetime = TUESDAY_AT_TEN,
        world: OutsideWorld | None = None,
        **settings: Any,
    ) -> None:
        self.folder, self.key = folder, token_bytes(32)
        self.clock = ShiftedClock(start)
        self.world = world or OutsideWorld(self.clock).start()
        self.drop = folder / "drop"
        self.drop.mkdir(parents=True)
        self._settings = settings
        self.running: Running | None = None

    @property
    def desk(self) -> Running:
        assert self.running is not None, "open the desk first"
        return self.running

    def open(self) -> LiveDesk:
        self.make().start()
        return self

    def make(self) -> Running:
        """The desk over the store, furnished when it is new, not yet started."""
        is_new = not (self.folder / "desk.db").exists()
        secrets = Kept(self.world.secrets())
        store = open_file(self.folder, self.key)
        self.running = Running(
            store,
            self.clock,
            random_ids,
            secrets,
            at_desk="ana",
            beat_s=0.2,
            text_poll_s=0.3,
            folder_look_s=0.1,
        )
        if is_new:
            self._furnish()
        return self.running

    def route(self, key: str, value: Any) -> None:
        """Set the store up differently before it is first opened, such as over a wire that breaks."""
        self._settings[key] = value

    def close(self) -> None:
        if self.running is not None:
            self.running.stop()
            self.running = None

    def stop(self) -> None:
        self.close()
        self.world.stop()

    def _furnish(self) -> None:
        run = self.desk.desk.run
        run(
            SaveSettings(
                values={
                    "store.name": "Cedar Ridge Motors", "store.zone": ZONE, "store.region": "ID", "store.address": "4410 Example Way, Meridian, ID 83642",
                    "store.phone": "(208) 555-0100", "assistant.live": True, "folder.drop": str(self.drop), "mail.per_minute": 60000,
                    "text.per_second": 1000.0, **self.world.settings(), **self._settings,
                }
            )
        )  # fmt: skip
        run(SaveStaff(staff_id="ana", values={"name": "Ana Ruiz", "role": "bdc"}))
        run(SaveStaff(staff_id="dana", values={"name": "Dana Whit", "role": "manager"}))
        run(SavePlaybook(by=DANA, toml=PLAYBOOK, why="A story waits for each line"))
        run(ImportStock(rows=VEHICLES, seen=self.clock.now(), full=True))

    # --- what the outside does ---

    def adf(self, number: int = 1) -> str:
        at = self.clock.now().astimezone(ZoneInfo(ZONE)).isoformat(timespec="seconds")
        return ADF.format(number=number, at=at, email=f"kim{number}@example.com", phone=phone(number))

    def drop_lead(self, number: int = 1) -> None:
        (self.drop / f"lead{number}.xml").write_text(self.adf(number), "utf-8")

    def mail_lead(self, number: int = 1, *, attach: bool = False, encoding: str = "quoted-printable") -> None:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = (
            "leads@autotrader.example",
            "sales@cedarridge.example",
            "New lead",
        )
        mail["Message-ID"] = f"<lead-{number}@autotrader.example>"
        if attach:
            mail.set_content("A new lead is attached. This mailbox is not read.")
            mail.add_attachment(
                self.adf(number).encode(), maintype="application", subtype="x-adf+xml", filename="lead.adf"
            )
        else:
            mail.set_content(
                "You have a lead:\n\n" + self.adf(number) + "\n\n-- \nSent by the listing service",
                cte=encoding,
            )
        self.world.mail.post(mail.as_bytes())

    def answer_mail(self, text: str, number: int = 1, *, quote: bool = True) -> None:
        """The customer answers the last mail they got, as a mail program does."""
        got = next(
            letter.message
            for letter in reversed(self.world.mail.outbox)
            if f"kim{number}@example.com" in letter.to
        )
        mail = EmailMessage()
        mail["From"], mail["To"] = f"Kim Doe <kim{number}@example.com>", str(got["Reply-To"])
        mail["Subject"], mail["In-Reply-To"] = f"Re: {got['Subject']}", str(got["Message-ID"])
        mail["References"], mail["Message-ID"] = (
            str(got["Message-ID"]),
            f"<answer-{time.monotonic_ns()}@example.com>",
        )
        body = got.get_body(("plain",))
        quoted = "\n".join("> " + line for line in body.get_content().splitlines()) if body else ""
        mail.set_content(
            text
            + (f"\n\nOn Tue, Mar 3, 2026 at 10:01 AM Cedar Ridge Motors wrote:\n{quoted}\n" if quote else "")
        )
        self.world.mail.post(mail.as_bytes())

    def answer_text(self, text: str, number: int = 1) -> None:
        self.world.carrier.receive(phone(number), "+12085550100", text)

    # --- what one looks at ---

    def run(self, command: Command) -> Any:
        return self.desk.writer.call(command)

    def settled(self) -> bool:
        """Whether nothing is on its way any more: every message has left, waits for a person, or is held for later."""
        return not [
            m
            for m in self.messages(direction="out")
            if m.status in ("queued", "sending") or (m.status == "held" and "read" in m.status_words)
        ]

    def has_eyes(self) -> bool:
        """Whether mail and texts were read since the start, so that nothing is held for a STOP that may wait there."""
        eyes, now = self.desk.desk.eyes, self.clock.now()
        return None not in (eyes.read_at(Channel.EMAIL, now), eyes.read_at(Channel.TEXT, now))

    def leads(self) -> list[Lead]:
        with self.desk.store.reading() as session:
            return list(session.scalars(select(Lead).order_by(Lead.received_at)))

    def lead(self) -> LeadView:
        """The one lead of the story, as the window reads it."""
        with self.desk.reader()() as reader:
            view = reader.lead(self.leads()[0].id)
        assert view is not None, "the lead is there"
        return view

    def messages(self, **where: str) -> list[Message]:
        with self.desk.store.reading() as session:
            rows = session.scalars(select(Message).order_by(Message.number)).all()
        return [m for m in rows if all(getattr(m, name) == value for name, value in where.items())]

    def arrivals(self, key: str) -> list[str]:
        """What became of an arrival, and of the leads in it."""
        with self.desk.store.reading() as session:
            return list(session.scalars(select(Arrival.result).where(Arrival.key.startswith(key))))

    def texts(self, number: int = 1) -> list[str]:
        return [text.body for text in self.world.carrier.sent if text.to == phone(number)]

    def mails(self, number: int = 1) -> list[str]:
        return [
            str(letter.message["Subject"])
            for letter in self.world.mail.outbox
            if f"kim{number}@example.com" in letter.to
        ]

    def until(self, done: Callable[[], T], seconds: float = 60.0) -> T:
        """Wait, bounded, until something is so; the last trouble is the failure's reason."""
        return until(done, seconds)


def until(done: Callable[[], T], seconds: float = 60.0) -> T:
    """Look again and again, at most ``seconds``, until ``done`` gives something true."""
    import threading

    pause, ends = threading.Event(), time.monotonic() + seconds
    while True:
        found = None
        with suppress(IndexError, StopIteration, AssertionError):
            found = done()
        if found:
            return found
        assert time.monotonic() < ends, f"did not happen within {seconds} s"
        pause.wait(0.05)
