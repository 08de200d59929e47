"""The frame and the window: top bar, red strips, search, toasts, and what a press asks of the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.models import commands as c
from desk.models.changes import Changes, Happened
from desk.models.snapshots.board import BoardView, ColumnView, TimerView
from desk.models.snapshots.frame import AlertView, ChannelHealth, FoundRow, ShellView
from desk.models.snapshots.today import Routine
from desk.models.time import TurnedClock
from desk.services.bridge import Trouble
from desk.views.gallery import samples
from desk.views.gallery.samples import CARDS, NOW, ZONE
from desk.views.main_window import MainWindow
from desk.views.regions import next_region
from desk.views.shell import Strips, TopBar, next_send_words
from desk.views.theme import Theme
from desk.views.toasts import acts_of


@dataclass
class Store:
    """What the desk would answer."""

    shell_view: ShellView = field(default_factory=samples.shell)
    rows: list[FoundRow] = field(default_factory=list)

    def routine(self) -> Routine:
        return Routine(time(12), time(16), timedelta(hours=3), timedelta(minutes=10), timedelta(minutes=30))

    def shell(self) -> ShellView:
        return self.shell_view

    def board(self, who: str) -> BoardView:
        return samples.board()

    def board_page(self, stage: str, cursor: str, who: str) -> ColumnView:
        return ColumnView(stage, 0, 0, ())

    def lost_reasons(self) -> Sequence[tuple[str, str]]:
        return (("no_response", "No answer from the customer"), ("bought_elsewhere", "Bought elsewhere"))

    def found(self, words: str) -> Sequence[FoundRow]:
        return self.rows


class Desk(QObject):
    """The bridge's shape over a store of samples: answers at once, remembers commands."""

    changed = Signal(object)
    alert = Signal(object)
    failed = Signal(object)

    def __init__(self, clock: TurnedClock) -> None:
        super().__init__()
        self.now = clock.now
        self.store = Store()
        self.ran: list[c.Command] = []
        self.refusal: Any = None

    def ask(
        self, question: Callable[[Any], Any], success: Callable[[Any], None], failure: Any = None
    ) -> None:
        success(question(self.store))

    def run(self, command: c.Command, success: Any = None, failure: Any = None) -> None:
        self.ran.append(command)
        if self.refusal is not None:
            failure(self.refusal)
        elif success is not None:
            success(None)


class Beside(QWidget):
    """A pane that remembers what it showed."""

    closed = Signal()
    opened_wide = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[str, tuple[int, int]]] = []
        self.keys: list[str] = []

    def show_lead(self, lead_id: str, place: tuple[int, int]) -> None:
        self.shown.append((lead_id, place))

    def take_key(self, event: QKeyEvent) -> bool:
        self.keys.append(event.text())
        return True


@pytest.fixture
def desk(clock: TurnedClock) -> Desk:
    return Desk(clock)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, desk: Desk) -> MainWindow:
    made = MainWindow(desk, ZONE, samples.board())
    made.set_pane_maker(Beside)
    qtbot.addWidget(made)
    made.refresh()
    made.resize(1440, 900)
    made.show()
    return made


AISHA = next(card for card in CARDS if card.name == "Aisha Karim")
ALERT = AlertView(
    id="alert-1", kind="doorbell", lead_id=AISHA.id, title="New lead: Aisha Karim", name="Aisha Karim",
    body="Highlander XLE, U3401. Asked for a call.", next="Call", raised=NOW, timer=TimerView(),
    temperature=88, band="hot", claimable=True, callable=True,
)  # fmt: skip


@pytest.mark.requirement("DESK-01")
def test_the_pane_is_made_with_the_first_lead_and_folds_the_board(window: MainWindow) -> None:
    assert window.pane is None
    window.board.select_lead(AISHA.id)
    pane = window.pane
    assert isinstance(pane, Beside)
    assert pane.shown == [(AISHA.id, (1, 11))]
    assert window.board.folded
    pane.closed.emit()
    assert pane.isHidden()
    assert not window.board.folded
    assert window.board.selected_card() is None


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize(
    ("width", "scale", "beside"), [(1440, 1.0, True), (1100, 1.0, False), (1440, 2.0, False)]
)
def test_the_pane_lies_over_the_board_where_there_is_no_room(
    window: MainWindow, theme: Theme, width: int, scale: float, beside: bool
) -> None:
    theme.switch(scale=scale)
    window.resize(width, 800)
    window.board.select_lead(AISHA.id)
    QApplication.processEvents()
    assert window.pane is not None
    assert (window.splitter.indexOf(window.pane) >= 0) is beside
    assert window.pane.isVisible()
    assert window.board.folded is beside


