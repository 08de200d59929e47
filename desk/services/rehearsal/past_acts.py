"""Acts of people in the record, as the scenario events they were. What the desk decided by itself is no act and gives none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desk.models.conversation import Message
from desk.models.deal import Deal
from desk.models.history import History
from desk.models.knowledge import Knowledge
from desk.models.lead import Lead
from desk.models.rules.coverage import NAMED
from desk.models.rules.timers import FLAGGED, RELIEF
from desk.services.rehearsal.past_edits import edited

Line = tuple[str, dict[str, Any]]
AS_WRITTEN = text("rowid")  # several acts of one moment
_AS_RECORDED = "as recorded"  # reasons are kept out of the record, since they may name people (COMPLY-06)


@dataclass(frozen=True, slots=True)
class Past:
    """The leads that are replayed, and the people by the name under which the record knows them."""

    session: Session
    leads: Mapping[str, Lead]
    people: Mapping[str, str]

    def told(self, kind: str) -> list[History]:
        return list(
            self.session.scalars(select(History).where(History.kind == kind).order_by(History.at, AS_WRITTEN))
        )

    def by(self, row: History) -> str | None:
        return self.people.get(row.by)


def _of(past: Past, row: History, **values: Any) -> dict[str, Any]:
    return {"lead": row.lead_id, "by": past.by(row), **values}


def _reason(row: History) -> str:
    """What follows "Set by Ana:" in the record's own words."""
    words = str(row.why[0]) if row.why else ""
    return words.partition(": ")[2] or _AS_RECORDED


def _switch(past: Past, row: History) -> Iterator[Line]:
    if row.act == "turn the assistant" and past.by(row):
        yield "ai", _of(past, row, set="off" if row.data["to"] == "off" else "on", reason=_reason(row))


def _stage(past: Past, row: History) -> Iterator[Line]:
    if row.act == "move" and past.by(row):  # what the rules then moved by proof is no act
        yield "stage", _of(past, row, stage=row.data["to"], status=row.data["status"], reason=_reason(row))


def _hold(past: Past, row: History) -> Iterator[Line]:
    yield (
        "hold",
        _of(past, row, kind="organic", reason=_AS_RECORDED, until=row.data["until"], note=_AS_RECORDED),
    )


def _resumed(past: Past, row: History) -> Iterator[Line]:
    if row.act == "take off hold":
        yield "resume", _of(past, row)


def _claim(past: Past, row: History) -> Iterator[Line]:
    yield "claim", _of(past, row)


def _owner(past: Past, row: History) -> Iterator[Line]:
    """Given to somebody by hand, or handed over because its owner left."""
    if row.act == "assign":
        yield "assign", _of(past, row, to=row.data["to"])
    elif row.act == "hand over a leaver's leads" and row.data["to"] is None:
        yield "leave", {"staff": row.data["from"]}


def _visit(past: Past, row: History) -> Iterator[Line]:
    if row.act == "book a visit":
        yield "book", _of(past, row, starts=row.data["starts"], vehicle=row.data["vehicle"])
    elif row.act == "record a visit":
        moved = {"starts": row.data["starts"]} if row.data["status"] == "rescheduled" else {}
        yield "appointment", _of(past, row, result=row.data["status"], **moved)


def _sale(past: Past, row: History) -> Iterator[Line]:
    """A sale that stood; whom the policy credited is ruled anew, whom a person credited stays so (COVER-06)."""
    sales = select(Deal).where(Deal.lead_id == row.lead_id, Deal.sold_at == row.at, Deal.undone_at.is_(None))
    deal = past.session.scalar(sales) if row.act == "record a sale" else None
    if deal is not None:
        by_hand = NAMED in deal.why or bool(deal.decided_by)
        yield "sold", _of(past, row, credited=[share["staff"] for share in deal.shares] if by_hand else [])


def _consent(past: Past, row: History) -> Iterator[Line]:
    yield (
        "consent",
        _of(past, row, channel=row.data["channel"], given=row.data["given"], evidence=str(row.why[0])),
    )


def _opt_in(past: Past, row: History) -> Iterator[Line]:
    for channel in ("text", "email"):
        if {channel, "all"} & set(row.data["channels"]):
            yield "consent", _of(past, row, channel=channel, given=True, evidence=f"written: {row.why[0]}")


def _block(past: Past, row: History) -> Iterator[Line]:
    """An opt-out that a person heard and recorded; the customer's own words are read anew."""
    if row.act == "record an opt-out":
        channel = "email" if "email" in row.data["channels"] else "text"
        yield "consent", _of(past, row, channel=channel, given=False, evidence="said to a person")


def _temperature(past: Past, row: History) -> Iterator[Line]:
    if row.act == "adjust the temperature":
        yield "temperature", _of(past, row, score=row.data["score"], reason=_AS_RECORDED)


def _stock(past: Past, row: History) -> Iterator[Line]:
    if row.act == "change a vehicle":
        yield "inventory", {"stock": row.data["stock"], "status": row.data["status"]}


def _pause(past: Past, row: History) -> Iterator[Line]:
    yield "pause", {"scope": row.data["scope"], "reason": str(row.why[0]) if row.data["paused"] else ""}


def _knowledge(past: Past, row: History) -> Iterator[Line]:
    found = past.session.scalar(
        select(Knowledge).where(
            Knowledge.entry == row.data["entry"], Knowledge.version == row.data["version"]
        )
    )
    if found is not None:
        yield "knowledge", {"question": found.question, "answer": found.answer}


def _draft(past: Past, row: History) -> Iterator[Line]:
    """A draft that a person let go, changed or skipped: whatever waits for approval at that lead in the replay."""
    if row.act != "decide on a draft" or row.data["status"] not in ("queued", "skipped"):
        return
    found = past.session.scalar(
        select(Message).where(Message.number == row.data["number"], Message.lead_id == row.lead_id)
    )
    edited = found is not None and any(str(why).startswith("edit by") for why in found.why)
    if found is not None:
        do = "skip" if row.data["status"] == "skipped" else "edit" if edited else "approve"
        yield do, _of(past, row, channel=found.channel, text=found.text)


def _asked(past: Past, row: History) -> Iterator[Line]:
    """An owner asked to be relieved, or flagged the lead to the manager."""
    yield (
        "relief" if row.kind == RELIEF else "flag",
        _of(past, row, reason=str(row.why[0]) if row.why else _AS_RECORDED),
    )


def _edit(past: Past, row: History) -> Iterator[Line]:
    if row.lead_id is not None and past.by(row):
        yield from edited(past.session, past.leads[row.lead_id], row, past.by(row))


ACTS: Mapping[str, Callable[[Past, History], Iterator[Line]]] = {
    "ai": _switch, "stage": _stage, "hold": _hold, "resumed": _resumed, "claim": _claim, "owner": _owner, "appointment": _visit,
    "credit": _sale, "consent": _consent, "opt_in": _opt_in, "block": _block, "temperature": _temperature, "stock": _stock,
    "pause": _pause, "knowledge": _knowledge, "message": _draft, RELIEF: _asked, FLAGGED: _asked, "edit": _edit,
}  # fmt: skip
