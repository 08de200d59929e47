"""Notices outside the window: shown by the computer while the window is out of sight, and only then (ALERT-03).

While somebody looks at the window its own toasts ring, so that nothing is alerted twice. What is chosen on a notice opens the
right lead.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from desk.views.text import told

if TYPE_CHECKING:  # none of these before the first frame
    from desk.models.snapshots.frame import AlertView
    from desk.services.bridge import Bridge
    from desk.services.ports import Notice, Notifier
    from desk.views.main_window import MainWindow


class OutsideNotices(QObject):
    """The computer's own notices for one window. ``notify`` is called on the bell's thread, everything else on the GUI's."""

    _chosen = Signal(str, str)

    def __init__(self, window: MainWindow, bridge: Bridge) -> None:
        super().__init__(window)
        self._window, self._bridge = window, bridge
        self._native: Notifier | None = None
        self._in_sight = True
        self._chosen.connect(self._open, Qt.ConnectionType.QueuedConnection)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._look)

    def notify(self, notice: Notice) -> bool:
        """Show a notice; False where the window shows it, nobody can, or somebody wants quiet."""
        seen = self._in_sight and not self._window.is_locked
        if seen or self._window.is_quiet():
            return False
        spoken = replace(notice, title=told(notice.title), body=told(notice.body))
        return self._notifier().notify(spoken)

    def use(self, native: Notifier) -> None:
        """Ring through this notifier instead of the computer's own."""
        self._native = native

    def choose(self, alert_id: str, action: str) -> None:
        """Something was chosen on a notice; may come from any thread."""
        self._chosen.emit(alert_id, action)

    def close(self) -> None:
        """End the notifier's own thread."""
        closing = getattr(self._native, "close", None)
        if closing is not None:
            closing()

    def out_of_sight(self, hidden: bool) -> None:
        """The window was closed to the tray, or came back."""
        self._in_sight = not hidden

    def _notifier(self) -> Notifier:
        if self._native is None:
            from desk.services.adapters.notifier_native import NativeNotifier
            from desk.views.toasts import act_words

            self._native = NativeNotifier(self.choose, words=act_words())
        return self._native

    def _look(self, state: Qt.ApplicationState) -> None:
        self._in_sight = state == Qt.ApplicationState.ApplicationActive and self._window.isVisible()

    def _open(self, alert_id: str, action: str) -> None:
        """On a locked desk what was chosen waits until somebody signed in."""
        if self._window.is_locked:
            self._window.show()
            self._window.activateWindow()
        self._bridge.ask(lambda read: read.alert(alert_id), lambda alert: self._act(alert, action))

    def _act(self, alert: AlertView | None, action: str) -> None:
        if alert is not None:
            self._window.act_on_alert(alert, action)
