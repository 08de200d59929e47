"""What every question stands on: one reading of the store, a moment, the person who asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from desk.models.facts import StoreFacts
from desk.models.playbook import Playbook
from desk.models.rules.shifts import on_shift

#: What was looked at, and the id of its lead where it is one.
Seen = Callable[[str, str], None]


def unseen(_what: str, _lead_id: str) -> None:
    """Nobody looks: what is read goes to no person's eyes."""


class Asked:
    """The ground of a ``Reader``'s rooms. ``now`` knows its zone; ``trouble`` says why the store cannot be written, "" where
    it can; ``folder`` is where files of the conversation are opened from."""

    def __init__(
        self,
        session: Session,
        now: datetime,
        staff_id: str,
        facts: StoreFacts,
        book: Playbook,
        trouble: str = "",
        seen: Seen = unseen,
        folder: Path | None = None,
    ) -> None:
        self.session, self._now, self._staff_id, self.facts, self._book = session, now, staff_id, facts, book
        self._trouble, self._seen, self._folder = trouble, seen, folder

    def _on_shift(self) -> frozenset[str]:
        return frozenset(person.id for person in self.facts.staff if on_shift(person, self._now, self.facts))
