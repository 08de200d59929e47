"""What the settings ask of this computer (``views.settings.machine``): start with it, back up, throw the demo away."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desk.app.number_import import Taking, import_numbers
from desk.models.by import By
from desk.models.commands import NoteHealth
from desk.models.errors import DeskError
from desk.models.snapshots.settings import BackupFile, NumbersRead, RestorePreview
from desk.services import backup
from desk.services.adapters.autostart import can_start_with_computer, start_with_computer
from desk.services.adapters.os_account import account_here
from desk.services.bring_back import preview
from desk.services.opened_files import opened_folder, sweep
from desk.services.unlock import unlock

if TYPE_CHECKING:
    from desk.app.running import Running

_KEPT_OPEN = timedelta(days=1)


class ThisComputer:
    """For one running desk. ``end_demo`` closes the demo and removes its folder; None where this is a real store.

    ``start_over`` ends this process in order, brings the backup back in the name of the person given, and opens again; None
    where the store is not this process's to replace.
    """

    def __init__(
        self,
        running: Running,
        end_demo: Callable[[], None] | None,
        start_over: Callable[[Path, By], None] | None = None,
    ) -> None:
        self._running, self._end_demo, self._start_over = running, end_demo, start_over
        self.can_restore = start_over is not None
        self.is_demo = end_demo is not None
        self.account = account_here()
        self.can_start_with_computer = can_start_with_computer() and not self.is_demo

    def start_with_computer(self, on: bool) -> None:
        start_with_computer(on, own_command("--store", str(self._folder)))

    def back_up(self) -> str:
        running = self._running
        key = unlock(self._folder, running.secrets).key
        made = backup.back_up(self._folder, key, self._target, running.clock.now())
        return f"Backed up and read whole: {made.words}, {made.path}"

    def back_up_when_due(self) -> None:
        """By itself while the desk runs (DESK-06). One that cannot be made is told like a line that is down, and tried again."""
        running, found = self._running, backup.backups(self._target)
        every = timedelta(hours=running.desk.facts().settings["backup.every_hours"])
        if self.is_demo or (found and running.clock.now() - _made_at(found[-1]) < every):
            return
        try:
            self.back_up()
        except DeskError as error:
            running.writer.call(NoteHealth(line="backup", ok=False, words=str(error)))
        else:
            running.writer.call(NoteHealth(line="backup", ok=True))

    def backups(self) -> tuple[BackupFile, ...]:
        return tuple(_told(file) for file in reversed(backup.backups(self._target)))

    def look_into(self, path: str) -> RestorePreview:
        key = unlock(self._folder, self._running.secrets).key
        return preview(Path(path), self._folder, key)

    def restore(self, path: str) -> None:
        if self._start_over is not None:
            self._start_over(Path(path), self._running.who())

    def recovery_code(self) -> str:
        return unlock(self._folder, self._running.secrets).recovery_code

    def read_numbers(self, path: str, kind: str, dated: str, *, take: bool) -> NumbersRead:
        running = self._running
        desk = Taking(running.store, running.clock.now, running.writer.call)
        told, refused = import_numbers(desk, Path(path), kind, dated, running.who(), dry_run=not take)
        lines = tuple(f"Line {row['row']}: {row['reason']}" for row in refused)
        return NumbersRead(path, Path(path).name, kind, refused=lines, **told)

    def sweep_opened(self) -> None:
        """Take away files that were opened in another program more than a day ago."""
        sweep(opened_folder(self._folder), self._running.clock.now() - _KEPT_OPEN)

    def sweep_all_opened(self) -> None:
        """Take away every file that was opened in another program: at the start, what a killed desk left, and at the end."""
        sweep(opened_folder(self._folder))

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
        return Path(told) if told else self._folder / backup.BESIDE


def own_command(*more: str) -> list[str]:
    """How this program is started again."""
    own = [] if getattr(sys, "frozen", False) else ["-m", "desk"]
    return [sys.executable, *own, *more]


def _told(file: Path) -> BackupFile:
    """A backup by its name and size. Under this name only what was read whole stays (``backup.back_up``)."""
    return BackupFile(str(file), file.name, _made_at(file), file.stat().st_size, made_here=True)


def _made_at(file: Path) -> datetime:
    """When a backup was made, by its name: a copied file keeps it."""
    return datetime.strptime(f"{file.stem}+0000", "desk-%Y%m%d-%H%M%S%z")
