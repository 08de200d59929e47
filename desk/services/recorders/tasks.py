"""Process tasks: made, closed, overdue (ILM-07, FLOW-10)."""

from __future__ import annotations

from typing import Any

from desk.models import decisions as d
from desk.models.task import Task
from desk.services.leadfile import LeadFile
from desk.services.record import nameless, records


@records(d.MakeTask)
def make_task(file: LeadFile, it: d.MakeTask) -> bool:
    work, lead = file.work, file.lead
    row = Task(
        id=work.new_id(), key=it.key, lead_id=lead.id, kind=it.kind, title=it.title, recommended=it.recommended, why=list(it.why),
        owner_id=it.owner_id if it.owner_id is not None else lead.owner_id, due_at=it.due, made_at=work.now,
    )  # fmt: skip
    file.keep(row)
    work.kinds.add("tasks")
    _tell_task(file, "task", row, it.why)
    return True


@records(d.CloseTask)
def close_task(file: LeadFile, it: d.CloseTask) -> bool:
    row = next((t for t in file.tasks if t.id == it.task_id and t.done_at is None), None)
    if row is None:
        return False
    row.done_at, row.done_words, row.done_by = file.work.now, it.words, file.work.by.words
    file.work.kinds.add("tasks")
    _tell_task(file, "task_done", row, it.why)
    return True


@records(d.MarkOverdue)
def mark_overdue(file: LeadFile, it: d.MarkOverdue) -> bool:
    row = next(
        (t for t in file.tasks if t.id == it.task_id and t.done_at is None and t.overdue_at is None), None
    )
    if row is None:
        return False
    row.overdue_at = file.work.now
    file.work.kinds.add("tasks")
    _tell_task(file, "task_overdue", row, it.why)
    return True


def _tell_task(file: LeadFile, kind: str, row: Task, why: d.Why) -> None:
    """The record names no customer: a task's title is written there without the name (COMPLY-06)."""
    written = {"title": nameless(file.customer, row.title)}
    file.work.tell(kind, file.lead.id, _task_data(row), why, instead=written)


def _task_data(row: Task) -> dict[str, Any]:
    return {
        "task": row.kind,
        "owner": row.owner_id,
        "due": row.due_at.isoformat() if row.due_at else None,
        "title": row.title,
    }
