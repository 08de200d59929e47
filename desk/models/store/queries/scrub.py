"""What the imported number lists say about a number, and how far a list was read (R8)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models.scrub import ListedNumber, NumberList, ScrubbedArea
from desk.models.snapshots.settings import NumberListsView, NumberListView

_AREA = slice(2, 5)  # of an American number in E.164
_SHOWN = 20


def look_up(session: Session, number: str) -> tuple[bool, datetime | None]:
    """Whether the number is on the do-not-call registry, and the day of the newest list that covers its area code.

    Once listed, a number stays so: the registry drops numbers rarely, and a partial list is no reason to call.
    """
    area = session.get(ScrubbedArea, number[_AREA]) if number.startswith("+1") else None
    return session.get(ListedNumber, number) is not None, area.dated if area else None


def known_list(session: Session, digest: str) -> NumberList | None:
    """The list of that digest as far as it was read."""
    return session.get(NumberList, digest)


def number_lists(session: Session, most_days: int) -> NumberListsView:
    """The imported lists, newest first, with what a do-not-call check covers and since when."""
    lists = session.scalars(select(NumberList).order_by(NumberList.dated.desc()).limit(_SHOWN))
    covered = select(func.min(ScrubbedArea.dated), func.count()).select_from(ScrubbedArea)
    oldest, areas = session.execute(covered).one()
    numbers = session.scalar(select(func.count()).select_from(ListedNumber)) or 0
    rows = tuple(NumberListView(it.kind, it.name, it.dated, it.rows_done, it.whole) for it in lists)
    return NumberListsView(rows, numbers, areas, oldest, most_days)
