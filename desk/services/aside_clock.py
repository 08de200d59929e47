"""The answer clock of a mail that could not be read: it runs already, as it will for the lead that the mail becomes (LEAD-02, ILM-09)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from desk.models.facts import Facts, StoreFacts
from desk.models.intake.lessons import address_of
from desk.models.intake.sources import SourceTable
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.playbook import Playbook
from desk.models.rules import ladder, ladders
from desk.models.snapshots.board import TimerView
from desk.models.words import TimerKind

#: The clock of a mail by its sender and the moment it came.
Clock = Callable[[str, datetime], TimerView]


def aside_clock(sources: SourceTable, store: StoreFacts, book: Playbook, now: datetime) -> Clock:
    """By the ladder of a lead from this sender of which nothing else is known yet."""

    def clock(sender: str, received: datetime) -> TimerView:
        source = sources.match(None, None, address_of(sender), "")
        lead = Lead(source=source.name or "", source_class=source.class_, comments="", needs={})
        facts = Facts(lead=lead, customer=Customer(), store=store)
        chosen, _why = ladders.choose(facts, book, TimerKind.UNANSWERED, received)
        if chosen is None:
            return TimerView()
        started, target = ladder.clock(received, chosen, facts)
        return TimerView("waiting" if started > now else "running", started, target)

    return clock
