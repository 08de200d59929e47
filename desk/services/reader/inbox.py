"""Questions of the inbox: what waits for a person, suspected duplicates, mail that could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desk.models.snapshots.inbox import InboxView, QuarantineView
from desk.models.snapshots.merge import MergeView
from desk.models.store.queries import inbox, quarantine
from desk.services.aside_clock import Clock, aside_clock
from desk.services.lessons import tables_of, with_guesses
from desk.services.merge_preview import merge_view
from desk.services.reader.asked import Asked


class InboxReader(Asked):
    """What waits for a person."""

    def inbox(self, who: str = "everyone") -> InboxView:
        """The inbox in its groups; ``who``: everyone, or mine."""
        whose = self._staff_id if who == "mine" else ""
        return inbox.inbox(self.session, self._now, self.facts.zone, whose, clock=self._aside_clock())

    def duplicate(self, duplicate_id: str, choices: Mapping[str, str] | None = None) -> MergeView | None:
        """A suspected duplicate with the merge that ``choices`` would make (LEAD-04, LEAD-11)."""
        told = (duplicate_id, choices or {}, self.facts, self._book, self._now, self._staff_id)
        return merge_view(self.session, *told)

    def quarantine(self) -> Sequence[QuarantineView]:
        """Mail that could not be read, each with a guess at its parts and its running clock (LEAD-02)."""
        tables = tables_of(self._book, self.facts.settings)
        views, clock = quarantine.quarantine(self.session), self._aside_clock()
        timed = (replace(view, timer=clock(view.sender, view.received)) for view in views)
        return tuple(with_guesses(view, tables) for view in timed)

    def _aside_clock(self) -> Clock:
        sources = tables_of(self._book, self.facts.settings).sources
        return aside_clock(sources, self.facts, self._book, self._now)
