"""Questions of the board and of the leads marked on it."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from sqlalchemy import distinct, func, select

from desk.models.lead import Lead
from desk.models.snapshots.bank import GivenOut
from desk.models.snapshots.board import BoardView, CardView, ColumnView
from desk.models.store.queries import board
from desk.services.reader.asked import Asked


class BoardReader(Asked):
    """The seven columns, and the leads marked in them."""

    def board(self, who: str) -> BoardView:
        """The first page of each stage; ``who``: everyone, mine, unassigned (LEAD-05)."""
        return board.board(self.session, self._now, viewer_id=self._staff_id, who=who)

    def board_page(self, stage: str, cursor: str, who: str) -> ColumnView:
        """The page of a stage after ``cursor``, as the page before gave it."""
        return board.board_page(self.session, stage, cursor, self._now, viewer_id=self._staff_id, who=who)

    def cards(self, lead_ids: Sequence[str]) -> Sequence[CardView]:
        """The cards of these leads, without those that are gone."""
        return tuple(board.cards(self.session, tuple(lead_ids), self._now).values())

    def leads_csv(self, lead_ids: Sequence[str]) -> GivenOut:
        """These leads as ``desk export leads`` writes them, as one text (FLOW-12, COMPLY-06)."""
        # Seldom asked for: the figures it brings along need not be in memory.
        from desk.services import export
        from desk.services.export_csv import write_csv

        rows, out = list(export.chosen(self.session, self.facts, lead_ids)), StringIO(newline="")
        write_csv(rows, out)
        people = select(func.count(distinct(Lead.customer_id))).where(Lead.id.in_(lead_ids))
        return GivenOut(out.getvalue(), len(rows), self.session.scalar(people) or 0)

    def lost_reasons(self) -> Sequence[tuple[str, str]]:
        """What a person can say when a lead is lost: as it is kept, and as people read it (LEAD-06)."""
        return tuple((str(kept), str(words)) for kept, words in self._book.get("closing.lost_reasons"))
