"""Number lists taken in: the do-not-call registry with its age, and who gave up their number (R8)."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.base import Base
from desk.models.intake.number_lists import AnsweredRow, ListedRow
from desk.models.lead import Lead
from desk.models.person import Address, Consent
from desk.models.scrub import ListedNumber, NumberAnswer, NumberList, ScrubbedArea
from desk.models.words import BlockKind
from desk.services.desk import handles
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.work import Work

_BY_PHONE = ("text", "call")


@handles(c.TakeNumbers)
def take_numbers(work: Work, command: c.TakeNumbers) -> int:
    """Answers how many numbers were blocked by this part. A part that was taken before changes nothing."""
    row = work.session.get(NumberList, command.digest) or _begun(work, command)
    if row.whole or command.rows_done <= row.rows_done:
        return 0
    blocked = _listed(work, command, row) if command.kind == "dnc" else _answered(work, command)
    row.rows_done, row.whole = command.rows_done, command.whole
    if command.whole:
        _cover(work, row)
        told = {"list": row.kind, "rows": row.rows_done, "dated": row.dated.date().isoformat()}
        work.tell("numbers", None, told, (f"{row.name}, taken in by {command.by.words}",))
    return blocked


def _begun(work: Work, command: c.TakeNumbers) -> NumberList:
    row = NumberList(
        digest=command.digest, kind=command.kind, name=command.name, dated=command.dated, at=work.now, by=command.by.words
    )  # fmt: skip
    work.session.add(row)
    return row


def _listed(work: Work, command: c.TakeNumbers, row: NumberList) -> int:
    numbers = [it.number for it in command.rows if isinstance(it, ListedRow)]
    _keep(work, ListedNumber, [{"number": number, "dated": row.dated} for number in numbers])
    row.areas = sorted({*row.areas, *(number[2:5] for number in numbers)})
    return 0


def _cover(work: Work, row: NumberList) -> None:
    """A whole list covers its area codes from its own day on; an older list never makes a newer one older."""
    _keep(work, ScrubbedArea, [{"area": area, "dated": row.dated} for area in row.areas])


def _answered(work: Work, command: c.TakeNumbers) -> int:
    rows = [it for it in command.rows if isinstance(it, AnsweredRow)]
    values = [
        {"number": it.number, "asked_about": it.asked_about, "answer": it.answer, "dated": command.dated}
        for it in rows
    ]
    _keep(work, NumberAnswer, values)
    return sum(_gave_up(work, command, it) for it in rows if it.answer == "yes")


def _gave_up(work: Work, command: c.TakeNumbers, it: AnsweredRow) -> int:
    """Block a number that went to someone else, unless the store has heard from it since the day asked about."""
    newest = work.session.scalar(
        select(func.max(Consent.at)).where(Consent.address == it.number, Consent.kind != "none")
    )
    if newest is not None and newest.date() > it.asked_about.date():
        return 0
    leads = select(Lead.id).join(Address, Address.customer_id == Lead.customer_id)
    found = list(work.session.scalars(leads.where(Address.value == it.number).order_by(Lead.id)))
    for lead_id in found:
        _block(work, command, it, lead_id)
        work.settle(lead_id)
    return min(len(found), 1)


def _block(work: Work, command: c.TakeNumbers, it: AnsweredRow, lead_id: str) -> None:
    why = f"The reassigned-numbers database of {command.dated:%Y-%m-%d} says it belongs to someone else."
    block = d.BlockAddress(
        key=f"{lead_id}·reassigned·{it.number}·{command.digest}", kind=BlockKind.WRONG_NUMBER, address=it.number,
        channels=_BY_PHONE, why=(why,), words=why, by=command.by.words,
    )  # fmt: skip
    record(LeadFile.of(work, lead_id), block)


def _keep(work: Work, kind: type[Base], values: list[dict[str, object]]) -> None:
    """Insert, or keep what is already there where it is as new: the same list twice leaves the same rows."""
    if not values:
        return
    statement = insert(kind)
    newer = {
        name: statement.excluded[name] for name in values[0] if not kind.__table__.columns[name].primary_key
    }
    key = [column.name for column in kind.__table__.primary_key]
    work.session.execute(
        statement.on_conflict_do_update(
            index_elements=key, set_=newer, where=statement.excluded.dated > kind.__table__.columns["dated"]
        ),
        values,
    )
