"""The tour: drives the real window offscreen through its screens and keeps a picture of each."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QPoint,
    QSize,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desk.app.furnish import furnish
from desk.app.window import application
from desk.views.theme import Theme

if TYPE_CHECKING:
    from desk.app.demo import Demo
    from desk.app.seat import Seat
    from desk.views.assemble import Assembled

log = logging.getLogger("desk.tour")
SIZE = QSize(1440, 900)
_LOOK_MS = 15
_LONG_S, _SHORT_S = 60.0, 10.0


def _say(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """What Qt has to say, without what a window that nobody sees cannot do."""
    if not words.startswith("This plugin does not support"):
        log.log(logging.WARNING if kind != QtMsgType.QtDebugMsg else logging.DEBUG, "%s", words)


class NotShown(Exception):
    """A screen did not come up in time; the words say what was waited for."""


class Tour:
    """``run`` answers what could not be shown, by screen; ``taken`` holds the pictures' paths."""

    def __init__(self, demo: Demo, shots: Path, screens: tuple[str, ...]) -> None:
        qInstallMessageHandler(_say)
        self.demo, self.shots = demo, shots
        self.wanted = screens
        self.taken: list[Path] = []
        self.qt: QApplication = application()
        self.seat: Seat = demo.seat()
        self.trouble = ""
        self._made: Assembled | None = None

    def run(self) -> dict[str, str]:
        from desk.app.tour_stops import ONLY_ASKED, STOPS

        try:
            self.shots.mkdir(parents=True, exist_ok=True)
            self._sit_down()
        except (NotShown, OSError) as words:
            return {"anything": str(words)}
        missed: dict[str, str] = {}
        for name in self.wanted or tuple(name for name in STOPS if name not in ONLY_ASKED):
            try:
                STOPS[name](self, name)
            except NotShown as words:
                missed[name] = str(words)
        return missed | self._lived()

    def _lived(self) -> dict[str, str]:
        """Where pictures of everything are taken, stay until a new lead was answered and a customer wrote back."""
        try:
            self.until(lambda: self.wanted or self._was_answered(), "a customer's answer", _LONG_S)
        except NotShown as words:
            return {"traffic": str(words)}
        return {}

    def _was_answered(self) -> bool:
        happened = self.demo.happened()
        return len(happened.first_answers_s) > 1 and happened.replies > 1

    def _sit_down(self) -> None:
        self.seat.seated.connect(self._furnish)
        self.seat.could_not.connect(lambda trouble: setattr(self, "trouble", trouble.words))
        self.window.resize(SIZE)
        self.window.show()
        self.seat.start()
        self.until(lambda: self._made is not None or bool(self.trouble), "the engine", _LONG_S)
        if self.trouble:
            raise NotShown(self.trouble)

    def _furnish(self) -> None:
        self._made = furnish(self.seat, has_tray=False, end_demo=self.demo.throw_away)
        self._made.ringer.enabled = False

    @property
    def made(self) -> Assembled:
        """The window's screens."""
        assert self._made is not None, "asked after sitting down"
        return self._made

    def end(self) -> None:
        """Close the window and let the engine end in order."""
        if self._made is not None:
            self._made.closing.leaving = True
        self.window.close()
        self.seat.leave()
        self.settle()

    @property
    def window(self) -> Any:
        return self.seat.window

    # --- what stops use ---

    def until(self, holds: Callable[[], Any], what: str, seconds: float = _SHORT_S) -> None:
        """Let the window live until ``holds``. Raises NotShown with ``what`` after ``seconds``."""
        if holds():
            return
        loop, look, late = QEventLoop(), QTimer(), QTimer()
        look.timeout.connect(lambda: loop.quit() if holds() else None)
        late.setSingleShot(True)
        late.timeout.connect(loop.quit)
        look.start(_LOOK_MS)
        late.start(int(seconds * 1000))
        loop.exec()
        look.stop()
        late.stop()
        if not holds():
            raise NotShown(f"{what} did not come within {seconds:g} s")

    def settle(self) -> None:
        """Let everything that was asked to happen, happen: layouts, answers on their way, paints."""
        for _turn in range(8):
            self.qt.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 30)

    def ask(self, question: Callable[[Any], Any]) -> Any:
        """The answer of a reader, waited for."""
        answers: list[Any] = []
        self.seat.bridge.ask(question, answers.append)
        self.until(lambda: bool(answers), "an answer of the store")
        return answers[0]

    def take(self, name: str, over: tuple[QWidget, ...] = ()) -> None:
        """Keep a picture of the window with what stands ``over`` it on the screen."""
        self.settle()
        picture = self.window.grab()
        painter = QPainter(picture)
        for widget in over:
            painter.drawPixmap(
                widget.mapToGlobal(QPoint()) - self.window.mapToGlobal(QPoint()), widget.grab()
            )
        painter.end()
        self.keep(name, picture)

    def keep(self, name: str, picture: QPixmap | QImage) -> None:
        path = self.shots / f"{name}.png"
        picture.save(str(path))
        self.taken.append(path)

    @contextmanager
    def scaled(self, scale: float) -> Iterator[None]:
        """The same with larger text, then at its usual size again."""
        Theme.current().switch(scale=scale)
        self.settle()
        try:
            yield
        finally:
            Theme.current().switch(scale=1.0)
            self.settle()

    @contextmanager
    def dark(self) -> Iterator[None]:
        """The same in the dark theme, then light again."""
        Theme.current().switch("dark")
        self.settle()
        try:
            yield
        finally:
            Theme.current().switch("light")
            self.settle()
