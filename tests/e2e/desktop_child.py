"""The real window on a desktop of its own: a display, perhaps a tray and a notification service. Prints what it saw, as JSON.

Run by ``test_desktop.py`` under a virtual screen; ``tray`` or ``bare`` says which kind of desktop stands around it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from desk.app.furnish import furnish
from desk.app.running import Running
from desk.app.seat import Seat
from desk.app.window import application
from desk.views.assemble import Assembled
from desk.views.theme import Theme
from tests.e2e.live import ZONE, LiveDesk

LONGEST_S = 60


def told(**what: Any) -> None:
    print(json.dumps(what), flush=True)


def wait(holds: Callable[[], Any], what: str) -> Any:
    """Let the window live until ``holds`` gives something true."""
    loop, look, late = QEventLoop(), QTimer(), QTimer()
    look.timeout.connect(lambda: loop.quit() if holds() else None)
    late.setSingleShot(True)
    late.timeout.connect(loop.quit)
    look.start(50)
    late.start(LONGEST_S * 1000)
    loop.exec()
    look.stop()
    found = holds()
    if not found:
        told(missed=what)
        raise SystemExit(1)
    return found


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=10, check=False).stdout


def notices() -> list[dict[str, Any]]:
    """What the notification service shows now or has shown."""
    shown = json.loads(run("dunstctl", "history") or '{"data": [[]]}')
    return [notice for group in shown["data"] for notice in group]


class Desktop:
    """Ana's seat on this desktop."""

    def __init__(self, folder: Path) -> None:
        self.qt = application()
        self.live = LiveDesk(folder)
        self.seat = Seat(self._made, self.live.clock.now, ZONE)
        self.made: Assembled | None = None
        self.seat.seated.connect(self._furnish)
        self.seat.window.resize(1200, 760)
        self.seat.window.show()
        self.seat.start()
        wait(lambda: self.made is not None, "the window with its engine")

    def _made(self) -> Running:
        running = self.live.make()
        running.at_desk = "ana"
        return running

    def _furnish(self) -> None:
        self.made = furnish(self.seat)
        self.made.ringer.enabled = False

    @property
    def window(self) -> Any:
        return self.seat.window

    def assembled(self) -> Assembled:
        assert self.made is not None, "asked once it is furnished"
        return self.made

    def leave(self) -> None:
        self.seat.leave()
        self.live.running = None
        self.live.stop()


def red_in_tray(desktop: Desktop) -> bool:
    """Whether the tray's own picture shows the red bubble of a count, as seen on the screen."""
    tray = desktop.assembled().tray
    assert tray is not None, "there is a tray"
    place, screen = tray.icon.geometry(), QGuiApplication.primaryScreen()
    picture = screen.grabWindow(0, place.x(), place.y(), place.width(), place.height()).toImage()
    bad = QColor(Theme.current().tokens["bad"])
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(_near(picture.pixelColor(x, y), bad) for x, y in points)


def _near(one: QColor, other: QColor) -> bool:
    return (
        abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue()) < 30
    )


def with_tray(desktop: Desktop) -> None:
    """Closed to the tray, rung by the computer, opened from the notice, the panel from the tray, and out by its menu."""
    made, window = desktop.assembled(), desktop.window
    assert made.tray is not None, "this desktop has a tray"
    wait(lambda: made.tray.icon.geometry().width() > 8, "the icon in the tray")
    plain = red_in_tray(desktop)
    window.close()
    told(hidden=not window.isVisible(), tray=made.tray.icon.isVisible(), red_before=plain)
    desktop.live.drop_lead()
    wait(lambda: made.tray.count, "the count at the tray")
    wait(lambda: red_in_tray(desktop), "the red bubble in the tray")
    wait(lambda: int(run("dunstctl", "count", "displayed") or 0), "the notice of the computer")
    run("dunstctl", "action")
    wait(
        lambda: window.isVisible() and window.pane is not None and window.pane.view is not None,
        "the lead of the notice",
    )
    run("dunstctl", "close-all")
    told(
        notices=[notice["summary"]["data"] for notice in notices()],
        lead=window.pane.view.first,
        count=made.tray.count,
    )
    middle = made.tray.icon.geometry().center()
    run("xdotool", "mousemove", str(middle.x()), str(middle.y()), "click", "1")
    wait(made.center.isVisible, "the notification centre")
    told(panel=[made.center.width(), made.center.height()], rows=len(made.center.rows))
    made.center.hide()
    made.tray.quit_act.trigger()


def bare(desktop: Desktop) -> None:
    """No tray and nobody to show a notice: closing keeps the window in reach, its own toasts ring, a key ends it."""
    made, window = desktop.assembled(), desktop.window
    told(tray=made.tray is not None)
    window.close()
    told(minimised=window.isMinimized(), said=window.note.words.text())
    desktop.live.drop_lead()
    wait(made.center.awake, "the alert in the centre")
    wait(lambda: window.toasts.toasts, "the window's own toast")
    made.come_forward()
    wait(lambda: window.isVisible() and not window.isMinimized(), "the window again")
    titles = [toast.alert.title for toast in window.toasts.toasts]
    told(alerts=len(made.center.awake()), toasts=len(titles), titles=titles)
    for toast in tuple(window.toasts.toasts):
        toast.close()
    window.activateWindow()
    wait(window.isActiveWindow, "the window in front")
    QTimer.singleShot(0, lambda: run("xdotool", "key", "ctrl+q"))


def main() -> None:
    desktop = Desktop(Path(sys.argv[2]) / "store")
    ended: list[int] = []
    QTimer.singleShot(0, lambda: {"tray": with_tray, "bare": bare}[sys.argv[1]](desktop))
    late = QTimer()
    late.setSingleShot(True)
    late.timeout.connect(lambda: QApplication.exit(3))
    late.start(3 * LONGEST_S * 1000)
    ended.append(desktop.qt.exec())
    told(ended=ended[0])
    desktop.leave()
    raise SystemExit(ended[0])


if __name__ == "__main__":
    main()
