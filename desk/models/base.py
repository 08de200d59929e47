"""The base of all stored nouns: how moments, lists and ids lie in the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Dialect, MetaData, String, inspect
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

from desk.models.time import from_micros, to_micros


class Moment(TypeDecorator[datetime]):
    """An aware moment, stored as integer microseconds in UTC; a naive one is refused."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else from_micros(value)


class Base(DeclarativeBase):
    """All tables of the store. Constraint names are fixed so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        dict[str, Any]: JSON,
        list[Any]: JSON,
        list[str]: JSON,
    }

    def __init__(self, **values: Any) -> None:
        """Take the columns given and set the declared defaults at once, so that rules can read an unsaved row.

        A new row has no past to compare with: its values are laid down as they are, without an event for each.
        """
        columns = _defaults(type(self))
        if unknown := values.keys() - columns.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
        told = vars(self)
        for name, default in columns.items():
            told[name] = values[name] if name in values else default()


@cache
def _defaults(kind: type[Base]) -> dict[str, Callable[[], Any]]:
    """What each column of a noun holds when nothing is said of it."""
    columns = inspect(kind).column_attrs
    return {column.key: _default(column.columns[0].default) for column in columns}


def _default(declared: Any) -> Callable[[], Any]:
    if declared is None:
        return lambda: None
    if declared.is_scalar:
        return lambda: declared.arg
    return lambda: declared.arg(None)


def id_column() -> Any:
    """A UUIDv7 primary key, as text."""
    return mapped_column(String(36), primary_key=True)
