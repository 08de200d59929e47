"""The main window: rail, top bar, board, and the pane beside it. It assembles; the parts do the work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desk.models.changes import Changes
from desk.models.snapshots import AlertView, BoardView, ColumnView, FoundRow, ShellView
from desk.views import widgets as w
from desk.views.board.board import Board
from desk.views.bridge_protocol import Bridge
from desk.views.icons import app_icon
from desk.views.pulse import Pulse
from desk.views.reason import LostReason
from desk.views.shell import Rail, Screen, Strips, TopBar
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.toasts import ToastStack

if TYPE_CHECKING:
    from desk.models.commands import Command

PANE, PANE_LEAST, PANE_MOST = 420, 360, 560
SNOOZE = timedelta(minutes=10)


class Pane(Protocol):
    """What stands beside the board: a widget that shows a lead, and says when to close or widen it."""

    closed: Any
    opened_wide: Any

    def show_lead(self, lead_id: str, place: tuple[int, int]) -> None: ...
    def take_key(self, event: QKeyEvent) -> bool:
        """A single key pressed while the board holds the focus; True when the pane acted on it."""
        ...


class BridgeSource:
    """Reads the board for the board, through the bridge."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def board(self, whose: str, then: Callable[[BoardView], None]) -> None:
        self._bridge.ask(lambda read: read.board(whose), then)

    def page(self, stage: str, cursor: str, whose: str, then: Callable[[ColumnView], None]) -> None:
        self._bridge.ask(lambda read: read.board_page(stage, cursor, whose), then)


