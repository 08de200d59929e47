"""One desk at a time uses a store (DESK-02)."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from desk.models.errors import CannotOpenStore

LOCK_FILE = "desk.lock"


class InUse(CannotOpenStore):
    """Another process has the store."""


class StoreLock:
    """Holds the store for this process; a second desk is told so. It is free when the process ends."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_FILE
        self._file: IO[str] | None = None

    def __enter__(self) -> StoreLock:
        """Take the lock. Raises InUse when another process has it, CannotOpenStore where the folder cannot be written."""
        file = self._made()
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise InUse(
                "Another Sales Desk has this store open.",
                where=str(self._path.parent),
                do="Use that window, or close it first.",
            ) from error
        self._file = file
        return self

    def _made(self) -> IO[str]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return open(self._path, "a+", encoding="ascii")
        except OSError as error:
            raise CannotOpenStore(
                f"The store's folder cannot be written: {error.strerror}.",
                where=str(self._path.parent),
                do="Make the disk and the folder writable, then start again.",
            ) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def is_held(folder: Path) -> bool:
    """Whether some desk has the store of this folder now; asks without keeping it."""
    if not (folder / LOCK_FILE).exists():
        return False
    try:
        with StoreLock(folder):
            return False
    except InUse:
        return True
    except CannotOpenStore:  # whoever opens it says why
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
