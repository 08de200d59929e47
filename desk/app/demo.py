"""``desk demo``: an invented dealership at work. Its mail server, carrier and customers are on this computer and speak the real protocols."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from contextlib import ExitStack
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
_FACTOR = 12.0  # five minutes of looking are an hour at the desk
_LEADS, _MESSAGES, _SEED = 300, 3000, 1
_NEW_LEAD_EVERY = timedelta(minutes=4)
_DONE = ["store", "team", "mail", "text", "stock", "live"]


def run_demo(*, shots: Path | None, screens: tuple[str, ...], folder: Path | None) -> int:
    """Open the window on a fresh demo store or, with ``shots`` or without a display, take the tour. Answers the exit code."""
    if shots is None and has_display():
        return _sit(folder)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _tour(shots or Path("shots"), screens, folder)


def has_display() -> bool:
    """Whether a window could be seen: always on macOS and Windows, elsewhere where a display server is named."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _sit(folder: Path | None) -> int:
    from desk.app.furnish import furnish
    from desk.app.window import application

    qt = application()
    with Demo(folder) as demo:
        seat = demo.seat()
        seat.seated.connect(lambda: _leave_with_window(furnish(seat)))
        seat.could_not.connect(seat.window.show_trouble)
        qt.aboutToQuit.connect(seat.leave)
        seat.window.show()
        seat.start()
        print(f"The demo store lies in {demo.folder}. Lead files put into {demo.folder / 'drop'} are taken in.", file=sys.stderr)
        return qt.exec()


def _leave_with_window(made: Assembled) -> None:
    """Without a tray to live on in, the demo ends with its window."""
    from PySide6.QtGui import QGuiApplication

    if made.tray is None:
        made.closing.leaving = True
        QGuiApplication.setQuitOnLastWindowClosed(True)


def _tour(shots: Path, screens: tuple[str, ...], folder: Path | None) -> int:
    from desk.app.tour import Tour

    with Demo(folder) as demo:
        tour = Tour(demo, shots, screens)
        try:
            missed = tour.run()
            summary = demo.summary()
        finally:
            tour.end()
    if folder is None:
        shutil.rmtree(demo.folder, ignore_errors=True)
    for path in tour.taken:
        print(path)
    print(summary)
    for name, words in missed.items():
        print(f"desk: {name} could not be shown: {words}", file=sys.stderr)
    return 1 if missed else 0


class Demo:
    """A demo store with its world. Entered before the window, left after it; nothing of it runs on afterwards."""

    def __init__(self, folder: Path | None = None, *, factor: float = _FACTOR, hurry: float = 1.0, leads: int = _LEADS, messages: int = _MESSAGES) -> None:
        from desk.services.outside.traffic import Traffic
        from desk.services.outside.world import OutsideWorld
        from desk.services.sample.house import house

        self.zone = str(house()["settings"]["store.zone"])
        self.clock = FastClock(opening_morning(SystemClock().now(), self.zone), factor)
        self.folder = folder or Path(tempfile.mkdtemp(prefix="sales-desk-demo-"))
        self.running: Running | None = None
        self.traffic = Traffic(self.clock, every=_NEW_LEAD_EVERY, hurry=hurry)
        self.world = OutsideWorld(self.clock, on_mail=self.traffic.hear_mail, on_text=self.traffic.hear_text)
        self._size = (leads, messages)
        self._held = ExitStack()
        self._began = self.clock.now()

    def __enter__(self) -> Demo:
        """Take the folder. Raises BadInput when a store is in it already."""
        from desk.services.unlock import StoreLock

        if (self.folder / "desk.db").exists():
            raise BadInput("There is a store in this folder already.", where=str(self.folder), do="Name an empty folder for the demo.")
        self._held.enter_context(StoreLock(self.folder))
        self._held.callback(close_log, open_log(self.folder))
        logging.getLogger("mail.log").setLevel(logging.ERROR)  # the loopback mail server warns that it has no TLS
        return self

    def __exit__(self, *_error: object) -> None:
        self.traffic.stop()
        self.world.stop()
        self._held.close()

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
        from desk.services.unlock import unlock

        self.world.start()
        secrets = FileKey(self.folder)
        store = open_file(self.folder, unlock(self.folder, secrets).key)
        running = Running(store, self.clock, random_ids, secrets, beat_s=0.5, text_poll_s=1.0)
        for name, value in self.world.secrets().items():
            secrets.set(name, value)
        fill(running.desk, leads=self._size[0], messages=self._size[1], seed=_SEED)
        running.desk.run(SaveSettings(values=self._settings()))
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
            stock = [row._asdict() for row in session.execute(select(*columns).where(Vehicle.status == "available"))]
        own = frozenset(address for person in running.desk.facts().staff for address in (person.email, person.phone) if address)
        self._began = self.clock.now()
        self.traffic.begin(self.world, stock, house()["source"], first=self._size[0], own=own)

    def summary(self) -> str:
        """What happened while the demo ran, in one line."""
        from sqlalchemy import func, select

        from desk.models.alert import Alert
        from desk.models.conversation import Message
        from desk.models.lead import Lead

        if self.running is None:
            return "The engine did not come up."
        since = self._began
        out = (Message.direction == "out", Message.sent_at >= since)
        with self.running.store.reading() as session:
            leads = session.scalar(select(func.count()).select_from(Lead)) or 0
            sent = session.scalar(select(func.count()).select_from(Message).where(*out)) or 0
            replies = session.scalar(select(func.count()).select_from(Message).where(Message.direction == "in", Message.at >= since)) or 0
            alerts = session.scalar(select(func.count()).select_from(Alert).where(Alert.raised_at >= since)) or 0
            waits = [
                (first - received).total_seconds()
                for first, received in session.execute(
                    select(Lead.first_sent_at, Lead.received_at).where(Lead.received_at >= since, Lead.first_sent_at.is_not(None))
                )
            ]
        first = f"median first response {median(waits):.0f} s" if waits else "no first response yet"
        return f"{leads} leads, {sent} messages sent, {replies} replies, {first}, {alerts} alerts"


def opening_morning(now: datetime, zone: str) -> datetime:
    """Five past nine of the last weekday up to today, in the store's zone."""
    day = now.astimezone(ZoneInfo(zone)).date()
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return datetime.combine(day, _OPENS, ZoneInfo(zone))
