"""The bell: one short sound per class of alert, by whatever player the computer has, never waited for (ALERT-01)."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from desk.paths import RESOURCES

#: Class of alert -> sound; the rest has the gentlest.
_FILES = {"doorbell": "doorbell", "handoff": "handoff", "escalation": "escalation"}
_PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
_APART = timedelta(seconds=2)  # a burst of leads rings once


@cache
def player() -> tuple[str, ...]:
    """The program that plays a file here, with its options; empty where there is none."""
    return next((command for command in _PLAYERS if shutil.which(command[0])), ())


def sound_file(kind: str) -> Path:
    return RESOURCES / "sounds" / f"{_FILES.get(kind, 'appointment')}.wav"


def play(kind: str) -> None:
    """Start the sound and go on at once; where nothing plays files, the system's own beep."""
    file, command = sound_file(kind), player()
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
    elif not command or not QProcess.startDetached(command[0], [*command[1:], str(file)]):
        QApplication.beep()


class Ringer:
    """Rings unless the person muted it or switched sounds off."""

    def __init__(self, now: Callable[[], datetime], play_sound: Callable[[str], None] = play) -> None:
        self._now, self._play = now, play_sound
        self.enabled = True
        self.muted_until: datetime | None = None
        self._last: datetime | None = None

    def ring(self, kind: str) -> bool:
        """Says whether it rang."""
        now = self._now()
        if not self.enabled or self.is_muted() or (self._last is not None and now - self._last < _APART):
            return False
        self._last = now
        self._play(kind)
        return True

    def mute(self, span: timedelta) -> datetime:
        self.muted_until = self._now() + span
        return self.muted_until

    def unmute(self) -> None:
        self.muted_until = None

    def is_muted(self) -> bool:
        return self.muted_until is not None and self._now() < self.muted_until
