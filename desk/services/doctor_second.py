"""The doctor's look for another system that answers the store's leads too (DESK-08)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from desk.models.errors import ChannelDown
from desk.models.facts import StoreFacts
from desk.models.intake.second_answer import MailHead, WrittenElsewhere, written_elsewhere
from desk.models.lead import Lead
from desk.models.person import Address
from desk.models.snapshots import DoctorLine
from desk.models.store.engine import Store
from desk.services.lines import Ports
from desk.services.resources import load_toml
from desk.services.second_answer import DO, KEY

NAME = "Other answers"
_LOOK = "Settings, Mailboxes: Look for another answer."


def second_lines(store: Store, facts: StoreFacts, ports: Ports, now: datetime) -> Iterator[DoctorLine]:
    """What the last test lead met, and what left to leads from this mailbox that no desk wrote. Reaches the mail server."""
    if ports.mail_in is None:
        return
    if found := _elsewhere(store, ports, now):
        yield _told(found)
    elif told := facts.settings[KEY].get("found"):
        kept = bool(facts.settings[KEY].get("kept"))
        yield DoctorLine(NAME, "ok" if kept else "bad", told + (" A manager keeps it." if kept else ""), "" if kept else DO)  # fmt: skip
    elif at := facts.settings[KEY].get("at"):
        day = datetime.fromisoformat(at).date()
        yield DoctorLine(NAME, "ok", f"Nothing else answered the test lead of {day}.", "")
    else:
        yield DoctorLine(
            NAME, "off", "It was not looked yet whether something else answers leads too.", _LOOK
        )


def _elsewhere(store: Store, ports: Ports, now: datetime) -> list[WrittenElsewhere]:
    terms = load_toml("channels", "mail.toml")["second_answer"]
    assert ports.mail_in is not None, "asked only with a mailbox"
    try:
        sent = ports.mail_in.heads(now - timedelta(days=terms["look_back_days"]), sent=True)
    except ChannelDown:
        return []  # the mailbox's own line says so
    return written_elsewhere(sent, _came(store, sent), timedelta(seconds=terms["soon_s"]))


def _came(store: Store, sent: Sequence[MailHead]) -> dict[str, list[datetime]]:
    """When leads of these addresses arrived."""
    wanted = {to for head in sent for to in head.to}
    query = select(Address.value, Lead.received_at).join(Lead, Lead.customer_id == Address.customer_id)
    came: dict[str, list[datetime]] = defaultdict(list)
    with store.reading() as session:
        for value, at in session.execute(query.where(Address.value.in_(wanted))):
            came[value].append(at)
    return came


def _told(found: Sequence[WrittenElsewhere]) -> DoctorLine:
    last = found[-1]
    count = "1 mail" if len(found) == 1 else f"{len(found)} mails"
    seconds = round(last.after.total_seconds())
    words = f"{count} to leads left from this mailbox that Sales Desk did not write; the last {seconds} s after the lead came: “{last.head.subject}”."  # fmt: skip
    return DoctorLine(NAME, "warn", words, f"Unless a person wrote them: {DO[0].lower()}{DO[1:]}")