class MainWindow(QMainWindow):
    """Given the bridge, the zone and, if known, the first board, it paints before anything is asked.

    Other screens come in by ``add_screen``, the pane by ``set_pane_maker``. ``hidden`` fires when the window
    is closed to the tray, ``person_chosen`` when another person takes the desk.
    """

    hidden = Signal()
    person_chosen = Signal(str)
    doorbell_pressed = Signal()
    new_lead_requested = Signal()
    call_requested = Signal(str)

    def __init__(
        self, bridge: Bridge, zone: str, first: BoardView | None = None, screens: tuple[Screen, ...] = ()
    ) -> None:
        super().__init__()
        self._bridge, self._zone = bridge, zone
        self.stays_in_tray = False
        self.pulse = Pulse(bridge.now, self)
        self.source = BridgeSource(bridge)
        self.board = Board(self.source, self.pulse, zone)
        self.rail = Rail((_board_screen(), *screens))
        self.bar, self.strips, self.note = TopBar(), Strips(), w.ErrorStrip()
        self.toasts = ToastStack(self.pulse, zone, self)
        self.stack = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._make_pane: Callable[[], QWidget] | None = None
        self.pane: QWidget | None = None
        self._screens: dict[str, QWidget] = {}
        self._build()
        self._connect()
        self._bind_keys()
        self.board.setFocus()
        if first is not None:
            self.board.show_board(first)

    # --- parts ---

    def _build(self) -> None:
        self.setWindowTitle(say("Sales Desk"))
        self._put_mark()
        self.setMinimumSize(QSize(1100, 700))
        self.splitter.addWidget(self.board)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.add_screen("board", self.splitter)
        self.rail.choose("board")
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        for part in (self.bar, self.strips, self.note):
            page.addWidget(part)
        page.addWidget(self.stack, 1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(page, 1)
        self.setCentralWidget(inside)

    def _put_mark(self) -> None:
        tokens = Theme.current().tokens
        self.setWindowIcon(app_icon(tokens["accent"], tokens["on_accent"]))

    def add_screen(self, key: str, widget: QWidget) -> None:
        """Put a screen behind a key of the rail."""
        self._screens[key] = widget
        self.stack.addWidget(widget)

    def show_screen(self, key: str) -> None:
        """Go to a screen; one that is made later is made first, because Qt dies of a page built while it is being shown."""
        if key in self._screens:
            screen = self._screens[key]
            getattr(screen, "screen_made", None)
            self.stack.setCurrentWidget(screen)
            self.rail.choose(key)

    def set_pane_maker(self, make: Callable[[], QWidget]) -> None:
        """How to make the pane (see ``Pane``) when the first lead is selected; not a moment earlier."""
        self._make_pane = make

    def _connect(self) -> None:
        bridge, board, bar = self._bridge, self.board, self.bar
        bridge.changed.connect(self._changed)
        bridge.alert.connect(self.toasts.show_alert)
        bridge.failed.connect(self.show_trouble)
        board.lead_selected.connect(self.open_pane)
        board.lead_opened.connect(self.open_pane)
        board.move_requested.connect(self.move_lead)
        board.new_lead_requested.connect(self.new_lead_requested)
        board.escaped.connect(self.close_pane)
        self.rail.chosen.connect(self.show_screen)
        bar.search.asked.connect(self._search)
        bar.search.chosen.connect(self._found)
        bar.doorbell_pressed.connect(self.doorbell_pressed)
        bar.person.switched.connect(self.person_chosen)
        self.toasts.acted.connect(self._act_on)
        self.pulse.minute.connect(self.refresh_shell)
        Theme.current().changed.connect(self._fit_pane)

    def _bind_keys(self) -> None:
        for keys in ("Ctrl+K", "/"):
            QShortcut(QKeySequence(keys), self, self.find)
        QShortcut(QKeySequence("F6"), self, self.next_region)

    # --- facts in ---

    def refresh(self) -> None:
        """Read board and frame anew; what is shown stays until the answer is here."""
        self.source.board(self.board.head.whose.choice(), self.board.show_board)
        self.refresh_shell()

    def refresh_shell(self) -> None:
        self._bridge.ask(lambda read: read.shell(), self.show_shell)

    def show_shell(self, view: ShellView) -> None:
        self.setWindowTitle(say("{store} · Sales Desk", store=view.store_name))
        self.bar.show_shell(view, self.pulse.now())
        self.strips.show_channels(view.channels)
        self.rail.set_count("quarantine", view.quarantined, urgent=True)
        self.rail.set_count("alerts", view.alerts_open)

    def _changed(self, changes: Changes) -> None:
        """Read again only what this window shows and the commit touched."""
        if changes.leads or "staff" in changes.kinds:
            self.source.board(self.board.head.whose.choice(), self.board.show_board)
        self.refresh_shell()

    def show_trouble(self, trouble: Any) -> None:
        """What failed and what to do, in place under the top bar; never a modal for background trouble."""
        words = getattr(trouble, "words", "") or str(trouble)
        self.note.say(" ".join(part for part in (words, getattr(trouble, "do", "")) if part))

    # --- the pane ---

    def open_pane(self, lead_id: str) -> None:
        if self.pane is None and self._make_pane is not None:
            self._place_pane(self._make_pane())
        if self.pane is not None:
            self.pane.show_lead(lead_id, self.board.place())  # type: ignore[attr-defined]  # it is a Pane
            self.pane.show()
            self._fit_pane()

    def _place_pane(self, pane: QWidget) -> None:
        self.pane = pane
        pane.closed.connect(self.close_pane)  # type: ignore[attr-defined]  # it is a Pane
        pane.setMinimumWidth(PANE_LEAST)
        pane.setMaximumWidth(PANE_MOST)

    def close_pane(self) -> None:
        if self.pane is not None:
            self.pane.hide()
        self.board.fold(False)
        self.board.clear_selection()

    def _fit_pane(self) -> None:
        """Beside the board the pane folds Sold and Lost; where there is no room it lies over the board."""
        if self.pane is None or self.pane.isHidden():
            return
        beside = self.splitter.width() - PANE >= self.board.least_beside() and not Theme.current().is_large
        self.board.fold(beside)
        if beside and self.splitter.indexOf(self.pane) < 0:
            self.pane.setMaximumWidth(PANE_MOST)
            self.splitter.addWidget(self.pane)
            self.splitter.setStretchFactor(0, 1)
            self.splitter.setSizes([self.splitter.width() - PANE, PANE])
        elif not beside:
            self._lay_over(self.pane)
        self.pane.show()

    def _lay_over(self, pane: QWidget) -> None:
        if self.splitter.indexOf(pane) >= 0 or pane.parentWidget() is not self.stack:
            pane.setParent(self.stack)
        width = min(max(PANE, Theme.current().px(306)), self.stack.width())
        pane.setMaximumWidth(width)
        pane.setGeometry(self.stack.width() - width, 0, width, self.stack.height())
        pane.raise_()

    # --- acts ---

    def move_lead(self, lead_id: str, stage: str) -> None:
        """Ask the desk to move a lead; Lost asks for its reason first."""
        from desk.models import commands as c

        if stage != "lost":
            self._run(c.MoveLead(lead_id=lead_id, stage=stage))
            return
        card = self.board.selected_card()
        ask = LostReason(card.name if card is not None and card.id == lead_id else say("this lead"), self)
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.given.connect(lambda why: self._run(c.MoveLead(lead_id=lead_id, stage="lost", reason=why)))
        ask.open()

    def _act_on(self, alert: AlertView, act: str) -> None:
        """An act taken from a toast."""
        from desk.models import commands as c

        if act == "claim":
            self._run(c.ClaimLead(lead_id=alert.lead_id))
        elif act == "snooze":
            self._run(c.SnoozeAlert(alert_id=alert.id, until=self.pulse.now() + SNOOZE))
            return
        elif act == "call":
            self.call_requested.emit(alert.lead_id)
        self._run(c.SeeAlert(alert_id=alert.id))
        self.open_lead(alert.lead_id)

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

    def find(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def _search(self, words: str) -> None:
        self._bridge.ask(lambda read: read.found(words), self.bar.search.show_found)

    def _found(self, row: FoundRow) -> None:
        if row.kind == "lead":
            self.open_lead(row.id)

    def next_region(self) -> None:
        """F6 goes round: rail, top bar, page, pane."""
        regions = [self.rail, self.bar, self.stack.currentWidget()]
        if self.pane is not None and self.pane.isVisible():
            regions = [self.rail, self.bar, self.board, self.pane]
        at = next((n for n, region in enumerate(regions) if region.hasFocus() or _holds_focus(region)), -1)
        _first_focusable(regions[(at + 1) % len(regions)]).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key nobody took on the board is the pane's: hold, claim, reply. A text field has taken its own by then."""
        open_pane = self.pane if self.pane is not None and not self.pane.isHidden() else None
        if open_pane is None or not open_pane.take_key(event):  # type: ignore[attr-defined]  # it is a Pane
            super().keyPressEvent(event)

    # --- the window itself ---

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


def _board_screen() -> Screen:
    return Screen("board", "square-kanban", say("Board"), "Ctrl+2")


def _holds_focus(region: QWidget) -> bool:
    focused = region.window().focusWidget()
    return focused is not None and region.isAncestorOf(focused)


def _first_focusable(region: QWidget) -> QWidget:
    if region.focusProxy() is not None or region.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return region
    inside = region.findChildren(QWidget)
    return next((child for child in inside if _takes_focus(child)), region)


def _takes_focus(child: QWidget) -> bool:
    return bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus) and child.isVisible() and child.isEnabled()
