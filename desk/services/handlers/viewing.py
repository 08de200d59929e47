"""What people looked at, written into the record (R22). Nothing changes by it, so nobody is told and nothing is read anew."""

from __future__ import annotations

from desk.models.commands import NoteViews
from desk.services.desk import handles
from desk.services.work import Work


@handles(NoteViews)
def note_views(work: Work, command: NoteViews) -> None:
    for view in command.views:
        person = work.store.person(view.staff_id)
        who = person.name if person is not None else "somebody"
        work.note("viewed", view.lead_id or None, who, {"staff": view.staff_id, "what": view.what}, view.at)
