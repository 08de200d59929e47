"""A mail program's own unsubscribe button: a mail whose subject names the person by their token, and often nothing else (R14)."""

from __future__ import annotations

import re

from sqlalchemy import select

from desk.models.conversation import Message
from desk.models.intake.mime import Headers
from desk.models.lead import Lead
from desk.models.person import Address
from desk.services.lives_on import standing
from desk.services.work import Work

#: What the desk reads in such a mail: the words it stands for, whatever the mail program wrote into it.
WORDS = "Unsubscribe"
_SUBJECT = re.compile(r"\s*unsubscribe\s+([a-z2-9]{8,16})\s*", re.IGNORECASE)


def unsubscribing(work: Work, headers: Headers) -> Lead | None:
    """The lead whose token the subject names; None where it is another mail."""
    found = _SUBJECT.fullmatch(headers.subject)
    if found is None:
        return None
    lead = work.session.scalar(select(Lead).where(Lead.reply_token == found[1].lower()))
    return standing(work.session, lead) if lead is not None else None


def address_meant(work: Work, lead: Lead, sender: str) -> str:
    """The customer's address that is to be left alone: the sender's own, else the one we last wrote to.

    A mail that was forwarded, or read in another mailbox, comes back from an address nobody gave us.
    """
    emails = select(Address.value).where(Address.customer_id == lead.customer_id, Address.kind == "email")
    known = list(work.session.scalars(emails.order_by(Address.created_at, Address.id)))
    if sender in known:
        return sender
    wrote = select(Message.to_address).where(
        Message.lead_id == lead.id, Message.channel == "email", Message.direction == "out", Message.sent_at.is_not(None)
    )  # fmt: skip
    last = work.session.scalar(wrote.order_by(Message.sent_at.desc()).limit(1))
    return last or next(iter(known), sender)
