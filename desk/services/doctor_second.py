"""The doctor's look for another system that answers the store's leads too (DESK-08)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from desk.models.errors import ChannelDown
from desk.models.facts import StoreFacts
from desk.models.intake.second_answer import WrittenElsewhere, written_elsewhere
from desk.models.snapshots.doctor import DoctorLine
from desk.models.store.engine import Store
from desk.models.store.queries.answered import came
from desk.services.lines import Ports
from desk.services.resources import load_toml
from desk.services.second_answer import DO, KEY, elsewhere_words

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
    with store.reading() as session:
        moments = came(session, sent)
    return written_elsewhere(sent, moments, timedelta(seconds=terms["soon_s"]))


def _told(found: Sequence[WrittenElsewhere]) -> DoctorLine:
    return DoctorLine(
        NAME, "warn", elsewhere_words(found), f"Unless a person wrote them: {DO[0].lower()}{DO[1:]}"
    )
