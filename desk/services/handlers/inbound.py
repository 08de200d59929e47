"""What comes in by mail and file: a lead, an answer to a lead, a bounce, or something kept for a person (LEAD-01, LEAD-02)."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.conversation import Message
from desk.models.intake.adf import read_adf
from desk.models.intake.mail import Known, MailReading, read_mail
from desk.models.intake.mime import Headers
from desk.models.intake.prospect import Prospect, Quarantined
from desk.models.intake.second_answer import carries
from desk.models.intake.tables import IntakeTables
from desk.models.lead import Lead
from desk.models.person import Address
from desk.services.aside import SHOWN, keep_raw, quarantine
from desk.services.desk import handles
from desk.services.handlers.intake import has_arrived, inquiry_key, note_arrival, take_lead
from desk.services.handlers.own_mail import note_own_mail
from desk.services.handlers.said import Said, lead_of_address, receive
from desk.services.handlers.unsubscribes import WORDS, address_meant, unsubscribing
from desk.services.leadfile import LeadFile
from desk.services.lessons import tables_of
from desk.services.lives_on import whose
from desk.services.outgoing import set_status
from desk.services.private import kept_document, kept_mail
from desk.services.received_files import name_received
from desk.services.record import record
from desk.services.second_answer import KEY as SECOND_ANSWER
from desk.services.work import Work


class _Stored(Container[str]):
    """Asks the store whether it knows a value, instead of loading all of them."""

    def __init__(self, work: Work, column: Any) -> None:
        self._work, self._column = work, column

    def __contains__(self, value: object) -> bool:
        return (
            self._work.session.scalar(select(self._column).where(self._column == value).limit(1)) is not None
        )


def tables(work: Work) -> IntakeTables:
    """The intake tables as this store has them."""
    return tables_of(work.book, work.store.settings)


@handles(c.TakeMail)
def take_mail(work: Work, command: c.TakeMail) -> str:
    """Answers what became of it: new, threaded, reply, bounce, ignored, quarantined or repeated."""
    known = Known(
        senders=_Stored(work, Address.value),
        tokens=_Stored(work, Lead.reply_token),
        message_ids=_Stored(work, Message.message_id),
    )
    reading = read_mail(command.raw, store_zone=ZoneInfo(work.store.zone), tables=tables(work), known=known)
    key = f"mail:{reading.headers.message_id or sha256(command.raw).hexdigest()}"
    if has_arrived(work, key):
        return "repeated"
    raw_id = keep_raw(work, kept_mail(command.raw, reading.text), "message/rfc822")
    result = _sort_mail(work, command, reading, key, raw_id)
    if not has_arrived(work, key):
        note_arrival(work, key, "mail", result, raw_id=raw_id)
    return result


def _sort_mail(work: Work, command: c.TakeMail, reading: MailReading, key: str, raw_id: str) -> str:
    note_own_mail(work, reading.headers)
    if carries(work.store.settings[SECOND_ANSWER].get("mark", ""), reading.headers):
        work.tell(
            "intake",
            None,
            {"result": "ignored", "into": None},
            ("A test lead of our own, or an answer to it",),
        )
        return "ignored"
    if reading.bounce is not None:
        return _bounced(work, reading)
    if (leaving := unsubscribing(work, reading.headers)) is not None:
        return _unsubscribed(work, leaving, command, reading, key, raw_id)
    if reading.kind in ("lead", "quarantined"):
        return _leads(work, command, reading, key, raw_id)
    if reading.kind in ("reply", "auto-reply"):
        return _answer(work, command, reading, key, raw_id)
    work.tell(
        "intake", None, {"result": "ignored", "into": None}, (f"A mail that is no lead: {reading.kind}",)
    )
    return "ignored"


def _unsubscribed(
    work: Work, lead: Lead, command: c.TakeMail, reading: MailReading, key: str, raw_id: str
) -> str:
    """The opt-out of a mail program's button, heard as if the customer had written the word (R14)."""
    sender = address_meant(work, lead, reading.headers.from_address)
    said = Said(
        key=key, channel="email", text=WORDS, full=WORDS, at=min(command.internal_date or work.now, work.now), subject=WORDS, sender=sender,
        header=reading.headers.message_id, raw_id=raw_id,
    )  # fmt: skip
    receive(work, lead, said)
    note_arrival(work, key, "mail", "reply", lead_id=lead.id, raw_id=raw_id)
    return "reply"


