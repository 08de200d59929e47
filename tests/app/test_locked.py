"""A locked desk in the real window: nothing of a customer can be read, the keyboard alone opens it, the engine works on (R22)."""

from __future__ import annotations

from base64 import b32decode
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select, text

from desk.app.first_look import first_look
from desk.app.keys import DEMO_KEY, keys_of
from desk.app.window import Sitting
from desk.cli import main
from desk.models.by import By
from desk.models.commands import (
    BindAccount,
    Command,
    ConfirmCodes,
    SaveSettings,
    SaveStaff,
    SetPin,
    StartCodes,
    TakeLead,
)
from desk.models.history import History
from desk.models.store.engine import open_file
from desk.services import one_time
from desk.services.adapters.clock import SystemClock, random_ids
from desk.services.adapters.os_account import account_here
from desk.services.desk import Desk
from desk.services.ports import Notice
from desk.services.rulebook import stored_playbook
from desk.services.typed_lead import typed_lead
from desk.views.detail.pane import LeadPane
from desk.views.new_lead import NewLead
from desk.views.sign_in.sheet import LockSheet

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-04")]
ANA, DANA = By("staff", "ana", "bdc", "Ana Ruiz"), By("staff", "dana", "manager", "Dana Whit")
PEOPLE = (
    SaveSettings(values={"store.name": "Cedar Ridge Motors", "store.zone": "America/Boise"}),
    SaveStaff(staff_id="ana", values={"name": "Ana Ruiz", "role": "bdc"}),
    SaveStaff(staff_id="dana", values={"name": "Dana Whit", "role": "manager"}),
    TakeLead(prospect=typed_lead(name="Kim Doe", email="kim@example.com"), key="typed:1", origin="typed"),
)
PINS = (SetPin(staff_id="dana", pin="8642", by=DANA), SetPin(staff_id="ana", pin="4711", by=ANA))


def no_passphrase() -> str:
    raise AssertionError("the key lies beside the store")


