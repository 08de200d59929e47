"""What the settings ask of this computer (``views.settings.machine``): start with it, back up, throw the demo away."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desk.services import backup
from desk.services.adapters.autostart import can_start_with_computer, start_with_computer
from desk.services.unlock import unlock

if TYPE_CHECKING:
    from desk.app.running import Running


class ThisComputer:
    """For one running desk. ``end_demo`` closes the demo and removes its folder; None where this is a real store."""

    def __init__(self, running: Running, end_demo: Callable[[], None] | None) -> None:
        self._running, self._end_demo = running, end_demo
        self.is_demo = end_demo is not None
        self.can_start_with_computer = can_start_with_computer() and not self.is_demo

    def start_with_computer(self, on: bool) -> None:
        start_with_computer(on, own_command("--store", str(self._folder)))

    def last_backup(self) -> str:
        found = backup.backups(self._target)
        if not found:
            return ""
        made = found[-1].stat().st_mtime
        return f"Newest backup: {_when(self._running, made)}, {found[-1]}"

    def back_up(self) -> str:
        running = self._running
        key = unlock(self._folder, running.secrets).key
        made = backup.back_up(self._folder, key, self._target, running.clock.now())
        return f"Backed up and read whole: {made.words}, {made.path}"

    def throw_demo_away(self) -> None:
        if self._end_demo is not None:
            self._end_demo()

    @property
    def _folder(self) -> Path:
        path = self._running.store.path
        assert path is not None, "a window's store lies in a file"
        return path.parent

    @property
    def _target(self) -> Path:
        told = str(self._running.desk.facts().settings["backup.folder"])
        return Path(told) if told else self._folder / "backups"


def own_command(*more: str) -> list[str]:
    """How this program is started again."""
    own = [] if getattr(sys, "frozen", False) else ["-m", "desk"]
    return [sys.executable, *own, *more]


def _when(running: Running, stamp: float) -> str:
    from datetime import UTC, datetime

    at = datetime.fromtimestamp(stamp, UTC).astimezone(ZoneInfo(running.desk.facts().zone))
    return f"{at:%b} {at.day}, {at:%H:%M}"
