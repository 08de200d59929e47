"""What the customer just said: the messages not yet dealt with, read as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desk.models.conversation import Message
from desk.models.facts import Facts
from desk.models.time import as_utc

INQUIRY = "inquiry"
NO_READING = ("auto_reply", "bounce")
_ACTIONS = (
    "stop",
    "back_off",
    "close_lost",
    "hand_off",
    "cancel",
    "reschedule",
    "book",
    "pause_until",
    "ask",
    "answer",
    "none",
)


@dataclass(frozen=True)
class Heard:
    """The latest message with all that was said since anyone last wrote to the customer."""

    message: Message
    readings: tuple[Mapping[str, Any], ...]
    texts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All that was written since, a message a line."""
        return "\n".join(self.texts) or self.message.text

    @property
    def intents(self) -> frozenset[str]:
        return frozenset(intent for reading in self.readings for intent in reading.get("intents", ()))

    @property
    def action(self) -> str:
        """The weightiest of the actions read."""
        told = {str(reading.get("action", "none")) for reading in self.readings}
        return next((action for action in _ACTIONS if action in told), "none")

    @property
    def do_not(self) -> frozenset[str]:
        return frozenset(channel for reading in self.readings for channel in reading.get("do_not") or ())

    @property
    def doubt(self) -> str:
        """Why a person must read it before anything is done; empty where nothing is in doubt (R4)."""
        return next((str(reading["doubt"]) for reading in self.readings if reading.get("doubt")), "")

    def after(self, answered: Sequence[object]) -> Heard:
        """What is left to react to: a message of no topic that the bank answered is no riddle any more (AI-13)."""
        if not answered or "unclear" not in self.intents:
            return self
        rest = (
            {
                **reading,
                "intents": [i for i in reading.get("intents", ()) if i != "unclear"],
                "action": "answer",
            }
            for reading in self.readings
        )
        return replace(self, readings=tuple(rest))

    def without(self, intents: Iterable[str], action: str = "") -> Heard:
        """The same, less what is not this answer's business; with another action where one is named."""
        gone = frozenset(intents)
        told = {"action": action} if action else {}
        rest = (
            {**r, **told, "intents": [i for i in r.get("intents", ()) if i not in gone]}
            for r in self.readings
        )
        return replace(self, readings=tuple(rest))

    def instead(self, intents: Iterable[str], name: str) -> Heard:
        """The same, with one intent in the place of others."""
        less = self.without(intents)
        told = ({**reading, "intents": [*reading["intents"], name]} for reading in less.readings)
        return replace(less, readings=tuple(told))

    def latest(self, slot: str) -> Any:
        """The last reading that filled a slot (``appointment``, ``trade_in``, ``resume_on`` …)."""
        return next((reading[slot] for reading in reversed(self.readings) if reading.get(slot)), None)

    def time(self, name: str) -> datetime | None:
        """``start`` or ``end`` of the appointment named, aware."""
        told = (self.latest("appointment") or {}).get(name)
        return as_utc(datetime.fromisoformat(told)) if told else None

    @property
    def precision(self) -> str:
        return str((self.latest("appointment") or {}).get("precision") or "")


def hear(facts: Facts) -> Heard | None:
    """The customer's messages that nothing followed yet, or None. Auto-replies are no readings (R28)."""
    mark = len(facts.messages)
    while mark and facts.messages[mark - 1].direction == "in":
        mark -= 1
    trailing = [m for m in facts.messages[mark:] if _read(m)]
    last = next((m for m in reversed(facts.messages) if _read(m)), None)
    if last is None:
        return None
    kept = [m for m in trailing if heard_key(facts, m) not in facts.done] or [last]
    return Heard(kept[-1], tuple(m.reading for m in kept if m.reading), tuple(m.text for m in kept))


def _read(message: Message) -> bool:
    return message.direction == "in" and bool(message.reading) and message.purpose not in NO_READING


def heard_key(facts: Facts, message: Message) -> str:
    """The mark of a message dealt with; one in doubt is dealt with anew once a person has read it."""
    doubt = "·doubt" if (message.reading or {}).get("doubt") else ""
    return f"{facts.lead.id}·heard·{message.id}{doubt}"
