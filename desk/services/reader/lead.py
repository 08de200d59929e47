"""Questions of one lead: its pane, its record, what may be written to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desk.models.snapshots.bank import PreviewView, StartsView
from desk.models.snapshots.lead import LeadView
from desk.models.snapshots.merge import MergedView
from desk.models.store.queries import duplicates, lead
from desk.models.template import Template
from desk.services import wordings
from desk.services.beside import with_assistant_near
from desk.services.covering import with_coverage
from desk.services.lead_forms import with_forms
from desk.services.lives_on import lives_on
from desk.services.reader.asked import Asked
from desk.services.reader.text_hours import text_hours


class LeadReader(Asked):
    """One lead: its pane, its record, what may be written to it."""

    def lead(self, lead_id: str) -> LeadView | None:
        """The lead as its pane shows it, a merged one as the lead it lives on in; None where there is none. It counts as looked at (R22)."""
        lead_id = lives_on(self.session, lead_id)
        hours = text_hours(self.session, lead_id, self._now, self.facts.zone, self._book)
        view = lead.lead_view(self.session, lead_id, self._now, self.facts, hours)
        if view is None:
            return None
        self._seen("lead", lead_id)
        view = replace(view, merged=duplicates.merges_of(self.session, lead_id))
        covered = with_coverage(view, self.session, self.facts, self._book, self._now)
        near = with_assistant_near(covered, self._book, self._now)
        return with_forms(near, self.session, self.facts, self._book, self._now, self._staff_id)

    def starts(self, lead_id: str) -> StartsView:
        """What a person may start from when they write to this customer (FLOW-15)."""
        lead_id = lives_on(self.session, lead_id)
        return wordings.starts(self.session, lead_id, self._now, self.facts, self._book, self._staff_id)

    def preview(self, template_id: str, lead_id: str) -> PreviewView | None:
        """A template as it would read for this lead now; None where either is gone (FLOW-08)."""
        return wordings.preview(
            self.session, template_id, lead_id, self._now, self.facts, self._book, self._staff_id
        )

    def try_out(self, kind: str, subject: str, body: str, lead_id: str) -> PreviewView | None:
        """How words that are still being written read for a lead (FLOW-08)."""
        row = Template(kind=kind, name="", subject=subject, body=body)
        return wordings.try_out(self.session, row, lead_id, self._now, self.facts, self._book, self._staff_id)

    def merges(self, lead_id: str) -> Sequence[MergedView]:
        """Records that lie in this lead and can be taken out again (LEAD-04)."""
        return duplicates.merges_of(self.session, lives_on(self.session, lead_id))

    def audit_read(self, lead_id: str) -> None:
        """Somebody looks at the record of a lead (R22)."""
        self._seen("audit", lives_on(self.session, lead_id))
