"""Which training items are owed, by whom and by when (FLOW-16). Pure: from people, the playbook and the moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.models.playbook import Playbook
from desk.models.staff import Staff
from desk.models.time import span


@dataclass(frozen=True, slots=True)
class Owed:
    """An item a person owes since ``since``; ``key`` is the same however often it is asked."""

    key: str
    staff_id: str
    item: str
    title: str
    since: datetime
    due: datetime


def owed(
    people: Iterable[Staff], book: Playbook, kept_since: datetime, changed_at: datetime | None, now: datetime
) -> Iterator[Owed]:
    """Everything that is owed at ``now``. ``kept_since`` is when this desk began to keep training: who was here long before
    is taken to know the procedures; ``changed_at`` is the last saved playbook.
    """
    rows: Iterable[Mapping[str, Any]] = book.get("training.item")
    for person in people:
        if person.active:
            for row in rows:
                for since in _occasions(row, person.joined_at or kept_since, kept_since, changed_at, now):
                    yield _owed(row, person, since)


def _occasions(
    row: Mapping[str, Any], joined: datetime, kept_since: datetime, changed_at: datetime | None, now: datetime
) -> Iterator[datetime]:
    """When an item became owed last: on joining, with a change, or at its latest turn."""
    if row.get("after") == "joined":
        if joined + span(str(row["within"])) >= kept_since:
            yield joined
    elif row.get("after") == "playbook":
        if changed_at is not None and joined <= changed_at:
            yield changed_at
    elif row.get("every"):
        turns = (now - max(joined, kept_since)) // span(str(row["every"]))
        if turns >= 1:
            yield max(joined, kept_since) + turns * span(str(row["every"]))


def _owed(row: Mapping[str, Any], person: Staff, since: datetime) -> Owed:
    key = f"{person.id}·{row['name']}·{since.isoformat()}"
    return Owed(key, person.id, str(row["name"]), str(row["title"]), since, since + span(str(row["within"])))
