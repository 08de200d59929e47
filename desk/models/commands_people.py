"""What people ask of each other about a lead: to be relieved of it, to look at it, and who is to be credited with winning it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from desk.models.commands import OfLead


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
