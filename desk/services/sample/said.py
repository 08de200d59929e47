"""The conversation of a sample lead as rows, and what the lead's own columns keep of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from desk.models.conversation import Delivery, Log, Message
from desk.services.sample import talk
from desk.services.sample.leads import Told
from desk.services.sample.talk import Placed
from desk.services.sample.trail import note

_RECENT = timedelta(days=3)  # each step of a message's way is kept for what a person may still look into
_GONE = ("", "sent", "delivered")


def write_talk(lead: Told) -> None:
    """Messages, calls, voicemails, visits and notes in order."""
    for number, each in enumerate(lead.said):
        if each.line.is_message:
            _message(lead, number, each)
        else:
            _log(lead, each)


def _message(lead: Told, number: int, each: Placed) -> None:
    line, house, inbound = each.line, lead.house, each.line.by == "customer"
    subject, words = talk.say(line, house.rng)
    left = not inbound and line.status in _GONE
    status = "received" if inbound else line.status or ("delivered" if line.ch == "text" else "sent")
    house.number += 1
    message_id, text = lead.new_id(each.at), lead.fill(words)
    house.batch.add(
        Message, id=message_id, key=_key(lead, number, each), lead_id=lead.id, number=house.number, direction="in" if inbound else "out",
        channel=line.ch, author=line.by, staff_id=lead.owner.id if line.by == "staff" and lead.owner else None,
        purpose="" if inbound else line.purpose or "staff", step=line.step, to_address="" if inbound else lead.address(line.ch),
        from_address=lead.address(line.ch) if inbound else "", subject=lead.fill(subject) if line.ch == "email" else "", text=text, full_text=text,
        why=[lead.fill(why.replace("{ch}", line.ch)) for why in talk.why(line)], facts=[lead.fill(fact) for fact in line.facts], status=status,
        status_words=line.words or ("Waits for approval" if status == "pending_approval" else ""), at=each.at,
        not_before=lead.now + line.due if line.due else None, expires_at=lead.now + timedelta(days=1) if line.due else None,
        sent_at=each.at if left else None, message_id=f"<{message_id}@{house.domain}>" if line.ch == "email" else "",
        provider_id=f"SM{message_id.replace('-', '')}" if left and line.ch == "text" else "", playbook=house.book,
        reading=_reading(lead, each) if inbound else None,
    )  # fmt: skip
    if left and each.at > lead.now - _RECENT:
        house.batch.add(Delivery, id=lead.new_id(each.at), message_id=message_id, at=each.at, status=status)
    if inbound and each is lead.last_in:
        note(lead, each.at, "key", {}, act=f"{lead.id}·heard·{message_id}")
        lead.asked_id = message_id
        lead.columns |= {"last_in_at": each.at, "unread": 1 if each is lead.said[-1] else 0}


def _key(lead: Told, number: int, each: Placed) -> str:
    """The key the rules would have given it, so that nothing is said twice."""
    line = each.line
    if line.purpose == "first_response":
        return f"{lead.id}·first·{line.ch}"
    if line.purpose == "similar_vehicles":
        return f"{lead.id}·similar"
    return f"{lead.id}·{line.ch}·{line.step}" if line.step else f"{lead.id}·sample·{number}"


def _reading(lead: Told, each: Placed) -> dict[str, Any]:
    return {
        "intents": list(each.line.intents),
        "action": each.line.action,
        "language": lead.told("language", "en"),
        "confidence": 0.9,
    }


def _log(lead: Told, each: Placed) -> None:
    line = each.line
    lead.house.batch.add(
        Log, id=lead.new_id(each.at), lead_id=lead.id, type=line.by, direction="in" if line.by == "visit" else "out",
        staff_id=lead.owner.id if lead.owner else None, at=each.at, outcome=line.outcome, minutes=line.minutes, interest=line.interest,
        summary=lead.fill(line.say),
    )  # fmt: skip


def write_moments(lead: Told) -> None:
    """First sent, first reply, last contact by a person: columns that the board and the rules read."""
    first = next(
        (
            each.at
            for each in lead.said
            if each.line.by in ("assistant", "staff") and each.line.status in _GONE
        ),
        None,
    )
    replied = next((each.at for each in lead.said if each.line.by == "customer"), None)
    contact = lead.contact
    lead.columns |= {"first_sent_at": first, "first_reply_at": replied}
    if contact is not None:
        lead.columns |= {
            "timer_kind": "answered", "answered_at": contact.at, "answered_s": round((contact.at - lead.received).total_seconds()),
            "answered_proof": f"{contact.line.ch} that left" if contact.line.ch else "a connected call", "last_human_at": contact.at,
        }  # fmt: skip
