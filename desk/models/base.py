"""The base of all stored nouns: how moments, lists and ids lie in the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from inspect import isfunction
from typing import Any, ClassVar, NoReturn, TypeVar, cast

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


N = TypeVar("N", bound=Base)


def plain(row: N) -> N:
    """The same row as rules read it: a value that cannot be written to.

    It shares what the row holds, so it stays current, and is read without the watch that SQLAlchemy keeps over each look at a column,
    which takes as long as many a rule.
    """
    seen = _plain_kind(type(row))()
    object.__setattr__(seen, "__dict__", vars(row))
    object.__setattr__(seen, "_row", row)
    return cast(N, seen)


class _Plain:
    """What a noun says of itself over the values of its row."""

    __slots__ = ("__dict__", "_row")

    def __setattr__(self, name: str, _value: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__}.{name} is only read here; the writer changes rows")

    def __getattr__(self, name: str) -> Any:
        """What the row has not read yet, or not any more."""
        return getattr(object.__getattribute__(self, "_row"), name)


@cache
def _plain_kind(kind: type[Base]) -> type[_Plain]:
    own = {name: told for name, told in vars(kind).items() if isinstance(told, property) or isfunction(told)}
    own.pop("__init__", None)
    return type(kind.__name__, (_Plain,), {"__slots__": (), **own})


def id_column() -> Any:
    """A UUIDv7 primary key, as text."""
    return mapped_column(String(36), primary_key=True)
