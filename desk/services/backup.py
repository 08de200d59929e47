"""Backups that are proven before they count: made while the desk works, verified, and brought back (DESK-06).

A backup is the store's own format under the store's own key, so a copy that is lost tells nobody anything.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from desk.models.errors import BadInput, CannotOpenStore
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.copy import copy_store
from desk.models.store.migrate import newest_version
from desk.models.store.seals import broken
from desk.models.time import from_micros

KEEP = 14
_PATTERN = "desk-[0-9]*.db"
_COUNTED = ("lead", "customer", "message", "log", "history", "block", "consent", "raw")
_CHECKS: tuple[tuple[str, list[tuple[str, ...]]], ...] = (
    ("PRAGMA cipher_integrity_check", []),
    ("PRAGMA integrity_check(1)", [("ok",)]),
    ("PRAGMA foreign_key_check", []),
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A proven store file: its schema version, and how many rows of each kind it holds.

    ``changed`` says where its record is not what was sealed; empty where every seal holds (R22). ``last`` is the moment of
    the record's last line.
    """

    path: Path
    version: str
    size: int
    counts: dict[str, int]
    changed: str = ""
    last: datetime | None = None

    @property
    def words(self) -> str:
        return f"{self.counts['lead']:,} leads, {self.counts['message']:,} messages"


def back_up(folder: Path, key: bytes, target: Path, now: datetime, *, keep: int = KEEP) -> Backup:
    """Copy the store in ``folder`` into the folder ``target``, prove the copy, and keep the newest ``keep``.

    Others may go on writing. Raises CannotOpenStore; older backups are then untouched.
    """
    copy = target / f"desk-{now.astimezone(UTC):%Y%m%d-%H%M%S}.db"
    try:
        target.mkdir(parents=True, exist_ok=True)
        connection = _open(folder / FILE_NAME, key)
        try:
            copy_store(connection.execute, copy)
        finally:
            connection.close()
    except (sqlcipher.Error, OSError) as error:
        raise CannotOpenStore(
            f"The backup could not be made: {error}.",
            where=str(target),
            do="Free some space, or choose another folder.",
        ) from error
    proven = _proven(copy, key)
    for old in backups(target)[:-keep]:
        old.unlink()
    return proven


def _proven(copy: Path, key: bytes) -> Backup:
    """A copy that cannot be read whole is no backup, and does not stay under a backup's name."""
    try:
        return verify(copy, key)
    except CannotOpenStore:
        copy.unlink(missing_ok=True)
        raise


def backups(target: Path) -> list[Path]:
    """The backups in a folder, oldest first."""
    return sorted(target.glob(_PATTERN))


def verify(path: Path, key: bytes) -> Backup:
    """Open a store file and read all of it: every page's seal, every row and index, every reference.

    Raises CannotOpenStore when it is damaged, under another key, or no store of this program.
    """
    connection = _open(path, key)
    try:
        for question, good in _CHECKS:
            found = connection.execute(question).fetchmany(3)
            if found != good:
                raise _damaged(path, str(found[0][0]))
        version = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        changed = _changed(connection)
        counts, last = _held(connection)
    except sqlcipher.Error as error:
        raise _damaged(path, str(error)) from error
    finally:
        connection.close()
    return Backup(path, version, path.stat().st_size, counts, changed, last)


def held(path: Path, key: bytes) -> tuple[dict[str, int], datetime | None]:
    """How many rows of each kind a store file holds, and the moment of its record's last line. Raises CannotOpenStore."""
    connection = _open(path, key)
    try:
        return _held(connection)
    except sqlcipher.Error as error:
        raise _damaged(path, str(error)) from error
    finally:
        connection.close()


def _held(connection: Any) -> tuple[dict[str, int], datetime | None]:
    ask = connection.execute
    counts = {table: ask(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED}
    last = ask("SELECT max(at) FROM history").fetchone()[0]
    return counts, None if last is None else from_micros(last)


def _changed(connection: Any) -> str:
    """Where the record is not what was sealed; a store of an earlier version has no seals."""
    sealed = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'seal'").fetchone()[0]
    return broken(connection.execute) if sealed else ""


def restore(file: Path, folder: Path, key: bytes, now: datetime) -> Backup:
    """Bring a backup back as the store in ``folder``; the store that was there is kept beside it.

    Nobody may have the store open (``unlock.StoreLock``). Raises CannotOpenStore when the backup is not good
    or of a newer version; the present store is then untouched. An older one moves forward when it is opened.
    """
    proven = verify(file, key)
    if proven.version > newest_version():
        raise CannotOpenStore(
            f"A newer Sales Desk made this backup (version {proven.version}).",
            where=str(file),
            do="Update Sales Desk on this computer. Nothing was changed.",
        )
    store = folder / FILE_NAME
    fresh = store.with_name(f"{FILE_NAME}.restored")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, fresh)
        _set_aside(store, f"{now.astimezone(UTC):%Y%m%d-%H%M%S}")
        os.replace(fresh, store)
    except OSError as error:
        raise CannotOpenStore(
            f"The backup could not be put in place: {error.strerror}.",
            where=str(folder),
            do="Free some space on the disk and try again; the earlier store is beside it.",
        ) from error
    return replace(proven, path=store)


def _set_aside(store: Path, stamp: str) -> None:
    """Rename the present store with its log files, which belong to it alone."""
    for suffix in ("", "-wal", "-shm"):
        part = store.with_name(store.name + suffix)
        if part.exists():
            os.replace(part, store.with_name(f"{store.name}.replaced-{stamp}{suffix}"))


def _open(path: Path, key: bytes) -> Any:
    if not path.is_file():
        raise BadInput(
            "There is no such file.", where=str(path), do="Name a backup, such as desk-20261013-093000.db."
        )
    try:
        return raw_connection(path, key, read_only=True)
    except sqlcipher.Error as error:
        raise CannotOpenStore(
            "This file is damaged, or not under this store's key.",
            where=str(path),
            do="Try an earlier backup.",
        ) from error


def _damaged(path: Path, words: str) -> CannotOpenStore:
    return CannotOpenStore(f"This file is damaged: {words}.", where=str(path), do="Try an earlier backup.")
