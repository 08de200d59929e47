"""What the record proves about one person's work on a lead, row by row (COVER-03).

A recorded call and a customer's own answer prove contact. Attempts are follow-up. A bare note proves nothing, and neither does
anything the assistant wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desk.models.conversation import Log, Message
from desk.models.facts import Facts
from desk.models.rules.stages import NO_REPLY
from desk.models.words import CONNECTED, Channel, LogType

Weight = Literal["Counts", "Follow-up", "Not evidence", "No proof"]
_WORDS = {Channel.EMAIL: "Email", Channel.TEXT: "Text"}
_SAID = {
    LogType.CALL: "Call", LogType.VOICEMAIL: "Voicemail", LogType.EMAIL: "Email", LogType.TEXT: "Text", LogType.LETTER: "Letter",
    LogType.NOTE: "Note", LogType.VISIT: "Visit",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of the record and what it is worth: ``weight`` as people read it, ``icon`` for the screen.

    ``recorded`` says where the recording of a call lies, as far as it is known.
    """

    at: datetime
    what: str
    weight: Weight
    icon: str
    row: str = ""
    by_assistant: bool = False
    recorded: str = ""


def evidence_of(facts: Facts, staff_id: str, *, call_needs_recording: bool = True) -> tuple[Evidence, ...]:
    """Everything on the lead that could speak for this person, oldest first."""
    rows = [
        *_written(facts, staff_id),
        *(_logged(log, call_needs_recording) for log in facts.logs if log.staff_id == staff_id),
        *_answers(facts, staff_id),
    ]
    return tuple(sorted(rows, key=lambda row: (row.at, row.row)))


def workers(facts: Facts) -> tuple[str, ...]:
    """Everybody who worked the lead or owns it, in the order in which they came to it."""
    rows = [(m.sent_at or m.at, m.staff_id) for m in facts.sent if m.author == "staff"]
    rows += [(log.at, log.staff_id) for log in facts.logs]
    found = dict.fromkeys(staff_id for _at, staff_id in sorted(rows, key=lambda row: row[0]) if staff_id)
    return tuple(dict.fromkeys((*([facts.lead.owner_id] if facts.lead.owner_id else ()), *found)))


def _written(facts: Facts, staff_id: str) -> Iterator[Evidence]:
    for message in facts.sent:
        shown = _WORDS.get(Channel(message.channel), message.channel)
        if message.author == "staff" and message.staff_id == staff_id:
            yield Evidence(
                message.sent_at or message.at,
                f"{shown} sent",
                "Follow-up",
                _icon(message.channel),
                message.id,
            )
        elif message.author == "assistant" and facts.lead.owner_id == staff_id:
            at = message.sent_at or message.at
            yield Evidence(
                at, f"{shown} by the assistant", "Not evidence", "ai", message.id, by_assistant=True
            )


def _answers(facts: Facts, staff_id: str) -> Iterator[Evidence]:
    """The customer's answers count for whoever was the last person to write or call before them."""
    for message in facts.inbound:
        if message.purpose in NO_REPLY:
            continue
        if _last_person(facts, message) == staff_id:
            shown = _WORDS.get(Channel(message.channel), message.channel)
            yield Evidence(
                message.at, f"{shown} answer from the customer", "Counts", _icon(message.channel), message.id
            )


def _last_person(facts: Facts, message: Message) -> str | None:
    written = [
        (m.sent_at or m.at, m.staff_id)
        for m in facts.sent
        if m.author == "staff" and (m.sent_at or m.at) <= message.at
    ]
    logged = [
        (log.at, log.staff_id)
        for log in facts.logs
        if log.direction == "out" and log.type != LogType.NOTE and log.at <= message.at
    ]
    return max([*written, *logged], key=lambda row: row[0])[1] if written or logged else None


def _logged(log: Log, call_needs_recording: bool) -> Evidence:
    shown = _SAID.get(LogType(log.type), log.type)
    if log.type == LogType.NOTE:
        return Evidence(log.at, shown, "Not evidence", "note", log.id)
    if log.type == LogType.VISIT:
        return Evidence(log.at, "Met in the store", "Counts", "user", log.id)
    if log.direction == "in":
        return Evidence(log.at, f"{shown} from the customer", "Counts", _icon(log.type), log.id)
    if log.outcome in CONNECTED:
        proven = bool(log.recorded) or not call_needs_recording
        what = "Recorded call" if log.recorded else "Call, not recorded"
        return Evidence(
            log.at, what, "Counts" if proven else "No proof", "phone", log.id, recorded=log.recorded
        )
    return Evidence(
        log.at,
        f"{shown} attempt" if log.type in ("call", "voicemail") else f"{shown} sent",
        "Follow-up",
        _icon(log.type),
        log.id,
    )


def _icon(channel: str) -> str:
    return {"email": "mail", "text": "message", "call": "phone", "voicemail": "phone"}.get(channel, "mail")
