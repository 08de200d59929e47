"""Data that left the store by a person's hand is written down: what, how many people, who, and why (R22)."""

from __future__ import annotations

from desk.models import commands as c
from desk.services.desk import handles
from desk.services.work import Work


@handles(c.NoteExport)
def note_export(work: Work, command: c.NoteExport) -> None:
    data = {"what": command.what, "rows": command.rows, "customers": command.customers}
    work.tell("export", None, data, (f"Exported by {command.by.words}",))
