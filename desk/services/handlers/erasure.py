"""A customer is forgotten: what was said and who they are goes, the proof that the law asks for stays (COMPLY-06, R22).

The record holds ids and states only, so nothing in it has to change. Opt-outs stay for good, keyed by the address, so
that the same person is never written to again by mistake.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import case, delete, func, not_, or_, select, update

from desk.models.alert import Alert
from desk.models.base import Base
from desk.models.commands import EraseCustomer
from desk.models.conversation import Arrival, Log, Message, Quarantine, Raw
from desk.models.duplicate import Duplicate, Merge
from desk.models.errors import BadInput, Refused
from desk.models.kept import Attachment, Replaced
from desk.models.knowledge import KnowledgeRequest
from desk.models.lead import Lead, Wanted
from desk.models.person import TOLD_OF_CUSTOMER, Address, Consent, Customer
from desk.models.store.search import touch
from desk.models.task import Appointment, Task, Timer
from desk.models.words import WAITING
from desk.services.desk import handles
from desk.services.work import Work

GONE = "Erased"
_YEAR = timedelta(days=366)
#: That a call was recorded stays its caller's proof (COVER-03); where the recording lies, which may tell whose it is, goes.
_WAS_RECORDED = case((Log.recorded != "", GONE), else_="")
#: What goes of each row about a lead. Which way a message went, when, and to which address we wrote is the law's proof.
_OF_A_LEAD: Mapping[type[Base], Mapping[str, Any]] = {
    Message: {
        "subject": "", "text": "", "full_text": "", "links": [], "facts": [], "why": [], "reading": None, "from_address": "", "references": "",
        "message_id": "", "raw_id": None, "status_words": "",
    },
    Log: {"summary": "", "objections": "", "next_step": "", "to_customer": "", "recorded": _WAS_RECORDED},
    Task: {"title": GONE, "recommended": "", "done_words": "", "why": []},
    Alert: {"title": GONE, "body": "", "next": "", "done_words": ""},
    Appointment: {"notes": ""},
    Wanted: {"comments": "", "vin": ""},
    Quarantine: {"sender": "", "recipient": "", "subject": "", "text": ""},
    Arrival: {"raw_id": None},
    KnowledgeRequest: {"question": GONE, "lead_id": None},
}  # fmt: skip
_LEAD: Mapping[str, Any] = {
    "comments": "", "inquiry": None, "timeframe": "", "provider_ids": [], "trade_in": None, "needs": {}, "hold_note": "", "temperature_note": "",
    "temperature_reasons": [], "next_text": "", "next_due": None, "due_at": None, "unread": 0, "ai_state": "off", "ai_reason": GONE,
}  # fmt: skip


@handles(EraseCustomer)
def erase_customer(work: Work, command: EraseCustomer) -> int:
    """Raises Refused without a reason, BadInput where there is no such customer."""
    if not command.reason.strip():
        raise Refused("An erasure needs its reason.", action=command.act, missing=("reason",))
    people = _one_person(work, command.customer_id)
    leads = list(work.session.scalars(select(Lead.id).where(Lead.customer_id.in_(people))))
    _drop_originals(work, leads)
    _end(work, leads)
    _blank(work, leads)
    _forget(work, people)
    for lead_id in leads:
        touch(work.connection, lead_id)
        work.tell("erased", lead_id, {}, (f"{command.reason.strip()}, by {command.by.words}",))
    work.session.expire_all()
    work.kinds |= {"leads", "messages", "alerts"}
    return len(leads)


def _one_person(work: Work, customer_id: str) -> list[str]:
    """The customer's record with those that were merged into it."""
    query = select(Customer.id).where(or_(Customer.id == customer_id, Customer.merged_into == customer_id))
    found = list(work.session.scalars(query))
    if customer_id not in found:
        raise BadInput("There is no such customer in this store.", where=customer_id)
    return found


