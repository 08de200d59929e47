"""The way out of a message up to the provider: queued, asked at the gate, held or skipped with the rule that says so."""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b
from typing import Any

from desk.models import decisions as d
from desk.models.conversation import Message
from desk.models.rules.gate.verdict import Outcome, Verdict
from desk.models.rules.procedure import Part
from desk.services import gatekeeper as gate
from desk.services.leadfile import LeadFile
from desk.services.work import Work

_PRIVATE = ("subject", "text", "links")
_PARTS = {"queued": Part.WRITTEN, "sending": Part.WAY, "sent": Part.WAY}


def queue_message(file: LeadFile, it: d.QueueMessage) -> Message:
    """Write the outbox row of a decision and ask the gate at once, so that what is held says so from the start (R12)."""
    work = file.work
    row = Message(
        id=work.new_id(), key=it.key, lead_id=file.lead.id, number=next_number(work), direction="out", channel=it.channel,
        author=it.author, staff_id=work.by.staff_id if it.author == "staff" else None, purpose=it.purpose, step=it.step, to_address=it.to,
        subject=it.subject, text=it.text, full_text=it.text, links=list(it.links), why=list(it.why), facts=list(it.facts),
        asks=it.asks, status="pending_approval" if it.approval else "queued", at=work.now, not_before=it.not_before or work.now,
        expires_at=it.expires_at, message_id=header_id(work, it), references=references(file), playbook=work.book.version,
        in_exchange=it.in_exchange, priority=it.priority,
    )  # fmt: skip
    file.keep(row)
    work.kinds.add("messages")
    _first_status(file, row, it)
    return row


def _first_status(file: LeadFile, row: Message, it: d.QueueMessage) -> None:
    work = file.work
    if row.status == "pending_approval":
        set_status(file, row, "pending_approval", words="Waits for approval", why=it.why)
        return
    verdict = gate.ask(file, row, max(work.now, row.not_before or work.now))
    if verdict.outcome is Outcome.ALLOW:
        set_status(file, row, "queued", why=it.why)
        work.outbox = True
    else:
        apply_verdict(file, row, verdict)


def apply_verdict(file: LeadFile, row: Message, verdict: Verdict) -> None:
    """Hold, skip or hand to a person what the gate does not let out, and record rule, fact and what lifts it (COMPLY-05)."""
    status = {
        Outcome.HOLD: "held", Outcome.FORBID: "skipped", Outcome.PERSON: "pending_approval", Outcome.REDECIDE: "superseded",
    }[verdict.outcome]  # fmt: skip
    if verdict.outcome is Outcome.HOLD:
        row.not_before = verdict.until
    data = {"number": row.number, "rule": verdict.rule, "fact": verdict.fact, "lifts": verdict.lifts}
    if (row.status, row.status_words) == (status, verdict.fact):
        return
    set_status(file, row, status, words=verdict.fact, why=(f"{verdict.rule}: {verdict.fact}",))
    file.work.tell("blocked", row.lead_id, data, (f"{verdict.rule}: {verdict.fact}",))


def set_status(
    file: LeadFile, row: Message, status: str, *, words: str = "", code: str = "", why: tuple[str, ...] = ()
) -> None:
    """Move a message on and record the fact of it; ``words`` is the sentence shown beside it."""
    work = file.work
    row.status, row.status_words = status, words
    if status == "sent":
        row.sent_at = row.sent_at or work.now
        work.files.let_go(file)  # one touch budget for a person, whichever lead it is about (FLOW-13)
    work.note_delivery(row.id, status, code, words)
    file.changed(_PARTS.get(status) if row.author == "assistant" else None)
    work.kinds.add("messages")
    work.tell("message", row.lead_id, message_data(row), why or tuple(row.why), private=_PRIVATE)


def message_data(row: Message) -> dict[str, Any]:
    """A message as the rehearsal prints it."""
    return {
        "number": row.number, "direction": row.direction, "channel": row.channel, "author": row.author, "purpose": row.purpose,
        "status": row.status if row.direction == "out" else "delivered", "subject": row.subject, "text": row.text,
        "links": list(row.links), "facts": list(row.facts),
    }  # fmt: skip


def next_number(work: Work) -> int:
    work.numbers += 1
    return work.numbers


def header_id(work: Work, it: d.QueueMessage) -> str:
    """The Message-ID of a decision: the same decision always has the same one, so a doubtful send can be looked up (R23)."""
    if it.channel != "email":
        return ""
    mark = str(work.store.settings.get("desk.id") or work.store.name)
    digest = blake2b(f"{mark}:{it.key}".encode(), digest_size=16).hexdigest()
    domain = work.store.email.rpartition("@")[2] or "desk.invalid"
    return f"<{digest}@{domain}>"


def references(file: LeadFile) -> str:
    """The message ids of the thread so far, oldest first, at most ten (RFC 5322)."""
    known = [
        m.message_id
        for m in file.messages
        if m.channel == "email" and m.message_id and m.status not in ("skipped", "superseded")
    ]
    return " ".join(known[-10:])


def reschedule(row: Message, moment: datetime) -> None:
    row.not_before = moment
