"""Questions of the day: who waits too long, what is to be done, who is covered."""

from __future__ import annotations

from desk.models.snapshots.monitor import LadderView, MonitorView
from desk.models.snapshots.today import DaySheetView, Routine, TodayView
from desk.models.snapshots.tower import TowerView
from desk.services import day, day_sheet, tower, watching
from desk.services.reader.asked import Asked


class DayReader(Asked):
    """Who waits too long, what is to be done, who is covered."""

    def monitor(self) -> MonitorView:
        """Every clock that runs at an open lead, and the leads answered today (ILM-02, ILM-03)."""
        return watching.monitor(self.session, self.facts, self._book, self._now)

    def ladder(self, lead_id: str) -> LadderView | None:
        """The steps of a lead's ladder, done and to come; None where no clock runs (ILM-04)."""
        return watching.ladder(self.session, lead_id, self.facts, self._book, self._now, self._staff_id)

    def today(self, role: str, part: str) -> TodayView:
        """The live lists of a part of the day (``morning``, ``midday``, ``evening``, ``review``) for a role (FLOW-09)."""
        return day.today(self.session, self.facts, self._book, self._now, self._staff_id, role, part)

    def routine(self) -> Routine:
        """The day's parts and when each begins (store's zone)."""
        return day.routine(self._book)

    def tower(self, lead_id: str) -> TowerView | None:
        """Whether this walk-in is covered, by whom, with the proofs (COVER-07); None where there is no such lead."""
        return tower.tower(self.session, lead_id, self.facts, self._book, self._now)

    def day_sheet(self) -> DaySheetView:
        """The sheet for the desk, as it prints. It counts as looked at (R22)."""
        self._seen("day_sheet", "")
        return day_sheet.day_sheet(self.session, self.facts, self._book, self._now, self._staff_id)
