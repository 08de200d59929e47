"""The doctor's look at the number lists: how old the do-not-call lists are, and what they cover (R8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import func, select

from desk.models.scrub import ListedNumber, ScrubbedArea
from desk.models.snapshots.doctor import DoctorLine
from desk.models.store.engine import Store
from desk.services.resources import load_toml


def list_lines(store: Store, now: datetime) -> Iterator[DoctorLine]:
    """Nothing where no list was ever imported: a store that writes to people who asked needs none."""
    with store.reading() as session:
        oldest = session.scalar(select(func.min(ScrubbedArea.dated)))
        areas = session.scalar(select(func.count()).select_from(ScrubbedArea)) or 0
        numbers = session.scalar(select(func.count()).select_from(ListedNumber)) or 0
    if oldest is None:
        return
    most = timedelta(days=int(load_toml("playbook", "gate.toml")["consent"]["scrub_days"]))
    days = (now - oldest).days
    words = f"{numbers:,} numbers in {areas} area codes; the oldest list is {days} days old."
    fresh = now - oldest <= most
    yield DoctorLine(
        "Do-not-call list",
        "ok" if fresh else "warn",
        words,
        "" if fresh else "Import a newer one: desk import dnc FILE.",
    )
