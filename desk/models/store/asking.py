"""Plain statements: what the fastest reads are made of, the same over a bare connection and in a session."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the first paint asks over a bare connection, before SQLAlchemy is imported
    from sqlalchemy.orm import Session

Row = tuple[Any, ...]
#: Runs a statement with named values and gives its rows.
Ask = Callable[[str, Mapping[str, Any]], Iterable[Row]]


def asking(session: Session) -> Ask:
    """A function that runs plain statements in the session's transaction."""
    connection = session.connection()

    def ask(question: str, values: Mapping[str, Any]) -> Iterable[Row]:
        return connection.exec_driver_sql(question, dict(values)).all()

    return ask
