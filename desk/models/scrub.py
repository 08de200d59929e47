"""Lists of numbers brought in from outside: the do-not-call registry and the reassigned-numbers database (R8)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base


class NumberList(Base):
    """One imported file, known by its digest: ``dated`` is the list's own day, ``rows_done`` how far it was read.

    A list counts only once it is ``whole``; an import that was ended goes on where it stopped.
    """

    __tablename__ = "number_list"

    digest: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    dated: Mapped[datetime]
    at: Mapped[datetime]
    by: Mapped[str]
    rows_done: Mapped[int] = mapped_column(default=0)
    whole: Mapped[bool] = mapped_column(default=False)
    areas: Mapped[list[Any]] = mapped_column(default=list)


class ListedNumber(Base):
    """A number (E.164) on the do-not-call registry; ``dated`` is the newest list that names it."""

    __tablename__ = "listed_number"

    number: Mapped[str] = mapped_column(primary_key=True)
    dated: Mapped[datetime]


class ScrubbedArea(Base):
    """An area code that a whole do-not-call list covers, and the day of the newest one.

    The registry is handed out by area code: a list for 208 says nothing about a number in 503.
    """

    __tablename__ = "scrubbed_area"

    area: Mapped[str] = mapped_column(primary_key=True)
    dated: Mapped[datetime]


class NumberAnswer(Base):
    """What the reassigned-numbers database said: ``yes``, ``no`` or ``no data`` since the day ``asked_about``."""

    __tablename__ = "number_answer"

    number: Mapped[str] = mapped_column(primary_key=True)
    asked_about: Mapped[datetime]
    answer: Mapped[str]
    dated: Mapped[datetime]