def _leads(work: Work, command: c.TakeMail, reading: MailReading, key: str, raw_id: str) -> str:
    headers, result = reading.headers, "quarantined"
    for number, found in enumerate(reading.prospects):
        if isinstance(found, Prospect):
            received = headers.date or command.internal_date
            taken = c.TakeLead(
                prospect=found, key=f"{key}#{number}", origin="mail", received=_plausible(work, found.received or received), raw_id=raw_id,
                message_header=headers.message_id, history=_is_old(command, found.received or received), by=command.by,
            )  # fmt: skip
            lead_id = take_lead(work, taken)
            if lead_id and reading.attachments:
                _name_files(work, lead_id, taken, people=len(reading.prospects))
            if reading.taught and lead_id:
                why = f"Read by the words a person taught for this sender: {reading.taught}"
                work.tell("lesson", lead_id, {"read": True}, (why,))
            result = "new"
        else:
            quarantine(work, found.reason, raw_id, "mail", reading.text, headers)
    return result


def _name_files(work: Work, lead_id: str, taken: c.TakeLead, *, people: int) -> None:
    """The files of an inquiry stand with the lead it began, or with the line it added to one; a mail sent twice adds none.

    Those of a mail that names several stand with each, and it is said that they may be another's.
    """
    line = work.session.scalar(select(Message.id).where(Message.key == inquiry_key(lead_id, taken)))
    named = 0
    if line is not None:
        named = name_received(work, taken.raw_id, message_id=line)
    elif lead_id in work.born:
        named = name_received(work, taken.raw_id, lead_id=lead_id)
    if named and people > 1:
        why = f"The mail they came with names {people} people and does not say whose they are"
        work.tell("shared_files", lead_id, {"people": people}, (why,))


def _plausible(work: Work, received: datetime | None) -> datetime | None:
    """A moment in the future is a sender's wrong clock; the lead rang when it came."""
    return None if received is None or received > work.now else received


def _is_old(command: c.TakeMail, received: datetime | None) -> bool:
    return command.history_before is not None and received is not None and received < command.history_before


def _bounced(work: Work, reading: MailReading) -> str:
    """A bounce finds its message by id, else the last one sent to that address; it is no reply and gets no answer (R28)."""
    bounce = reading.bounce
    assert bounce is not None, "only called for a bounce"
    message = _by_header(work, bounce.original_message_id) or _last_to(work, bounce.recipient)
    if message is None or bounce.action != "failed":
        work.tell(
            "intake", None, {"result": "ignored", "into": None}, (f"A delivery report: {bounce.action}",)
        )
        return "ignored"
    file = LeadFile(work, work.lead(message.lead_id))
    own = next(m for m in file.messages if m.id == message.id)
    words = f"The mail server sent it back: {bounce.diagnostic or bounce.status or 'no reason given'}"
    set_status(file, own, "bounced", words=words[:300], code=bounce.status or "")
    if bounce.hard:
        _bad_mailbox(file, own, words[:300])
    work.settle(message.lead_id)
    return "bounce"


def _bad_mailbox(file: LeadFile, message: Message, words: str) -> None:
    key = f"{file.lead.id}·bounced·{message.id}"
    record(
        file,
        d.BlockAddress(
            key,
            "bad_address",
            message.to_address,
            ("email",),
            ("R28", words),
            words=words,
            by="the mail server",
        ),
    )