def _drop_originals(work: Work, leads: Sequence[str]) -> None:
    """Mails and files as they came, whatever row names them."""
    kept = [
        *work.session.scalars(
            select(Message.raw_id).where(Message.lead_id.in_(leads), Message.raw_id.is_not(None))
        ),
        *work.session.scalars(
            select(Arrival.raw_id).where(Arrival.lead_id.in_(leads), Arrival.raw_id.is_not(None))
        ),
        *work.session.scalars(select(Quarantine.raw_id).where(Quarantine.lead_id.in_(leads))),
        *_attached(work, leads),
    ]
    work.session.execute(delete(Raw).where(Raw.id.in_([name for name in kept if name])))


def _attached(work: Work, leads: Sequence[str]) -> Sequence[str]:
    """Files that came from them or went to them alone; that there was one, and how large, stays. What is still awaited is fetched no more."""
    messages = select(Message.id).where(Message.lead_id.in_(leads))
    mine = or_(
        func.coalesce(Attachment.message_id, "").in_(messages),
        func.coalesce(Attachment.lead_id, "").in_(leads),
    )
    elsewhere = select(Attachment.raw_id).where(not_(mine))
    found = list(
        work.session.scalars(select(Attachment.raw_id).where(mine, Attachment.raw_id.not_in(elsewhere)))
    )
    work.session.execute(update(Attachment).where(mine).values(name=GONE, awaited=""))
    return found


def _end(work: Work, leads: Sequence[str]) -> None:
    """Nothing goes on about them: no message, no clock, no open lead."""
    now = work.now
    for statement in (
        update(Message).where(Message.lead_id.in_(leads), Message.status.in_(WAITING)).values(status="superseded"),
        update(Timer).where(Timer.lead_id.in_(leads), Timer.cleared_at.is_(None)).values(cleared_at=now, cleared_by=GONE),
        update(Task).where(Task.lead_id.in_(leads), Task.done_at.is_(None)).values(done_at=now, done_by=GONE),
        update(Alert).where(Alert.lead_id.in_(leads), Alert.done_at.is_(None)).values(done_at=now),
        update(Lead).where(Lead.id.in_(leads), Lead.stage.not_in(("sold", "lost", "merged"))).values(stage="lost", lost_reason=GONE, stage_at=now, outcome=GONE),
        update(Duplicate).where(or_(Duplicate.lead_id.in_(leads), Duplicate.other_id.in_(leads))).values(signs=[], reason=""),
        delete(Replaced).where(Replaced.lead_id.in_(leads)),
        update(Merge).where(or_(Merge.kept_id.in_(leads), Merge.gone_id.in_(leads))).values(changes=[], addresses=[], why=[]),
    ):  # fmt: skip
        work.session.execute(statement.execution_options(synchronize_session=False))


def _blank(work: Work, leads: Sequence[str]) -> None:
    for kind, values in _OF_A_LEAD.items():
        rows = update(kind).where(kind.__table__.columns["lead_id"].in_(leads)).values(**values)
        work.session.execute(rows.execution_options(synchronize_session=False))
    rows = update(Lead).where(Lead.id.in_(leads)).values(**_LEAD)
    work.session.execute(rows.execution_options(synchronize_session=False))


def _forget(work: Work, people: Sequence[str]) -> None:
    """Who they are and how they are reached; consents that are past the law's years go too, opt-outs never."""
    values = list(work.session.scalars(select(Address.value).where(Address.customer_id.in_(people))))
    proof = work.now - _YEAR * work.book.number("retention.proof_years")
    for statement in (
        delete(Consent).where(Consent.address.in_(values), Consent.at < proof),
        delete(Address).where(Address.customer_id.in_(people)),
        update(Customer).where(Customer.id.in_(people)).values(dict.fromkeys(TOLD_OF_CUSTOMER, "")),
    ):
        work.session.execute(statement.execution_options(synchronize_session=False))
