"""Statements that are spelled out once: for what every lead that comes in asks and writes.

SQLAlchemy finds a statement's SQL, binds its values and wraps its answer anew each time it is executed, which takes longer than
SQLite takes for a small statement. Here that is done once; what is bound, and how, stays SQLAlchemy's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, CursorResult
from sqlalchemy.dialects.sqlite.pysqlite import dialect
from sqlalchemy.sql.expression import BindParameter, ClauseElement

_DIALECT = dialect()
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

    def run(self, connection: Connection, given: Mapping[str, Any]) -> CursorResult[Any]:
        """Execute it once. Raises KeyError for a value that is missing, and what SQLAlchemy raises for the store's errors."""
        return connection.exec_driver_sql(self._sql, tuple([take(given) for take in self._takes]))

    def run_all(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Execute it for each of ``rows``, which are not empty."""
        connection.exec_driver_sql(self._sql, [tuple([take(row) for take in self._takes]) for row in rows])


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
