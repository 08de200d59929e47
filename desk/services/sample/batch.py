"""Rows on their way into the store, many at a time: one transaction for each handful of leads."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Table, insert

from desk.models.base import Base
from desk.models.store.engine import Store

_ROWS = 6000  # what is held in memory before it is written


class Batch:
    """Collects rows by table and writes them when there are enough; ``close`` writes the rest."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: dict[Table, list[dict[str, Any]]] = defaultdict(list)
        self._blank: dict[type[Base], tuple[Table, dict[str, Any]]] = {}
        self._held = 0

    def add(self, kind: type[Base], /, **values: Any) -> None:
        """A row of this noun; what is not given stands at its declared default."""
        table, blank = self._blank.get(kind) or self._blank.setdefault(kind, _blank(kind))
        self._rows[table].append(blank | values)
        self._held += 1

    def rest(self) -> None:
        """A good moment to write: no lead is half told."""
        if self._held >= _ROWS:
            self.close()

    def close(self) -> None:
        with self._store.writing() as session:
            for table, rows in self._rows.items():
                session.connection().execute(insert(table), rows)
        self._rows.clear()
        self._held = 0


def _blank(kind: type[Base]) -> tuple[Table, dict[str, Any]]:
    table = kind.__table__
    assert isinstance(table, Table), "every noun is a table"
    return table, {column.key: _default(column.default) for column in table.columns}


def _default(default: Any) -> Any:
    if default is None:
        return None
    return default.arg if default.is_scalar else default.arg(None)
