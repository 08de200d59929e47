"""What every message of the assistant's has in common: whom it goes to, by which channel, whether a person approves it."""

from __future__ import annotations

from datetime import datetime

from desk.models.decisions import QueueMessage
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import firewall
from desk.models.rules.wording import Draft, Templates
from desk.models.words import Channel, Purpose

_KIND = {Channel.EMAIL: "email", Channel.TEXT: "phone", Channel.CALL: "phone"}
_STANDING = ("opt_out", "do_not_contact", "bad_address", "wrong_number", "ai_off")


def reach(facts: Facts, channel: str) -> str:
    """The customer's address for a channel, or an empty string where there is none that may be used by it."""
    address = facts.address(_KIND[Channel(channel)])
    if address is None or (channel == Channel.TEXT and not address.can_text):
        return ""
    return "" if _blocked(facts, address.value, channel) else address.value


def _blocked(facts: Facts, address: str, channel: str) -> bool:
    return any(
        b.lifted_at is None
        and b.kind in _STANDING
        and b.address == address
        and bool({channel, "all"} & set(b.channels))
        for b in facts.blocks
    )


def open_channels(facts: Facts) -> tuple[str, ...]:
    """Ways to write to this customer, e-mail first."""
    return tuple(channel for channel in (Channel.EMAIL, Channel.TEXT) if reach(facts, channel))


def templates(book: Playbook) -> Templates:
    found: Templates = book.part("templates")
    return found


def strategy(facts: Facts, book: Playbook, name: str) -> object:
    """A value of the lead's strategy; an unknown kind is treated as a website form (LEAD-03)."""
    table = book.get("strategy")
    row = table.get(facts.lead.source_kind) or table["website"]
    return row.get(name, "")


def waits_for_approval(facts: Facts, book: Playbook) -> bool:
    """Whether the store reads this strategy's messages before they go (AI-18)."""
    return bool(book.get("approval").get(facts.lead.source_kind, "auto") == "queue")


def asks_endpoint(facts: Facts) -> bool:
    """Whether the store has a language endpoint that is not down (AI-20)."""
    return bool(facts.store.settings.get("language.url")) and "language" not in facts.store.channels_down


def _worded_by(facts: Facts, book: Playbook, now: datetime, purpose: Purpose) -> datetime | None:
    """How long a message waits for an endpoint's words; its own leave with it after that."""
    waits = asks_endpoint(facts) and purpose in book.words_list("language.purposes")
    return now + book.span("language.wait") if waits else None


def message(
    facts: Facts, book: Playbook, now: datetime, draft: Draft, *, key: str, purpose: Purpose, channel: str, why: tuple[str, ...],
    step: str = "", to: str = "", not_before: datetime | None = None, expires_at: datetime | None = None, in_exchange: bool = False, priority: int = 5,
) -> QueueMessage:  # fmt: skip
    """A draft as a decision; the promise firewall may turn it into one that a person approves (AI-24)."""
    objections = firewall.objections(draft, facts, book, channel)
    asked = waits_for_approval(facts, book) and purpose not in (
        Purpose.OPT_OUT_CONFIRMATION,
        Purpose.HANDOFF_NOTICE,
    )
    reasons = (*why, *(f"firewall: {told}" for told in objections))
    if asked:
        reasons = (*reasons, f"approval.{facts.lead.source_kind}: this store reads these messages first")
    return QueueMessage(
        key=key, channel=channel, purpose=purpose, to=to or reach(facts, channel), subject=draft.subject, text=draft.text, why=reasons,
        facts=draft.facts, links=draft.links, not_before=not_before or _worded_by(facts, book, now, purpose), expires_at=expires_at, asks=draft.asks, step=step,
        approval=bool(objections) or asked, in_exchange=in_exchange, priority=priority,
    )  # fmt: skip
