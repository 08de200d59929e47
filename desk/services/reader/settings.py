"""The questions of the settings' own lists, of files to send along or to open, and what an erasure takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from desk.models.attached import Attached, LookedAt, PutDown
from desk.models.snapshots.settings import (
    ErasedView,
    ErasureView,
    LeadsRead,
    NumberListsView,
    StateRulesView,
    StrategyView,
)
from desk.models.store.queries import erasures, scrub
from desk.models.store.queries.sources import known_sources
from desk.services.reader.asked import Asked


class SettingsReader(Asked):
    """What a ``Reader`` answers beside the window's screens. Seldom asked, so each brings along what it needs."""

    def look_at_files(
        self, paths: Sequence[str], pasted: Sequence[Attached], beside: tuple[Attached, ...]
    ) -> LookedAt:
        """Files a person wants to send along: those that may go, and why the others stay (FLOW-15)."""
        from desk.services.attachments import look_at_files

        return look_at_files(paths, pasted, beside, self._book)

    def look_at_leads(self, path: str, mapping: Mapping[str, str] | None) -> LeadsRead:
        """A file of leads, read as it would be taken in; ``mapping`` is what a person said of its columns (LEAD-01)."""
        from desk.services.lead_sheet import look_at_leads
        from desk.services.lessons import tables_of

        tables = tables_of(self._book, self.facts.settings)
        return look_at_leads(self.session, path, mapping, self.facts, tables, self._now)

    def put_down(self, file_id: str) -> PutDown:
        """Put a file of the conversation where the computer's own program can open it (FLOW-15)."""
        from desk.services.opened_files import GONE, file_of, put_down

        found = file_of(self.session, file_id)
        if found is None or self._folder is None:
            return PutDown(words=GONE)
        lead_id, file = found
        down = put_down(self._folder, file)
        if down.path:
            self._seen("file", lead_id)
        return down

    def save_file(self, file_id: str, place: str) -> str:
        """Save a file of the conversation where a person says; answers why not, "" when it lies there."""
        from desk.services.opened_files import GONE, file_of, save

        found = file_of(self.session, file_id)
        if found is None:
            return GONE
        refused = save(Path(place), found[1])
        if not refused:
            self._seen("file_out", found[0])
        return refused

    def state_rules(self) -> StateRulesView:
        """The law's table of states with the store's rows over it (R9)."""
        from desk.services.state_rules import state_rules

        return state_rules(self._book, self.facts)

    def strategies(self) -> Sequence[StrategyView]:
        """How each kind of lead is treated by the running playbook (AI-18)."""
        from desk.services.strategies import strategies

        return strategies(self._book)

    def sources(self) -> Sequence[str]:
        """The names of the sources that leads came from, whichever sends the most first (AI-27)."""
        return known_sources(self.session)

    def number_lists(self) -> NumberListsView:
        """The do-not-call and reassigned-number lists that are in, with their age (R8)."""
        return scrub.number_lists(self.session, int(self._book.number("consent.scrub_days")))

    def erasure(self, lead_id: str) -> ErasureView | None:
        """What forgetting the customer of this lead would take, and what the law keeps (COMPLY-06)."""
        return erasures.erasure(self.session, lead_id)

    def erased(self) -> Sequence[ErasedView]:
        """The last erasures, as the record has them."""
        return erasures.erased(self.session)