def _by_header(work: Work, header: str | None) -> Message | None:
    return (
        work.session.scalar(
            select(Message).where(Message.message_id == header, Message.direction == "out").limit(1)
        )
        if header
        else None
    )


def _last_to(work: Work, address: str | None) -> Message | None:
    query = select(Message).where(
        Message.to_address == (address or ""), Message.direction == "out", Message.sent_at.is_not(None)
    )
    return work.session.scalar(query.order_by(Message.sent_at.desc()).limit(1)) if address else None


def _answer(work: Work, command: c.TakeMail, reading: MailReading, key: str, raw_id: str) -> str:
    lead = lead_of_mail(work, reading.headers)
    if lead is None:
        return _strays(work, reading, raw_id)
    said = Said(
        key=key, channel="email", text=reading.visible or reading.text, full=reading.text, at=min(command.internal_date or work.now, work.now),
        subject=reading.headers.subject, sender=reading.headers.from_address, header=reading.headers.message_id, raw_id=raw_id,
        purpose="auto_reply" if reading.kind == "auto-reply" else "",
    )  # fmt: skip
    message = receive(work, lead, said)
    if reading.attachments:
        name_received(work, raw_id, message_id=message.id)
    note_arrival(work, key, "mail", "reply", lead_id=lead.id, raw_id=raw_id)
    return "reply"


def _strays(work: Work, reading: MailReading, raw_id: str) -> str:
    """A person's answer that fits no lead is kept for a person; an automatic one is let go."""
    if reading.kind == "auto-reply":
        work.tell(
            "intake", None, {"result": "ignored", "into": None}, ("An automatic answer that fits no lead",)
        )
        return "ignored"
    quarantine(work, "An answer that fits no lead", raw_id, "mail", reading.text, reading.headers)
    return "quarantined"


def lead_of_mail(work: Work, headers: Headers) -> Lead | None:
    """The lead an answer belongs to: by reply token, by the thread's message ids, then by the sender's address."""
    for token in headers.reply_tokens:
        found = work.session.scalar(select(Lead).where(Lead.reply_token == token))
        if found is not None:
            return whose(work.session, found, headers.from_address)
    for header in (*headers.in_reply_to, *reversed(headers.references)):
        message = work.session.scalar(select(Message).where(Message.message_id == header).limit(1))
        if message is not None:
            return whose(work.session, work.lead(message.lead_id), headers.from_address)
    return lead_of_address(work, headers.from_address)


@handles(c.TakeFile)
def take_file(work: Work, command: c.TakeFile) -> str:
    """A dropped file: an ADF document or a saved mail. The same file again changes nothing."""
    key = f"file:{sha256(command.raw).hexdigest()}"
    if has_arrived(work, key):
        return "repeated"
    if command.name.lower().endswith((".eml", ".msg")):
        return take_mail(work, c.TakeMail(raw=command.raw, by=command.by))
    raw_id = keep_raw(work, kept_document(command.raw), "application/x-adf+xml")
    result = _file_leads(work, command, key, raw_id)
    note_arrival(work, key, command.origin, result, raw_id=raw_id)
    return result


def _file_leads(work: Work, command: c.TakeFile, key: str, raw_id: str) -> str:
    result = "quarantined"
    for number, found in enumerate(
        read_adf(command.raw, store_zone=ZoneInfo(work.store.zone), tables=tables(work))
    ):
        if isinstance(found, Quarantined):
            text = command.raw[:SHOWN].decode("utf-8", "replace")
            quarantine(work, found.reason, raw_id, command.origin, text, Headers(subject=command.name))
            continue
        received = _plausible(work, found.received)
        take_lead(
            work,
            c.TakeLead(
                prospect=found,
                key=f"{key}#{number}",
                origin=command.origin,
                received=received,
                raw_id=raw_id,
                by=command.by,
            ),
        )
        result = "new"
    return result
