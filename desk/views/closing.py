"""What closing the window does where there is no tray to go to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from desk.views.main_window import MainWindow
from desk.views.text import say


class Closing(QObject):
    """Without a tray, closing the window minimises it: the desk goes on answering (DESK-01)."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self.leaving = window, False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        stays = isinstance(watched, MainWindow) and not watched.stays_in_tray and not self.leaving
        if event.type() == QEvent.Type.Close and stays:
            event.ignore()
            self._window.showMinimized()
            self._window.note.say(say("Closing leaves the desk at work, answering. To end it, press Ctrl+Q."))
            return True
        return super().eventFilter(watched, event)
