"""``desk``: the window on the real store. The first frame comes before the key is asked for or the engine imported."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QStyleFactory

from desk.app.seat import Seat
from desk.services.bridge import Trouble
from desk.views.theme import Theme, load_fonts
from desk.views.widgets.style import DeskStyle

if TYPE_CHECKING:
    from desk.app.running import Running

_SEAT_FILE = "seat.json"


def open_window(told: Path | None) -> int:
    """Open the window, or bring the one forward that is already open on this store. Answers the exit code."""
    from desk.app.folder import store_folder

    folder = store_folder(told)
    if _call_forward(folder):
        return 0
    qt = application()
    sitting = Sitting(folder)
    qt.aboutToQuit.connect(sitting.leave)
    sitting.show()
    return qt.exec()


def application() -> QApplication:
    """The one QApplication, with the desk's type and colours."""
    found = QApplication.instance()
    qt = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    qt.setApplicationName("Sales Desk")
    qt.setQuitOnLastWindowClosed(False)
    qt.setStyle(DeskStyle(QStyleFactory.create("Fusion")))
    load_fonts()
    Theme.current().dress()
    return qt


class Sitting:
    """One person at one real store: window, store, engine, and the door a second start knocks at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._held: ExitStack = ExitStack()
        remembered = _remembered(folder)
        self._passphrase = ""
        self.seat = Seat(self._open, lambda: datetime.now(UTC), remembered.get("zone", "UTC"))
        self.seat.seated.connect(self._seated)
        self.seat.could_not.connect(self._could_not)
        self._person = remembered.get("person", "")
        self._door = _door(folder, self._come_forward)

    def show(self) -> None:
        self.seat.window.show()
        QTimer.singleShot(0, self.seat.start)

    def leave(self) -> None:
        running = self.seat.running
        if running is not None:
            _remember(self.folder, {"zone": running.desk.facts().zone, "person": running.at_desk})
        self.seat.leave()
        self._held.close()
        self._door.close()

    def _open(self) -> Running:
        """On the engine's own thread: keyring, key, store, engine."""
        from desk.app.opening import opened

        found = self._held.enter_context(opened(self.folder, lambda: self._passphrase))
        found.running.at_desk = self._person
        return found.running

    def _seated(self) -> None:
        from desk.app.furnish import furnish

        furnish(self.seat)

    def _could_not(self, trouble: Trouble) -> None:
        """A store that needs its passphrase asks for it; anything else is said in the window."""
        if "passphrase" in f"{trouble.words} {trouble.do}".lower() and self._asked_passphrase():
            self.seat.start()
            return
        self.seat.window.show_trouble(trouble)

    def _asked_passphrase(self) -> bool:
        words, given = QInputDialog.getText(
            self.seat.window,
            "Sales Desk",
            "This computer has no keyring that works. Passphrase of this store:",
            QLineEdit.EchoMode.Password,
        )
        self._passphrase = words
        return given and bool(words)

    def _come_forward(self) -> None:
        window = self.seat.window
        window.show()
        window.raise_()
        window.activateWindow()


def _remembered(folder: Path) -> dict[str, str]:
    try:
        told: dict[str, str] = json.loads((folder / _SEAT_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told


def _remember(folder: Path, told: dict[str, Any]) -> None:
    (folder / _SEAT_FILE).write_text(json.dumps(told), "utf-8")


def _name(folder: Path) -> str:
    return "sales-desk-" + blake2b(str(folder.resolve()).encode(), digest_size=8).hexdigest()


def _call_forward(folder: Path) -> bool:
    """Whether a desk is open on this store already and was asked to come forward."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    return socket.waitForConnected(300)


def _door(folder: Path, knocked: Callable[[], None]) -> QLocalServer:
    server = QLocalServer()
    QLocalServer.removeServer(_name(folder))
    server.listen(_name(folder))
    server.newConnection.connect(knocked)
    return server
