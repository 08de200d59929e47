"""Today's tables, spelled out once in a process: spelling two hundred statements costs more than the making of a store."""

from __future__ import annotations

from functools import cache
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

import desk.models.store.extras
import desk.models.tables  # noqa: F401  every noun is declared before the schema is spelled out
from desk.models.base import Base


def memory_with_tables() -> Any:
    """A connection to a new store in memory that has every table and not one row."""
    made = _in_memory()
    _pattern()[0].backup(made)
    return made


def statements() -> tuple[str, ...]:
    """What makes every table, index and trigger in an empty file, in order."""
    return _pattern()[1]


@cache
def _pattern() -> tuple[Any, tuple[str, ...]]:
    """An empty store in memory that others are copied from, and the statements that made it."""
    connection, spelled = _in_memory(), list[str]()
    engine = create_engine("sqlite://", creator=lambda: connection, module=sqlcipher, poolclass=StaticPool)

    @event.listens_for(engine, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        spelled.append(statement)

    with engine.begin() as making:
        Base.metadata.create_all(making, checkfirst=False)
    return connection, tuple(spelled)


def _in_memory() -> Any:
    return sqlcipher.connect(":memory:", check_same_thread=False, isolation_level=None)