@pytest.mark.requirement("DESK-01")
def test_keys_the_board_does_not_know_are_the_panes(qtbot: QtBot, window: MainWindow) -> None:
    window.board.select_lead(AISHA.id)
    for pressed in (Qt.Key.Key_H, Qt.Key.Key_J, Qt.Key.Key_G):
        qtbot.keyClick(window.board.columns["engaged"].list, pressed)
    assert isinstance(window.pane, Beside)
    assert window.pane.keys == ["h", "g"]
    window.overlays.find()
    qtbot.keyClicks(window.overlays.palette.box, "r")
    assert window.pane.keys == ["h", "g"]


@pytest.mark.requirement("LEAD-05")
def test_a_move_is_asked_of_the_desk(window: MainWindow, desk: Desk) -> None:
    window.board.select_lead(AISHA.id)
    window.board.ask_move("qualified")
    assert desk.ran == [c.MoveLead(lead_id=AISHA.id, stage="qualified")]


@pytest.mark.requirement("LEAD-06")
def test_lost_asks_for_its_reason_first(window: MainWindow, desk: Desk) -> None:
    from desk.views.reason import LostReason

    window.board.select_lead(AISHA.id)
    window.board.ask_move("lost")
    assert desk.ran == []
    dialog = window.findChild(LostReason)
    dialog.choice.setCurrentIndex(1)
    dialog.move_button.click()
    assert desk.ran == [c.MoveLead(lead_id=AISHA.id, stage="lost", reason="bought_elsewhere")]


@pytest.mark.requirement("LEAD-06", "FLOW-17")
def test_a_lead_closed_too_early_is_refused_where_the_reason_was_given(
    window: MainWindow, desk: Desk
) -> None:
    from desk.views.reason import LostReason

    desk.refusal = Trouble("It is too early to close this lead as no response.", "Give another reason.")
    window.board.select_lead(AISHA.id)
    window.board.ask_move("lost")
    dialog = window.findChild(LostReason)
    dialog.move_button.click()
    assert dialog.isVisible()
    assert dialog.refusal.text() == "It is too early to close this lead as no response. Give another reason."
    assert dialog.move_button.isEnabled()
    dialog.reject()


REFUSED = Trouble("A live order cannot be held.", "Move it instead.")


