"""What was set aside, and what a person makes of it (LEAD-02)."""

from __future__ import annotations

from sqlalchemy import select

from desk.models import commands as c
from desk.models.alert import Alert
from desk.models.conversation import Quarantine
from desk.models.errors import BadInput, Refused
from desk.models.intake.emails import read_emails
from desk.models.rules.timers import aside_key
from desk.services.aside import SHOWN, keep_raw, quarantine
from desk.services.desk import handles
from desk.services.handlers.intake import has_arrived, note_arrival, take_lead
from desk.services.handlers.said import Said, receive
from desk.services.leadfile import LeadFile
from desk.services.private import kept_document
from desk.services.received_files import name_kept_aside
from desk.services.work import Work


@handles(c.KeepAside)
def keep_aside(work: Work, command: c.KeepAside) -> str:
    """Quarantine without reading: the reader itself stumbled, so a person looks. The same bytes are kept once."""
    raw_id = keep_raw(work, kept_document(command.raw), "application/octet-stream")
    key = f"aside:{raw_id}"
    if not has_arrived(work, key):
        text = command.raw[:SHOWN].decode("utf-8", "replace")
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
    """Its clock runs since the mail came: that it could not be read is not the customer's doing."""
    if command.prospect is None:
        raise Refused("Pick at least a name, a phone or an email.", action=command.act, missing=("customer",))
    taken = c.TakeLead(
        prospect=command.prospect,
        key=f"quarantine:{row.id}",
        origin="quarantine",
        received=row.received_at,
        raw_id=row.raw_id,
        by=command.by,
    )
    lead_id = take_lead(work, taken)
    if lead_id is not None:
        name_kept_aside(work, row, lead_id=lead_id)
        key = aside_key(lead_id, row.received_at)
        work.mark(lead_id, key)
        LeadFile.of(work, lead_id).remember(key)
    return lead_id


def _join_lead(work: Work, row: Quarantine, command: c.ResolveQuarantine) -> str:
    lead = work.lead(command.lead_id)
    sender = next(iter(read_emails(row.sender)), row.sender)
    channel = "text" if row.origin == "text" else "email"
    message = receive(
        work,
        lead,
        Said(
            key=f"quarantine:{row.id}",
            channel=channel,
            text=row.text,
            full=row.text,
            at=row.received_at,
            sender=sender,
        ),
    )
    name_kept_aside(work, row, message_id=message.id)
    return lead.id


def _no_lead(work: Work, row: Quarantine, command: c.ResolveQuarantine) -> None:
    if not command.reason.strip():
        raise Refused("Say why it is no lead; the reason is kept.", action=command.act, missing=("reason",))


_RESOLVE = {"lead": _make_lead, "join": _join_lead, "none": _no_lead}