def told(folder: Path, *commands: Command) -> list[Any]:
    """Give commands to the closed store, and answer what came of each."""
    store = open_file(folder, keys_of(folder, no_passphrase).unlocked.key)
    desk = Desk(store, SystemClock(), random_ids, stored_playbook(store))
    try:
        return [desk.run(command) for command in commands]
    finally:
        store.close()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of two people with one lead; nobody has a PIN yet."""
    (tmp_path / DEMO_KEY).write_text("{}", "ascii")
    open_file(tmp_path, keys_of(tmp_path, no_passphrase).unlocked.key).close()
    told(tmp_path, *PEOPLE)
    return tmp_path


class Sat:
    """The program's own window on a store, started as ``desk`` starts it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.sitting = Sitting(folder, {"person": "ana", "zone": "America/Boise"})
        self.window, self.seat = self.sitting.seat.window, self.sitting.seat
        qtbot.addWidget(self.window)
        self.sitting.show()
        self.until(lambda: self.seat.locking is not None)
        self.window.get_ready()

    @property
    def sheet(self) -> LockSheet | None:
        assert self.seat.locking is not None
        return self.seat.locking.cover.sheet

    @property
    def fields(self) -> Any:
        sheet = self.sheet
        assert sheet is not None
        return sheet.fields

    def until(self, seen: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(seen, timeout=60_000)

    def is_asked(self, name: str = "Ana Ruiz") -> None:
        """The sheet stands and asks this person."""
        self.until(lambda: self.sheet is not None and self.sheet.person.currentText().startswith(name))

    def is_active(self) -> None:
        """The keyboard is at this window: another one's may have been closed a moment ago."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def type(self, words: str, then: Qt.Key = Qt.Key.Key_Return) -> None:
        """Where the keyboard is."""
        focus = QApplication.focusWidget() or self.window.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, words)
        QTest.keyClick(focus, then)

    def seen(self) -> list[QWidget]:
        """What can be seen in the window beside the sheet over it."""
        mine = [self.sheet, *(self.sheet.findChildren(QWidget) if self.sheet else ())]
        return [it for it in self.window.findChildren(QWidget) if it.isVisible() and it not in mine]

    def cards(self) -> int:
        return sum(column.model.rowCount() for column in self.window.board.columns.values())

    def open(self) -> LeadPane:
        """The one lead, in the pane."""
        self.until(lambda: self.cards() == 1)
        lead_id = next(
            column.model.index(0, 0).data(Qt.ItemDataRole.UserRole).id
            for column in self.window.board.columns.values()
            if column.model.rowCount()
        )
        self.window.open_pane(lead_id)
        pane = self.window.pane
        assert isinstance(pane, LeadPane)
        self.until(lambda: pane.view is not None)
        return pane

    def record(self, kind: str) -> list[dict[str, Any]]:
        running = self.seat.running
        assert running is not None
        with running.store.reading() as session:
            wanted = select(History.data).where(History.kind == kind).order_by(text("rowid"))
            return list(session.scalars(wanted))


@pytest.fixture
def sat(qtbot: QtBot) -> Iterator[Callable[[Path], Sat]]:
    made: list[Sat] = []

    def sit(folder: Path) -> Sat:
        made.append(Sat(folder, qtbot))
        return made[-1]

    yield sit
    for each in made:
        if each.seat.running is not None:
            each.sitting.leave()


def test_by_keyboard_alone_from_the_start_to_the_lead_and_back(
    store: Path, sat: Callable[[Path], Sat]
) -> None:
    told(store, *PINS)
    desk = sat(store)
    desk.is_asked("Ana Ruiz")
    assert desk.seen() == [], "nothing of the window can be seen"
    assert desk.cards() == 0, "and nothing was read of the store for it"
    desk.type("0000")
    desk.until(lambda: "not the PIN" in desk.fields.told.text())
    desk.type("", Qt.Key.Key_Down)
    desk.is_asked("Dana Whit")
    desk.type("", Qt.Key.Key_Up)
    desk.is_asked("Ana Ruiz")
    desk.type("4711")
    desk.until(lambda: desk.sheet is None and desk.cards() == 1)
    assert desk.seat.running is not None
    assert desk.seat.running.at_desk == "ana"
    desk.until(lambda: desk.window.bar.person.text() == "Ana Ruiz")
    desk.is_active()
    QTest.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desk.is_asked("Ana Ruiz")
    assert desk.seen() == []
    desk.until(lambda: desk.record("locked") == [{"staff": "ana"}])
    assert [row["with"] for row in desk.record("signed_in")] == ["PIN"]


def test_no_key_of_the_window_works_behind_the_sheet(store: Path, sat: Callable[[Path], Sat]) -> None:
    told(store, *PINS)
    desk = sat(store)
    desk.is_asked()
    desk.is_active()
    for keys in (Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_1, Qt.Key.Key_M):
        QTest.keyClick(desk.window, keys, Qt.KeyboardModifier.ControlModifier)
    for keys in (Qt.Key.Key_Escape, Qt.Key.Key_F6, Qt.Key.Key_H):
        QTest.keyClick(desk.fields.go, keys)
    assert desk.sheet is not None
    assert desk.seen() == []
    assert not desk.window.findChildren(NewLead)
    desk.is_active()
    desk.window.quit_wanted.disconnect()  # the desk would end, and with it every window of these tests
    with desk.qtbot.waitSignal(desk.window.quit_wanted, timeout=30_000):
        QTest.keyClick(desk.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_a_wait_stands_after_a_restart_and_others_get_in(store: Path, sat: Callable[[Path], Sat]) -> None:
    told(store, *PINS)
    desk = sat(store)
    desk.is_asked()
    for count in (1, 2, 3):
        desk.type("0000")
        desk.until(lambda count=count: len(desk.record("sign_in_refused")) == count)
    desk.until(lambda: "Too many" in desk.fields.told.text())
    desk.sitting.leave()
    again = sat(store)
    again.is_asked()
    again.until(lambda: "Too many" in again.fields.told.text())
    again.type("4711")
    again.until(lambda: again.fields.pin.text() == "")
    assert again.sheet is not None, "the right PIN is not even looked at"
    again.type("", Qt.Key.Key_Down)
    again.is_asked("Dana Whit")
    again.type("8642")
    again.until(lambda: again.sheet is None)
    assert again.seat.running is not None
    assert again.seat.running.at_desk == "dana"


def test_a_code_is_asked_after_the_pin(store: Path, sat: Callable[[Path], Sat]) -> None:
    codes = told(store, *PINS, StartCodes(staff_id="ana", by=ANA))[-1]
    shown = one_time.code_at(b32decode(codes.secret.replace(" ", "")), datetime.now(UTC))
    told(store, ConfirmCodes(staff_id="ana", code=shown, by=ANA))
    desk = sat(store)
    desk.is_asked()
    desk.type("4711")
    desk.until(desk.fields.code.isVisible)
    desk.type("123")
    desk.until(lambda: "not the code" in desk.fields.told.text())
    desk.type(codes.recovery[0])
    desk.until(lambda: desk.sheet is None)


def test_the_computers_account_opens_the_board_at_once(store: Path, sat: Callable[[Path], Sat]) -> None:
    told(store, *PINS, BindAccount(staff_id="dana", account=account_here(), by=DANA))
    key = keys_of(store, no_passphrase).unlocked.key
    assert first_look(store, key, datetime.now(UTC), "ana", account_here()) is not None
    assert first_look(store, key, datetime.now(UTC), "ana", "somebody else") is None
    desk = sat(store)
    desk.until(lambda: desk.cards() == 1)
    assert desk.sheet is None
    assert desk.seat.running is not None
    assert desk.seat.running.at_desk == "dana"
    desk.window.lock_wanted.emit()
    desk.is_asked("Dana Whit")
    desk.type("")
    assert desk.sheet is not None, "once it is locked the account is not enough"


def test_who_holds_the_stores_key_can_take_a_forgotten_pin_away(
    store: Path, sat: Callable[[Path], Sat]
) -> None:
    told(store, SetPin(staff_id="dana", pin="8642", by=DANA))
    assert main(["reset-pin", "nobody", "--store", str(store)]) == 1
    assert main(["reset-pin", "Dana Whit", "--store", str(store)]) == 0
    desk = sat(store)
    desk.until(lambda: desk.cards() == 1)
    assert desk.sheet is None, "nobody signs in any more, until a PIN is set"
    assert desk.record("pin")[-1] == {"staff": "dana", "set": False}


def test_what_was_being_written_is_there_afterwards(store: Path, sat: Callable[[Path], Sat]) -> None:
    told(store, *PINS)
    desk = sat(store)
    desk.is_asked()
    desk.type("4711")
    desk.until(lambda: desk.sheet is None)
    pane = desk.open()
    pane.composer.choose("email")
    pane.composer.field.setPlainText("Hello Kim, half a thou")
    form = NewLead(desk.seat.bridge, desk.window)
    form.open()
    desk.window.lock_wanted.emit()
    desk.is_asked()
    taken: list[bool] = []
    pane.take_key = lambda event: taken.append(True) or True  # type: ignore[method-assign]  # what would reach it
    for key in (Qt.Key.Key_E, Qt.Key.Key_H, Qt.Key.Key_X):
        QTest.keyClick(desk.fields.go, key)
    assert not taken, "keys of the pane do not work behind the sheet"
    assert not [it for it in QApplication.topLevelWidgets() if it.isVisible() and it is not desk.window]
    assert desk.seen() == []
    desk.type("4711")
    desk.until(lambda: desk.sheet is None)
    assert form.isVisible()
    assert pane.isVisible()
    assert pane.composer.field.toPlainText() == "Hello Kim, half a thou"
    desk.window.lock_wanted.emit()
    desk.is_asked()
    desk.type("", Qt.Key.Key_Down)
    desk.type("8642")
    desk.until(lambda: desk.sheet is None)
    assert not form.isVisible(), "a form that Ana began is not Dana's to send"


def test_the_desk_works_on_while_it_is_locked_and_shows_it_afterwards(
    store: Path, sat: Callable[[Path], Sat]
) -> None:
    told(store, *PINS)
    desk = sat(store)
    desk.is_asked()
    running = desk.seat.running
    assert running is not None
    prospect = typed_lead(name="Lee Ode", email="lee@example.com")
    assert running.writer.call(TakeLead(prospect=prospect, key="typed:2", origin="typed"))
    assert desk.cards() == 0
    desk.type("4711")
    desk.until(lambda: desk.cards() == 2)


class Daemon:
    """The desktop's notification service, as far as the desk sees it."""

    def __init__(self) -> None:
        self.notices: list[Notice] = []

    def notify(self, notice: Notice) -> bool:
        self.notices.append(notice)
        return True


@pytest.mark.requirement("ALERT-02", "ALERT-03")
@pytest.mark.parametrize("choice", ["plain", "full"])
def test_a_notice_on_a_locked_desk_names_nobody_unless_the_store_wants_it(
    store: Path, sat: Callable[[Path], Sat], choice: str
) -> None:
    told(store, *PINS, SaveSettings(values={"sign_in.alerts": choice}, by=DANA))
    desk, daemon = sat(store), Daemon()
    desk.is_asked()
    desk.seat.notices.use(daemon)
    running = desk.seat.running
    assert running is not None
    prospect = typed_lead(name="Lee Ode", email="lee@example.com")
    running.writer.call(TakeLead(prospect=prospect, key="typed:2", origin="typed", owner="ana"))
    desk.until(lambda: bool(daemon.notices))
    notice = daemon.notices[0]
    assert ("Lee" in notice.title + notice.body) == (choice == "full")
    assert notice.actions == ("open",), "nothing is done for anybody before they signed in"
    desk.seat.notices.choose(notice.alert_id, "open")
    desk.type("4711")
    desk.until(lambda: isinstance(desk.window.pane, LeadPane) and desk.window.pane.isVisible())


def test_after_its_minutes_without_a_touch_it_locks_and_a_key_puts_that_off(
    store: Path, sat: Callable[[Path], Sat]
) -> None:
    told(store, *PINS, SaveSettings(values={"sign_in.lock_minutes": 7}, by=DANA))
    desk = sat(store)
    desk.is_asked()
    desk.type("4711")
    desk.until(lambda: desk.sheet is None)
    locking = desk.seat.locking
    assert locking is not None
    idle, now = locking.idle, [datetime(2026, 3, 3, 17, 0, tzinfo=UTC)]
    desk.until(lambda: idle.limit == timedelta(minutes=7))
    idle._now = lambda: now[0]
    idle.touched()
    now[0] += timedelta(minutes=6)
    handle = desk.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    now[0] += timedelta(minutes=6)
    idle.look()
    assert desk.sheet is None
    now[0] += timedelta(minutes=2)
    idle.look()
    desk.is_asked("Ana Ruiz")


def test_without_a_pin_nobody_is_asked_and_the_lock_says_what_is_missing(
    store: Path, sat: Callable[[Path], Sat]
) -> None:
    desk = sat(store)
    desk.until(lambda: desk.cards() == 1)
    assert desk.sheet is None
    desk.window.lock_wanted.emit()
    assert "Set a PIN" in desk.window.note.words.text()
    assert desk.sheet is None


def test_opening_a_lead_stands_in_the_record(store: Path, sat: Callable[[Path], Sat]) -> None:
    desk = sat(store)
    desk.open()
    desk.until(lambda: [row["staff"] for row in desk.record("viewed")] == ["ana"])
