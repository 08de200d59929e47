"""The manager turn: a live customer handed to a manager with a summary (FLOW-18)."""

from __future__ import annotations

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.conversation import Log
from desk.models.errors import BadInput, Refused
from desk.models.rules import people
from desk.models.rules.alerts import called, raise_for
from desk.models.rules.raised import MANAGERS
from desk.models.rules.shifts import staffed_add
from desk.models.staff import Staff
from desk.models.words import AlertKind, LogType, Role
from desk.services.desk import handles
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.work import Work

_LEADERS = (Role.MANAGER, Role.OWNER)


@handles(c.TurnOver)
def turn_over(work: Work, command: c.TurnOver) -> str:
    """Rings the manager at once and keeps the turn as a contact of both; the lead stays its owner's. Answers the manager's id."""
    if not command.summary.strip():
        raise Refused("A turn needs a summary for the manager.", action=command.act, missing=("summary",))
    file = LeadFile(work, work.lead(command.lead_id))
    manager = _manager(work, file, command)
    why = ("FLOW-18", f"Turned over by {command.by.words}")
    for staff_id in dict.fromkeys((manager.id, command.by.staff_id or file.lead.owner_id)):
        if staff_id:
            work.session.add(_contact(work, file, staff_id, command.summary))
    facts = file.facts()
    record(
        file,
        raise_for(
            manager, facts, work.book, work.now, key=f"{file.lead.id}·turn·{work.txn}", kind=AlertKind.HANDOFF,
            title=f"{called(facts)} is turned over to you", body=facts.lead.vehicle_title, next="Take the customer now", why=why,
        ),
    )  # fmt: skip
    record(
        file,
        d.MakeTask(
            key=f"{file.lead.id}·turn·{work.txn}·task", kind="manager_turn", title=f"Take over {called(facts)}", why=why, due=staffed_add(work.now, work.book.span("task.at_once"), (), work.store),
            owner_id=manager.id, recommended=command.summary,
        ),
    )  # fmt: skip
    work.settle(command.lead_id)
    return manager.id


def _manager(work: Work, file: LeadFile, command: c.TurnOver) -> Staff:
    if not command.to:
        return people.to_tell(MANAGERS, file.facts(), work.now)[0]
    person = work.store.person(command.to)
    if person is None or person.role not in _LEADERS or not person.active:
        raise BadInput(
            "A turn goes to a manager of this store.", where=command.to, do="Choose a manager of the list."
        )
    return person


def _contact(work: Work, file: LeadFile, staff_id: str, summary: str) -> Log:
    return Log(
        id=work.new_id(), lead_id=file.lead.id, type=LogType.VISIT, direction="in", staff_id=staff_id, at=work.now,
        summary=f"Manager turn: {summary}",
    )  # fmt: skip
