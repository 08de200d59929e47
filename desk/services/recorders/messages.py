"""Messages that wait to leave, and addresses that are written to no more."""

from __future__ import annotations

from desk.models import decisions as d
from desk.models.person import Block
from desk.services import outgoing
from desk.services.leadfile import LeadFile
from desk.services.record import records


@records(d.QueueMessage)
def queue(file: LeadFile, it: d.QueueMessage) -> bool:
    outgoing.queue_message(file, it)
    return True


@records(d.DropMessage)
def drop(file: LeadFile, it: d.DropMessage) -> bool:
    message = next((m for m in file.messages if m.id == it.message_id), None)
    if message is None or message.status not in ("queued", "held", "pending_approval"):
        return False
    outgoing.set_status(file, message, it.status, words="; ".join(it.why), why=it.why)
    return True


@records(d.BlockAddress)
def block_address(file: LeadFile, it: d.BlockAddress) -> bool:
    work = file.work
    same = [b for b in file.blocks if b.address == it.address and b.kind == it.kind and b.lifted_at is None]
    if any(set(it.channels) <= set(b.channels) for b in same):
        return False
    row = Block(
        id=work.new_id(),
        kind=it.kind,
        address=it.address,
        channels=list(it.channels),
        words=it.words,
        lead_id=file.lead.id,
        by=it.by,
        at=work.now,
    )
    file.keep(row)
    work.tell(
        "block",
        file.lead.id,
        {"block": it.kind, "channels": list(it.channels), "by": it.by},
        it.why,
        by=it.by,
    )
    return True
