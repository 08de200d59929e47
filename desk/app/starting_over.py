"""A backup put in place between two windows: the first has gone, the second has not come yet (DESK-06)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from desk.models.by import By
from desk.models.errors import DeskError

_TOLD = "brought-back.txt"
log = logging.getLogger("desk.restore")


def open_again(folder: Path) -> None:
    """The window on this store, in a process of its own."""
    from PySide6.QtCore import QProcess

    from desk.app.machine import own_command

    program, *arguments = own_command("--store", str(folder))
    QProcess.startDetached(program, arguments)


def start_over(
    folder: Path,
    file: Path,
    by: By,
    passphrase: Callable[[], str],
    again: Callable[[Path], None] = open_again,
) -> None:
    """Bring the backup back in the name of ``by``, then open the window again, whatever came of it; it says how it went.

    Called once this process has closed the store. A trouble leaves the present store as it is.
    """
    from desk.app.keys import keys_of
    from desk.services.adapters.clock import SystemClock, random_ids
    from desk.services.bring_back import bring_back
    from desk.services.lock import StoreLock

    try:
        with StoreLock(folder):
            bring_back(file, folder, keys_of(folder, passphrase).unlocked.key, SystemClock(), random_ids, by)
        words = f"{file.name} is in place; the store that was there is kept beside it. The assistant rests until you let it go on."
    except DeskError as error:
        log.error("a backup was not brought back: %s", error.what)
        words = f"The backup was not brought back, and nothing was changed. {error.what} {error.do}".strip()
    (folder / _TOLD).write_text(words, "utf-8")
    again(folder)


def told_once(folder: Path) -> str:
    """How the last bringing back went, said by the window that comes after it; empty where there was none."""
    told = folder / _TOLD
    if not told.exists():
        return ""
    words = told.read_text("utf-8")
    told.unlink()
    return words
