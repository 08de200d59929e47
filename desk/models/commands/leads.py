"""What is done at a lead: worked, moved, held, given to somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from desk.models.commands.base import Command, OfLead


@dataclass(frozen=True, slots=True, kw_only=True)
class LogActivity(OfLead):
    act: ClassVar[str] = "log an activity"
    type: str
    direction: str = "out"
    outcome: str = ""
    summary: str = ""
    objections: str = ""
    next_step: str = ""
    next_due: datetime | None = None
    minutes: int | None = None
    interest: str = ""
    recorded: str = ""
    to_customer: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnAssistant(OfLead):
    """The toggle (AI-14, AI-15): off needs a reason; on again is reactive."""

    act: ClassVar[str] = "turn the assistant"
    on: bool
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveLead(OfLead):
    act: ClassVar[str] = "move"
    stage: str
    status: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLead(OfLead):
    act: ClassVar[str] = "put on hold"
    kind: str
    reason: str = ""
    until: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeLead(OfLead):
    act: ClassVar[str] = "take off hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLead(OfLead):
    act: ClassVar[str] = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignLead(OfLead):
    act: ClassVar[str] = "assign"
    to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustTemperature(OfLead):
    act: ClassVar[str] = "adjust the temperature"
    score: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditLead(OfLead):
    """Change plain facts of the lead or its customer (name, addresses, needs, trade-in, order kind)."""

    act: ClassVar[str] = "edit"
    lead: Mapping[str, Any] = field(default_factory=dict)
    customer: Mapping[str, Any] = field(default_factory=dict)
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartOutreach(OfLead):
    """Start the assistant on a lead that was taken in as history (LEAD-01)."""

    act: ClassVar[str] = "start the assistant on an older lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTask(Command):
    act: ClassVar[str] = "finish a task"
    task_id: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLead(OfLead):
    """A person opened the lead: its unread replies are read."""

    act: ClassVar[str] = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnOver(OfLead):
    """A live customer is turned over to a manager (FLOW-18): kept as the manager's and the owner's contact."""

    act: ClassVar[str] = "turn over to a manager"
    to: str = ""
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """A person has read a training item of theirs (FLOW-16)."""

    act: ClassVar[str] = "acknowledge a training item"
    training_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRelief(OfLead):
    """An owner asks to be relieved (absence, leaving): it stays theirs and escalates until somebody else has it (FLOW-02)."""

    act: ClassVar[str] = "ask to be relieved"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagLead(OfLead):
    """Flags a lead to the manager with a reason, instead of contacting the customer the same day (FLOW-02)."""

    act: ClassVar[str] = "flag to the manager"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeTo(OfLead):
    """Puts the store's label for the assistant on a lead, or on its latest visit, that was entered by hand (LEAD-09).

    ``what`` is lead or visit; ``won`` False takes the label off again.
    """

    act: ClassVar[str] = "attribute"
    what: str
    won: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessNeeds(OfLead):
    """Answers of a needs assessment by the keys of the playbook's questions; an empty one takes an answer back (FLOW-07)."""

    act: ClassVar[str] = "assess the needs"
    answers: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribeTradeIn(OfLead):
    """The customer's own car, by the fields of ``rules.trade_in``; an empty one takes a fact back (AI-07).

    ``vin_as_read`` keeps a VIN whose check digit is wrong: a person looked at it twice.
    """

    act: ClassVar[str] = "describe the trade-in"
    values: Mapping[str, Any] = field(default_factory=dict)
    vin_as_read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskToCall(OfLead):
    """Whether a person may call this customer now, by which number, and why not; changes nothing (COMPLY-02, FLOW-12)."""

    act: ClassVar[str] = "ask whether to call"
