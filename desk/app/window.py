"""``desk``: the window on the real store. The first frame comes before the key is asked for or the engine imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from desk.app.language import speak_here
from desk.app.seat import Seat
from desk.services.lock import is_held
from desk.views.housekeeper import Housekeeper
from desk.views.text import say, told
from desk.views.theme import Theme, load_fonts

if TYPE_CHECKING:  # none of these before the first frame
    from contextlib import ExitStack

    from PySide6.QtNetwork import QLocalServer

    from desk.app.keys import Keys
    from desk.app.running import Running
    from desk.models.by import By
    from desk.models.snapshots.board import BoardView
    from desk.services.bridge import Trouble
    from desk.views.main_window import MainWindow

_SEAT_FILE, SIZE = "seat.json", (1440, 900)
#: How soon an engine thread hands the interpreter over when the window waits for it; Python's own is five milliseconds. A thread that
#: reads rows lets go between each two and has it back before the window woke: only a short wait gets it by force. A shorter one
#: (thirty microseconds) begins turns sooner still, but takes the interpreter from the window as often: long turns grow by half.
_TURN_S = 0.0001
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def open_window(told: Path | None) -> int:
    """Open the window, or bring the one forward that is already open on this store. Answers the exit code."""
    folder = told or _usual_folder()
    if is_held(folder) and _call_forward(folder):
        return 0
    remembered = _remembered(folder)
    qt = dressed_for_first_frame(remembered)
    speak_here()
    sitting = Sitting(folder, remembered)
    qt.aboutToQuit.connect(sitting.leave)
    sitting.show()
    code = qt.exec()
    sitting.start_over_if_asked()
    return code


def application() -> QApplication:
    """The one QApplication, with the desk's type, colours, style and sheet."""
    qt = dressed_for_first_frame()
    dress_rest(qt)
    return qt


def dressed_for_first_frame(remembered: Mapping[str, Any] = _NOTHING) -> QApplication:
    """The one QApplication, with what the first frame shows: type and colours, as this computer had them last."""
    found = QApplication.instance()
    qt = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    if qt.findChild(Housekeeper) is None:
        Housekeeper(qt)
    sys.setswitchinterval(_TURN_S)
    qt.setApplicationName("Sales Desk")
    qt.setQuitOnLastWindowClosed(False)
    load_fonts()
    theme = Theme.current()
    if remembered:
        theme.start(str(remembered.get("theme", "light")), float(remembered.get("text", 1.0)))
    theme.dress_first(qt)
    theme.follow()
    return qt


def dress_rest(qt: QApplication) -> None:
    """Style and sheet: fields, menus and scroll bars, none of which stands in the first frame."""
    from PySide6.QtWidgets import QStyleFactory

    from desk.views.widgets.style import DeskStyle

    qt.setStyle(DeskStyle(QStyleFactory.create("Fusion")))
    Theme.current().dress()


def _usual_folder() -> Path:
    from desk.app.folder import store_folder

    return store_folder(None)


