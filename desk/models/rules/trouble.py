"""A message that failed or is doubtful needs a person: say so once, with what to do (R23, ALERT-01)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.models.conversation import Message
from desk.models.decisions import Decision, RaiseAlert
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.words import Role

_WORDS = {
    "uncertain": ("may not have left", "Look at the message and say whether it was sent"),
    "failed": ("did not send", "Check the address or use another channel"),
    "bounced": ("came back", "Check the address or use another channel"),
}


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    for message in facts.messages:
        if message.direction == "out" and message.status in _WORDS:
            yield from _tell(facts, message)


def _tell(facts: Facts, message: Message) -> Iterator[Decision]:
    happened, remedy = _WORDS[message.status]
    name = facts.customer.full or "a customer"
    kind = "Text" if message.channel == "text" else "E-mail"
    for staff_id in _who(facts):
        yield RaiseAlert(
            key=f"{facts.lead.id}·{message.status}·{message.id}·{staff_id}", staff_id=staff_id, kind="attention",
            title=f"{kind} to {name} {happened}", body=message.status_words, next=remedy, why=("trouble.tell_owner", message.status_words),
        )  # fmt: skip


def _who(facts: Facts) -> tuple[str, ...]:
    """The owner; without one, the managers."""
    if facts.lead.owner_id:
        return (facts.lead.owner_id,)
    return tuple(p.id for p in facts.store.staff if p.active and p.role == Role.MANAGER)
