"""What comes in by mail, text and file: a lead, an answer to a lead, a bounce, or something kept for a person (LEAD-01, LEAD-02)."""

from __future__ import annotations

import zlib
from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.alert import Alert
from desk.models.conversation import Arrival, Message, Quarantine, Raw
from desk.models.errors import BadInput, Refused
from desk.models.intake.adf import read_adf
from desk.models.intake.emails import read_emails
from desk.models.intake.mail import Known, MailReading, read_mail
from desk.models.intake.mime import Headers
from desk.models.intake.phones import e164
from desk.models.intake.prospect import Prospect, Quarantined
from desk.models.intake.sources import KnownSource
from desk.models.intake.tables import IntakeTables
from desk.models.lead import Lead
from desk.models.person import Address, Customer
from desk.models.rules.outbound import asks_endpoint
from desk.models.rules.reading import Reading
from desk.models.words import LEFT
from desk.services.desk import handles
from desk.services.handlers.intake import note_arrival, take_lead
from desk.services.handlers.own_mail import note_own_mail
from desk.services.handlers.unsubscribes import WORDS, address_meant, unsubscribing
from desk.services.hearing import hear, masked
from desk.services.leadfile import LeadFile
from desk.services.lessons import lessons
from desk.services.lives_on import standing
from desk.services.outgoing import message_data, set_status
from desk.services.private import kept_document, kept_mail
from desk.services.record import record
from desk.services.work import Work

_LARGEST_KEPT = 30_000_000
_SHOWN = 20_000


@dataclass(frozen=True, slots=True)
class _Said:
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


class _Stored(Container[str]):
    """Asks the store whether it knows a value, instead of loading all of them."""

    def __init__(self, work: Work, column: Any) -> None:
        self._work, self._column = work, column

    def __contains__(self, value: object) -> bool:
        return (
            self._work.session.scalar(select(self._column).where(self._column == value).limit(1)) is not None
        )


def tables(work: Work) -> IntakeTables:
    """The shipped intake tables under the store's own filing of sources (LEAD-03)."""
    shipped: IntakeTables = work.book.part("intake")
    shipped = shipped.with_lessons(lessons(work.store.settings))
    filed = work.store.settings["sources.filed"]
    rows = [
        KnownSource(name, told["kind"], told["class"], words=(name.lower(),)) for name, told in filed.items()
    ]
    return shipped.with_sources(shipped.sources.with_rows(rows)) if rows else shipped


def keep_raw(work: Work, raw: bytes, media: str) -> str:
    """Keep the bytes as they came, once, under their SHA-256."""
    name = sha256(raw).hexdigest()
    if work.session.get(Raw, name) is None:
        work.session.add(
            Raw(id=name, at=work.now, media=media, size=len(raw), body=zlib.compress(raw[:_LARGEST_KEPT], 6))
        )
    return name


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
    if work.session.get(Arrival, key) is not None:
        return "repeated"
    raw_id = keep_raw(work, kept_mail(command.raw, reading.text), "message/rfc822")
    result = _sort_mail(work, command, reading, key, raw_id)
    if work.session.get(Arrival, key) is None:
        note_arrival(work, key, "mail", result, raw_id=raw_id)
    return result


