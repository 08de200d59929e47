"""The promises to users, measured over real lines: a lead handed to the mailbox until both first messages reached the servers."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desk.app.running import Running
from desk.models.commands import ImportStock, SaveSettings, SaveStaff
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.engine import open_file
from desk.services.adapters.clock import FastClock, random_ids
from desk.services.adapters.sealed_file import FileKey
from desk.services.bench_store import FIRST, LAST, fill
from desk.services.desk import Desk
from desk.services.outside.carrier_terms import CarrierText
from desk.services.outside.mail_server import OutsideLetter
from desk.services.outside.world import OutsideWorld
from desk.services.rulebook import whole_playbook
from desk.services.unlock import unlock

ZONE = "America/Boise"
OPEN = datetime(2026, 3, 3, 10, 0, tzinfo=ZoneInfo(ZONE))  # a Tuesday morning: nothing is held by quiet hours
HOUSE: dict[str, Any] = {
    "store.name": "Bench Motors", "store.zone": ZONE, "store.region": "ID", "store.address": "1 Example Way, Meridian, ID 83642",
    "store.phone": "(208) 555-0100", "assistant.live": True,
}  # fmt: skip
SET_UP = ["store", "team", "mail", "text", "stock", "live"]
UNPACED: dict[str, Any] = {"mail.per_day": 1_000_000, "mail.per_minute": 60_000, "text.per_second": 1000.0}
STAFF = {"ana": {"name": "Ana Ruiz", "role": "bdc"}, "dana": {"name": "Dana Whit", "role": "manager"}}
VEHICLES = tuple(
    {"stock": f"T44{number:02}", "year": 2020 + number % 5, "make": "Toyota", "model": model, "trim": "XLE", "body": "SUV",
     "condition": "used", "mileage": 9_000 + 1_100 * number, "status": "available"}
    for number, model in enumerate(("RAV4", "Venza", "Highlander", "4Runner") * 10)
)  # fmt: skip
_ADF = """<?xml version="1.0" encoding="UTF-8"?><?adf version="1.0"?>
<adf><prospect><id sequence="1" source="AutoTrader">{number}</id><requestdate>{at}</requestdate>
<vehicle interest="buy" status="used"><year>2022</year><make>Toyota</make><model>RAV4</model><stock>{stock}</stock></vehicle>
<customer><contact><name part="first">{first}</name><name part="last">{last}</name><email>kim{number}@example.com</email>
<phone type="cellphone">{phone}</phone></contact><comments>Is it still available?</comments></customer>
<vendor><vendorname>Bench Motors</vendorname></vendor><provider><name>AutoTrader</name></provider></prospect></adf>"""
_PATIENCE_S = 120.0
_SYLLABLES = "bar del fen gor hul jan kes lim mur nol pas quin ros sel tov vam wen yor zeb dru".split()
_LINES, _SPREAD = (
    7_000_000,
    2_718_281,
)  # a number for each customer, far from the one before; they share no divisor


def phone(number: int) -> str:
    """One mobile number for each invented customer; no two alike, and no two neighbours one slip of the keys apart."""
    line = number * _SPREAD % _LINES
    return f"208-{200 + line // 10_000}-{line % 10_000:04}"


def surname(number: int) -> str:
    """An invented surname for each of eight thousand customers: neighbours look like nobody's duplicates."""
    spread = number * _SPREAD % len(_SYLLABLES) ** 3
    parts = (spread // len(_SYLLABLES) ** place % len(_SYLLABLES) for place in range(3))
    return "".join(_SYLLABLES[part] for part in parts).title()


def _whose(digits: str) -> int:
    """The customer whose number ends in these seven digits."""
    line = (int(digits[:3]) - 200) * 10_000 + int(digits[3:])
    return line * pow(_SPREAD, -1, _LINES) % _LINES


def adf(number: int, at: datetime) -> str:
    """The inquiry of one invented customer."""
    stock = str(VEHICLES[number % len(VEHICLES)]["stock"])
    return _ADF.format(
        number=number, at=at.isoformat(timespec="seconds"), phone=phone(number), stock=stock,
        first=FIRST[number % len(FIRST)], last=f"{LAST[number * 7 % len(LAST)]}{FIRST[number // 11 % len(FIRST)].lower()}",
    )  # fmt: skip


@dataclass
class Watch:
    """When each customer's first mail and first text arrived at their servers, and when the lead was handed over."""

    handed: dict[int, float] = field(default_factory=dict)
    mailed: dict[int, float] = field(default_factory=dict)
    texted: dict[int, float] = field(default_factory=dict)
    both: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def on_mail(self, letter: OutsideLetter) -> None:
        for address in letter.to:
            if address.startswith("kim"):
                self._note(self.mailed, int(address.removeprefix("kim").partition("@")[0]))

    def on_text(self, text: CarrierText) -> None:
        digits = text.to.removeprefix("+1208")
        if text.direction.startswith("outbound") and len(digits) == 7:
            self._note(self.texted, _whose(digits))

    def _note(self, seen: dict[int, float], number: int) -> None:
        with self._lock:
            is_first = number not in seen
            seen.setdefault(number, time.perf_counter())
            if is_first and number in self.mailed and number in self.texted:
                self.both.release()

    def seconds(self) -> list[float]:
        """For each lead that was answered on both channels, how long that took."""
        done = self.mailed.keys() & self.texted.keys() & self.handed.keys()
        return sorted(max(self.mailed[n], self.texted[n]) - self.handed[n] for n in done)


class LiveBench:
    """A desk with all its lines on loopback servers that speak SMTP, IMAP and the carrier's protocol."""

    def __init__(self, folder: Path) -> None:
        self.clock, self.watch = FastClock(OPEN, 1.0), Watch()
        self.world = OutsideWorld(self.clock, on_mail=self.watch.on_mail, on_text=self.watch.on_text)
        secrets = FileKey(folder)
        for name, value in self.world.start().secrets().items():
            secrets.set(name, value)
        self.running = Running(
            open_file(folder, unlock(folder, secrets).key), self.clock, random_ids, secrets
        )
        furnish(self.running.desk, {**UNPACED, **self.world.settings()})
        self.running.start()

    def close(self) -> None:
        self.running.stop()
        self.world.stop()

    def hand_over(self, number: int) -> None:
        """Put one lead into the mailbox, as a listing service's mail with the ADF attached."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = (
            "leads@autotrader.example",
            "sales@cedarridge.example",
            "New lead",
        )
        mail["Message-ID"] = f"<bench-{number}@autotrader.example>"
        mail.set_content("A new lead is attached.")
        body = adf(number, self.clock.now()).encode()
        mail.add_attachment(body, maintype="application", subtype="x-adf+xml", filename="lead.adf")
        self.watch.handed[number] = time.perf_counter()
        self.world.mail.post(mail.as_bytes())

    def wait(self, leads: int) -> None:
        """Until so many more leads are answered on both channels, or patience ends."""
        ends = time.monotonic() + _PATIENCE_S
        for _each in range(leads):
            if not self.watch.both.acquire(timeout=max(0.1, ends - time.monotonic())):
                return


def furnish(desk: Desk, lines: Mapping[str, Any]) -> None:
    """An invented house: its settings and ``lines``, two people, forty vehicles."""
    desk.run(SaveSettings(values={**HOUSE, **lines}))
    for staff_id, values in STAFF.items():
        desk.run(SaveStaff(staff_id=staff_id, values=values))
    desk.run(ImportStock(rows=VEHICLES, seen=desk.clock.now()))


def furnished(folder: Path, leads: int) -> None:
    """A store in a new folder, its key beside it as the demo's, with so many open leads; closed again."""
    folder.mkdir(parents=True)
    key = unlock(folder, FileKey(folder)).key
    store = open_file(folder, key)
    furnish(Desk(store, FastClock(OPEN, 1.0), random_ids, whole_playbook()), {"setup.done": SET_UP})
    raw = raw_connection(folder / FILE_NAME, key, read_only=False)
    fill(raw, leads, 0, closed=0.0)
    raw.close()
    store.close()


def one_by_one(folder: Path, leads: int) -> list[float]:
    """Seconds to both first messages, each lead handed over after the one before was answered."""
    with _live(folder) as bench:
        for number in range(leads + 1):
            bench.hand_over(number)
            bench.wait(1)
        del bench.watch.handed[0]  # the first lead only warms the lines
        return bench.watch.seconds()


def burst(folder: Path, leads: int, within_s: float) -> list[float]:
    """The same for leads that pour in evenly within ``within_s`` seconds. Fewer figures than leads: some were not answered."""
    with _live(folder) as bench:
        pause = threading.Event()
        for number in range(leads):
            bench.hand_over(number)
            pause.wait(within_s / leads)
        bench.wait(leads)
        return bench.watch.seconds()


@contextmanager
def _live(folder: Path) -> Iterator[LiveBench]:
    folder.mkdir(parents=True)
    bench = LiveBench(folder)
    try:
        yield bench
    finally:
        bench.close()
