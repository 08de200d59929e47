"""The questions of the settings' own lists, of files to send along, and what an erasure takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from desk.models.attached import Attached, LookedAt
from desk.models.facts import StoreFacts
from desk.models.playbook import Playbook
from desk.models.snapshots_settings import ErasedView, ErasureView, NumberListsView, StateRulesView
from desk.models.store.queries import erasures, scrub


class SettingsReader:
    """What a ``Reader`` answers beside the window's screens. Seldom asked, so each brings along what it needs."""

    session: Session
    facts: StoreFacts
    _book: Playbook
    _now: datetime

    def look_at_files(
        self, paths: Sequence[str], pasted: Sequence[Attached], beside: tuple[Attached, ...]
    ) -> LookedAt:
        """Files a person wants to send along: those that may go, and why the others stay (FLOW-15)."""
        from desk.services.attachments import look_at_files

        return look_at_files(paths, pasted, beside, self._book)

    def state_rules(self) -> StateRulesView:
        """The law's table of states with the store's rows over it (R9)."""
        from desk.services.state_rules import state_rules

        return state_rules(self._book, self.facts)

    def number_lists(self) -> NumberListsView:
        """The do-not-call and reassigned-number lists that are in, with their age (R8)."""
        return scrub.number_lists(self.session, int(self._book.number("consent.scrub_days")))

    def erasure(self, lead_id: str) -> ErasureView | None:
        """What forgetting the customer of this lead would take, and what the law keeps (COMPLY-06)."""
        return erasures.erasure(self.session, lead_id)

    def erased(self) -> Sequence[ErasedView]:
        """The last erasures, as the record has them."""
        return erasures.erased(self.session)
