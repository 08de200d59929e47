"""Backups that are proven before they count: made while the desk works, verified, and brought back (DESK-06).

A backup is the store's own format under the store's own key, so a copy that is lost tells nobody anything.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from desk.models.errors import BadInput, CannotOpenStore
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.copy import copy_store, on_disk
from desk.models.store.migrate import newest_version
from desk.models.store.seals import broken
from desk.models.time import from_micros

KEEP, BESIDE = 14, "backups"
_PARTS = ("", "-wal", "-shm")
_PATTERN = "desk-[0-9]*.db"
_BRING_LAST = "Bring the last backup back: desk restore FILE."
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
        raise _not_made(target, error) from error
    proven = _proven(copy, key)
    for old in backups(target)[:-keep]:
        old.unlink()
    return proven


def _not_made(target: Path, error: Exception) -> CannotOpenStore:
    words = (error.strerror if isinstance(error, OSError) else None) or str(error)
    if "malformed" in words or "HMAC" in words:
        return CannotOpenStore(
            "The store itself is damaged, so no backup was made; earlier ones are untouched.",
            where=FILE_NAME,
            do=_BRING_LAST,
        )
    is_full = "full" in words or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
    do = "Free some space" if is_full else "Make this folder one that can be written"
    return CannotOpenStore(
        f"The backup could not be made: {words}.", where=str(target), do=f"{do}, or choose another folder."
    )


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


def refuse_lost(folder: Path) -> None:
    """Begin no new store where one was lost: its file is gone or empty while its backups stand beside it.

    Raises CannotOpenStore with the backup to bring back.
    """
    store, kept = folder / FILE_NAME, backups(folder / BESIDE)
    if kept and not (store.exists() and store.stat().st_size):
        raise CannotOpenStore(
            "The store's file is gone or empty, but its backups are here.",
            where=str(store),
            do=f"Bring the latest one back: desk restore {kept[-1]}. To begin a new store, move the backups away first.",
        )


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
    fresh = _fresh_copy(file, store)
    for part, aside in _aside(store, now):
        if part.exists():
            os.replace(part, aside)
    os.replace(fresh, store)
    return replace(proven, path=store)


def put_back(folder: Path, now: datetime) -> None:
    """Undo the ``restore`` of that moment: the store that was set aside, if any, is the store again."""
    for part, aside in _aside(folder / FILE_NAME, now):
        if aside.exists():
            os.replace(aside, part)
        else:
            part.unlink(missing_ok=True)


def _fresh_copy(file: Path, store: Path) -> Path:
    """The backup beside the store and on the disk, before anything of the store is moved. Raises CannotOpenStore."""
    fresh = store.with_name(f"{store.name}.restored")
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, fresh)
        on_disk(fresh)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise CannotOpenStore(
            f"The backup could not be put in place: {error.strerror}.",
            where=str(store.parent),
            do="Free some space on the disk and try again. The store is as it was.",
        ) from error
    return fresh


def _aside(store: Path, now: datetime) -> Iterator[tuple[Path, Path]]:
    """The store and its log files, which belong to it alone, each with the name it is kept under once replaced."""
    stamp = f"{now.astimezone(UTC):%Y%m%d-%H%M%S}"
    for suffix in _PARTS:
        yield (
            store.with_name(store.name + suffix),
            store.with_name(f"{store.name}.replaced-{stamp}{suffix}"),
        )


def _open(path: Path, key: bytes) -> Any:
    if not path.is_file():
        raise BadInput(
            "There is no such file.", where=str(path), do="Name a backup, such as desk-20261013-093000.db."
        )
    try:
        return raw_connection(path, key, read_only=True)
    except sqlcipher.Error as error:
        raise CannotOpenStore(
            "This file is damaged, or not under this store's key.", where=str(path), do=_instead_of(path)
        ) from error


def _damaged(path: Path, words: str) -> CannotOpenStore:
    if "no such table" in words:
        return CannotOpenStore("This is no store of Sales Desk.", where=str(path), do=_instead_of(path))
    return CannotOpenStore(f"This file is damaged: {words}.", where=str(path), do=_instead_of(path))


def _instead_of(path: Path) -> str:
    return _BRING_LAST if path.name == FILE_NAME else "Try an earlier backup."
