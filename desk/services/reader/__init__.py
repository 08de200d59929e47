"""Answers the window's questions: frozen snapshots, read as the person at this desk, at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from desk.models.facts import StoreFacts
from desk.models.playbook import Playbook
from desk.models.store.engine import Store
from desk.services.opened_files import opened_folder
from desk.services.reader.asked import Seen, unseen
from desk.services.reader.bank import BankReader
from desk.services.reader.board import BoardReader
from desk.services.reader.day import DayReader
from desk.services.reader.frame import FrameReader
from desk.services.reader.inbox import InboxReader
from desk.services.reader.lead import LeadReader
from desk.services.reader.settings import SettingsReader


class Reader(FrameReader, BoardReader, LeadReader, InboxReader, DayReader, BankReader, SettingsReader):
    """One reading of the store, in rooms by the screen that asks. Every method is one question; none changes anything."""


def reading(
    store: Store,
    now: Callable[[], datetime],
    staff_id: Callable[[], str],
    facts: Callable[[], StoreFacts],
    book: Callable[[], Playbook],
    trouble: Callable[[], str] = lambda: "",
    seen: Seen = unseen,
) -> Any:
    """A maker of readers, one per question: each has its own connection and moment. ``seen`` is told what a person looks at."""
    folder = opened_folder(store.path.parent) if store.path is not None else None

    @contextmanager
    def one() -> Iterator[Reader]:
        with store.reading() as session:
            yield Reader(session, now(), staff_id(), facts(), book(), trouble(), seen, folder)

    return one


__all__ = ["Reader", "Seen", "reading", "unseen"]
