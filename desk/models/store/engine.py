"""Opening the store: one SQLCipher file, one writing connection, read-only readers (DESK-03).

The key is 32 random bytes kept elsewhere (keyring, passphrase); here it only arrives as bytes. In memory
there is the same engine without a file: the rehearsal and most tests use it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool, StaticPool

from desk.models.errors import CannotOpenStore, StoreDown
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.courtesy import Courtesy
from desk.models.store.migrate import bring_up_to_date
from desk.models.store.prepared import Prepared
from desk.models.store.schema import memory_with_tables
from desk.models.store.writing import WritingSession

_courtesy = Courtesy()
OLDEST_SQLITE = (3, 51, 3)  # older WAL code can corrupt a store (dependencies: sqlcipher3)


class Store:
    """An open store. ``writing()`` is for the writer thread alone; ``reading()`` for any other thread.

    ``remembers`` says that rows held from one transaction to the next stay true and may be written again.
    """

    remembers = False

    def __init__(self, path: Path | None, writer: Engine, reader: Engine) -> None:
        self.path, self._writer, self._reader = path, writer, reader

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back whole on any error."""
        with WritingSession(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent look; the store as it was when the first question was asked."""
        with Session(self._reader) as session:
            yield session

    def glance(self, question: str) -> Any:
        """The one row of a small question that is asked again and again: no session, no transaction of its own."""
        connection = self._reader.raw_connection()
        try:
            return connection.cursor().execute(question).fetchone()
        finally:
            connection.close()

    def look(self, question: Prepared, given: Mapping[str, Any]) -> list[Any]:
        """The rows of one question that is asked again and again, as ``glance``."""
        connection = self._reader.raw_connection()
        try:
            return question.ask(connection.cursor(), given)
        finally:
            connection.close()

    def let_go_of_pages(self) -> None:
        """Free what resting readers hold of the file, such as after a start that read much once; who reads just now keeps theirs."""
        pool, resting = self._reader.pool, []
        if not isinstance(pool, QueuePool):  # a store in memory is its pages
            return
        try:
            while pool.checkedin():
                resting.append(self._reader.raw_connection())
            for connection in resting:
                connection.cursor().execute("PRAGMA shrink_memory")
        finally:
            for connection in resting:
                connection.close()

    def give_way(self) -> None:
        """Let whoever waits for this core run before the next small piece of work; the store does so itself at each statement."""
        _courtesy()

    @property
    def writer(self) -> Engine:
        return self._writer

    def close(self) -> None:
        """Close every connection; the last one of a file writes its log back into it."""
        self._reader.dispose()
        self._writer.dispose()


class _OneSession(Store):
    """A store whose writer never forgets a row it holds: for a rehearsal, where nobody else writes."""

    remembers = True

    def __init__(self, engine: Engine) -> None:
        super().__init__(None, engine, engine)
        self._session = WritingSession(engine, expire_on_commit=False)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        try:
            with self._session.begin():
                yield self._session
        except BaseException:
            self._session.expunge_all()
            raise

    def give_way(self) -> None:
        """Nobody waits for a rehearsal, and nobody is kept waiting by one."""

    def close(self) -> None:
        self._session.close()
        super().close()


def open_memory(*, one_session: bool = False) -> Store:
    """A store in memory with today's schema, for rehearsals and tests. One thread, one transaction at a time.

    With ``one_session`` rows that somebody still holds are not read again.
    """
    engine = create_engine(
        "sqlite://",
        creator=memory_with_tables,
        module=sqlcipher,
        poolclass=StaticPool,
    )
    _begin_explicitly(engine, "BEGIN")
    _let_order_be(engine)
    return _OneSession(engine) if one_session else Store(None, engine, engine)


def open_file(folder: Path, key: bytes, *, check: bool = True) -> Store:
    """Open (or make) the encrypted store in ``folder``, moved forward to today's schema.

    ``check`` reads every page first (about 2 s a gigabyte). Raises CannotOpenStore with what to do.
    """
    check_library()
    path = folder / FILE_NAME
    is_new = not path.exists()
    check_folder(folder)
    writer = _engine(path, key, read_only=False)
    try:
        if check and not is_new:
            _first_look(writer, path)
        bring_up_to_date(writer, path, is_new=is_new)
    except DBAPIError as error:
        writer.dispose()
        raise cannot_open(path, error.orig or error) from error
    except CannotOpenStore:
        writer.dispose()
        raise
    return Store(path, writer, _engine(path, key, read_only=True))


def open_to_read(folder: Path, key: bytes) -> Store:
    """The store as it lies, never written, checked or moved forward: for what can still be read of one that does not open.

    ``sqlalchemy.exc.DBAPIError`` comes with the first question where nothing can be read.
    """
    engine = _engine(folder / FILE_NAME, key, read_only=True)
    return Store(folder / FILE_NAME, engine, engine)


def check_library() -> None:
    """Refuse to run on a SQLite whose write-ahead log can lose data. Raises CannotOpenStore."""
    version = tuple(int(part) for part in sqlcipher.sqlite_version.split("."))
    if version < OLDEST_SQLITE:
        raise CannotOpenStore(
            f"The database library is SQLite {sqlcipher.sqlite_version}, too old to be safe.",
            do="Install sqlcipher3 0.6.4 or newer.",
        )


def check_folder(folder: Path) -> None:
    """Make the store's folder, or say why it cannot be used. Raises CannotOpenStore."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotOpenStore(
            "The store's folder cannot be made.", where=str(folder), do=f"Check the disk: {error.strerror}."
        ) from error
    path = folder / FILE_NAME
    target = path if path.exists() else folder
    if not os.access(target, os.W_OK) or is_read_only_disk(_disk_flags(folder)):
        raise CannotOpenStore(
            "The store cannot be written.",
            where=str(target),
            do="Make the disk and the folder writable, then start again.",
        )