def _sort_mail(work: Work, command: c.TakeMail, reading: MailReading, key: str, raw_id: str) -> str:
    note_own_mail(work, reading.headers)
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
    said = _Said(
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
            if reading.taught and lead_id:
                why = f"Read by the words a person taught for this sender: {reading.taught}"
                work.tell("lesson", lead_id, {"read": True}, (why,))
            result = "new"
        else:
            quarantine(work, found.reason, raw_id, "mail", reading.text, headers)
    return result


def _plausible(work: Work, received: datetime | None) -> datetime | None:
    """A moment in the future is a sender's wrong clock; the lead rang when it came."""
    return None if received is None or received > work.now else received


def _is_old(command: c.TakeMail, received: datetime | None) -> bool:
    return command.history_before is not None and received is not None and received < command.history_before


def quarantine(
    work: Work, reason: str, raw_id: str, origin: str, text: str, headers: Headers | None = None
) -> str:
    """Keep what could not be read and tell everyone who may mend it; a lead is never lost (LEAD-02)."""
    told = headers or Headers()
    row = Quarantine(
        id=work.new_id(), raw_id=raw_id, received_at=work.now, origin=origin, sender=told.from_address, recipient=", ".join(told.recipients[:3]),
        subject=told.subject, reason=reason, text=masked(text[:_SHOWN]),
    )  # fmt: skip
    work.session.add(row)
    work.kinds |= {"quarantine", "alerts"}
    work.tell("intake", None, {"result": "quarantined", "into": None}, (reason,))
    for person in work.store.staff:
        if person.active and person.role in ("manager", "bdc"):
            _quarantine_alert(work, row, person.id)
    return row.id


def _quarantine_alert(work: Work, row: Quarantine, staff_id: str) -> None:
    alert = Alert(
        id=work.new_id(), key=f"quarantine·{row.id}·{staff_id}", staff_id=staff_id, quarantine_id=row.id, kind="quarantine",
        title="A lead could not be read", body=row.reason, next="Open it and pick the name and phone", via=["desktop"], raised_at=work.now,
    )  # fmt: skip
    work.session.add(alert)
    work.new_alerts.append(alert.id)


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
    said = _Said(
        key=key, channel="email", text=reading.visible or reading.text, full=reading.text, at=min(command.internal_date or work.now, work.now),
        subject=reading.headers.subject, sender=reading.headers.from_address, header=reading.headers.message_id, raw_id=raw_id,
        purpose="auto_reply" if reading.kind == "auto-reply" else "",
    )  # fmt: skip
    receive(work, lead, said)
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
            return standing(work.session, found)
    for header in (*headers.in_reply_to, *reversed(headers.references)):
        message = work.session.scalar(select(Message).where(Message.message_id == header).limit(1))
        if message is not None:
            return work.lead(message.lead_id)
    return lead_of_address(work, headers.from_address)


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
    if work.session.get(Arrival, key) is not None:
        return "repeated"
    sender = e164(command.sender) or command.sender
    lead = lead_of_address(work, sender)
    if lead is None:
        return _new_texter(work, command, key, sender)
    text = "\n".join([command.text, *command.media])
    receive(
        work,
        lead,
        _Said(key=key, channel="text", text=text, full=text, at=min(command.at, work.now), sender=sender),
    )
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
    note_arrival(work, key, "text", "quarantined", raw_id=raw_id)
    return "quarantined"


@handles(c.TakeReply)
def take_reply(work: Work, command: c.TakeReply) -> None:
    """A reply to a known lead. For e-mail, ``text`` is the whole body and only what is new in it is read."""
    lead = work.lead(command.lead_id)
    key = command.key or f"reply:{work.txn}"
    said = _Said(
        key=key,
        channel=command.channel,
        text=command.text,
        full=command.text,
        at=command.at or work.now,
        subject=command.subject,
    )
    receive(work, lead, said)


def receive(work: Work, lead: Lead, said: _Said) -> Message:
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
    if told["intents"] == ["unclear"] and asks_endpoint(file.facts()):
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
        work.tell("reading", lead.id, row.reading, (), private=("phone", "trade_in", "vehicles", "visible"))
    work.settle(lead.id)


def _understand(work: Work, file: LeadFile, said: _Said) -> Reading | None:
    if said.purpose == "auto_reply":
        return None
    out = (m for m in reversed(file.messages) if m.direction == "out" and m.status in LEFT and m.asks)
    asked = next((m.asks for m in out), "")
    text = said.full if said.channel == "email" else said.text
    return hear(work, said.key, text, said.at, channel=said.channel, subject=said.subject, asked=asked)


@handles(c.TakeFile)
def take_file(work: Work, command: c.TakeFile) -> str:
    """A dropped file: an ADF document or a saved mail. The same file again changes nothing."""
    key = f"file:{sha256(command.raw).hexdigest()}"
    if work.session.get(Arrival, key) is not None:
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
            text = command.raw[:_SHOWN].decode("utf-8", "replace")
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


@handles(c.KeepAside)
def keep_aside(work: Work, command: c.KeepAside) -> str:
    """Quarantine without reading: the reader itself stumbled, so a person looks. The same bytes are kept once."""
    raw_id = keep_raw(work, kept_document(command.raw), "application/octet-stream")
    key = f"aside:{raw_id}"
    if work.session.get(Arrival, key) is None:
        text = command.raw[:_SHOWN].decode("utf-8", "replace")
        quarantine(work, "The desk stumbled over this one", raw_id, command.origin, text)
        note_arrival(work, key, command.origin, "quarantined", raw_id=raw_id)
    return "quarantined"


@handles(c.ResolveQuarantine)
def resolve_quarantine(work: Work, command: c.ResolveQuarantine) -> str | None:
    """A person made it a lead, joined it to one, or says it is none; the reason is kept."""
    row = work.session.get(Quarantine, command.quarantine_id)
    if row is None:
        raise BadInput("There is nothing of that id in quarantine.", where=command.quarantine_id)
    if row.state != "open":
        raise Refused("This one is already cleared.", action=command.act)
    row.lead_id = _RESOLVE[command.verdict](work, row, command)
    row.state = {"lead": "made", "join": "joined", "none": "dismissed"}[command.verdict]
    row.closed_by, row.closed_at, row.closed_reason = command.by.words, work.now, command.reason
    work.kinds |= {"quarantine", "alerts"}
    for alert in work.session.scalars(
        select(Alert).where(Alert.quarantine_id == row.id, Alert.done_at.is_(None))
    ):
        alert.done_at, alert.done_words = work.now, f"Cleared by {command.by.words}"
    work.tell(
        "quarantine",
        row.lead_id,
        {"result": row.state},
        (command.reason or f"Cleared by {command.by.words}",),
    )
    return row.lead_id


def _make_lead(work: Work, row: Quarantine, command: c.ResolveQuarantine) -> str | None:
    if command.prospect is None:
        raise Refused(
            "Pick at least a name, a phone or an e-mail.", action=command.act, missing=("customer",)
        )
    taken = c.TakeLead(
        prospect=command.prospect,
        key=f"quarantine:{row.id}",
        origin="quarantine",
        received=row.received_at,
        raw_id=row.raw_id,
        by=command.by,
    )
    return take_lead(work, taken)


def _join_lead(work: Work, row: Quarantine, command: c.ResolveQuarantine) -> str:
    lead = work.lead(command.lead_id)
    sender = next(iter(read_emails(row.sender)), row.sender)
    channel = "text" if row.origin == "text" else "email"
    receive(
        work,
        lead,
        _Said(
            key=f"quarantine:{row.id}",
            channel=channel,
            text=row.text,
            full=row.text,
            at=row.received_at,
            sender=sender,
        ),
    )
    return lead.id


def _no_lead(work: Work, row: Quarantine, command: c.ResolveQuarantine) -> None:
    if not command.reason.strip():
        raise Refused("Say why it is no lead; the reason is kept.", action=command.act, missing=("reason",))


_RESOLVE = {"lead": _make_lead, "join": _join_lead, "none": _no_lead}
