"""Items of a daily list, cleared or put off by a person; the record keeps who and why (FLOW-09, FLOW-14)."""

from __future__ import annotations

from desk.models import commands as c
from desk.models.history import ALL_CHECKS
from desk.models.knowledge import KnowledgeRequest
from desk.services.desk import handles
from desk.services.work import Work


@handles(c.ClearItem)
def clear_item(work: Work, command: c.ClearItem) -> None:
    """The item leaves the lists until ``until``, or for good; what stands behind it is not touched."""
    kind, _, row_id = command.item.partition(":")
    if kind == "knowledge" and command.until is None:
        _close_question(work, row_id)
    data = {"item": command.item, "until": command.until.isoformat() if command.until else None}
    words = command.words.strip() or ("Put off" if command.until else "Nothing more to do")
    work.tell("cleared", command.lead_id or None, data, (f"{words}, by {command.by.words}",))
    work.kinds.add("cleared")


@handles(c.NoteClear)
def note_clear(work: Work, command: c.NoteClear) -> None:
    """Nothing of the list is left; who was last at it stands over the list until it is cleared again."""
    work.tell(
        "cleared",
        None,
        {"item": ALL_CHECKS + command.whose, "until": None},
        (f"Nothing is stuck, by {command.by.words}",),
    )
    work.kinds.add("cleared")


def _close_question(work: Work, request_id: str) -> None:
    found = work.session.get(KnowledgeRequest, request_id)
    if found is not None and found.closed_at is None:
        found.closed_at, found.closed_by = work.now, work.by.words
