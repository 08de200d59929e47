"""The session of the writer: rows it was given and rows that changed go to the store in one batch for each kind.

SQLAlchemy's unit of work finds out the order in which tables depend on each other, compares, and executes row by row. Here foreign
keys wait for the end of the transaction (``engine._let_order_be``) and a row that came in is whole (``Base.__init__``), so that
each kind of row is one prepared statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import Table, bindparam, insert, inspect, update
from sqlalchemy.orm import Session

from desk.models.base import Base
from desk.models.store.prepared import Prepared

_Values = dict[str, Any]


class WritingSession(Session):
    """A session whose ``flush`` writes what is new and what changed by prepared statements. Deletions go SQLAlchemy's way."""

    def flush(self, objects: Sequence[Any] | None = None) -> None:
        if objects is None and not self._flushing:
            new, changed = cast(list[Base], list(self.new)), cast(list[Base], list(self.dirty))
            self._write_new(new)
            self._write_changed(changed)
            # As SQLAlchemy's own flush ends: from here on these rows are as the store has them.
            self._register_persistent({inspect(row) for row in (*new, *changed)})
        super().flush(objects)

    def _write_new(self, rows: list[Base]) -> None:
        batches: dict[type[Base], list[_Values]] = {}
        for row in rows:
            batches.setdefault(type(row), []).append(vars(row))
        for kind, batch in batches.items():
            adding(kind).run_all(self.connection(), batch)

    def _write_changed(self, rows: list[Base]) -> None:
        batches: dict[tuple[type[Base], frozenset[str]], list[_Values]] = {}
        for row in rows:
            names = frozenset(inspect(row).committed_state)
            batches.setdefault((type(row), names), []).append(vars(row))
        for (kind, names), batch in batches.items():
            if names:
                changing(kind, names).run_all(self.connection(), batch)


@cache
def adding(kind: type[Base]) -> Prepared:
    """Adds rows of a kind, given by the names of their attributes."""
    return Prepared(insert(_table(kind)).values(_named(kind, frozenset(inspect(kind).column_attrs.keys()))))


@cache
def changing(kind: type[Base], names: frozenset[str]) -> Prepared:
    """Changes the attributes ``names`` of rows of a kind, found by their key."""
    key = [column == bindparam(column.key, type_=column.type) for column in _table(kind).primary_key]
    return Prepared(update(_table(kind)).where(*key).values(_named(kind, names)))


def _named(kind: type[Base], names: frozenset[str]) -> dict[Any, Any]:
    columns = {attribute.key: attribute.columns[0] for attribute in inspect(kind).column_attrs}
    return {
        column: bindparam(name, type_=column.type, required=True)
        for name, column in columns.items()
        if name in names
    }


def _table(kind: type[Base]) -> Table:
    return cast(Table, kind.__table__)
