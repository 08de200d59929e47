"""The files that are at hand: of each lead at most one, and it is current or it is not here."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.services.leadfile import LeadFile


class Cabinet:
    """Files of leads, found by lead and by the person they are about (customer and addresses).

    ``visits`` counts how often a visit of any lead may have been given another hour: a slot of one lead bears on all.
    """

    def __init__(self) -> None:
        self.visits = 0
        self._files: dict[str, LeadFile] = {}
        self._about: defaultdict[str, set[str]] = defaultdict(set)

    def get(self, lead_id: str) -> LeadFile | None:
        return self._files.get(lead_id)

    def put(self, file: LeadFile) -> None:
        """Keep ``file``, in place of an older one of the same lead."""
        self.drop(file.lead.id)
        self._files[file.lead.id] = file
        for mark in file.person:
            self._about[mark].add(file.lead.id)

    def drop(self, lead_id: str) -> None:
        """The lead is gathered anew when it is next asked for."""
        file = self._files.pop(lead_id, None)
        for mark in file.person if file else ():
            self._about[mark].discard(lead_id)

    def let_go(self, file: LeadFile) -> None:
        """What happened to the lead of ``file`` bears on others of the same person: their files are gathered anew."""
        for lead_id in set().union(*(self._about[mark] for mark in file.person)):
            if self._files[lead_id] is not file:
                self.drop(lead_id)

    def clear(self) -> None:
        self.visits += 1
        self._files.clear()
        self._about.clear()