class Sitting:
    """One person at one real store: window, store, engine, and the door a second start knocks at."""

    def __init__(self, folder: Path, remembered: Mapping[str, Any] = _NOTHING) -> None:
        self.folder = folder
        self._held: ExitStack | None = None
        self._door: QLocalServer | None = None
        self._keys: Keys | None = None
        self._backup: tuple[Path, By] | None = None
        self._passphrase = os.environ.get("SALES_DESK_PASSPHRASE", "")
        self._person = str(remembered.get("person", ""))
        self.seat = Seat(
            self._open, lambda: datetime.now(UTC), str(remembered.get("zone", "UTC")), look=self._look
        )
        _place(self.seat.window, remembered)
        self.seat.window.first_painted.connect(self._begin)
        self.seat.looked.connect(self._looked)
        self.seat.seated.connect(self._seated)
        self.seat.could_not.connect(self._could_not)

    def show(self) -> None:
        if "SALES_DESK_BENCH_FRAME" in os.environ:
            from desk.app.frame_watch import watch_if_asked

            watch_if_asked(self.seat)
        self.seat.window.show()

    def _begin(self) -> None:
        """After the first frame: key, board and engine, on a thread of their own."""
        self.seat.start()

    def _looked(self) -> None:
        """The board stands, or cannot yet: what nobody has seen so far is made now."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress_rest(app)
        if self._door is None:
            self._door = _door(self.folder, self._come_forward)

    def leave(self) -> None:
        running = self.seat.running
        if running is not None:
            zone, person = running.desk.facts().zone, running.at_desk
            _remember(self.folder, {"zone": zone, "person": person, **_placed(self.seat.window)})
        self.seat.leave()
        if self._held is not None:
            self._held.close()
        if self._door is not None:
            self._door.close()

    def _look(self) -> BoardView | None:
        """On the engine's own thread, before the engine is imported: the key, and the board as it lies there."""
        from desk.app.first_look import first_look
        from desk.app.keys import keys_of
        from desk.models.store.connect import FILE_NAME
        from desk.services.adapters.os_account import account_here

        if not (self.folder / FILE_NAME).exists():
            return None
        self._keys = self._keys or keys_of(self.folder, lambda: self._passphrase)
        return first_look(
            self.folder, self._keys.unlocked.key, datetime.now(UTC), self._person, account_here()
        )

    def _open(self) -> Running:
        """On the engine's own thread: store and engine, with the key that was fetched for the first look."""
        from contextlib import ExitStack

        from desk.app.opening import opened
        from desk.services.adapters.os_account import account_here

        self._held = ExitStack()
        found = self._held.enter_context(opened(self.folder, lambda: self._passphrase, self._keys))
        found.running.at_desk, found.running.account = self._person, account_here()
        return found.running

    def _seated(self) -> None:
        from desk.app.furnish import furnish, greet_if_new
        from desk.app.starting_over import told_once

        greet_if_new(self.seat, furnish(self.seat, start_over=self._start_over))
        if words := told_once(self.folder):
            self.seat.window.note.say(words)

    def _start_over(self, file: Path, by: By) -> None:
        """A backup takes the place of the store: this window ends first, since nobody may have the store open."""
        self._backup = file, by
        self.seat.window.note.say(say("Sales Desk closes, puts the backup in place and opens again."))
        QApplication.exit(0)

    def start_over_if_asked(self) -> None:
        """After the window has gone and everything is closed."""
        if self._backup is None:
            return
        from desk.app.starting_over import start_over

        start_over(self.folder, *self._backup, lambda: self._passphrase)

    def _could_not(self, trouble: Trouble) -> None:
        """A store that needs its passphrase or its recovery code asks for it; anything else is said in the window."""
        told = f"{trouble.words} {trouble.do}".lower()
        if ("passphrase" in told and self._asked_passphrase()) or (
            "recovery code" in told and self._asked_code()
        ):
            self.seat.start()
            return
        self.seat.window.show_trouble(trouble)

    def _asked_passphrase(self) -> bool:
        words = say("This computer has no keyring that works. Passphrase of this store:")
        self._passphrase = self._asked(words, hidden=True)
        return bool(self._passphrase)

    def _asked_code(self) -> bool:
        """The printed code, until it opens the store or the person gives up (DESK-03)."""
        from desk.app.recovering import keys_of_code
        from desk.models.errors import DeskError

        why = say("The key of this store is not on this computer.")
        while code := self._asked("\n".join((why, say("Recovery code, as it was printed:")))):
            try:
                self._keys = keys_of_code(self.folder, code, self._passphrase_or_asked)
                return True
            except DeskError as error:
                why = told(f"{error.what} {error.do}".strip())
        return False

    def _passphrase_or_asked(self) -> str:
        if not self._passphrase:
            self._asked_passphrase()
        return self._passphrase

    def _asked(self, words: str, *, hidden: bool = False) -> str:
        """What the person types; empty where they would rather not."""
        from PySide6.QtWidgets import QInputDialog, QLineEdit

        mode = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
        typed, given = QInputDialog.getText(self.seat.window, "Sales Desk", words, mode)
        return typed if given else ""

    def _come_forward(self) -> None:
        window = self.seat.window
        window.show()
        window.raise_()
        window.activateWindow()


def _remembered(folder: Path) -> dict[str, Any]:
    """How this computer was left: person, zone, theme, text size and the window's place; nothing of a customer."""
    import json

    try:
        told = json.loads((folder / _SEAT_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _place(window: MainWindow, remembered: Mapping[str, Any]) -> None:
    """Where and how wide the window stood; a place that is on no screen any more is not gone back to (Qt sees to it)."""
    window.resize(*SIZE)
    if place := remembered.get("window"):
        window.restoreGeometry(QByteArray.fromBase64(str(place).encode()))
    window.rail.set_wide(bool(remembered.get("rail", False)))


def _placed(window: MainWindow) -> dict[str, Any]:
    theme = Theme.current()
    place = bytes(window.saveGeometry().toBase64().data()).decode()
    return {"window": place, "rail": window.rail.wants_wide, "theme": theme.choice, "text": theme.scale}


def _remember(folder: Path, told: dict[str, Any]) -> None:
    import json

    (folder / _SEAT_FILE).write_text(json.dumps(told), "utf-8")


def _name(folder: Path) -> str:
    from hashlib import blake2b

    return "sales-desk-" + blake2b(str(folder.resolve()).encode(), digest_size=8).hexdigest()


def _call_forward(folder: Path) -> bool:
    """Whether the desk that is open on this store was asked to come forward."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    return socket.waitForConnected(300)


def _door(folder: Path, knocked: Callable[[], None]) -> QLocalServer:
    from PySide6.QtNetwork import QLocalServer

    server = QLocalServer()
    QLocalServer.removeServer(_name(folder))
    server.listen(_name(folder))
    server.newConnection.connect(knocked)
    return server
