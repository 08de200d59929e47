"""What customers say, by text or in answer to a lead: recorded, masked and understood in one transaction (AI-09, R21)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.conversation import Message
from desk.models.intake.mime import Headers
from desk.models.intake.phones import e164
from desk.models.lead import Lead
from desk.models.person import Address, Customer
from desk.models.rules.outbound import asks_endpoint
from desk.models.rules.reading import Reading
from desk.models.words import LEFT
from desk.services.aside import keep_raw, quarantine
from desk.services.desk import handles
from desk.services.handlers.intake import has_arrived, note_arrival
from desk.services.hearing import QUOTED, hear, masked
from desk.services.leadfile import LeadFile
from desk.services.lives_on import standing
from desk.services.outgoing import message_data
from desk.services.private import kept_document
from desk.services.received_files import CAME_WITH_FILES, await_files
from desk.services.record import record
from desk.services.work import Work


@dataclass(frozen=True, slots=True)
class Said:
    """A customer's message off its carrier. ``text`` is what they newly wrote, ``full`` the whole."""

    key: str
    channel: str
    text: str
    full: str
    at: datetime
    subject: str = ""
    sender: str = ""
    purpose: str = ""
    header: str = ""
    raw_id: str = ""


def lead_of_address(work: Work, address: str) -> Lead | None:
    """The lead of a customer's address: an open one before a closed one, then the latest."""
    query = (
        select(Lead)
        .join(Customer, Customer.id == Lead.customer_id)
        .join(Address, Address.customer_id == Customer.id)
    )
    named = work.session.scalars(query.where(Address.value == address))
    leads = [standing(work.session, lead) for lead in named]
    return max(leads, key=lambda lead: (lead.stage not in ("sold", "lost"), lead.received_at), default=None)


@handles(c.TakeText)
def take_text(work: Work, command: c.TakeText) -> str:
    key = f"text:{command.sid}"
    if has_arrived(work, key):
        return "repeated"
    sender = e164(command.sender) or command.sender
    lead = lead_of_address(work, sender)
    if lead is None:
        return _new_texter(work, command, key, sender)
    said = Said(
        key=key, channel="text", text=command.text, full=command.text, at=min(command.at, work.now), sender=sender
    )  # fmt: skip
    message = receive(work, lead, said)
    if command.files:
        await_files(work, command.sid, message_id=message.id)
        _look_at_them(work, lead, message)
    note_arrival(work, key, "text", "reply", lead_id=lead.id)
    return "reply"


def _new_texter(work: Work, command: c.TakeText, key: str, sender: str) -> str:
    """A text from a number nobody knows is kept for a person, with the number ready to be made a lead."""
    raw_id = keep_raw(work, kept_document(command.text.encode()), "text/plain")
    quarantine(
        work,
        "A text from a number that fits no lead",
        raw_id,
        "text",
        command.text,
        Headers(from_address=sender),
    )
    reason = CAME_WITH_FILES if command.files else ""
    note_arrival(work, key, "text", "quarantined", raw_id=raw_id, reason=reason)
    return "quarantined"


def _look_at_them(work: Work, lead: Lead, message: Message) -> None:
    """The assistant sees no pictures: a person looks at what came, and answers where nothing was written beside it. One task at a time."""
    file = LeadFile.of(work, lead.id)
    if any(task.title == _LOOK and task.done_at is None for task in file.tasks):
        return
    task = d.MakeTask(
        key=f"{lead.id}·files·{message.id}", kind="follow_up", title=_LOOK, owner_id=lead.owner_id, due=message.at,
        recommended="The assistant cannot see pictures. A picture without words has no answer yet.",
        why=("FLOW-15", "Files came with a text; the assistant cannot see them"),
    )  # fmt: skip
    record(file, task)


_LOOK = "Look at what they sent by text"


@handles(c.TakeReply)
def take_reply(work: Work, command: c.TakeReply) -> None:
    """A reply to a known lead. For e-mail, ``text`` is the whole body and only what is new in it is read."""
    lead = work.lead(command.lead_id)
    key = command.key or f"reply:{work.txn}"
    said = Said(
        key=key,
        channel=command.channel,
        text=command.text,
        full=command.text,
        at=command.at or work.now,
        subject=command.subject,
    )
    receive(work, lead, said)


def receive(work: Work, lead: Lead, said: Said) -> Message:
    """Record what the customer said and understand it, in one transaction; the rules do the rest.

    Card, licence and social security numbers are masked before anything is stored (R21).
    """
    file = LeadFile(work, lead)
    private = masked(said.full) != said.full
    said = replace(said, text=masked(said.text), full=masked(said.full))
    reading = _understand(work, file, said)
    shown = reading.visible if reading is not None and reading.visible is not None else said.text
    row = Message(
        id=work.new_id(), key=f"{lead.id}·in·{said.key}", lead_id=lead.id, direction="in", channel=said.channel, author="customer",
        purpose=said.purpose, from_address=said.sender, subject=said.subject, text=shown, full_text=said.full, status="received", at=said.at,
        message_id=said.header, raw_id=said.raw_id or None, reading=_kept(file, reading),
    )  # fmt: skip
    work.numbers += 1
    row.number = work.numbers
    work.session.add(row)
    _note_reply(work, lead, row)
    if private:
        record(file, _secure_way(lead, row))
    return row


def _secure_way(lead: Lead, row: Message) -> d.MakeTask:
    """Numbers for a credit application came by message: staff point to the secure way (R21)."""
    return d.MakeTask(
        key=f"{lead.id}·private·{row.id}", kind="follow_up", title="Point the customer to the secure application", owner_id=lead.owner_id,
        why=("R21", "They sent private numbers; these were starred and not kept"), due=row.at,
    )  # fmt: skip


def _kept(file: LeadFile, reading: Reading | None) -> dict[str, Any] | None:
    """A reading as it is kept; one that understood nothing waits a moment for a second one, where there is an endpoint (AI-20)."""
    if reading is None:
        return None
    told = reading.to_json()
    if told["intents"] == ["unclear"] and not reading.doubt and asks_endpoint(file.facts()):
        told["second_by"] = (file.work.now + file.work.book.span("language.read_wait")).isoformat()
    return told


def _note_reply(work: Work, lead: Lead, row: Message) -> None:
    work.kinds.add("messages")
    work.tell(
        "message",
        lead.id,
        message_data(row),
        (f"{row.channel} from the customer",),
        by="the customer",
        private=("text", "subject"),
    )
    if row.purpose != "auto_reply":
        lead.unread += 1
        lead.last_in_at = row.at
        lead.first_reply_at = lead.first_reply_at or row.at
    if row.reading:
        work.tell("reading", lead.id, row.reading, (), private=QUOTED)
    work.settle(lead.id)


def _understand(work: Work, file: LeadFile, said: Said) -> Reading | None:
    if said.purpose == "auto_reply" or not (said.full.strip() or said.subject.strip()):
        return None  # a picture alone says nothing that could be read
    out = (m for m in reversed(file.messages) if m.direction == "out" and m.status in LEFT and m.asks)
    asked = next((m.asks for m in out), "")
    text = said.full if said.channel == "email" else said.text
    return hear(work, said.key, text, said.at, channel=said.channel, subject=said.subject, asked=asked)
