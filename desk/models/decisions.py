"""What rules decide. Each decision carries its reasons; one writer records it, in the transaction of the fact that caused it.

A rule returns a decision only when it is not yet so: keyed ones are dropped when their ``key`` is in ``facts.done``, states are
compared with what the lead already has. Recording is in ``services/record.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Why = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueueMessage:
    """Write a message to the customer. ``approval`` waits for a person; ``expires_at`` ends its use: it is then decided anew."""

    key: str
    channel: str
    purpose: str
    to: str
    text: str
    why: Why
    subject: str = ""
    facts: Why = ()
    links: tuple[str, ...] = ()
    not_before: datetime | None = None
    expires_at: datetime | None = None
    asks: str = ""
    step: str = ""
    approval: bool = False
    author: str = "assistant"
    in_exchange: bool = False
    priority: int = 5


@dataclass(frozen=True, slots=True)
class DropMessage:
    """Take back a waiting message: ``status`` is superseded or skipped."""

    message_id: str
    status: str
    why: Why


@dataclass(frozen=True, slots=True)
class MoveStage:
    to: str
    why: Why
    status: str | None = None
    lost_reason: str = ""
    by: str = "the desk"


@dataclass(frozen=True, slots=True)
class SetAssistant:
    """Change the assistant's state at this lead; ``returns_to`` is the state it gives back later."""

    to: str
    why: Why
    reason: str = ""
    returns_to: str = ""
    by: str = "the desk"


@dataclass(frozen=True, slots=True)
class SetTemperature:
    score: int
    reasons: tuple[tuple[str, int], ...]
    why: Why


@dataclass(frozen=True, slots=True)
class MakeTask:
    key: str
    kind: str
    title: str
    why: Why
    due: datetime | None = None
    owner_id: str | None = None
    recommended: str = ""


@dataclass(frozen=True, slots=True)
class CloseTask:
    task_id: str
    words: str
    why: Why


@dataclass(frozen=True, slots=True)
class MarkOverdue:
    task_id: str
    why: Why


@dataclass(frozen=True, slots=True)
class StartTimer:
    key: str
    kind: str
    about: str
    ladder: str
    started: datetime
    next_at: datetime | None
    target: datetime | None
    why: Why


@dataclass(frozen=True, slots=True)
class StepTimer:
    """A ladder's next step is taken: ``to`` are staff ids. ``level`` 0 sets it back after an attempt (ILM-10)."""

    timer_id: str
    level: int
    next_at: datetime | None
    to: tuple[str, ...]
    why: Why
    repeats: int = 0
    reset: bool = False


@dataclass(frozen=True, slots=True)
class ClearTimer:
    timer_id: str
    at: datetime
    proof: str
    why: Why
    by: str = ""


@dataclass(frozen=True, slots=True)
class RaiseAlert:
    key: str
    staff_id: str
    kind: str
    title: str
    why: Why
    body: str = ""
    next: str = ""
    level: int = 0
    via: tuple[str, ...] = ("desktop",)


@dataclass(frozen=True, slots=True)
class QuietAlerts:
    """Mark a lead's open alerts of these kinds as done."""

    kinds: tuple[str, ...]
    words: str
    staff_id: str = ""


@dataclass(frozen=True, slots=True)
class AssignOwner:
    to: str | None
    why: Why
    by: str = "the desk"


@dataclass(frozen=True, slots=True)
class BlockAddress:
    key: str
    kind: str
    address: str
    channels: Why
    why: Why
    words: str = ""
    by: str = "the customer"


@dataclass(frozen=True, slots=True)
class BookVisit:
    key: str
    starts: datetime
    ends: datetime
    why: Why
    vehicle: str = ""
    stock: str = ""
    label: str = ""
    slot: str = ""


@dataclass(frozen=True, slots=True)
class ChangeVisit:
    appointment_id: str
    status: str
    why: Why
    starts: datetime | None = None


@dataclass(frozen=True, slots=True)
class EndHold:
    why: Why


@dataclass(frozen=True, slots=True)
class PauseUntil:
    """The customer named a date to be written to again; no outreach of the assistant's own before it."""

    key: str
    on: datetime
    why: Why


@dataclass(frozen=True, slots=True)
class SetLead:
    """Set plain columns of the lead that a rule owns (marks, next step, trade-in, price shopper …)."""

    values: dict[str, Any]
    why: Why = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class SetCustomer:
    """Set what the customer said about themselves: ``language``, ``preferred_channel``."""

    values: dict[str, str]
    why: Why


@dataclass(frozen=True, slots=True)
class AskKnowledge:
    """A question the bank could not answer; ``about`` is the intent, and like questions about it are one request (AI-13)."""

    key: str
    question: str
    why: Why
    about: str = ""


@dataclass(frozen=True, slots=True)
class Tell:
    """Only a line in the record: something was noticed or refused, nothing changes."""

    key: str
    kind: str
    data: dict[str, Any] = field(default_factory=dict)
    why: Why = ()


@dataclass(frozen=True, slots=True)
class Wake:
    """Look at this lead again at this moment."""

    at: datetime


@dataclass(frozen=True, slots=True)
class AskAgain:
    """From this moment on the rule may say something else. No clock is set for it: it is asked when the lead is next looked at."""

    at: datetime


Decision = (
    QueueMessage | DropMessage | MoveStage | SetAssistant | SetTemperature | MakeTask | CloseTask | MarkOverdue | StartTimer
    | StepTimer | ClearTimer | RaiseAlert | QuietAlerts | AssignOwner | BlockAddress | BookVisit | ChangeVisit | EndHold
    | PauseUntil | SetLead | SetCustomer | AskKnowledge | Tell | Wake | AskAgain
)  # fmt: skip
