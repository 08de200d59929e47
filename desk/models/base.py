"""The base of all stored nouns: how moments, lists and ids lie in the store."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Dialect, MetaData, String
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
    type_annotation_map = {
        datetime: Moment,
        dict[str, Any]: JSON,
        list[Any]: JSON,
        list[str]: JSON,
    }

    def __init__(self, **values: Any) -> None:
        """Take the columns given and set the declared defaults at once, so that rules can read an unsaved row."""
        for column in self.__table__.columns:
            name = column.key
            if name in values:
                continue
            default = column.default
            if default is None:
                values[name] = None
            elif default.is_scalar:
                values[name] = default.arg
            elif default.is_callable:
                values[name] = default.arg(None)
        for name, value in values.items():
            setattr(self, name, value)


def id_column() -> Any:
    """A UUIDv7 primary key, as text."""
    return mapped_column(String(36), primary_key=True)
