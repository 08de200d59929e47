"""Moving a store forward: copied first, one transaction, never backward (DESK-06).

A new store gets today's schema at once; a test proves it equal to what the migrations make. Alembic is
imported only when an older store is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine

from desk.models.errors import CannotOpenStore
from desk.models.store.copy import copy_store
from desk.models.store.schema import statements

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def bring_up_to_date(engine: Engine, path: Path, *, is_new: bool, migrations: Path = MIGRATIONS) -> None:
    """Give the store behind ``engine`` today's schema; ``path`` is its file.

    An older store is first copied beside it, as ``desk.db.before-N`` for the version N it moves to. Raises
    CannotOpenStore for a newer store and when no copy can be made; the store is then as it was.
    """
    head = newest_version(migrations)
    stored = None if is_new else version_of(engine)
    if stored is None:
        _make(engine, head)
    elif stored > head:
        raise CannotOpenStore(
            f"A newer Sales Desk wrote this store (version {stored}; this program knows {head}).",
            where=str(path),
            do="Update Sales Desk on this computer. Nothing was changed.",
        )
    elif stored < head:
        _copy_first(engine, path, head)
        _upgrade(engine, migrations)


def newest_version(migrations: Path = MIGRATIONS) -> str:
    """The newest schema version this program knows, as ``0001``: steps are numbered files."""
    return max(file.name[:4] for file in (migrations / "versions").glob("[0-9]*.py"))


def version_of(engine: Engine) -> str | None:
    """The store's schema version; None for an empty file, such as a first start that was cut off leaves."""
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
        ).scalar()
        if found is None:
            return None
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def _make(engine: Engine, head: str) -> None:
    with engine.begin() as connection:
        for statement in statements():
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
            " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (head,))


def _copy_first(engine: Engine, path: Path, head: str) -> None:
    try:
        with _outside_transaction(engine) as connection:
            copy_store(connection.execute, path.with_name(f"{path.name}.before-{head}"))
    except (sqlcipher.Error, OSError) as error:
        raise CannotOpenStore(
            f"The store must move to version {head}, and no copy could be made first: {error}.",
            where=str(path.parent),
            do="Free some space on the disk, then start again. Nothing was changed.",
        ) from error


def _upgrade(engine: Engine, migrations: Path) -> None:
    """All due steps in one transaction; references are checked before it is committed."""
    # A step may rebuild a table that others refer to; SQLite allows the switch only outside a transaction.
    with _outside_transaction(engine) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
    with engine.begin() as transaction:
        run_steps(transaction, migrations)
        if transaction.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise CannotOpenStore(
                "Moving to the new version would break references in this store.",
                do="Nothing was changed. Go on with the earlier version and report what desk doctor says.",
            )
    with _outside_transaction(engine) as connection:
        connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def _outside_transaction(engine: Engine) -> Iterator[Any]:
    """The driver's own connection, for what SQLite refuses inside a transaction."""
    pooled = engine.raw_connection()
    try:
        yield pooled.driver_connection
    finally:
        pooled.close()


def run_steps(connection: Connection, migrations: Path = MIGRATIONS) -> None:
    """Run the due steps on a connection whose transaction the caller began and will end."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    command.upgrade(config, "head")