@pytest.mark.requirement("FLOW-03")
def test_a_refusal_is_said_in_place(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    desk.refusal = REFUSED
    window.board.select_lead(AISHA.id)
    window.board.ask_move("qualified")
    note, column = window.board.refusal, window.board.columns["qualified"]
    assert note.words.text() == "A live order cannot be held. Move it instead."
    assert note.isVisible()
    assert (
        abs(note.mapToGlobal(note.rect().topLeft()).x() - column.mapToGlobal(column.rect().topLeft()).x())
        < 12
    )
    qtbot.keyClick(window.board.columns["engaged"].list, Qt.Key.Key_Escape)
    assert note.isHidden()
    assert window.pane is not None
    assert window.pane.isVisible()  # the first Esc puts away the refusal, the next the lead


@pytest.mark.requirement("DESK-01")
def test_a_commit_reads_again_what_it_touched(window: MainWindow, desk: Desk) -> None:
    desk.store.shell_view = replace(samples.shell(), alerts_new=0, alerts_open=0)
    desk.changed.emit(Changes(kinds=frozenset({"alerts"})))
    assert window.bar.doorbell.text() == "No alerts"
    assert window.bar.doorbell.kind == "default"


@pytest.mark.requirement("DESK-10")
def test_a_line_that_is_down_is_told_in_words(qtbot: QtBot, theme: Theme) -> None:
    strips = Strips()
    qtbot.addWidget(strips)
    strips.show_channels([ChannelHealth("mail in", True, NOW, "Reading mail")])
    assert strips.isHidden()
    down = ChannelHealth("texts", False, NOW, "Texts down since 9:02 AM. 3 messages wait.", waiting=3)
    strips.show_channels([down])
    strip = strips.findChild(QWidget)
    assert strip.accessibleName() == "Texts down since 9:02 AM. 3 messages wait."
    with qtbot.waitSignal(strips.look_pressed) as looked:
        strip.acted.emit("Look")
    assert looked.args == ["texts"]


@pytest.mark.requirement("FLOW-13")
@pytest.mark.parametrize(
    ("due", "words", "shown"),
    [
        (NOW + timedelta(minutes=8), "", "Next send 9:20"),
        (NOW + timedelta(days=1), "", "Next send Wed 9:12"),
        (None, "", "Nothing to send"),
        (NOW, "Held until texting answers", "Held until texting answers"),
    ],
)
def test_what_is_sent_next(due: datetime | None, words: str, shown: str) -> None:
    assert next_send_words(replace(samples.shell(), next_send=due, next_send_words=words), NOW) == shown


@pytest.mark.requirement("DESK-04")
def test_the_top_bar_names_the_person(qtbot: QtBot, theme: Theme) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_shell(samples.shell(), NOW)
    assert bar.person.accessibleName() == "Signed in: Dana Whitlock, Desk manager"
    assert bar.doorbell.accessibleName() == "3 new"


@pytest.mark.requirement("DESK-01")
def test_search_asks_once_and_opens_what_is_taken(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    desk.store.rows = [FoundRow("lead", AISHA.id, AISHA.name, AISHA.vehicle, AISHA.stage)]
    window.overlays.find()
    palette = window.overlays.palette
    with qtbot.waitSignal(palette.asked) as asked:
        qtbot.keyClicks(palette.box, "aish")
    assert asked.args == ["aish"]
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    card = window.board.selected_card()
    assert card is not None
    assert card.id == AISHA.id
    assert palette.isHidden()


@pytest.mark.requirement("ALERT-03")
@pytest.mark.parametrize(
    ("act", "asked"),
    [
        ("claim", [c.ClaimLead(lead_id=AISHA.id), c.SeeAlert(alert_id="alert-1")]),
        ("open", [c.SeeAlert(alert_id="alert-1")]),
        ("snooze", [c.SnoozeAlert(alert_id="alert-1", until=NOW + timedelta(minutes=10))]),
    ],
)
def test_an_alert_is_claimed_opened_or_snoozed_from_its_toast(
    window: MainWindow, desk: Desk, act: str, asked: list[c.Command]
) -> None:
    desk.alert.emit(ALERT)
    toast = window.toasts.toasts[0]
    toast.acted.emit(act)
    assert desk.ran == asked
    card = window.board.selected_card()
    assert (card is not None) is (act != "snooze")
    toast.close()


@pytest.mark.requirement("ALERT-03")
def test_three_toasts_stand_and_the_rest_wait(window: MainWindow, desk: Desk) -> None:
    for n in range(5):
        desk.alert.emit(replace(ALERT, id=f"alert-{n}"))
    desk.alert.emit(replace(ALERT, id="alert-0"))
    stack = window.toasts
    assert [toast.alert.id for toast in stack.toasts] == ["alert-0", "alert-1", "alert-2"]
    stack.toasts[1].close()
    assert [toast.alert.id for toast in stack.toasts] == ["alert-0", "alert-2", "alert-3"]
    assert [alert.id for alert in stack.waiting] == ["alert-4"]
    for toast in list(stack.toasts):
        toast.close()
    for toast in list(stack.toasts):
        toast.close()


@pytest.mark.requirement("ALERT-03")
def test_an_alert_offers_only_what_can_be_done() -> None:
    assert [act for act, _ in acts_of(ALERT)] == ["claim", "call", "open", "snooze"]
    plain = replace(ALERT, claimable=False, callable=False)
    assert [act for act, _ in acts_of(plain)] == ["open", "snooze"]


@pytest.mark.requirement("DESK-01")
def test_f6_goes_round_the_regions(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    seen = []
    for _ in range(3):
        next_region(window)
        focused = window.focusWidget()
        seen.append(next(r for r in (window.rail, window.bar, window.board) if r.isAncestorOf(focused)))
    assert seen == [window.rail, window.bar, window.board]


@pytest.mark.requirement("DESK-02")
def test_closing_goes_to_the_tray_where_there_is_one(qtbot: QtBot, window: MainWindow) -> None:
    window.stays_in_tray = True
    with qtbot.waitSignal(window.hidden):
        window.close()
    assert window.isHidden()
    assert not window.pulse._timer.isActive()
    window.stays_in_tray = False


def moved(to: str = "qualified", by: str = "dana", act: str = "move") -> Changes:
    """What a move publishes."""
    happened = Happened(at=NOW, kind="stage", lead_id=AISHA.id, data={"from": "engaged", "to": to}, why=())
    return Changes(leads=frozenset({AISHA.id}), act=act, by=by, happened=(happened,), txn="txn-7")


@pytest.mark.requirement("FLOW-11")
def test_what_one_did_can_be_taken_back_by_its_name(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    desk.changed.emit(moved())
    strip = window.overlays.undo_strip
    assert strip.words.text() == "Undo: move Aisha Karim to Qualified"
    assert window.rect().contains(strip.geometry())
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.ran == [c.Undo(txn="txn-7")]
    assert strip.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.ran) == 1


@pytest.mark.requirement("FLOW-11")
@pytest.mark.parametrize(
    "changes", [moved(by="marcus"), moved(by=""), moved(act="undo"), replace(moved(), happened=())]
)
def test_only_ones_own_acts_are_offered(window: MainWindow, desk: Desk, changes: Changes) -> None:
    desk.changed.emit(changes)
    assert window.overlays.undo_strip.isHidden()


@pytest.mark.requirement("FLOW-11")
def test_what_cannot_be_taken_back_says_why_in_place(window: MainWindow, desk: Desk) -> None:
    desk.refusal = Trouble("The lead has moved on to sold since.", "Change it by hand instead.")
    desk.changed.emit(moved())
    strip = window.overlays.undo_strip
    strip.undo.click()
    assert strip.words.text() == "The lead has moved on to sold since. Change it by hand instead."
    assert strip.undo.isHidden()
    strip.told(("Marcus has it now.",))
    assert strip.words.text() == "Marcus has it now."
    strip.away.click()
    assert strip.isHidden()
