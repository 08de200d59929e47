"""``desk demo``: an invented dealership at work. Its mail server, carrier and customers are on this computer and speak the real protocols."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from desk.models.errors import BadInput
from desk.services.adapters.clock import FastClock, SystemClock, random_ids
from desk.services.log import close_log, open_log

if TYPE_CHECKING:
    from desk.app.running import Running
    from desk.views.assemble import Assembled

_OPENS = time(9, 5)
_LEADS, _MESSAGES, _SEED = 300, 3000, 1
_WINDOW = (1440, 900)
_DONE = ["store", "team", "mail", "text", "stock", "live"]


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the demo lives: the clock's factor, how often somebody new asks, how much sooner customers answer."""

    factor: float
    every: timedelta
    hurry: float = 1.0


@dataclass(frozen=True, slots=True)
class Happened:
    """Leads in the store; since the demo began: messages that left, replies, alerts, seconds to each first answer."""

    leads: int
    sent: int
    replies: int
    alerts: int
    first_answers_s: list[float]

    def __str__(self) -> str:
        waits = self.first_answers_s
        first = f"median first response {median(waits):.0f} s" if waits else "no first response yet"
        return f"{self.leads} leads, {self.sent} messages sent, {self.replies} replies, {first}, {self.alerts} alerts"


LOOKED_AT = Pace(12.0, timedelta(minutes=4))  # five minutes of looking are an hour at the desk
TOURED = Pace(12.0, timedelta(seconds=40), hurry=8.0)


def run_demo(*, shots: Path | None, screens: tuple[str, ...], folder: Path | None) -> int:
    """Open the window on a fresh demo store or, with ``shots`` or without a display, take the tour. Answers the exit code."""
    if shots is None and has_display():
        return _sit(folder)
    os.environ["QT_QPA_PLATFORM"] = _unseen_screen()
    return _tour(shots or Path("shots"), screens, folder)


