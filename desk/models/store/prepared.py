"""Statements that are spelled out once: for what every lead that comes in asks and writes.

SQLAlchemy finds a statement's SQL, binds its values and wraps its answer anew each time it is executed, which takes longer than
SQLite takes for a small statement. Here that is done once, and the statement goes straight to the driver in the transaction of the
connection; what is bound, and how, stays SQLAlchemy's, and so do the errors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from operator import itemgetter
from typing import Any, cast

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite.pysqlite import dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.expression import BindParameter, ClauseElement

_DIALECT = dialect()
Row = tuple[Any, ...]
_Take = Callable[[Mapping[str, Any]], Any]


class Prepared:
    """A statement whose values are given by name, each as the column it goes to wants it (moments aware).

    Answers come as they lie in the store: moments in microseconds. ``IN`` over a list of unknown length is not for it: give the
    list as JSON (``cards.listed``).
    """

    def __init__(self, statement: ClauseElement) -> None:
        compiled: Any = statement.compile(dialect=_DIALECT)
        self._sql = str(compiled)
        self._takes = tuple(_taking(compiled.binds[name]) for name in compiled.positiontup)

    def run(self, connection: Connection, given: Mapping[str, Any]) -> list[Row]:
        """Execute it once; its rows. Raises KeyError for a value that is missing, and what SQLAlchemy raises for the store's errors."""
        with _errors_as_ever(self._sql):
            found = _driver(connection).execute(self._sql, self._values(given))
            return cast(list[Row], found.fetchall())

    def ask(self, cursor: Any, given: Mapping[str, Any]) -> list[Row]:
        """As ``run``, by a cursor of the driver: a question that stands alone."""
        with _errors_as_ever(self._sql):
            return cast(list[Row], cursor.execute(self._sql, self._values(given)).fetchall())

    def run_all(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Execute it for each of ``rows``."""
        with _errors_as_ever(self._sql):
            _driver(connection).executemany(self._sql, [self._values(row) for row in rows])

    def _values(self, given: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple([take(given) for take in self._takes])


def _driver(connection: Connection) -> Any:
    """The driver's own connection, inside the transaction that SQLAlchemy owns."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.driver_connection


@contextmanager
def _errors_as_ever(sql: str) -> Iterator[None]:
    try:
        yield
    except sqlcipher.Error as error:  # what people wrote does not go to the log
        raise DBAPIError.instance(sql, None, error, sqlcipher.Error, hide_parameters=True) from error


def _taking(bound: BindParameter[Any]) -> _Take:
    """How one place of the statement is filled."""
    spell = bound.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)
    if not bound.required:
        value = bound.effective_value
        fixed = value if spell is None else spell(value)
        return lambda _given: fixed
    name = bound.key
    if spell is None:
        return itemgetter(name)
    return lambda given: spell(given[name])