def _disk_flags(folder: Path) -> int:
    """The flags of the disk that holds ``folder``; 0 where the system has no such thing (Windows)."""
    return os.statvfs(folder).f_flag if hasattr(os, "statvfs") else 0


def is_read_only_disk(flags: int) -> bool:
    """Whether mount flags say that nothing can be written, which permissions do not tell an administrator."""
    return bool(flags & getattr(os, "ST_RDONLY", 1))


def cannot_open(path: Path, error: BaseException) -> CannotOpenStore:
    """A database error in words for the person at the desk."""
    words = str(error)
    if "not a database" in words:
        return CannotOpenStore(
            "The key does not open this store.",
            where=str(path),
            do="Use the recovery code, or the keyring of the person who set it up.",
        )
    if "locked" in words:
        return CannotOpenStore(
            "Another program is writing to this store.", where=str(path), do="Close it, then start again."
        )
    if "malformed" in words:
        return _damaged(path)
    if "full" in words or "I/O" in words:
        return CannotOpenStore(
            "The disk that holds the store is full, or does not answer.",
            where=str(path),
            do="Free some space, or check the disk, then start again. Nothing was changed.",
        )
    return CannotOpenStore(f"The store cannot be opened: {words}.", where=str(path), do="Run desk doctor.")


def store_down(path: Path | None, error: BaseException) -> StoreDown:
    """Why an open store cannot be written just now, in words for the person at the desk."""
    words = str(error)
    known = {
        "full": (
            "The disk is full, so nothing can be recorded.",
            "Free some space; the desk goes on by itself.",
        ),
        "readonly": ("The store can only be read now.", "Make the disk and the folder writable."),
        "locked": ("Another program is writing to this store.", "Close it; the desk goes on by itself."),
    }
    what, do = next(
        (told for sign, told in known.items() if sign in words),
        ("The store cannot be written.", "Check the disk; the desk keeps trying."),
    )
    return StoreDown(what, where=str(path.parent) if path else "", do=do)


def _damaged(path: Path) -> CannotOpenStore:
    return CannotOpenStore(
        "The store is damaged.", where=str(path), do="Restore the last backup: desk restore FILE."
    )


def _engine(path: Path, key: bytes, *, read_only: bool) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: raw_connection(path, key, read_only=read_only),
        module=sqlcipher,
        hide_parameters=True,  # an error of the database goes to the log, what people wrote does not
        poolclass=QueuePool,
        pool_size=4 if read_only else 1,
        max_overflow=4 if read_only else 0,
    )
    # A writer that first read would meet "database is locked" when another program wrote in between.
    _begin_explicitly(engine, "BEGIN" if read_only else "BEGIN IMMEDIATE")
    if not read_only:
        _let_order_be(engine)
    event.listen(engine, "before_cursor_execute", _courtesy)
    return engine


def _begin_explicitly(engine: Engine, words: str) -> None:
    """Let SQLAlchemy own BEGIN: the driver's implicit one would leave reads outside the transaction."""

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql(words)


def _let_order_be(engine: Engine) -> None:
    """A message and its first delivery come together; the order of their rows in a transaction is nobody's business."""

    @event.listens_for(engine, "begin")
    def defer(connection: Any) -> None:
        connection.connection.dbapi_connection.execute("PRAGMA defer_foreign_keys = ON")


def _first_look(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        connection.exec_driver_sql("PRAGMA shrink_memory")  # every page was read once and is not wanted again
    if verdict != "ok":
        raise _damaged(path)
