"""One timeline per lead: messages, calls, notes and what the record tells between them (DESK-11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, union_all
from sqlalchemy.engine import Connection

from desk.models.attached import FileLine
from desk.models.attaching import size_words
from desk.models.conversation import Log, Message
from desk.models.kept import Attachment
from desk.models.recording import is_place
from desk.models.snapshots.lead import DeskLine, TimelineItem
from desk.models.store.queries.lines import Told, timeline_item
from desk.models.words import CONNECTED, WAITING

_LEAD: Any = bindparam("lead")
_MESSAGES = (
    select(
        Message.id, Message.number, Message.direction, Message.channel, Message.author, Message.staff_id,
        Message.purpose, Message.subject, Message.text, Message.full_text, Message.status,
        Message.status_words, Message.why, Message.facts, Message.at, Message.sent_at, Message.not_before,
    )
    .where(Message.lead_id == _LEAD)
    .order_by(Message.at, Message.id)
)  # fmt: skip
_LOGS = (
    select(
        Log.id, Log.type, Log.direction, Log.staff_id, Log.at, Log.outcome, Log.summary, Log.objections,
        Log.next_step, Log.next_due, Log.to_customer, Log.recorded, Log.minutes,
    )
    .where(Log.lead_id == _LEAD)
    .order_by(Log.at, Log.id)
)  # fmt: skip
_FILE = (
    Attachment.id, func.coalesce(Attachment.message_id, Attachment.lead_id).label("stands_with"), Attachment.position, Attachment.name,
    Attachment.media, Attachment.size, Attachment.raw_id, Attachment.awaited,
)  # fmt: skip
#: Those of the messages, and those that came with the inquiry itself, here or in a record that went into this lead.
_FILES = union_all(
    select(*_FILE).join(Message, Message.id == Attachment.message_id).where(Message.lead_id == _LEAD),
    select(*_FILE).where(Attachment.lead_id.in_(bindparam("records", expanding=True))),
).order_by("stands_with", "position")
_OUTCOMES = {
    "connected_assessed": "Connected, needs assessment done",
    "connected_follow_up": "Connected, follow-up required",
    "no_answer_voicemail": "No answer, voicemail left",
    "no_answer": "No answer",
    "wrong_number": "Wrong number",
    "bad_email": "Bad email",
    "declined_call": "Declined the call, the assistant goes on",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What was said with a customer, oldest first: messages, and what people logged."""

    messages: Sequence[Any]
    logs: Sequence[Any]
    files: Mapping[str, tuple[FileLine, ...]] = field(default_factory=dict)


def conversation(connection: Connection, lead_id: str, records: Sequence[str]) -> Said:
    """``records`` are the lead itself and those that went into it."""
    values = {"lead": lead_id}
    messages, logs = connection.execute(_MESSAGES, values).all(), connection.execute(_LOGS, values).all()
    return Said(messages, logs, _files(connection, lead_id, records))


def _files(connection: Connection, lead_id: str, records: Sequence[str]) -> dict[str, tuple[FileLine, ...]]:
    """By message, or by the record whose inquiry brought them, the files that came or go."""
    found: dict[str, tuple[FileLine, ...]] = {}
    for row in connection.execute(_FILES, {"lead": lead_id, "records": records}):
        found[row.stands_with] = (*found.get(row.stands_with, ()), _file_line(row))
    return found


def _file_line(row: Any) -> FileLine:
    state = "coming" if row.awaited else "here" if row.raw_id else "missing"
    return FileLine(row.id, row.name, size_words(row.size), row.media.startswith("image/"), state)


def timeline(said: Said, history: Iterable[Any], told: Told, customer: str) -> tuple[TimelineItem, ...]:
    """All lines in the order they happened; what waits to be sent stands last, by the moment it is due."""
    items = [
        *(_message(row, told, customer, said.files.get(row.id, ())) for row in said.messages),
        *(_log(row, told) for row in said.logs),
        *(timeline_item(row, told) for row in history),
    ]
    return tuple(sorted(items, key=_place))


def received(lead_id: str, lead: Any, files: tuple[FileLine, ...]) -> TimelineItem:
    """The first line: the lead itself, in the customer's own words, with what they sent along."""
    words = f"Lead received: “{lead.comments}”" if lead.comments else "Lead received"
    return DeskLine(
        f"{lead_id} received",
        "system",
        lead.received_at,
        "customer",
        lead.source_label,
        text=words,
        files=files,
    )


def _place(item: TimelineItem) -> tuple[bool, datetime, str]:
    waits = item.status in WAITING
    return waits, (item.due or item.at) if waits else item.at, item.id


def _message(row: Any, told: Told, customer: str, files: tuple[FileLine, ...]) -> TimelineItem:
    waits = row.status in WAITING
    return TimelineItem(
        id=row.id,
        kind="message",
        at=row.sent_at or row.at,
        author=row.author,
        author_name=_author_name(row, told, customer),
        channel=row.channel,
        direction=row.direction,
        subject=row.subject,
        text=row.text,
        full_text=row.full_text,
        status=row.status,
        status_words=row.status_words,
        purpose=row.purpose,
        due=row.not_before if waits else None,
        why=tuple(map(str, row.why)),
        facts=tuple(map(str, row.facts)),
        number=row.number,
        evidence=row.direction == "in",
        files=files,
    )


def _author_name(row: Any, told: Told, customer: str) -> str:
    if row.author == "customer":
        return customer
    return told.name(row.staff_id) if row.author == "staff" else "Assistant"


def _log(row: Any, told: Told) -> TimelineItem:
    inbound = row.direction == "in"
    parts = (
        _OUTCOMES.get(row.outcome, ""),
        row.summary,
        row.to_customer,
        _objections(row.objections),
        _recording(row.recorded),
    )
    connected = row.outcome in CONNECTED
    return DeskLine(
        id=row.id,
        kind="message" if row.type in ("email", "text") else row.type,
        at=row.at,
        author="staff",
        author_name=told.name(row.staff_id),
        channel=row.type if row.type in ("email", "text", "letter") else "call",
        direction=row.direction,
        text=". ".join(part.rstrip(".") for part in parts if part),
        status_words=f"{row.minutes} min" if row.minutes else "",
        due=row.next_due,
        why=(f"Next: {row.next_step}",) if row.next_step else (),
        facts=(row.recorded,) if row.recorded else (),
        evidence=connected or (inbound and row.type in ("call", "visit")),
    )


def _recording(place: str) -> str:
    return f"Recording: {place}" if is_place(place) else ""


def _objections(words: str) -> str:
    return f"Objections: {words}" if words else ""
