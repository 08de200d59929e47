"""The main window: rail, top bar, board, and the pane beside it. It assembles; the parts do the work."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desk.models.quiet import WHILE_PAINTING
from desk.views.beside import Beside
from desk.views.board.board import Board
from desk.views.board.source import BridgeSource
from desk.views.overlays import Overlays
from desk.views.pulse import Pulse
from desk.views.rail import Rail, Screen
from desk.views.shell import Strips, TopBar
from desk.views.text import say, told
from desk.views.theme import Theme
from desk.views.throttle import POURING_MS, Throttle

if TYPE_CHECKING:  # none of these before the first frame
    from desk.models.changes import Changes
    from desk.models.commands import Command
    from desk.models.snapshots.board import BoardView
    from desk.models.snapshots.frame import AlertView, ShellView
    from desk.models.snapshots.today import Routine
    from desk.views import widgets as w
    from desk.views.bridge_protocol import Bridge
    from desk.views.toasts import ToastStack

READY_MS = 60  # after the first frame: the first cards go before the keys


class MainWindow(QMainWindow):
    """Given the bridge, the zone and, if known, the first board, it paints before anything is asked.

    Other screens come in by ``add_screen``, the pane (``bridge_protocol.Pane``) by ``set_pane_maker``. ``first_painted``
    fires once, after the first frame: what is not seen in it is made then. ``hidden`` fires when the window is
    closed to the tray, ``person_chosen`` when another person takes the desk.
    """

    first_painted = Signal()
    hidden = Signal()
    person_chosen = Signal(str)
    doorbell_pressed = Signal()
    new_lead_requested = Signal()
    call_requested = Signal(str)
    setting_wanted = Signal(str)
    lock_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self, bridge: Bridge, zone: str, first: BoardView | None = None, screens: tuple[Screen, ...] = ()
    ) -> None:
        super().__init__()
        self._bridge, self._zone = bridge, zone
        self.stays_in_tray = self.is_locked = False
        self.is_quiet: Callable[[], bool] = lambda: False
        self.pulse = Pulse(bridge.now, self)
        self.source = BridgeSource(bridge)
        self.board = Board(self.source, self.pulse, zone)
        self.rail = Rail((_board_screen(), *screens))
        self.bar, self.strips = TopBar(), Strips()
        self._page = QVBoxLayout()
        self._was_painted = self._is_ready = False
        self.shell: ShellView | None = None
        self._board_due, self._shell_due = (
            Throttle(self._follow_board, self, most_ms=POURING_MS),
            Throttle(self.refresh_shell, self, most_ms=POURING_MS),
        )
        self.stack = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.overlays = Overlays(self, bridge)
        self.beside = Beside(self.board, self.splitter, self.stack)
        self._screens: dict[str, QWidget] = {}
        self._going = ""
        self._build()
        self._connect()
        self.board.setFocus()
        if first is not None:
            self.board.show_board(first)

    # --- parts ---

    def _build(self) -> None:
        self.setWindowTitle(say("Sales Desk"))
        self.setMinimumSize(QSize(1100, 700))
        self.add_screen("board", self.splitter)
        self.rail.choose("board")
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        for part in (self.bar, self.strips):
            self._page.addWidget(part)
        self._page.addWidget(self.stack, 1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._page, 1)
        self.setCentralWidget(inside)

    def get_ready(self) -> None:
        """What the first frame does without: the keys, and the mark in the task bar. Done once."""
        if self._is_ready:
            return
        from desk.views.icons import app_icon
        from desk.views.keys import bind_keys

        self._is_ready = True
        bind_keys(self)
        tokens = Theme.current().tokens
        self.setWindowIcon(app_icon(tokens["accent"], tokens["on_accent"]))

    @cached_property
    def note(self) -> w.ErrorStrip:
        """The strip that says what was refused or failed."""
        from desk.views import widgets as w

        made = w.ErrorStrip(actions=(say("Close"),))
        made.acted.connect(lambda _: made.say(""))
        self._page.insertWidget(2, made)
        return made

    @cached_property
    def toasts(self) -> ToastStack:
        from desk.views.toasts import ToastStack

        made = ToastStack(self.pulse, self._zone, self)
        made.acted.connect(self.act_on_alert)
        return made

    def add_screen(self, key: str, widget: QWidget) -> None:
        """Put a screen behind a key of the rail."""
        self._screens[key] = widget
        self.stack.addWidget(widget)
        if (code := getattr(widget, "code", None)) is not None:
            code.here.connect(lambda: self._came(key))

    def go_to(self, key: str) -> None:
        """A person wants a screen: what it is made of comes on another thread first, and the window stays alive."""
        self._going, code = key, getattr(self._screens.get(key), "code", None)
        if code is None:
            self.show_screen(key)
        else:
            code.want()

    def _came(self, key: str) -> None:
        """What a screen is made of is here: it is made, and shown in the next turn."""
        if key == self._going:
            getattr(self._screens[key], "screen_made", None)
            QTimer.singleShot(0, self, lambda: self.show_screen(key) if key == self._going else None)

    def show_screen(self, key: str) -> None:
        """Go to a screen; one that is made later is made first, because Qt dies of a page built while it is being shown."""
        self._going = key
        if key in self._screens:
            screen = self._screens[key]
            getattr(screen, "screen_made", None)
            self.stack.setCurrentWidget(screen)
            self.rail.choose(
                "board" if key == "lead" else key
            )  # a lead is one of the board's, wherever it was opened

    def _connect(self) -> None:
        bridge, board, bar = self._bridge, self.board, self.bar
        bridge.changed.connect(self._changed)
        bridge.alert.connect(self._ring)
        bridge.failed.connect(self.show_trouble)
        board.lead_selected.connect(self.open_pane)
        board.lead_opened.connect(self.open_pane)
        board.move_requested.connect(self.move_lead)
        board.new_lead_requested.connect(self.new_lead_requested)
        board.escaped.connect(self.close_pane)
        board.marks.changed.connect(self.overlays.follow_marks)
        board.many_wanted.connect(self.overlays.reach_marks)
        board.head.views.save_wanted.connect(self.overlays.save_view)
        board.head.views.dropped.connect(self.overlays.drop_view)
        self.rail.chosen.connect(self.go_to)
        bar.find_pressed.connect(self.overlays.find)
        bar.doorbell_pressed.connect(self.doorbell_pressed)
        bar.person.switched.connect(self.overlays.switch_person)
        bar.person.lock_pressed.connect(self.lock_wanted)
        bar.person.quit_pressed.connect(self.quit_wanted)
        self.pulse.minute.connect(self._shell_due)

    # --- facts in ---

    def refresh(self) -> None:
        """Read board and frame anew; what is shown stays until the answer is here."""
        self.board.read()
        self.refresh_shell()

    def _follow_board(self) -> None:
        """Something changed on the board."""
        self.board.read(gently=True)

    @property
    def zone(self) -> str:
        """The store's zone, in which this window shows its times."""
        return self._zone

    def set_zone(self, zone: str) -> None:
        """The store's zone, when it is known or has changed."""
        if zone != self._zone:
            self._zone = zone
            self.board.set_zone(zone)

    def refresh_shell(self) -> None:
        self._bridge.ask(lambda read: read.shell(), self.show_shell)

    def show_shell(self, view: ShellView) -> None:
        self.rail.set_count("alerts", view.alerts_open)
        if view == self.shell:
            return
        self.shell = view
        self.set_zone(view.zone)
        self.board.head.narrowing.people = view.people
        self.board.head.views.views = view.views
        self.setWindowTitle(say("{store} · Sales Desk", store=view.store_name))
        self.bar.show_shell(view, self.pulse.now())
        self.strips.show_channels(view.channels)

    def _changed(self, changes: Changes) -> None:
        """Read again only what this window shows and the commit touched."""
        if changes.leads or "staff" in changes.kinds:
            self._board_due(soon=bool(changes.by))
        self._shell_due(soon=bool(changes.by))
        self.overlays.offer_undo(changes)

    def show_trouble(self, trouble: Any) -> None:
        """What failed and what to do, in place under the top bar; never a modal for background trouble."""
        self.note.say(trouble_words(trouble))

    # --- the pane ---

    @property
    def pane(self) -> QWidget | None:
        """What stands beside the board, once a lead was selected."""
        return self.beside.pane

    def set_pane_maker(self, make: Callable[[], QWidget], module: str = "") -> None:
        """How to make the pane (``bridge_protocol.Pane``) when the first lead is selected; not a moment earlier.

        ``module`` is what it is made of, where that shall be brought in on another thread first.
        """
        self.beside.make = make
        if module:
            self.beside.bring(module)

    def open_pane(self, lead_id: str) -> None:
        self.beside.show_lead(lead_id)

    def close_pane(self) -> None:
        self.beside.close()

    # --- acts ---

    def move_lead(self, lead_id: str, stage: str) -> None:
        """Ask the desk to move a lead; Lost asks for its reason first, and Sold is a sale with its credit (COVER-05)."""
        from desk.models import commands as c

        if stage != "lost":
            sold = stage == "sold"
            moved = c.RecordSale(lead_id=lead_id) if sold else c.MoveLead(lead_id=lead_id, stage=stage)
            self._bridge.run(moved, None, lambda why: self._refuse_move(stage, why))
            return
        from desk.views.reason import LostReason

        card = self.board.selected_card()
        ask = LostReason(card.name if card is not None and card.id == lead_id else say("this lead"), self)
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge.ask(lambda read: read.lost_reasons(), ask.show_reasons)
        ask.given.connect(
            lambda why: self._bridge.run(
                c.MoveLead(lead_id=lead_id, stage="lost", reason=why), ask.taken, ask.troubled
            )
        )
        ask.open()

    def _refuse_move(self, stage: str, trouble: Any) -> None:
        """A refused move is explained beside the column it was meant for; elsewhere under the top bar."""
        if self.board.isVisible():
            self.board.refuse(stage, trouble_words(trouble))
        else:
            self.show_trouble(trouble)

    def _ring(self, alert: AlertView) -> None:
        """While somebody wants quiet an alert only counts: at the doorbell, at the tray, in the centre."""
        if not self.is_quiet():
            self.toasts.show_alert(alert)

    def act_on_alert(self, alert: AlertView, act: str) -> None:
        """An act taken from a toast or a notice: open, claim, snooze or call."""
        from desk.models import commands as c

        if act == "claim":
            self._run(c.ClaimLead(lead_id=alert.lead_id))
        elif act == "snooze":
            self._bridge.ask(lambda read: read.routine(), lambda routine: self._snooze(alert, routine))
            return
        elif act == "call":
            self.call_requested.emit(alert.lead_id)
        self._run(c.SeeAlert(alert_id=alert.id))
        self.open_lead(alert.lead_id)

    def _snooze(self, alert: AlertView, routine: Routine) -> None:
        from desk.models import commands as c

        self._run(c.SnoozeAlert(alert_id=alert.id, until=self.pulse.now() + routine.snooze))

    def _run(self, command: Command) -> None:
        self._bridge.run(command, None, self.show_trouble)

    def open_lead(self, lead_id: str) -> None:
        """Bring the window to the front with this lead."""
        if not lead_id:
            return
        self.show_screen("board")
        self.show()
        self.raise_()
        self.activateWindow()
        if not self.board.select_lead(lead_id):
            self.open_pane(lead_id)

    def toggle_rail(self) -> None:
        """Words beside the rail's icons, or icons alone (Ctrl+B)."""
        self.rail.set_wide(not self.rail.wants_wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key nobody took on the board is the pane's: hold, claim, reply. A text field has taken its own by then."""
        if not self.beside.take_key(event):
            super().keyPressEvent(event)

    # --- the window itself ---

    def event(self, event: QEvent) -> bool:
        """A frame of the whole window is painted while the engines keep quiet."""
        if event.type() == QEvent.Type.UpdateRequest:
            with WHILE_PAINTING.kept():
                return super().event(event)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._painted)  # once the children are painted too

    def _painted(self) -> None:
        self.first_painted.emit()
        QTimer.singleShot(READY_MS, self, self.get_ready)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._keep_time()

    def showEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().showEvent(event)  # type: ignore[arg-type]
        self._keep_time()

    def hideEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().hideEvent(event)  # type: ignore[arg-type]
        self.pulse.stop()

    def _keep_time(self) -> None:
        """The second hand only moves while someone can see it."""
        if self.isVisible() and not self.isMinimized():
            self.pulse.start()
        else:
            self.pulse.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing goes to the tray where there is one; leaving is an act of its own."""
        if self.stays_in_tray:
            event.ignore()
            self.hide()
            self.hidden.emit()
        else:
            super().closeEvent(event)


def trouble_words(trouble: Any) -> str:
    """What failed, and what to do."""
    words = getattr(trouble, "words", "") or str(trouble)
    return " ".join(told(part) for part in (words, getattr(trouble, "do", "")) if part)


def _board_screen() -> Screen:
    return Screen("board", "square-kanban", say("Board"), "Ctrl+2")
