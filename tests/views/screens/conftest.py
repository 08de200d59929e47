"""The whole window over a real engine: encrypted file, writer thread, readers, a clock that is turned by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desk.models.by import By
from desk.models.changes import Changes
from desk.models.commands import Command, SaveSettings, SaveStaff, TakeLead, Tick
from desk.models.conversation import Log, Message, Quarantine
from desk.models.ids import CountedIds
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect, WantedVehicle
from desk.models.lead import Lead
from desk.models.snapshots.lead import LeadView
from desk.models.store.connect import FILE_NAME
from desk.models.store.engine import open_file
from desk.models.time import TurnedClock
from desk.services.bridge import Bridge
from desk.services.desk import Desk
from desk.services.eyes import OpenEyes
from desk.services.outbox import Outbox
from desk.services.reader import Reader, reading
from desk.services.rehearsal.run import RecordingLines
from desk.services.rulebook import whole_playbook
from desk.services.worker import Writer
from desk.views.assemble import Assembled, assemble
from desk.views.detail.pane import LeadPane
from desk.views.main_window import MainWindow
from desk.views.text import teller
from desk.views.theme import Theme

KEY = b"k" * 32
BETWEEN_ACTS_MS = 20
ZONE = "America/Boise"
START = datetime(2026, 3, 3, 10, 0, tzinfo=ZoneInfo(ZONE))
STORE = {
    "store.name": "Cedar Ridge Motors", "store.zone": ZONE, "store.region": "ID", "store.address": "1 Example Way, Meridian, ID 83642",
    "store.phone": "(208) 555-0100", "store.email": "sales@store.example", "assistant.live": True, "desk.id": "test", "mail.smtp_host": "here",
    "text.from_number": "+12085550100",
}  # fmt: skip


def apart(number: int) -> str:
    """The last two digits of a phone: two people whose numbers are one digit apart would be a pair of the skate radar."""
    return f"{number % 10}{(number + number // 10) % 10}"


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store where Dana and Ana work, made once: each test sits at a copy of its own."""
    folder = tmp_path_factory.mktemp("furnished")
    store = open_file(folder, KEY)
    desk = Desk(store, TurnedClock(START), CountedIds("furnished"), whole_playbook(), OpenEyes())
    desk.run(SaveSettings(values=STORE))
    desk.run(SaveStaff(staff_id="dana", values={"name": "Dana Whit", "role": "manager", "shift": None}))
    desk.run(SaveStaff(staff_id="ana", values={"name": "Ana Ruiz", "role": "bdc"}))
    store.close()
    return folder / FILE_NAME


class SeatedDesk:
    """Dana, a manager, sits at a desk whose window is open."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot, self.clock = qtbot, TurnedClock(START)
        self.store = open_file(folder, KEY, check=False)
        self.desk = Desk(self.store, self.clock, CountedIds(), whole_playbook(), OpenEyes())
        self.writer = Writer(self.desk.run)
        self.writer.start()
        self.bridge = Bridge(self.clock.now, teller())
        self.desk.listen(self._published)
        self.reader = reading(
            self.store, self.clock.now, lambda: self.sits.staff_id, self.desk.facts, lambda: self.desk.book
        )
        self.sits = By("staff", "dana", "manager", "Dana Whit")
        self.bridge.attach(self.writer, self.reader, lambda: self.sits)
        self.window = MainWindow(self.bridge, ZONE)
        self.assembled: Assembled = assemble(self.window, self.bridge, ZONE, has_tray=False)

    def _published(self, changes: Changes) -> None:
        self.bridge.publish(changes)

    def run(self, command: Command) -> Any:
        return self.writer.call(command)

    def take(self, number: int = 1, **more: Any) -> str:
        customer = CustomerIn(
            first="Kim", last="Doe", full="Kim Doe", emails=(f"kim{number}@example.com",),
            phones=(PhoneIn(f"+120855501{apart(number)}", "555", type="cellphone"),), preferred_contact=more.pop("preferred", None),
        )  # fmt: skip
        prospect = Prospect(
            customer=customer, source="Website", source_kind="website", source_class="1st",
            vehicles=(WantedVehicle(year=2022, make="Toyota", model="RAV4"),), **more,
        )  # fmt: skip
        taken = self.run(TakeLead(prospect=prospect, key=f"test:{number}", origin="test"))
        assert isinstance(taken, str)
        return taken

    def settle(self) -> None:
        """Let the desk decide and send what is due at this moment."""
        outbox = Outbox(self.store, self.run, RecordingLines(), self.clock.now)
        while self.run(Tick()) + outbox.pump():
            pass

    def later(self, **span: float) -> None:
        self.clock.turn_to(self.clock.now() + timedelta(**span))

    # --- looking ---

    def ask(self, question: Callable[[Reader], Any]) -> Any:
        with self.reader() as read:
            return question(read)

    def view(self, lead_id: str) -> LeadView:
        found = self.ask(lambda read: read.lead(lead_id))
        assert found is not None
        return found

    def rows(self, kind: type[Any]) -> list[Any]:
        with self.store.reading() as session:
            return list(session.scalars(select(kind)))

    def messages(self, lead_id: str) -> list[Message]:
        return [row for row in self.rows(Message) if row.lead_id == lead_id]

    def logs(self) -> list[Log]:
        return self.rows(Log)

    def leads(self) -> list[Lead]:
        return self.rows(Lead)

    def quarantined(self) -> list[Quarantine]:
        return self.rows(Quarantine)

    # --- the window ---

    def open_pane(self, lead_id: str) -> LeadPane:
        self.window.refresh()
        self.window.open_pane(lead_id)
        pane = self.window.pane
        assert isinstance(pane, LeadPane)
        self.until(lambda: pane.view is not None and pane.view.card.id == lead_id)
        return pane

    def until(self, seen: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(seen, timeout=30_000)

    def let_it_turn(self) -> None:
        """Gives the window's loop turns, as it has them between two acts of a person."""
        turned: list[bool] = []
        QTimer.singleShot(BETWEEN_ACTS_MS, lambda: turned.append(True))
        self.until(lambda: bool(turned))

    def press(
        self, widget: QWidget, key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """A key where the focus is, else on ``widget``."""
        target = self.window.focusWidget() or widget
        if isinstance(key, str):
            self.qtbot.keyClicks(target, key)
        else:
            self.qtbot.keyClick(target, key, held)

    def close(self) -> None:
        self.bridge.close()
        self.assembled.closing.leaving = True
        self.window.close()
        self.window.deleteLater()
        self.writer.stop()
        self.store.close()


@pytest.fixture
def seated(qtbot: QtBot, theme: Theme, furnished: Path, tmp_path: Path) -> Iterator[SeatedDesk]:
    (tmp_path / "store").mkdir(mode=0o700)
    copyfile(furnished, tmp_path / "store" / furnished.name)
    desk = SeatedDesk(tmp_path / "store", qtbot)
    desk.window.resize(1440, 900)
    desk.window.show()
    desk.window.get_ready()  # the keys come after the first frame, which nothing here waits for
    yield desk
    desk.close()
