"""What the gate answers: may this message go now, and if not, why and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """``person``: not by itself; a person may do it, with a reason. ``redecide``: its moment has passed."""

    ALLOW = "allow"
    HOLD = "hold"
    FORBID = "forbid"
    PERSON = "person"
    REDECIDE = "redecide"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer of the gate (R1, COMPLY-05).

    ``rule`` is the row of the compliance table or the requirement that decided; ``fact`` says in words what
    it saw, ``lifts`` what would change it. ``until`` is the earliest moment to ask again, aware, where known.
    """

    outcome: Outcome
    rule: str
    fact: str = ""
    lifts: str = ""
    until: datetime | None = None

    @property
    def allowed(self) -> bool:
        return self.outcome is Outcome.ALLOW


def remedy(rule: str, lifts: str) -> str:
    """What lifts a block, and the rule that asks for it, as they follow the fact (COMPLY-05)."""
    return f"What lifts it: {lifts} Rule {rule}." if lifts else f"Rule {rule}."


def allow(rule: str = "R1", fact: str = "Nothing stands against it.") -> Verdict:
    """The message may leave."""
    return Verdict(Outcome.ALLOW, rule, fact)


def hold(rule: str, fact: str, lifts: str, until: datetime | None = None) -> Verdict:
    """Not before ``until`` (aware; None: whenever ``lifts`` comes about); the message waits."""
    return Verdict(Outcome.HOLD, rule, fact, lifts, until)


def forbid(rule: str, fact: str, lifts: str) -> Verdict:
    """Never, until what ``lifts`` names has happened."""
    return Verdict(Outcome.FORBID, rule, fact, lifts)


def person(rule: str, fact: str, lifts: str, until: datetime | None = None) -> Verdict:
    """Not by itself; a person may do it with a reason. ``until`` (aware) is when that ends by itself."""
    return Verdict(Outcome.PERSON, rule, fact, lifts, until)


def redecide(rule: str, fact: str, lifts: str) -> Verdict:
    """Its moment has passed: the rules decide anew instead of sending it."""
    return Verdict(Outcome.REDECIDE, rule, fact, lifts)
