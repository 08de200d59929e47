"""Draw the gallery into a folder: components, board, frame and toasts, in both themes; the screens are drawn by the demo's tour."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from desk.models.snapshots.board import BoardView, ColumnView
from desk.models.snapshots.frame import FoundRow, ShellView
from desk.views.board.board import Board
from desk.views.gallery import frame, samples
from desk.views.gallery.components import sheet
from desk.views.main_window import MainWindow
from desk.views.pulse import Pulse
from desk.views.shell import Screen
from desk.views.text import say
from desk.views.theme import Theme, load_fonts
from desk.views.toasts import AlertToast
from desk.views.widgets.style import DeskStyle


def grab(widget: QWidget, width: int, height: int) -> QImage:
    """The widget as it would stand in a window of that size."""
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()
    picture = widget.grab().toImage()
    widget.close()
    return picture


def components(folder: Path) -> None:
    """Both themes side by side."""
    halves = []
    for name in ("light", "dark"):
        Theme.current().switch(name, 1.0)
        halves.append(grab(sheet(), 720, 900))
    whole = QImage(1440, halves[0].height(), QImage.Format.Format_RGB32)
    painter = QPainter(whole)
    for left, half in zip((0, 720), halves, strict=True):
        painter.drawImage(left, 0, half)
    painter.end()
    whole.save(str(folder / "components.png"))


class _Pages:
    """The samples have one page; more never comes."""

    def board(self, whose: str, then: Callable[[BoardView], None]) -> None:
        then(samples.board())

    def page(self, stage: str, cursor: str, whose: str, then: Callable[[ColumnView], None]) -> None:
        return None


SHOWN = (("light", 1.0), ("dark", 1.0), ("light", 1.25), ("light", 2.0), ("high_contrast", 1.0))


def made_board() -> Board:
    board = Board(_Pages(), Pulse(lambda: samples.NOW), samples.ZONE)
    board.show_board(samples.board())
    board.select_lead("lead-12")
    return board


class _Reader:
    """Answers every question with the samples."""

    def shell(self) -> ShellView:
        return samples.shell()

    def board(self, who: str) -> BoardView:
        return samples.board()

    def board_page(self, stage: str, cursor: str, who: str) -> ColumnView:
        return next(page for page in samples.board().columns if page.stage == stage)

    def found(self, words: str) -> Sequence[FoundRow]:
        return samples.found()


class SampleBridge(QObject):
    """A desk that knows the samples and does nothing."""

    changed = Signal(object)
    alert = Signal(object)
    failed = Signal(object)

    def now(self) -> datetime:
        return samples.NOW

    def ask(self, question: Any, success: Any, failure: Any = None) -> None:
        success(question(_Reader()))

    def run(self, command: object, success: Any = None, failure: Any = None) -> None:
        return None


RAIL = (
    Screen("alerts", "bell", say("Alerts"), "Ctrl+1"),
    Screen("quarantine", "inbox", say("Could not read"), "Ctrl+4"),
    Screen("settings", "settings", say("Settings"), "Ctrl+,", foot=True),
)


def windows(folder: Path) -> None:
    """The whole window as board.png, board-dark.png and board-200.png show it."""
    for theme, scale, name in (
        ("light", 1.0, "board"),
        ("dark", 1.0, "board-dark"),
        ("light", 2.0, "board-200"),
    ):
        Theme.current().switch(theme, scale)
        window = MainWindow(SampleBridge(), samples.ZONE, samples.board(), RAIL)
        if theme == "light":
            window.set_pane_maker(_StandIn)
        window.refresh()
        window.resize(1440, 900)
        window.show()
        QApplication.processEvents()
        window.board.select_lead("lead-12")
        grab(window, 1440, 900).save(str(folder / f"{name}.png"))


def toasts(folder: Path) -> None:
    """One toast per class of alert, over a plain ground."""
    Theme.current().switch("light", 1.0)
    whole = QImage(460, 720, QImage.Format.Format_RGB32)
    whole.fill(Theme.current().colour("line2"))
    painter, top = QPainter(whole), 20
    for alert in samples.alerts():
        toast = AlertToast(alert, lambda: samples.NOW, samples.ZONE)
        toast.fit()
        toast.render(painter, QPoint(40, top))
        top += toast.height() + 16
    painter.end()
    whole.save(str(folder / "toasts.png"))


class _StandIn(QWidget):
    """Holds the pane's place."""

    closed = Signal()
    opened_wide = Signal(str)

    def show_lead(self, lead_id: str, place: tuple[int, int]) -> None:
        return None

    def take_key(self, event: object) -> bool:
        return False


def boards(folder: Path) -> None:
    """The board alone at three text sizes, in both themes."""
    for theme, scale in SHOWN:
        Theme.current().switch(theme, scale)
        board = made_board()
        board.fold(scale == 1.0 and theme == "light")
        width = 970 if board.folded else 1388
        grab(board, width, 852).save(str(folder / f"board-alone-{theme}-{round(scale * 100)}.png"))


def main(argv: list[str]) -> int:
    if len(argv) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(argv[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setStyle(DeskStyle(QStyleFactory.create("Fusion")))
    load_fonts()
    components(folder)
    boards(folder)
    windows(folder)
    toasts(folder)
    frame.pictures(folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
