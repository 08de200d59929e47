"""Names the culprit when the window's thread does not answer: which of our lines it stood in (``desk bench --only busy``, tests)."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

import desk

_BEAT_MS, _LOOK_S, _DEEP, _STILL_S = 5, 0.01, 6, 1.0
_OURS = Path(desk.__file__).parent.parent
_ITSELF = Path(__file__)


class Stall(NamedTuple):
    """For how long the thread did not answer, and the innermost lines it stood in when that was seen; empty: in Qt itself."""

    ms: float
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.ms:.0f} ms: {' < '.join(self.lines) or 'in Qt itself'}"


class StallWatch(QObject):
    """Looks from a thread of its own whether the window's thread still takes its turns, until it is ended.

    With ``own_work`` only the thread's own processor time counts, where the system tells it: what a busy machine or another
    thread holds up is nobody's fault then.
    """

    def __init__(self, parent: QObject, limit_ms: float = 100.0, *, own_work: bool = False) -> None:
        super().__init__(parent)
        self.stalls: list[Stall] = []
        self._limit_s, self._gui = limit_ms / 1000, threading.get_ident()
        self._clock = _own_clock(self._gui) if own_work else time.perf_counter
        self._turn, self._seen, self._caught = 0, self._clock(), -1
        self._ending = threading.Event()
        self._beat = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._took_turn)
        self._beat.start()
        self._thread = threading.Thread(target=self._look, name="stall watch", daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._ending.set()
        self._beat.stop()
        self._thread.join()

    def _took_turn(self) -> None:
        now = self._clock()
        if self._caught == self._turn:  # it is over: now it is known how long it was
            self.stalls[-1] = self.stalls[-1]._replace(ms=(now - self._seen) * 1000)
        self._seen, self._turn = now, self._turn + 1

    def _culprit(self) -> tuple[str, ...]:
        """The window's lines. It must not go on meanwhile: its frames are held here, and a painter in one of them would outlive its turn."""
        before = sys.getswitchinterval()
        sys.setswitchinterval(_STILL_S)
        try:
            return _lines(sys._current_frames().get(self._gui))
        finally:
            sys.setswitchinterval(before)

    def _look(self) -> None:
        while not self._ending.wait(_LOOK_S):
            turn, late = self._turn, self._clock() - self._seen
            if late > self._limit_s and turn != self._caught:
                self.stalls.append(Stall(late * 1000, self._culprit()))
                self._caught = turn


def _own_clock(thread: int) -> Callable[[], float]:
    """The processor time of one thread, to be read from any other."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return time.perf_counter
    its = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(its)


def _lines(frame: FrameType | None) -> tuple[str, ...]:
    """Our own lines of a stack, the innermost first."""
    found: list[str] = []
    while frame is not None and len(found) < _DEEP:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(_OURS) and ".venv" not in file.parts and file != _ITSELF:
            found.append(f"{file.relative_to(_OURS).as_posix()}:{frame.f_lineno} {frame.f_code.co_qualname}")
        frame = frame.f_back
    return tuple(found)
