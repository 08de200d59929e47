"""What the imported number lists say about a number, and how far a list was read (R8)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from desk.models.scrub import ListedNumber, NumberList, ScrubbedArea

_AREA = slice(2, 5)  # of an American number in E.164


def look_up(session: Session, number: str) -> tuple[bool, datetime | None]:
    """Whether the number is on the do-not-call registry, and the day of the newest list that covers its area code.

    Once listed, a number stays so: the registry drops numbers rarely, and a partial list is no reason to call.
    """
    area = session.get(ScrubbedArea, number[_AREA]) if number.startswith("+1") else None
    return session.get(ListedNumber, number) is not None, area.dated if area else None


def known_list(session: Session, digest: str) -> NumberList | None:
    """The list of that digest as far as it was read."""
    return session.get(NumberList, digest)
