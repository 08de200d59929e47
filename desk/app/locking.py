"""Locks a seat and opens it again: at the start, by Ctrl+L, with the computer's screen, and after a time without a touch (R22)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.views.sign_in.cover import Cover
from desk.views.sign_in.idle import IdleWatch
from desk.views.sign_in.session import SessionLock
from desk.views.text import say

if TYPE_CHECKING:
    from desk.app.running import Running
    from desk.app.seat import Seat
    from desk.models.changes import Changes
    from desk.models.snapshots.sign_in import SignInView


class Locking(QObject):
    """For one seat that is joined. The engine behind it goes on; what it cannot do is act for anybody."""

    def __init__(self, seat: Seat, running: Running) -> None:
        super().__init__(seat)
        self._seat, self._running, self._asked = seat, running, running.signs_in
        self.cover = Cover(seat.window, seat.bridge)
        self.idle = IdleWatch(seat.bridge.now, self)
        self._screen: SessionLock | None = None
        self.cover.opened.connect(self._opened)
        self.idle.idle.connect(lambda: self._lock("Nobody touched it for a while"))
        seat.window.lock_wanted.connect(self.lock_by_hand)
        seat.bridge.changed.connect(self._changed)
        if running.is_locked:
            self.cover.lock(running.at_desk)
        self._read()

    def lock_by_hand(self) -> None:
        """Ctrl+L; where nobody signs in, what is missing is said instead."""
        if self._asked:
            self._lock("Locked by hand")
        else:
            words = say(
                "Nobody here signs in yet. Set a PIN in Settings, Sign-in; then the desk can be locked."
            )
            self._seat.window.note.say(words)

    def _lock(self, why: str) -> None:
        if self._asked:
            self._running.is_locked = True
            self.cover.lock(self._running.at_desk, why)

    def _opened(self, staff_id: str) -> None:
        self._running.is_locked = False
        self.idle.touched()
        self._seat.window.person_chosen.emit(staff_id)

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & {"settings", "staff"}:
            self._read()

    def _read(self) -> None:
        self._seat.bridge.ask(lambda read: read.sign_in(), self._take)

    def _take(self, view: SignInView) -> None:
        self._asked = view.asked
        limit = timedelta(minutes=view.lock_minutes if view.asked else 0)
        if view.asked and self._screen is None:
            self._screen = SessionLock(self)
            self._screen.locked.connect(lambda: self._lock("The screen was locked"))
            self._screen.listen()
        self.idle.set_limit(limit, self._seat.window.windowHandle())
