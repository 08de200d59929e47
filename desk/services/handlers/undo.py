"""Undo: the inverse of one named act; what was changed since is kept, and said (FLOW-11).

Each line of the record knows how it is taken back. A line whose lead has moved on is a conflict: it stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select, text

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.commands import UnmergeLeads
from desk.models.conversation import Delivery, Message
from desk.models.duplicate import Merge
from desk.models.errors import Refused
from desk.models.history import History
from desk.models.rights import check
from desk.models.task import Task
from desk.models.words import WAITING
from desk.services import outgoing
from desk.services.desk import handles
from desk.services.handlers.duplicates import may_decide, take_apart
from desk.services.handlers.sales import give_credit_again, reverse_credit, undo_decision
from desk.services.handlers.undo_switch import take_back_estimate, take_back_switch
from desk.services.handlers.undo_visits import take_back_visit
from desk.services.leadfile import LeadFile
from desk.services.record import nameless, record
from desk.services.replacing import give_back
from desk.services.work import Work


class Partly(str):
    """What stays as it is, where the rest of a line was taken back."""

    __slots__ = ()


_OF_MANAGERS: Mapping[str, c.Command] = {
    c.UndoSale.act: c.UndoSale(lead_id="", reason=""),
    c.DecideCredit.act: c.DecideCredit(lead_id="", credited=(), reason=""),
}
Inverse = Callable[[LeadFile, History, str], str]  # answers the conflict in words, or nothing


@handles(c.Undo)
def undo(work: Work, command: c.Undo) -> tuple[str, ...]:
    """Take one act back; answers the conflicts in words. Raises Refused when nothing of it can be taken back."""
    rows = list(
        work.session.scalars(select(History).where(History.txn == command.txn).order_by(History.id.desc()))
    )
    known = [row for row in rows if row.lead_id and _is_an_act(row)]
    known = [row for row in known if row.kind == "merged"] or known  # what followed goes back with it
    if not known:
        raise Refused("This cannot be taken back.", action=command.act, do="Change it by hand instead.")
    _check_rights(command, known)
    known.sort(
        key=lambda row: row.kind != "ai"
    )  # what waited to leave goes by the state that the assistant is in
    conflicts = [_take_back(work, row) for row in known]
    if all(words and not isinstance(words, Partly) for words in conflicts):
        raise Refused(conflicts[0], action=command.act, do="Change it by hand instead.")
    return tuple(words for words in conflicts if words)


def _is_an_act(row: History) -> bool:
    """Whether a line is what somebody did. What the rules did after it, such as a message the gate stopped, follows by the rules."""
    if row.kind == "ai":
        return row.act == c.TurnAssistant.act
    if row.kind == "message":
        ends = ("skipped",) if row.act == c.DecideDraft.act else ()
        return row.data["status"] in ("queued", "held", "superseded", *ends)
    return row.kind in _INVERSES


def _check_rights(command: c.Undo, rows: list[History]) -> None:
    """What only a manager may do, only a manager takes back. Raises NotAllowed."""
    for row in rows:
        if row.act in _OF_MANAGERS:
            check(replace(_OF_MANAGERS[row.act], by=command.by))


def _take_back(work: Work, row: History) -> str:
    assert row.lead_id is not None, "chosen above"
    file = LeadFile(work, work.lead(row.lead_id))
    conflict = _INVERSES[row.kind](file, row, f"Undone by {work.by.words}: {row.act}")
    if conflict and row.kind == "ai":  # as the switch stands now, nothing that it dropped may leave
        raise Refused(conflict, action=c.Undo.act, do="Change it by hand instead.")
    if not conflict or isinstance(conflict, Partly):
        work.tell("undone", row.lead_id, {"act": row.act, "kind": row.kind}, (f"Undone by {work.by.words}",))
        work.settle(row.lead_id)
    return conflict


def _stage(file: LeadFile, row: History, why: str) -> str:
    data: Mapping[str, Any] = row.data
    if file.lead.stage != data["to"]:
        return f"The lead has moved on to {file.lead.stage.replace('_', ' ')} since."
    kept = file.lead.status if file.lead.status != data["status"] else _before(file, row).get("status", "")
    record(file, d.MoveStage(data["from"], (why,), status=kept, by=file.work.by.words))
    return ""


def _before(file: LeadFile, row: History, *others: str) -> Mapping[str, Any]:
    """The line of the same kind (or of ``others``) that stood before this one at the lead, as its data; empty where none did."""
    query = select(History).where(History.lead_id == row.lead_id, History.kind.in_((row.kind, *others)))
    earlier = file.work.session.scalars(query.order_by(History.at, text("rowid"))).all()
    place = [line.id for line in earlier].index(row.id)
    return {**earlier[place - 1].data, "kind": earlier[place - 1].kind} if place else {}


def _owner(file: LeadFile, row: History, why: str) -> str:
    if file.lead.owner_id != row.data["to"]:
        return "Somebody else owns the lead by now."
    record(file, d.AssignOwner(row.data["from"], (why,), by=file.work.by.words))
    return ""


def _hold(file: LeadFile, row: History, why: str) -> str:
    if not file.lead.hold_kind:
        return "The lead is not on hold any more."
    told = row.data[
        "until"
    ]  # written in the zone of whoever chose the day: moments are compared, not their spellings
    if file.lead.hold_until != (datetime.fromisoformat(told) if told else None):
        return "It is held until another date by now."
    if _before(file, row, "resumed").get("kind") == "hold":
        return "It was on hold before that too; give it the earlier date by hand."
    record(file, d.EndHold((why,)))
    return ""


def _message(file: LeadFile, row: History, why: str) -> str:
    message = next((m for m in file.messages if m.number == row.data["number"]), None)
    if message is not None and row.data["status"] == "superseded":
        return _wait_again(file, message, row, why)
    decided = row.act == c.DecideDraft.act
    if message is None or row.data["status"] not in ("queued", "held", *(("skipped",) if decided else ())):
        return "This message is not one to take back."
    if message.status not in ("queued", "held", "pending_approval", row.data["status"]):
        return "The message has left already."
    outgoing.set_status(file, message, "pending_approval" if decided else "skipped", words=why)
    if decided:
        message.approved_by = ""
    return ""


def _wait_again(file: LeadFile, message: Message, row: History, why: str) -> str:
    """What the act dropped stands in the line as it stood; the gate is asked anew before it leaves."""
    if message.status != "superseded":
        return "The message has gone another way since."
    if message.expires_at is not None and message.expires_at <= file.work.now:
        return ""  # its moment has passed: it would not stand there any more
    told = select(Delivery.status, Delivery.words).where(
        Delivery.message_id == message.id, Delivery.at <= row.at, Delivery.status.in_(WAITING)
    )
    stood = file.work.session.execute(told.order_by(Delivery.at.desc(), text("rowid DESC")).limit(1)).first()
    if stood is None:
        return "This message is not one to take back."
    outgoing.set_status(file, message, stood.status, words=stood.words, why=(why,))
    file.work.outbox = True
    return ""


def _task_done(file: LeadFile, row: History, why: str) -> str:
    said = (row.data["task"], row.data["title"])
    done = [
        task
        for task in file.tasks
        if task.done_at == row.at and (task.kind, nameless(file.customer, task.title)) == said
    ]
    if not done:
        return "The task was changed since."
    _reopen(done[0])
    return ""


def _reopen(task: Task) -> None:
    task.done_at, task.done_by, task.done_words = None, "", ""


def _credit(file: LeadFile, row: History, why: str) -> str:
    """A sale taken back credits nobody; one that was taken back by mistake credits whom it did (COVER-05)."""
    if not row.data["shares"]:
        return give_credit_again(file, row.at, (why,))
    if row.act == c.DecideCredit.act:
        return undo_decision(file, row.data["shares"], _before(file, row), (why,))
    return "" if reverse_credit(file, (why,)) else "The sale was taken back already."


def _edit(file: LeadFile, row: History, why: str) -> str:
    back, stays = give_back(file.work, file.lead, file.customer, row.txn)
    file.changed()
    if back and stays:
        return Partly("What was changed anew since stays as it is.")
    return "" if back else "Nothing of this edit stands any more."


def _merge(file: LeadFile, row: History, why: str) -> str:
    """A merge is taken apart whole; what was changed since stays, and is said."""
    merge = file.work.session.get(Merge, row.data["merge"])
    if merge is None or merge.undone_at is not None:
        return "The two were taken apart already."
    may_decide(file.work.by, UnmergeLeads.act, (file.lead.owner_id, file.work.lead(merge.gone_id).owner_id))
    take_apart(file.work, merge, why)
    return ""


_INVERSES: dict[str, Inverse] = {
    "stage": _stage,
    "owner": _owner,
    "hold": _hold,
    "message": _message,
    "task_done": _task_done,
    "credit": _credit,
    "merged": _merge,
    "ai": take_back_switch,
    "estimate": take_back_estimate,
    "appointment": take_back_visit,
    "edit": _edit,
}
