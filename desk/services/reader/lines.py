"""How each line stands, in words (DESK-10)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models.conversation import Message
from desk.models.facts import StoreFacts
from desk.models.snapshots.frame import ChannelHealth
from desk.models.store.queries.says import clock
from desk.services.inbound_lines import MAIL_IN

_NAMES = {
    "mail_in": "Mail in",
    "mail_out": "Mail out",
    "texts": "Texts",
    "texts_out": "Texts out",
    "drop_folder": "Drop folder",
    "language": "Language endpoint",
    "inventory": "Inventory feed",
    "backup": "Backup",
    "night": "Night desk",
}
_CHANNEL_OF = {"mail_out": "email", "texts_out": "text"}


def health(session: Session, facts: StoreFacts, trouble: str) -> tuple[ChannelHealth, ...]:
    """Each line as its adapter last said, with what waits on it (DESK-10); first of all a store that cannot be written."""
    told = facts.settings["health"]
    store = (ChannelHealth(name="Store", ok=False, since=None, words=trouble),) if trouble else ()
    named = [*(name for name in _NAMES if name in told), *_more_mailboxes(facts)]
    return (*store, *(_line(session, facts.zone, name, told[name]) for name in named))


def _more_mailboxes(facts: StoreFacts) -> list[str]:
    """The lines of the further mailboxes that are set up and have spoken."""
    names = [f"{MAIL_IN}:{told['name']}" for told in facts.settings["mail.more"]]
    return [name for name in names if name in facts.settings["health"]]


def _line(session: Session, zone: str, name: str, state: Any) -> ChannelHealth:
    since = datetime.fromisoformat(state["since"]) if state.get("since") else None
    waits = 0 if state["ok"] else _waiting(session, _CHANNEL_OF.get(name, ""))
    words, shown = state.get("words", ""), _shown(name)
    if not state["ok"] and since:
        words = f"{shown} down since {clock(since, zone)}. {words}" + (
            f" {waits} {'message waits' if waits == 1 else 'messages wait'}." if waits else ""
        )
    return ChannelHealth(name=shown, ok=state["ok"], since=since, words=words, waiting=waits)


def _shown(line: str) -> str:
    """A line as people read it; a further mailbox by the name it was given."""
    name, _, account = line.partition(":")
    return f"{_NAMES[name]}, {account}" if account else _NAMES[name]


def _waiting(session: Session, channel: str) -> int:
    query = (
        select(func.count())
        .select_from(Message)
        .where(Message.channel == channel, Message.status.in_(("queued", "held")))
    )
    return session.scalar(query) or 0
