"""Opening the store: one SQLCipher file, one writing connection, read-only readers (DESK-03).

The key is 32 random bytes kept elsewhere (keyring, passphrase); here it only arrives as bytes. ``:memory:`` gives
the same engine without a file: the rehearsal and most tests use it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool, StaticPool

import desk.models.tables  # noqa: F401  every noun is declared before the schema is asked for
from desk.models.base import Base
from desk.models.errors import CannotOpenStore

OLDEST_SQLITE = (3, 51, 3)  # older WAL code can corrupt a store (dependencies: sqlcipher3)
FILE_NAME = "desk.db"


class Store:
    """An open store. ``writing()`` is for the writer thread alone; ``reading()`` for any other thread."""

    def __init__(self, path: Path | None, writer: Engine, reader: Engine) -> None:
        self.path, self._writer, self._reader = path, writer, reader

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back whole on any error."""
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with Session(self._reader) as session:
            yield session

    @property
    def writer(self) -> Engine:
        return self._writer

    def close(self) -> None:
        self._reader.dispose()
        self._writer.dispose()


def open_memory() -> Store:
    """A store in memory with today's schema, for rehearsals and tests."""
    engine = create_engine(
        "sqlite://", creator=lambda: sqlcipher.connect(":memory:", check_same_thread=False), module=sqlcipher, poolclass=StaticPool
    )
    _begin_explicitly(engine)
    Base.metadata.create_all(engine)
    return Store(None, engine, engine)


def open_file(folder: Path, key: bytes) -> Store:
    """Open (or make) the encrypted store in ``folder``. Raises CannotOpenStore with what to do."""
    check_library()
    path = folder / FILE_NAME
    is_new = not path.exists()
    _check_folder(folder, path)
    writer = _engine(path, key, read_only=False)
    try:
        _first_look(writer, path)
        from desk.models.store.migrate import bring_up_to_date

        bring_up_to_date(writer, path, is_new=is_new)
    except sqlcipher.DatabaseError as error:
        writer.dispose()
        raise _cannot_open(path, error) from error
    return Store(path, writer, _engine(path, key, read_only=True))


def check_library() -> None:
    """Refuse to run on a SQLite whose write-ahead log can lose data. Raises CannotOpenStore."""
    version = tuple(int(part) for part in sqlcipher.sqlite_version.split("."))
    if version < OLDEST_SQLITE:
        raise CannotOpenStore(
            f"The database library is SQLite {sqlcipher.sqlite_version}, too old to be safe.",
            do="Install sqlcipher3 0.6.4 or newer.",
        )


def raw_connection(path: Path, key: bytes, *, read_only: bool) -> Any:
    """A keyed connection without SQLAlchemy: what the first paint uses, and what the engines are made of."""
    target = f"file:{path.as_posix()}" + ("?mode=ro" if read_only else "")
    connection = sqlcipher.connect(target, uri=True, check_same_thread=False, timeout=5.0, isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 5000"):
        if not (read_only and pragma.startswith("journal")):
            connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA cache_size = -32000")
    return connection


def _engine(path: Path, key: bytes, *, read_only: bool) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: raw_connection(path, key, read_only=read_only),
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=1 if not read_only else 4,
        max_overflow=0 if not read_only else 4,
    )
    _begin_explicitly(engine)
    return engine


def _begin_explicitly(engine: Engine) -> None:
    """Let SQLAlchemy own BEGIN: the driver's implicit one would leave reads outside the transaction."""

    @event.listens_for(engine, "connect")
    def no_implicit_begin(connection: Any, _record: Any) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")


def _check_folder(folder: Path, path: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotOpenStore(
            "The store's folder cannot be made.", where=str(folder), do=f"Check the disk: {error.strerror}."
        ) from error
    target = path if path.exists() else folder
    if not os.access(target, os.W_OK) or _on_read_only_disk(folder):
        raise CannotOpenStore(
            "The store cannot be written.", where=str(target), do="Free the disk or the folder for writing, then start again."
        )


def _on_read_only_disk(folder: Path) -> bool:
    return bool(os.statvfs(folder).f_flag & os.ST_RDONLY) if hasattr(os, "statvfs") else False


def _first_look(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if verdict != "ok":
        raise CannotOpenStore("The store is damaged.", where=str(path), do="Restore the last backup: desk restore FILE.")


def _cannot_open(path: Path, error: sqlite3.Error) -> CannotOpenStore:
    words = str(error)
    if "not a database" in words:
        return CannotOpenStore(
            "The key does not open this store.", where=str(path), do="Use the recovery code, or the keyring of the person who set it up."
        )
    if "locked" in words:
        return CannotOpenStore("Another Sales Desk is writing to this store.", where=str(path), do="Close it, then start again.")
    return CannotOpenStore(f"The store cannot be opened: {words}.", where=str(path), do="Run desk doctor.")