def has_display() -> bool:
    """Whether a window could be seen: always on macOS and Windows, elsewhere where a display server is named."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return sys.platform in ("darwin", "win32") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _unseen_screen() -> str:
    """Qt's platform for the tour: a screen of the pictures' size. A drive's colon would end the setting's value on Windows."""
    if os.name == "nt":
        return "offscreen"
    from desk.services.resources import resource_path

    return f"offscreen:configfile={resource_path('sample', 'screen.json')}"


def _sit(folder: Path | None) -> int:
    from desk.app.furnish import furnish
    from desk.app.window import application

    qt = application()
    with Demo(folder) as demo:
        seat = demo.seat()
        seat.seated.connect(lambda: _leave_with_window(furnish(seat, end_demo=lambda: _throw_away(demo))))
        seat.could_not.connect(seat.window.show_trouble)
        qt.aboutToQuit.connect(seat.leave)
        seat.window.resize(*_WINDOW)
        seat.window.show()
        seat.start()
        print(
            f"The demo store lies in {demo.folder}. Lead files put into {demo.folder / 'drop'} are taken in.",
            file=sys.stderr,
        )
        return qt.exec()


def _leave_with_window(made: Assembled) -> None:
    """Without a tray to live on in, the demo ends with its window."""
    from PySide6.QtGui import QGuiApplication

    if made.tray is None:
        made.closing.leaving = True
        QGuiApplication.setQuitOnLastWindowClosed(True)


def _throw_away(demo: Demo) -> None:
    from PySide6.QtWidgets import QApplication

    demo.throw_away()
    QApplication.exit(0)


def _tour(shots: Path, screens: tuple[str, ...], folder: Path | None) -> int:
    from desk.app.tour import Tour
    from desk.app.tour_stops import STOPS

    if unknown := sorted(set(screens) - set(STOPS)):
        print(f"desk: there is no screen {unknown[0]}. There are {', '.join(STOPS)}.", file=sys.stderr)
        return 2
    with Demo(folder, TOURED, keep=folder is not None) as demo:
        tour = Tour(demo, shots, screens)
        try:
            missed = tour.run()
            happened = str(demo.happened()) if demo.running else "The engine did not come up."
        finally:
            tour.end()
    for path in tour.taken:
        print(path)
    print(happened)
    for name, words in missed.items():
        print(f"desk: {name} could not be shown: {words}", file=sys.stderr)
    return 1 if missed else 0


class Demo:
    """A demo store with its world. Entered before the window, left after it; nothing of it runs on afterwards.

    ``keep`` leaves the folder where it is; otherwise nothing at all is left.
    """

    def __init__(
        self,
        folder: Path | None = None,
        pace: Pace = LOOKED_AT,
        *,
        keep: bool = True,
        leads: int = _LEADS,
        messages: int = _MESSAGES,
    ) -> None:
        from desk.services.outside.traffic import Traffic
        from desk.services.outside.world import OutsideWorld
        from desk.services.sample.house import house

        self.zone = str(house()["settings"]["store.zone"])
        self.clock = FastClock(opening_morning(SystemClock().now(), self.zone), pace.factor)
        self.folder = folder or Path(tempfile.mkdtemp(prefix="sales-desk-demo-"))
        self.running: Running | None = None
        self.traffic = Traffic(self.clock, every=pace.every, hurry=pace.hurry)
        self.world = OutsideWorld(self.clock, on_mail=self.traffic.hear_mail, on_text=self.traffic.hear_text)
        self._size, self._keep = (leads, messages), keep
        self._held = ExitStack()
        self.began = self.clock.now()

    def __enter__(self) -> Demo:
        """Take the folder. Raises BadInput when a store is in it already."""
        from desk.services.unlock import StoreLock

        if (self.folder / "desk.db").exists():
            raise BadInput(
                "There is a store in this folder already.",
                where=str(self.folder),
                do="Name an empty folder for the demo.",
            )
        self._held.enter_context(StoreLock(self.folder))
        self._held.callback(close_log, open_log(self.folder))
        logging.getLogger("mail.log").setLevel(
            logging.ERROR
        )  # the loopback mail server warns that it has no TLS
        return self

    def __exit__(self, *_error: object) -> None:
        self.traffic.stop()
        self.world.stop()
        self._held.close()
        if not self._keep:
            shutil.rmtree(self.folder, ignore_errors=True)

    def throw_away(self) -> None:
        """Leave nothing of it: the folder goes once everything in it is closed (DESK-08)."""
        self._keep = False

    def seat(self) -> Any:
        """A seat at this store."""
        from desk.app.seat import Seat

        return Seat(self.make, self.clock.now, self.zone)

    def make(self) -> Running:
        """The engine over a fresh store with the sample in it, its lines leading to the world outside."""
        from desk.app.running import Running
        from desk.models.commands import SaveSettings
        from desk.models.store.engine import open_file
        from desk.services.adapters.sealed_file import FileKey
        from desk.services.sample import fill
        from desk.services.sample.pair import enter_again
        from desk.services.unlock import unlock

        self.world.start()
        secrets = FileKey(self.folder)
        store = open_file(self.folder, unlock(self.folder, secrets).key)
        running = Running(store, self.clock, random_ids, secrets, beat_s=0.5, text_poll_s=1.0)
        for name, value in self.world.secrets().items():
            secrets.set(name, value)
        fill(running.desk, leads=self._size[0], messages=self._size[1], seed=_SEED)
        running.desk.run(SaveSettings(values=self._settings()))
        enter_again(running.desk)
        self.running = running
        self._people_ask(running)
        return running

    def _settings(self) -> dict[str, Any]:
        drop = self.folder / "drop"
        drop.mkdir(exist_ok=True)
        pace = {"mail.per_minute": 600, "text.per_second": 10.0}
        return self.world.settings() | pace | {"demo": True, "setup.done": _DONE, "folder.drop": str(drop)}

    def _people_ask(self, running: Running) -> None:
        """The town begins to live: people beyond those of the sample ask about what is on the lot."""
        from sqlalchemy import select

        from desk.models.vehicle import Vehicle
        from desk.services.sample.house import house

        names = ("year", "make", "model", "trim", "stock", "vin", "condition")
        columns = [getattr(Vehicle, name) for name in names]
        with running.store.reading() as session:
            stock = [
                row._asdict()
                for row in session.execute(select(*columns).where(Vehicle.status == "available"))
            ]
        own = frozenset(
            address
            for person in running.desk.facts().staff
            for address in (person.email, person.phone)
            if address
        )
        self.began = self.clock.now()
        sources = [
            source for source in house()["source"] if source["kind"] != "trade_in"
        ]  # these people name a vehicle
        wanted = _wanted_by_phone(running)
        self.traffic.begin(self.world, stock, sources, first=self._size[0], own=own, wanted=wanted)

    def happened(self) -> Happened:
        """What happened since the demo began, as the store has it."""
        from sqlalchemy import func, select

        from desk.models.alert import Alert
        from desk.models.conversation import Message
        from desk.models.lead import Lead

        assert self.running is not None, "asked once the engine is up"
        since = self.began
        sent = select(func.count()).where(Message.direction == "out", Message.sent_at >= since)
        replies = select(func.count()).where(Message.direction == "in", Message.at >= since)
        alerts = select(func.count()).where(Alert.raised_at >= since)
        first = select(Lead.first_sent_at, Lead.received_at).where(
            Lead.received_at >= since, Lead.first_sent_at.is_not(None)
        )
        with self.running.store.reading() as session:
            waits = [(sent_at - received).total_seconds() for sent_at, received in session.execute(first)]
            leads, sent_count, reply_count, alert_count = (
                session.scalar(question) or 0
                for question in (select(func.count()).select_from(Lead), sent, replies, alerts)
            )
        return Happened(leads, sent_count, reply_count, alert_count, waits)


def opening_morning(now: datetime, zone: str) -> datetime:
    """Five past nine of the last weekday up to today, in the store's zone."""
    day = now.astimezone(ZoneInfo(zone)).date()
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return datetime.combine(day, _OPENS, ZoneInfo(zone))


def _wanted_by_phone(running: Running) -> dict[str, frozenset[str]]:
    """The stock numbers that the store's customers ask about, by their phones."""
    from sqlalchemy import select

    from desk.models.lead import Lead, Wanted
    from desk.models.person import Address

    asked: dict[str, set[str]] = defaultdict(set)
    rows = (
        select(Address.value, Wanted.stock)
        .join(Lead, Lead.customer_id == Address.customer_id)
        .join(Wanted, Wanted.lead_id == Lead.id)
        .where(Address.kind == "phone", Wanted.stock != "")
    )
    with running.store.reading() as session:
        for phone, stock in session.execute(rows):
            asked[phone].add(stock)
    return {phone: frozenset(stocks) for phone, stocks in asked.items()}
