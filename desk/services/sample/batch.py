"""Rows on their way into the store, many at a time: one transaction for each few hundred leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from desk.models.base import Base
from desk.models.store.engine import Store

_ROWS = 24_000  # what is held in memory before it is written
_DIALECT = SQLiteDialect()
Row = tuple[Any, ...]


class _Shape:
    """How a noun's rows are written: the statement, and each value as the store keeps it."""

    def __init__(self, kind: type[Base]) -> None:
        table = kind.__table__
        assert isinstance(table, Table), "every noun is a table"
        quote = _DIALECT.identifier_preparer.quote
        names = ", ".join(quote(column.name) for column in table.columns)
        self.statement = (
            f"INSERT INTO {quote(table.name)} ({names}) VALUES ({', '.join('?' * len(table.columns))})"
        )
        self._place = {column.key: number for number, column in enumerate(table.columns)}
        self._kept: list[Callable[[Any], Any] | None] = [
            column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT) for column in table.columns
        ]
        self._blank: list[Any] = [None] * len(table.columns)
        self._blank = list(self.row({column.key: _default(column.default) for column in table.columns}))

    def row(self, values: dict[str, Any]) -> Row:
        """A row with these values; what is not given stands at its declared default."""
        row = self._blank.copy()
        for name, value in values.items():
            place = self._place[name]
            keep = self._kept[place]
            row[place] = value if keep is None or value is None else keep(value)
        return tuple(row)


def _default(default: Any) -> Any:
    if default is None:
        return None
    return default.arg if default.is_scalar else default.arg(None)


class Batch:
    """Collects rows by noun and writes them when there are enough; ``close`` writes the rest."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shapes: dict[type[Base], _Shape] = {}
        self._rows: dict[_Shape, list[Row]] = defaultdict(list)
        self._held = 0

    def add(self, kind: type[Base], /, **values: Any) -> None:
        """A row of this noun."""
        shape = self._shapes.get(kind) or self._shapes.setdefault(kind, _Shape(kind))
        self._rows[shape].append(shape.row(values))
        self._held += 1

    def rest(self) -> None:
        """A good moment to write: no lead is half told."""
        if self._held >= _ROWS:
            self.close()

    def close(self) -> None:
        with self._store.writing() as session:
            for shape, rows in self._rows.items():
                session.connection().exec_driver_sql(shape.statement, rows)
        self._rows.clear()
        self._held = 0
