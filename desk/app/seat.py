"""A person's seat at the desk: the window paints first, the engine comes up behind it, then both are joined.

The real window, the demo and the pictures' tour all sit here; they differ only in the store they open.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desk.app.notices import OutsideNotices
from desk.models.errors import DeskError
from desk.services.bridge import Bridge, trouble_of
from desk.views.main_window import MainWindow
from desk.views.text import teller

if TYPE_CHECKING:
    from desk.app.locking import Locking
    from desk.app.running import Running
    from desk.models.changes import Changes
    from desk.models.snapshots.board import BoardView
    from desk.models.snapshots.frame import AlertView

_SETTLED_MS = 2000  # by then the board is read and everything that opens with it is made
_LEADERS = ("manager", "owner")
_SET_UP = "setup.done"
_PAINTED_S = 2.0  # by then the first board stands, or the window is busy with something else


class Seat(QObject):
    """One window over one running desk.

    ``look`` reads a first board before the engine is imported; ``looked`` fires when it is shown, or there is none yet. ``seated``
    fires when the engine is joined, ``could_not`` with the trouble if it fails.
    """

    looked = Signal()
    seated = Signal()
    could_not = Signal(object)
    _board_read = Signal(object)
    _up = Signal(object)
    _down = Signal(object)
    _people_changed = Signal()

    def __init__(
        self,
        make: Callable[[], Running],
        now: Callable[[], datetime],
        zone: str,
        first: BoardView | None = None,
        look: Callable[[], BoardView | None] = lambda: None,
    ) -> None:
        super().__init__()
        self.bridge = Bridge(now, teller())
        self.window = MainWindow(self.bridge, zone, first)
        self.running: Running | None = None
        self.locking: Locking | None = None
        self._to_ring: deque[AlertView] = deque()
        self._make, self._look = make, look
        self._shown = threading.Event()
        self.notices = OutsideNotices(self.window, self.bridge)
        self.window.hidden.connect(lambda: self.notices.out_of_sight(True))
        self._board_read.connect(self._show_first, Qt.ConnectionType.QueuedConnection)
        self._up.connect(self._join, Qt.ConnectionType.QueuedConnection)
        self._down.connect(self.could_not, Qt.ConnectionType.QueuedConnection)
        self._people_changed.connect(self._sit_first, Qt.ConnectionType.QueuedConnection)
        self.window.person_chosen.connect(self.take_desk)

    def start(self) -> None:
        """Bring the engine up on a thread of its own; the window stays alive meanwhile."""
        threading.Thread(target=self._bring_up, name="engine start", daemon=True).start()

    def take_desk(self, staff_id: str) -> None:
        """Another person sits down: what is theirs is shown."""
        if self.running is not None:
            self.running.at_desk = staff_id
            self.window.refresh()

    def leave(self) -> None:
        """End in order: no more answers, lines closed, what is being sent finished and recorded."""
        self.bridge.close()
        if self.running is not None:
            self.running.stop()
            self.running = None
        self.notices.close()

    def _bring_up(self) -> None:
        try:
            self._board_read.emit(self.bridge.in_their_words(self._look()))
            self._shown.wait(_PAINTED_S)  # the engine's imports would slow the first cards
            running = self._make()
            if running.notifier is None:
                running.notifier = self.notices
            running.desk.listen(self._published)
            running.start()
        except DeskError as error:
            self._down.emit(trouble_of(error))
        except Exception as error:
            import logging

            logging.getLogger("desk.seat").exception("the engine did not come up")
            self._down.emit(trouble_of(error))
        else:
            self._up.emit(running)

    def _show_first(self, board: BoardView | None) -> None:
        """The board as it lay in the store; whole pages follow when the engine is there."""
        if board is None or not self.window.isVisible():
            self._first_stands()
            return
        if board.zone:
            self.window.set_zone(board.zone)
        self.window.board.stands.connect(self._first_stands)
        self.window.board.show_board(board)

    def _first_stands(self) -> None:
        if not self._shown.is_set():
            self._shown.set()
            self.looked.emit()

    def _join(self, running: Running) -> None:
        from desk.app.locking import Locking

        self.running = running
        if not running.at_desk:
            running.at_desk = first_person(running)
        if running.is_locked:
            self.bridge.hold()
        self.bridge.attach(running.writer, running.reader(), running.who)
        self.window.refresh()
        self.locking = Locking(self, running)
        self.seated.emit()
        QTimer.singleShot(_SETTLED_MS, self, self._trim)

    def _trim(self) -> None:
        from desk.services.memory import trim_memory

        if self.running is not None:
            self.running.store.let_go_of_pages()
        trim_memory()

    def _published(self, changes: Changes) -> None:
        """On the writer thread, after each commit."""
        self.bridge.publish(changes)
        if changes.kinds & {"staff", "settings"}:
            self._people_changed.emit()
        if changes.new_alerts and self.running is not None and not self.bridge.is_held:
            alerts = changes.new_alerts
            self.bridge.ask(lambda read: [read.alert(alert_id) for alert_id in alerts], self._ring)

    def _sit_first(self) -> None:
        """On a store's first day nobody is there to sit here when the window opens: its first manager does once entered, else
        whoever there is when the set-up is through. Without it nothing would ring at this window until it is opened again.
        """
        running = self.running
        if running is None or running.at_desk or running.is_locked:
            return
        facts, found = running.desk.facts(), first_person(running)
        person = facts.person(found)
        leads = person is not None and person.role in _LEADERS
        if person is not None and (leads or "live" in facts.settings[_SET_UP]):
            self.take_desk(found)

    def _ring(self, alerts: list[AlertView | None]) -> None:
        """Show what is for the person at this desk, one a turn: after a long sleep there may be hundreds."""
        idle = not self._to_ring
        self._to_ring.extend(alert for alert in alerts if alert is not None and self._is_mine(alert))
        if idle and self._to_ring:
            self._ring_next()

    def _ring_next(self) -> None:
        self.bridge.alert.emit(self._to_ring.popleft())
        if self._to_ring:
            QTimer.singleShot(0, self, self._ring_next)

    def _is_mine(self, alert: Any) -> bool:
        return self.running is not None and alert.staff_id == self.running.at_desk


def first_person(running: Running) -> str:
    """Who sits here when nobody said: the first manager, else the first person."""
    people = [person for person in running.desk.facts().staff if person.active]
    managers = [person for person in people if person.role in _LEADERS]
    return next((person.id for person in (*managers, *people)), "")
