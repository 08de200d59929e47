"""Taking back what was done about a visit: booked, moved, or recorded as over (FLOW-11, APPT-03).

A customer who was told already is told again by the rules; one who was not hears nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desk.models import decisions as d
from desk.models.conversation import Message
from desk.models.history import History
from desk.models.rules.slots import LIVE
from desk.models.task import UNDONE, Appointment, Task, Timer
from desk.models.words import LEFT, WAITING, MessageStatus
from desk.services import outgoing
from desk.services.leadfile import LeadFile
from desk.services.record import record

_MAY_BE_OUT = (*LEFT, MessageStatus.SENDING, MessageStatus.UNCERTAIN)


def take_back_visit(file: LeadFile, row: History, why: str) -> str:
    """Answers the conflict in words, or nothing."""
    visit = next((one for one in file.appointments if one.id == row.data.get("visit")), None)
    if visit is None:
        return "This visit was recorded by an earlier version."
    if not _stands(visit, row):
        return "The visit was moved or recorded anew since."
    was: Mapping[str, Any] | None = row.data["was"]
    told = _told(file, visit, row)
    if was is None:
        record(file, d.ChangeVisit(visit.id, "cancelled" if told else UNDONE, (why,)))
        return ""
    if row.data["then"] not in LIVE and told:
        return "The customer was told that it is cancelled; book it anew."
    others = [one for one in file.appointments if one.id != visit.id and one.status in LIVE]
    if was["status"] in LIVE and others:
        return "Another visit is booked by now."
    if row.data["then"] in LIVE and datetime.fromisoformat(was["starts"]) <= file.work.now:
        return "The earlier time has passed."
    _go_back(file, visit, was, row, why, told=bool(told))
    return ""


def _stands(visit: Appointment, row: History) -> bool:
    """Whether the visit is as this line left it; a sale whose credit went back is a visit that was shown."""
    then = row.data["then"]
    known = (then, "shown") if then == "sold" else (then,)
    return visit.status in known and visit.starts_at == datetime.fromisoformat(row.data["starts"])


def _told(file: LeadFile, visit: Appointment, row: History) -> list[Message]:
    """What left to the customer because of this line."""
    return [one for one in _said_of(file, visit) if one.at >= row.at and one.status in _MAY_BE_OUT]


def _said_of(file: LeadFile, visit: Appointment) -> list[Message]:
    return [one for one in file.messages if f"·{visit.id}·" in one.key]


def _go_back(
    file: LeadFile, visit: Appointment, was: Mapping[str, Any], row: History, why: str, *, told: bool
) -> None:
    """The visit is what it was. Of a move that the customer heard of, going back is a move of its own."""
    starts = datetime.fromisoformat(was["starts"])
    if told:
        record(file, d.ChangeVisit(visit.id, was["status"], (why,), starts=starts))
        return
    visit.ends_at += starts - visit.starts_at
    visit.starts_at, visit.sequence = starts, was["sequence"]
    visit.status, visit.closed_at = was["status"], None if was["status"] in LIVE else visit.closed_at
    _end_what_followed(file, visit, row, why)
    data = {"status": visit.status, "starts": was["starts"], "vehicle": visit.vehicle}
    file.work.tell("appointment", file.lead.id, data, (why,))
    file.changed()


def _end_what_followed(file: LeadFile, visit: Appointment, row: History, why: str) -> None:
    """Tasks, clocks and messages that this line brought end, and their decisions may be taken anew when it happens again."""
    mine = [task for task in file.tasks if task.made_at == row.at and f"·{visit.id}" in task.key]
    for task in mine:
        record(file, d.CloseTask(task.id, why, (why,)))
    clocks = [timer for timer in file.timers if timer.started_at == row.at and visit.id in timer.key]
    for timer in clocks:
        record(file, d.ClearTimer(timer.id, file.work.now, why, (why,)))
    unsent = [one for one in _said_of(file, visit) if one.at == row.at]
    for message in unsent:
        if message.status in WAITING:
            outgoing.set_status(file, message, "skipped", words=why)
    ended: tuple[Task | Timer | Message, ...] = (*mine, *clocks, *unsent)
    for kept in ended:
        kept.key = f"{kept.key}·undone·{file.work.txn}"
